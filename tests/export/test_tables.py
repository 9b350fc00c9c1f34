"""Figures as tables: what is read back is what the extraction says, and nothing runs."""

import csv
import json
import warnings
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from extractor.cells import unsafe
from extractor.cli import cli
from extractor.days import days
from extractor.export import FORMATS, Exported, Form
from extractor.export.tables.figures import COLUMNS, figures
from extractor.export.tables.long import COLUMNS as LONG
from extractor.export.tables.sheet import Column, joined
from extractor.output import record_json
from schemas.extraction import CitedSource, Extraction
from schemas.figure import Bound, Figure, SourceLink

HOSTILE = (
    '=HYPERLINK("http://a.example","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "'=1",
    '<script>alert(1)</script> | **b** [x](http://a.example) {x} "q"\r\nnext',
    "Census | \\| of 2031",
)


def _bound(value: str) -> Bound:
    return Bound(value=value, state="inferred", rule="test", anchor=None)


def _hostile(figure: Figure, text: str) -> Figure:
    link = SourceLink(value=text, url=text, state="inferred", rule="test", anchor=None)
    bound = {name: _bound(text) for name in ("indicator", "population", "place", "per")}
    return figure.model_copy(update={**bound, "unit": text, "sources": (link, link)})


@pytest.fixture(scope="module")
def hostile(extraction: Extraction) -> Extraction:
    """An extraction whose every text field was written to do harm."""
    first = extraction.figures[0]
    changed = [_hostile(first, text) for text in HOSTILE]
    ids = [one.model_copy(update={"id": f"fig-{at:012x}"}) for at, one in enumerate(changed)]
    document = extraction.document.model_copy(update={"title": HOSTILE[-2]})
    cited = CitedSource(id="src-1", value=HOSTILE[0], publisher=HOSTILE[1], url="javascript:a()")
    return extraction.model_copy(
        update={"figures": tuple(ids), "document": document, "sources": (cited,)}
    )


def exported(extraction: Extraction, form: Form, *, long: bool = False) -> bytes:
    return b"".join(FORMATS[form](Exported(extraction, long=long)))


def flat(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """Return rows as a form without lists or blanks holds them."""
    return [[_flat(value) for value in row] for row in rows]


def _flat(value: object) -> str:
    if isinstance(value, tuple):
        return joined(value)
    return "" if value is None else str(value)


def cells(content: bytes) -> list[list[str]]:
    with StringIO(content.decode(), newline="") as opened:
        return [[unsafe(cell) for cell in row] for row in csv.reader(opened)]


def test_every_column_tells_what_the_figure_says(shipped: Extraction) -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    for figure, row in zip(shipped.figures, figures(shipped).rows, strict=True):
        told = dict(zip(names, row, strict=True))
        for name in ("indicator", "population", "place", "as_of"):
            bound: Bound | None = getattr(figure, name)
            said = (None, None) if bound is None else (bound.value, bound.state)
            assert (told[name], told[f"{name}_state"]) == said
        same = ("id", "kind", "value", "low", "high", "unit", "modifier", "precision", "zone", "of")
        assert {name: told[name] for name in same} == {n: getattr(figure, n) for n in same}
        assert told["quote"] == shipped.text[told["text_start"] : told["text_end"]]
        assert (told["as_of_first"], told["as_of_last"]) == days(told["as_of"])
        assert told["sources"] == tuple(source.value for source in figure.sources)
        assert told["place_code"] == (figure.place.code if figure.place else None)
        assert told["number"] == (figure.value if figure.precision else None)


@pytest.mark.parametrize("name", ["shipped", "hostile"])
def test_json_lines_give_everything_back(name: str, request: pytest.FixtureRequest) -> None:
    extraction: Extraction = request.getfixturevalue(name)
    lines = exported(extraction, "jsonl").splitlines()
    told = [tuple(_tuple(value) for value in json.loads(line).values()) for line in lines]
    assert told == figures(extraction).rows


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["shipped", "hostile"])
def test_csv_gives_everything_back(name: str, request: pytest.FixtureRequest) -> None:
    extraction: Extraction = request.getfixturevalue(name)
    head, *rows = cells(exported(extraction, "csv"))
    assert head == [column.name for column in COLUMNS]
    assert rows == flat(figures(extraction).rows)


