"""Places that only a table makes known: the labels below a header such as `District`."""

from collections.abc import Collection, Iterator, Mapping

import regex

from extractor.bind.tables.governing import Governed, is_label
from extractor.bind.tables.headers import heads_areas
from extractor.entities import Mention
from extractor.entities.gazetteer import load
from extractor.segment.document import Cell, Document, Span, Table
from extractor.segment.titles import is_total

MAX_WORDS = 5  # of an area's name
MIN_LETTERS = 4  # of a name that is looked for in the text: a shorter one is many things
MAX_QUALIFIED = 3  # words of a head of areas that is told more of: `Fund country`
SHARE_KNOWN = 2  # one of so many below such a head is a known place, at least
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


def areas_of_tables(
    doc: Document, governed: list[Governed], places: Collection[Span]
) -> Mapping[str, str]:
    """Return the names below headers that say that they are areas, by their labels in lower case.

    `places` is where known places stand.
    """
    return {
        cell.text.lower(): _cased(_without_total(cell.text))
        for table, what in zip(doc.tables, governed, strict=True)
        for cell in _labels_of_areas(table, what, places)
    }


def _labels_of_areas(table: Table, governed: Governed, places: Collection[Span]) -> Iterator[Cell]:
    """Yield the names below heads of areas; below those that may head others, only where known.

    That is one place at least below `Department`, and every other one below `Fund country`.
    """
    last = max(table.total_rows, default=table.n_rows)  # below it stands what else is
    unsure: dict[tuple[int, int], list[Cell]] = {}
    for cell in table.cells:
        if cell.row < last and is_label(cell) and _is_name(cell.text):
            heads = [head.text for head in governed[cell.row, cell.col].columns[-1:]]
            if any(_heads_offices(head) for head in heads):
                unsure.setdefault((cell.col, len(table.cells)), []).append(cell)
            elif any(heads_areas(head) for head in heads):
                yield cell
            elif any(_heads_some_areas(head) for head in heads):
                unsure.setdefault((cell.col, SHARE_KNOWN), []).append(cell)
    for (_, share), cells in unsure.items():
        known = sum(cell.span in places for cell in cells)
        if known and known * share >= len(cells):
            yield from cells


def areas_in_text(doc: Document, areas: Mapping[str, str]) -> list[Mention]:
    """Return where running text names areas that only tables make known, in order."""
    names = {name for name in areas.values() if len(name) >= MIN_LETTERS and name[0].isupper()}
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


def _heads_some_areas(head: str) -> bool:
    """Say whether a head opens or ends in a word for areas, of which others tell more.

    >>> _heads_some_areas("Fund Country"), _heads_some_areas("Pays membres")
    (True, True)
    >>> _heads_some_areas("Country"), _heads_some_areas("Cost of fuel")
    (False, False)
    """
    words = head.split()
    return 1 < len(words) <= MAX_QUALIFIED and (heads_areas(words[0]) or heads_areas(words[-1]))


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
