"""The scales of charts, and rows and columns of numbers that are none."""

from itertools import accumulate

import pytest

from extractor.readers.source import Box, PdfPage, Rule, Word
from extractor.segment.layout.charts.scales import scales
from extractor.segment.layout.lines import Line
from schemas.document import Page

SIZE = 8.0
At = tuple[str, float, float]


def lines(*texts: At) -> list[Line]:
    """Return lines of one word each, right of a place and above a baseline."""
    glyphs = accumulate((len(text) for text, _, _ in texts), initial=0)
    found = []
    for (text, left, bottom), glyph in zip(texts, glyphs, strict=False):
        box = (left, bottom - SIZE, left + 4.0 * len(text), bottom)
        style = (SIZE, "f", False, False, "#000000")
        word = Word(text, box, *style, glyph, baseline=bottom)
        found.append(Line.of([word], 1))
    return found


def page(*rules: Box) -> PdfPage:
    return PdfPage(
        page=Page(number=1, label=None, width=595.0, height=842.0),
        words=(),
        rules=tuple(Rule(box, 1.0) for box in rules),
    )


def column(*texts: str, left: float = 100, pitch: float = 30) -> list[At]:
    return [(text, left, 300 - pitch * at) for at, text in enumerate(texts)]


def row(*texts: str, left: float = 120, pitch: float = 40) -> list[At]:
    return [(text, left + pitch * at, 310) for at, text in enumerate(texts)]


AXIS = (110.0, 200.0, 110.0, 300.0)
YEARS = ["2031", "2032", "2033", "2034"]


@pytest.mark.parametrize(
    ("places", "taken"),
    [
        pytest.param(column("0", "5", "10", "15"), 4, id="from nought"),
        pytest.param(column("0%", "5%", "9%", "15%"), 0, id="uneven steps"),
        pytest.param(column("1.500", "1.000", "500", "0"), 4, id="marks of thousands, downwards"),
        pytest.param(column(".3", ".2", ".1", "0"), 4, id="shares"),
        pytest.param(column("$0", "$200", "$400", "$600"), 4, id="money"),
        pytest.param(column("-5", "0", "5", "10"), 4, id="below nought"),
        pytest.param(
            [
                (text, 120 - 4.0 * len(text), bottom)
                for text, _, bottom in column("0", "200", "400", "600", "800", "1000", "1200")
            ],
            7,
            id="flush right",
        ),
        pytest.param(column("0", "5", "10"), 0, id="three numbers"),
        pytest.param(column("1", "2", "3", "4", "5"), 0, id="numbers that count items"),
        pytest.param(column("0", "1", "2", "3", "4"), 0, id="the same from nought"),
        pytest.param(column("10", "20", "30", "40"), 0, id="not from nought"),
        pytest.param(column("0", "0", "0", "0"), 0, id="the same number"),
        pytest.param(row(*YEARS), 0, id="the years of a table"),
        pytest.param([*column("0", "5", "10", "15"), *row(*YEARS)], 8, id="years under a scale"),
        pytest.param(
            [*column("0", "5", "10", "15")[:3], ("15", 100.0, 160.0)], 0, id="uneven distances"
        ),
        pytest.param(
            [
                *column("0", "5", "10", "15"),
                *((name, 60.0, 300.0 - 30 * at) for at, name in enumerate(["Orn", "Pell", "Sot"])),
            ],
            0,
            id="rows with labels",
        ),
        pytest.param(
            [*column("0", "5", "10", "15"), ("Wells", 60.0, 300.0)], 4, id="one word beside it"
        ),
    ],
)
def test_the_numbers_of_scales(places: list[At], taken: int) -> None:
    assert len(scales(lines(*places), (), page(AXIS))) == taken


def test_numbers_without_a_drawing_are_no_scale() -> None:
    ticks = lines(*column("0", "5", "10", "15"))
    assert not scales(ticks, (), page())
    assert not scales(ticks, (), page((400.0, 200.0, 400.0, 300.0)))


def test_turned_labels_are_a_scale_as_well() -> None:
    assert len(scales([], lines(*row("0", "5", "10", "15")), page((110, 300, 300, 300)))) == 4
