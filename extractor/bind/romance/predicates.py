"""What is said of those counted (`41 300 ménages ont reçu une aide`), and what a share is of."""

import regex

from extractor.bind.found import Binding
from extractor.bind.passage import Sentence
from extractor.bind.romance.clause import DETERMINERS, Clause, is_word
from extractor.bind.romance.wholes import BARE_OF, names_part, whole_before

RULE = "prose.romance_predicate"
COMPLEMENTS = frozenset("en dans avec con sin sans à a de des du del par por".split())
"""Small words that tie what belongs to a verb right behind it: `viven en refugios`."""
GERUND = regex.compile(r"\p{Ll}{2,}+ (?<= ando | iendo ) $", regex.X)
"""A second verb of a Spanish predicate, which says what comes of the first."""
AROUND = frozenset("a al à au aux chez autour parmi se s' sous sin sans".split())
"""What stands between a figure's noun and something else, or before a verb."""
MAX_GROUP, MAX_PREDICATE = 7, 6  # words


def by_predicate(clause: Clause) -> Binding | None:
    """`41 300 ménages ont reçu une aide`, `el 87 % de los hogares vive en …`: what they do."""
    verb = _verb_after(clause)
    if verb is None:
        return None
    first = _denied_from(clause, verb)
    if not clause.denies(first):
        while clause.has(first, "auxiliaries") or clause.has(first, "copulas"):
            first += 1
    end = first
    limit = min(len(clause.words), first + MAX_PREDICATE)
    while end < limit and _goes_on(clause, first, end):
        end += 1
    while end > first + 1 and _dangles(clause, end - 1):
        end -= 1
    said = clause.text(first, end)
    return Binding(said[0], "stated", RULE, said[1]) if said is not None else None


def _denied_from(clause: Clause, verb: int) -> int:
    """Return where a verb begins: with what denies it, if anything (`no recibió`)."""
    first = verb
    while first - 1 > clause.at and clause.denies(first - 1):
        first -= 1
    return first


def _goes_on(clause: Clause, first: int, i: int) -> bool:
    """Say whether a word belongs to the predicate from `first`: also what comes first."""
    if not is_word(clause, i) or clause.has(i, "pronouns") or GERUND.match(clause.words[i]):
        return False
    return not clause.has(i, "stops") or (i == first + 1 and clause.words[i] in COMPLEMENTS)


def _dangles(clause: Clause, i: int) -> bool:
    """Say whether a small word at the end of a predicate leads to nothing in it."""
    word = clause.words[i]
    return clause.has(i, "stops") or clause.has(i, "leads") or word in DETERMINERS | COMPLEMENTS


def _verb_after(clause: Clause) -> int | None:
    """Return where the verb of a figure's noun stands, before anything parts them."""
    if clause.found.reading.kind not in {"count", "percent", "ratio"}:
        return None
    for i in range(clause.at + 1, min(len(clause.words), clause.at + 2 + MAX_GROUP)):
        if _parts(clause, i):
            return None
        if _is_predicate(clause, i):
            return i
    return None


def _parts(clause: Clause, i: int) -> bool:
    """Say whether a word parts a figure from what follows: what else is told has its own noun."""
    small = clause.words[i] in AROUND or clause.has(i, "stops") or clause.has(i, "pronouns")
    small = small and not (clause.words[i] == "se" and _acts_on_self(clause, i + 1))
    return small or not is_word(clause, i) or clause.has(i, "joins")


def _acts_on_self(clause: Clause, i: int) -> bool:
    """Say whether a verb of a plural stands behind `se`: `se sont réfugiés`, `se encuentran`."""
    return clause.has(i, "having") or clause.has(i, "copulas") or clause.ends(i, "plural")


def _is_predicate(clause: Clause, i: int) -> bool:
    """Say whether a word is the verb of a figure's noun, which a count has between them."""
    alone = i == clause.at + 1 and clause.found.reading.kind == "count"
    elided = clause.denies(i) and "'" in clause.words[i]  # `n'ont`
    if elided or clause.has(i, "having") or clause.has(i, "subject_verbs"):
        return True
    if alone:
        return clause.ends(i, "plural") and clause.ends(i, "finite")
    count, next_to = clause.found.reading.kind == "count", i == clause.at + 1
    done = (count or next_to) and clause.ends(i, "done")  # `dont 60 % financés par l'État`
    said = clause.has(i, "copulas") or clause.ends(i, "plural")
    return said or (done and not _opens_predicate(clause, i + 1))


def _opens_predicate(clause: Clause, i: int) -> bool:
    """Say whether a finite verb follows a participle, which then only describes its noun."""
    return clause.has(i, "auxiliaries") or clause.ends(i, "plural")


def _names_measure(clause: Clause, of: int) -> bool:
    """Say whether a bare `de` leads to what a percentage measures: `70 % de probabilidad`."""
    noun = clause.words[of + 1] if of + 1 < len(clause.words) else ""
    bare = clause.words[of] in BARE_OF and noun not in DETERMINERS
    return bare and not noun.endswith(("s", "x"))


def base_of_share(sentence: Sentence, at: int, language: str) -> Binding | None:
    """`54 % des personnes ciblées`, `el 48 % de los hogares vive …`: what a share is of."""
    found = sentence.tokens[at].found
    if found is None or found.reading.kind != "percent":
        return None
    clause = Clause(sentence, at, found, language)
    if names_part(clause) or not clause.has(at + 1, "of"):
        return whole_before(clause)
    if _names_measure(clause, at + 1) or clause.opens_difference(at + 1):
        return None  # `20 % de moins que` is a difference
    end = at + 2
    verb = _verb_after(clause) or len(clause.words)
    for i in range(at + 2, min(len(clause.words), at + 2 + MAX_GROUP, verb)):
        if _parts(clause, i) or clause.denies(i) or clause.has(i, "while_so"):
            break
        end = i + 1
    said = clause.text(at + 2, end)
    return Binding(said[0], "stated", "prose.romance_base", said[1]) if said is not None else None
