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


GUTTER = 10.0  # as wide as the type: a gap that alone may be a word space
BEFORE = "three wells were dug by the river"
BEHIND = "and the mill of Lorn stands idle"
ABOVE = "in the spring after the flood came the carts to the market of Ostrel in Lorn"


def _row(baseline: float, *texts: str, gap: float = GUTTER) -> list[Word]:
    """Return the words of texts beside each other: each begins `gap` after the one before."""
    words: list[Word] = []
    left = 0.0
    for text in texts:
        for part in text.split():
            glyph = int(baseline) * 1000 + len(words) * 50
            words.append(_word(part, left, baseline, glyph))
            left = words[-1].box[2] + 3
        left += gap - 3
    return words


def _lines(*rows: list[Word]) -> list[str]:
    return [line.text for line in page_lines([word for row in rows for word in row], 1)]


def _rows(count: int, *texts: str, start: int = 0) -> list[list[Word]]:
    return [_row(20.0 * (start + i), *texts) for i in range(1, count + 1)]


def test_a_narrow_gutter_between_texts_parts_many_lines() -> None:
    assert _lines(*_rows(9, BEFORE, BEHIND)) == [BEFORE, BEHIND] * 9


def test_a_line_across_a_narrow_gutter_is_whole() -> None:
    rows = _rows(9, BEFORE, BEHIND)
    assert _lines(_row(0.0, ABOVE), *rows) == [ABOVE, *[BEFORE, BEHIND] * 9]


def test_wide_spaces_one_below_the_other_in_a_few_lines_are_a_river() -> None:
    river = _rows(4, BEFORE, BEHIND)
    text = [*river, _row(100.0, ABOVE), *_rows(4, BEFORE, BEHIND, start=5)]
    assert _lines(*text) == [f"{BEFORE} {BEHIND}"] * 4 + [ABOVE] + [f"{BEFORE} {BEHIND}"] * 4


def test_a_column_of_numbers_or_labels_is_no_text_behind_a_gutter() -> None:
    assert _lines(*_rows(9, BEFORE, "12 340 561 7 800")) == [f"{BEFORE} 12 340 561 7 800"] * 9
    assert _lines(*_rows(9, "(a) wells", BEHIND)) == [f"(a) wells {BEHIND}"] * 9
