"""Which figures of two editions are worth a score, found by the rarest words that they share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.editions.facets import Facet
from extractor.editions.likeness import Vocabulary

NEAREST = 24  # candidates of a figure, by the words that they share
COMMON = 400  # figures beside which a word stands that finds no candidates any more


def sharing(
    old: Sequence[Facet], new: Sequence[Facet], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Return the pairs that are worth a score: figures that share the rarest of their words."""
    ours, theirs = _posted(old), _posted(new)
    found: set[tuple[int, int]] = set()
    for at, facet in enumerate(old):
        found.update((at, j) for j in _nearest(facet, theirs, vocabulary))
    for at, facet in enumerate(new):
        found.update((i, at) for i in _nearest(facet, ours, vocabulary))
    return sorted(found)


def _told(facet: Facet) -> Mapping[str, float]:
    told = dict(facet.where)
    for words in (facet.near, facet.what):
        for word, weight in words.items():
            told[word] = max(told.get(word, 0.0), weight)
    told[f"={facet.figure.value}"] = 1.0
    return told


def _posted(facets: Sequence[Facet]) -> Mapping[str, list[int]]:
    """Return which figures each word stands beside."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, facet in enumerate(facets):
        for word in _told(facet):
            found[word].append(at)
    return found


def _nearest(facet: Facet, posted: Mapping[str, list[int]], vocabulary: Vocabulary) -> list[int]:
    shared: defaultdict[int, float] = defaultdict(float)
    told = sorted(_told(facet).items(), key=lambda item: len(posted.get(item[0], ())))
    for word, weight in told:
        figures = posted.get(word, ())
        if len(figures) > COMMON and shared:
            break
        worth = weight * vocabulary.rarity.get(word, 1.0)
        for at in figures[: 4 * COMMON]:
            shared[at] += worth
    best = sorted(shared, key=lambda at: (-shared[at], abs(at - facet.order)))
    return best[:NEAREST]
