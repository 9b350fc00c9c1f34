"""Charts are what the results give."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import charts
import drawing
import pytest
from drawing import Axes, Bar, Head, Line
from pages.readers import peers
from results import Results

HEAD = Head(title="What <it> takes", note="of a machine & no other")


def test_the_charts_in_the_docs_are_those_of_the_results() -> None:
    drawn = dict(charts.drawn(charts.RESULTS))
    kept = {file.name: file.read_text("utf-8") for file in charts.CHARTS.glob("*.svg")}
    assert kept == drawn


def texts(picture: str) -> list[str]:
    """Return what is written in a picture, which has to be XML."""
    root = ET.fromstring(picture)  # noqa: S314 - our own
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_bars_are_as_long_as_their_values() -> None:
    picture = drawing.bars(HEAD, [Bar("one", 10), Bar("half & less", 5, ours=False)])
    assert texts(picture)[:2] == ["What <it> takes", "of a machine & no other"]
    assert texts(picture)[2:] == ["one", "10", "half & less", "5"]
    _, one, half = ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}rect")  # noqa: S314
    assert float(one.attrib["width"]) == 2 * float(half.attrib["width"])
    assert one.attrib["fill"] != half.attrib["fill"]


def test_lines_go_from_left_to_right_and_up() -> None:
    axes = Axes(across="pages", up="megabytes")
    picture = drawing.lines(HEAD, axes, [Line("text", [(1, 50), (10, 100), (100, 550)])])
    line = next(ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}polyline"))  # noqa: S314
    points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
    xs, ys = zip(*points, strict=True)
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(10, rel=0.01)
    assert (ys[1] - ys[2]) / (ys[0] - ys[1]) == pytest.approx(9, rel=0.01)


def test_a_chart_of_one_point_and_of_nothing_measured_is_drawn() -> None:
    axes = Axes(across="documents", up="ms")
    assert "nan" not in drawing.lines(HEAD, axes, [Line("all", [(1, 0)])])
    assert "nan" not in drawing.bars(HEAD, [Bar("none", 0)])


def test_the_names_of_readers_have_room() -> None:
    wide = 7  # pixels of a letter, on the average
    for name, does in peers.DOES.items():
        assert wide * len(f"{name}: {does}") < drawing.NAMES


def results_of(name: str, *rows: dict[str, object]) -> dict[str, object]:
    machine = {"processor": "P", "cores": 2, "system": "Linux x86_64", "python": "CPython 3.11.7"}
    return {"benchmark": name, "asked": {"pages": 2}, "machine": machine, "rows": list(rows)}


@pytest.mark.parametrize(
    ("name", "rows", "written"),
    [
        (
            "stages",
            [
                {
                    "file": "all",
                    "pages": 9,
                    **dict.fromkeys((*charts.STAGES, "whole", "pdfplumber"), 3.5),
                }
            ],
            "pdfplumber, characters only",
        ),
        (
            "readers",
            [{"reader": "planfacts", "does": "all", "pages": 9, "pages_a_second": 40.0}],
            "planfacts: all",
        ),
        (
            "memory",
            [{"PDF": "text", "pages": 10 * n, "peak_megabytes": 150 + n} for n in (1, 2)],
            "text",
        ),
        (
            "corpus",
            [
                {"documents": n, "clock_ms_a_document": 90, "processor_ms_a_document": 99}
                for n in (1, 10)
            ],
            "by the clock, all cores",
        ),
        (
            "cores",
            [{"jobs": n, "pages": 9, "pages_a_second": 20.0 * n} for n in (1, 2)],
            "2 at a time",
        ),
        ("load", [{"database": "sqlite", "figures_a_second": 20_000}], "20,000"),
    ],
)
def test_each_result_has_its_chart(
    name: str, rows: list[dict[str, object]], written: str, tmp_path: Path
) -> None:
    (tmp_path / f"{name}.json").write_text(json.dumps(results_of(name, *rows)))
    ((file, picture),) = charts.drawn(tmp_path)
    assert file == f"{name}.svg"
    assert written in texts(picture)


def test_rows_are_printed_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = Results("speed", {"what": "", "ms_a_page": ".1f"}, {"runs": 3})
    found.add(what="plan", ms_a_page=12.345, more=1)
    found.add(what="other", ms_a_page=None)
    assert capsys.readouterr().out.splitlines() == [
        "| what | ms a page |",
        "|---|---|",
        "| plan | 12.3 |",
        "| other |  |",
    ]
    found.keep(tmp_path / "made" / "speed.json")
    kept = json.loads((tmp_path / "made" / "speed.json").read_text("utf-8"))
    assert kept["rows"][0] == {"what": "plan", "ms_a_page": 12.345, "more": 1}
    assert kept["asked"] == {"runs": 3}
    assert kept["machine"]["cores"] >= 1
