"""Shares of what is done so far (`financé à hauteur de 23 %`), and of what was just told."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import (
    DETERMINERS,
    MAX_LEADS,
    Clause,
    is_word,
    measured_before,
)
from extractor.bind.romance.wholes import BARE_OF

DONE = "prose.romance_share_done"
AGAIN = "prose.romance_said_again"
LEVELS = frozenset("hauteur qu'à que solo sólo solamente seulement ya déjà".split())
"""Words between a participle and its share, besides those before any amount."""
EQUALS = frozenset({"soit"})
"""What leads to the same number in other terms: `340 000 personnes, soit 22 % des habitants`."""
DEFINITE = frozenset("el la los las le les l'".split())
INSIDE = frozenset({"en", "dans"})
"""Small words that tell where those are of whom a share is: `del total en Lorn`."""
MAX_LEVEL = 7  # words between a participle and its share


def share_done(clause: Clause) -> Binding | None:
    """`n'est financé qu'à hauteur de 23 %`, `está financiado al 41 %`: what is done so far."""
    if clause.found.reading.kind != "percent":
        return None
    i = clause.at - 1
    while i > 0 and clause.at - i < MAX_LEVEL and _leads_to_level(clause, i):
        i -= 1
    if i < 1 or i == clause.at - 1 or not clause.has(i, "completed"):
        return None
    before = next(
        (j for j in range(i - 1, max(-1, i - 4), -1) if not _leads_to_level(clause, j)), 0
    )
    auxiliary = clause.words[before].removeprefix("n'")
    if auxiliary not in clause.forms("auxiliaries"):
        return None
    token = clause.tokens[i]
    return Binding(token.text, "stated", DONE, (token.start, token.end))


def _leads_to_level(clause: Clause, i: int) -> bool:
    return clause.words[i] in LEVELS or clause.has(i, "leads") or clause.has(i, "while_so")


def said_again(clause: Clause) -> Binding | None:
    """`touche 340 000 personnes, soit 22 % des habitants`, `…, el 22 % de …`: told once more."""
    before = measured_before(clause)
    if before is None or clause.found.reading.kind != "percent":
        return None
    i = clause.at - 1
    while i > 0 and clause.at - i < MAX_LEADS and _leads_to_share(clause, i):
        i -= 1
    bare = not clause.has(clause.at + 1, "of")
    equal = clause.words[i] in EQUALS and (bare or _is_of_all(clause))
    definite = not DEFINITE.isdisjoint(clause.words[i + 1 : clause.at])
    apposed = clause.words[i] == "," and definite and _is_of_all(clause) and _closes(clause)
    counts = before.reading.kind in {"count", "money"}
    if not counts or not (equal or apposed) or before.indicator is None:
        return None
    return restated(before.indicator, AGAIN)


def _is_of_all(clause: Clause) -> bool:
    """Say whether a share is of all that an article names: `del total`, no `de hausse`, `de niñas`.

    A bare `de` leads to what it measures, to a part (`53 % de niñas`) or to a difference.
    """
    of, base = clause.at + 1, clause.words[clause.at + 2 : clause.at + 3]
    joined = clause.has(of, "of") and clause.words[of] not in BARE_OF
    return joined or (clause.has(of, "of") and not DETERMINERS.isdisjoint(base))


def _closes(clause: Clause) -> bool:
    """Say whether nothing follows what a share is of that may be its verb, up to a mark.

    Behind a noun may stand what agrees with it in the plural (`los hogares pobres`) or a name.
    """
    start = clause.at + 2
    start += clause.words[start : start + 1] != [] and clause.words[start] in DETERMINERS
    end = next((i for i in range(start, len(clause.words)) if not is_word(clause, i)), None)
    noun = clause.words[start] if start < len(clause.words) else ""
    rest = range(start + 1, len(clause.words) if end is None else end)
    return not clause.has(start, "pronouns") and all(_describes(clause, i, noun) for i in rest)


def _describes(clause: Clause, i: int, noun: str) -> bool:
    """Say whether a word behind a noun only says more of it, and is no verb."""
    small = clause.words[i] in DETERMINERS or clause.has(i, "of") or clause.words[i] in INSIDE
    tied = clause.words[i - 1] in DETERMINERS or clause.has(i - 1, "of")
    named = clause.tokens[i].text[:1].isupper()
    return small or tied or named or (noun.endswith("s") and clause.words[i].endswith("s"))


def _leads_to_share(clause: Clause, i: int) -> bool:
    return clause.words[i] in DETERMINERS or clause.has(i, "approximators")
