"""What is installed, and whether it works: for bug reports and for a first look."""

import platform
import tempfile
from importlib import metadata
from operator import itemgetter
from pathlib import Path

import regex

from extractor.errors import PlanfactsError

DISTRIBUTION = "planfacts"
NOT_INSTALLED = "not installed"
FOR_DEVELOPERS = {"dev", "bench"}
"""Extras that change nothing of what the program can do."""
SAMPLE = "# Sample\n\nThe plan needs USD 1.5 million for 3,000 people.\n"
SAMPLE_VALUES = {"1500000", "3000"}


def examine() -> tuple[bool, list[str]]:
    """Return whether everything works, and one line for each thing looked at."""
    lines = [f"planfacts {_version(DISTRIBUTION)}", f"Python {platform.python_version()}"]
    lines.append(f"system {platform.system()} {platform.machine()}")
    lines += [f"{name} {_version(name)}" for name in _needed()]
    fault = _sample_fault()
    lines += [_optional(name, extra) for name, extra in _extras()]
    lines.append(f"sample: {fault or 'read and anchored'}")
    missing = any(line.endswith(NOT_INSTALLED) for line in lines)
    return not missing and fault is None, lines


def _needed() -> list[str]:
    """Return the distributions that this one cannot do without, as it declares them."""
    needed = (regex.match(r"[\w.-]++", line) for line in _requirements() if "extra ==" not in line)
    return sorted(match.group() for match in needed if match)


def _extras() -> list[tuple[str, str]]:
    """Return the distributions that a user may add, each with the extra that has it."""
    told = (
        regex.match(r"([\w.-]++)[^;]*+;.*?\bextra == ['\"]([\w-]++)['\"]", line)
        for line in _requirements()
    )
    found = ((match[1], match[2]) for match in told if match)
    return sorted((each for each in found if each[1] not in FOR_DEVELOPERS), key=itemgetter(1, 0))


def _requirements() -> list[str]:
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []  # run from its files; its own version then says so


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return NOT_INSTALLED


def _optional(name: str, extra: str) -> str:
    version = _version(name)
    return f"{name} {version}" + (f" (planfacts[{extra}])" if version == NOT_INSTALLED else "")


def _sample_fault() -> str | None:
    """Return what goes wrong when a small document is read; None if nothing does."""
    try:
        from extractor.pipeline import extract  # noqa: PLC0415  # what is broken must not hide the rest
    except ImportError as fault:
        return f"cannot be read: {fault}"

    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.md"
        sample.write_text(SAMPLE, "utf-8")
        try:
            extraction = extract(sample)
        except PlanfactsError as fault:
            return str(fault)
    values = {figure.value for figure in extraction.figures}
    if not values >= SAMPLE_VALUES:
        return f"found {sorted(map(str, values))}, expected {sorted(SAMPLE_VALUES)}"
    wrong = [
        f
        for f in extraction.figures
        if f.anchor.quote != extraction.text[f.anchor.start : f.anchor.end]
    ]
    return "an anchor does not show its quote" if wrong else None
