"""`planfacts extract`: what is written where, what is said, how it ends."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from schemas.extraction import Extraction

Planfacts = Callable[..., Result]


def test_one_file_goes_to_standard_output(planfacts: Planfacts, north: Path) -> None:
    result = planfacts("extract", str(north))
    assert result.exit_code == 0
    extraction = Extraction.model_validate_json(result.stdout)
    assert [figure.value for figure in extraction.figures] == ["7"]
    assert result.stdout.endswith("}\n")


def test_messages_go_to_standard_error(planfacts: Planfacts, north: Path) -> None:
    result = planfacts("extract", str(north), "-o", "out")
    assert result.stdout == ""
    progress, heads, row = result.stderr.splitlines()
    assert progress.startswith("[1/1] north.txt: 1 figures in ")
    told = dict(zip(heads.replace(" %", "%").split(), row.split(), strict=True))
    assert told["document"] == "north.txt"
    assert (told["pages"], told["figures"], told["count"], told["money"]) == ("-", "1", "1", "0")
    assert (told["bound%"], told["digits%"]) == ("100", "100")


def test_quiet_says_nothing(planfacts: Planfacts, north: Path) -> None:
    assert planfacts("extract", str(north), "-o", "out", "--quiet").output == ""


def test_several_files_go_to_a_folder(planfacts: Planfacts, north: Path, south: Path) -> None:
    result = planfacts("extract", str(north), str(south), "-o", "deep/out")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("deep/out").iterdir()) == ["north.json", "south.json"]
    assert json.loads(Path("deep/out/south.json").read_text("utf-8"))["figures"] == []


def test_full_names_keep_the_ending(planfacts: Planfacts, north: Path) -> None:
    planfacts("extract", str(north), "-o", "out", "--name", "full")
    assert Path("out/north.txt.json").is_file()


@pytest.mark.parametrize(
    ("form", "begins"), [("json", '{\n "schema_version"'), ("jsonl", '{"schema_version":')]
)
def test_forms_of_json(planfacts: Planfacts, north: Path, form: str, begins: str) -> None:
    planfacts("extract", str(north), "-o", "out", "--format", form)
    text = Path(f"out/north.{form}").read_text("utf-8")
    assert text.startswith(begins)
    assert text.endswith("}\n")
    assert form == "json" or text.count("\n") == 1


def test_markdown(planfacts: Planfacts, north: Path) -> None:
    result = planfacts("extract", str(north), "--format", "md", "--quiet")
    assert result.stdout == "Floods hit 7 towns\n"


def test_json_lines_of_several_files(planfacts: Planfacts, north: Path, south: Path) -> None:
    result = planfacts("extract", str(north), str(south), "--format", "jsonl")
    assert [len(json.loads(line)["figures"]) for line in result.stdout.splitlines()] == [1, 0]


def test_several_files_need_a_folder(planfacts: Planfacts, north: Path, south: Path) -> None:
    result = planfacts("extract", str(north), str(south))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("planfacts: several files need -o DIR")


def test_two_inputs_of_one_stem(planfacts: Planfacts, north: Path, tmp_path: Path) -> None:
    twin = tmp_path / "north.pdf"
    twin.write_text("Floods")
    result = planfacts("extract", str(north), str(twin), "-o", "out")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert str(north) in line
    assert str(twin) in line
    assert not Path("out").exists()  # before any work
    assert planfacts("extract", str(north), str(twin), "-o", "out", "--name", "full").exit_code == 0


def test_an_output_never_replaces_an_input(planfacts: Planfacts, south: Path) -> None:
    result = planfacts("extract", str(south), "-o", str(south.parent), "--format", "md")
    assert result.exit_code == 2
    assert "which is an input" in result.stderr
    assert south.read_text("utf-8") == "Nothing is counted here"


def test_one_of_several_fails(planfacts: Planfacts, north: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = planfacts("extract", str(empty), str(north), "-o", "out")
    assert result.exit_code == 3
    assert f"planfacts: {empty}: the file is empty" in result.stderr.splitlines()
    assert [path.name for path in Path("out").iterdir()] == ["north.json"]


def test_all_fail(planfacts: Planfacts, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = planfacts("extract", str(empty), "--quiet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"planfacts: {empty}: the file is empty\n"


def test_a_page_that_failed(planfacts: Planfacts, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("a broken page")
    result = planfacts("extract", str(path), "-o", "out")
    assert result.exit_code == 3
    assert "planfacts: plan.txt: page 2 is broken" in result.stderr
    assert Path("out/plan.json").is_file()


def test_the_password_may_come_from_the_environment(
    planfacts: Planfacts, north: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANFACTS_PASSWORD", "wrong")
    assert planfacts("extract", str(north)).exit_code == 3


def test_without_files(planfacts: Planfacts) -> None:
    assert planfacts("extract").exit_code == 2


def test_a_failed_write_leaves_the_old_file_whole(
    planfacts: Planfacts, north: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planfacts("extract", str(north), "-o", "out")
    before = Path("out/north.json").read_bytes()
    north.write_text("Floods hit many towns", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        result = planfacts("extract", str(north), "-o", "out", "--quiet")
    assert result.exit_code == 2
    assert result.stderr == (
        "planfacts: out/north.json: cannot be written: No space left on device\n"
    )
    assert Path("out/north.json").read_bytes() == before
    assert [path.name for path in Path("out").iterdir()] == ["north.json"]


def test_an_output_that_is_a_folder(planfacts: Planfacts, north: Path) -> None:
    Path("out/north.json/kept").mkdir(parents=True)
    result = planfacts("extract", str(north), "-o", "out", "--quiet")
    assert result.exit_code == 2
    assert result.stderr == "planfacts: out/north.json: cannot be written: it is a folder\n"
    assert Path("out/north.json/kept").is_dir()


def test_a_read_only_output(
    planfacts: Planfacts, north: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planfacts("extract", str(north), "-o", "out")
    before = Path("out/north.json").read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to everything
    result = planfacts("extract", str(north), "-o", "out", "--quiet")
    assert result.exit_code == 2
    assert "read-only" in result.stderr
    assert Path("out/north.json").read_bytes() == before


@pytest.mark.parametrize(
    ("output", "words"), [("file", "cannot be made a folder"), ("plan.json", "takes a folder")]
)
def test_an_output_that_is_no_folder(
    planfacts: Planfacts, north: Path, output: str, words: str
) -> None:
    Path("file").write_text("kept")
    result = planfacts("extract", str(north), "-o", output)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"planfacts: {output}")
    assert words in line
    assert Path("file").read_text() == "kept"


def test_a_fault_of_the_program_in_one_document_costs_no_other(
    planfacts: Planfacts, north: Path
) -> None:
    Path("ours.txt").write_text("our fault", "utf-8")
    result = planfacts("extract", "ours.txt", str(north), "-o", "out", "--quiet")
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    told = "planfacts: ours.txt: a fault of the program: ZeroDivisionError: by zero (conftest.py"
    assert line.startswith(told)
    assert Path("out/north.json").is_file()
    assert not Path("out/ours.json").exists()
