"""Places that only a table makes known: the labels below a header such as `District`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import regex

from extractor.bind.tables.governing import Governed, is_label
from extractor.bind.tables.headers import heads_areas
from extractor.data.tables import load
from extractor.entities import Mention
from extractor.segment.document import Cell, Document, Span, Table
from extractor.segment.titles import is_total

MAX_WORDS = 5  # of an area's name
MIN_LETTERS = 4  # of a name that is looked for in the text: a shorter one is many things
MAX_QUALIFIED = 3  # words of a head of areas that is told more of: `Fund country`
MIN_KNOWN = 3  # known places among the names below such a head
MAX_JOIN = 3  # letters of the words that join those of a name: `of`, `and`, `sur`
NOT_ONE = regex.compile(
    r"""
    ^ \W*+ (?: other s? | others | all | overall | rest | unknown | unspecified | various | several
      | global | headquarters | hq | siège | sede | regional | multi | autres? | tous | toutes
      | ensemble | inconnu\p{L}* | otros?
      | otras? | todos | todas | conjunto | інш\p{L}* | усього | невідом\p{L}* | прочие | другие
      | неизвестн\p{L}* | أخرى | غير
    ) \b
    """,
    regex.X | regex.I,
)
"""Labels among areas that are no area."""


@dataclass(frozen=True)
class Areas:
    """The names that heads say are areas, by their labels."""

    anywhere: Mapping[str, str] = field(default_factory=dict)
    """By the label in lower case, wherever the document says it."""
    labels: Mapping[Span, str] = field(default_factory=dict)
    """By where the label stands: below a head that may head others, and for its own rows only."""

    def of(self, cell: Cell) -> str | None:
        """Return the area that a cell names."""
        here = self.labels.get(cell.span) if cell.span is not None else None
        return here or self.anywhere.get(cell.text.lower())


def areas_of_tables(doc: Document, governed: list[Governed], places: Collection[Span]) -> Areas:
    """Return the names below headers that say that they are areas.

    `places` is where known places stand.
    """
    anywhere: dict[str, str] = {}
    labels: dict[Span, str] = {}
    for table, what in zip(doc.tables, governed, strict=True):
        sure, offices, qualified = _labels_of_areas(table, what)
        for cells in offices:
            sure.extend(cells if any(cell.span in places for cell in cells) else [])
        anywhere.update((cell.text.lower(), _named(cell)) for cell in sure)
        for cells in qualified:
            if _mostly_known(cells, places):
                labels.update((cell.span, _named(cell)) for cell in cells if cell.span is not None)
    return Areas(anywhere, labels)


def _labels_of_areas(
    table: Table, governed: Governed
) -> tuple[list[Cell], Collection[list[Cell]], Collection[list[Cell]]]:
    """Return the names below heads of areas, and by column those below heads that may head others.

    These are heads such as `Department`, and heads that say more, such as `Fund country`.
    """
    last = max(table.total_rows, default=table.n_rows)  # below it stands what else is
    sure: list[Cell] = []
    offices: dict[int, list[Cell]] = {}
    qualified: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row < last and is_label(cell) and _is_name(cell.text):
            heads = [head.text for head in governed[cell.row, cell.col].columns[-1:]]
            if any(_heads_offices(head) for head in heads):
                offices.setdefault(cell.col, []).append(cell)
            elif any(heads_areas(head) for head in heads):
                sure.append(cell)
            elif any(_is_qualified(head) for head in heads):
                qualified.setdefault(cell.col, []).append(cell)
    return sure, offices.values(), qualified.values()


def _mostly_known(cells: list[Cell], places: Collection[Span]) -> bool:
    """Say whether more than half of the names, and not only two, are known places."""
    known = {_named(cell) for cell in cells if cell.span in places}
    names = {_named(cell) for cell in cells}
    return len(known) >= MIN_KNOWN and 2 * len(known) > len(names)


def areas_in_text(doc: Document, areas: Areas) -> list[Mention]:
    """Return where running text names areas that only tables make known, in order."""
    names = {
        name for name in areas.anywhere.values() if len(name) >= MIN_LETTERS and name[0].isupper()
    }
    if not names:
        return []
    found: list[Mention] = []
    pattern = regex.compile(
        r"(?<! [\p{L}\p{M}\-] ) \L<names> (?! [\p{L}\p{M}\-] )", regex.X, names=names
    )
    for block in doc.blocks:
        if block.type not in {"table", "title", "heading"}:
            text = doc.text
            found.extend(
                Mention("place", m.span(), m[0]) for m in pattern.finditer(text, *block.span)
            )
    return found


def _heads_offices(head: str) -> bool:
    return head.strip().lower() in load("tables.toml")["areas"]["offices"]


def _is_qualified(head: str) -> bool:
    """Say whether a head tells more of areas: before the word in English, else behind it.

    >>> _is_qualified("Fund Country"), _is_qualified("Pays membres")
    (True, True)
    >>> _is_qualified("Country"), _is_qualified("Country director"), _is_qualified("Area planted")
    (False, False, False)
    """
    words = head.split()
    if not 1 < len(words) <= MAX_QUALIFIED:
        return False
    return heads_areas(words[-1]) or words[0].lower() in load("tables.toml")["areas"]["before"]


def _named(cell: Cell) -> str:
    """Return the area that a label names."""
    return _cased(_without_total(cell.text))


def _without_total(label: str) -> str:
    """Return the name of an area without the word for its total.

    >>> _without_total("Ost Total"), _without_total("Total Bay")
    ('Ost', 'Total Bay')
    """
    name, _, last = label.rstrip().rpartition(" ")
    return name.rstrip(" ,–-") if name and is_total(last) else label


def _is_name(text: str) -> bool:
    words = text.split()
    fits = 0 < len(words) <= MAX_WORDS and not any(c.isdigit() for c in text)
    return (
        fits and all(_may_name(w) for w in words) and not is_total(text) and not NOT_ONE.match(text)
    )


def _may_name(word: str) -> bool:
    """Say whether a word may be part of a name: no common word in lower case (`Fuel saved`)."""
    return not word[:1].islower() or len(word) <= MAX_JOIN or heads_areas(word)


def _cased(text: str) -> str:
    name = " ".join(text.split())
    return name.title() if name.isupper() and len(name) > len("XXX") else name
