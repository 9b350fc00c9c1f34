"""The unit that a head or label states: of money, of a share, or of a measure (`Rainfall (mm)`)."""

from functools import lru_cache

import regex

from extractor.segment.titles import StatedUnit, read_quantity, read_unit, stated_unit
from extractor.segment.unit_words import is_measure

COUNTED = regex.compile(
    r"""
    \s* [(\[]
    (?: n | N | n[bo°]\.? | \# | number | nombre | n[úu]mero | count
      | [nN] \s? = \s? [\d.,\s]{1,9}+ )
    [)\]] [*†‡]*+ $
    """,
    regex.X,
)
"""What says that a head counts, not what: `Contacts seen (n)`, `Urban (n=210)`."""
SCALED = regex.compile(
    r"""
    (?<= (?<! \p{L} ) (?: scor(?: e | ing ) | rating | likelihood | probability | impact | severity
      | priority | (?<! at \s ) risk | ind(?: ex | ice ) | índice
      | probabilité | gravité | note | cote | probabilidad | impacto | gravedad | puntuación
      | calificación ) )
    \s* [(\[] \s?+
    (?: (?: out\sof | sur | de | sobre | max\.? | / ) \s? (?: 4 | 5 | 6 | 7 | 10 | 20 | 100 )
      | (?: (?: on\sa\s )? scale\s (?: of \s )? )? 1 \s? (?: [-–] | to | à | a )
        \s? (?: 4 | 5 | 6 | 7 | 10 )
    )
    \s?+ [)\]] [*†‡]*+ $
    """,
    regex.X | regex.I,
)
"""The scale on which a head rates: `Score (out of 6)`, `Likelihood (1-5)`."""
SIGN = regex.compile(r"[(\[] (?P<sign> [a-zA-UX-Z] ) [)\]] [\s*†‡]*+ $", regex.X)
"""The sign of a measure of one letter in a head, where it is no list letter: `Height (m)`.

V and W count votes and women, too."""
SHARE_OF = regex.compile(
    r"""
    (?: (?P<open> [(\[] ) \s* | ^ [^\p{L}\d%]*+
      | (?<= \s (?: as | en | como ) \s (?: an? \s )? ) (?= % | per | pour | porc ) )
    (?: % | per\s?cent | percentage | share | proportion | pourcentage | part | porcentaje )
    \s (?: of | des? | du | d['’] | del? ) \s?
    (?P<article> (?: (?: the | all | l[ae]s? | los | tous\sles ) \s )++ )?+
    (?P<base> [\p{L}][\p{L}\s'’\-]{0,40}? )
    (?(open) \s* [)\]] [\W\d]*+ $ | (?= \s* (?: [(\[,:;*] | $ )
      | \s (?: in | with | who | that | which | whose | having | where | covered | reached | for
        | by | from | under | receiving | dans | avec | qui | ayant | dont | con | que | en )
        (?! \p{L} )
    ) )
    """,
    regex.X | regex.I,
)
"""What a share is one of: `(% of households)`, `Percentage of households with nets`, and
`Households as % of the population`."""
PERCENT_OF = regex.compile(
    r"""
    ^ \W*? (?: % | per\s?cent(?:age)? | pourcentage | porcentaje )
    \s (?: of | des? | du | d['’] | del? ) \s? (?: (?: the | all | l[ae]s? | los ) \s )*+
    """,
    regex.X | regex.I,
)
"""What opens a label of a share before its base."""
SHARED = regex.compile(
    r"""
    [(\[] (?P<inside> (?! [^()\[\]]{0,60} (?<! \p{L} ) (?: n | no | number | nombre ) (?! \p{L} ) )
      [^()\[\]%\d]{0,40}? (?<! \p{L} )
      (?: % | per\s?cent (?: age )? | pour\s?cent (?: age )? | porcentaje | por\sciento )
      (?! \p{L} )
      (?P<points> \s points? )?+ [^()\[\]]{0,60}+ )
    [)\]] [\s*†‡]*+ $
    """,
    regex.X | regex.I,
)
"""A share in other words in the bracket that ends a head: `(annual % change)`."""
BARE_OF = regex.compile(r"\s de \s* $", regex.X | regex.I)
PLURAL_BASE = regex.compile(r"\p{L}+ [sx] (?! \p{L} )", regex.X)
"""After a bare `de` only several are a base: `% de ejecución` is a rate."""
PARTICIPLES = regex.compile(r"(?: \s \p{L}{2,}+ (?<= ed | é | ée | és | ées ) )++ $", regex.X)
"""What was done to a base, at its end: `travellers screened`, `voyageurs sensibilisés`."""
MEASURED = regex.compile(
    r"""
    (?: (?: total \s )?+ (?: number | n[úu]mero | nombre ) \s (?: of \s | des? \s | d['’] )
      | [\W\d]*+ )
    (?P<unit> \p{L}{2,12} [²³23]?+ )
    (?: \s (?: of | des? | planted | sown | built ) (?! \p{L} ) | \s d['’]
      | \s \p{L}{3,20}? ed (?! \p{L} ) )
    """,
    regex.X | regex.I,
)
"""What a measure opens: `Km of pipeline laid`, `Number of hectares planted`."""
MAX_TAIL = 3  # words of a sum's unit at the end of a head: `Cost US$ million`
MARKS = " *†‡"


