"""A figure in its sentence, and how what is found there is bound to it."""

from dataclasses import dataclass, field
from functools import cached_property

import regex

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import clause_end, shortest
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import CLOSING, OPENING, Range, Sentence, Token
from extractor.bind.phrases import POINTING, is_trailing, trimmed
from extractor.bind.prose.groups import after_ages
from extractor.bind.prose.starts import ARTICLES, start_of
from extractor.bind.verbs import CONJUNCTIONS, is_predicate_start
from extractor.bind.words import is_adverb, names_nothing
from extractor.entities.gazetteer import people_nouns

NUMBER_OF = regex.compile(
    r"""
    ^ (?: (?: the\s )?+ (?: highest | lowest | largest | greatest | smallest ) \s )?+
    (?: total\s | overall\s | estimated\s )*
    (?: number | majority | share | proportion | percentage | many | most | some | all | total ) s?
    \s (?: of\s )?
    """,
    regex.X | regex.I,
)
ARTICLE = regex.compile(r"^ (?: the | a | an | all | its | their ) \s+", regex.X | regex.I)
ADDITIONAL = regex.compile(
    r"^ (?: more | additional | other | new | total ) \s+ (?=\p{L})", regex.X
)
COUNTS = frozenset({"count"})
COUNTS_AND_AMOUNTS = frozenset({"count", "money"})
AMOUNTS = frozenset({"money", "measure"})
"""Kinds of figures that are of an item, never a share of a group."""
MAX_MODIFIER = 4  # words of a modifier between a verb and its figure
VALUING = frozenset(
    "averaging costing totalling totaling amounting numbering exceeding reaching representing "
    "measuring weighing worth".split()
)
"""What leads from what was said to the next amount: `received grants averaging USD 120`."""
NAMED = ("ns", "ese")  # how the names end of many peoples: `Malians`, `Togolese`
MAX_ORIGIN = 5  # words of what says where a group is from (`refugees from the two provinces`)


@dataclass
class Spot:
    """A figure in its sentence; what stands around it is looked up once for all rules."""

    sentence: Sentence
    at: int
    """Position of the figure's token."""
    found: Found

    tokens: list[Token] = field(init=False)
    """The tokens of the sentence."""
    after_noun: int = field(init=False)
    """Position after the figure, its counted noun and what it is counted on (`per month`)."""
    after_figure: int = field(init=False)
    """Position after the figure, a modifier after it (`or more`) and what it is counted on."""
    before: int = field(init=False)
    """Position of the first word of the figure's modifier and articles, or of the figure."""
    leads: list[str] = field(init=False)
    """The two words before the figure, its modifier and articles."""
    lead: str = field(init=False)
    """The word before the figure, its modifier and articles; empty at the sentence's start."""
    list_start: int | None = field(init=False, default=None)
    """Position of the list of shares that it stands in, once it was asked for."""

    def __post_init__(self) -> None:
        """Look up what nearly all rules ask for."""
        reading = self.found.reading
        self.tokens = self.sentence.tokens
        passed = reading.rate_end or self._mark_end()
        self.after_noun = self._after(
            max(passed, reading.noun[1] if reading.noun is not None else 0)
        )
        modifier = reading.modifier_span
        self.after_figure = self._after(max(passed, modifier[1] if modifier is not None else 0))
        self.before = start_of(self.sentence, self.at, self.found)
        self.leads = [t.lower for t in self.tokens[max(0, self.before - 2) : self.before]]
        self.lead = self.leads[-1] if self.leads else ""

    def _after(self, end: int) -> int:
        i = self.at + 1
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def _mark_end(self) -> int:
        """Return where the glued mark of a note ends: `64 per cent24 of them`; 0 for none."""
        for after in self.tokens[self.at + 1 : self.at + 2]:
            if after.start == self.found.span[1] and after.found is None and after.text.isdigit():
                return after.end
        return 0

    @cached_property
    def figure_before(self) -> Found | None:
        """The nearest figure before this one in the sentence that is no date or duration."""
        earlier = reversed(self.tokens[: self.at])
        return next((t.measured for t in earlier if t.measured is not None), None)

    @property
    def count_before(self) -> Found | None:
        """The nearest count or amount before this figure in the sentence."""
        earlier = counts_until(self.sentence, self.at, COUNTS_AND_AMOUNTS)
        return earlier[-1][1] if earlier else None

    @property
    def is_counted(self) -> bool:
        """Whether the figure is a count with its noun."""
        return self.found.reading.kind == "count" and self.found.reading.noun is not None


