"""Amounts told beside the whole that they are of, or are compared with: what they share with it.

`8.7m of the 10m euros`, `4.2 of the 6 million dollars`, `£5m, up from 3.2m`: the one has the money,
noun or magnitude that only the other prints, and its `m` is no metre.
"""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import plain
from extractor.figures.phrases import LazyPattern, after, any_of, before
from extractor.figures.prices import Prices
from extractor.figures.reading import Reading

MILLION = Decimal(1_000_000)
_FARTHEST = 60  # characters between an amount and what it is compared with
_ENDED = regex.compile(r"\s*+(?:\Z|[.,;:)]|\((?![0-9]))")
_END = regex.compile(r"[.;!?]\ ")
_GLUED = regex.compile(r"[0-9]m")
_NUMERAL = regex.compile(
    r"[^0-9]{0,6} ( (?: [0-9]{1,3} (?: [., ][0-9]{3} )++ | [0-9]{1,4}+ ) (?: [.,][0-9]{1,2} )?+ )"
    r"(?! [0-9] | [.,][0-9] )",
    regex.X,
)
_GROUPS = regex.compile(r"[., ](?=[0-9]{3}(?![0-9]))")
_NEAR = 50  # times that the numerals of two amounts of one magnitude differ at most
_MAGNITUDES = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12))
BARE_RULES = frozenset(("count.digits", "count.spelled"))
"""Rules of numbers by themselves."""


class Wholes:
    """Knows how one language tells what an amount is of."""

    def __init__(self, pack: Pack) -> None:
        ratio, noun = pack.section("ratio"), pack.section("noun")
        of = any_of((*ratio.words("among"), *ratio.words("of")))
        self._of = LazyPattern(
            rf"\ {of}\ (?:[\p{{L}}\p{{M}}][\p{{L}}\p{{M}}'’-]{{1,15}}+\ ){{0,2}}+", regex.I
        )
        among = any_of(ratio.words("out_of"))
        self._among = LazyPattern(rf"\ {among}\ ", regex.I)
        compared = any_of(noun.words("compared"))
        self._compared = LazyPattern(rf",?\ {compared}\ ", regex.I)
        self._opened = opened_by_whole(pack)
        self._prices = Prices(pack)
        joins = (*noun.words("inclusive"), *noun.words("compared"))
        self._joined = before((*joins, *noun.words("coordinators")), gap=r"\ (?:\(\ ?)?+")
        self._adjectival = not pack.section("number").words("partitives")
        dimensions = pack.section("measures").words("dimensions")
        self._measured = after((*dimensions, *ratio.words("of")), gap=r"\ ")

    def part(self, text: str, first: Reading, whole: Reading) -> Reading | None:
        """Return an amount of the whole behind it with what the whole tells; None for no such."""
        if first.kind not in ("count", "measure") or not _is_whole(whole):
            return None
        million = _is_million(text, first)
        if million and self._is_beside(text, first, whole):
            return _told_by(_times(first, MILLION), whole)
        joint = first.span[1], whole.span[0]
        shares = million or self._is_bare(first, joint[1])
        if not shares or not self._of.fullmatch(text, *joint):
            return None
        part = _times(first, MILLION) if million else _scaled_part(text, first, whole)
        return _told_by(part, whole) if self._has(text, whole, part) else None

    def is_whole_of(self, text: str, part: Reading, whole: Reading) -> bool:
        """Say whether a bare number is what a count is out of: `112 seats out of 225`."""
        ends = _ENDED.match(text, whole.span[1]) if part.noun and part.value else None
        if ends is None or part.noun is None or _value(whole) < _value(part):
            return False
        told = self._among.fullmatch(text, part.noun[1], whole.span[0])
        return told is not None

    def _has(self, text: str, whole: Reading, part: Reading) -> bool:
        """Say whether a whole is as large as its part, and no price of what is counted."""
        priced = whole.kind == "money" and self._prices.told(text, whole.span)
        return not priced and _value(part) <= _value(whole)

    def other(self, text: str, first: Reading, last: Reading) -> Reading | None:
        """Return metres behind a sum of millions that they are compared with, as such a sum."""
        between = first.span[1], last.span[0]
        if not _is_million(text, last) or not _is_whole(first) or _value(first) < MILLION:
            return None
        near = between[1] - between[0] <= _FARTHEST and not _END.search(text, *between)
        if not near or self._measured.match(text, last.span[1]):
            return None
        return (
            _told_by(_times(last, MILLION), first) if self._joined.match(text, *between) else None
        )

    def _is_beside(self, text: str, first: Reading, last: Reading) -> bool:
        """Say whether metres are the millions that a sum behind is of, or is compared with.

        `Of the 9.4m in grants, £6.1m`, but not `of the 3m of snow`; `3.2m, against 2.9m tickets`.
        """
        between = first.span[1], last.span[0]
        if _value(last) < MILLION or between[1] - between[0] > _FARTHEST:
            return False
        if self._compared.fullmatch(text, *between):
            return True
        whole = last.kind == "money" and _value(last) <= MILLION * _value(first)
        if not whole or self._measured.match(text, first.span[1]):
            return False
        told = self._opened.match(text, 0, first.span[0]) is not None
        return told and not _END.search(text, *between)

    def _is_bare(self, figure: Reading, end: int) -> bool:
        """Say whether a number counts nothing but words before `end`: `8,7 млн из обещанных`."""
        if figure.kind != "count" or figure.value is None or figure.rule not in BARE_RULES:
            return False
        if figure.unit is None:
            return True
        return self._adjectival and figure.noun is not None and figure.noun[1] < end


