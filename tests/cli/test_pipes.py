"""A pipe, which is waited for without end, is told to be none of the files that can be read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ["extract", "check", "report", "verify"]
PROGRAM = """
import sys
from extractor.cli import main

_, pipe, *commands = sys.argv
for command in commands:
    sys.argv[1:] = [command, pipe]
    try:
        main()
    except SystemExit as end:
        print(command, end.code)
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_one_line_and_no_wait(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    asked = [sys.executable, "-c", PROGRAM, str(pipe), *COMMANDS]
    done = subprocess.run(
        asked, capture_output=True, text=True, timeout=20 * len(COMMANDS), check=False
    )
    assert done.stdout.splitlines() == [f"{command} 2" for command in COMMANDS]
    lines = [line for line in done.stderr.splitlines() if line.startswith("planfacts: ")]
    assert len(lines) == len(COMMANDS)
    assert all(f"{pipe}: is no regular file" in line for line in lines)
    assert "Traceback" not in done.stderr
