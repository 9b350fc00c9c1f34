"""Names of a long list beside a place."""

import pytest

from extractor.figures.lexicon import LexiconError
from extractor.figures.listed import Listed

NAMES = Listed(["euro", "euros", "new euro", "franc lornois"], same=str.casefold)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5 euros", 2, 7),
        ("5 Euro.", 2, 6),
        ("5 eurosystem", 2, None),  # neither name ends with the word
        ("5 new euro", 2, 10),
        ("5 franc", 2, None),  # the text ends before the name does
        ("5 euro2", 2, None),
        ("5 ", 2, None),
    ],
)
def test_the_longest_name_after_a_place_is_found(text: str, start: int, end: int | None) -> None:
    assert NAMES.after(text, start) == end


@pytest.mark.parametrize(
    ("text", "floor", "start"),
    [
        ("a new euro", 0, 2),
        ("a new euro", 3, 6),  # nothing before the floor is taken
        ("neuro", 0, None),
        ("EURO", 0, 0),
        ("uro", 0, None),
    ],
)
def test_the_longest_name_before_a_place_is_found(text: str, floor: int, start: int | None) -> None:
    assert NAMES.before(text, len(text), floor) == start


def test_a_name_too_short_to_be_looked_for_stops_us() -> None:
    with pytest.raises(LexiconError, match="too short"):
        Listed(["kr"])
