"""Bytes to text, and which reader a file calls for."""

import codecs
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import UnreadableSourceError
from extractor.readers import read
from extractor.readers.decode import decode
from extractor.readers.source import DumpSource, MarkdownSource

HERE = Path("plan.txt")
TEXT = "Zwölf Brunnen, 3 000 €\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_a_byte_order_mark_names_the_codec_and_is_no_text(data: bytes, encoding: str) -> None:
    decoded = decode(HERE, data)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TEXT, encoding, ())


def test_another_codec_is_guessed_with_a_warning() -> None:
    text = "Les réfugiés ont été accueillis à l’école où l’eau a été coupée près du café. " * 5
    decoded = decode(HERE, text.replace("’", "'").encode("latin-1"))
    assert decoded.text == text.replace("’", "'")
    assert [w.code for w in decoded.warnings] == ["encoding-guessed"]
    assert decoded.encoding in decoded.warnings[0].message


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"PK\x03\x04 and more", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"{\\rtf1 Text}", "an RTF document"),
        (b"text\0text", "a binary file"),
        (b"\x01\x02\x03" * 50 + b"text", "a binary file"),
        (b" \n\t\r\n ", "nothing but white space"),
        (codecs.BOM_UTF8 + b"\n", "nothing but white space"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "not valid utf-16"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, fault: str) -> None:
    with pytest.raises(UnreadableSourceError) as refusal:
        decode(HERE, data)
    assert fault in str(refusal.value)
    assert str(HERE) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_text_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[decode.__module__], "MAX_TEXT_BYTES", 1000)
    assert decode(HERE, b"a" * 1000).text
    with pytest.raises(UnreadableSourceError, match="the limit is"):
        decode(HERE, b"a" * 1001)


MARKDOWN = (
    "# Plan\n\n**Wells** and roads\n\n- one\n- two\n\n## Costs\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)
PLAIN = "A plan for the roads of Lorn\n\nThey are bad, and 3 wells are dry.\n"


@pytest.mark.parametrize("name", ["plan.md", "plan.txt", "plan"])
@pytest.mark.parametrize(("text", "kind"), [(MARKDOWN, MarkdownSource), (PLAIN, DumpSource)])
def test_the_content_decides_and_not_the_ending(
    tmp_path: Path, name: str, text: str, kind: type
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    source = read(tmp_path / name)
    assert type(source) is kind
    assert source.raw == text
    assert source.warnings == ()


def test_a_heading_that_opens_a_short_text_makes_it_markdown(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"# Roads\n\n{PLAIN}", "utf-8")
    assert isinstance(read(path), MarkdownSource)


def test_a_comment_that_opens_lines_of_settings_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("# Roads\nwells = 3\nboats = 5\n", "utf-8")
    assert isinstance(read(path), DumpSource)


def test_a_few_marks_in_a_plain_text_are_read_as_text_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# One mark\n" + PLAIN * 100, "utf-8")
    source = read(path)
    assert isinstance(source, DumpSource)
    assert [w.code for w in source.warnings] == ["format-in-doubt"]


def test_junk_before_the_header_does_not_hide_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"junk\n" * 20 + b"%PDF-1.4\nno more")
    with pytest.raises(UnreadableSourceError) as refusal:
        read(path)
    assert "PDF" in str(refusal.value)


def test_a_text_that_names_the_header_late_is_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("A line of text.\n" * 100 + "%PDF-1.4\n", "utf-8")
    assert isinstance(read(path), DumpSource)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (Path.resolve, "no such file"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "is empty"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, make: Callable[[Path], object], fault: str) -> None:
    path = tmp_path / "plan.txt"
    make(path)
    with pytest.raises(UnreadableSourceError, match=fault):
        read(path)


def test_the_hash_is_of_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(codecs.BOM_UTF8 + PLAIN.encode())
    with_mark = read(path).sha256
    path.write_bytes(PLAIN.encode())
    assert read(path).sha256 != with_mark