@lru_cache(maxsize=4096)  # a header governs many cells
def unit_of_head(text: str) -> StatedUnit | None:
    """Return the unit and factor that a head or label states.

    >>> unit_of_head("Rainfall (mm)").unit, unit_of_head("Cost US$ million").magnitude
    ('mm', '1000000')
    >>> unit_of_head("Share of women") is None
    True
    """
    return stated_unit(text) or _sign(text) or _shared(text) or _at_end(text)


@lru_cache(maxsize=4096)
def without_unit(text: str) -> str:
    """Return a head, label or title without the unit that it states, and without marks of notes.

    >>> without_unit("Price (US$)"), without_unit("Rainfall (mm)*"), without_unit("Seen (n)")
    ('Price', 'Rainfall', 'Seen')
    >>> without_unit("Requirements (USD million) by sector")
    'Requirements by sector'
    """
    said = unit_of_head(text)
    if said is not None:
        after = text[said.span[1] :].lstrip(" )]")
        gap = " " if after[:1].isalpha() else ""  # a mark of a note stays at its word
        text = (text[: said.span[0]].rstrip(" (,[") + gap + after).strip()
    share = SHARE_OF.search(text)
    if share is not None and share["open"]:
        text = text[: share.start()]
    for how in (COUNTED, SCALED):
        text = how.sub("", text)
    return text.rstrip(MARKS)


@lru_cache(maxsize=4096)
def base_of(text: str) -> str | None:
    """Return what a head, label or caption says that its shares are of; None for no such words.

    >>> base_of("Posts without power (per cent of posts)"), base_of("% of households with nets")
    ('posts', 'households')
    >>> base_of("Rate of interest") is None
    True
    """
    said = SHARE_OF.search(text)
    if said is None:
        return None
    base = PARTICIPLES.sub("", said["base"].strip())
    bare = said["article"] is None and BARE_OF.search(said[0][: -len(said["base"])])
    return None if bare and not PLURAL_BASE.match(base) else base


def opening_measure(text: str) -> StatedUnit | None:
    """Return the measure that opens a label: of how much of something it tells.

    >>> opening_measure("Km of pipeline laid").unit, opening_measure("Number of hectares sown").unit
    ('km', 'hectares')
    >>> opening_measure("Means of support") is None
    True
    """
    said = MEASURED.match(text)
    if said is None:
        return None
    unit = next((w for w in (said["unit"], said["unit"].lower()) if is_measure(w)), None)
    return None if unit is None else StatedUnit(unit, None, said.span("unit"))


def _sign(text: str) -> StatedUnit | None:
    said = SIGN.search(text)
    if said is None or not is_measure(said["sign"]):
        return None
    return StatedUnit(said["sign"], None, said.span("sign"))


def _shared(text: str) -> StatedUnit | None:
    said = SHARED.search(text) if text.endswith((")", "]", "*")) else None
    if said is None:
        return None
    unit = "percentage_points" if said["points"] else "percent"
    return StatedUnit(unit, None, said.span("inside"))


def _at_end(text: str) -> StatedUnit | None:
    """Return the unit of money or of a rate, with its factor, that a head ends in, no bracket."""
    words = text.split()
    for size in range(min(MAX_TAIL, len(words) - 1), 0, -1):
        tail = " ".join(words[-size:])
        unit, magnitude = read_quantity(tail) if "/" in tail else read_unit(tail)
        apart = unit is not None and (unit.isupper() or "/" in tail or tail == "%")
        if apart and text.endswith(tail):
            return StatedUnit(unit, magnitude, (len(text) - len(tail), len(text)))
    return None
