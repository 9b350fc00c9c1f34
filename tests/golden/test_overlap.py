"""Pairing by place: symmetric, one to one, best first."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.golden.overlap import overlap, pair_up
from schemas.base import BoxPiece, OffsetPiece


def offsets(start: int, length: int) -> tuple[OffsetPiece, ...]:
    return (OffsetPiece(start=start, end=start + length),)


def box(left: float, top: float, right: float, bottom: float, page: int = 1) -> BoxPiece:
    return BoxPiece(page=page, bbox=(left, top, right, bottom))


places = st.builds(offsets, st.integers(0, 3000), st.integers(1, 1500))


@given(places, places)
def test_overlap_is_symmetric_and_a_share(one: tuple[OffsetPiece], two: tuple[OffsetPiece]) -> None:
    assert 0 <= overlap(one, two) == overlap(two, one) <= 1
    assert overlap(one, one) == 1


@given(st.lists(places, max_size=6), st.lists(places, max_size=6))
def test_pairs_are_one_to_one_and_overlap(
    ours: list[tuple[OffsetPiece]], theirs: list[tuple[OffsetPiece]]
) -> None:
    pairs = pair_up(ours, theirs)
    assert len(set(pairs.values())) == len(pairs)
    assert all(overlap(ours[a], theirs[b]) > 0 for a, b in pairs.items())


@given(st.lists(places, max_size=6, unique=True))
def test_everything_pairs_with_itself(entries: list[tuple[OffsetPiece]]) -> None:
    assert pair_up(entries, entries) == {at: at for at in range(len(entries))}


def test_the_best_overlap_comes_first() -> None:
    assert pair_up([offsets(0, 10), offsets(8, 4)], [offsets(7, 5)]) == {1: 0}


def test_boxes_of_neighbouring_lines_do_not_overlap() -> None:
    assert overlap((box(0, 0, 100, 10.5),), (box(0, 10, 100, 20),)) == 0
    assert overlap((box(0, 0, 100, 10),), (box(50, 0, 150, 10),)) > 0
    assert overlap((box(0, 0, 100, 10),), (box(0, 0, 100, 10, page=2),)) == 0
    assert overlap((box(0, 0, 100, 10),), offsets(0, 10)) == 0
