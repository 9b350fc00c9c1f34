"""Lines when words are taken off their page: what is left whole stays, the rest is made anew."""

from extractor.readers.source import Word
from extractor.segment.layout.baselines import lines_left, page_lines


def _word(text: str, left: float, baseline: float, glyph: int) -> Word:
    box = (left, baseline - 8, left + 5.0 * len(text), baseline + 2)
    return Word(text, box, 10.0, "f", False, False, "#000000", glyph, baseline=baseline)  # noqa: FBT003


WORDS = [
    _word("Wells", 0, 20, 0),
    _word("of", 28, 20, 5),
    _word("Lorn", 41, 20, 7),
    _word("Roads", 0, 40, 11),
]


def test_a_line_left_whole_is_not_made_again() -> None:
    lines = page_lines(WORDS, 1)
    left = lines_left(lines, WORDS[:3], 1)
    assert [line.text for line in lines] == ["Wells of Lorn", "Roads"]
    assert len(left) == 1
    assert left[0] is lines[0]


def test_a_line_that_loses_its_middle_falls_apart_where_that_leaves_a_gap() -> None:
    left = lines_left(page_lines(WORDS, 1), [WORDS[0], *WORDS[2:]], 1)
    assert [line.text for line in left] == ["Wells", "Lorn", "Roads"]
