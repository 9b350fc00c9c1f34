"""Bad input, through the whole command: one clear line, the right exit code, nothing lost."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from click.testing import CliRunner
from pypdf import PdfReader, PdfWriter

from extractor.cli import cli

Done = subprocess.CompletedProcess[str]
Planfacts = Callable[..., Done]

SOURCE = "= Harbour plan\n\nThe plan needs USD 2.5 million for 7 towns."
PASSWORD = "ferry"  # noqa: S105  # of a file that a test makes
HUGE = 50_000_000  # bytes


@pytest.fixture
def planfacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planfacts:
    """Run the command in an empty folder, in this process: to start one takes a second."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> Done:
        done = CliRunner().invoke(cli, list(map(str, words)), catch_exceptions=False)
        return Done(words, done.exit_code, done.stdout, done.stderr)

    return run


def started(folder: Path, *words: str | Path) -> Done:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "extractor", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A small PDF."""
    return bytes(typst.compile(SOURCE.encode()))


def encrypted(pdf: bytes) -> bytes:
    """Return the PDF, locked with a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Return the bytes of a PDF."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_text() -> bytes:
    """Return a PDF of one blank page."""
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    return written(writer)


def refused(done: Done, path: Path | str, words: str) -> None:
    """Hold a run to have failed with one line that names the file and the fault."""
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"planfacts: {path}: ")
    assert words in line
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n ", "white space"),
        (bytes(range(256)) * 40, "binary"),
        (b"PK\x03\x04" + bytes(100), "ZIP archive"),
        (b"\xff\xfeab\x00\xd8", "utf-16"),
        (b"x" * HUGE, "50 MB"),
    ],
    ids=["empty", "blank", "binary", "archive", "wrong encoding", "50 MB in one line"],
)
def test_a_file_that_is_no_document(
    planfacts: Planfacts, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    refused(planfacts("extract", path, "--quiet"), path, words)


def test_no_such_file(planfacts: Planfacts, tmp_path: Path) -> None:
    words = "extract", "plan.pdf", "--quiet"
    for done in (planfacts(*words), started(tmp_path, *words)):
        refused(done, "plan.pdf", "no such file")


def test_a_folder(planfacts: Planfacts, tmp_path: Path) -> None:
    refused(planfacts("extract", tmp_path, "--quiet"), tmp_path, "folder")


def test_a_truncated_pdf(planfacts: Planfacts, tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf[: len(pdf) // 2])
    refused(planfacts("extract", path, "--quiet"), path, "truncated")


def test_an_encrypted_pdf(planfacts: Planfacts, tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(encrypted(pdf))
    refused(planfacts("extract", path, "--quiet"), path, "needs a password")
    wrong = planfacts("extract", path, "--quiet", "--password", "boat")
    refused(wrong, path, "password is wrong")
    opened = planfacts("extract", path, "--quiet", "--password", PASSWORD)
    assert (opened.returncode, opened.stderr) == (0, "")
    assert '"2500000"' in opened.stdout


def test_a_pdf_without_text(planfacts: Planfacts, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(without_text())
    refused(planfacts("extract", path, "--quiet"), path, "OCR")


def test_another_encoding_is_read_with_a_warning(planfacts: Planfacts, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    text = "Le plan prévoit 7 écoles à Évry, près de la forêt. Les élèves y étudieront dès l'été."
    path.write_bytes(text.encode("cp1252"))
    done = planfacts("extract", path, "--quiet")
    assert done.returncode == 0
    assert '"encoding-guessed"' in done.stdout


def test_an_output_that_cannot_be_written(planfacts: Planfacts, tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf)
    assert planfacts("extract", path, "-o", "out", "--quiet").returncode == 0
    result = tmp_path / "out" / "plan.json"
    before = result.read_bytes()
    # A folder in the place of the draft stops even root.
    path.write_bytes(pdf + b"\n")
    under_a_file = planfacts("extract", path, "-o", result / "deeper", "--quiet")
    refused(under_a_file, result / "deeper", "cannot be made a folder")
    assert result.read_bytes() == before
    full = Path("/dev/full")
    if full.exists():
        with full.open("wb") as device:
            command = [sys.executable, "-m", "extractor", "extract", str(path), "--quiet"]
            done = subprocess.run(command, stdout=device, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 2
        assert done.stderr.startswith(b"planfacts: standard output: cannot be written")


def test_what_succeeds_is_written_though_another_fails(
    planfacts: Planfacts, tmp_path: Path, pdf: bytes
) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(pdf)
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(without_text())
    done = planfacts("extract", good, bad, "-o", "out")
    assert done.returncode == 3
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.json"]
    assert [line for line in done.stderr.splitlines() if "bad.pdf: no page" in line]
