"""Prose: what a figure in a sentence measures, of whom, and of which figure it is a part.

The rules are tried in order, the first that fits binds; each is named in the binding. No parse is
assumed: a rule reads tokens to the left and right of the figure up to where its clause ends.
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from extractor.bind import clauses
from extractor.bind.clauses import Range
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence, Token
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    is_verb,
)
from extractor.entities.gazetteer import people_nouns

PART_WORDS = frozenset({"including", "of", "among", "with"})
EXCLUDED_HEADS = frozenset(
    "total number majority percentage share proportion rate amount many most some half".split()
)
NUMBER_OF = regex.compile(
    r"^(?:total |overall |estimated )*(?:number|majority|share|proportion|percentage|many|most|some|all|total)s? (?:of )?",
    regex.I,
)


@dataclass(slots=True)
class Place:
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
        """Position after the figure and its counted noun phrase."""
        noun = self.found.reading.noun
        i = self.at + 1
        while noun and i < len(self.tokens) and self.tokens[i].start < noun[1]:
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


Rule = Callable[[Place], bool]


def bind_sentence(sentence: Sentence) -> None:
    """Bind indicator, population and whole of every figure of a sentence."""
    for at, token in enumerate(sentence.tokens):
        found = token.found
        if found is None:
            continue
        place = Place(sentence, at, found)
        rules = TIME_RULES if found.is_time else FIGURE_RULES
        for rule in rules:
            if rule(place):
                break
        if not found.is_time and found.population is None:
            _population_from_noun(place)


# --- figures in brackets ----------------------------------------------------------------------------


def bracketed(place: Place) -> bool:
    """`4.2 million returnees (88%) are …`, `financial assistance (58%)`, `those who came (47%) did …`."""
    bracket = clauses.bracket_of(place.sentence, place.at)
    if bracket is None or not _opens_bracket(place, bracket[0]):
        return False
    host = _host_before(place.sentence, bracket[0])
    if host is not None and host.reading.kind != "date":
        return _share_of_host(place, host)
    phrase = _phrase_before_bracket(place.sentence, bracket[0])
    if phrase is None:
        return False
    start = (
        clauses.find_predicate(place.sentence, bracket[1])
        if bracket[1] < len(place.tokens)
        else None
    )
    if start == bracket[1]:
        population = _text_range(place.sentence, phrase)
        _set_population(place, population, "prose.bracket_after_group")
        _set_predicate(place, start, "prose.predicate_after_bracket")
        _whole_before(place)
        return True
    _set_indicator(place, phrase, "prose.bracket_after_item")
    if place.found.reading.kind == "percent":
        _inherit_group(place)
    return True


def _opens_bracket(place: Place, opening: int) -> bool:
    """Say whether the figure is the first thing in its bracket but for modifiers."""
    words = place.tokens[opening + 1 : place.before]
    return all(
        not w.is_word
        or is_adverb(w.text)
        or w.lower in {"est", "estimated", "from", "or", "about", "i", "e"}
        for w in words
    )


def _host_before(sentence: Sentence, opening: int) -> Found | None:
    """Return the figure whose noun phrase ends right before a bracket, or whose clause the bracket ends."""
    i = opening - 1
    words = 0
    while i >= 0 and words <= MAX_TO_HOST:
        token = sentence.tokens[i]
        if token.found is not None and not token.found.is_time:
            return token.found
        if token.text in ";,)(" and token.found is None:
            return None
        if token.lower in {"whom", "who", "which", "majority"}:
            return None
        words += 1
        i -= 1
    return None


MAX_TO_HOST = 12  # words between a figure and the bracket that says it again in another unit


def _share_of_host(place: Place, host: Found) -> bool:
    found = place.found
    tokens = place.tokens
    if host.indicator is None and host.reading.kind != "percent":
        _bind_host_first(place, host)
    i = place.at + 1
    if i < len(tokens) and tokens[i].lower == "of":
        end = clauses.clause_end(place.sentence, i + 1)
        _set_population(place, _text_range(place.sentence, (i + 1, end)), "prose.share_of")
    found.indicator = _restated(host.indicator, "prose.restated_in_bracket")
    if found.population is None:
        found.population = _restated(host.population, "prose.restated_in_bracket")
    found.of = host.of
    return found.indicator is not None


def _bind_host_first(place: Place, host: Found) -> None:
    for at, token in enumerate(place.tokens):
        if token.found is host:
            _predicate_right(Place(place.sentence, at, host))


def _restated(binding: Binding | None, rule: str) -> Binding | None:
    if binding is None:
        return None
    return Binding(binding.value, binding.state, rule, binding.span, binding.code)


def _phrase_before_bracket(sentence: Sentence, opening: int) -> Range | None:
    phrase = clauses.noun_phrase_before(sentence, opening)
    if phrase is None:
        return None
    start, end = phrase
    tokens = sentence.tokens
    # `the majority of whom (95%)`, `those who returned (47%)`: the relative clause belongs to the phrase
    i = start
    while i > 0 and end - i < clauses.MAX_PHRASE:
        token = tokens[i - 1]
        if token.found is not None or (not token.is_word):
            break
        if token.lower in {"those", "people", "persons"}:
            return i - 1, end
        i -= 1
    return phrase


# --- parts and wholes -------------------------------------------------------------------------------


def part_of_parent(place: Place) -> bool:
    """`…, including 41 per cent women and girls`, `of whom 1.1 million returned`, `out of 8.5M targeted`."""
    tokens, before = place.tokens, place.before
    lead = [t.lower for t in tokens[max(0, before - 2) : before] if t.found is None]
    parent = _parent(place)
    if parent is None or place.found.reading.kind not in {"percent", "count", "ratio", "money"}:
        return False
    if lead[-2:] == ["of", "whom"] or lead[-2:] == ["of", "which"]:
        place.found.of = parent
        place.found.population = _restated(parent.population, "prose.of_whom")
        start = clauses.find_predicate(place.sentence, place.after_noun)
        return start is not None and _set_predicate(
            place, _with_adverb(place, start), "prose.of_whom"
        )
    if lead[-1:] == ["including"] or _continues_list(place):
        return _listed_part(place, parent)
    return False


def _with_adverb(place: Place, start: int) -> int:
    while start > place.after_noun and is_adverb(place.tokens[start - 1].text):
        start -= 1
    return start


def _parent(place: Place) -> Found | None:
    for i in range(place.at - 1, -1, -1):
        candidate = place.tokens[i].found
        if candidate is not None and candidate.reading.kind in {"count", "money"}:
            return (
                candidate.of
                if candidate.of is not None and _is_list_mate(place, candidate)
                else candidate
            )
    return None


def _is_list_mate(place: Place, candidate: Found) -> bool:
    return candidate.reading.kind == place.found.reading.kind


def _continues_list(place: Place) -> bool:
    """Say whether the figure goes on a list of parts: `20 per cent children, and 14 per cent …`."""
    for i in range(place.at - 1, -1, -1):
        before = place.tokens[i].found
        if before is None or before.is_time:
            continue
        mate = before.of is not None and before.reading.kind == place.found.reading.kind
        between = [t.lower for t in place.tokens[i + 1 : place.before]]
        return mate and "," in between[-2:] + between[-1:] and "(" not in between
    return False


def _listed_part(place: Place, parent: Found) -> bool:
    found = place.found
    found.of = parent
    tokens = place.tokens
    end = clauses.clause_end(place.sentence, place.at + 1)
    noun = found.reading.noun
    if found.reading.kind == "percent":
        phrase = clauses.trimmed(place.sentence, (place.at + 1, _before_predicate(place, end)))
        if phrase is None:
            return False
        _set_indicator(place, phrase, "prose.part")
        found.population = _group_of(parent)
        return True
    start = place.after_noun
    if start < end and is_preposition(tokens[start].text):
        _set_indicator(place, (start, end), "prose.part")
        if parent.indicator is not None and found.indicator is not None:
            joined = f"{parent.indicator.value} {found.indicator.value}"
            found.indicator = Binding(joined, "inherited", "prose.part", found.indicator.span)
        found.population = _restated(parent.population, "prose.part")
        return True
    _predicate_right(Place(place.sentence, place.at, found))
    if found.indicator is None and parent.indicator is not None:
        found.indicator = _restated(parent.indicator, "prose.part")
    if found.indicator is None and noun:
        found.indicator = Binding(_quote(place.sentence, noun), "stated", "prose.part", noun)
    return True


def _before_predicate(place: Place, end: int) -> int:
    for i in range(place.at + 1, end):
        if clauses.is_predicate_start(place.sentence, i):
            return i
    return end


def _group_of(parent: Found) -> Binding | None:
    if parent.population is not None:
        return _restated(parent.population, "prose.part")
    return None


# --- predicates -------------------------------------------------------------------------------------


def percent_of(place: Place) -> bool:
    """`88 per cent of returnees expressed …`, `two thirds of the roads are damaged`."""
    tokens = place.tokens
    i = place.at + 1
    if (
        place.found.reading.kind not in {"percent", "ratio"}
        or i >= len(tokens)
        or tokens[i].lower != "of"
    ):
        return False
    end = clauses.clause_end(place.sentence, i + 1)
    start = clauses.find_predicate(place.sentence, i + 1)
    if start is not None and start <= end + 1:
        population = clauses.trimmed(place.sentence, (i + 1, start))
        _set_population(
            place, population and _text_range(place.sentence, population), "prose.share_of"
        )
        return _set_predicate(place, _with_adverb(place, start), "prose.share_predicate")
    split = _preposition_after(place, i + 2, end)
    population = clauses.trimmed(place.sentence, (i + 1, split))
    _set_population(place, population and _text_range(place.sentence, population), "prose.share_of")
    rest = (split, end) if split < end and tokens[split].lower in STATE_PREPOSITIONS else None
    if rest:
        return _set_indicator(place, rest, "prose.share_state")
    return subject_left(place) or _verb_left(place)


STATE_PREPOSITIONS = frozenset("under below above without with at on".split())


def _preposition_after(place: Place, start: int, end: int) -> int:
    for i in range(start, end):
        if is_preposition(place.tokens[i].text) and place.tokens[i].lower != "of":
            return i
    return end


def change(place: Place) -> bool:
    """`Poverty levels increased in 2022 from 5.5 per cent to 24.1 per cent`: both are the subject's."""
    tokens = place.tokens
    lead = tokens[place.before - 1].lower if place.before else ""
    if lead == "to":
        mate = _change_mate(place)
        if (
            mate is not None
            and mate.indicator is not None
            and mate.reading.kind == place.found.reading.kind
        ):
            place.found.indicator = _restated(mate.indicator, "prose.change")
            place.found.population = _restated(mate.population, "prose.change")
            return True
    if lead not in {"from", "to", "by"}:
        return False
    chain = clauses.copula_before(place.sentence, place.before)
    if chain is None or tokens[chain].lower not in forms_of("change") | {
        "have",
        "has",
        "had",
        "was",
        "were",
    }:
        return False
    return _subject(place, chain, "prose.change")


