"""Long documents, always the same: running text with footnotes, and tables of numbers."""

from collections.abc import Callable, Sequence
from random import Random

SEED = 500
PAPER = """
#set page("a4", margin: 2cm)
#set text(9.5pt, font: "Source Sans Pro")
#let at(place) = [#metadata(place) <at>]
"""
WORDS = (
    "relief plan water shelter district household response partner clinic province valley market"
    " funding assessment school harvest network committee support review council register survey"
    " drought recovery nutrition protection season basin bridge teacher midwife seed ferry"
).split()
PARAGRAPHS, SENTENCES = 5, 5
ROWS, COLUMNS = 28, 6

Kind = Callable[[Random], str]
"""Writes the content of one page, as Typst markup."""


def pages(count: int, kinds: Sequence[Kind], seed: int = SEED) -> list[str]:
    """Return so many pages, of each kind by turns, each with a heading."""
    rng = Random(seed)  # noqa: S311 - no secret hangs on it
    return [
        f"= {number + 1} {words(rng, 3).title()}\n\n{kinds[number % len(kinds)](rng)}"
        for number in range(count)
    ]


def document(made: Sequence[str]) -> str:
    """Return pages as one document."""
    return PAPER + "\n\n#pagebreak()\n\n".join(made)


def prose(rng: Random) -> str:
    """Return paragraphs with figures and a footnote each."""
    parts = (" ".join(_sentence(rng) for _ in range(SENTENCES)) for _ in range(PARAGRAPHS))
    return "\n\n".join(f"{part}#footnote[{_sentence(rng)}]" for part in parts)


def table(rng: Random) -> str:
    """Return a table of numbers by years."""
    years = [f"[{2030 + year}]" for year in range(COLUMNS)]
    head = ", ".join(["[Requirements (USD thousand)]", *years])
    rows = (
        ", ".join([f"[{words(rng, 2).capitalize()}]", *(f"[{_number(rng)}]" for _ in years)])
        for _ in range(ROWS)
    )
    widths = f"(2fr, {', '.join('1fr' for _ in years)})"
    return f"{_sentence(rng)}\n\n#table(columns: {widths}, table.header({head}), {', '.join(rows)})"


def _sentence(rng: Random) -> str:
    people, money = f"{_number(rng)} people", f"USD {rng.randint(2, 90)} million"
    told = rng.choice((people, money, f"{rng.randint(2, 98)} per cent of the {words(rng, 1)}"))
    return f"{words(rng, 7)} {told} {words(rng, 8)}.".capitalize()


def words(rng: Random, count: int) -> str:
    """Return so many words of plans, in any order."""
    return " ".join(rng.choices(WORDS, k=count))


def _number(rng: Random) -> str:
    return f"{rng.randint(1_000, 990_000):,}"
