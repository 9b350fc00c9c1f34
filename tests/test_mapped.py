"""The law of mapped text: cleaning never loses the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.mapped import NOWHERE, Mapped

TEXTS = st.text(alphabet="ab \n\t-", max_size=60)


@given(TEXTS)
def test_every_kept_character_points_at_itself(raw: str) -> None:
    clean = Mapped.of(raw).one_spaced()
    for character, start in zip(clean.text, clean.starts, strict=True):
        assert raw[start] == character or (character == " " and raw[start].isspace())


@given(TEXTS)
def test_one_spaced_has_no_double_space_and_is_idempotent(raw: str) -> None:
    clean = Mapped.of(raw).one_spaced()
    assert "  " not in clean.text
    assert clean.text == clean.text.strip()
    assert clean.one_spaced().text == clean.text


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_without_leaves_out_exactly_the_span(raw: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(raw)), min(b, len(raw))))
    assert Mapped.of(raw).without([(start, end)]).text == raw[:start] + raw[end:]


def test_a_joined_line_break_stands_for_the_white_space_it_replaced() -> None:
    clean = Mapped.of("24 February \n2022").one_spaced()
    assert clean.text == "24 February 2022"
    assert clean.glyph_spans() == [(0, 17)]


def test_a_mended_hyphen_leaves_a_gap() -> None:
    raw = "rec-\norded"
    assert Mapped.of(raw).without([(3, 5)]).glyph_spans() == [(0, 3), (5, 10)]


def test_put_in_text_points_nowhere() -> None:
    assert list(Mapped.put_in("ab").starts) == [NOWHERE, NOWHERE]
    assert Mapped.put_in("ab").glyph_spans() == []


def test_a_mapped_text_needs_a_glyph_for_each_character() -> None:
    with pytest.raises(ValueError, match="one glyph span"):
        Mapped("ab", Mapped.of("a").starts, Mapped.of("a").ends)
