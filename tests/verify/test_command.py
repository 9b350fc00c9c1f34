"""`planfacts verify` what it says, and how it ends."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
import typst
from click.testing import CliRunner, Result
from pypdf import PdfReader, PdfWriter

from extractor.cli import cli

Planfacts = Callable[..., Result]

PLAN = (
    "# Harbour plan\n\nThe plan needs USD 2.5 million for 7 towns.\n\nIn 2031 it helps 40 people.\n"
)
PASSWORD = "ferry"  # noqa: S105  # of a file that a test makes


@pytest.fixture
def planfacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planfacts:
    """Run the command in an empty folder."""
    # It also tells the collector of garbage to rest, which is no matter of the other tests.
    monkeypatch.setattr("extractor.cli.pipeline.gc", Mock())
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli, list(map(str, words)), catch_exceptions=False)


@pytest.fixture
def plan(tmp_path: Path, planfacts: Planfacts) -> Path:
    """An extraction beside its source, `plan.md`."""
    (tmp_path / "plan.md").write_text(PLAN, "utf-8")
    assert planfacts("extract", "plan.md", "-o", ".").exit_code == 0
    return tmp_path / "plan.json"


def change(path: Path, **fields: object) -> None:
    """Change fields of an extraction."""
    extraction = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(extraction | fields), "utf-8")


def refused(done: Result, *words: str) -> None:
    """Hold a run to have failed with one line that has these words."""
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert all(word in line for word in words), line


def test_an_untouched_extraction_is_proved(plan: Path, planfacts: Planfacts) -> None:
    done = planfacts("verify", plan)
    assert done.exit_code == 0, done.stdout
    (line,) = done.stdout.splitlines()
    assert "every proof holds (4 figures" in line


def test_a_failure_is_one_line_with_place_and_proof(plan: Path, planfacts: Planfacts) -> None:
    extraction = json.loads(plan.read_text("utf-8"))
    figure = extraction["figures"][0]
    figure["value"] = "2600000"
    change(plan, figures=extraction["figures"])
    done = planfacts("verify", plan)
    assert done.exit_code == 1
    offsets = "offset {start}-{end}".format(**figure["anchor"]["source"][0])
    assert done.stdout.splitlines()[0] == (
        f"figure {figure['id']}, {offsets}: value: expected 'value 2500000', found 'value 2600000'"
    )


def test_failures_are_given_as_json(plan: Path, planfacts: Planfacts) -> None:
    change(plan, text=PLAN.replace("7 towns", "9 towns"))
    done = planfacts("verify", plan, "--format", "json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert told["changed"] is False
    assert {"what", "where", "proof", "expected", "found"} == set(told["failures"][0])
    assert "text" in {failure["proof"] for failure in told["failures"]}


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_verdict_goes_to_a_file(form: str, plan: Path, planfacts: Planfacts) -> None:
    printed = planfacts("verify", plan, "--format", form)
    done = planfacts("verify", plan, "--format", form, "-o", "verdict.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (plan.parent / "verdict.txt").read_bytes() == printed.stdout_bytes
    for name in (plan.name, "plan.md"):
        before = (plan.parent / name).read_bytes()
        refused(planfacts("verify", plan, "-o", name), name, "would replace it")
        assert (plan.parent / name).read_bytes() == before


def test_a_changed_source_is_told_and_what_still_stands(plan: Path, planfacts: Planfacts) -> None:
    source = plan.with_suffix(".md")
    source.write_text(PLAN.replace("40 people", "41 people"), "utf-8")
    done = planfacts("verify", plan)
    assert done.exit_code == 1
    assert "document, sha256: hash: " in done.stdout
    assert "is not the file that was read" in done.stdout
    assert "expected '40', found '41'" in done.stdout
    assert "2.5 million" not in done.stdout
    assert "now stand" not in done.stdout


def test_a_moved_figure_is_shown_only_with_every_digit_the_same(
    plan: Path, planfacts: Planfacts
) -> None:
    source = plan.with_suffix(".md")
    source.write_text("New.\n\n" + PLAN.replace("7 towns", "8 towns"), "utf-8")
    told = json.loads(planfacts("verify", plan, "--format", "json").stdout)
    figures = json.loads(plan.read_text("utf-8"))["figures"]
    moved = {figure["anchor"]["quote"] for figure in figures if figure["id"] in told["moved"]}
    assert moved == {"USD 2.5 million", "2031", "40"}
    assert told["standing"] == 0


def test_the_wrong_source_proves_nothing(plan: Path, planfacts: Planfacts) -> None:
    (plan.parent / "other.md").write_text("# Ferries\n\nThere are 12 ferries.\n", "utf-8")
    done = planfacts("verify", plan, "--source", "other.md")
    assert done.exit_code == 1
    assert "0 still stand" in done.stdout


def test_a_pdf_does_not_prove_a_text(plan: Path, planfacts: Planfacts) -> None:
    (plan.parent / "other.pdf").write_bytes(typst.compile(b"There are 12 ferries."))
    done = planfacts("verify", plan, "--source", "other.pdf")
    assert done.exit_code == 1
    assert "expected 'a box on a page', found 'an offset'" in done.stdout


def test_what_is_no_extraction_is_refused(plan: Path, planfacts: Planfacts) -> None:
    whole = plan.read_text("utf-8")
    for content, words in (
        (whole[: len(whole) // 2], "is no extraction: Invalid JSON"),
        ("[" * 100_000, "is no extraction"),
        ('{"a": 1}', "is no extraction"),
        ("", "is no extraction"),
        (json.dumps(json.loads(whole) | {"schema_version": "9.0"}), "schema version '9.0'"),
        ('{"schema_version": "9.0"}', "schema version '9.0'"),
    ):
        plan.write_text(content, "utf-8")
        refused(planfacts("verify", plan), "plan.json", words)


def test_a_source_that_is_not_there_is_told(plan: Path, planfacts: Planfacts) -> None:
    refused(planfacts("verify", plan, "--source", "gone.md"), "gone.md", "no such file")
    plan.with_suffix(".md").unlink()
    refused(planfacts("verify", plan), "plan.json", "--source")
    refused(planfacts("verify", "gone.json"), "gone.json", "cannot be read")


def test_of_several_sources_the_one_that_was_read_is_taken(
    plan: Path, planfacts: Planfacts
) -> None:
    plan.with_suffix(".txt").write_text("Another 5 ferries.", "utf-8")
    assert planfacts("verify", plan).exit_code == 0
    plan.with_suffix(".md").write_text("Changed.", "utf-8")
    refused(planfacts("verify", plan), "plan.md, plan.txt", "--source")


def test_an_encrypted_pdf_needs_its_password(tmp_path: Path, planfacts: Planfacts) -> None:
    pdf = typst.compile(b"= Harbour plan\n\nThe plan needs USD 2.5 million for 7 towns.")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    writer.write(tmp_path / "plan.pdf")
    assert planfacts("extract", "plan.pdf", "--password", PASSWORD, "-o", ".").exit_code == 0
    refused(planfacts("verify", "plan.json"), "plan.pdf", "password")
    assert planfacts("verify", "plan.json", "--password", PASSWORD).exit_code == 0


@pytest.mark.no_cover
def test_a_thousand_claims_on_a_crowded_page_do_not_hang(
    tmp_path: Path, planfacts: Planfacts
) -> None:
    crowd = "#set page(width: 20000pt, height: 60pt)\n" + "1 " * 2000
    (tmp_path / "plan.pdf").write_bytes(typst.compile(crowd.encode()))
    assert planfacts("extract", "plan.pdf", "-o", ".").exit_code == 0
    extraction = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    whole = {"page": 1, "bbox": [0.0, 0.0, 20000.0, 60.0]}
    for block in extraction["blocks"]:
        if block["anchor"]:
            block["anchor"]["source"] = [whole] * 1000
    change(tmp_path / "plan.json", blocks=extraction["blocks"])
    assert planfacts("verify", "plan.json").exit_code == 1
