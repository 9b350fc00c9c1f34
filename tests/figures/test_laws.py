"""What holds of any text: spans, values, determinism, cost."""

import time
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.figures import number_format, read_cell, read_text
from extractor.figures.reading import CellHint, NumberFormat, Readings

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

FORMATS = [
    NumberFormat(),
    NumberFormat(decimal=",", group=".", language="es"),
    NumberFormat(decimal=",", group=" ", language="fr"),
    NumberFormat(decimal=",", group=" ", language="uk"),
    NumberFormat(language="ar"),
]
PIECES = st.sampled_from(
    "0 1 5 12 007 2022 1999 2,022 1.5 1.234.567,89 12 000 three one five hundred million bn % "
    "per cent $ USD EUR € km "
    "years month May March 24 February Q3 FY2024/25 between and to - – ( ) . , / : people of the "
    "aged COVID-19 SO1 "
    "Law No. 21 road CC0 1.0 since млн гривень року مليون شخص "
    "10^6 × ± 1/2 .05 feet inches in a an cents dollars minus hour and "
    "Table page © https://x.org/1 half a third in ½ + ~ ' \u00a0 \u202f ٣ \n".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)
DATE = regex.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(/([0-9]{4}(-[0-9]{2}){0,2}|\.\.))?")
DURATION = regex.compile(r"P(?=.)([0-9]+(\.[0-9]+)?[YMWD])*(T([0-9]+(\.[0-9]+)?[HMS])+)?")
NUMBER = regex.compile(r"-?[0-9]+(\.[0-9]*[1-9])?")
DIGITS = regex.compile(r"[0-9]+")


def check(text: str, readings: Readings) -> None:
    """Hold readings against the laws."""
    spans = sorted([r.span for r in readings.figures] + [e.span for e in readings.explained])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for run in readings.explained:
        assert text[slice(*run.span)].isdigit()
    for reading in readings.figures:
        pattern = {"date": DATE, "duration": DURATION}.get(reading.kind, NUMBER)
        values = [v for v in (reading.value, reading.low, reading.high) if v is not None]
        assert values
        assert all(pattern.fullmatch(value) for value in values)
        assert (reading.value is None) == (reading.low is not None and reading.high is not None)
        assert (reading.modifier is None) == (reading.modifier_span is None)
        assert text[slice(*reading.span)] == text[slice(*reading.span)].strip()
    ends = [end for _, end in spans]
    for run in DIGITS.finditer(text):
        for start, end in spans[bisect_right(ends, run.start()) :]:
            if start >= run.end():
                break
            assert start <= run.start()
            assert run.end() <= end


@pytest.mark.parametrize("numbers", FORMATS, ids=[f.language for f in FORMATS])
@settings(max_examples=60)  # in each of the formats
@given(text=TEXTS)
def test_any_text(numbers: NumberFormat, text: str) -> None:
    readings = read_text(text, numbers)
    check(text, readings)
    assert read_text(text, numbers) == readings


@settings(max_examples=100)
@given(text=TEXTS, unit=st.sampled_from([None, "USD", "percent", "people"]), year=st.booleans())
def test_any_cell(text: str, unit: str | None, *, year: bool) -> None:
    check(
        text,
        read_cell(text, CellHint(unit=unit, magnitude="1000", is_year_column=year), NumberFormat()),
    )


@given(
    texts=st.lists(st.text(max_size=60), max_size=5),
    language=st.sampled_from([None, "en", "fr", "es", "uk"]),
)
def test_any_document_has_a_number_format(texts: list[str], language: str | None) -> None:
    found = number_format(texts, language)
    assert found.decimal != found.group


HOSTILE = [
    "1",
    "(",
    "[",
    "1,",
    "1.",
    "1 ",
    "1-",
    "1/",
    "a-1",
    "one ",
    "one-",
    "hundred ",
    "million ",
    "and ",
    "a ",
    "May ",
    "2022-",
    "Table 1, ",
    "© ",
    "© 1 ",
    "tel 1 ",
    "A/1",
    "Aa ",
    "Plan ",
    "( 1 ) ",
    "$",
    "USD ",
    "between 1 and ",
    "1 per ",
    "%",
    "+",
    "+1 ",
    "x@",
    "www.",
    "a.",
    "1a",
    "½",
    "'1",
    "over ",
    "the ",
    "\u00a0",
    "1 000 ",
    "12:30",
    "2020 to ",
    "1, ",
    "x, 1, ",
    "Law 1, ",
    "Laws 1 (2022), ",
    "law aa ",
    "Aa 1 road ",
    "1 and ",
    "1, 1 and 1% ",
    "since the 2022 aa ",
    "12 June, 2022, ",
    "CC BY-SA ",
]


def costs(text: str) -> Iterator[float]:
    """Yield the CPU seconds of reading a text, twice."""
    for _ in range(2):
        begin = time.process_time()
        read_text(text, NumberFormat())
        yield time.process_time() - begin


@pytest.mark.alone
@pytest.mark.parametrize("unit", HOSTILE)
def test_cost_is_linear_in_the_text(unit: str) -> None:
    short = unit * (1_000 // len(unit))
    most = 6 * 3 * max(min(costs(short)), 0.002)
    assert any(seconds < most for seconds in costs(short * 6))


def test_a_million_digits_are_no_figure() -> None:
    readings = read_text("9" * 1_000_000, NumberFormat())
    assert readings.figures == ()


@pytest.mark.parametrize(
    "piece", ["5 hours ", "1 year, 3 months and 5 days ", "5 dollars 5 cents "]
)
def test_amounts_in_ever_smaller_units_are_read_without_end(piece: str) -> None:
    text = piece * 1100  # deeper than Python calls
    check(text, read_text(text, NumberFormat()))
