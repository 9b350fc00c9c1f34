"""The edit distance of ordered trees, after Zhang and Shasha (1989)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Node(Generic[Label]):
    """A node with its children."""

    label: Label
    children: "tuple[Node[Label], ...]" = ()


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Label]):
    """A tree's nodes in postorder."""

    labels: Sequence[Label]
    leftmost: Sequence[int]
    """For each node, the number of the leftmost leaf below it."""

    def key_roots(self) -> list[int]:
        """Return the root and every node that has a sibling to its left."""
        last = {leaf: node for node, leaf in enumerate(self.leftmost)}
        return sorted(last.values())


def numbered(root: Node[Label]) -> Numbered[Label]:
    """Return the nodes of a tree in postorder."""
    labels: list[Label] = []
    leftmost: list[int] = []

    def visit(node: Node[Label]) -> int:
        leaves = [visit(child) for child in node.children]
        first = leaves[0] if leaves else len(labels)
        labels.append(node.label)
        leftmost.append(first)
        return first

    visit(root)
    return Numbered(labels, leftmost)


def distance(
    one: Node[Label], other: Node[Label], rename: Callable[[Label, Label], float]
) -> float:
    """Return the least cost of making one tree the other; to add or drop a node costs 1."""
    a, b = numbered(one), numbered(other)
    apart = [[0.0] * len(b.labels) for _ in a.labels]
    for i in a.key_roots():
        for j in b.key_roots():
            _forests(a, b, (i, j), apart, rename)
    return apart[-1][-1]


def _forests(
    a: Numbered[Label],
    b: Numbered[Label],
    roots: tuple[int, int],
    apart: list[list[float]],
    rename: Callable[[Label, Label], float],
) -> None:
    """Fill in the distances of the subtrees that begin at the leftmost leaves of two key roots."""
    i, j = roots
    first_a, first_b = a.leftmost[i], b.leftmost[j]
    rows, cols = i - first_a + 2, j - first_b + 2
    cost = [[0.0] * cols for _ in range(rows)]
    for x in range(1, rows):
        cost[x][0] = x
    cost[0] = [float(y) for y in range(cols)]
    for x in range(1, rows):
        node_a = first_a + x - 1
        start_a = a.leftmost[node_a]
        for y in range(1, cols):
            node_b = first_b + y - 1
            start_b = b.leftmost[node_b]
            least = min(cost[x - 1][y], cost[x][y - 1]) + 1
            if start_a == first_a and start_b == first_b:
                change = rename(a.labels[node_a], b.labels[node_b])
                cost[x][y] = min(least, cost[x - 1][y - 1] + change)
                apart[node_a][node_b] = cost[x][y]
            else:
                before = cost[start_a - first_a][start_b - first_b]
                cost[x][y] = min(least, before + apart[node_a][node_b])
