"""Ratios: one in five, 1:4, two thirds, half of, threefold, twice as many."""

from dataclasses import replace
from decimal import Context, Decimal

import regex

from extractor.figures.around import Around
from extractor.figures.found import Found
from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.numeral import Number, Numbers, plain
from extractor.figures.phrases import after, any_of, longest_first
from extractor.figures.reading import Reading, Span

_TWELVE = Context(prec=12)
_COLON = regex.compile(r"([0-9]{1,4}+)\ ?:\ ?([0-9]{1,6}+)(?![0-9]|[:.,][0-9]|\ ?[ap]\.?m\b|[hH])")
_SLASH = regex.compile(r"([1-9][0-9]?)/([2-9]|10|12|100)(?![0-9\p{L}/]|[.,-][0-9])")
_HYPHENED = regex.compile(r"([0-9]{1,3})-in-([1-9][0-9]{0,4})(?![0-9]|[.,][0-9])")
_CLOCK = regex.compile(r"[0-9]{1,2}:[0-5][0-9]")
_LARGEST_SHARE = 12  # of "3 in 10": with larger numbers "in" mostly tells a place
_HALF = Decimal("0.5")


class Ratios:
    """Reads ratios of one language."""

    def __init__(self, pack: Pack, numbers: Numbers, nouns: Nouns, around: Around) -> None:
        self._numbers, self._nouns, self._around = numbers, nouns, around
        self._parts = pack.numbers("fractions")
        self._part = after(self._parts, gap=r"[\ -]")
        ratio = pack.section("ratio")
        self._half = regex.compile(
            r"\L<half>(?![\p{L}0-9-])", regex.I, half=longest_first(ratio.words("half"))
        )
        self._of = after(ratio.words("half_of"), gap=r"\ ")
        self._in = after(ratio.words("in"), gap=r"\ ")
        self._out_of = frozenset(w for w in ratio.folded("in") if w not in ratio.folded("bare_in"))
        self._twice = after(ratio.words("twice"), gap="")
        self._compared = after(ratio.words("comparatives"), gap=r"\ ")
        fold = any_of(ratio.words("fold"))
        self._fold = regex.compile(rf"-?(?:{fold})(?!\p{{L}})", regex.I)
        simple = pack.numbers("number.words")
        self._folded = {w + f: simple[w] for w in simple for f in ratio.words("fold")}
        article = any_of(pack.section("number").words("articles"))
        self._a = regex.compile(rf"(?:{article})\ " if article else r"(?!)", regex.I)
        half_million = any_of(ratio.words("of"))
        self._of_a = regex.compile(
            rf"\ (?:(?:{half_million})\ )?(?:(?:{article})\ )?" if article else r"\ ", regex.I
        )

    @property
    def openers(self) -> frozenset[str]:
        """The words, besides numbers, that a ratio may begin with."""
        return frozenset(self._folded)

    def digits(self, text: str, at: int, floor: int) -> Found | None:
        """Return the ratio of digits that begins at a place."""
        if (match := _COLON.match(text, at)) and not _CLOCK.fullmatch(match[0]):
            return self._shared(text, (at, match.end()), match[1], match[2], "colon", floor=floor)
        if match := _SLASH.match(text, at):
            if int(match[1]) < int(match[2]):
                return self._shared(
                    text, (at, match.end()), match[1], match[2], "slash", floor=floor
                )
            return None
        if match := _HYPHENED.match(text, at):
            return self._shared(text, match.span(), match[1], match[2], "of_many", floor=floor)
        number = self._numbers.digits(text, at)
        if number is None:
            return None
        return self._of_many(text, number, floor) or self._multiple(text, number, floor)

    def words(self, text: str, at: int, floor: int) -> Found | None:
        """Return the ratio that begins with a word."""
        if match := self._half.match(text, at):
            return self._halved(text, match.span(), floor)
        if (match := self._twice.match(text, at)) and self._compared.match(text, match.end()):
            return self._found(text, match.span(), Decimal(2), "twice", floor, unit="times")
        word = regex.match(r"\p{L}+", text[at : at + 20])
        if word and word[0].casefold() in self._folded:
            value = self._folded[word[0].casefold()]
            return self._found(text, (at, at + word.end()), value, "fold", floor, unit="times")
        article = self._a.match(text, at)
        number = self._numbers.words(text, at)
        if article and number is None:
            number = Number((at, article.end() - 1), Decimal(1), Decimal(1), spelled=True)
        if number is None:
            return None
        return (
            self._fraction(text, number, floor, article=article is not None)
            or self._of_many(text, number, floor)
            or self._multiple(text, number, floor)
        )

    def _halved(self, text: str, span: Span, floor: int) -> Found | None:
        start, end = span
        article = regex.match(r"(?r)(?:a|one)[\ -]", text, flags=regex.I, pos=floor, endpos=start)
        limit = self._around.modifier(
            text, article.start() if article else start, floor, timed=False
        )
        whole = self._whole(text, (start, end), _HALF, floor)
        if whole:
            return whole
        if limit is None and not self._of.match(text, end):
            return None
        return self._found(text, span, _HALF, "half", floor)

    def _fraction(self, text: str, number: Number, floor: int, *, article: bool) -> Found | None:
        part = self._part.match(text, number.end)
        if part is None:
            return None
        word = part["phrase"].casefold()
        divisor = self._parts[word]
        value = number.value / divisor
        if not 0 < value < 1:
            return None
        span = (number.span[0], part.end())
        followed = self._of.match(text, part.end()) is not None
        if whole := self._whole(text, span, value, floor):
            return whole
        if number.value == 1 and not followed and (article or divisor == 2):
            limit = self._around.modifier(text, span[0], floor, timed=False)
            if limit is None:
                return None
        return self._found(text, span, value, "fraction", floor)

    def _whole(self, text: str, span: Span, value: Decimal, floor: int) -> Found | None:
        """Return `half a million`, `a quarter of a million`: a count, not a share."""
        link = self._of_a.match(text, span[1])
        scale = self._numbers.scale(text, link.end()) if link else None
        if scale is None:
            return None
        noun = self._nouns.counted(text, scale[1])
        found = self._found(text, (span[0], scale[1]), value * scale[0], "", floor)
        reading = replace(
            found.figures[0], unit=noun.head if noun else None, noun=noun.phrase if noun else None
        )
        return Found(scale[1], (reading,))

    def _of_many(self, text: str, number: Number, floor: int) -> Found | None:
        """Return `one in five`, `3 out of 10`."""
        link = self._in.match(text, number.end)
        if link is None or link.end() + 1 >= len(text) or text[link.end()] != " ":
            return None
        at = link.end() + 1
        reader = self._numbers.digits if text[at].isdigit() else self._numbers.words
        base = reader(text, at)
        if base is None or base.is_year or not 0 < number.value < base.value:
            return None
        out_of = link["phrase"].casefold() in self._out_of
        round_base = base.value <= _LARGEST_SHARE or base.value in (20, 50, 100, 1000)
        if not out_of and not (number.value <= _LARGEST_SHARE and round_base):
            return None
        if not out_of and regex.match(
            r"\ (?:\p{Ll}+\ )?(?:hours?|days?|weeks?|months?|years?)\b",
            text[base.end : base.end + 30],
        ):
            return None
        span = (number.span[0], base.end)
        return self._found(text, span, number.value / base.value, "of_many", floor)

    def _multiple(self, text: str, number: Number, floor: int) -> Found | None:
        match = self._fold.match(text, number.end)
        if match is None:
            return None
        span = (number.span[0], match.end())
        return self._found(text, span, number.value, "fold", floor, unit="times")

    def _shared(
        self, text: str, span: Span, part: str, whole: str, form: str, *, floor: int
    ) -> Found | None:
        if int(whole) == 0:
            return None
        return self._found(text, span, Decimal(part) / Decimal(whole), form, floor)

    def _found(  # noqa: PLR0913 - the parts of one reading, all of them read by the caller
        self, text: str, span: Span, value: Decimal, form: str, floor: int, unit: str | None = None
    ) -> Found:
        limit = self._around.modifier(text, span[0], floor, timed=False)
        reading = Reading(
            span=span,
            kind="ratio" if form else "count",
            value=plain(_TWELVE.plus(value)),
            unit=unit,
            modifier=limit[0] if limit else None,
            modifier_span=limit[1] if limit else None,
            precision="0" if form else plain(value / 2),
            rule=f"ratio.{form}" if form else "count.part_of_magnitude",
        )
        return Found(span[1], (reading,))
