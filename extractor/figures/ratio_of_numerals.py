"""Ratios of two numerals with a sign between: `1:4`, `3/4`, `5 to 1`, `2-in-5`, `11/34 women`."""

from dataclasses import dataclass
from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.phrases import before
from extractor.figures.reading import Span

_COLON = regex.compile(
    r"""
    ( [0-9]{1,3},[0-9]{3} | [0-9]{1,4}+ (?: \.[0-9]{1,2} )?+ )
    \ ?:\ ? ( [0-9]{1,3} (?: ,[0-9]{3} )++ | [0-9]{1,6}+ )
    (?! [0-9] | [:.,][0-9] | \ ?[ap]\.?m\b | [hH] | \ ?% )
    """,
    regex.X,
)
_LABEL = regex.compile(
    r"\W{0,4}+ (?: \p{Lu} | \p{Arabic} ) [\p{L}\p{M}'-]*+ (?: \ [\p{L}\p{M}'-]++ ){0,3}+ \ ",
    regex.X,
)
"""The words of a label at the start of a block."""
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_SLASH = regex.compile(r"([1-9][0-9]?)/([2-9]|10|12|100)(?![0-9\p{L}/]|[.,-][0-9])")
_PARTED = regex.compile(r"([1-9][0-9]{0,2})/([1-9][0-9]{1,3})(?![0-9\p{L}/%]|[.,-][0-9])")
_SAME_SHARE = regex.compile(r"\ ?[(,=:]\ ?(?P<share>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\ ?%")
_SHARE_BEFORE = regex.compile(r"(?r)(?<![0-9.,])(?P<share>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\ ?%\ \(")
_HYPHENED = regex.compile(r"([0-9]{1,3})-in-([1-9][0-9]{0,4}(?:\.[0-9]{1,2})?)(?![0-9]|[.,][0-9])")
_TO = regex.compile(
    r"([0-9]{1,4}(?:\.[0-9]{1,3})?)(?:-(?:to|for)-|\ to\ )([0-9]{1,3})(?![0-9\p{L}%]|[.,-][0-9])"
)
_CLOCK = regex.compile(r"[0-9]{1,2}:[0-5][0-9]")
_SHARES = [("colon", _COLON), ("slash", _SLASH), ("of_many", _HYPHENED)]
_ROUNDING = Decimal("0.6")  # percentage points that a printed share may be off
_LAST_MONTH, _LAST_DAY, _YEARS = 12, 31, 100  # 11/34 is a month of a year, too, and 30/11 a day


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio as found."""

    span: Span
    value: Decimal
    form: str
    unit: str | None = None


class RatiosOfNumerals:
    """Reads such ratios of one language."""

    def __init__(self, pack: Pack, nouns: Nouns) -> None:
        self._nouns = nouns
        self._people = before(pack.section("noun").words("people"))
        named = pack.section("ratio").words("named")
        self._named = before(named)
        self._telling = frozenset(phrase.split(" ")[0] for phrase in named)

    def read(self, text: str, at: int, floor: int) -> Ratio | None:
        """Return the ratio whose two numerals stand at a place."""
        for form, pattern in _SHARES:
            match = pattern.match(text, at)
            if match and not _CLOCK.fullmatch(match[0]):
                if form == "colon" and self._is_heading(text, match, floor):
                    continue
                part, whole = (Decimal(match[n].replace(",", "")) for n in (1, 2))
                if whole and (part < whole or form == "colon"):
                    return Ratio(match.span(), part / whole, form)
        match = _TO.match(text, at)
        if match and self._is_told(text, match, floor):
            return Ratio(match.span(), Decimal(match[1]) / int(match[2]), "to")
        match = _PARTED.match(text, at)
        if match is None or not self._is_parted(text, match, floor):
            return None
        return Ratio(match.span(), Decimal(match[1]) / Decimal(match[2]), "slash")

    def _is_heading(self, text: str, match: "regex.Match[str]", floor: int) -> bool:
        """Say whether a number only heads what its colon opens: `Measure 4.1: 350`, `2031: 350`.

        So does that of a label, if no side is one: `Staff trained 38: 20 nurses`.
        """
        heads = "." in match[1] or _YEAR.fullmatch(match[1]) is not None
        labels = "1" not in match.groups() and _LABEL.fullmatch(text, 0, match.start()) is not None
        if not (heads or labels) or " " not in match[0]:
            return False
        told = any(word in self._telling for word in text[: match.start()].casefold().split())
        return not (labels and told) and self._named.match(text, floor, match.start()) is None

    def _is_told(self, text: str, match: "regex.Match[str]", floor: int) -> bool:
        """Say whether 5 to 1 is a ratio: the text calls it one, or its hyphens do (`5-to-1`)."""
        if int(match[2]) == 0:
            return False
        hyphened = "-" in match[0] and int(match[2]) == 1
        return hyphened or self._named.match(text, floor, match.start()) is not None

    def _is_parted(self, text: str, match: "regex.Match[str]", floor: int) -> bool:
        """Say whether 11/34 is a share: its percentage is behind it, or people are counted."""
        part, whole, end = int(match[1]), int(match[2]), match.end()
        if part > whole:
            return False
        if share := _SAME_SHARE.match(text, end) or _SHARE_BEFORE.match(text, 0, match.start()):
            printed = Decimal(share["share"].replace(",", "."))
            return abs(printed - 100 * Decimal(part) / whole) <= _ROUNDING
        like_month = part <= _LAST_MONTH and whole < _YEARS
        if like_month or (part <= _LAST_DAY and whole <= _LAST_MONTH):
            return False
        counted = part < whole and self._nouns.counted(text, end) is not None
        return counted or self._people.match(text, floor, match.start()) is not None
