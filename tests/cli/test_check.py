"""The command `check`: documents and extractions in, findings and an exit code out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli

WRONG = """# A plan for Lorn

| District | Amount (USD) |
|---|---|
| North | 4,210,480 |
| South | 2,933,157 |
| Total | 7,143,937 |
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.md"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.md"
    path.write_text(WRONG.replace("7,143,937", "7,143,637"), "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, words)], catch_exceptions=False)


def test_a_fault_is_told_with_its_line_and_exit_code_1(wrong: Path) -> None:
    told = run(wrong)
    assert told.exit_code == 1
    assert told.output.splitlines()[0] == "wrong.md: 1 warning"
    assert "warning line 7       total_mismatch: Total, Amount (USD): 7,143,937" in told.output
    assert "stated 7143937, computed 7143637, tolerance 1.5" in told.output


def test_a_right_document_gives_nothing(right: Path) -> None:
    told = run(right)
    assert (told.exit_code, told.output) == (0, "right.md: nothing found\n")


def test_an_extraction_is_checked_without_its_source(wrong: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["extract", str(wrong), "-o", str(tmp_path / "out"), "--quiet"])
    wrong.unlink()
    told = run(tmp_path / "out" / "wrong.json", "--format", "json")
    assert told.exit_code == 1
    (document,) = json.loads(told.output)
    assert document["file"] == "wrong.json"
    assert [finding["code"] for finding in document["findings"]] == ["total_mismatch"]


def test_markdown_is_a_table_that_a_cell_cannot_break(wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.md"
    wrong.write_text(WRONG.replace("| Total |", "| Total \\| <b> |"), "utf-8")
    assert run(wrong, "--format", "md", "-o", target).exit_code == 1
    rows = target.read_text("utf-8").splitlines()
    assert rows[4].startswith("| severity | place |")
    assert "<b>" not in rows[6]
    assert "\\|" in rows[6]


def test_what_cannot_be_read_costs_no_other_document(wrong: Path, tmp_path: Path) -> None:
    told = run(tmp_path / "none.pdf", wrong)
    assert told.exit_code == 3
    assert "none.pdf: no such file" in told.output
    assert "wrong.md: 1 warning" in told.output
    assert run(tmp_path / "none.pdf").exit_code == 2


def test_a_broken_extraction_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "cut.json"
    path.write_text('{"schema_version": "1.0", "engine": [', "utf-8")
    told = run(path)
    assert told.exit_code == 2
    assert told.output.count("\n") == 1
    assert "cut.json: is no extraction" in told.output


def test_what_two_documents_tell_stands_after_each_of_them(tmp_path: Path) -> None:
    for name, value in (("one", "1.24 million"), ("two", "1.19 million")):
        text = (
            f"# A plan for Kenya 2031\n\nAs of March 2031, {value} people in Kenya were in need.\n"
        )
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    told = run(tmp_path / "one.md", tmp_path / "two.md")
    assert told.output.splitlines()[2] == "one.md and two.md: 1 info"
    assert "1.24 million in one.md and 1.19 million in two.md" in told.output
    assert told.exit_code == 0


@pytest.mark.parametrize("target", [".", "..", "folder"])
def test_a_folder_is_no_file_to_write_to(
    right: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    told = run(right, "-o", target)
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert "it is a folder" in told.output


def test_the_findings_never_replace_what_was_checked(wrong: Path) -> None:
    told = run(wrong, "-o", wrong)
    assert told.exit_code == 2
    assert "is an input" in told.output
    assert wrong.read_text("utf-8") == WRONG


@pytest.mark.parametrize("text", ['{"a": 1}', '\n {"a": [' + "1, " * 300 + "2]}"])
def test_json_that_is_no_extraction_is_no_plan_either(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    told = run(path)
    assert told.exit_code == 2
    assert "other.json: is no extraction" in told.output


def test_a_text_that_opens_with_a_brace_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("{draft} The plan needs USD 4,000.", "utf-8")
    assert run(path).exit_code == 0


def test_an_extraction_whose_version_stands_late_is_still_one(right: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["extract", str(right), "-o", str(tmp_path), "--quiet"])
    path = tmp_path / "right.json"
    given = json.loads(path.read_text("utf-8"))
    given["schema_version"] = given.pop("schema_version")
    path.write_text(json.dumps(given), "utf-8")
    assert run(path).output == "right.json: nothing found\n"


def test_lost_pages_are_told_and_end_with_3(right: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["extract", str(right), "-o", str(tmp_path), "--quiet"])
    path = tmp_path / "right.json"
    given = json.loads(path.read_text("utf-8"))
    given["warnings"].append({"code": "page-unreadable", "message": "page 2 is damaged"})
    path.write_text(json.dumps(given), "utf-8")
    told = run(path)
    assert told.exit_code == 3
    assert "right.json: page 2 is damaged" in told.output
