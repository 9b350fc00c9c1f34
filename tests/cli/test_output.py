"""Standard output that cannot be written."""

import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor.errors import OutputError
from extractor.output import record_json, serialise, write_standard_output
from extractor.pipeline import extract


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


def test_pieces_are_the_json_of_the_whole(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text('# Aid\n\n| Year | USD |\n|---|---|\n| 2031 | 12 |\n\nIn "all" 40 people.\n')
    extraction = extract(plan)
    pieces = list(serialise(extraction, "json"))
    assert len(pieces) > len(extraction.blocks)
    assert b"".join(pieces) == record_json(extraction)
