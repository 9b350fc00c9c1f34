"""Nouns and units that are left out: of parts, of the first end of a change, of a sample."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "There were 304 deaths, including 26 in the north.", ["deaths", "deaths"]),
        ("en", "Of the 73 samples, 65 were tested.", ["samples", "samples"]),
        ("en", "The share rose from 4.2 to 6.1 per cent.", ["percent", "percent"]),
        ("en", "It fell from 30 to 12 schools.", ["schools", "schools"]),
        ("en", "They found 1,020 cases: Lorn (304), Ost (26).", ["cases", "cases", "cases"]),
        ("en", "Rations were cut from 12 to 9 kg.", ["kg", "kg"]),
        ("en", "Inflation was 12.3 percent, against 9.8 before.", ["percent", "percent"]),
        ("en", "Inflation rose to 12.3 percent, against 9.8 before.", ["percent", "percent"]),
        ("es", "La tasa subió al 12 %, frente a 9 en marzo", ["percent", "percent"]),
        ("en", "Twelve tall towers and 4 low ones fell.", ["towers", "towers"]),
        ("fr", "91 % des cas (n=43)", ["percent", "cas"]),
        ("fr", "8,9 % en juin, contre 7,2 avant", ["percent", "percent"]),
        ("fr", "1 020 cas, dont 238 à Lorn", ["cas", "cas"]),
        ("es", "73 muestras, de las cuales 65 dieron negativo", ["muestras", "muestras"]),
        ("ru", "Из 73 проб 65 были исследованы", ["проб", "проб"]),
        ("ru", "сократилась с двадцати до восьми школ", ["школ", "школ"]),
        ("uk", "48 осіб, з них 12 тяжко", ["осіб", "осіб"]),
        ("ar", "أُغلقت 12 مدرسة، منها 5 في الشمال", ["مدرسة", "مدرسة"]),
    ],
)
def test_what_is_left_out_is_taken_from_beside(
    language: str, text: str, units: list[str], figures: Callable[..., list[tuple[str, ...]]]
) -> None:
    assert [unit for _, _, _, unit, _ in figures(text, language)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mortality fell from 48 to 39 per thousand.", ["4.8", "3.9"]),
        ("The rate fell from 48 to 39 basis points.", ["0.48", "0.39"]),
        ("Mortality fell from 48 to 39 per cent.", ["48", "39"]),
    ],
)
def test_the_first_end_of_a_change_is_of_the_size_of_the_last(
    text: str, values: list[str], figures: Callable[..., list[tuple[str, ...]]]
) -> None:
    assert [value for _, _, value, _, _ in figures(text)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cases rose 12 per cent, compared with 45 in March."),
        ("en", "Cases were 12 per cent higher, compared with 45 in March."),
        ("en", "Attendance was 20 per cent, down from 150."),
        ("en", "Arrivals rose by 30 per cent, up from 200 a week."),
        ("fr", "Les cas ont augmenté de 12 %, contre 45 en mars."),
        ("es", "Los casos subieron un 12 %, frente a 45 en marzo."),
        ("ru", "Число случаев выросло на 12 %, против 45 в мае."),
    ],
)
def test_what_a_share_of_change_is_compared_with_is_no_share(
    language: str, text: str, figures: Callable[..., list[tuple[str, ...]]]
) -> None:
    kinds = [(kind, unit) for _, kind, _, unit, _ in figures(text, language)]
    assert kinds == [("percent", "percent"), ("count", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Posts rose from 30 to 45 days later."),
        ("en", "Clinics rose from 4 to 6 weeks after."),
        ("en", "Staff grew from 40 to 60 years ago."),
        ("fr", "Les postes sont passés de 30 à 45 jours plus tard."),
        ("es", "El total subió de 30 a 45 días después."),
    ],
)
def test_a_time_later_is_no_end_of_a_change(
    language: str, text: str, figures: Callable[..., list[tuple[str, ...]]]
) -> None:
    assert [kind for _, kind, _, _, _ in figures(text, language)] == ["count", "duration"]


@pytest.mark.parametrize(
    "text",
    [
        "They tested 12 samples, including 40 in the north.",
        "There were 304 deaths. Of these 26 in the north.",
        "The 304 deaths made the index climb to 112.",
        "The firm lost 5 per cent of its staff, compared with 300 before.",
        "It cut 5 per cent. Against 4 nobody spoke.",
        "The index rose 2.4 per cent to 20, up from 12.",
    ],
)
def test_what_is_no_part_counts_nothing_told(
    text: str, figures: Callable[..., list[tuple[str, ...]]]
) -> None:
    assert figures(text)[-1][3] is None


def test_the_first_end_of_a_change_is_a_stretch_as_the_last(
    figures: Callable[..., list[tuple[str, ...]]],
) -> None:
    read = figures("The stay rose from 6 to 9 months.")
    assert [(kind, value) for _, kind, value, _, _ in read] == [
        ("duration", "P6M"),
        ("duration", "P9M"),
    ]
