"""The command line: arguments in, printing and exit codes out.

A module for each group of commands, which joins them to `cli` when it is imported. What a command
needs is imported inside of it, so that `planfacts --help` does not wait for it.
"""

import sys

from extractor.interrupts import STOPPED, ctrl_c_later

try:
    with ctrl_c_later():  # an import that is broken off would tell, in many lines, where it was
        from extractor.cli import (
            about,
            auditing,
            batching,
            editions,
            exporting,
            goldens,
            histories,
            reading,
            reporting,
            storing,
        )
        from extractor.cli.group import cli
except KeyboardInterrupt:
    sys.stderr.write("planfacts: stopped\n")
    raise SystemExit(STOPPED) from None

__all__ = [
    "about",
    "auditing",
    "batching",
    "cli",
    "editions",
    "exporting",
    "goldens",
    "histories",
    "main",
    "reading",
    "reporting",
    "storing",
]


def main() -> None:
    """Run the command line."""
    cli(prog_name="planfacts")
