"""A figure in its sentence, and how what is found there is bound to it."""

from dataclasses import dataclass

import regex

from extractor.bind import clauses
from extractor.bind.clauses import Range
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence, Token
from extractor.bind.words import is_adverb
from extractor.entities.gazetteer import people_nouns

NUMBER_OF = regex.compile(
    r"^(?:total |overall |estimated )*(?:number|majority|share|proportion|percentage|many|most|some|all|total)s? (?:of )?",
    regex.I,
)


@dataclass(slots=True)
class Spot:
    """A figure in its sentence."""

    sentence: Sentence
    at: int
    """Position of the figure's token."""
    found: Found

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @property
    def after_noun(self) -> int:
        """Position after the figure, its counted noun phrase and what it is counted on (`per month`)."""
        reading = self.found.reading
        ends = [span[1] for span in (reading.noun, reading.per_span) if span is not None]
        return self._after(max(ends, default=0))

    @property
    def after_figure(self) -> int:
        """Position after the figure, a modifier that follows it (`or more`) and what it is counted on."""
        reading = self.found.reading
        ends = [span[1] for span in (reading.modifier_span, reading.per_span) if span is not None]
        return self._after(max(ends, default=0))

    def _after(self, end: int) -> int:
        i = self.at + 1
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    @property
    def before(self) -> int:
        """Position of the first word of the figure's modifier, or of the figure."""
        modifier = self.found.reading.modifier_span
        i = self.at
        while (
            i > 0
            and modifier
            and modifier[0] < self.found.span[0]
            and self.tokens[i - 1].start >= modifier[0]
        ):
            i -= 1
        while i > 0 and self.tokens[i - 1].lower in {
            "an",
            "a",
            "the",
            "another",
            "further",
            "additional",
            "some",
        }:
            i -= 1
        return i


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
        words.append(
            token.text[start - token.start : max(0, min(token.end, span[1]) - token.start)]
        )
        at = token.end
    return "".join(words).strip()


def text_range(sentence: Sentence, span: Range | None) -> Span | None:
    """Return where the tokens of a range stand in the canonical text."""
    if span is None or span[0] >= span[1]:
        return None
    return sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end


def clean(spot: Spot, span: Span) -> str:
    return quote(spot.sentence, span).strip(" ,;:")


def set_indicator(spot: Spot, span: Range, rule: str, *, keep_edge: bool = False) -> bool:
    phrase = span if keep_edge else clauses.trimmed(spot.sentence, span)
    text = text_range(spot.sentence, phrase)
    if text is None:
        return False
    spot.found.indicator = Binding(clean(spot, text), "stated", rule, text)
    return True


def set_predicate(spot: Spot, start: int, rule: str) -> bool:
    """Bind what is said from `start` on, without its auxiliaries, as the indicator."""
    tokens = spot.tokens
    begin = clauses.without_auxiliaries(spot.sentence, start, len(tokens))
    end = clauses.clause_end(spot.sentence, begin)
    if end == begin + 1 and end < len(tokens) and _is_object_next(spot, end):
        end = clauses.clause_end(spot.sentence, begin, over_figures=True)
    while end > begin + 1 and clauses.is_trailing(tokens[end - 1]):
        end -= 1
    return begin < end and set_indicator(spot, (begin, end), rule, keep_edge=True)


def _is_object_next(spot: Spot, at: int) -> bool:
    """Say whether a figure, with its modifier, is the object of the verb before a token."""
    for token in spot.tokens[at : at + MAX_MODIFIER]:
        if token.found is not None:
            return True
        if token.lower in {"and", "or"} or not token.is_word:
            return False
    return False


MAX_MODIFIER = 4  # words of a modifier between a verb and its figure


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
    if text is None:
        return
    words = regex.sub(
        r"^(?:the|a|an|all|its|their)\s+", "", quote(spot.sentence, text), flags=regex.I
    )
    spot.found.population = Binding(words, "stated", rule, text)


def population_from_noun(spot: Spot, until: int | None = None) -> None:
    found = spot.found
    noun = found.reading.noun
    if noun is None or not counts_people(found):
        return
    text = noun
    tokens = spot.tokens
    i = spot.after_noun
    if until is not None and i < until <= i + 5 and tokens[i].lower in {"from", "with"}:
        text = (noun[0], tokens[until - 1].end)
    value = regex.sub(r"^(?:more|additional|other|new)\s+(?=\p{L})", "", quote(spot.sentence, text))
    found.population = Binding(value, "stated", "prose.counted_group", text)


def counts_people(found: Found) -> bool:
    """Say whether a count is one of people: a noun for people, or a people's own name (`Malians`)."""
    unit = found.unit or ""
    words = unit.split()
    if not words:
        return False
    named = words[-1][0].isupper() and not words[-1].isupper() and words[-1].endswith("ns")
    return named or unit.lower() in people_nouns() or words[-1].lower() in people_nouns()


def restated(binding: Binding | None, rule: str) -> Binding | None:
    if binding is None:
        return None
    return Binding(binding.value, binding.state, rule, binding.span, binding.code)


def with_adverb(spot: Spot, start: int) -> int:
    while start > spot.after_noun and is_adverb(spot.tokens[start - 1].text):
        start -= 1
    return start


def before_predicate(spot: Spot, end: int) -> int:
    for i in range(spot.at + 1, end):
        if clauses.is_predicate_start(spot.sentence, i):
            return i
    return end


def figure_before(spot: Spot) -> Found | None:
    """Return the nearest figure before this one in the sentence that is no date or duration."""
    for i in range(spot.at - 1, -1, -1):
        found = spot.tokens[i].found
        if found is not None and not found.is_time:
            return found
    return None


def count_before(spot: Spot) -> Found | None:
    """Return the nearest count or amount before this figure in the sentence."""
    for i in range(spot.at - 1, -1, -1):
        found = spot.tokens[i].found
        if found is not None and found.reading.kind in {"count", "money"}:
            return found
    return None
