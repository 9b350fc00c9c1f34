"""Counts of people whose groups are listed beside them: men and women, girls and boys."""

from collections.abc import Sequence
from itertools import combinations

from extractor.check.intervals import meets, total
from extractor.check.prose.sentences import Said, word_list, words
from extractor.check.words import EVERYBODY, measured_in, people, sexes
from extractor.keys import key

OPENS = ("(", "[", ":")
TEN = 10


def are_persons(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether parts are men and women, or boys and girls, beside whom others may be counted.

    Others are of no sex, or of both: `(15 boys, 6 girls, 4 of unknown sex)`, `(30 children, 8
    women and 7 men)`. Of what holds several people (`8 teams (5 women and 6 men)`), or of each,
    they are no parts.
    """
    counted = {_unit(each) for each in parts}
    if _is_of_several(whole, parts):
        return False
    if counted in sexes():
        return True
    known = counted <= people() | {""}
    return _opens(parts) and known and any(pair <= counted for pair in sexes())


def counts_heads(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether brackets right behind a count of people list by sex and age who they are.

    `at least 36 others (10 men, 1 woman, 8 girls and 17 boys)`
    """
    counted = {_unit(each) for each in parts}
    bracketed = bool(parts) and parts[0].before.rstrip().endswith("(")
    figure = whole.figure
    heads = figure.unit is None or figure.population is not None
    heads = heads or measured_in(figure) == EVERYBODY
    exact = figure.modifier is None or (
        figure.modifier == "at_least" and whole.term.value % TEN != 0
    )
    named = figure.kind == "count" and counted <= people() and len(counted) > 1
    return bracketed and named and heads and exact and not _is_of_several(whole, parts)


def as_counted(whole: Said) -> Said:
    """Return a number said to be the least as the one that its parts were counted for."""
    return Said.of(
        whole.figure.model_copy(update={"modifier": None}), whole.term, whole.before, whole.after
    )


def are_of_both_sexes(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether two of the parts make the whole: `60 people (35 girls, 25 boys, 18 adults)`.

    The others are then counted in these; but men are no girls or boys.
    """
    sexed = frozenset().union(*sexes())
    return any(
        frozenset((_unit(one), _unit(other))) in sexes()
        and meets(total([one.term, other.term]), whole.term)
        and all(_unit(each) not in sexed for each in parts if each not in (one, other))
        for one, other in combinations(parts, 2)
    )


def _is_of_several(whole: Said, parts: Sequence[Said]) -> bool:
    told = (whole.figure.unit or "").casefold() in word_list("gathered")
    return told or any(words("each").search(part.after) is not None for part in parts)


def _opens(parts: Sequence[Said]) -> bool:
    return parts[0].before.rstrip().endswith(OPENS)


def _unit(part: Said) -> str:
    return key(part.figure.unit or "")
