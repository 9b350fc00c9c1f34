"""Headings, paragraphs, lists, call-outs."""

from pages.generator.desk import Desk
from pages.generator.inline import Rich, plain, quoted
from pages.generator.unit import Unit
from pages.generator.words import sentence
from pages.truth import Heading

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
MARKERS = ("•", "–", "▪", "○")


def heading(desk: Desk, level: int, *, counted: bool = True) -> Unit:
    """Return a heading of a level with its number, if headings have numbers."""
    topic = desk.topic()
    number = _number(desk, level) if counted else ""
    return titled(desk, level, topic, number)


def titled(desk: Desk, level: int, topic: str, number: str = "") -> Unit:
    """Return a heading of a given text."""
    text = topic.upper() if desk.style.levels[level - 1].look == "upper" else topic
    rich = desk.marked(text, 0.08) if level > 1 else plain(text)
    before = f"#{quoted(number)}#h(0.7em)" if number else ""
    unit = desk.unit(f"#heading(level: {level})[{before}{rich.markup}]")
    full = Rich((f"{number} ", *rich.parts)) if number else rich
    unit.say(full)
    unit.headings.append(Heading(level, full.plain))
    return unit


def _number(desk: Desk, level: int) -> str:
    """Return the printed number of the next heading of a level."""
    counts, numbering = desk.counts, desk.style.numbering
    counts[f"h{level}"] += 1
    for deeper in range(level + 1, 5):
        counts[f"h{deeper}"] = 0
    first = counts["h1"]
    deepest = {"none": 0, "decimal": 3}.get(numbering, 1)
    if level > deepest:
        return ""
    if numbering == "decimal":
        dots = ".".join(str(counts[f"h{at}"]) for at in range(1, level + 1))
        return dots + "." * (level == 1)
    return f"{ROMAN[first - 1]}." if numbering == "roman" else f"{chr(64 + first)}."


def paragraph(desk: Desk) -> Unit:
    """Return a paragraph; some begin with a run-in heading, which is none."""
    text = desk.prose()
    bold = ""
    if desk.chance(1 / 10):
        lead = desk.rng.choice(desk.words.topics) + ". "
        bold = f'#text(weight: "bold")[#{quoted(lead)}]'
        unit = desk.unit(f"{bold}{text.markup}")
        text = Rich((lead, *text.parts))
    else:
        unit = desk.unit(text.markup)
    unit.say(text)
    return unit


def dropped(desk: Desk) -> Unit:
    """Return a paragraph with a drop capital, raised or let into the text."""
    text = " ".join(sentence(desk.words, desk.rng) for _ in range(desk.rng.randint(2, 3)))
    first, rest = text[0], text[1:]
    if desk.chance(1 / 2):
        large = f'#text(size: 2.4em, fill: rgb("{desk.style.colour}"))[#{quoted(first)}]'
        unit = desk.unit(f"{large}#{quoted(rest)}")
    else:
        lines = 3 * (1 + desk.style.leading)
        large = f'text(size: {lines:.2f}em, top-edge: "cap-height", bottom-edge: "baseline")'
        unit = desk.unit(
            f"#grid(columns: (auto, 1fr), column-gutter: 3pt, {large}[#{quoted(first)}], "
            f"[#{quoted(rest)}])"
        )
    unit.say(plain(text))
    return unit


def listed(desk: Desk) -> Unit:
    """Return a list as one unit: bullets or numbers, some over several lines."""
    items = [desk.prose(1, 2) for _ in range(desk.rng.randint(3, 5))]
    if desk.chance(1 / 3):
        pattern = desk.rng.choice(("1.", "1)", "(a)", "i."))
        body = "\n".join(f"+ {item.markup}" for item in items)
        unit = desk.unit(f'#enum.where()\n#[#set enum(numbering: "{pattern}")\n{body}\n]')
        unit.markup = unit.markup.removeprefix("#enum.where()\n")
    else:
        deeper = {at for at in range(1, len(items)) if desk.chance(1 / 5)}
        body = "\n".join(f"{'  ' * (at in deeper)}- {item.markup}" for at, item in enumerate(items))
        unit = desk.unit(f"#[#set list(marker: [{desk.rng.choice(MARKERS)}])\n{body}\n]")
    unit.say(*items)
    return unit


def callout(desk: Desk) -> Unit:
    """Return a box with some sentences in it."""
    desk = desk.within(desk.width - 24)
    desk.marks = 0.0
    texts = [desk.prose(1, 3) for _ in range(desk.rng.randint(1, 2))]
    body = "\n\n".join(text.markup for text in texts)
    look = desk.rng.choice(
        (
            'fill: rgb("#e8eef5")',
            f'stroke: 0.8pt + rgb("{desk.style.colour}")',
            f'stroke: (left: 3pt + rgb("{desk.style.colour}"))',
            'fill: rgb("#f6efe2"), stroke: 0.5pt',
        )
    )
    unit = desk.unit(
        f"#block({look}, inset: 9pt, width: 100%, breakable: false, above: 1.2em, below: 1.2em)"
        f"[{body}]"
    )
    unit.say(*texts)
    return unit
