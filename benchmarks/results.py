"""What a benchmark found: printed row by row as a Markdown table, and kept as JSON.

Charts are drawn from the JSON (charts.py), which says what ran, and on what machine.
"""

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CPUS = Path("/proc/cpuinfo")

Row = Mapping[str, Any]


def json_option(parser: ArgumentParser) -> None:
    """Let a benchmark keep what it finds."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the rows and the machine")


@dataclass(slots=True)
class Results:
    """The rows of a benchmark; each is printed as soon as it is there."""

    benchmark: str
    columns: Mapping[str, str]
    """Each column with how its numbers are written."""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """What was asked of the benchmark, to be able to ask for it again."""
    rows: list[Row] = field(default_factory=list)

    def add(self, **row: Any) -> None:  # noqa: ANN401  # what JSON can hold
        """Add a row, and print it."""
        if not self.rows:
            print("|", " | ".join(name.replace("_", " ") for name in self.columns), "|")
            print("|---" * len(self.columns) + "|")
        self.rows.append(row)
        cells = (_cell(row.get(name), how) for name, how in self.columns.items())
        print("|", " | ".join(cells), "|", flush=True)

    def keep(self, file: Path | None) -> None:
        """Write what was found where it is asked for."""
        if file is None:
            return
        found = {
            "benchmark": self.benchmark,
            "asked": self.asked,
            "commit": _commit(),
            "machine": machine(),
            "rows": self.rows,
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _cell(value: object, how: str) -> str:
    return "" if value is None else format(value, how)


def machine() -> dict[str, Any]:
    """Return what a time hangs on: processor, cores, system and Python."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _processor() -> str:
    lines = CPUS.read_text("utf-8").splitlines() if CPUS.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())


def _commit() -> str | None:
    """Return the commit that is measured; None where this is no checkout."""
    line = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"]
    told = subprocess.run(line, capture_output=True, text=True, check=False)
    return told.stdout.strip() or None


def told(file: Path) -> str:
    """Return the name of a file: of what is shipped with its folders, of another alone.

    >>> told(ROOT / "corpus" / "norvia-2031" / "plan.pdf")
    'corpus/norvia-2031/plan.pdf'
    """
    shipped = ROOT in file.resolve().parents
    return file.resolve().relative_to(ROOT).as_posix() if shipped else file.name


def ours(script: str, *words: str) -> list[str]:
    """Return the command that runs a script of this folder."""
    return [sys.executable, str(Path(__file__).with_name(script)), *words]
