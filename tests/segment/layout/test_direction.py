"""Lines that are read from right to left."""

from dataclasses import replace
from itertools import accumulate

import pytest

from extractor.readers.source import Word
from extractor.segment.layout.lines import Line

SIZE = 10.0


def line(*texts: str) -> Line:
    """Lay words out from left to right, as they stand on the page."""
    glyphs = accumulate((len(text) for text in texts), initial=0)
    words = []
    left = 0.0
    for text, glyph in zip(texts, glyphs, strict=False):
        box = (left, 0.0, left + 5 * len(text), 10.0)
        style = (SIZE, "f", False, False, "#000000")
        words.append(Word(text, box, *style, glyph, baseline=8))
        left = box[2] + 4
    return Line.from_left(words, 1)


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        pytest.param(("وطرق", "آبار"), "آبار وطرق", id="words"),
        pytest.param(("2031", "ديسمبر", "31", "في"), "في 31 ديسمبر 2031", id="numbers"),
        pytest.param((".2031", "ديسمبر"), "ديسمبر 2031.", id="a full stop behind a number"),
        pytest.param(("آبار", "-1"), "1- آبار", id="the number of a list"),
        pytest.param(("مياه", "-4/", "3"), "3 /4- مياه", id="the number of a part of a section"),
        pytest.param(("مياه", "-1/", "4/", "3"), "3 /4 /1- مياه", id="and of a part of that"),
        pytest.param(("2031", "/12", "/30", "في"), "في 30/ 12/ 2031", id="a date with blanks"),
        pytest.param(("2031/12/30", "في"), "في 2031/12/30", id="a date without"),
        pytest.param(("234", "567", "مياه"), "مياه 234 567", id="thousands"),
        pytest.param(("4/", "Lorn"), "4/ Lorn", id="a stroke from left to right"),
        pytest.param((".15", "GBP", "السعر"), "السعر 15 GBP .", id="behind a run"),
        pytest.param(("-15", "Lorn"), "-15 Lorn", id="a negative number from left to right"),
        pytest.param(("-15",), "-15", id="a number by itself"),
    ],
)
def test_a_line_is_read_as_it_is_written(texts: tuple[str, ...], read: str) -> None:
    assert line(*texts).text == read


def test_a_bracket_that_the_file_has_behind_a_number_stands_before_it() -> None:
    words = [*line("١)", "٥٥٥").words, line("(").words[0]]
    left = words[1].box[2]
    words[2] = replace(words[2], box=(left, 0.0, left + 5, 10.0), glyph=9)
    assert Line.from_left(words, 1).text == "(١ ٥٥٥)"


@pytest.mark.parametrize("texts", [("١)", "٥٥٥"), ("١)", "٥٥٥", "٧")])
def test_a_bracket_that_nothing_opens_stays_behind_its_number(texts: tuple[str, ...]) -> None:
    assert line(*texts).words[0].text[0] == "١"


def test_a_sign_behind_a_number_keeps_its_glyph() -> None:
    words = line(".2031", "ديسمبر").words
    assert [(w.text, w.glyph) for w in words] == [("ديسمبر", 5), ("2031", 1), (".", 0)]
