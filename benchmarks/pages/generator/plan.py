"""A whole invented plan: drawn from a seed, printed, and what is true of it."""

from dataclasses import dataclass
from itertools import product
from random import Random

from pages.generator.desk import Desk
from pages.generator.furniture import page_rule
from pages.generator.inline import Labels, NoteBook
from pages.generator.opening import contents, title_block
from pages.generator.printing import END, printed
from pages.generator.sections import endnotes, section
from pages.generator.style import draw_style, prelude
from pages.generator.unit import Block, Unit
from pages.truth import Footnote, Reading

SOURCES = (
    "Joint Survey Unit, Household Survey of the Northern Districts",
    "Basin Council, Water Quality Bulletin, Second Series",
    "NAVO, Review of the First Year",
    "Ministry of Works, Register of Damaged Buildings",
    "CLEARWAY, Clearance Report",
    "Interviews with district officials",
    "This includes people in collective centres",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """An invented plan: its PDF and its truth."""

    seed: int
    pdf: bytes
    truth: Reading
    pages: int
    markup: str


def make(seed: int) -> Plan:
    """Return the plan of a seed, always the same."""
    rng = Random(seed)  # noqa: S311  # chance that must repeat, no secret
    style = draw_style(rng)
    desk = Desk(rng, style, _book(rng), width=style.width)
    desk.marks = rng.choice((0.0, 0.08, 0.15, 0.3))
    title = f"{rng.choice(('Norvia', 'Costrava', 'Ilmaria'))}: {style.words.labels['plan']} 2031"
    titled, listed = desk.chance(1 / 2), desk.chance(1 / 3)
    body = [block for _ in range(rng.randint(2, 3)) for block in section(desk)]
    body += endnotes(desk)
    opening: list[Block] = [title_block(desk, title)] if titled else []
    if listed:
        opening.append(contents(desk, [unit for block in body for unit in block.units]))
    if titled and not listed and style.columns == 1 and desk.chance(1 / 2):
        body = body[1:]  # the first section begins below the title
    blocks = opening + body
    markup = "".join(
        [prelude(style, title), page_rule(desk, title), *(f"\n\n{b.markup}" for b in blocks)]
    )
    pdf, pages = printed(markup, tagged=style.tagged)
    units = [unit for block in blocks for unit in block.units]
    truth = _truth(units, pages, title if titled else None)
    return Plan(seed, pdf, truth, pages[END], markup)


def _book(rng: Random) -> NoteBook:
    """Draw where notes stand and what their labels are."""
    if rng.random() < 1 / 5:
        return NoteBook(rng, "end", "digits", SOURCES)
    labels: tuple[Labels, ...] = ("digits", "digits", "digits", "symbols", "letters")
    return NoteBook(rng, "foot", rng.choice(labels), SOURCES)


def _truth(units: list[Unit], pages: dict[str, int], title: str | None) -> Reading:
    """Put together what is true of all units."""
    orders: list[tuple[str, ...]] = []
    for swapped, early in product((False, True), repeat=2):
        orders.append(_order(units, pages, swapped=swapped, early=early))
    others = tuple(dict.fromkeys(order for order in orders[1:] if order != orders[0]))
    return Reading(
        order=orders[0],
        alternatives=others,
        title=title,
        headings=tuple(h for unit in units for h in unit.headings),
        tables=tuple(t for unit in units for t in unit.tables),
        footnotes=tuple(
            Footnote(note.label, note.text, pages.get(note.name)) for u in units for note in u.notes
        ),
        marks=tuple(m for unit in units for m in unit.marks),
        captions=tuple(c for unit in units for c in unit.captions),
        key_figures=tuple(k for unit in units for k in unit.key_figures),
    )


def _order(
    units: list[Unit], pages: dict[str, int], *, swapped: bool, early: bool
) -> tuple[str, ...]:
    """Return all texts in order; a page's foot notes follow the last unit that begins on it.

    `swapped` takes the other order of units that have one, `early` what stands beside the text
    before it.
    """
    feet: dict[int, list[str]] = {}
    for unit in units:
        for note in unit.notes:
            if note.where == "foot":
                feet.setdefault(pages[note.name], []).append(note.text)
    texts: list[str] = []
    arranged = _aside_first(units) if early else units
    for at, unit in enumerate(arranged):
        texts += unit.otherwise if swapped and unit.otherwise else unit.order
        texts += [f"{text} {pages[name]}" for text, name in unit.entries]
        page = pages[unit.name]
        following = pages[arranged[at + 1].name] if at + 1 < len(arranged) else None
        for foot in sorted(feet):
            if following is None or (page <= foot < following):
                texts += feet.pop(foot)
    return tuple(texts)


def _aside_first(units: list[Unit]) -> list[Unit]:
    """Move each unit that stands beside others before those of its block."""
    arranged: list[Unit] = []
    for unit in units:
        arranged.insert(len(arranged) - unit.beside, unit)
    return arranged
