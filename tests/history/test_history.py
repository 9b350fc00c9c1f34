"""What documents say of one indicator, in order of time."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from schemas.history import History, HistorySeries
from schemas.published import schema_json

OLD = """# Fiji: Harbour Relief Plan 2031-2033

Published: March 2031

## Needs

As of February 2031, 3.7 million people in Fiji are internally displaced.

## Costs

| Requirements (USD) | 2031 | 2032 |
| --- | --- | --- |
| Shelter | 1,200,000 | 900,000 |
| Water | 600,000 | 450,000 |
"""
NEW = """# Fiji: Harbour Relief Plan 2032-2034

Published: March 2032

## Needs

As of February 2031, there were 3.71 million internally displaced persons (IDPs) in Fiji. As of
January 2032, there were 2.9 million IDPs in Fiji.

## Costs

| Requirements (USD) | 2032 | 2033 |
| --- | --- | --- |
| Shelter repair | 900,000 | 700,000 |
| Water | 480,000 | 300,000 |
"""
OTHER = """# Position on returns

Over 3.2 million people were internally displaced in Fiji as of February 2031. In Fiji
40 per cent of the internally displaced persons rent. In Malta, 5,100 people were internally
displaced as of May 2031. An international conference took place in Fiji.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two editions and another document."""
    made = tmp_path_factory.mktemp("plans")
    for name, text in (("2031.md", OLD), ("2032.md", NEW), ("position.md", OTHER)):
        (made / name).write_text(text, "utf-8")
    return made


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["history", *map(str, words)])


@pytest.fixture(scope="module")
def follow(folder: Path) -> Callable[..., History]:
    """Follow an indicator through the folder."""

    def followed(*words: str) -> History:
        told = run(folder, *words, "--format", "json")
        assert told.exit_code == 0, told.output
        return History.model_validate_json(told.stdout)

    return followed


@pytest.fixture(scope="module")
def displaced(follow: Callable[..., History]) -> History:
    return follow("--indicator", "internally displaced persons", "--place", "Fiji")


def values(series: HistorySeries) -> list[tuple[str | None, str | None]]:
    return [(point.when, point.figure.value) for point in series.points]


def test_a_series_holds_the_values_of_all_documents_in_order_of_time(displaced: History) -> None:
    series = displaced.series[0]
    assert values(series) == [
        ("2031-02", "3700000"),
        ("2031-02", "3710000"),
        ("2031-02", "3200000"),
        ("2032-01", "2900000"),
    ]
    assert series.documents == 3


def test_every_point_says_where_it_is_printed(folder: Path, displaced: History) -> None:
    for series in displaced.series:
        for point in series.points:
            document = Path(displaced.documents[point.document].name)
            text = (folder / document.name).read_text("utf-8")
            (piece,) = point.figure.source
            assert text[piece.start : piece.end] == point.figure.quote


def test_values_of_one_time_bear_each_other_out_by_their_printed_precision(
    displaced: History,
) -> None:
    first, second, third, _ = displaced.series[0].points
    assert first.agreement == second.agreement == "borne_out"
    assert 1 in first.others
    assert 0 in second.others
    assert third.figure.modifier == "at_least"  # of over 3.2 million, 3.7 million may be told
    assert third.agreement == "borne_out"


def test_values_of_one_time_that_cannot_be_one_number_disagree(
    follow: Callable[..., History],
) -> None:
    water = next(s for s in follow("--indicator", "requirements water").series)
    told = {(p.when, p.figure.value): p.agreement for p in water.points}
    assert told == {
        ("2031", "600000"): "alone",
        ("2032", "450000"): "disagrees",
        ("2032", "480000"): "disagrees",
        ("2033", "300000"): "alone",
    }


def test_other_units_and_places_are_series_of_their_own(follow: Callable[..., History]) -> None:
    series = follow("--indicator", "internally displaced").series
    kinds = {(each.kind, each.place) for each in series}
    assert kinds >= {("count", "Fiji"), ("count", "Malta"), ("percent", "Fiji")}


def test_a_word_that_only_begins_alike_is_not_meant(follow: Callable[..., History]) -> None:
    assert follow("--indicator", "international").series == ()


def test_a_series_goes_on_where_a_later_edition_words_it_otherwise(
    follow: Callable[..., History],
) -> None:
    series = follow("--indicator", "requirements shelter").series[0]
    assert values(series) == [
        ("2031", "1200000"),
        ("2032", "900000"),
        ("2032", "900000"),
        ("2033", "700000"),
    ]


def test_plans_of_two_countries_are_no_editions_of_one(tmp_path: Path) -> None:
    text = (
        "# {0}: Harbour needs overview {1}\n\nPublished: March {1}\n\nThe storm in {0} displaced \
{2} people.\n"
    )
    numbers = iter((9500, 3130, 4760, 6520))
    for year in (2031, 2032):
        for country in ("Fiji", "Malta"):
            plan = tmp_path / f"{country}-{year}.md"
            plan.write_text(text.format(country, year, next(numbers)), "utf-8")
    made = json.loads(run(tmp_path, "--indicator", "displaced", "--format", "json").stdout)
    assert [[p["figure"]["value"] for p in each["points"]] for each in made["series"]] == [
        ["9500", "4760"],
        ["3130", "6520"],
    ]


def test_what_has_no_time_is_dated_by_its_document_and_said_to_be(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Harbour report\n\nPublished: March 2031\n\nThe flood cut off 12 wells.\n")
    told = json.loads(run(plan, "--indicator", "wells", "--format", "json").stdout)
    (point,) = told["series"][0]["points"]
    assert (point["when"], point["dated_by"]) == ("2031-03", "document")
    assert "the document's date" in run(plan, "--indicator", "wells").stdout


def test_a_document_and_its_extraction_are_read_once(folder: Path, tmp_path: Path) -> None:
    made = CliRunner().invoke(
        cli, ["extract", str(folder / "2031.md"), "-o", str(tmp_path), "--quiet"]
    )
    assert made.exit_code == 0
    (tmp_path / "note.json").write_text('{"a": 1}')
    told = run(folder, tmp_path, "--indicator", "displaced", "--format", "json")
    assert told.exit_code == 0
    names = [each["name"] for each in json.loads(told.stdout)["documents"]]
    assert sorted(Path(name).name for name in names) == ["2031.json", "2032.md", "position.md"]


def test_what_cannot_be_read_is_named_and_costs_no_other(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    told = run(folder / "2031.md", broken, "--indicator", "displaced")
    assert told.exit_code == 3
    assert "broken.pdf" in told.stderr
    assert "3.7 million" in told.stdout
    assert run(broken, "--indicator", "displaced").exit_code == 2


def test_words_that_tell_nothing_are_refused(folder: Path) -> None:
    told = run(folder, "--indicator", "2031")
    assert told.exit_code == 2
    assert "no word" in told.stderr


def test_nothing_found_is_said(folder: Path) -> None:
    told = run(folder, "--indicator", "lighthouses")
    assert told.exit_code == 0
    assert "no figure says it" in told.stdout


def test_json_is_as_the_schema_says(displaced: History) -> None:
    jsonschema.validate(json.loads(displaced.model_dump_json()), json.loads(schema_json("history")))


def test_csv_has_a_row_for_each_point(folder: Path, displaced: History) -> None:
    told = run(
        folder,
        "--indicator",
        "internally displaced persons",
        "--place",
        "Fiji",
        "--format",
        "csv",
    )
    rows = list(csv.DictReader(StringIO(told.stdout)))
    assert len(rows) == sum(len(series.points) for series in displaced.series)
    assert {"3700000", "2900000"} <= {row["value"] for row in rows}


@pytest.mark.parametrize("form", ["html", "md"])
def test_text_of_a_document_never_becomes_markup(tmp_path: Path, form: str) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\nThe flood cut off 12 wells of &lt;script>alert(1)&lt;/script>.\n")
    told = run(plan, "--indicator", "wells", "--format", form)
    assert told.exit_code == 0
    assert "12" in told.stdout
    assert "<script" not in told.stdout


def test_the_page_draws_what_has_times_and_numbers(folder: Path) -> None:
    told = run(folder, "--indicator", "requirements water", "--format", "html").stdout
    assert told.count("<circle") == 4
    assert told.count('class="apart"') == 2
    assert "http" not in told.replace("http-equiv", "")


def test_two_things_of_one_name_are_followed_each_by_itself(tmp_path: Path) -> None:
    told = (
        "# Port health report {day}\n\n## Cases\n\nOn {day} May 2031 there were {new} cases,\n"
        "all of them new. Since the first of April there were {all} cumulative cases."
    )
    for day, new, every in ((3, 46, "1,094"), (4, 24, "1,118")):
        text = told.format(day=day, new=new, all=every)
        (tmp_path / f"report-{day}.md").write_text(text, "utf-8")
    made = run(tmp_path, "--indicator", "cases", "--format", "json")
    series = [
        [point["figure"]["value"] for point in each["points"]]
        for each in json.loads(made.stdout)["series"]
    ]
    assert sorted(series) == [["1094", "1118"], ["46", "24"]]


def test_what_only_its_document_dates_disagrees_with_nothing(tmp_path: Path) -> None:
    for name, wells in (("a", 12), ("b", 15)):
        text = f"# Harbour report\n\nPublished: March 2031\n\nThe flood cut off {wells} wells.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    made = json.loads(run(tmp_path, "--indicator", "wells", "--format", "json").stdout)
    (series,) = made["series"]
    assert [point["agreement"] for point in series["points"]] == ["alone", "alone"]


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_an_extraction_from_outside_is_told_as_it_comes(
    folder: Path, tmp_path: Path, form: str
) -> None:
    source, target = folder / "2031.md", tmp_path / "odd.json"
    made = CliRunner().invoke(cli, ["extract", str(source), "-o", str(tmp_path), "--quiet"])
    assert made.exit_code == 0
    odd = json.loads((tmp_path / "2031.json").read_text("utf-8"))
    for at, figure in enumerate(odd["figures"]):
        figure["value"] = ("abc", None, "9" * 80)[at % 3]
        figure["unit"] = "\x1b[31m=1+1"
        if figure["as_of"] is not None:
            figure["as_of"]["value"] = ("2031-02-31", "zzz", "2031/..")[at % 3]
    odd["document"]["published"] = "\x1b]0;x"
    target.write_text(json.dumps(odd), "utf-8")
    told = run(target, "--indicator", "costs", "--indicator", "displaced", "--format", form)
    assert told.exit_code == 0, told.output
    assert form in {"json", "csv"} or "\x1b" not in told.stdout


def test_the_heads_of_columns_are_no_values(follow: Callable[..., History]) -> None:
    series = follow("--indicator", "requirements").series
    assert {each.kind for each in series} == {"money"}


@pytest.mark.corpus
def test_the_displaced_of_a_country_are_followed_from_one_publisher_to_the_next(
    corpus_document: Callable[[str], Path],
) -> None:
    names = ("004_0967aa4bb2a059cb.txt", "000_0b5027213940e968.txt")
    files = [corpus_document(name) for name in names]
    words = ("--indicator", "internally displaced persons", "--place", "UA", "--format", "json")
    series = json.loads(run(*files, *words).stdout)["series"][0]
    points = [(p["when"], p["figure"]["value"], bool(p["sources"])) for p in series["points"]]
    assert points == [("2023-07", "5100000", True), ("2023-12", "3700000", True)]


def test_a_database_tells_what_a_folder_tells(folder: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'plans.db'}"
    files = [str(path) for path in sorted(folder.glob("*.md"))]
    assert CliRunner().invoke(cli, ["load", *files, "--to", url]).exit_code == 0
    words = ("--indicator", "displaced", "--format", "json")
    told = [json.loads(run(source, *words).stdout) for source in (folder, url)]
    for each in told:
        for document in each["documents"]:
            document["name"] = Path(document["name"]).name
    assert told[0] == told[1]
    assert told[0]["series"]


def test_a_database_that_cannot_be_read_costs_no_other_document(
    folder: Path, tmp_path: Path
) -> None:
    missing = f"sqlite:///{tmp_path / 'missing.db'}"
    told = run(folder, missing, "--indicator", "displaced", "--format", "json")
    assert told.exit_code == 3
    assert told.stderr == f"planfacts: {missing}: is not there\n"
    assert run(missing, "--indicator", "displaced").exit_code == 2


def test_the_result_does_not_replace_a_database(tmp_path: Path) -> None:
    kept = tmp_path / "plans.db"
    kept.write_bytes(b"kept")
    told = run(f"sqlite:///{kept}", "--indicator", "displaced", "-o", kept)
    assert (told.exit_code, kept.read_bytes()) == (2, b"kept")
