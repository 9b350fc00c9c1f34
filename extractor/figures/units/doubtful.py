"""Units whose sign is a letter or sign of something else, too: `5h`, `12 A`, `6.5"`, `22p`.

What stands before or around them shows which it is.
"""

from collections.abc import Callable
from functools import cache

import regex

from extractor.figures.lexicon import Pack, Words
from extractor.figures.phrases import LazyPattern, after, longest_first

_HOURS = regex.compile(  # a smaller number is a time of the day, as in 14h
    r"(?<=(?<![0-9.,:])(?:2[4-9]|[3-9][0-9]|[1-9][0-9]{2,4}|[1-9][0-9]{0,2}[, ][0-9]{3}))"
    r"\ ?h(?:rs?)?(?![\p{L}0-9/])"
)
LASTING = regex.compile(r"\ ?h(?:rs?)?(?![\p{L}0-9/:]|\ [0-9])")  # behind what tells that they last
MINUTES = regex.compile(
    r"(?<=[0-9])\ h\ ([0-5]?[0-9])(?:\ ?(?:min|mn|мин|хв)\b)?+(?![\p{L}0-9:]|[.,][0-9])"
)
_SECONDS = regex.compile(
    r"(?<=[0-9]\.[0-9]{1,3}|[0-9]\ ?(?:min|mn)\.?\ [0-9]{1,2})\ ?s(?![\p{L}0-9/'])"
)
_MILLISECONDS = regex.compile(r"(?<=[0-9])\ ?ms(?![\p{L}0-9/'])")
LETTERED = {
    "h": (_HOURS, "T1H"),
    "s": (_SECONDS, "T1S"),
    "m": (_MILLISECONDS, "T0.001S"),
}
"""By their first letter: the stretches of time whose letters say them, and their values."""

