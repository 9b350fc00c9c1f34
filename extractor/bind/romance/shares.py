"""Shares of what is done so far (`financé à hauteur de 23 %`), and of what was just told."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import (
    DETERMINERS,
    MAX_LEADS,
    Clause,
    measured_before,
)

DONE = "prose.romance_share_done"
AGAIN = "prose.romance_said_again"
LEVELS = frozenset("hauteur qu'à que solo sólo solamente seulement ya déjà".split())
"""Words between a participle and its share, besides those before any amount."""
EQUALS = frozenset({"soit"})
"""What leads to the same number in other terms: `340 000 personnes, soit 22 % des habitants`."""
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
    equal = clause.words[i] in EQUALS
    apposed = clause.words[i] == "," and i < clause.at - 1 and clause.has(clause.at + 1, "of")
    counts = before.reading.kind in {"count", "money"}
    if not counts or not (equal or apposed) or before.indicator is None:
        return None
    return restated(before.indicator, AGAIN)


def _leads_to_share(clause: Clause, i: int) -> bool:
    return clause.words[i] in DETERMINERS or clause.has(i, "approximators")
