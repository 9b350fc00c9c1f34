"""Table cells and the number format of a document."""

import pytest

from extractor.figures import number_format, read_cell
from extractor.figures.reading import CellHint, NumberFormat

THOUSANDS = CellHint(unit="USD", magnitude="1000")
CELLS = [
    ("1,250", THOUSANDS, ("1,250", "money", "1250000", "USD", "500")),
    ("1,250", CellHint(), ("1,250", "count", "1250", None, "0.5")),
    ("1,250", CellHint(unit="people"), ("1,250", "count", "1250", "people", "0.5")),
    ("(1,250)", THOUSANDS, ("(1,250)", "money", "-1250000", "USD", "500")),
    ("$ (1,250)", THOUSANDS, ("$ (1,250)", "money", "-1250000", "USD", "500")),
    ("CHF(220)", THOUSANDS, ("CHF(220)", "money", "-220000", "CHF", "500")),
    ("€ –3", THOUSANDS, ("€ –3", "money", "-3000", "EUR", "500")),
    ("-12.5", CellHint(unit="percent"), ("-12.5", "percent", "-12.5", "percent", "0.05")),
    ("12.5%", THOUSANDS, ("12.5%", "percent", "12.5", "percent", "0.05")),
    ("$ 1,250", CellHint(magnitude="1000"), ("$ 1,250", "money", "1250000", "USD", "500")),
    ("1.5 million", THOUSANDS, ("1.5 million", "money", "1500000", "USD", "50000")),
    ("0", THOUSANDS, ("0", "money", "0", "USD", "500")),
    ("1 250", CellHint(unit="EUR"), ("1 250", "money", "1250", "EUR", "0.5")),
    ("2024", CellHint(is_year_column=True), ("2024", "date", "2024", None, None)),
    ("2024", CellHint(), ("2024", "date", "2024", None, None)),
    ("2024", THOUSANDS, ("2024", "money", "2024000", "USD", "500")),
    ("12", CellHint(unit="km"), ("12", "measure", "12", "km", "0.5")),
    ("3 years", CellHint(), ("3 years", "duration", "P3Y", None, None)),
    ("12.4 (e)", THOUSANDS, ("12.4", "money", "12400", "USD", "50")),
    ("1 234 p", CellHint(unit="ha"), ("1 234", "measure", "1234", "ha", "0.5")),
    ("< 5", CellHint(unit="percent"), ("5", "percent", "5", "percent", "0.5")),
    ("51", CellHint(unit="TEU"), ("51", "measure", "51", "TEU", "0.5")),
    ("412*", CellHint(unit="people"), ("412", "count", "412", "people", "0.5")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hint", "expected"), CELLS, ids=[f"{c[0]}-{c[1].unit}" for c in CELLS]
)
def test_cell(
    text: str, hint: CellHint, expected: tuple[str, str, str, str | None, str | None]
) -> None:
    (reading,) = read_cell(text, hint, NumberFormat()).figures
    start, end = reading.span
    got = (text[start:end], reading.kind, reading.value, reading.unit, reading.precision)
    assert got == expected


@pytest.mark.parametrize(
    ("text", "modifier"), [("+2", None), ("+ 2.5 %", None), ("2+", "at_least"), ("≥ 2", "at_least")]
)
def test_a_plus_before_the_number_of_a_cell_is_its_sign(text: str, modifier: str | None) -> None:
    (reading,) = read_cell(text, CellHint(unit="cases"), NumberFormat()).figures
    assert reading.modifier == modifier


@pytest.mark.parametrize(
    "head",
    ["2031 $", "2031\n$", "$ 2031", "2031 £'000", "2031 US$ million", "2031* €m", "2031 CAD"],
)
def test_a_head_of_a_year_and_a_unit_is_the_year(head: str) -> None:
    readings = read_cell(head, CellHint(is_year_column=True), NumberFormat())
    assert [(r.kind, r.value) for r in readings.figures] == [("date", "2031")]


@pytest.mark.parametrize("text", ["(Note 12)", "Note 12", "No. 5", "# 5"])
def test_what_a_word_numbers_is_no_figure(text: str) -> None:
    readings = read_cell(text, THOUSANDS, NumberFormat())
    assert (readings.figures, [e.status for e in readings.explained]) == ((), ["reference"])


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "TBC", "✓", "..."])
def test_cell_without_a_number(text: str) -> None:
    assert read_cell(text, THOUSANDS, NumberFormat()).figures == ()


def test_cell_with_text_is_read_like_prose() -> None:
    readings = read_cell("12 schools (45%)", CellHint(), NumberFormat()).figures
    assert [(r.kind, r.value) for r in readings] == [("count", "12"), ("percent", "45")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2075 (57.0%)", "count"),
        ("1990 [12 %]", "count"),
        ("2075 (57.0)", "date"),
        ("2031 (50% of all)", "date"),
        ("2031 (target)", "date"),
    ],
)
def test_what_stands_before_its_share_is_no_year(text: str, kind: str) -> None:
    assert read_cell(text, CellHint(), NumberFormat()).figures[0].kind == kind


def test_a_number_among_words_is_not_read_by_its_column() -> None:
    (reading,) = read_cell("12 schools", THOUSANDS, NumberFormat()).figures
    assert (reading.kind, reading.value, reading.unit) == ("count", "12", "schools")


FORMATS = [
    (["1,234,567 and 4.6 million"], "en", (".", ",", True)),
    (["1.234.567,89"], "en", (",", ".", True)),
    (["12 000 et 4,6 millions"], "fr", (",", " ", True)),
    (["nothing"], "es", (",", ".", False)),
    (["nothing"], None, (".", ",", False)),
    (["1,250,000 pesos"], "es", (".", ",", True)),
]


@pytest.mark.parametrize(("texts", "language", "expected"), FORMATS, ids=[c[0][0] for c in FORMATS])
def test_number_format(
    texts: list[str], language: str | None, expected: tuple[str, str, bool]
) -> None:
    found = number_format(texts, language)
    assert (found.decimal, found.group, found.sure) == expected