def test_no_cell_of_a_csv_is_a_formula(hostile: Extraction) -> None:
    with StringIO(exported(hostile, "csv").decode(), newline="") as opened:
        for row in csv.reader(opened):
            assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r\n"))]


@pytest.fixture
def package(shipped: Extraction, tmp_path: Path) -> Callable[..., Path]:
    """Export the shipped plan as CSV and return its descriptor."""

    def made(*words: str) -> Path:
        (tmp_path / "plan.json").write_bytes(record_json(shipped))
        told = [str(tmp_path / "plan.json"), "-o", str(tmp_path / "out.csv"), *words]
        assert CliRunner().invoke(cli, ["export", "--format", "csv", *told]).exit_code == 0
        return tmp_path / "out.datapackage.json"

    return made


@pytest.mark.parametrize("words", [(), ("--long",)])
def test_frictionless_reads_the_package_and_gets_the_values(
    package: Callable[..., Path],
    words: tuple[str, ...],
    shipped: Extraction,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    descriptor = package(*words)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its dependencies
        from frictionless import Package

        monkeypatch.chdir(descriptor.parent)
        described = Package(descriptor.name)
        report = described.validate()
        assert report.valid, report.flatten(["fieldName", "note"])[:3]
        rows = described.resources[0].read_rows()
    asked = "value" if words else "number"
    wanted = [one for figure in shipped.figures for one in _numbers(figure, ranges=bool(words))]
    assert [row[asked] for row in rows if row[asked] is not None] == wanted
    assert len(rows) == (len(wanted) if words else len(shipped.figures))


def _numbers(figure: Figure, *, ranges: bool) -> Iterator[Decimal]:
    if figure.kind not in {"date", "duration"}:
        ends = (figure.value, figure.low, figure.high) if ranges else (figure.value,)
        yield from (Decimal(end) for end in ends if end is not None)


def test_a_changed_csv_is_told_by_its_package(
    package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    descriptor = package()
    table = descriptor.with_name("out.csv")
    table.write_bytes(table.read_bytes().replace(b",money,", b",honey,", 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate

        monkeypatch.chdir(descriptor.parent)
        assert not validate(descriptor.name).valid


def test_the_long_form_speaks_as_hapi_does(extraction: Extraction) -> None:
    people = next(one for one in extraction.figures if one.value == "40000")
    told = {
        "status": _bound("in_need"),
        "place": _bound("Norway").model_copy(update={"code": "NO"}),
        "as_of": _bound("2031-02"),
    }
    changed = extraction.model_copy(update={"figures": (people.model_copy(update=told),)})
    (line,) = exported(changed, "jsonl", long=True).splitlines()
    row = json.loads(line)
    assert list(row) == [column.name for column in LONG]
    assert (row["value"], row["population_status"], row["location_code"]) == ("40000", "INN", "NOR")
    period = row["reference_period_start"], row["reference_period_end"]
    assert period == ("2031-02-01", "2031-02-28")


def test_a_range_has_a_row_for_each_end(extraction: Extraction) -> None:
    rows = [json.loads(line) for line in exported(extraction, "jsonl", long=True).splitlines()]
    ends = {(row["end"], row["value"]) for row in rows if row["unit"] == "USD"}
    assert ends == {("low", "2000000"), ("high", "3000000")}


def test_text_of_a_document_is_no_markup(hostile: Extraction) -> None:
    page = exported(hostile, "html").decode()
    assert "<script" not in page
    assert "<a " not in page
    assert page.count("<td") == len(COLUMNS) * len(HOSTILE)
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(exported(hostile, "md").decode())
    assert not [tag for tag in ("<script", "<strong", "<a ", "<em") if tag in shown]
    assert shown.count("<td") == len(COLUMNS) * len(HOSTILE)


def test_a_descriptor_never_replaces_the_input(extraction: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "a.datapackage.json"
    path.write_bytes(record_json(extraction))
    words = ["export", str(path), "--format", "csv", "-o", str(tmp_path / "a.csv")]
    told = CliRunner().invoke(cli, words)
    assert told.exit_code == 2
    assert "is an input" in told.stderr
    assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize("columns", [COLUMNS, LONG])
def test_every_column_is_documented_in_its_order(columns: Sequence[Column]) -> None:
    rows = "\n".join(f"| `{one.name}` | {one.type} | {one.what} |" for one in columns)
    assert rows in (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
