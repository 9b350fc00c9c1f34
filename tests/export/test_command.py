"""The command `export`."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.export import BINARY, FORMATS, GRAPHS
from extractor.output import record_json
from schemas.extraction import Extraction


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def written(extraction: Extraction, tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_bytes(record_json(extraction))
    return path


def test_every_format_is_offered() -> None:
    (option,) = (one for one in cli.commands["export"].params if one.name == "form")
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == FORMATS.keys()


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - BINARY))
def test_a_document_and_its_extraction_give_the_same(plan: Path, written: Path, form: str) -> None:
    told = run(written, "--format", form)
    assert told.exit_code == 0
    assert told.output == run(plan, "--format", form).output
    assert form not in GRAPHS or json.loads(told.output)["@context"]


def test_it_is_written_where_it_is_asked_for(written: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.jsonld"
    address = "https://example.org/plan.md"
    told = run(written, "--format", "prov", "-o", target, "--url", address)
    assert (told.exit_code, told.output) == (0, "")
    assert json.loads(target.read_text("utf-8"))["@graph"][0]["id"] == address


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("absent.json", "--format", "w3c"), "absent.json: no such file"),
        (("{plan}", "--format", "w3c", "-o", "{plan}"), "is an input"),
        (("{plan}", "--format", "w3c", "--url", "not an address"), "is no address"),
        (("{plan}", "--format", "prov", "--long"), "--long is for tables"),
        (("{plan}", "--format", "w3c", "--url", 'https://e.org/">'), "is no address"),
    ],
)
def test_what_cannot_be_exported_is_one_clear_line(
    plan: Path, words: tuple[str, ...], message: str
) -> None:
    before = plan.read_bytes()
    told = run(*(word.format(plan=plan) for word in words))
    assert told.exit_code == 2
    assert message in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert plan.read_bytes() == before


def test_what_no_software_read_is_one_clear_line(extraction: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(record_json(extraction.model_copy(update={"engine": ()})))
    told = run(path, "--format", "prov")
    assert told.exit_code == 2
    assert "engine is empty" in told.stderr
