"""Headings by the edit similarity of their trees."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pages.metrics.tally import Tally
from pages.metrics.text import squeezed
from pages.metrics.trees import Node, distance
from pages.truth import Heading, Reading

ROOT = ""


def tree(headings: Sequence[Heading]) -> Node[str]:
    """Return headings as a tree: each below the last one of a smaller level."""
    root: list[Node[str]] = []
    # each open heading's level and the children found so far
    stack: list[tuple[int, str, list[Node[str]]]] = [(0, ROOT, root)]
    for heading in headings:
        _close(stack, heading.level)
        stack.append((heading.level, squeezed(heading.text).casefold(), []))
    _close(stack, 1)
    return Node(ROOT, tuple(root))


def _close(stack: list[tuple[int, str, list[Node[str]]]], level: int) -> None:
    """Take the headings off a stack that do not stand above one of this level."""
    while len(stack) > 1 and stack[-1][0] >= level:
        _, text, children = stack.pop()
        stack[-1][2].append(Node(text, tuple(children)))


def similarity(truth: Sequence[Heading], read: Sequence[Heading]) -> float:
    """Return 1 less the edits per heading of the longer list; a changed text costs its change."""
    longest = max(len(truth), len(read))
    if not longest:
        return 1.0
    return 1 - distance(tree(truth), tree(read), Levenshtein.normalized_distance) / longest


def _titled(reading: Reading) -> list[Sequence[Heading]]:
    """Return the headings without the title, with it above them, and with it as one of them."""
    if reading.title is None:
        return [reading.headings]
    title = Heading(1, reading.title)
    lower = [Heading(h.level + 1, h.text) for h in reading.headings]
    return [reading.headings, [title, *lower], [title, *reading.headings]]


def headings(truth: Reading, read: Reading) -> Tally:
    """Score the headings of a document; its title may be told apart from them or be one."""
    if not truth.headings and not read.headings:
        return Tally()
    best = max(similarity(t, r) for t in _titled(truth) for r in _titled(read))
    return Tally(best, 1)
