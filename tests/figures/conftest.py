"""What the tables of cases share: a text becomes short tuples that a person can write."""

from collections.abc import Callable

import pytest

from extractor.figures import read_text
from extractor.figures.reading import NumberFormat, Reading

Case = tuple[str, str, str, str | None, str | None]
"""Quote, kind, value (`low..high` for a range), unit, modifier."""

FORMATS = {
    "en": NumberFormat(),
    "fr": NumberFormat(decimal=",", group=" ", sure=True, language="fr"),
    "es": NumberFormat(decimal=",", group=".", sure=True, language="es"),
    "ru": NumberFormat(decimal=",", group=" ", language="ru"),
    "uk": NumberFormat(decimal=",", group=" ", language="uk"),
    "ar": NumberFormat(language="ar"),
    **{
        code: NumberFormat(decimal=",", group=".", sure=True, language=code)
        for code in ("pt", "de", "it")
    },
}


def shown(text: str, reading: Reading) -> Case:
    """Return a reading as a tuple."""
    value = reading.value or f"{reading.low}..{reading.high}"
    start, end = reading.span
    return text[start:end], reading.kind, value, reading.unit, reading.modifier


@pytest.fixture
def figures() -> Callable[..., list[Case]]:
    """Read a text and return its figures as tuples."""

    def read(text: str, language: str = "en") -> list[Case]:
        return [shown(text, reading) for reading in read_text(text, FORMATS[language]).figures]

    return read


@pytest.fixture
def rows() -> Callable[..., list[str]]:
    """Read a text and return its figures as the tables of cases write them."""

    def read(text: str, language: str) -> list[str]:
        readings = read_text(text, FORMATS[language]).figures
        parts = [[part or "-" for part in shown(text, one)] for one in readings]
        rates = [[f"per {one.per}"] if one.per else [] for one in readings]
        return [" | ".join((*part, *rate)) for part, rate in zip(parts, rates, strict=True)]

    return read


@pytest.fixture
def reasons() -> Callable[..., list[tuple[str, str]]]:
    """Read a text and return its explained runs of digits with their status."""

    def read(text: str, language: str = "en") -> list[tuple[str, str]]:
        readings = read_text(text, FORMATS[language])
        return [(text[slice(*run.span)], run.status) for run in readings.explained]

    return read
