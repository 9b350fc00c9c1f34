"""What was done to what is counted: `destruyeron 6.120 viviendas`, `ont touché 580 000 clients`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import (
    DETERMINERS,
    MAX_LEADS,
    REACHING,
    Clause,
    measured_before,
)

RULE = "prose.romance_verb"
MAX_JOINED = 12  # tokens between an auxiliary and the second of its participles
CHARGE = ["en", "charge"]
"""What follows the verb of which it is a part: `prennent en charge 3 200 enfants`."""


def by_verb(clause: Clause) -> Binding | None:
    """`destruyeron 6.120 viviendas`, `ont touché 580 000 personnes`: what was done to so many.

    A share has a verb only with what it is of: `destina el 18 % del gasto`.
    """
    kind = clause.found.reading.kind
    if kind == "ratio" or (kind == "percent" and not clause.has(clause.at + 1, "of")):
        return None
    end = clause.at
    while end > 0 and clause.at - end < MAX_LEADS and _leads(clause, end - 1):
        end -= 1
    phrase = len(CHARGE) if clause.words[max(0, end - len(CHARGE)) : end] == CHARGE else 0
    verb = end - phrase - 1
    if verb < 0 or not _is_verb(clause, verb) or _is_denied(clause, verb):
        return _recipients(clause)
    said = clause.text(verb, end)
    return Binding(said[0], "stated", RULE, said[1]) if said is not None else None


def _leads(clause: Clause, i: int) -> bool:
    article = clause.found.reading.kind == "percent" and clause.words[i] in DETERMINERS
    return article or clause.has(i, "approximators")


def _is_verb(clause: Clause, i: int) -> bool:
    """Say whether a word is a verb with an object of its own."""
    kind = clause.found.reading.kind
    if clause.ends(i, "participle") and clause.has(_behind_join(clause, i), "having"):
        return True
    if clause.ends(i, "infinitive") and clause.has(i - 1, "before_infinitive"):
        return kind == "count" or clause.words[i] not in REACHING
    if clause.has(i, "present") or _acts(clause, i):
        return kind != "percent" or not clause.has(i, "links")
    return clause.ends(i, "finite") and (kind == "count" or not clause.has(i, "links"))


def _acts(clause: Clause, i: int) -> bool:
    """Say whether a word is the present of what is done, and no noun: `aide 300 familles`."""
    noun = clause.words[i - 1] in DETERMINERS or clause.has(i - 1, "of") if i else False
    plural = clause.ends(i, "plural") and not clause.has(i, "links")
    return not noun and (plural or clause.has(i, "acting"))


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
    first = next(i for i, t in enumerate(clause.tokens) if t.found is before)
    if any(clause.ends(i, "infinitive") for i in range(first + 1, clause.at)):
        return None  # `faut 3 tonnes pour venir en aide à 120 familles`
    return restated(said, RULE)