def _change_mate(place: Place) -> Found | None:
    for i in range(place.before - 2, max(-1, place.before - 8), -1):
        found = place.tokens[i].found
        if found is not None and not found.is_time:
            return found
    return None


def subject_left(place: Place) -> bool:
    """`direct damage was estimated to have reached over USD 152 billion`: the subject is measured."""
    if (
        place.found.reading.kind == "count"
        and place.found.reading.noun
        and _counts_people(place.found)
    ):
        return False
    chain = clauses.copula_before(place.sentence, place.before)
    if chain is None:
        return _after_reporting_at(place)
    return _subject(place, chain, "prose.subject")


def _subject(place: Place, chain: int, rule: str) -> bool:
    phrase = clauses.noun_phrase_before(place.sentence, chain)
    if phrase is None:
        return False
    start = phrase[0]
    text = _text_range(place.sentence, phrase)
    if text is None:
        return False
    quote = _quote(place.sentence, text)
    cut = NUMBER_OF.match(quote)
    if cut and cut.end() < len(quote):
        text = (text[0] + cut.end(), text[1])
    place.found.indicator = Binding(_clean(place, text), "stated", rule, text)
    return start >= 0


def _after_reporting_at(place: Place) -> bool:
    """`estimates the number of displaced persons who …, at 2.95 million`."""
    tokens, before = place.tokens, place.before
    if before == 0 or tokens[before - 1].lower != "at":
        return False
    for i in range(before - 1, -1, -1):
        if tokens[i].lower == "number" and i + 1 < len(tokens) and tokens[i + 1].lower == "of":
            return _numbered_group(place, i + 2, before - 1)
    return False


