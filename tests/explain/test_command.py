"""The command `explain`: a page, JSON, a picture; or one clear line."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from extractor.cli import cli
from extractor.explain import explain
from extractor.explain.sheet import WIDTH, sheet
from extractor.output import record_json, write_whole
from extractor.view import FIGURE
from schemas.base import BoxPiece
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.published import schema_json

SHIPPED = Path(__file__).parents[2] / "corpus" / "norvia-2031" / "plan.pdf"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["explain", *map(str, words)], catch_exceptions=False)


def test_the_page_tells_it_all_and_fits_the_terminal(
    written: Path, figures: dict[str, Figure]
) -> None:
    told = run(written, figures["35 per cent"].id)
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[0] == "35 per cent  =  35%"
    assert [line for line in lines if line and line[0] != " "][2:] == [
        *("Reading", "Place", "Bound to", "On the word of"),
    ]
    assert max(map(len, lines)) <= WIDTH
    assert "»35 per cent«" in told.output
    assert "from its mark, line 5, to note 1, line 15: Northland Relief Office" in told.output
    assert f"({figures['40,000'].id})" in told.output


def test_a_year_is_no_thousand(written: Path, figures: dict[str, Figure]) -> None:
    told = run(written, figures["2032"].id).output
    assert "value         2032\n" in told
    assert "precision" not in told


def test_json_is_the_same_for_programs(
    written: Path, figures: dict[str, Figure], tmp_path: Path
) -> None:
    target = tmp_path / "told.json"
    told = run(written, figures["1,360"].id, "--format", "json", "-o", target)
    assert (told.exit_code, told.output) == (0, "")
    page = json.loads(target.read_text("utf-8"))
    jsonschema.validate(page, json.loads(schema_json("explanation")))
    assert page["id"] == figures["1,360"].id
    assert page["checks"][0]["code"] == "total_mismatch"
    assert page["standing"]["table"]["column_heads"] == ["2032"]


def test_a_document_is_read_first(plan: Path, figures: dict[str, Figure]) -> None:
    told = run(plan, figures["600"].id)
    assert told.exit_code == 0
    assert "line 12, table" in told.output


def test_without_its_source_an_extraction_is_explained_all_the_same(
    written: Path, figures: dict[str, Figure], tmp_path: Path
) -> None:
    alone = tmp_path / "alone.json"
    alone.write_bytes(written.read_bytes())
    told = run(alone, figures["600"].id)
    assert told.exit_code == 0
    assert "character " in told.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("zzz",), "no figure is 'zzz'"),
        (("fig-", "--format", "json"), "begins the ids of"),
        (("40,000",), "it is printed by fig-"),
    ],
)
def test_a_wrong_id_is_one_line(written: Path, words: tuple[str, ...], message: str) -> None:
    told = run(written, *words)
    assert told.exit_code == 2
    assert message in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_what_cannot_be_drawn_is_one_line(
    written: Path, plan: Path, figures: dict[str, Figure], tmp_path: Path
) -> None:
    id_, picture = figures["600"].id, tmp_path / "figure.png"
    assert "is no PDF" in run(plan, id_, "--image", picture).stderr
    alone = tmp_path / "alone.json"
    alone.write_bytes(written.read_bytes())
    assert "its source is not beside it" in run(alone, id_, "--image", picture).stderr
    told = run(written, id_, "--source", SHIPPED, "--image", picture)
    assert (told.exit_code, picture.exists()) == (2, False)
    assert "not the file that was read" in told.stderr


def test_no_input_is_written_over(written: Path, plan: Path, figures: dict[str, Figure]) -> None:
    id_ = figures["600"].id
    before = plan.read_bytes(), written.read_bytes()
    assert run(written, id_, "-o", written).exit_code == 2
    assert run(written, id_, "--source", plan, "--image", plan).exit_code == 2
    assert (plan.read_bytes(), written.read_bytes()) == before


def test_text_and_picture_do_not_go_to_one_place(
    written: Path, figures: dict[str, Figure], tmp_path: Path
) -> None:
    id_, target = figures["600"].id, tmp_path / "one.png"
    (tmp_path / "here").mkdir()
    roundabout = tmp_path / "here" / ".." / "one.png"
    for told in (
        run(written, id_, "--image", target, "-o", roundabout),
        run(written, id_, "--image", "-"),
    ):
        assert (told.exit_code, told.stdout, target.exists()) == (2, "", False)
        assert "both the text and the picture would go there" in told.stderr


def test_the_picture_goes_to_standard_output_where_the_text_does_not(
    extracted: Callable[[Path], Extraction], tmp_path: Path
) -> None:
    extraction = extracted(SHIPPED)
    given, page = tmp_path / "plan.json", tmp_path / "page.txt"
    given.write_bytes(record_json(extraction))
    words = (given, extraction.figures[0].id, "--source", SHIPPED, "--image", "-", "-o", page)
    told = run(*words)
    assert told.exit_code == 0
    assert told.stdout_bytes.startswith(b"\x89PNG")
    assert page.read_text("utf-8")


def test_the_picture_shows_the_figure_framed(
    extracted: Callable[[Path], Extraction], tmp_path: Path
) -> None:
    extraction = extracted(SHIPPED)
    given, picture = tmp_path / "plan.json", tmp_path / "figure.png"
    write_whole(given, [record_json(extraction)])
    figure = next(one for one in extraction.figures if one.zone == "keyfigure")
    told = run(given, figure.id, "--source", SHIPPED, "--image", picture)
    assert told.exit_code == 0
    page = extraction.document.pages[figure.anchor.source[0].page - 1]
    with Image.open(picture) as shown:
        assert shown.width == pytest.approx(page.width / 72 * 150, abs=2)
        assert shown.height < page.height / 72 * 150 / 2
        colours = dict(map(reversed, shown.convert("RGB").getcolors(shown.width * shown.height)))
    assert colours[FIGURE.colour] > 100


@pytest.mark.parametrize("bbox", [(1e308,) * 4, (float("nan"),) * 4, (9.0, 9.0, 8.0, 8.0)])
def test_a_box_that_is_on_no_page_is_one_line(
    extracted: Callable[[Path], Extraction], tmp_path: Path, bbox: tuple[float, ...]
) -> None:
    extraction = extracted(SHIPPED)
    figure = extraction.figures[0]
    away = figure.anchor.model_copy(update={"source": (BoxPiece(page=1, bbox=bbox),)})
    moved = extraction.model_copy(update={"figures": (figure.model_copy(update={"anchor": away}),)})
    given, picture = tmp_path / "plan.json", tmp_path / "figure.png"
    given.write_bytes(record_json(moved).replace(b"null, null", b"NaN, NaN"))
    told = run(given, figure.id, "--source", SHIPPED, "--image", picture)
    assert (told.exit_code, picture.exists()) == (2, False)
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["rot13", "utf-32", "no such"])
def test_an_encoding_that_is_not_so_costs_the_lines_only(
    extraction: Extraction, figures: dict[str, Figure], plan: Path, tmp_path: Path, encoding: str
) -> None:
    document = extraction.document.model_copy(update={"encoding": encoding})
    given = tmp_path / "plan.json"
    given.write_bytes(record_json(extraction.model_copy(update={"document": document})))
    told = run(given, figures["600"].id, "--source", plan)
    assert told.exit_code == 0
    assert "character " in told.output


def test_text_of_a_document_cannot_drive_the_terminal(
    extraction: Extraction, figures: dict[str, Figure]
) -> None:
    figure = figures["600"]
    evil = figure.indicator.model_copy(update={"value": "a\x1b[2Jb\u202ec\r\nd"})
    changed = figure.model_copy(update={"indicator": evil})
    hostile = extraction.model_copy(update={"figures": (changed,)})
    page = sheet(explain(hostile, figure.id))
    assert "a [2Jb c d" in page
    assert not {"\x1b", "\u202e", "\r"} & set(page)