def opened_by_whole(pack: Pack) -> LazyPattern:
    """Return what finds, before an amount, that it is the whole which opens its clause: `Of the`.

    Where a language has articles, there must be one. It reads from right to left.
    """
    articles = pack.section("date").words("articles")
    article = rf"{any_of(articles)}\ " if articles else ""
    of = any_of(pack.section("noun").words("partitive"))
    opens = r"(?: \A | \n | [.;:!?(–—•“«\"] ) \ ?"
    return LazyPattern(rf"(?r) (?<= {opens} ) {of}\ {article}", regex.X | regex.I)


def with_magnitude(text: str, first: Reading, last: Reading) -> Reading:
    """Return an amount with the magnitude that only the other one prints: `18 to 24 thousand`."""
    numeral = _NUMERAL.match(text, last.span[0])
    if numeral is None or not (first.value and first.precision and last.value):
        return first
    printed = Decimal(_GROUPS.sub("", numeral[1]).replace(",", "."))
    factor = Decimal(last.value) / printed if printed else Decimal(1)
    near = Decimal(first.value) <= _NEAR * printed and printed <= _NEAR * Decimal(first.value)
    if factor not in _MAGNITUDES or not near or first.rule != "count.digits":
        return first
    return _times(first, factor)


def _is_whole(figure: Reading) -> bool:
    """Say whether a figure is a sum or count that has something to share."""
    told = figure.kind == "money" or (figure.kind == "count" and figure.unit is not None)
    return told and figure.value is not None


def _is_million(text: str, figure: Reading) -> bool:
    """Say whether a length may be a sum of millions: `8.7m`, but not `8.7 m`."""
    if figure.kind != "measure" or figure.unit != "m" or figure.value is None or figure.per:
        return False
    return _GLUED.fullmatch(text, figure.span[1] - 2, figure.span[1]) is not None


def _scaled_part(text: str, first: Reading, whole: Reading) -> Reading:
    """Return a number with the magnitude of its whole: of people whole ones are counted."""
    shares = whole.kind == "money" or "." in (first.value or "")
    return with_magnitude(text, first, whole) if shares else first


def _value(figure: Reading) -> Decimal:
    return Decimal(figure.value or 0)


def _times(figure: Reading, factor: Decimal) -> Reading:
    precision = Decimal(figure.precision or 0) * factor
    return replace(figure, value=plain(_value(figure) * factor), precision=plain(precision))


def _told_by(figure: Reading, whole: Reading) -> Reading:
    """Return an amount with kind and unit of another."""
    rule = f"{whole.kind}.elided"
    return replace(figure, kind=whole.kind, unit=whole.unit, noun=None, rule=rule)