def _numbered_group(place: Place, start: int, end: int) -> bool:
    relative = next(
        (i for i in range(start, end) if place.tokens[i].lower in {"who", "that", "which"}), None
    )
    group_end = relative if relative is not None else end
    group = clauses.trimmed(place.sentence, (start, group_end))
    _set_population(place, group and _text_range(place.sentence, group), "prose.number_of")
    if group and place.found.unit is None:
        unit = _quote(place.sentence, _text_range(place.sentence, group) or (0, 0))
        place.found.unit = unit.split(" (")[0]
    if relative is not None:
        return _set_predicate(place, relative + 1, "prose.number_of")
    return group is not None and _set_indicator(place, group, "prose.number_of")


def predicate_right(place: Place) -> bool:
    """`3.7 million people are internally displaced`: what is said of those counted."""
    if place.found.reading.kind in {"money", "measure"}:
        return False
    return _predicate_right(place)


def _predicate_right(place: Place) -> bool:
    if _is_object(place) and not _counts_people(place.found):
        return False
    start = clauses.find_predicate(place.sentence, place.after_noun)
    if start is None or start > place.after_noun + MAX_TO_PREDICATE + _insertion(place):
        return False
    start = _with_adverb(place, start)
    _population_from_noun(place, start)
    return _set_predicate(place, start, "prose.predicate")


