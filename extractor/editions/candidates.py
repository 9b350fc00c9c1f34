"""Which figures of two editions are worth a score, found by the rarest words that they share."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from extractor.editions.facets import Facet
from extractor.editions.likeness import Candidate, Vocabulary

NEAREST = 24  # candidates of a figure, by the words that they share
COMMON = 400  # figures beside which a word stands that finds no candidates any more
AT_ONCE = 256  # figures that are looked up together: what they share is held in memory
ISSUED = "=issued"  # what the date of one edition has in common with that of the other
EARLIER = 1e-6  # what tells figures apart that share the same words: the distance in order


def worth_a_score(
    old: Sequence[Facet], new: Sequence[Facet], vocabulary: Vocabulary
) -> list[Candidate]:
    """Return the pairs that are worth a score.

    What both editions say in the same words as often is paired in order, and what each says once
    with its own value; that is looked up no further: of two editions that are nearly the same it is
    nearly all.
    """
    alike = said_alike(old, new)
    ours = sorted(set(range(len(old))) - {i for i, _ in alike})
    theirs = sorted(set(range(len(new))) - {j for _, j in alike})
    others = sharing([old[i] for i in ours], [new[j] for j in theirs], vocabulary)
    return sorted(alike | {(ours[i], theirs[j]) for i, j in others})


def said_alike(old: Sequence[Facet], new: Sequence[Facet]) -> set[Candidate]:
    """Return what both say as often, in order, and what each says once with its own value."""
    ours, theirs = ([facet.said for facet in edition] for edition in (old, new))
    found = {pair for pairs in _as_often(ours, theirs) for pair in pairs}
    told = _as_often([words for _, words in ours], [words for _, words in theirs])
    once = (pairs[0] for pairs in told if len(pairs) == 1)
    return found | {(i, j) for i, j in once if _is_telling(old[i])}


def _as_often(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[list[Candidate]]:
    """Yield the places of all that is told as often in both, each as pairs in order."""
    there = _positions(theirs)
    for told, positions in _positions(ours).items():
        if len(positions) == len(there.get(told, ())):
            yield list(zip(positions, there[told], strict=True))


def _is_telling(facet: Facet) -> bool:
    """Say whether words tell what a figure is; of dates each day is another event."""
    return facet.figure.kind != "date" and bool(facet.what or facet.near)


def _positions(told: Sequence[Hashable]) -> Mapping[Hashable, list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        found[each].append(at)
    return found


def sharing(old: Sequence[Facet], new: Sequence[Facet], vocabulary: Vocabulary) -> list[Candidate]:
    """Return the pairs that are worth a score: figures that share the rarest of their words."""
    if not old or not new:
        return []
    told = [[_told(facet) for facet in edition] for edition in (old, new)]
    ours, theirs = _matrices(told[0], told[1], vocabulary)
    orders = [np.array([facet.order for facet in edition]) for edition in (old, new)]
    found = {(i, j) for i, j in _nearest(ours, theirs, orders[0], orders[1])}
    found.update((i, j) for j, i in _nearest(theirs, ours, orders[1], orders[0]))
    return sorted(found)


def _told(facet: Facet) -> Mapping[str, float]:
    """Return every word that tells a figure, and its value, with the most that each tells."""
    told = dict(facet.where)
    for words in (facet.near, facet.what):
        for word, weight in words.items():
            told[word] = max(told.get(word, 0.0), weight)
    told[f"={facet.figure.value}"] = 1.0
    if facet.is_own_date:
        told[ISSUED] = 1.0
    return told


def _matrices(
    old: Sequence[Mapping[str, float]], new: Sequence[Mapping[str, float]], vocabulary: Vocabulary
) -> tuple[csr_matrix, csr_matrix]:
    """Return the weights of words, a row a figure; words that stand beside too many left out."""
    columns: dict[str, int] = {}
    for words in (*old, *new):
        for word in words:
            columns.setdefault(word, len(columns))
    return _matrix(old, columns, vocabulary), _matrix(new, columns, vocabulary)


def _matrix(
    edition: Sequence[Mapping[str, float]], columns: Mapping[str, int], vocabulary: Vocabulary
) -> csr_matrix:
    rare = [
        (word, w * vocabulary.rarity.get(word, 1.0))
        for words in edition
        for word, w in words.items()
    ]
    indices = np.array([columns[word] for word, _ in rare])
    weights = np.sqrt([weight for _, weight in rare])
    weights[(np.bincount(indices, minlength=len(columns)) > COMMON)[indices]] = 0.0
    ends = np.cumsum([0, *map(len, edition)])
    matrix = csr_matrix((weights, indices, ends), shape=(len(edition), len(columns)))
    matrix.eliminate_zeros()
    return matrix


def _nearest(
    ours: csr_matrix, theirs: csr_matrix, here: np.ndarray, there: np.ndarray
) -> Iterator[Candidate]:
    """Yield of each row of one matrix the rows of the other that share most with it.

    By the share of what both tell: what tells much shares something with everything.
    """
    columns = theirs.T.tocsr()
    told, of_them = (np.asarray(each.multiply(each).sum(axis=1)).ravel() for each in (ours, theirs))
    for first in range(0, ours.shape[0], AT_ONCE):
        shared = (ours[first : first + AT_ONCE] @ columns).tocsr()
        for at in range(shared.shape[0]):
            start, end = shared.indptr[at], shared.indptr[at + 1]
            rows, weights = shared.indices[start:end], shared.data[start:end]
            weights = weights / (told[first + at] + of_them[rows])
            weights = weights - EARLIER * np.abs(there[rows] - here[first + at])
            if len(rows) > NEAREST:
                rows = rows[np.argpartition(-weights, NEAREST)[:NEAREST]]
            for row in rows:
                yield first + at, int(row)
