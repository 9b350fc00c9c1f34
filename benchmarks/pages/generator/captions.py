"""Captions above and below, with credits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pages.generator.desk import Desk
from pages.generator.inline import Rich, plain
from pages.generator.unit import Unit
from pages.generator.words import PEOPLE, scene
from pages.truth import Caption, Kind

CREDIT_SHARE = 2 / 3
ABOVE = {"table": 5 / 6, "figure": 1 / 2, "map": 1 / 2, "photo": 0.0}


@dataclass(frozen=True, slots=True)
class Thing:
    """What gets a caption."""

    kind: Kind
    body: str
    texts: Sequence[Rich] = ()
    breakable: bool = False
    beside: str | None = None
    """A unit note, which may be read as the caption's end."""


def captioned(desk: Desk, unit: Unit, thing: Thing) -> None:
    """Set a thing with its caption above or below it, and say both."""
    kind, body, texts = thing.kind, thing.body, thing.texts
    caption, truth = _caption(desk, kind)
    if kind == "table":
        cells = " ".join(cell.text for table in unit.tables for cell in table.cells if cell.text)
        truth = replace(truth, of=cells, beside=thing.beside)
    line = _line(desk, kind, caption)
    above = desk.chance(ABOVE[kind])
    pieces = [f"#block(sticky: true, below: 0.6em)[{line}]", body]
    if not above:
        pieces = [body, f"#block(above: 0.6em)[{line}]"]
    whole = str(thing.breakable).lower()
    unit.markup = (
        f"#block(breakable: {whole}, width: 100%, above: 1.4em, below: 1.4em)"
        f"[{pieces[0]}\n{pieces[1]}]"
    )
    unit.captions.append(truth)
    unit.say(*((caption, *texts) if above else (*texts, caption)))


def _caption(desk: Desk, kind: Kind) -> tuple[Rich, Caption]:
    """Return a caption: a label with a number and a title, or what a photo shows."""
    words, rng = desk.words, desk.rng
    if kind == "photo":
        text = plain(scene(words, rng))
    else:
        label = f"{words.labels[kind]} {desk.next(kind)}{desk.style.caption_colon}"
        title = f"{rng.choice(words.topics)} {words.labels['by']}"
        text = desk.marked(label + title, 0.12)
    credit, holder, year = "", None, None
    if kind in {"photo", "map"} and desk.chance(CREDIT_SHARE if kind == "map" else 5 / 6):
        credit, holder, year = _credit(desk)
    full = Rich((*text.parts, " " + credit)) if credit else text
    return full, Caption(kind, full.plain, holder, year)


def _credit(desk: Desk) -> tuple[str, str, str | None]:
    """Return a credit line, who it names and its year."""
    agency = desk.rng.choice(("NAVO", "CLEARWAY", "TRRA"))
    person = desk.rng.choice(PEOPLE)
    year = str(desk.rng.randint(2027, 2031))
    label = desk.words.labels["credit"]
    forms = (
        (f"© {agency} {year}/{person}", f"{agency}/{person}", year),
        (f"© {agency}/{person}", f"{agency}/{person}", None),
        (f"{label}: {agency}/{person}", f"{agency}/{person}", None),
        (f"© {agency} {year}", agency, year),
    )
    return desk.rng.choice(forms)


def _line(desk: Desk, kind: Kind, caption: Rich) -> str:
    """Return a caption's line as Typst."""
    size = 0.9 if kind != "photo" else 0.8
    look = 'style: "italic"' if kind == "photo" and desk.chance(1 / 2) else ""
    if desk.style.caption_bold and kind != "photo":
        look = 'weight: "bold"'
    more = f", {look}" if look else ""
    return f"#set par(justify: false)\n#text(size: {size}em{more})[{caption.markup}]"


def raw_picture(desk: Desk, width: str, height: float) -> str:
    """Return a small raster picture."""
    pixels = ", ".join(str(desk.rng.randint(40, 230)) for _ in range(48))
    return f"#picture({width}, {height:.0f}pt, ({pixels}))"


def photo(desk: Desk) -> Unit:
    """Return a photo with its caption."""
    unit = desk.unit("")
    height = desk.rng.randint(60, 130)
    if desk.narrow or desk.chance(3 / 4):
        captioned(desk, unit, Thing("photo", raw_picture(desk, "100%", height)))
        return unit
    caption, truth = _caption(desk, "photo")
    unit.markup = (
        "#block(breakable: false, width: 100%, above: 1.4em, below: 1.4em)["
        "#grid(columns: (2fr, 1fr), column-gutter: 10pt, align: bottom, "
        f"[{raw_picture(desk, '100%', height)}], [{_line(desk, 'photo', caption)}])]"
    )
    unit.captions.append(truth)
    unit.say(caption)
    return unit
