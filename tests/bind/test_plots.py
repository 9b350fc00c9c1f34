"""Numbers of charts: what the caption, the series and the category say together."""

from collections.abc import Callable, Mapping, Sequence

import pytest
import typst

from extractor.pipeline import extract
from schemas.extraction import Extraction
from schemas.figure import Figure

RULE = "keyfigure.plotted"
PAGE = '#set page(width: 420pt, height: 595pt, margin: 40pt)\n#set text(size: 10pt, lang: "en")\n'
BODY = "The mills of the coast were counted in the spring, each of them with its own store."
YEARS = ("2031", "2032", "2033", "2034")
SPENT = {"Mills": (40, 30, 55, 25), "Sheds": (20, 45, 18, 35)}
WIDTH, GAP, FOOT = 24, 16, 150
COLORS = ("4f81bd", "c0504d", "9bbb59")
LEGEND_TOP = 190


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Extraction]:
    """Extract a sheet with a chart under its caption."""
    folder, known = tmp_path_factory.mktemp("plots"), dict[tuple[str, str], Extraction]()

    def of(caption: str, chart: str) -> Extraction:
        if (caption, chart) not in known:
            path = folder / f"sheet-{len(known)}.pdf"
            sheet = f"{PAGE}{BODY}\n\n#v(9pt)\n*{caption}\n\n{chart}\n\n{BODY}"
            typst.compile(sheet.encode(), output=path)
            known[caption, chart] = extract(path)
        return known[caption, chart]

    return of


def one(extraction: Extraction, quote: str) -> Figure:
    return next(f for f in extraction.figures if f.anchor.quote == quote)


CAPTION = "Chart 3: Spending on repairs (USD million)*"
Drawn = Callable[[str, str], Extraction]


def places(extraction: Extraction) -> list[tuple[str, str | None, str | None]]:
    """Return each number that is bound by its place in a chart, its series and its year."""
    bound = [f for f in extraction.figures if f.indicator and f.indicator.rule == RULE]
    return [
        (f.anchor.quote, name.partition(": ")[2] or None, f.as_of.value if f.as_of else None)
        for f in bound
        if f.indicator and (name := f.indicator.value)
    ]


def told(series: Mapping[str, Sequence[int]]) -> list[tuple[str, str | None, str | None]]:
    return [
        (str(value), name, year)
        for name, values in series.items()
        for value, year in zip(values, YEARS, strict=True)
    ]


def test_series_and_year_of_a_number_are_bound(drawn: Drawn) -> None:
    figure = one(drawn(CAPTION, stacked(SPENT, YEARS)), "55")
    assert figure.zone == "keyfigure"
    assert figure.indicator is not None
    assert (figure.indicator.value, figure.indicator.rule) == ("Spending on repairs: Mills", RULE)
    assert figure.as_of is not None
    assert (figure.as_of.value, figure.as_of.state) == ("2033", "inherited")


def test_all_numbers_are_read_in_the_unit_of_the_caption(drawn: Drawn) -> None:
    extraction = drawn(CAPTION, stacked(SPENT, YEARS))
    read = {f.anchor.quote: (f.kind, f.unit, f.value) for f in extraction.figures}
    printed = [value for values in SPENT.values() for value in values]
    expected = {str(value): ("money", "USD", f"{value}000000") for value in printed}
    assert expected.items() <= read.items()


def test_a_unit_under_the_caption_is_that_of_the_chart(drawn: Drawn) -> None:
    caption = "Chart 3: Spending on repairs*\n\n#v(4pt)\n_USD thousand_"
    figure = one(drawn(caption, side_by_side(SPENT, YEARS)), "55")
    assert (figure.kind, figure.unit, figure.value) == ("money", "USD", "55000")


def test_what_a_category_says_besides_its_year_is_kept(drawn: Drawn) -> None:
    names = ("2031", "2032 forecast", "2033", "2034")
    figure = one(drawn(CAPTION, side_by_side(SPENT, names)), "45")
    assert figure.indicator is not None
    assert figure.indicator.value == "Spending on repairs: Sheds, forecast"
    assert figure.as_of is not None
    assert figure.as_of.value == "2032"


