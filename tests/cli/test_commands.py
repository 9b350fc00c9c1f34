"""The other commands, and what the command line does before any of them."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.run import Request, run

Planfacts = Callable[..., Result]
HEAVY = ("spacy", "pdfplumber", "pypdfium2", "pydantic", "babel", "markdown_it", "numpy")


def test_help_imports_nothing_heavy() -> None:
    code = f"""
import sys
from click.testing import CliRunner
from extractor.cli import cli
assert CliRunner().invoke(cli, ["--help"]).exit_code == 0
sys.exit(", ".join(name for name in {HEAVY} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == "\n"  # sys.exit prints what was imported


def test_the_module_is_the_command() -> None:
    words = [sys.executable, "-m", "extractor", "--version"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("planfacts, version ")


@pytest.mark.parametrize("name", ["extraction", "golden"])
def test_schema(name: str) -> None:
    result = CliRunner().invoke(cli, ["schema", name])
    schema = json.loads(result.stdout)
    assert schema["title"].lower() == name
    assert schema["additionalProperties"] is False


def test_golden_draft_and_check(planfacts: Planfacts, north: Path) -> None:
    Path("corpus").mkdir()
    document = north.rename("corpus/north.txt")
    drafted = planfacts("golden", "draft", str(document))
    assert drafted.stderr.startswith("planfacts: golden/north.json: drafted")
    again = planfacts("golden", "draft", str(document))
    assert again.exit_code == 2
    assert again.stderr == "planfacts: golden/north.json: is there already; --force replaces it\n"
    assert planfacts("golden", "draft", str(document), "--force").exit_code == 0
    # The hand-made pipeline does not hash its file, so the golden must not be found.
    assert planfacts("golden", "check").exit_code == 2


def test_golden_check_without_goldens(planfacts: Planfacts) -> None:
    result = planfacts("golden", "check")
    assert (result.exit_code, result.stderr) == (2, "planfacts: golden: no golden files here\n")


def test_doctor_finds_that_the_sample_is_misread(planfacts: Planfacts) -> None:
    result = planfacts("doctor")
    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1].startswith("sample: found ")


def test_doctor_reads_the_sample() -> None:
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "sample: read and anchored"


def test_doctor_names_what_may_be_added_and_by_which_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = ["wanted[http]>=2; extra == 'far'", 'checker; extra == "dev"', "click>=8"]
    monkeypatch.setattr(metadata, "requires", lambda _: needs)
    lines = CliRunner().invoke(cli, ["doctor"]).stdout.splitlines()
    assert "wanted not installed (planfacts[far])" in lines
    assert not any(line.startswith("checker") for line in lines)


def test_doctor_says_what_cannot_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "extractor.pipeline", None)
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1].startswith("sample: cannot be read: ")


def test_the_library_has_one_entry(north: Path) -> None:
    import extractor

    assert [figure.value for figure in extractor.extract(north).figures] == ["7"]
    with pytest.raises(AttributeError):
        _ = extractor.everything_else


def test_a_terminal_gets_a_bar(
    one_line_published: Callable[..., Any],
    north: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    run(Request(files=(north,), output=str(north.parent / "out")), one_line_published)
    assert "100%" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "a.md"),
        ("view", "a.md", "--page", "1"),
        ("check", "a.md"),
        ("verify", "a.json"),
        ("explain", "a.json", "fig-1"),
        ("diff", "a.md", "b.md"),
        ("export", "a.md", "--format", "csv"),
    ],
)
def test_an_output_without_a_name_is_one_line(words: tuple[str, ...]) -> None:
    told = CliRunner().invoke(cli, [*words, "-o", ""], catch_exceptions=False)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == "planfacts: -o: the name of the output is empty\n"