MAX_TO_PREDICATE = 8  # words between the counted noun and its verb, insertions not counted


def _insertion(place: Place) -> int:
    """Return how many tokens of brackets and lists of parts stand after the figure."""
    tokens = place.tokens
    i = place.after_noun
    end = i
    while i < len(tokens) and tokens[i].text in "(,":
        if tokens[i].text == "(":
            i = clauses.after_bracket(place.sentence, i)
        else:
            figures = [k for k in range(i + 1, len(tokens)) if tokens[k].found is not None]
            if not figures:
                break
            i = max(figures) + 1
        end = i
    return end - place.after_noun + (8 if end > place.after_noun else 0)


def _is_object(place: Place) -> bool:
    """Say whether a verb or preposition stands right before the figure: it is no subject."""
    if place.before == 0:
        return False
    token = place.tokens[place.before - 1]
    return token.is_word and (
        (is_verb(token.text) and token.lower not in forms_of("reporting"))
        or token.lower in {"with", "to", "into", "by", "of", "for", "through", "from"}
    )


def as_object(place: Place) -> bool:
    """`conducted more than 24,000 surveys with …`, `pushing 7.1 million more people into poverty`."""
    found = place.found
    noun = found.reading.noun
    if found.reading.kind != "count" or noun is None:
        return False
    end = clauses.clause_end(place.sentence, place.after_noun)
    if _counts_people(found):
        _population_from_noun(place)
        if place.after_noun < end and place.before and is_verb(place.tokens[place.before - 1].text):
            return _set_indicator(
                place, (place.after_noun, end), "prose.object_state", keep_edge=True
            )
        return _verb_left(place)
    text = (noun[0], place.tokens[end - 1].end) if _prepositional(place, end) else noun
    found.indicator = Binding(_clean(place, text), "stated", "prose.object", text)
    return True


