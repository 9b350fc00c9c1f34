"""Dates in labels that tell when something falls due or is to be done, not when figures hold."""

import regex

_LEADS = (
    r"(?: \s++ (?: in | on | at | the | end | of | late | mid | early | en | le | el | à | a ) )*+"
)
FALLS_DUE = regex.compile(
    rf"""
    \b (?: due | matur (?: ing | es | ity ) | expir (?: ing | es | y ) | (?: re )?+ payable
      | échéance | échéant | vencimiento | vencen? ) {_LEADS} [\s(\[:–—-]*+ $
    """,
    regex.X | regex.I,
)
BOND = regex.compile(
    r"\b (?: euro )?+ (?: bonds? | debentures? | gilts? | bonos? ) [\s(\[–—-]*+ $",
    regex.X | regex.I,
)
"""Securities, which are named by the year in which they fall due: `Bonds - 2035`."""
UP_TO = regex.compile(
    rf"""
    (?: (?<! \p{{L}} ) (?: by | until | till | hasta | до | d['’]ici ) {_LEADS}
      | (?<! \p{{L}} ) jusqu['’] (?: en | à | au ) {_LEADS} ) \s*+ $
    """,
    regex.X | regex.I,
)
TO_COME = regex.compile(
    r"\b (?: to \s be | needed | required | planned | expected | foreseen ) \b", regex.X | regex.I
)


def is_due(before: str, date: str, *, unit: bool) -> bool:
    """Say whether what stands before a date in a label says that it is yet to come then.

    `unit` is whether a unit follows the date: what was done by a day is then no longer told apart
    from what is to be done.

    >>> is_due("Loans due ", "2042", unit=False), is_due("Bonds - ", "2035", unit=True)
    (True, True)
    >>> is_due("Bonds, end of ", "2031", unit=True), is_due("Reached by ", "2031", unit=False)
    (False, False)
    """
    if FALLS_DUE.search(before) or (date.isdecimal() and BOND.search(before)):
        return True
    return UP_TO.search(before) is not None and (unit or TO_COME.search(before) is not None)
