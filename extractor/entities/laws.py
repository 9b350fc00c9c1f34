"""Laws and resolutions as a text cites them: by number, by symbol, or by name and year."""

from collections.abc import Iterator

import regex

from extractor.entities.mention import Mention, Span

SYMBOL = r"(?: S | A ) / RES / [\dA-Z\-]{1,8} (?: / [\dA-Z.]{1,8} )? (?: \ \( \d{4} \) )?"
"""The symbol of a resolution of the United Nations: `S/RES/1325 (2000)`, `A/RES/46/182`."""

NUMBER = r"\d{1,6} (?: [/.\-] (?: \d{1,6} | [IVXLC]{1,6} \b | [A-Z]{2,4} \b ) ){0,3}"
YEARS = r"(?: ,? \ (?: of | de | du | del ) \ \d{4} \b | \ \( \d{4} \) )"
YEAR = rf"{YEARS}?"
"""The year behind a law's number; never a day, which says when and not which."""

NO = r"""
    (?: (?: Nos? | Nr | Núm | N ) \.? \ ? [°º]? | n [°ºo] \.? | N \.º | № | number | número ) \ ?
"""

KIND = r"""
    (?: (?: Organic | Federal | Public | Framework | Constitutional ) [ ] )?
    (?: Law | Act | Statute | Ordinance | Proclamation )
    | (?: (?: Presidential | Royal | Legislative | Supreme | Ministerial | Government ) [ ] )?
      Decree (?: -Law | [ ] Law )?
    | Executive [ ] Order
    | (?i: (?: (?: General [ ] Assembly | (?: Security | Human [ ] Rights ) [ ] Council ) [ ] )?
        (?: resolution | résolution | resolución ) )
    | (?i: loi (?: [ ] organique | -cadre )? | décret (?: -loi )? | ordonnance | arrêté )
    | (?i: ley (?: [ ] orgánica | [ ] general )?
        | (?: real [ ] )? decreto (?: [ \-]ley | [ ] supremo | [ ] legislativo | [ ] ejecutivo )? )
    | (?i: закон\p{L}{0,3} | указ\p{L}{0,3} | постанов\p{L}{1,5} )
"""

NUMBERED = rf"""
    (?: {KIND} ) [ ]
    (?: {NO} {NUMBER} {YEAR}
      | \d{{1,6}} (?: [/\-] (?: \d{{1,6}} | [IVXLC]{{1,6}} \b ) ){{1,3}} {YEAR}
      | \d{{1,6}} {YEARS} | \d{{3,6}} )
"""
"""By kind and number; a small number by itself may count anything (`Act 3`, `resolution 4`)."""

EUROPEAN = r"""
    (?: Regulation | Directive | Règlement | Reglamento | Directiva ) [ ]
    (?: \( (?: EU | EC | UE | CE | EEC ) \) [ ] )? (?: No \.? [ ] )?
    \d{1,4} / \d{1,4} (?: / (?: EU | EC | UE | CE | EEC ) )?
"""

ARABIC = r"""
    (?: ال )? (?: قانون | مرسوم | قرار ) \  رقم \  \(? \p{Nd}{1,6} \)?
    (?: \  (?: لسنة | لعام ) \  \p{Nd}{4} )?
"""

NAMED = r"""
    \p{Lu}[\p{L}’'\-]{1,24}
    (?: \ (?: and | of | on | the | for | to | \p{Lu}[\p{L}’'\-]{1,24} ) ){0,7}
    \  (?: Act | Law ) (?: \ of | , )? \  (?: 1[89] | 20 ) \d\d
"""
"""An act by its name and year: `Health Act of 2019`; no act's name opens with an article."""

LAW = regex.compile(
    rf"""
    (?= [\p{{Lu}}ladorзупاقم] )
    (?<! [\p{{L}}\d/] )
    (?! (?: The | This | That | In | Under | By | An? | Its | See ) \  )
    (?: {SYMBOL} | {NUMBERED} | {EUROPEAN} | {ARABIC} | {NAMED} )
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)


CASED = """
    Act Law RES/ Statute Ordinance Proclamation Decree Executive Regulation Directiv Règlement
    Reglamento قانون مرسوم قرار القانون المرسوم القرار
""".split()
UNCASED = """
    resolution résolution resolución loi décret ordonnance arrêté ley decreto закон указ постанов
""".split()
SIGN = regex.compile(
    r"\b \L<signs>",
    regex.X,
    signs=[*CASED, *(f(word) for word in UNCASED for f in (str.lower, str.title, str.upper))],
)
"""What every law has in its line: it is found four times as fast as a law."""


def laws(text: str) -> Iterator[Mention]:
    """Yield the mentions of laws, decrees and resolutions, in order and disjoint.

    >>> [law.value for law in laws("Law No. 12/2019 and resolution 46/182 of the Assembly")]
    ['Law No. 12/2019', 'resolution 46/182']
    """
    for line in _lines(text):
        for match in LAW.finditer(text, *line):
            yield Mention("law", match.span(), " ".join(match[0].split()))


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines in which a law may stand; no law runs over the end of one."""
    end = 0
    for sign in SIGN.finditer(text):
        if sign.start() >= end:
            start = text.rfind("\n", end, sign.start()) + 1 or end
            end = text.find("\n", sign.end())
            end = len(text) if end < 0 else end
            yield start, end
