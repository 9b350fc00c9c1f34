"""One pass over a text: at every number, number word or month the readers are asked in turn."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.figures.found import Found, explained
from extractor.figures.grammar import Grammar, grammar_of
from extractor.figures.list_numbers import list_number
from extractor.figures.masks import Mask
from extractor.figures.neighbours import ALL
from extractor.figures.phrases import ARTICLES, PREFIXED, PREFIXES, prefixed
from extractor.figures.reading import Explained, NumberFormat, Reading, Readings
from extractor.figures.term import Term
from extractor.figures.timeframe import UNKNOWN, Timeframe

_TOKEN = regex.compile(r"[0-9]++ | [¼-¾⅓-⅞] | \p{L}++", regex.X)
_NUMERALS = frozenset("0123456789¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
"""What a token that is no word begins with."""
_AWAKE = _NUMERALS | PREFIXED
_YEAR_DIGITS = 4
_BEHIND_NAME = (", ", " (")  # before the age of a person
_IN_HEADING, _TO_COLON = 60, 12  # characters before a heading's number, and to its colon
_AT_START = 4  # characters of white space and brackets before the number of a block
_ARTICLE = 2  # its letters
_SHORTEST_PREFIXED = 3  # letters of a word that others are written together with
_RUN = regex.compile(r"[0-9]++")

# Digits of other scripts and signs that are written in several ways; every change keeps the length.
# Zeros of Arabic, Persian, Devanagari, Bengali and full-width digits.
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10)
_SAME = str.maketrans(
    {
        **{chr(zero + d): str(d) for zero in _ZEROS for d in range(10)},
        "٫": ".", "٬": ",", "’": "'", "ʼ": "'", "‑": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\n": " ", "\t": " ",
        "％": "%", "٪": "%",
    }
)  # fmt: skip
_SIGNS = tuple((chr(sign), same) for sign, same in _SAME.items())


def read_text(
    text: str, numbers: NumberFormat, frame: Timeframe = UNKNOWN, *, numbered: bool = True
) -> Readings:
    """Return every figure of a block of text, and the digits that are none with the reason.

    Days and months printed without a year take that of the other dates of the text, or the one that
    `frame` tells; they are no figures where neither does. Where a text cannot be `numbered`, what
    it opens with is no number of an item or a title.

    >>> [r.value for r in read_text("Over 3.7 million people", NumberFormat()).figures]
    ['3700000']
    """
    grammar, same = grammar_of(numbers), normalised(text)
    first = UNKNOWN if frame.fiscal is None else Timeframe(fiscal=frame.fiscal)
    scan = _Scan(grammar, same, first, numbered=numbered)
    readings = scan.run()
    if scan.lacks_year:
        told = frame.with_dates(readings.figures)
        readings = _Scan(grammar, same, told, numbered=numbered).run()
    return readings if same == text else _as_printed(readings, text, same)


def normalised(text: str) -> str:
    """Return the text with one spelling of digits, blanks and quotes, each at its place."""
    if text.isascii():
        return text.translate(_SAME)
    for sign, same in _SIGNS:  # a text has few of them: a table costs a look-up a character
        if sign in text:
            text = text.replace(sign, same)
    return text


def _as_printed(readings: Readings, text: str, same: str) -> Readings:
    """Return the readings with their nouns as the text prints them, not as they were read."""
    figures = tuple(_printed_unit(reading, text, same) for reading in readings.figures)
    return replace(readings, figures=figures)


def _printed_unit(reading: Reading, text: str, same: str) -> Reading:
    if reading.unit is None or reading.noun is None:
        return reading
    at = same.find(reading.unit, *reading.noun)
    return reading if at < 0 else replace(reading, unit=text[at : at + len(reading.unit)])


def _prefix(word: str, waking: frozenset[str]) -> int:
    """Return how many letters before a word that wakes a reader are written together with it.

    What is left of them must be as long as a number word: `لست` is no "for six".
    """
    for prefix in PREFIXES if word[0] in PREFIXED else ():
        rest = word.removeprefix(prefix)
        if rest in waking and _SHORTEST_PREFIXED <= len(rest) < len(word):
            return len(prefix)
    return 0


class _Scan:
    """The state of one pass."""

    def __init__(self, grammar: Grammar, text: str, frame: Timeframe, *, numbered: bool) -> None:
        self.opens_until = _AT_START if numbered else 0
        self.grammar = grammar
        self.text = text
        self.frame = frame
        self.lacks_year = False
        self.floor = self.passed = 0
        self.figures: list[Reading] = []
        self.explained: list[Explained] = []

    def run(self) -> Readings:
        """Return what was read."""
        masks: Sequence[Mask] = self.grammar.masks.find(self.text)
        upcoming = iter(masks)
        mask = next(upcoming, None)
        waking = self.grammar.waking
        for token in _TOKEN.finditer(self.text):
            word = token[0].casefold()
            if mask is None and word not in waking and word[0] not in _AWAKE:
                continue  # as most words
            is_word, start = word[0] not in _NUMERALS, token.start()
            while mask and mask.end <= start:
                mask = next(upcoming, None)
            if start < self.floor or start < self.passed:
                continue
            if mask and mask.start <= start:
                found: Found | None = explained(self.text, start, mask.end, mask.status)
            elif is_word:
                found = self._word(word, start)
            else:
                found = self._digits(start, token.end())
            if found:
                self._take(found)
        figures = self.grammar.elided.completed(self.text, self.figures)
        return Readings(figures, tuple(self.explained))

    def _take(self, found: Found) -> None:
        self.figures.extend(found.figures)
        self.explained.extend(found.explained)
        # A month by itself is part of what follows; a word that counts nothing may be of a limit.
        if found.figures or found.explained:
            self.floor = found.end
        elif not found.lacks_year:
            self.passed = found.end
        self.lacks_year = self.lacks_year or found.lacks_year

    def _digits(self, at: int, end: int) -> Found | None:
        text, grammar, floor = self.text, self.grammar, self.floor
        if at > floor and text[at - 1] == "." and grammar.numbers.opens(text, at - 1):
            at -= 1  # .05
        named = grammar.before(text, at, floor)
        term = self._term(at)
        opens = at < self.opens_until and not (term and term.kind == "money")
        opens = opens and not grammar.dates.opens_marked(text, at)
        found = list_number(text, at) if opens else None
        if found is None and at < _IN_HEADING and ":" in text[end : end + _TO_COLON]:
            found = grammar.reasons.heading_number(text, at)
        if found is None and named:
            found = grammar.names.instrument(text, at, floor)
        if found is None and text[end : end + 2] == " (":
            found = grammar.names.cited(text, at, floor)
        if found is None and "(" in text[max(0, at - 2) : at]:
            found = grammar.reasons.bracketed(text, at, end)
        if found is None and named and not (term and term.is_share_or_scaled):
            bare = term is None or term.kind is None
            base = grammar.reasons.base_of_rate(text, at, floor) if bare else None
            found = base or grammar.reasons.referred(text, at, floor, term)
        if found is None and (term is None or term.lead is None):
            found = self._glued(at, term) or self._unlike_amount(at, end, term, named=named)
        return found or self._amount(at, term) or self._skipped(at)

    def _term(self, at: int) -> Term | None:
        term = self.grammar.amounts.term(self.text, at, self.floor)
        dashed = term is not None and self._is_between_dashes(at, term)
        return self.grammar.amounts.term(self.text, at, at) if dashed else term

    def _is_between_dashes(self, at: int, term: Term) -> bool:
        """Say whether two hyphens are dashes around a share behind what is counted.

        `three million people -12.3%- fled`: elsewhere the first is the sign of a negative number.
        """
        text, end = self.text, term.end
        if term.start != at - 1 or text[at - 1] != "-" or text[end : end + 1] != "-":
            return False
        counted = self.figures[-1].noun if self.figures else None
        share = term.kind == "percent" and text[end + 1 : end + 2] == " "
        return share and counted is not None and counted[1] == at - 2

    def _unlike_amount(self, at: int, end: int, term: Term | None, *, named: bool) -> Found | None:
        """Return the date, code, age or ratio whose digits stand at a place, as far as one may."""
        text, grammar, floor = self.text, self.grammar, self.floor
        behind = term.number.behind if term else ALL
        found: Found | None = None
        if "date" in behind or end - at == _YEAR_DIGITS:
            found = grammar.dates.read_digits(text, at, floor, self.frame)
        if found is None and named:
            found = grammar.reasons.clock_time(text, at)
        if found is None and text[end : end + 1] == "/":
            found = grammar.alternatives.read(text, at)
        if found is None and "clock" in behind:
            found = grammar.reasons.before_amount(text, at) or grammar.scores.read(text, at)
        if found is None and (named or "age" in behind or text[at - 2 : at] in _BEHIND_NAME):
            found = grammar.ages.digits(text, at, floor)
        if found is None:
            found = grammar.ratios.digits(text, at, floor, term.number if term else None)
        return found

    def _glued(self, at: int, term: Term | None) -> Found | None:
        """Return codes and names; digits right after a letter are nothing else but with a unit."""
        if at == self.floor and at and self.text[at - 1].isalpha():
            amount = term and (term.kind or term.is_share_or_scaled)
            return None if amount else self._mark(at)
        if at == self.floor or not (self.text[at - 1].isalnum() or self.text[at - 1] in "-./_&#"):
            return None
        if prefixed(self.text, at) or self._is_second(at, term):
            return None
        return self.grammar.reasons.glued(self.text, at, self.floor)

    def _is_second(self, at: int, term: Term | None) -> bool:
        """Say whether a measure is parted from another one by a stroke: `230V/50Hz`."""
        measured = term is not None and term.kind == "measure" and term.lead is None
        stroke = measured and self.text[at - 1] == "/" and self.figures
        before = self.figures[-1] if stroke else None
        return before is not None and before.kind == "measure" and before.span[1] == at - 1

    def _mark(self, at: int) -> Found | None:
        """Return the mark of a note that is glued to a share: `64 per cent24 of them`."""
        share = bool(self.figures) and self.figures[-1].kind == "percent"
        run = _RUN.match(self.text, at) if share else None
        return explained(self.text, at, run.end(), "reference") if run else None

    def _amount(self, at: int, term: Term | None) -> Found | None:
        if term is None:
            return self.grammar.reasons.instead(self.text, at)
        number = term.number
        says_year = "year" in number.behind and self.grammar.dates.says_year(self.text, number.end)
        bare = term.kind is None or says_year
        named = self._named(at, term) if bare else None
        return named or self.grammar.amounts.read(self.text, term, self.floor)

    def _named(self, at: int, term: Term) -> Found | None:
        """Return a bare number as a year or as part of a name; None where it counts something."""
        if term.number.is_year:
            return self._year(at, term)
        if len(term.number.printed) == _YEAR_DIGITS and term.end == term.number.end:
            counted = self.grammar.nouns.counted(self.text, term.end)
            ago = None if counted else self.grammar.dates.long_ago(self.text, at, self.floor)
            if ago:
                return ago
        return self.grammar.names.thing(self.text, at, term.end, self.floor)

    def _year(self, at: int, term: Term) -> Found | None:
        """Return a bare year as a date or part of a name; None where it counts people or things."""
        text, grammar, floor = self.text, self.grammar, self.floor
        counted = grammar.nouns.counts_people(text, term.end)
        if counted and not grammar.dates.anchored(text, at, floor):
            return None
        named = grammar.names.year(text, at, term.end, floor)
        return named or grammar.dates.read(text, at, floor, self.frame)

    def _skipped(self, at: int) -> Found:
        run = _RUN.match(self.text, at)
        return Found(run.end() if run else at + 1)

    def _word(self, word: str, at: int) -> Found | None:
        text, grammar, floor = self.text, self.grammar, self.floor
        if word not in grammar.waking:
            cut = _prefix(word, grammar.waking)
            if word[:cut].endswith(ARTICLES) and word[cut:] in grammar.number_words:
                return self._definite(at, cut)
            word, at = word[cut:], at + cut
        if word in grammar.date_words:
            found = grammar.dates.read(text, at, floor, self.frame)
            if found:
                return found
        if word in grammar.articles:
            counts = "part" in grammar.behind(text, at + len(word))
        else:
            counts = word in grammar.number_words
        if not counts:
            return None
        return grammar.ratios.words(text, at, floor) or self._spelled(at)

    def _definite(self, at: int, cut: int) -> Found | None:
        """Return the number behind an article: behind its noun, or with what it counts after it."""
        text, floor, at = self.text, self.floor, at + cut
        few = self.grammar.definites.few(text, at, at - _ARTICLE, floor)
        found = few or self.grammar.ratios.words(text, at, floor) or self._spelled(at)
        counts = found and found.figures and found.figures[0]
        if counts and counts.kind == "count" and counts.unit is None:
            return None  # "the twentieth century" has the same word
        return found

    def _spelled(self, at: int) -> Found | None:
        text, grammar, floor = self.text, self.grammar, self.floor
        term = grammar.amounts.term(text, at, floor)
        if term is None:
            return None
        aged = grammar.ages.words(text, term.start, term.number.end, floor)
        found = aged or grammar.amounts.read(text, term, floor)
        if term.number.value == 1 and found and not found.figures:
            return grammar.definites.one(text, at, floor) or found
        return found
