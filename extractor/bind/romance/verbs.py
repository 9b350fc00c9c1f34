"""What was done to what is counted: `destruyeron 6.120 viviendas`, `ont touché 580 000 clients`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import (
    DETERMINERS,
    MAX_LEADS,
    PREPOSITIONS,
    REACHING,
    Clause,
    is_word,
    measured_before,
)

RULE = "prose.romance_verb"
MAX_JOINED = 12  # tokens between an auxiliary and the second of its participles
TO = frozenset({"a", "al", "à", "au", "aux"})
"""Small words that follow a noun as well as a verb: `visita a 40 escuelas`."""
CHARGE = ["en", "charge"]
"""What follows the verb of which it is a part: `prennent en charge 3 200 enfants`."""


def by_verb(clause: Clause) -> Binding | None:
    """`destruyeron 6.120 viviendas`, `ont touché 580 000 personnes`: what was done to so many.

    A share has a verb only with what it is of: `destina el 18 % del gasto`.
    """
    kind = clause.found.reading.kind
    if kind == "ratio" or (kind == "percent" and not _is_of_something(clause)):
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


def _is_of_something(clause: Clause) -> bool:
    """Say whether a share tells what it is of, and is no difference: `de moins que prévu`."""
    return clause.has(clause.at + 1, "of") and not clause.opens_difference(clause.at + 1)


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
    if _has_article(clause, i) or clause.has(i - 1, "of"):
        return False
    if clause.ends(i, "plural") and not clause.has(i, "links"):
        return True
    verb = clause.has(i, "acting") and not clause.has(i + 1, "of") and not _opens_noun(clause, i)
    return verb and (clause.words[i + 1] not in TO or _has_subject(clause, i))


def _has_article(clause: Clause, i: int) -> bool:
    return i > 0 and clause.words[i - 1] in DETERMINERS


def _opens_noun(clause: Clause, i: int) -> bool:
    """Say whether a noun stands at `i`: `sous forme`, `una nueva entrega`, `recibieron ayuda`."""
    if i == 0:
        return False
    if clause.words[i - 1] in PREPOSITIONS or clause.has(i - 1, "before_noun"):
        return True
    said = clause.has(i - 1, "subject_verbs") or _is_verb(clause, i - 1)
    return said and not _has_article(clause, i - 1)


def _has_subject(clause: Clause, verb: int) -> bool:
    """Say whether a word stands before a verb as its subject, or another verb that shares it.

    `Entrega de 3 kits y visita a 40 escuelas` names two things.
    """
    if not clause.has(verb - 1, "joins"):
        return verb > 0 and is_word(clause, verb - 1)
    before = measured_before(clause)
    return before is not None and before.indicator is not None and before.indicator.rule == RULE


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
