"""Where results are written: standard output that fails, links, pipes."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic_core import to_json

from extractor.errors import OutputError
from extractor.interrupts import HUNG_UP
from extractor.output import Form, record_json, serialise, write_standard_output, write_whole
from extractor.pipeline import published

SHIPPED = [
    f"{plan}/plan.{end}"
    for plan in ("norvia-2031", "calvessa-2033")
    for end in ("md", "txt", "pdf")
]


class Broken:
    """A stream that fails in one way."""

    def __init__(self, number: int) -> None:
        self._number = number

    def write(self, _: bytes) -> None:
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize(
    ("number", "raised"), [(errno.ENOSPC, OutputError), (errno.EPIPE, BrokenPipeError)]
)
def test_a_stream_that_fails(
    number: int, raised: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=Broken(number)))
    with pytest.raises(raised):
        write_standard_output([b"{}"])


@pytest.mark.parametrize("name", SHIPPED)
def test_pieces_are_the_json_of_the_whole(
    name: str, corpus_document: Callable[[str], Path]
) -> None:
    read = published(corpus_document(name))
    extraction = read.extraction()
    pieces = list(serialise(read, "json"))
    assert len(pieces) > len(extraction.tables)
    assert b"".join(pieces) == record_json(extraction)
    assert b"".join(serialise(read, "jsonl")) == extraction.model_dump_json().encode() + b"\n"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_lists_that_are_empty_long_or_nested(form: Form) -> None:
    fields = {"a": [], "b": [{"c": f"{i}\n"} for i in range(200)], "d": [{"e": [1, {}], "f": 2}]}

    class Lazy:
        def parts(self) -> Iterator[tuple[str, object]]:
            yield "a", (x for x in ())
            yield "b", (x for x in fields["b"])
            yield "d", ({"e": (x for x in one["e"]), "f": one["f"]} for one in fields["d"])

    whole = to_json(fields, indent=1 if form == "json" else None)
    assert b"".join(serialise(Lazy(), form)) == whole + b"\n"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        write_whole(pipe, [b"first ", b"last"])
        assert os.read(reader, 100) == b"first last"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file, link = tmp_path / "real" / "plan.json", tmp_path / "link.json"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_whole(link, [b"new"])
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes that break")
def test_a_reader_that_hangs_up_ends_a_command_without_a_word(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\nThe plan reaches 300 people in Mora.\n")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "extractor", "extract", str(plan), "--quiet"]
    try:
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (HUNG_UP, b"")
