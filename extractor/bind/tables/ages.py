"""Ages that head the rows or columns of a table: `0-4 years`, `18-59 ans`."""

import regex

from extractor.bind.tables.classes import classes_in
from extractor.bind.tables.headers import names_sex
from extractor.segment.document import Table

AGES = regex.compile(
    r"""
    \W*+ \d{1,3} (?: \s? [-–] \s? \d{1,3} | \s? \+ | \s (?: to | à | a ) \s \d{1,3} )
    \s? (?: years? | yrs | months? | ans | mois | años | meses ) \W*+
    """,
    regex.X | regex.I,
)
OF_AGE = regex.compile(
    r"(?<!\p{L})(?:ages?|aged|âges?|âgée?s?|edad(?:es)?|вік[уо]?|возраст\p{L}*+)(?!\p{L})", regex.I
)


def ages_in(table: Table) -> frozenset[tuple[int, int]]:
    """Return the heads and labels that are stretches of ages, in a table of people by age or sex.

    Elsewhere they are of time, as of loans that fall due in `1-5 years`.
    """
    labels = [c for c in table.cells if c.header is not None or c.col == 0]
    aged = frozenset((c.row, c.col) for c in labels if AGES.fullmatch(c.text))
    told = any(c.col == 0 and c.header == "column" and OF_AGE.search(c.text) for c in labels)
    if told:
        aged |= classes_in(table)  # `15–24` below `Age group`
    return aged if aged and (told or _parts_people(table)) else frozenset()


def _parts_people(table: Table) -> bool:
    heads = (c.text for c in table.cells if c.header is not None or c.row == 0 or c.col == 0)
    return any(names_sex(text) or OF_AGE.search(text) for text in (table.title or "", *heads))