_PENCE = regex.compile(
    r"""(?<=(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?) p (?! [\p{L}0-9]
        | \ (?! (?:an?|per|each|to|from|and|or|of|in|on|at|by|for|with|after|against|as|before
                  |more|less|higher|lower|up|down|coins?|pieces?|shares?|dividends?|rise|cut) \b
           ) \p{L} )""",
    regex.X,
)
_SMALL_CHANGE = regex.compile(r"(?<=(?<![0-9.,])[0-9]{1,2}(?:\.[0-9])?)p(?![\p{L}0-9])")
_SHARES = regex.compile(r"\b[Ss]hares\b|\b(?:a|per|each) share\b|\bshare price|\bdividend")
_CENTS = regex.compile(
    r"""(?<=(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?) [cp] (?=
        \ (?:an?|per|each|apiece)\b | \ (?:to|from)\ [0-9]
        | (?<=[0-9]{2}.) (?: [,;)] | \.?\s*\Z | \.\ \p{Lu} ) )""",
    regex.X,
)
_PRICED = regex.compile(
    r"\b(?:cost|price|paid|pays?\b|charge|sold|sells?\b|dividend|per share|each\b|apiece\b)"
)
_PRICE = regex.compile(  # what has the number behind it as its object: sold for 20p
    r"""(?r) \b (?: cost(?:s|ing)? | pa(?:y|ys|id|ying) | charg(?:e|es|ed|ing)
        | (?:sells?|sold|selling) \ (?:at|for) | priced\ at
        | \L<sums> s? \ (?: of | (?:is|was|are|were) (?:\ (?:now|still|only))? )
        | \L<sums> s? (?:\ (?:is|are|was|were|has|have|had|been|will|be)){0,2}
          \ \L<changed> (?:\ up|\ down)? \ (?:at|by|from|to) ) [ ]
        (?: (?:only|about|around|just|some|nearly|up\ to|more\ than|less\ than|between|from|them|him
          |her|us|people|workers) \  ){0,2}
        (?: [0-9.]{1,5} [cp] (?:\ (?:to|from|and|or)|,) \  ){0,3} [0-9.]{1,5}""",
    regex.X | regex.I,
    sums="price fee fare dividend tax ticket toll levy charge cost tariff".split(),
    changed="""rose rise rises fell fall falls cut raised lowered increased decreased reduced
        dropped went set fixed""".split(),
)
_CITED = regex.compile(r"(?r)\b(?:in|see|under|by|of|to|from)\ [0-9.]{1,5}", regex.I)
_BY_PIECE = regex.compile(r"[cp]\ (?:per|each|apiece)\b")
_A_PIECE = regex.compile(r"[cp]\ an?\ ")
_SUMS = regex.compile(
    r"\b(?:cost|price|paid\b|pays?\b|fees?\b|fares?\b|lev(?:y|ies)\b|tax|charge|s(?:old|ell(?:s|ing)?)\b|wage"
    r"|salar|tariff|toll|worth\b|buy|bought|spen[dt]|rands?\b|money|grant|earn)|\bR[0-9]++,[0-9]{3}",
    regex.I,
)
_LINES = ("144", "240", "360", "480", "576", "720")  # of a picture: 720p
_PC = regex.compile(
    r"""(?<=[0-9]) pc (?! [\p{L}0-9] | \ (?! \L<following> \b ) \p{L} )""",
    regex.X,
    following="""of to from in on at by for and or but as than since over after before against with
        while when per a an the this last next more less higher lower up down year rise rises fall
        increase decrease cut drop growth gain loss share stake tax rate rebate discount points?
        point swing margin majority is was were are will would""".split(),
)
_CHANGE = regex.compile(  # beside these pc is no piece
    r"""[0-9]\ ?%|\bper\ ?cent\b
    | \b(?:ros|ris|fell|fall|grew|grow|gain|lost|los[es]|drop|cut|climb|jump|slump|slid|declin
          |increas|decreas|reduc|rate|inflation|interest|tax|shares|stake|yield|turnout|margin|profit|sales
          |revenue|discount|growth|share\ of|(?:up|down)\ (?:by\ )?[0-9])""",
    regex.X | regex.I,
)
_CLAUSE = 60  # characters around pc in which a change or share is told
_AMPERES = regex.compile(r"(?<=[0-9])\ ?A(?=[,.;:)/]|\ (?:AC|DC|max|at|@)\b|\Z)")
_VOLTS = regex.compile(r"[0-9]\ ?(?:k?V|VAC|VDC|k?W)(?!\p{L})")  # beside these A is ampere
_PAGE = 2000  # characters around amperes in which the same thing has its volts or watts
_WINDOW = 150  # characters around a sign that show which of its meanings it has
_INCHES = regex.compile(r'(?<=[0-9])["″](?!\p{L})')
_IN = regex.compile(  # no preposition stands before a stop
    r"(?<=[0-9])\ ?in(?=\ ?[,;)](?!\ [0-9]+\ (?:out|up|down)\b)|\.?\s*\Z|\.\ \p{Lu}"
    r"|\ of\ (?:rain|snow)\b|\ (?:wide|thick|tall)\b(?!\ (?!(?:and|or|by|with|at|for)\b)\p{L}))"
)
_SIZED = regex.compile(
    r"\b(?:screen|display|monitor|laptop|diameter|width|height|length|depth|thick|wide|tall|pipe|rain"
    r"|snow|blade|barrel|wheel|tyre|tire|inch)|\bsize:|[0-9]\ ?(?:mm|cm|ft|lbs?|oz)\b",
    regex.I,
)
_QUOTATION = regex.compile(r"(?r)[\"“„”]")
_KELVINS = regex.compile(r"(?<=[0-9]{3})\ K(?![\p{L}0-9'-]|\ \p{Ll}{4})")
_DEGREES = regex.compile(
    r"(?<=(?<![0-9.,])[0-9]{1,3}(?:\.[0-9])?)[CF]"
    r"(?![\p{L}0-9'-]|\ \p{Lu}\p{Ll}+\ (?:Road|Street|Lane|Avenue|House)\b)"
)
_THINGS = """annex appendix apartment area article block box building bus camp category chapter
    class clause column exit figure flat floor form gate grade group house item level line
    lot model option page paragraph part phase plan plot point regulation road room route row
    rule schedule school seat section sector shelter site stage street table tent track train type
    unit version ward wing year zone""".split()
_LABEL = regex.compile(  # of a thing with such a code: wards 12C and 12F
    r"""(?r) \b \L<coded> (?:e?s)? \ {1,2} (?:no\.?\ )?
        (?: [0-9]{1,3}\p{Lu}?+ (?: ,\ (?:and\ )? | \ (?:and|or|to)\ | [-–/]) ){0,6} [0-9.]{1,5}""",
    regex.X | regex.I,
    coded=_THINGS,
)
_CODED = regex.compile(r"(?r)\b\L<coded>(?:e?s)?\ {1,2}(?:no\.?\ )?", regex.I, coded=_THINGS)
_CYRILLIC_VOLTS = regex.compile(r"(?<=[0-9])\ ?В(?=[,.;:)/]|\Z)")  # also a preposition
_CURRENT = regex.compile(
    r"напря[жг]|напруг|вольт|розет|генератор|электр|електр|[0-9]\ ?(?:А|к?Вт|к?ВА|Гц)(?!\p{L})",
    regex.I,
)
_HEAT = regex.compile(
    r"temperatur|degrees|°|\bheat(?:wave|ed)?s?\b|\bcold|\bfreez|\bwarm|\bhot(?:test|ter)?\b|\boven"
    r"|\b(?:bak(?:e|ed|ing)|roast|simmer|(?:boil|melt)(?:s|ed|ing)?\b)"
    r"|[0-9]C\ ?[/(]\ ?[0-9]{2,4}F\b",
    regex.I,
)
_GLOW = regex.compile(r"temperatur|°|kelvin|\blights?\b|\blamps?\b|\bLEDs?\b|colou?r", regex.I)