def _prepositional(place: Place, end: int) -> bool:
    i = place.after_noun
    return i < end and place.tokens[i].lower in {"with", "of", "for", "on", "to", "against"}


def _verb_left(place: Place) -> bool:
    """`reach 40,000 people`, `provided shelter to 12,000 households`: the verb and its object."""
    i = place.before - 1
    end = place.before
    while i >= 0 and end - i < clauses.MAX_PHRASE:
        token = place.tokens[i]
        if token.found is not None or token.text in ".;:()":
            return False
        if clauses.is_predicate_start(place.sentence, i) and not is_auxiliary(token.text):
            span = clauses.trimmed(place.sentence, (i, end))
            return span is not None and _set_indicator(place, span, "prose.verb")
        i -= 1
    return False


def noun_after(place: Place) -> bool:
    """`USD 3 million for shelter repairs`, `$152B in estimated damage to housing`, `20 per cent children`."""
    tokens = place.tokens
    i = place.at + 1
    if i >= len(tokens) or place.found.reading.kind in {"count", "ratio"}:
        return False
    end = clauses.clause_end(place.sentence, i)
    if i >= end:
        return False
    token = tokens[i]
    linked = token.lower in {"in", "for", "of", "to", "as", "towards"}
    if linked and i + 1 < len(tokens) and tokens[i + 1].found is not None:
        return False
    if not linked and not (token.is_word and not clauses.is_predicate_start(place.sentence, i)):
        return place.found.reading.kind == "percent" and _copula_after(place, i, end)
    phrase = clauses.trimmed(place.sentence, (i, _before_predicate(place, end)))
    return phrase is not None and _set_indicator(place, phrase, "prose.noun_after")


def _copula_after(place: Place, start: int, end: int) -> bool:
    return _set_predicate(place, start, "prose.share_is") if start < end else False


def counted_noun(place: Place) -> bool:
    """`50 partnerships with government authorities`: nothing is said of it but what it is."""
    found = place.found
    noun = found.reading.noun
    if found.reading.kind != "count" or noun is None:
        return False
    end = clauses.clause_end(place.sentence, place.after_noun)
    text = (noun[0], place.tokens[end - 1].end) if _prepositional(place, end) else noun
    found.indicator = Binding(_clean(place, text), "stated", "prose.counted", text)
    return True


def multiple_of(place: Place) -> bool:
    """`…, representing 2.8 times the product`: what was said to be so much is measured."""
    if place.found.reading.kind != "ratio":
        return False
    for i in range(place.at - 1, -1, -1):
        before = place.tokens[i].found
        if before is not None and before.reading.kind == "money" and before.indicator is not None:
            place.found.indicator = _restated(before.indicator, "prose.multiple")
            return True
    return subject_left(place)


# --- dates and durations ----------------------------------------------------------------------------


def event_after(place: Place) -> bool:
    """`the 24 February 2022 invasion`, `15 years of progress`: what is dated or lasts."""
    tokens = place.tokens
    i = place.at + 1
    if i >= len(tokens) or place.found.zone in {"caption", "footnote", "heading"}:
        return False
    if place.found.reading.kind == "duration":
        if tokens[i].lower not in {"of", "into", "since"}:
            return False
        end = clauses.clause_end(place.sentence, i + 1)
        phrase = clauses.trimmed(place.sentence, (i + 1, end))
        return phrase is not None and _set_indicator(place, phrase, "prose.duration_of")
    before = tokens[place.at - 1] if place.at else None
    attributive = before is not None and is_determiner(before.text)
    if not attributive or not tokens[i].is_word or clauses.is_predicate_start(place.sentence, i):
        return False
    end = clauses.clause_end(place.sentence, i)
    phrase = clauses.trimmed(place.sentence, (i, end))
    return phrase is not None and _set_indicator(place, phrase, "prose.dated_event")


