"""Those counted before a share of them: `Parmi les 500 ménages, 45 % …`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import DETERMINERS, PUNCTUATION, Clause, is_word, measured_before

RULE = "prose.base_whole"
PART = "prose.romance_part"
BARE_OF = frozenset({"de", "d'"})
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


def part_named(clause: Clause) -> Binding | None:
    """`18 500 agriculteurs, dont 40 % de femmes`: who the part is that a share tells of."""
    if not names_part(clause):
        return None
    first = end = clause.at + 2
    while end < len(clause.words) and is_word(clause, end) and not clause.has(end, "stops"):
        end += 1
    said = clause.text(first, end)
    return Binding(said[0], "stated", PART, said[1]) if said is not None else None


def names_part(clause: Clause) -> bool:
    """Say whether a share behind `dont` names its part: `dont 40 % de femmes`, not `des femmes`."""
    at = clause.at
    percent = clause.found.reading.kind == "percent" and at + 2 < len(clause.words)
    behind = percent and clause.words[at + 1] in BARE_OF and clause.words[at + 2].isalpha()
    return behind and clause.words[_lead(clause, at)] in OF_WHICH


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
