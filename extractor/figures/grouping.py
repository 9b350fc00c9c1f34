"""The pattern of a numeral: digits in the grouping of the document, then in any other."""

from functools import cache

import regex

_BLANK = "[\\x20\\u00a0\\u2007\\u2009\\u202f]"

# Elsewhere a stop behind a blank ended a sentence whose next one lost its blank: "was hit .12 died"
_BARE_BEHIND = r"""
    (?<= \A | [<>=≈~≤≥±(\[|,;\t] \ ? | [\ (][+−-]
      | (?<!\p{L}) (?i: of | is | was | are | were | by | to | at | than | from | between | and | or
      | about | only | under | over | below | above | de | es | fue | por | y | a ) \  )
"""
# Elsewhere three digits may be those of a sentence, or of a note: "batted .312."
_THREE_BARE = r"""
    (?<= \b (?: bat(?:s|ted|ting)? | hit(?:s|ting)? | slugg(?:ed|ing) | average | percentage ) \  )
    \. (?= [0-9]{3} (?: [,;)] | \.? \Z | \.\  ) )
"""


@cache
def numeral_pattern(decimal: str, native_group: str) -> "regex.Pattern[str]":
    """Return the pattern of a numeral: the document's format, then what can mean only one thing."""
    point = regex.escape(decimal)
    other = "," if decimal == "." else r"\."
    tail, head, three = "[0-9]{1,12}+", "(?!0) [0-9]{1,3}", "[0-9]{3} (?![0-9])"
    zero = "(?<= (?<![0-9]) 0 .)"
    # A language that groups by points does so in a text that borrows foreign decimals, too.
    native = r"\." if native_group == "." and decimal == "." else "(?!)"
    bare = rf"(?: {_BARE_BEHIND} \. | {_THREE_BARE} )" if decimal == "." else "(?!)"  # p < .05
    return regex.compile(
        rf"""
        (?<! [0-9] ) (?:
          (?P<native> {head} (?: {native} {three} )++ (?! \ \p{{L}}+ll[oó]n ) )
        | (?P<grouped> {head} (?: {other} {three} )++ ) (?: {point} (?P<f1> {tail} ) )?
        | (?P<lakh> [0-9]{{1,2}} (?: , [0-9]{{2}} ){{1,6}} , {three} ) (?: \. (?P<f2> {tail} ) )?
        | (?P<quoted> {head} (?: ' {three} )++ ) (?: [.,] (?P<f3> {tail} ) )?
        | (?P<spaced> (?<! [0-9][\ .,] ) {head} (?: {_BLANK} {three} )++ )
          (?: [.,] (?P<f4> {tail} ) )? (?! {_BLANK} [0-9] )
        | (?P<foreign> {head} (?: {point} {three} ){{2,}}+ ) (?: {other} (?P<f5> {tail} ) )?
        | (?P<mixed> {head} (?: {point} [0-9]{{3}} )++ ) {other} (?P<f6> [0-9]{{1,2}}+ )
        | {bare} (?P<bare> {tail} )
        | (?P<whole> (?: 0 (?![0-9]) | [1-9][0-9]{{0,17}}+ ) ) (?:
              {point} (?P<f7> {tail} )
            | {other} (?P<f8> [0-9]{{1,2}} (?![0-9]) | [0-9]{{4,12}}+ | {zero} [0-9]{{3}}+ )
          )?
        )
        (?! [0-9] | [.,][0-9] )
        """,
        regex.X,
    )
