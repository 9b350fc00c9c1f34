"""The law of mapped text: cleaning never loses the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.mapped import NOWHERE, Mapped, glyph_numbers

TEXTS = st.text(alphabet="ab \n\t-", max_size=60)
RUNS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 200)), max_size=6)


def spans_one_by_one(text: Mapped, start: int, end: int) -> list[tuple[int, int]]:
    """Merge the glyphs of a stretch one character at a time."""
    spans: list[tuple[int, int]] = []
    for first, last in list(zip(text.starts, text.ends, strict=True))[start:end]:
        if spans and spans[-1][1] == first:
            spans[-1] = (spans[-1][0], last)
        elif first != NOWHERE:
            spans.append((first, last))
    return spans


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_every_kept_character_points_at_itself(raw: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(raw)), min(b, len(raw))))
    clean = Mapped.of(raw).without([(start, end)]).strip()
    for character, at in zip(clean.text, clean.starts, strict=True):
        assert raw[at] == character


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_without_leaves_out_exactly_the_span(raw: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(raw)), min(b, len(raw))))
    assert Mapped.of(raw).without([(start, end)]).text == raw[:start] + raw[end:]


@given(RUNS, st.integers(0, 200), st.integers(0, 600))
def test_spans_are_those_of_the_characters(
    runs: list[tuple[int, int]], start: int, end: int
) -> None:
    parts = [Mapped.put_in(" ") + Mapped.of("x" * length, glyph) for glyph, length in runs]
    text = Mapped.concat(parts)
    assert text.glyph_spans(start, end) == spans_one_by_one(text, start, end)


@pytest.mark.parametrize("length", [1, 2, 64, 200])
def test_a_text_that_runs_on_is_one_span(length: int) -> None:
    assert Mapped.of("x" * length, 7).glyph_spans() == [(7, 7 + length)]


def test_a_character_of_several_glyphs_keeps_them_all() -> None:
    text = Mapped.of("a") + Mapped.one("&", 1, 6) + Mapped.of("b", 6)
    assert text.glyph_spans() == [(0, 7)]
    assert text.glyph_spans(1, 2) == [(1, 6)]


def test_a_mended_hyphen_leaves_a_gap() -> None:
    raw = "rec-\norded"
    assert Mapped.of(raw).without([(3, 5)]).glyph_spans() == [(0, 3), (5, 10)]


def test_put_in_text_points_nowhere() -> None:
    assert list(Mapped.put_in("ab").starts) == [NOWHERE, NOWHERE]
    assert Mapped.put_in("ab").glyph_spans() == []


def test_a_put_in_space_parts_no_glyphs_that_touch() -> None:
    text = Mapped.of("ab") + Mapped.put_in(" ") + Mapped.of("cd", 2)
    assert text.text == "ab cd"
    assert text.glyph_spans() == [(0, 4)]


@pytest.mark.parametrize(
    ("raw", "stripped", "first"), [("  a b ", "a b", 2), ("ab", "ab", 0), (" \n", "", None)]
)
def test_strip_moves_the_glyphs_along(raw: str, stripped: str, first: int | None) -> None:
    text = Mapped.of(raw).strip()
    assert text.text == stripped
    assert (text.starts[0] if len(text) else None) == first


def test_a_mapped_text_needs_a_glyph_for_each_character() -> None:
    with pytest.raises(ValueError, match="one glyph span"):
        Mapped("ab", glyph_numbers([0]), glyph_numbers([1]))
