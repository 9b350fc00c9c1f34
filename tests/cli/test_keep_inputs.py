"""No command replaces what it was given, nor the source that lies beside an extraction given."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import cli

PLAN = "# A plan for Lorn\n\nIn May 2031, 12,000 people in Lorn needed shelter.\n"
COMMANDS = {
    "check": ("check", "{given}", "-o", "{target}"),
    "report": ("report", "{given}", "-o", "{target}"),
    "verify": ("verify", "{given}", "-o", "{target}"),
    "explain": ("explain", "{given}", "fig-", "-o", "{target}"),
    "picture": ("explain", "{given}", "fig-", "--image", "{target}"),
    "export": ("export", "{given}", "--format", "md", "-o", "{target}"),
    "diff": ("diff", "{given}", "{given}", "-o", "{target}"),
    "history": ("history", "{given}", "--indicator", "people", "-o", "{target}"),
    "folder": ("history", "{folder}", "--indicator", "people", "-o", "{target}"),
    "load": ("load", "{given}", "--to", "sqlite:///{target}"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with its extraction beside it."""
    folder = tmp_path_factory.mktemp("given")
    (folder / "lorn.md").write_text(PLAN, "utf-8")
    words = ["extract", str(folder / "lorn.md"), "-o", str(folder), "--quiet"]
    assert CliRunner().invoke(cli, words).exit_code == 0
    return folder


def ended(folder: Path, command: str, target: str) -> tuple[int, str]:
    names = {"given": folder / "lorn.json", "folder": folder, "target": folder / target}
    words = [word.format_map(names) for word in COMMANDS[command]]
    result = CliRunner().invoke(cli, words)
    return result.exit_code, result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_the_source_beside_an_extraction_is_not_replaced(folder: Path, command: str) -> None:
    code, told = ended(folder, command, "lorn.md")
    assert (folder / "lorn.md").read_text("utf-8") == PLAN
    assert code == 2
    assert "the result would replace it" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_an_extraction_that_is_given_is_not_replaced(folder: Path, command: str) -> None:
    before = (folder / "lorn.json").read_bytes()
    code, told = ended(folder, command, "lorn.json")
    assert (folder / "lorn.json").read_bytes() == before
    assert code == 2
    assert "is an input" in told


def test_a_golden_replaces_neither_the_old_one_nor_a_document(tmp_path: Path) -> None:
    old, new, golden = (tmp_path / name for name in ("old.md", "new.md", "old.json"))
    old.write_text(PLAN, "utf-8")
    new.write_text(PLAN.replace("12,000", "13,000"), "utf-8")
    run = CliRunner()
    drafted = run.invoke(cli, ["golden", "draft", str(old), "--own", "-o", str(golden)])
    assert drafted.exit_code == 0, drafted.output
    carry = ["golden", "carry", str(golden), str(new), "--source", str(old)]
    draft = ["golden", "draft", str(old)]
    for words, target in ((draft, old), *((carry, kept) for kept in (old, new, golden))):
        before = target.read_bytes()
        told = run.invoke(cli, [*words, "--force", "-o", str(target)])
        assert (told.exit_code, target.read_bytes()) == (2, before)
        assert "the result would replace it" in told.output
    assert run.invoke(cli, [*carry, "--force", "-o", str(tmp_path / "new.json")]).exit_code == 0


def test_a_picture_of_a_page_does_not_replace_the_document(tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-1.7 not read before that is told")
    told = CliRunner().invoke(cli, ["view", str(plan), "--page", "1", "-o", str(plan)])
    assert (told.exit_code, plan.read_bytes()[:8]) == (2, b"%PDF-1.7")
    assert "is an input" in told.output


def test_a_changed_source_is_not_replaced_and_another_file_of_the_name_is(tmp_path: Path) -> None:
    plan = tmp_path / "lorn.md"
    plan.write_text(PLAN, "utf-8")
    CliRunner().invoke(cli, ["extract", str(plan), "-o", str(tmp_path), "--quiet"])
    other = tmp_path / "lorn.txt"
    other.write_text("findings of yesterday", "utf-8")
    assert ended(tmp_path, "check", "lorn.txt")[0] == 0
    assert other.read_text("utf-8") != "findings of yesterday"
    other.unlink()
    plan.write_text("changed since", "utf-8")
    assert ended(tmp_path, "check", "lorn.md")[0] == 2
    assert plan.read_text("utf-8") == "changed since"
