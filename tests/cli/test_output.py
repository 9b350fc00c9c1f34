"""Standard output that cannot be written."""

import errno
import os
import sys
from types import SimpleNamespace

import pytest

from extractor.errors import OutputError
from extractor.output import write_standard_output


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
        write_standard_output(b"{}")
