"""Per cent and percentage points beside a number."""

from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE
from extractor.figures.phrases import LazyPattern, after
from extractor.figures.units.doubtful import percent_sign
from extractor.figures.units.unit import HUNDREDTH, Unit, initial, initials

_PERCENT_SIGN = regex.compile(r"\ ?[%％٪](?!\ ?points?\b)")
_MARK_OR_END = r"(?!\p{L}|[0-9]{3})"  # in a dump a note's mark is glued: `64 per cent24 of them`
_NEAR = 80  # characters around points in which the share stands that they are of
_DECIMAL = regex.compile(r"(?<![0-9])[0-9]{1,2}[.,][0-9]{1,2}\Z")  # more are points of an index
_INDEX = regex.compile(r"\bind[ei]x|\bindice|\bíndice|\bscore", regex.I)
_SHARE = regex.compile(r"[0-9]\ ?(?:%|per\ cent|percent|pour\ cent|por\ ciento)", regex.I)


class Shares:
    """Finds the shares of one language."""

    def __init__(self, pack: Pack) -> None:
        percent = pack.section("percent")
        mille = after((*percent.words("mille"), "‰"), end=r"(?!\p{L})")
        self._shares: list[tuple[LazyPattern | regex.Pattern[str], str, str, Decimal]] = [
            (after(percent.words("points")), "percentage_points", "points", ONE),
            (after(percent.words("basis")), "percentage_points", "basis", HUNDREDTH),
            (_PERCENT_SIGN, "percent", "sign", ONE),
            (
                after(percent.words("words"), gap=r"(?:\ ?|-)", end=_MARK_OR_END),
                "percent",
                "words",
                ONE,
            ),
            (mille, "percent", "mille", Decimal("0.1")),
        ]
        self._signs_before = frozenset(percent.words("before"))
        self._bare_points = after(percent.words("bare_points"))
        self._initials = initials(
            w for key in ("points", "basis", "words", "mille") for w in percent.words(key)
        )

    def is_before(self, text: str, start: int, floor: int) -> bool:
        """Say whether the sign of a share stands before its number: `%45`."""
        near = text[start - 1 : start] if start > floor else ""
        return near in self._signs_before and not text[start - 2 : start - 1].isalnum()

    def after(self, text: str, at: int) -> Unit | None:
        """Return the share that follows a place."""
        if initial(text, at) not in self._initials:
            return None  # as most: a pattern takes ten times as long
        for pattern, name, form, scale in self._shares:
            if match := pattern.match(text, at):
                return Unit("percent", name, at, match.end(), form, scale)
        return self._doubtful(text, at)

    def _doubtful(self, text: str, at: int) -> Unit | None:
        """Return a share whose sign has other meanings, too, where the words around tell it."""
        if text[at] == "p" and (end := percent_sign(text, at)):
            return Unit("percent", "percent", at, end, "sign")
        if (match := self._bare_points.match(text, at)) and _beside_share(text, at, match.end()):
            return Unit("percent", "percentage_points", at, match.end(), "points")
        return None


def share_at(end: int) -> Unit:
    """Return the unit of a number that ends at a place, and has the sign of a share before."""
    return Unit("percent", "percent", end, end, "sign_prefix")


def _beside_share(text: str, start: int, end: int) -> bool:
    """Say whether points behind a decimal are those of a share told beside them, of no index."""
    before = text[max(0, start - _NEAR) : start]
    if not _DECIMAL.search(before) or _INDEX.search(before):
        return False
    return _SHARE.search(text, max(0, start - _NEAR), end + _NEAR) is not None