def _unquoted(text: str, at: int) -> bool:
    """Say whether no quotation is open before a sign that may close one."""
    last = _QUOTATION.search(text, 0, at)
    return last is None or not _opens(text, last)


def _opens(text: str, mark: "regex.Match[str]") -> bool:
    """Say whether a quotation mark stands before what it quotes."""
    before = text[max(0, mark.start() - 1) : mark.start()]
    return mark[0] in "“„" or (mark[0] == '"' and (before == "" or before in " \t\n([-–—/«"))


def _near(proof: "regex.Pattern[str]") -> Callable[[str, int], bool]:
    """Return what says whether a word that proves a meaning stands around a sign."""
    return lambda text, at: _stands_near(proof, text, at)


def _stands_near(
    proof: "LazyPattern | regex.Pattern[str]", text: str, at: int, within: int = _WINDOW
) -> bool:
    return proof.search(text, max(0, at - within), at + within) is not None


def _of_heat(text: str, at: int) -> bool:
    """Say whether a text around tells of temperatures, and no code of a thing stands there."""
    return _HEATED(text, at) and not is_labelled(text, at)


def _is_plain(_text: str, _at: int) -> bool:
    return True


_HEATED = _near(_HEAT)
_BY_SIGN = {
    '"': (_INCHES, _unquoted, '"'),
    "″": (_INCHES, _is_plain, "″"),
    "i": (_IN, _near(_SIZED), "in"),
    "K": (_KELVINS, _near(_GLOW), "K"),
    "C": (_DEGREES, _of_heat, "°C"),
    "В": (_CYRILLIC_VOLTS, _near(_CURRENT), "В"),
    "F": (_DEGREES, _of_heat, "°F"),
}
"""Pattern, test and name of the units whose signs are others, too."""


class Doubtful:
    """Finds the units of a language that are other words, too, where others around tell them."""

    def __init__(self, pack: Pack) -> None:
        told = pack.section("doubtful_units").lists
        self._units = after(told, cased=True)
        self._proofs = {unit: tuple(beginnings) for unit, beginnings in told.items()}

    def match(self, text: str, at: int) -> "regex.Match[str] | None":
        """Return the match of such a unit (`phrase`) behind a number."""
        match = self._units.match(text, at)
        proved = match and _stands_near(_beginning(self._proofs[match["phrase"]]), text, at)
        return match if proved else None


@cache
def _beginning(words: Words) -> LazyPattern:
    """Return the pattern of words that begin so."""
    return LazyPattern(r"(?<!\p{L})\L<words>", regex.I, words=longest_first(words))


def measured_by_sign(text: str, at: int, initial: str) -> tuple[str, int] | None:
    """Return name and end of inches, kelvins, degrees or volts behind a number, by their sign."""
    signed = _BY_SIGN.get(initial)
    match = signed[0].match(text, at) if signed else None
    if signed is None or match is None or not signed[1](text, at):
        return None
    return signed[2], match.end()


def percent_sign(text: str, at: int) -> int | None:
    """Return the end of `pc` behind a number where a change or share is told; also of pieces."""
    match = _PC.match(text, at)
    return match.end() if match and _stands_near(_CHANGE, text, at, _CLAUSE) else None


def pence(text: str, at: int) -> int | None:
    """Return the end of the pence behind a number, where pounds or the price of a share tell."""
    if (small := _SMALL_CHANGE.match(text, at)) and "£" in text:  # long texts are not searched
        return small.end()
    match = _PENCE.match(text, at)
    return match.end() if match and _stands_near(_SHARES, text, at) else small_money(text, at)


def small_money(text: str, at: int) -> int | None:
    """Return the end of the `p` or `c` behind a number of a price: `20p each`, `99c a tin`."""
    match = _CENTS.match(text, at)
    if match is None or text[:at].endswith(_LINES) or not _stands_near(_PRICED, text, at, _CLAUSE):
        return None
    priced = _PRICE.match(text, 0, at) or _is_by_piece(text, at)
    return match.end() if priced and not is_labelled(text, at) else None


def _is_by_piece(text: str, at: int) -> bool:
    """Say whether a piece of what costs so much is named: `20p each`, `99c a tin`."""
    if _BY_PIECE.match(text, at):
        return True
    return _A_PIECE.match(text, at) is not None and _CITED.match(text, 0, at) is None


def is_priced(text: str, at: int) -> bool:
    """Say whether words of money stand around a sign, and it opens no code of a thing."""
    return _stands_near(_SUMS, text, at, _CLAUSE) and _CODED.match(text, 0, at) is None


def is_labelled(text: str, at: int) -> bool:
    """Say whether the number that ends at a place, and its letter, is the code of a thing."""
    return _LABEL.match(text, 0, at) is not None


def amperes(text: str, at: int) -> "regex.Match[str] | None":
    """Return the sign of amperes behind a number, where volts or watts are printed around."""
    sign = _AMPERES.match(text, at)
    return sign if sign and _stands_near(_VOLTS, text, at, _PAGE) else None
