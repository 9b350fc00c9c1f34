"""Charts to units: the names one by one, then the numbers, each tied to its names."""

from collections.abc import Sequence

from extractor.segment.layout.charts.finding import Chart
from extractor.segment.layout.keyfigures.values import reads_as_value
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Region
from extractor.segment.layout.paragraphs import Plotting, Unit


def chart_units(chart: Chart, region: Region) -> list[Unit]:
    """Return the units of a chart: its names and its numbers, then what else stands in it.

    Where there is one series, each number stands before its name, as in all key figures.
    """
    categories = [_plotted(name, region, Plotting(chart)) for name in chart.categories]
    series = [_plotted([name], region, Plotting(chart)) for name in chart.series]
    values = [
        _plotted([line], region, Plotting(chart, series[at] if series else None, categories[of]))
        for line, at, of in chart.values
    ]
    rest = [
        _plotted([line], region, Plotting(chart))
        if reads_as_value(line.text)
        else Unit([line], region, role="plotted")
        for line in chart.rest
    ]
    if series:
        return [*categories, *series, *values, *rest]
    told = {id(value.plotting.category) for value in values if value.plotting}
    pairs = [
        unit
        for v in values
        if v.plotting and v.plotting.category
        for unit in (v, v.plotting.category)
    ]
    return [*pairs, *(name for name in categories if id(name) not in told), *rest]


def _plotted(lines: Sequence[Line], region: Region, plotting: Plotting) -> Unit:
    return Unit(list(lines), region, role="key_figure", plotting=plotting)
