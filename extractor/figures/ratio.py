"""Ratios: one in five, 1:4, two thirds, half of, threefold, twice as many."""

from dataclasses import dataclass, replace
from decimal import Context, Decimal

import regex

from extractor.figures.around import Around
from extractor.figures.found import Found
from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.number import ONE, Number, plain
from extractor.figures.numeral import Numbers
from extractor.figures.phrases import after, any_of, longest_first
from extractor.figures.reading import Reading, Span

_TWELVE = Context(prec=12)
_COLON = regex.compile(r"([0-9]{1,4}+)\ ?:\ ?([0-9]{1,6}+)(?![0-9]|[:.,][0-9]|\ ?[ap]\.?m\b|[hH])")
_SLASH = regex.compile(r"([1-9][0-9]?)/([2-9]|10|12|100)(?![0-9\p{L}/]|[.,-][0-9])")
_HYPHENED = regex.compile(r"([0-9]{1,3})-in-([1-9][0-9]{0,4})(?![0-9]|[.,][0-9])")
_CLOCK = regex.compile(r"[0-9]{1,2}:[0-5][0-9]")
_LARGEST_SHARE = 12  # of "3 in 10": with larger numbers "in" mostly tells a place
_HALF, _TWO = Decimal("0.5"), Decimal(2)
_ROUND_BASES = frozenset(map(Decimal, (20, 50, 100, 1000)))
_LETTERS = regex.compile(r"\p{L}{1,20}+")
_ARTICLE_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:a|one)[\ -]", regex.I)
_SHARES = [("colon", _COLON), ("slash", _SLASH), ("of_many", _HYPHENED)]