def counts_until(
    sentence: Sentence, until: int, kinds: frozenset[str] = COUNTS
) -> list[tuple[int, Found]]:
    """Return the counts before a position, each with its own, but for those in closed brackets.

    `81 civilians (37 men and 44 women) were hurt and 12 others …`: 12 other civilians.
    """
    counts: list[tuple[int, Found]] = []
    opened: list[int] = []
    for i, token in enumerate(sentence.tokens[:until]):
        if token.found is not None:
            if token.found.reading.kind in kinds:
                counts.append((i, token.found))
        elif token.text in OPENING:
            opened.append(len(counts))
        elif token.text in CLOSING and opened:
            before = opened.pop()
            del counts[before or len(counts) :]
    return counts


# --- what is printed ------------------------------------------------------------------------------


def quote(sentence: Sentence, span: Span) -> str:
    """Return the printed words of a span, single-spaced."""
    words: list[str] = []
    at = span[0]
    for token in sentence.tokens:
        if token.end <= span[0] or token.start >= span[1]:
            continue
        start = max(token.start, span[0])
        if words and start > at:
            words.append(" ")
        words.append(token.text[start - token.start : min(token.end, span[1]) - token.start])
        at = token.end
    return "".join(words).strip()


def text_range(sentence: Sentence, span: Range | None) -> Span | None:
    """Return where the tokens of a range stand in the canonical text."""
    if span is None or span[0] >= span[1]:
        return None
    return sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end


def clean(spot: Spot, span: Span) -> str:
    """Return the printed words of a span without the punctuation around them."""
    return quote(spot.sentence, span).strip(" ,;:")


# --- indicators -----------------------------------------------------------------------------------


def set_indicator(spot: Spot, span: Range, rule: str, *, keep_edge: bool = False) -> bool:
    """Bind a phrase as what is measured; with `keep_edge` its articles and prepositions stay."""
    phrase = span if keep_edge else trimmed(spot.sentence, span)
    return set_indicator_text(spot, text_range(spot.sentence, phrase), rule)


def set_indicator_text(spot: Spot, text: Span | None, rule: str) -> bool:
    """Bind a stretch of the text as what is measured; say whether there is one."""
    if text is None:
        return False
    value = _unnumbered(spot.sentence, text)
    names = not names_nothing(value)
    spot.found.indicator = Binding(value, "stated", rule, text) if names else None
    return names


def _unnumbered(sentence: Sentence, span: Span) -> str:
    """Return the printed words of a span without the figures in it and their modifiers.

    A number in words stays: what is said of a household is that it has `at least one` of them.
    """
    pieces: list[str] = []
    start = span[0]
    for found in (t.measured for t in sentence.tokens if span[0] <= t.start < span[1]):
        if found is not None and any(c.isdigit() for c in quote(sentence, found.span)):
            modifier = found.reading.modifier_span or found.span
            pieces.append(quote(sentence, (start, min(max(start, modifier[0]), found.span[0]))))
            start = max(found.span[1], start)
    pieces.append(quote(sentence, (start, span[1])))
    return " ".join(p for p in pieces if p).strip(" ,;:")


