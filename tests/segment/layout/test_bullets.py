"""Bullets and labels that stand apart from their text."""

from dataclasses import replace

import pytest

from extractor.readers.source import Word
from extractor.segment.layout.bullets import with_markers
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import marker


def _line(text: str, left: float, baseline: float, size: float, glyph: int) -> Line:
    box = (left, baseline - size, left + size * len(text) / 2, baseline)
    word = Word(
        text,
        box,
        size=size,
        font="Serif",
        bold=False,
        italic=False,
        color="#000000",
        glyph=glyph,
        baseline=baseline,
    )
    return Line.of([word], 1)


def test_a_small_raised_number_left_of_a_text_is_its_label() -> None:
    lines = [_line("4", 280, 97.5, 7, 1), _line("Harbour", 296, 100, 9, 2)]
    assert [line.text for line in with_markers(lines)] == ["Harbour"]


def test_the_last_value_of_a_row_is_no_label_of_the_text_beside_the_table() -> None:
    row = [_line("Otter", 200, 97.5, 7, 3), _line("4", 280, 97.5, 7, 1)]
    lines = with_markers([*row, _line("Harbour", 296, 100, 9, 2)])
    assert [line.text for line in lines] == ["Otter", "4", "Harbour"]


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("χ 2 = 25.4", False),
        ("χ = 25.4", False),
        ("· 25.4 = half", True),
        ("· wells", True),
        ("· ≥ 5 years", True),
    ],
)
def test_a_letter_that_equals_something_is_no_bullet(words: str, opens: bool) -> None:  # noqa: FBT001
    pieces = [_line(w, 40 + 30 * i, 100, 10, i) for i, w in enumerate(words.split())]
    line = Line.of([replace(p.words[0], font="Symbol") for p in pieces], 1)
    assert (marker(line) is not None) == opens


PARAGRAPH = "يعرض هذا التقرير التقدم"


@pytest.mark.parametrize(
    ("number", "read"), [("-٤", "٤-"), ("٤-", "٤-"), (".6", "6."), ("-6", "6-")]
)
def test_a_number_right_of_a_text_read_from_the_right_opens_it(number: str, read: str) -> None:
    (line,) = with_markers([_line(PARAGRAPH, 100, 100, 10, 1), _line(number, 240, 100, 10, 60)])
    assert line.text == f"{read} {PARAGRAPH}"


@pytest.mark.parametrize(("number", "left"), [("-٤", 40), ("-45.2", 240), ("-٤", 300)])
def test_a_number_elsewhere_opens_no_text_read_from_the_right(number: str, left: float) -> None:
    lines = [_line(PARAGRAPH, 100, 100, 10, 1), _line(number, left, 100, 10, 60)]
    assert len(with_markers(lines)) == len(lines)


def test_a_number_right_of_a_text_read_from_the_left_is_none_of_it() -> None:
    lines = [_line("Harbour of the valley", 100, 100, 10, 1), _line("-4", 240, 100, 10, 60)]
    assert len(with_markers(lines)) == len(lines)
