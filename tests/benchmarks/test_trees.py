"""The edit distance of ordered trees."""

import pytest
from pages.metrics.trees import Node, distance


def tree(label: str, *children: Node[str]) -> Node[str]:
    return Node(label, children)


def differ(one: str, other: str) -> float:
    return float(one != other)


# the worked example of Zhang and Shasha (1989): one node is dropped, one added
F = tree("f", tree("d", tree("a"), tree("c", tree("b"))), tree("e"))
G = tree("f", tree("c", tree("d", tree("a"), tree("b"))), tree("e"))


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        (F, F, 0),
        (F, G, 2),
        (G, F, 2),
        (tree("a"), tree("b"), 1),
        (tree("a", tree("b"), tree("c")), tree("a"), 2),
        (tree("a", tree("b"), tree("c")), tree("a", tree("c"), tree("b")), 2),
        (tree("a", tree("r", tree("x"), tree("y"))), tree("a", tree("x"), tree("y")), 1),
    ],
)
def test_the_least_number_of_edits_is_found(one: Node[str], other: Node[str], edits: int) -> None:
    assert distance(one, other, differ) == edits