def set_predicate(spot: Spot, start: int, rule: str) -> bool:
    """Bind what is said from `start` on, without its auxiliaries, as the indicator."""
    if start >= len(spot.tokens):
        return False
    begin = without_auxiliaries(spot.sentence, start, len(spot.tokens))
    end = _predicate_end(spot, begin)
    end = shortest(spot.sentence, (start, begin, end))
    while end > begin + 1 and is_trailing(spot.tokens[end - 1]):
        end -= 1
    if end > begin + 1 and spot.tokens[end - 1].lower in VALUING and _is_object_next(spot, end):
        end -= 1
    begin += end > begin + 1 and spot.tokens[begin].lower in {"the", *ARTICLES}
    return begin < end and set_indicator(spot, (begin, end), rule, keep_edge=True)


def _predicate_end(spot: Spot, begin: int) -> int:
    """Return where a predicate ends: past `that`, and past a figure that is the verb's object."""
    end = clause_end(spot.sentence, begin)
    if end == begin + 1 and end < len(spot.tokens):
        if spot.tokens[end].lower == "that":
            return clause_end(spot.sentence, end + 1)
        if _is_object_next(spot, end):
            return clause_end(spot.sentence, begin, over_figures=True)
    return end


def _is_object_next(spot: Spot, at: int) -> bool:
    """Say whether a figure, with its modifier, is the object of the verb before a token."""
    for token in spot.tokens[at : at + MAX_MODIFIER]:
        if token.found is not None:
            return True
        if token.lower in CONJUNCTIONS or not token.is_word:
            return False
    return False


def with_adverb(spot: Spot, start: int) -> int:
    """Return where a predicate begins with the adverbs before its verb."""
    while start > spot.after_noun and is_adverb(spot.tokens[start - 1].text):
        if spot.tokens[start - 1].lower in POINTING:
            break
        start -= 1
    return start


def before_predicate(spot: Spot, end: int) -> int:
    """Return where the first predicate after the figure begins; `end` where none does before it."""
    after = range(spot.at + 1, end)
    return next((i for i in after if is_predicate_start(spot.sentence, i)), end)


# --- groups ---------------------------------------------------------------------------------------


def without_quantity(sentence: Sentence, span: Span | None) -> Span | None:
    """Return a span without the words that only announce an amount (`the total number of`)."""
    if span is None:
        return None
    text = quote(sentence, span)
    cut = NUMBER_OF.match(text)
    return (span[0] + cut.end(), span[1]) if cut and cut.end() < len(text) else span


def set_population(spot: Spot, span: Span | None, rule: str) -> None:
    """Bind the group counted, or the base of a share."""
    text = without_quantity(spot.sentence, span)
    if text is not None:
        words = ARTICLE.sub("", quote(spot.sentence, text))
        spot.found.population = Binding(words, "stated", rule, text)


def population_from_noun(spot: Spot, until: int | None = None) -> None:
    """Bind the noun of a count of people as its group, with where they are from before `until`."""
    noun = spot.found.reading.noun
    if noun is None or not counts_people(spot.found):
        return
    text = noun
    i = spot.after_noun
    if until is not None and i < until <= i + MAX_ORIGIN and _says_origin(spot.tokens[i]):
        text = (noun[0], spot.tokens[until - 1].end)
    elif (aged := after_ages(spot.sentence, i)) > i:
        text = (noun[0], spot.tokens[aged - 1].end)
    value = ADDITIONAL.sub("", quote(spot.sentence, text))
    spot.found.population = Binding(value, "stated", "prose.counted_group", text)


def _says_origin(token: Token) -> bool:
    return token.lower in {"from", "with"}


def counts_people(found: Found) -> bool:
    """Say whether a count is of people: a noun for them, or the name of a people (`Malians`)."""
    unit = found.unit or ""
    words = unit.split()
    if not words:
        return False
    named = words[-1][0].isupper() and not words[-1].isupper() and words[-1].endswith(NAMED)
    return named or unit.lower() in people_nouns() or words[-1].lower() in people_nouns()
