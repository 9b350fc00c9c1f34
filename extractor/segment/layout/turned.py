"""Labels that run up or down a page: read apart from the level lines."""

from collections.abc import Iterable

from extractor.readers.geometry import downwards, shared, sideways
from extractor.readers.source import Word
from extractor.segment.layout.lines import Line

REACH = 2.0  # type sizes between two words of a label
TOUCHING = 0.2  # between two pieces of one word, whatever the file has between them


def turned_labels(words: Iterable[Word], page: int) -> list[Line]:
    """Return the labels of a page's turned words, each as one line, in the order of the file."""
    stacks: list[list[Word]] = []
    for word in words:
        if word.upright:
            continue
        if stacks and _goes_on(stacks[-1][-1], word, REACH):
            stacks[-1].append(word)
            continue
        cut = next((stack for stack in stacks if _goes_on(stack[-1], word, TOUCHING)), None)
        if cut is None:
            stacks.append([word])
        else:
            cut.append(word)
    return [Line.in_order(stack, page) for stack in stacks]


def _goes_on(before: Word, word: Word, reach: float) -> bool:
    in_column = shared(sideways(before.box), sideways(word.box)) > 0
    return in_column and -shared(downwards(before.box), downwards(word.box)) <= reach * word.size
