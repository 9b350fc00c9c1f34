"""Values: what a line that is only a number looks like, in the languages of plans."""

import regex

_NUMBER = r"\p{Nd}++ (?: [.,'’\ \u00a0\u202f٫٬] \p{Nd}++ )*+"
_CURRENCY = r"(?: [A-Z]{0,3} \p{Sc} | [A-Z]{3} )"
_MAGNITUDE = r"""
    (?: [KkMB] | [bm]n | mln | mld | mrd | Mds? | bio
      | hundred | (?: thousand | million | billion | trillion | milliard | millier ) s?
      | mille | mil | miles | mill(?: ón | ones ) | bill(?: ón | ones )
      | mi(?: lhão | lhões ) | bi(?: lhão | lhões )
      | тыс | млн | млрд | миллион(?: а | ов )? | миллиард(?: а | ов )? | тысяч[аи]?
      | мільйон(?: и | ів )?
      | ألف | مليون | مليار | 万 | 億 | 亿 ) \.?
"""
_MONEY = r"""
    (?: (?: de \s )?
        (?: dollars | d[óo]lares | euros | francs | francos | pesos | hryvnias | hryvnia )
        (?: \s (?: US | É-U | des \s États-Unis | estadounidenses ) )?
      | дол(?: \. | арів | ари )? (?: \s? США )? | долл(?: \. | аров | ара )? (?: \s? США )?
      | грн\.? | гривень | гривні | євро | евро | руб\.? | рублей
      | (?: دولار | يورو | جنيه ) (?: \s أمريكي | \s أميركي )? )
"""
_SHARE = r"""
    (?: % | ٪ | ‰ | per \s? cent | percent | por \s ciento | pour \s cent | prozent | por \s cento )
"""
_OF = r"(?: in | of | out \s of | sur | de \s cada | su | von | из | з )"

VALUE = regex.compile(
    rf"""
    (?: [+\-−–±~≈<>≥≤]{{1,2}} \s? )?
    (?P<currency> {_CURRENCY} \s? )?
    (?P<number> {_NUMBER} )
    (?P<range> \s? [-–—/] \s? {_CURRENCY}? \s? {_NUMBER} )?
    (?P<magnitude> \s? {_MAGNITUDE} )?
    (?P<share> \s? {_SHARE} )?
    (?P<unit> \s? (?: {_CURRENCY} | {_MONEY} ) )?
    \+?
    (?P<beside> \s? \( {_NUMBER} \s? {_SHARE}? \) )?
    | (?P<ratio> {_NUMBER} \s {_OF} \s {_NUMBER} )
    """,
    regex.X | regex.I,
)
BARE_YEAR = regex.compile(r"(?: 19 | 20 ) \d\d (?: \s? [-–/] \s? (?: \d\d ){1,2} )?", regex.X)


def is_value(text: str) -> bool:
    """Say whether a line is a number and what belongs to it, and nothing else.

    >>> is_value("$588.3M"), is_value("41 per cent"), is_value("2.5M people"), is_value("2031")
    (True, True, False, False)
    >>> is_value("291 (26.0%)"), is_value("291 (wells)")
    (True, False)
    """
    return VALUE.fullmatch(text) is not None and BARE_YEAR.fullmatch(text) is None


def is_dressed(text: str) -> bool:
    """Say whether a value shows that it counts something: by a currency, a magnitude, a grouping.

    >>> is_dressed("8,870"), is_dressed("15"), is_dressed("20%")
    (True, False, True)
    """
    return not text.strip().isdigit()