def event_before(place: Place) -> bool:
    """`the full-scale invasion on 24 February 2022`: the noun phrase that the date follows."""
    tokens, i = place.tokens, place.at
    if place.found.reading.kind != "date" or place.found.zone in {
        "caption",
        "footnote",
        "heading",
        "keyfigure",
    }:
        return False
    if i < 2 or tokens[i - 1].lower != "on" or place.found.reading.role == "as_of":
        return False
    phrase = clauses.noun_phrase_before(place.sentence, i - 1)
    return phrase is not None and _set_indicator(place, phrase, "prose.event_on")


FIGURE_RULES: tuple[Rule, ...] = (
    bracketed,
    part_of_parent,
    percent_of,
    change,
    multiple_of,
    subject_left,
    predicate_right,
    as_object,
    noun_after,
    counted_noun,
)
TIME_RULES: tuple[Rule, ...] = (event_after, event_before)


# --- setting ----------------------------------------------------------------------------------------


def _quote(sentence: Sentence, span: Span) -> str:
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


def _text_range(sentence: Sentence, span: Range | None) -> Span | None:
    """Return where the tokens of a range stand in the canonical text."""
    if span is None or span[0] >= span[1]:
        return None
    return sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end


def _clean(place: Place, span: Span) -> str:
    return _quote(place.sentence, span).strip(" ,;:")


def _set_indicator(place: Place, span: Range, rule: str, *, keep_edge: bool = False) -> bool:
    phrase = span if keep_edge else clauses.trimmed(place.sentence, span)
    text = _text_range(place.sentence, phrase)
    if text is None:
        return False
    place.found.indicator = Binding(_clean(place, text), "stated", rule, text)
    return True


def _set_predicate(place: Place, start: int, rule: str) -> bool:
    end = clauses.clause_end(place.sentence, start)
    begin = clauses.without_auxiliaries(place.sentence, start, end)
    phrase = clauses.trimmed(place.sentence, (begin, end))
    return phrase is not None and _set_indicator(place, phrase, rule)


def _set_population(place: Place, span: Span | None, rule: str) -> None:
    if span is None:
        return
    text = _quote(place.sentence, span)
    cut = NUMBER_OF.match(text)
    if cut and cut.end() < len(text):
        span = (span[0] + cut.end(), span[1])
    words = _quote(place.sentence, span)
    stripped = regex.sub(r"^(?:the|a|an|all|its|their)\s+", "", words, flags=regex.I)
    place.found.population = Binding(stripped, "stated", rule, span)


def _population_from_noun(place: Place, until: int | None = None) -> None:
    found = place.found
    noun = found.reading.noun
    if noun is None or not _counts_people(found):
        return
    text = noun
    tokens = place.tokens
    i = place.after_noun
    if until is not None and i < until <= i + 5 and tokens[i].lower in {"from", "with"}:
        text = (noun[0], tokens[until - 1].end)
    value = regex.sub(
        r"^(?:more|additional|other|new)\s+(?=\p{L})", "", _quote(place.sentence, text)
    )
    found.population = Binding(value, "stated", "prose.counted_group", text)


def _counts_people(found: Found) -> bool:
    unit = (found.unit or "").lower()
    head = unit.split()[-1] if unit else ""
    return unit in people_nouns() or head in people_nouns()


def _whole_before(place: Place) -> None:
    """Set the whole of a share to the nearest count before it in the passage, when there is one."""


def _inherit_group(place: Place) -> None:
    """Give a listed share the group that a share before it in the sentence is counted on."""
    for i in range(place.at - 1, -1, -1):
        before = place.tokens[i].found
        if (
            before is not None
            and before.population is not None
            and before.reading.kind == "percent"
        ):
            place.found.population = _restated(before.population, "prose.list_group")
            return
