"""Ctrl-C before there is a command."""

import os
import signal
import subprocess
import sys

import pytest

STOPPED = """
import os, signal, sys
from importlib.abc import MetaPathFinder

class CtrlC(MetaPathFinder):
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, CtrlC())
from extractor.cli import main
"""


@pytest.mark.skipif(os.name == "nt", reason="it has no such signal")
@pytest.mark.parametrize("module", ["extractor.cli.batching", "extractor.cli.storing", "click"])
def test_ctrl_c_while_the_command_is_imported_is_one_line(module: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED, module], check=False, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stderr) == (130, "planfacts: stopped\n")


@pytest.mark.skipif(os.name == "nt", reason="it has no masks")
def test_after_that_ctrl_c_is_heard_as_before() -> None:
    import extractor.cli

    assert extractor.cli.main
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