def test_a_category_that_is_a_place_is_where(drawn: Drawn) -> None:
    names = ("Kenya", "Uganda", "Niger", "Chad")
    figure = one(drawn(CAPTION, side_by_side(SPENT, names)), "18")
    assert figure.place is not None
    assert (figure.place.value, figure.place.code) == ("Niger", "NE")
    assert figure.indicator is not None
    assert figure.indicator.value == "Spending on repairs: Sheds"


def test_a_number_in_a_stacked_bar_is_of_the_series_of_its_colour(drawn: Drawn) -> None:
    assert places(drawn(CAPTION, stacked(SPENT, YEARS))) == told(SPENT)


def test_a_number_over_a_bar_beside_another_is_of_that_bar(drawn: Drawn) -> None:
    assert places(drawn(CAPTION, side_by_side(SPENT, YEARS))) == told(SPENT)


def test_each_label_of_a_chart_is_a_block_of_its_own(drawn: Drawn) -> None:
    blocks = drawn(CAPTION, stacked(SPENT, YEARS)).blocks
    labels = [block.text for block in blocks if block.type == "key_figure"]
    assert labels[:6] == [*YEARS, *SPENT]
    assert len(labels) == len(YEARS) + len(SPENT) + len(told(SPENT))


def test_a_number_that_is_not_as_large_as_its_bar_is_not_bound(drawn: Drawn) -> None:
    chart = stacked(SPENT, YEARS).replace("[55]", "[25.5]")
    extraction = drawn(CAPTION, chart)
    assert places(extraction) == [place for place in told(SPENT) if place[0] != "55"]
    assert one(extraction, "25.5").value == "25500000"


def test_of_two_numbers_in_a_bar_the_one_in_its_middle_is_bound(drawn: Drawn) -> None:
    thin = _text(20 + 2 * (WIDTH + GAP), FOOT - SPENT["Mills"][2] - 3, "0.2")
    chart = stacked({"Mills": SPENT["Mills"], "Sheds": (20, 45, 0.5, 35)}, YEARS)
    chart = chart.replace(_text(20 + 2 * (WIDTH + GAP), FOOT - 55 - 0.25 - 4, 0.5), thin)
    assert ("55", "Mills", "2033") in places(drawn(CAPTION, chart))


def test_numbers_that_say_nothing_of_their_bars_are_not_bound(drawn: Drawn) -> None:
    chart = stacked(SPENT, YEARS).replace("[55]", "[12]").replace("[30]", "[95]")
    assert places(drawn(CAPTION, chart.replace("[20]", "[71]").replace("[35]", "[7]"))) == []


def test_bars_of_several_colours_without_a_legend_leave_a_doubt(drawn: Drawn) -> None:
    chart = side_by_side(SPENT, YEARS).replace("[Mills]", "[]").replace("[Sheds]", "[]")
    assert places(drawn(CAPTION, chart)) == []


def test_bars_without_names_are_not_bound(drawn: Drawn) -> None:
    chart = stacked(SPENT, YEARS)
    for name in YEARS:
        chart = chart.replace(f"[{name}]", "[]")
    assert places(drawn(CAPTION, chart)) == []


def test_bars_in_one_colour_have_a_category_each(drawn: Drawn) -> None:
    chart = side_by_side({"Mills": SPENT["Mills"]}, YEARS).replace("[Mills]", "[]")
    expected = [(str(value), None, year) for value, year in zip(SPENT["Mills"], YEARS, strict=True)]
    assert places(drawn(CAPTION, chart)) == expected


RATES = (12, 35, 28, 19)


@pytest.mark.parametrize(
    ("left", "foot"),
    [
        pytest.param(20, 185, id="one over the other"),
        pytest.param(200, 75, id="one beside the other"),
    ],
)
@pytest.mark.parametrize("color", COLORS[:2], ids=["of one colour", "of two"])
def test_charts_that_stand_near_each_other_are_read_one_by_one(
    drawn: Drawn, left: int, foot: int, color: str
) -> None:
    between = "#place(dx: 12pt, dy: 102pt, [*Chart 4: Mills that stood still (per cent)*])"
    parts = [*_row(SPENT["Mills"], (20, 75), COLORS[0]), *_row(RATES, (left, foot), color)]
    read = places(drawn(CAPTION, _sheet([*parts, between] if foot > 100 else parts)))
    both = [(str(v), y) for row in (SPENT["Mills"], RATES) for v, y in zip(row, YEARS, strict=True)]
    assert [(value, year) for value, _, year in read] == both


