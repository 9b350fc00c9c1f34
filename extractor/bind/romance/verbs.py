"""What was done to what is counted: `destruyeron 6.120 viviendas`, `ont touché 580 000 clients`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import MAX_LEADS, REACHING, Clause, measured_before

RULE = "prose.romance_verb"
MAX_JOINED = 12  # tokens between an auxiliary and the second of its participles


def by_verb(clause: Clause) -> Binding | None:
    """`destruyeron 6.120 viviendas`, `ont touché 580 000 personnes`: what was done to so many."""
    if clause.found.reading.kind in {"percent", "ratio"}:
        return None
    i = clause.at
    while i > 0 and clause.at - i < MAX_LEADS and clause.has(i - 1, "approximators"):
        i -= 1
    verb = i - 1
    if verb < 0 or not _is_verb(clause, verb) or _is_denied(clause, verb):
        return _recipients(clause)
    token = clause.tokens[verb]
    return Binding(token.text, "stated", RULE, (token.start, token.end))


def _is_verb(clause: Clause, i: int) -> bool:
    """Say whether a word is a verb with an object of its own."""
    counts = clause.found.reading.kind == "count"
    if clause.ends(i, "participle") and clause.has(_behind_join(clause, i), "having"):
        return True
    if clause.ends(i, "infinitive") and clause.has(i - 1, "before_infinitive"):
        return counts or clause.words[i] not in REACHING
    return clause.has(i, "present") or (
        clause.ends(i, "finite") and (counts or not clause.has(i, "links"))
    )


def _behind_join(clause: Clause, i: int) -> int:
    """Return where the auxiliary of a participle stands: `a pris 3 forts et détruit 40 ponts`."""
    if not clause.has(i - 1, "joins"):
        return i - 1
    first = max(0, i - MAX_JOINED)
    return next((j for j in range(i - 2, first, -1) if clause.has(j, "having")), i - 1)


def _is_denied(clause: Clause, verb: int) -> bool:
    return any(clause.denies(i) for i in range(verb - 2, verb + 1))


def _recipients(clause: Clause) -> Binding | None:
    """`distribuyeron 300 kits a 120 familias`: what was done with the things counted before."""
    before = measured_before(clause)
    said = before.indicator if before is not None else None
    if said is None or said.rule != RULE or not clause.has(clause.at - 1, "giving"):
        return None
    return restated(said, RULE)
