"""Ratios: one in five, 1:4, two thirds, half of, threefold, twice as many."""

from decimal import Context, Decimal

import regex

from extractor.figures.around import Around
from extractor.figures.found import Found
from extractor.figures.hours import HourParts
from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.number import Number, plain
from extractor.figures.parts import Part, Parts
from extractor.figures.phrases import LazyPattern, after, any_of, before
from extractor.figures.ratio_of_numerals import Ratio, RatiosOfNumerals
from extractor.figures.reading import Reading

_TWELVE = Context(prec=12)
_LARGEST_SHARE = 12  # of "3 in 10": with larger numbers "in" mostly tells a place
_HALF = Decimal("0.5")
_ROUND_BASES = frozenset(map(Decimal, (20, 50, 100, 1000)))
_SHARED_BY = frozenset(map(Decimal, (2, 3, 4, 5, 10))) | _ROUND_BASES  # wholes that nobody counted
_LETTERS = regex.compile(r"\p{L}{1,20}+")
_ARTICLE_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:a|one)[\ -]", regex.I)


class Ratios:
    """Reads ratios of one language."""

    def __init__(self, pack: Pack, parts: Parts, nouns: Nouns, around: Around) -> None:
        self._numbers, self._parts = parts.numbers, parts
        self._nouns, self._around = nouns, around
        self._of_numerals = RatiosOfNumerals(pack, nouns)
        ratio = pack.section("ratio")
        self._of, self._more = after(ratio.words("half_of"), gap=r"\ "), _more_than(pack)
        self._by_place = pack.flag("noun_by_place")
        self._ordinal = before(w for ws in pack.section("date.ordinals").lists.values() for w in ws)
        self._in = after(ratio.words("in"), gap=r"\ ")
        self._out_of = frozenset(w for w in ratio.folded("in") if w not in ratio.folded("bare_in"))
        self._multiples = pack.numbers("ratio.multiples")
        self._multiple_word = after(self._multiples, gap="")
        self._sure = ratio.folded("sure")
        self._by_part, self._stops = before(ratio.words("by_part")), _behind_part(pack)
        self._hours = HourParts(pack, self._numbers, nouns)
        self._compared = after(ratio.words("comparatives"), gap=r"\ ")
        self._fold = LazyPattern(rf"[\ -]?(?:{any_of(ratio.words('fold'))})(?!\p{{L}})", regex.I)
        simple = pack.numbers("number.words")
        self._folded = {w + f: simple[w] for w in simple for f in ratio.words("fold")}
        self._time_after = after(
            [
                *(w for words in pack.section("durations").lists.values() for w in words),
                *ratio.words("weekdays"),
            ],
            gap=r"\ (?:\p{Ll}{1,20}\ )?",
        )
        years, often = pack.section("durations").words("1Y"), ratio.words("in_years")
        self._years, self._in_years = after(years, gap=r"\ "), after(often, gap=r"\ ")
        percent = pack.section("percent")
        self._percent_after = after((*percent.words("words"), *percent.words("points")))
        self._inner = after(ratio.words("inner"), gap=r"\ \p{L}[\p{L}'-]{1,24}+\ ")
        self._by = before(ratio.words("by"))
        self._times, self._in_times = (
            after(ratio.words("times"), gap=r"\ "),
            before(ratio.words("in_times")),
        )
        self._nth = pack.numbers("ratio.nth")
        self._every = LazyPattern(
            rf"{any_of(ratio.words('every'))}\ (?P<nth>{any_of(self._nth)})(?![\p{{L}}0-9])",
            regex.I,
        )
        self._openers = frozenset((*self._folded, *ratio.folded("every"), *self._multiples))

    @property
    def openers(self) -> frozenset[str]:
        """The words, besides numbers, that a ratio may begin with."""
        return self._openers | self._parts.openers

    def digits(self, text: str, at: int, floor: int, number: Number | None) -> Found | None:
        """Return the ratio of digits that begins at a place, where `number` was read, if any."""
        parted = number is not None and "/" in text[slice(*number.span)]  # 1/2 inch
        if number is None or number.value < 0 or "ratio" in number.behind:
            if not parted and (ratio := self._of_numerals.read(text, at, floor)):
                return self._found(text, ratio, floor)
            number = self._numbers.digits(text, at)
        if number is None:
            return None
        share = self._of_many(text, number, floor) or self._how_often(text, number, floor)
        return share or self._multiple(text, number, floor)

    def words(self, text: str, at: int, floor: int) -> Found | None:
        """Return the ratio that begins with a word."""
        number = self._numbers.words(text, at)
        part = self._parts.lone(text, at) or self._parts.counted(text, at, number)
        if part:
            return self._part(text, part, floor)
        found = self._one_word(text, at, floor)
        if found or number is None:
            return found
        return self._of_many(text, number, floor) or self._multiple(text, number, floor)

    def _one_word(self, text: str, at: int, floor: int) -> Found | None:
        """Return `twice as many`, `threefold`, `every third`."""
        word = self._multiple_word.match(text, at)
        phrase = word["phrase"].casefold() if word else ""
        if word and (phrase in self._sure or self._compared.match(text, word.end())):
            value = self._multiples[phrase]
            return self._found(text, Ratio(word.span(), value, "multiple", "times"), floor)
        every = self._every.match(text, at)
        if every and not self._time_after.match(text, every.end()):
            value = 1 / self._nth[every["nth"].casefold()]
            return self._found(text, Ratio(every.span(), value, "every"), floor)
        word = _LETTERS.match(text, at)
        times = self._folded.get(word[0].casefold()) if word else None
        if word is None or times is None:
            return None
        return self._found(text, Ratio(word.span(), times, "fold", "times"), floor)

    def _part(self, text: str, part: Part, floor: int) -> Found | None:
        """Return a part of something; that of a magnitude or of an hour is a number, no ratio."""
        of_one = self._parts.of_one(text, part)
        if self._parts.of_magnitude(text, part) or (of_one and self._is_timed(text, of_one.end)):
            return None
        if (part.lone or part.doubtful) and not self._is_of(text, part, floor):
            return None
        form = "half" if part.value == _HALF else "fraction"
        return self._found(text, Ratio(part.span, part.value, form), floor)

    def _is_timed(self, text: str, at: int) -> bool:
        """Say whether a stretch of time follows, or a per cent: `a quarter of an hour`."""
        follows = self._time_after.match(text, at) or self._percent_after.match(text, at)
        return follows is not None

    def _is_of(self, text: str, part: Part, floor: int) -> bool:
        """Say whether words around show that something is parted (`a third party` is not)."""
        start, end = part.span
        told = self._of.match(text, end) or (not part.lone and self._more.match(text, end))
        if told or self._is_by_part(text, part, floor):
            return True
        article = _ARTICLE_BEFORE.match(text, floor, start) if part.lone else None
        before_it = article.start() if article else start
        if self._around.modifier(text, before_it, floor, "ratio"):
            return True
        if not self._by_place or self._ordinal.match(text, floor, start):
            return False  # "the second half of the year"
        return not self._time_after.match(text, end) and bool(self._nouns.counted(text, end))

    def _is_by_part(self, text: str, part: Part, floor: int) -> bool:
        """Say whether something changed by a part: `by a third`, but not `by a third party`.

        `By half a metre` tells a measure, `by half past nine` a time.
        """
        if not self._by_part.match(text, floor, part.span[0]) or self._parts.of_one(text, part):
            return False
        if self._hours.told(text, part, floor):
            return False
        following = _LETTERS.match(text, part.span[1] + 1)
        return not (following and self._stops) or following[0].casefold() in self._stops

    def _of_many(self, text: str, number: Number, floor: int) -> Found | None:
        """Return `one in five`, `3 out of 10`, `one child in five`."""
        link = self._in.match(text, number.end) if "ratio" in number.behind else None
        inner = None if link else self._inner.match(text, number.end)
        joint = link or inner
        base = self._base(text, joint) if joint else None
        if base is None or not 0 < number.value < base.value:
            return None
        if not self._is_share(text, number, base, sure=self._is_out_of(joint)):
            return None
        if inner and self._nouns.counted(text, base.end):
            return None  # two things are counted: "two schools in 10 districts"
        share = Ratio((number.span[0], base.end), number.value / base.value, "of_many")
        return self._found(text, share, floor)

    def _how_often(self, text: str, number: Number, floor: int) -> Found | None:
        """Return how often something is to be expected: `a flood of 1 in 10 years`."""
        link = self._in_years.match(text, number.end) if number.value == 1 else None
        base = self._base(text, link) if link else None
        if base is None or base.value <= 1 or not self._years.match(text, base.end):
            return None
        share = Ratio((number.span[0], base.end), number.value / base.value, "of_many")
        return self._found(text, share, floor)

    def _is_out_of(self, joint: "regex.Match[str] | None") -> bool:
        return joint is not None and joint["phrase"].casefold() in self._out_of

    def _base(self, text: str, link: "regex.Match[str]") -> Number | None:
        """Return the number behind "in" or "out of"; no year."""
        at = link.end() + 1
        if at >= len(text) or text[at - 1] != " ":
            return None
        reader = self._numbers.digits if text[at].isdigit() else self._numbers.words
        base = reader(text, at)
        return None if base is None or base.is_year else base

    def _is_share(self, text: str, number: Number, base: Number, *, sure: bool) -> bool:
        """Say whether a number of another is a share: 3 in 10, one in 750.

        With other numbers "in" tells a place or a time, and of "17 out of 130" both are counted.
        """
        if sure:
            return number.value == 1 or base.value in _SHARED_BY
        round_base = base.value <= _LARGEST_SHARE or base.value in _ROUND_BASES
        small = number.value <= _LARGEST_SHARE and round_base
        return (small or number.value == 1) and not self._time_after.match(text, base.end)

    def _multiple(self, text: str, number: Number, floor: int) -> Found | None:
        """Return `3-fold`, `multiplied by 2.5`."""
        start, end = number.span
        if "ratio" not in number.behind:
            form = "by" if self._by.match(text, floor, start) else ""
        elif match := self._fold.match(text, end):
            end, form = match.end(), "fold"
        elif (match := self._times.match(text, end)) and self._in_times.match(text, floor, start):
            end, form = match.end(), "times"
        elif number.factor == 1 and self._by.match(text, floor, start):
            form = "by"
        else:
            form = ""
        multiple = Ratio((start, end), number.value, form, "times")
        return self._found(text, multiple, floor) if form else None

    def _found(self, text: str, ratio: Ratio, floor: int) -> Found:
        limit = self._around.modifier(text, ratio.span[0], floor, "ratio")
        reading = Reading(
            span=ratio.span,
            kind="ratio",
            value=plain(_TWELVE.plus(ratio.value)),
            unit=ratio.unit,
            modifier=limit[0] if limit else None,
            modifier_span=limit[1] if limit else None,
            precision="0",
            rule=f"ratio.{ratio.form}",
        )
        return Found(ratio.span[1], (reading,))


def _more_than(pack: Pack) -> LazyPattern:
    """Return the pattern of the words by which two differ by a part: `a third more than`."""
    ratio = pack.section("ratio")
    end = rf"(?= \ {any_of(ratio.words('than'))} (?!\p{{L}}) | \ ?[.,;:)] | \Z )"
    return after(ratio.words("more"), gap=r"\ ", end=end)


def _behind_part(pack: Pack) -> frozenset[str]:
    """Return what may follow the part that something changed by; empty where nothing tells.

    Where nouns come first or are told by their place, no ordinal stands before its noun there.
    """
    flags = ("noun_first", "noun_by_place", "nouns_capitalised")
    told = any(map(pack.flag, flags))
    return frozenset() if told else pack.section("noun").folded("stops")
