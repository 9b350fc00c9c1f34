"""Those counted before a share of them: `Parmi les 500 ménages, 45 % …`."""

from extractor.bind.found import Binding, restated
from extractor.bind.romance.clause import DETERMINERS, PUNCTUATION, Clause, is_word, measured_before

RULE = "prose.base_whole"
PART = "prose.romance_part"
BARE_OF = frozenset({"de", "d'"})
AMONG = frozenset("parmi sur de d' des entre".split())
"""Words that open a sentence with those of whom it tells parts."""
OF_WHICH = frozenset("dont cuales quienes".split())
JOINING = frozenset("et y e".split())
OPENING, CLOSING = frozenset("(,;") | JOINING, frozenset("),;")
NO_PART = frozenset(
    "dans vers depuis près après hors sans jamais pas sous dès chez plus moins fois jours mois ans"
    " tras antes después gracias además más menos detrás meses días años veces".split()
)
"""Words in s that open no part: `(15 % dans le nord)`."""
MAX_PART = 5  # words of a part in a bracket


def whole_before(clause: Clause) -> Binding | None:
    """Return the people counted before a share that stands behind `dont` or opens its clause."""
    whole = measured_before(clause)
    group = whole.population if whole is not None and whole.reading.kind == "count" else None
    lead = _lead(clause, clause.at)
    if (
        clause.words[lead] in OF_WHICH
        or _bracketed(clause) is not None
        or (clause.words[lead] == "," and _among(clause, lead))
    ):
        return restated(group, RULE)
    return None


def part_named(clause: Clause) -> Binding | None:
    """Return who the part is that a share tells of: `dont 40 % de femmes`, `(52 % mujeres)`."""
    part = _behind_which(clause) or _bracketed(clause)
    said = clause.text(*part) if part is not None else None
    return Binding(said[0], "stated", PART, said[1]) if said is not None else None


def names_part(clause: Clause) -> bool:
    """Say whether a share names its part: `dont 40 % de femmes`, not `des femmes`."""
    return _behind_which(clause) is not None or _bracketed(clause) is not None


def _behind_which(clause: Clause) -> tuple[int, int] | None:
    """Return where the words stand of the part that `dont` leads to."""
    at = clause.at
    percent = clause.found.reading.kind == "percent" and at + 2 < len(clause.words)
    behind = percent and clause.words[at + 1] in BARE_OF and clause.words[at + 2].isalpha()
    if not behind or clause.words[_lead(clause, at)] not in OF_WHICH:
        return None
    end = at + 2
    while end < len(clause.words) and is_word(clause, end) and not clause.has(end, "stops"):
        end += 1
    return at + 2, end


def _bracketed(clause: Clause) -> tuple[int, int] | None:
    """Return where the words stand of the part that a bracket names: several of a kind."""
    words, at = clause.words, clause.at
    if clause.found.reading.kind != "percent" or not _opens_part(clause):
        return None
    first = at + 2 if words[at + 1 : at + 2] and words[at + 1] in BARE_OF else at + 1
    end = next((i for i in range(first, len(words)) if not is_word(clause, i)), len(words))
    closed = end < len(words) and words[end] in CLOSING
    if end < len(words) and clause.tokens[end].found and words[end - 1] in JOINING:
        closed, end = True, end - 1  # `52 % mujeres y 48 % hombres`
    closed = closed and 0 < end - first <= MAX_PART and words[first] not in NO_PART
    several = closed and words[first].endswith(("s", "x")) and words[first] not in DETERMINERS
    return (first, end) if several and not clause.has(first, "more_or_less") else None


def _opens_part(clause: Clause) -> bool:
    """Say whether a share opens a bracket, or follows on another one in it."""
    words, at = clause.words, clause.at
    if at == 0 or words[at - 1] not in OPENING:
        return False
    opened = next((i for i in range(at - 1, -1, -1) if words[i] in ("(", ")", ".")), 0)
    first = clause.tokens[opened + 1].found
    return words[opened] == "(" and first is not None and first.reading.kind == "percent"


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