@dataclass(frozen=True, slots=True)
class _Ratio:
    """A ratio as found; without a form it is a part of a magnitude, which is a count."""

    span: Span
    value: Decimal
    form: str
    unit: str | None = None


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
        self._time_after = after(
            [w for words in pack.section("durations").lists.values() for w in words],
            gap=r"\ (?:\p{Ll}{1,20}\ )?",
        )
        self._of_a = regex.compile(
            rf"\ (?:(?:{half_million})\ )?(?:(?:{article})\ )?" if article else r"\ ", regex.I
        )

    @property
    def openers(self) -> frozenset[str]:
        """The words, besides numbers, that a ratio may begin with."""
        return frozenset(self._folded)

    def digits(self, text: str, at: int, floor: int) -> Found | None:
        """Return the ratio of digits that begins at a place."""
        for form, pattern in _SHARES:
            match = pattern.match(text, at)
            if match and not _CLOCK.fullmatch(match[0]):
                part, whole = Decimal(match[1]), Decimal(match[2])
                if whole and (part < whole or form == "colon"):
                    return self._found(text, _Ratio(match.span(), part / whole, form), floor)
        number = self._numbers.digits(text, at)
        if number is None:
            return None
        return self._of_many(text, number, floor) or self._multiple(text, number, floor)

    def words(self, text: str, at: int, floor: int) -> Found | None:
        """Return the ratio that begins with a word."""
        if match := self._half.match(text, at):
            return self._halved(text, match.span(), floor)
        if multiple := self._one_word(text, at, floor):
            return multiple
        article = self._a.match(text, at)
        number = self._numbers.words(text, at)
        if article and number is None:
            number = Number((at, article.end() - 1), ONE, ONE, spelled=True)
        if number is None:
            return None
        return (
            self._fraction(text, number, floor, article=article is not None)
            or self._of_many(text, number, floor)
            or self._multiple(text, number, floor)
        )

    def _one_word(self, text: str, at: int, floor: int) -> Found | None:
        """Return `twice as many`, `threefold`."""
        twice = self._twice.match(text, at)
        if twice and self._compared.match(text, twice.end()):
            return self._found(text, _Ratio(twice.span(), _TWO, "twice", "times"), floor)
        word = _LETTERS.match(text, at)
        value = self._folded.get(word[0].casefold()) if word else None
        if word is None or value is None:
            return None
        return self._found(text, _Ratio(word.span(), value, "fold", "times"), floor)

    def _halved(self, text: str, span: Span, floor: int) -> Found | None:
        if whole := self._whole(text, span, _HALF, floor):
            return whole
        article = _ARTICLE_BEFORE.match(text, floor, span[0])
        start = article.start() if article else span[0]
        limit = self._around.modifier(text, start, floor, timed=False)
        if limit is None and not self._of.match(text, span[1]):
            return None
        return self._found(text, _Ratio(span, _HALF, "half"), floor)

    def _fraction(self, text: str, number: Number, floor: int, *, article: bool) -> Found | None:
        part = self._part.match(text, number.end)
        if part is None:
            return None
        divisor = self._parts[part["phrase"].casefold()]
        value, span = number.value / divisor, (number.span[0], part.end())
        if not 0 < value < 1:
            return None
        if whole := self._whole(text, span, value, floor):
            return whole
        # "a third party", "one half": a single part is a share only of something, or about a share.
        doubtful = number.value == 1 and (article or divisor == _TWO)
        sure = (
            not doubtful
            or self._of.match(text, part.end())
            or self._around.modifier(text, span[0], floor, timed=False)
        )
        return self._found(text, _Ratio(span, value, "fraction"), floor) if sure else None

    def _whole(self, text: str, span: Span, value: Decimal, floor: int) -> Found | None:
        """Return `half a million`, `a quarter of a million`: a count, not a share."""
        link = self._of_a.match(text, span[1])
        scale = self._numbers.scale(text, link.end()) if link else None
        if scale is None:
            return None
        noun = self._nouns.counted(text, scale[1])
        part = _Ratio((span[0], scale[1]), value * scale[0], "")
        found = self._found(text, part, floor)
        reading = replace(
            found.figures[0], unit=noun.head if noun else None, noun=noun.phrase if noun else None
        )
        return Found(scale[1], (reading,))

    def _of_many(self, text: str, number: Number, floor: int) -> Found | None:
        """Return `one in five`, `3 out of 10`."""
        link = self._in.match(text, number.end)
        at = link.end() + 1 if link else len(text)
        if link is None or at >= len(text) or text[link.end()] != " ":
            return None
        reader = self._numbers.digits if text[at].isdigit() else self._numbers.words
        base = reader(text, at)
        if base is None or base.is_year or not 0 < number.value < base.value:
            return None
        out_of = link["phrase"].casefold() in self._out_of
        if not out_of and not self._is_share(text, number, base):
            return None
        share = _Ratio((number.span[0], base.end), number.value / base.value, "of_many")
        return self._found(text, share, floor)

    def _is_share(self, text: str, number: Number, base: Number) -> bool:
        """Say whether "3 in 10" is a share: with other numbers "in" tells a place or a time."""
        round_base = base.value <= _LARGEST_SHARE or base.value in _ROUND_BASES
        small = number.value <= _LARGEST_SHARE and round_base
        return small and not self._time_after.match(text, base.end)

    def _multiple(self, text: str, number: Number, floor: int) -> Found | None:
        match = self._fold.match(text, number.end)
        if match is None:
            return None
        times = _Ratio((number.span[0], match.end()), number.value, "fold", "times")
        return self._found(text, times, floor)

    def _found(self, text: str, ratio: "_Ratio", floor: int) -> Found:
        limit = self._around.modifier(text, ratio.span[0], floor, timed=False)
        reading = Reading(
            span=ratio.span,
            kind="ratio" if ratio.form else "count",
            value=plain(_TWELVE.plus(ratio.value)),
            unit=ratio.unit,
            modifier=limit[0] if limit else None,
            modifier_span=limit[1] if limit else None,
            precision="0" if ratio.form else plain(ratio.value / 2),
            rule=f"ratio.{ratio.form}" if ratio.form else "count.part_of_magnitude",
        )
        return Found(ratio.span[1], (reading,))
