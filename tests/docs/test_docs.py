"""What the documents say can be done."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
import regex
from click.testing import CliRunner, Result

from extractor.cli import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CURATING = (ROOT / "docs" / "curating.md").read_text("utf-8")

_FENCE = regex.compile(r"^ *+```(?P<language>\w++)\n(?P<body>.*?)^ *+```$", regex.M | regex.S)


def fenced(text: str, language: str) -> list[str]:
    """Return the blocks of one language."""
    return [match["body"] for match in _FENCE.finditer(text) if match["language"] == language]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Result]:
    """Run commands of the documents in a folder."""
    monkeypatch.chdir(tmp_path)

    def result(command: str) -> Result:
        name, *words = command.strip().removeprefix("$ ").split()
        assert name == "planfacts"
        return CliRunner().invoke(cli, words, catch_exceptions=False)

    return result


def test_curating_from_scratch(tmp_path: Path, run: Callable[[str], Result]) -> None:
    """Follow docs/curating.md once, on the document it shows."""
    (document,) = fenced(CURATING, "markdown")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "harbour.md").write_text(document, "utf-8")
    draft, check, check_again = fenced(CURATING, "console")

    assert run(draft).exit_code == 0
    assert run(draft).exit_code == 2  # never overwrites
    path = tmp_path / "golden" / "harbour.json"
    golden = json.loads(path.read_text("utf-8"))
    assert golden["curated_by"] == "draft"
    values = {figure["printed"]: figure["value"] for figure in golden["figures"]}
    assert values.items() >= {"USD 2.5 million": "2500000", "12": "12"}.items()
    assert {"digits": "1", "status": "list_number"}.items() <= golden["digits"][0].items()

    golden["curated_by"] = "A. Reader"
    golden["figures"][0]["unit"] = "what the document says"
    path.write_text(json.dumps(golden), "utf-8")
    checked = run(check)
    assert checked.exit_code == 1
    (told,) = [line for line in checked.stdout.splitlines() if line.startswith("line ")]
    assert told.startswith("line 1: figures: #1 '2031': unit: expected 'what the document says'")

    golden["figures"][0]["gaps"] = ["unit"]
    path.write_text(json.dumps(golden), "utf-8")
    assert run(check_again).exit_code == 0

    golden["figures"][0]["unit"] = None
    path.write_text(json.dumps(golden), "utf-8")
    assert "the gap is closed" in run(check_again).stdout


def commands(group: click.Group, name: str = "") -> list[str]:
    """Return the full names of all commands."""
    names = []
    for part, command in group.commands.items():
        full = f"{name} {part}".strip()
        names += commands(command, full) if isinstance(command, click.Group) else [full]
    return names


@pytest.mark.parametrize("command", commands(cli))
def test_the_readme_names_every_command(command: str) -> None:
    assert f"planfacts {command}" in README


def test_the_readme_names_every_option_of_extract() -> None:
    options = [o for o in cli.commands["extract"].params if isinstance(o, click.Option)]
    unnamed = [
        o.opts
        for o in options
        if not any(f"{flag} " in README or f"{flag}`" in README for flag in o.opts)
    ]
    assert unnamed == []


def test_the_example_of_the_readme_is_what_comes_out(
    tmp_path: Path, run: Callable[[str], Result]
) -> None:
    (document,) = fenced(README, "markdown")
    shown = json.loads(fenced(README, "json")[0])
    (tmp_path / "plan.md").write_text(document, "utf-8")
    extraction = json.loads(run("planfacts extract plan.md").stdout)
    figures = [f for f in extraction["figures"] if f["anchor"]["quote"] == shown["anchor"]["quote"]]
    assert any(within(shown, figure) for figure in figures), figures


def within(shown: object, found: object) -> bool:
    """Whether an excerpt shows nothing but what was found."""
    if isinstance(shown, dict) and isinstance(found, dict):
        return all(name in found and within(part, found[name]) for name, part in shown.items())
    if isinstance(shown, list) and isinstance(found, list):
        return len(shown) == len(found) and all(map(within, shown, found))
    return shown == found


def test_the_changelog_and_the_contributing_guide_are_there() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "make test" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
