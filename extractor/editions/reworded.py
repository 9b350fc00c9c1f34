"""Figures told again in quite other words: of those left alone, pairs that nothing else comes near.

An edition that is written anew moves tables into its text and says everything otherwise; what is
told of a figure alone, in its item of a sentence, is then all that goes on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extractor.editions.conflicts import conflicts
from extractor.editions.facets import Facet
from extractor.editions.meaning import Meaning
from extractor.editions.nearby import AFTER, BEFORE, Words
from extractor.editions.once import once
from extractor.editions.pairing import THRESHOLD, Pair
from extractor.editions.stems import STEM
from extractor.editions.values import is_far, is_one_unit, is_same_value
from extractor.language.deciding import FUNCTION_WORDS

OWN, AROUND, ABOVE = 1.0, 0.35, 0.5
"""What words count for that are told of a figure alone, in its sentence, or in the headings."""
OWN_SHARED = 0.34  # of what is told of one figure alone that is told of the other one alone
ENOUGH, OF_ONE_VALUE = 0.3, 0.2  # of what is told of two figures; of one long number
SAME_VALUE = 0.15
CLEARLY = 1.25  # times as much as any other figure left alone
COMPATIBLE = 0.7  # of a score that what excludes each other has to leave
COMMON = 60  # figures left alone beside which a word stands that finds none
DIGITS = 3  # of a number that is hardly met by chance
DAY = len("2031-05-12")
MOST = 0.75  # sure of a pair, at most

Scores = Mapping[tuple[int, int], float]


def reworded(
    old: Sequence[Facet], new: Sequence[Facet], paired: Iterable[Pair], meaning: Meaning
) -> Iterator[Pair]:
    """Yield pairs of figures left alone, each of which is by far the nearest to the other.

    Cells of two tables are none: their heads say what they are.
    """
    taken = [(pair.old, pair.new) for pair in paired]
    ours, theirs = (set(each) for each in zip(*taken, strict=True)) if taken else (set(), set())
    scores = dict(
        _scores(
            {at: facet for at, facet in enumerate(old) if at not in ours},
            {at: facet for at, facet in enumerate(new) if at not in theirs},
            meaning,
        )
    )
    for i, j in _clear(scores):
        yield Pair(i, j, min(THRESHOLD + scores[i, j] / 2, MOST))


def _clear(scores: Scores) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose score is the best of both, by far."""
    best: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for (i, j), score in scores.items():
        best["old", i].append(score)
        best["new", j].append(score)
    for (i, j), score in scores.items():
        both = [*best["old", i], *best["new", j]]
        both.remove(score)
        both.remove(score)
        if score >= CLEARLY * max(both, default=0.0):
            yield i, j


def _scores(
    old: Mapping[int, Facet], new: Mapping[int, Facet], meaning: Meaning
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the scores of the figures that share a word which few others have for themselves."""
    there: defaultdict[str, list[int]] = defaultdict(list)
    for j, facet in new.items():
        for word in _own(facet):
            there[word].append(j)
    for i, facet in old.items():
        near = {j for word in _own(facet) if len(there[word]) <= COMMON for j in there[word]}
        for j in sorted(near):
            score = _score(facet, new[j], meaning)
            if score:
                yield (i, j), score


def _score(one: Facet, other: Facet, meaning: Meaning) -> float:
    """Return how much of what is told of two figures is told of both; 0 where they are not one."""
    if not _may_be_one(one, other) or not _are_told_alone(one, other, meaning):
        return 0.0
    alike = meaning.vocabulary.words(_told(one), _told(other)) or 0.0
    is_one_value = is_same_value(one, other) and _digits(one) >= DIGITS
    is_enough = alike >= (OF_ONE_VALUE if is_one_value else ENOUGH)
    if not is_enough or conflicts(one, other) * meaning.left(one, other) < COMPATIBLE:
        return 0.0
    return alike + SAME_VALUE * is_one_value


def _are_told_alone(one: Facet, other: Facet, meaning: Meaning) -> bool:
    """Say whether what is told of each figure alone is told of the other, and of no neighbour."""
    weight = meaning.vocabulary.weight
    own = min(weight(_own(one)), weight(_own(other)))
    shared = weight(_own(one).keys() & _own(other).keys())
    return shared >= OWN_SHARED * own > 0 and not meaning.are_other_items(one, other)


def _may_be_one(one: Facet, other: Facet) -> bool:
    """Say whether two figures are of one unit and size, or one day; one stands in a sentence."""
    a, b = one.figure, other.figure
    if a.kind != b.kind or (a.cell is not None and b.cell is not None):
        return False
    if a.kind == "date":
        return a.value == b.value and len(a.value or "") >= DAY
    if one.term is None or other.term is None or one.is_base or other.is_base:
        return False
    return is_one_unit(a, b) and not is_far(one, other)


def _digits(facet: Facet) -> int:
    return sum(map(str.isdigit, facet.figure.anchor.quote))


@once
def _own(facet: Facet) -> Words:
    """Return the words that are told of a figure alone, or name what it is."""
    return {word: OWN for word in (*facet.own, *facet.what) if _is_telling(word)}


@once
def _told(facet: Facet) -> Words:
    """Return the words that are told of a figure, with how much each counts for."""
    found = {word: ABOVE * weight for word, weight in facet.where.items() if _is_telling(word)}
    for word in facet.near:
        if word[0] not in (BEFORE, AFTER) and word not in facet.others and _is_telling(word):
            found[word] = max(found.get(word, 0.0), AROUND)
    return {**found, **_own(facet)}


def _is_telling(word: str) -> bool:
    return word not in _small() and not word.isdigit() and word[0] != "="


@cache
def _small() -> frozenset[str]:
    """Return the short function words of all languages that we read."""
    return frozenset(
        word[:STEM] for words in FUNCTION_WORDS.values() for word in words if len(word) <= STEM
    )
