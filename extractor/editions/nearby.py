"""The words beside a figure: the nearer they stand, the more they tell of it."""

from collections.abc import Mapping, Sequence

Words = Mapping[str, float]
"""Words with how much each tells."""

NEAR = 12  # words on each side of a figure, of its sentence
SIDED = 8  # of them, those of which it tells on which side they stand
PASSING = 0.5  # what a year counts for, beside other words
FADING = 0.88  # what a word counts for, beside the one that is nearer to the figure
BEFORE, AFTER = "<", ">"


def beside(before: Sequence[str], after: Sequence[str]) -> Words:
    """Return the words of both sides, each given from the figure on, and those of each side.

    In a list of numbers each word stands between two: on which side it does tells whose it is.

    >>> sorted(beside(["lost"], ["boats"]))
    ['<lost', '>boats', 'boats', 'lost']
    """
    found: dict[str, float] = {}
    for mark, side in ((BEFORE, before), (AFTER, after)):
        for distance, word in enumerate(side[:NEAR]):
            told = FADING**distance
            weight = PASSING * told if word.isdigit() else told
            found[word] = max(found.get(word, 0.0), weight)
            if distance < SIDED and not word.isdigit():
                found[mark + word] = max(found.get(mark + word, 0.0), told)
    return found
