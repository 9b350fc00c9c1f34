"""Those counted before a share of them: `Parmi les 500 ménages, 45 % …`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import DETERMINERS, PUNCTUATION, Clause, measured_before

RULE = "prose.base_whole"
AMONG = frozenset("parmi sur de d' des entre".split())
"""Words that open a sentence with those of whom it tells parts."""
OF_WHICH = frozenset("dont cuales quienes".split())


def whole_before(clause: Clause) -> Binding | None:
    """Return the people counted before a share that stands behind `dont` or opens its clause."""
    whole = measured_before(clause)
    group = whole.population if whole is not None and whole.reading.kind == "count" else None
    lead = _lead(clause, clause.at)
    if clause.words[lead] in OF_WHICH or (clause.words[lead] == "," and _among(clause, lead)):
        return restated(group, RULE)
    return None


def _among(clause: Clause, comma: int) -> bool:
    """Say whether the count before a comma opens a clause that says among whom."""
    at = next((i for i in range(comma - 1, 0, -1) if clause.tokens[i].measured), 0)
    lead = _lead(clause, at)
    opens = lead == 0 or clause.words[lead - 1] in PUNCTUATION
    apart = PUNCTUATION.isdisjoint(clause.words[at + 1 : comma])
    return at > 0 and opens and apart and clause.words[lead] in AMONG


def _lead(clause: Clause, at: int) -> int:
    """Return where the first word before a figure stands that is no article or `environ`."""
    i = at - 1
    while i > 0 and _approximates(clause, i):
        i -= 1
    return max(i, 0)


def _approximates(clause: Clause, i: int) -> bool:
    article = clause.words[i] in DETERMINERS or clause.has(i, "approximators")
    return article and clause.words[i] not in AMONG