def test_charts_over_each_other_have_a_caption_each(drawn: Drawn) -> None:
    between = "#place(dx: 12pt, dy: 102pt, [*Chart 4: Mills that stood still (per cent)*])"
    first, second = _row(SPENT["Mills"], (20, 75), COLORS[0]), _row(RATES, (20, 185), COLORS[1])
    extraction = drawn(CAPTION, _sheet([*first, between, *second]))
    said = {quote: one(extraction, quote) for quote in ("55", "35")}
    assert {
        quote: (figure.unit, figure.indicator and figure.indicator.value)
        for quote, figure in said.items()
    } == {"55": ("USD", "Spending on repairs"), "35": ("percent", "Mills that stood still")}


def test_bars_on_each_other_without_a_legend_are_no_charts_over_each_other(drawn: Drawn) -> None:
    chart = stacked({"Mills": (30, 30, 30, 30), "Sheds": SPENT["Sheds"]}, YEARS)
    assert places(drawn(CAPTION, chart.replace("[Mills]", "[]").replace("[Sheds]", "[]"))) == []


def _row(values: Sequence[int], corner: tuple[int, int], color: str) -> list[str]:
    """Return the bars of a chart of one series from a corner on, with their numbers and years."""
    left, foot = corner
    parts: list[str] = []
    for at, (value, name) in enumerate(zip(values, YEARS, strict=True)):
        dx = left + at * (WIDTH + GAP)
        parts += [_bar(dx, foot - value, value, color), _text(dx, foot - value - 11, value)]
        parts.append(_text(dx, foot + 6, name))
    return parts


def stacked(series: Mapping[str, Sequence[int]], names: Sequence[str], scale: float = 1.0) -> str:
    """Return a chart of stacked bars with the number of each part in it."""
    parts: list[str] = []
    for at, name in enumerate(names):
        left, top = 20 + at * (WIDTH + GAP), float(FOOT)
        for color, values in zip(COLORS, series.values(), strict=False):
            high = values[at] * scale
            top -= high
            parts += [_bar(left, top, high, color), _text(left, top + high / 2 - 4, values[at])]
        parts.append(_text(left, FOOT + 6, name))
    return _sheet([*parts, *_legend([*series])])


def side_by_side(
    series: Mapping[str, Sequence[int]], names: Sequence[str], scale: float = 1.0
) -> str:
    """Return a chart of bars beside each other with the number of each over it."""
    parts: list[str] = []
    for at, name in enumerate(names):
        first = 20 + at * (len(series) * WIDTH + GAP)
        for number, values in enumerate(series.values()):
            left, high = first + number * WIDTH, values[at] * scale
            parts.append(_bar(left, FOOT - high, high, COLORS[number]))
            parts.append(_text(left, FOOT - high - 11, values[at]))
        parts.append(_text(first, FOOT + 6, name, wide=len(series) * WIDTH))
    return _sheet([*parts, *_legend([*series])])


def _bar(left: float, top: float, high: float, color: str) -> str:
    return (
        f"#place(dx: {left}pt, dy: {top}pt, "
        f'rect(width: {WIDTH}pt, height: {high}pt, fill: rgb("{color}")))'
    )


def _text(left: float, top: float, text: object, *, wide: float = WIDTH) -> str:
    return (
        f"#place(dx: {left - 8}pt, dy: {top}pt, "
        f"box(width: {wide + 16}pt, align(center, text(8pt)[{text}])))"
    )


def _legend(names: Sequence[str]) -> list[str]:
    parts: list[str] = []
    for at, (name, color) in enumerate(zip(names, COLORS, strict=False)):
        left = 20 + 90 * at
        square = f'rect(width: 5pt, height: 5pt, fill: rgb("{color}"))'
        parts.append(f"#place(dx: {left}pt, dy: {LEGEND_TOP}pt, {square})")
        parts.append(f"#place(dx: {left + 8}pt, dy: {LEGEND_TOP - 1}pt, text(8pt)[{name}])")
    return parts


def _sheet(parts: Sequence[str]) -> str:
    return f"#block(width: 340pt, height: 205pt)[\n{chr(10).join(parts)}\n]\n"
