"""A pipe, which is waited for without end, is told to be none of the files that can be read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("command", ["extract", "check", "report", "verify"])
def test_a_pipe_is_one_line_and_no_wait(command: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = [command, str(pipe)]
    program = f"import sys; from extractor.cli import main; sys.argv[1:] = {words}; main()"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert f"{pipe}: is no regular file" in done.stderr
    assert "Traceback" not in done.stderr
