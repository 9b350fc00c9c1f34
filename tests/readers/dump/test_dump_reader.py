"""The reader of plain text: lines, pages and offsets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.dump import read
from extractor.readers.source import DumpSource


def source(raw: str) -> DumpSource:
    return read(Path("note.txt"), raw, sha256="0" * 64, encoding="utf-8")


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        pytest.param("one\ntwo\n", ["one", "two"], id="newlines"),
        pytest.param("one\r\ntwo", ["one", "two"], id="CRLF"),
        pytest.param("one\rtwo\r", ["one", "two"], id="lone CR"),
        pytest.param("one\x0ctwo", ["one", "two"], id="form feed"),
        pytest.param("one\u2028two", ["one", "two"], id="line separator"),
        pytest.param("  one \n\n two", ["  one ", "", " two"], id="spaces and blank lines stay"),
        pytest.param("", [], id="empty"),
    ],
)
def test_lines(raw: str, texts: list[str]) -> None:
    assert [line.text.text for line in source(raw).lines] == texts


def test_pages_by_form_feeds() -> None:
    read_source = source("a\nb\x0cc\n\x0cd\n\x0c")
    assert [(line.text.text, line.page) for line in read_source.lines if line.text.text] == [
        ("a", 1),
        ("b", 1),
        ("c", 2),
        ("d", 3),
    ]
    assert [page.number for page in read_source.pages] == [1, 2, 3]


def test_one_page_without_form_feeds() -> None:
    assert [page.number for page in source("a\n\nb").pages] == [1]


def test_lines_are_counted_as_an_editor_does() -> None:
    assert [line.number for line in source("a\r\nb\x0cc\nd").lines] == [0, 1, 1, 2]


@given(st.text(alphabet="ab é\n\r\x0c\u2029\t"))
def test_every_character_points_at_itself(raw: str) -> None:
    for line in source(raw).lines:
        assert [raw[start] for start in line.text.starts] == list(line.text.text)
        assert [end - start for start, end in line.text.glyph_spans()] in ([], [len(line.text)])
