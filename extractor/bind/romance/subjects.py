"""What comes to an amount: `Les exportations se sont élevées à 3 millions`, `pour atteindre 4`."""

from collections.abc import Iterator

from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import Sentence
from extractor.bind.romance.clause import (
    DETERMINERS,
    MAX_LEADS,
    PUNCTUATION,
    REACHING,
    Clause,
    is_word,
    measured_before,
)

RULE = "prose.romance_subject"
MAX_SUBJECT = 10  # words


def by_subject(clause: Clause) -> Binding | None:
    """`Les exportations se sont élevées à 3 millions`: what comes to so much."""
    verb = _link_before(clause)
    if verb is None:
        return None
    end = _before_time(clause, verb)
    first = _subject_start(clause, end)
    if first is None:
        return _carried(clause) if clause.has(verb - 1, "joins") else None
    said = clause.text(first, end)
    return Binding(said[0], "stated", RULE, said[1]) if said is not None else None


def _before_time(clause: Clause, verb: int) -> int:
    """Return where a subject ends before its year: `Le budget 2031 s'élève`, `de 2031 asciende`."""
    dated = clause.tokens[verb - 1].found if verb else None
    if dated is None or not dated.is_time:
        return verb
    led = (
        clause.has(verb - 2, "leads") or clause.has(verb - 2, "of") or clause.has(verb - 2, "stops")
    )
    return verb - 1 - (led and verb > 1)


def _link_before(clause: Clause) -> int | None:
    """Return where the verb begins that joins a subject to the amount; None for none.

    A count of something is an amount only behind a form of `to be` with a participle (`est estimé
    à 3 000 cas`).
    """
    i = clause.at
    while i > 0 and clause.at - i < MAX_LEADS and clause.has(i - 1, "leads"):
        i -= 1
    done = clause.has(i - 1, "reached") or clause.has(i - 1, "changed")
    if done and clause.has(i - 2, "auxiliaries"):
        i -= 1
        while clause.has(i - 1, "auxiliaries"):
            i -= 1
        return i
    counted = clause.found.reading.kind == "count" and clause.found.unit is not None
    if counted or not clause.has(i - 1, "links"):
        return None
    return i - 2 if clause.has(i - 2, "auxiliaries") and clause.words[i - 2] == "se" else i - 1


def _subject_start(clause: Clause, verb: int) -> int | None:
    """Return where the subject before a verb begins: behind a comma, or at the sentence's start.

    What a subject did not come to is none of its values.
    """
    first = verb
    while first > 0 and not (
        clause.words[first - 1] in PUNCTUATION or clause.tokens[first - 1].found
    ):
        first -= 1
    words = clause.words[first:verb]
    opens = bool(words) and (words[0] in DETERMINERS or clause.tokens[first].text[:1].isupper())
    other = any(clause.has(i, "pronouns") or _is_finite(clause, i) for i in range(first, verb))
    other = other or any(map(clause.denies, range(first, verb)))
    return first if opens and len(words) <= MAX_SUBJECT and not other else None


def _is_finite(clause: Clause, i: int) -> bool:
    if clause.has(i, "links"):  # `la baja cobertura`, `la hausse de passe`: no verb behind these
        return i == 0 or not (clause.words[i - 1] in DETERMINERS or clause.has(i - 1, "of"))
    plain = clause.has(i, "present") or clause.has(i, "auxiliaries")
    return plain or clause.ends(i, "finite")


def _carried(clause: Clause) -> Binding | None:
    """Return what the figure before in the sentence measures, where its subject goes on."""
    before = measured_before(clause)
    said = before.indicator if before is not None else None
    return restated(said, RULE) if said is not None and said.rule == RULE else None


def again(clause: Clause) -> Binding | None:
    """`est passé de 19 % à 18 %`, `contre 3 % en mars`, `pour atteindre 4 %`: the same subject."""
    i = clause.at
    while i > 0 and clause.has(i - 1, "leads") and not clause.has(i - 1, "again"):
        i -= 1
    if clause.has(i - 1, "again") and clause.has(i - 2, "again"):  # `frente a 54 millones`
        i -= 1
    lead = clause.has(i - 1, "again") and (i == 1 or not is_word(clause, i - 2))
    for_it = i > 1 and clause.words[i - 1] in REACHING and clause.has(i - 2, "purpose")
    before = measured_before(clause)
    alike = before is not None and (for_it or before.reading.kind == clause.found.reading.kind)
    return _carried(clause) if alike and (lead or for_it) else None


def subjects_changed(sentence: Sentence, language: str) -> Iterator[tuple[Found, Binding]]:
    """Yield each percentage by which a subject changed, with the subject, whose share it is."""
    for at, token in enumerate(sentence.tokens):
        found = token.measured
        said = found.indicator if found is not None else None
        if found is None or said is None or said.rule != RULE:
            continue
        clause = Clause(sentence, at, found, language)
        before = range(max(0, at - MAX_LEADS - 1), at)
        moved = any(clause.has(i, "changes") or clause.has(i, "changed") for i in before)
        to_level = clause.words[at - 1] in {"à", "a", "al"}
        if found.reading.kind == "percent" and moved and not to_level:
            yield found, Binding(said.value, "stated", "prose.base_changed", said.span)
