"""Sets that others annotated, where they are kept: not ours to ship, so only scores come out."""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import regex

from extractor.pipeline import extract
from quantities.cases import Case, Quantity
from quantities.readers import Reader, offsets
from schemas.figure import Figure

BENCH_VARIABLE = "PLANFACTS_BENCH"
BENCH = Path(os.environ.get(BENCH_VARIABLE, Path(__file__).parents[3] / "shared" / "bench"))
HUMSET = BENCH / "humset-a1"
RECOGNIZERS = BENCH / "recognizers"

NO_TYPES = ("age", "ordinal")
NO_FIGURES = frozenset(("Age", "Ordinal"))
"""Categories of what is no figure: the share that is read as one is counted."""
POINT = regex.compile(r"\d{4}(?:-\d\d){0,2}")
PERIOD = regex.compile(r"P(?:T?\d++(?:\.\d++)?[A-Z])++")
RANGE = regex.compile(r"[\[(](?P<low>[^,]*+),(?P<high>[^,\])]*+)[\])]")
DIGITS = 12

Json = Mapping[str, Any]


def humset(reader: Reader) -> Json:
    """Return what the maker's script says of a reader on the excerpts of HumSet.

    `unit_per`: the unit where `per` is its words. The script takes the words of the whole object
    that `per` is here, with those of its state, rule and place.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((HUMSET / "text").glob("*.txt")):
            text = path.read_bytes().decode("utf-8-sig")
            answer = reader.read(Case(path.stem, "en", hard=False, text=text, truth=()))
            found = [_plain(text, quantity) for quantity in answer.quantities]
            for plain, figure in zip(found, answer.figures or (), strict=False):
                plain.update(figure.model_dump(mode="json"))
            Path(folder, f"{path.stem}.json").write_text(json.dumps({"figures": found}), "utf-8")
        said = _evaluated(folder)
        for written in Path(folder).iterdir():
            told = json.loads(written.read_text("utf-8"))
            for plain in told["figures"]:
                plain["per"] = (plain.get("per") or {}).get("value")
            written.write_text(json.dumps(told), "utf-8")
        return {**said, "unit_per": _evaluated(folder)["unit"]}


def _evaluated(folder: str) -> Json:
    """Return what the maker's script says of the extractions in a folder."""
    command = [sys.executable, *map(str, (BENCH / "humset_eval.py", HUMSET / "gold")), folder]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    said: Json = json.loads(told)
    return said


def _plain(text: str, quantity: Quantity) -> dict[str, Any]:
    """Return a quantity as a figure of an extraction would be written."""
    place = {"start": quantity.start, "end": quantity.end}
    return {
        "kind": quantity.kind or "count",
        "low": quantity.low,
        "unit": quantity.unit,
        "modifier": quantity.modifier,
        "anchor": {"quote": text[quantity.start : quantity.end], "source": [place]},
    }


@dataclass(frozen=True, slots=True)
class Expected:
    """A result of the recognizers' cases that DESIGN counts as a figure, or that it leaves out."""

    start: int
    end: int
    values: frozenset[str]
    """Acceptable values, two with `..` between for a range; empty for what is no figure."""


@dataclass(slots=True)
class Share:
    """How many results were read, and how many of them right."""

    results: int = 0
    read: int = 0
    right: int = 0


def recognizers() -> dict[tuple[str, str], Share]:
    """Return by language and category what planfacts reads of the recognizers' cases."""
    shares: dict[tuple[str, str], Share] = defaultdict(Share)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(RECOGNIZERS.glob("*/*/*.json")):
            name = path.stem.removesuffix("Model")
            text, wanted = _cases(json.loads(path.read_bytes().decode("utf-8-sig")), name)
            file = Path(folder, f"{path.parts[-3]}-{name}.txt")
            file.write_text(text, "utf-8", newline="")
            figures = [(figure, offsets(figure)) for figure in extract(file).figures]
            for result in wanted:
                _count(shares[path.parts[-3], name], result, figures)
    return shares


def _count(share: Share, result: Expected, figures: list[tuple[Figure, tuple[int, int]]]) -> None:
    """Count a result with the figures that stand there."""
    there = [f for f, span in figures if span[0] < result.end and result.start < span[1]]
    share.results += 1
    share.read += bool(there)
    share.right += any(_value(figure) in result.values for figure in there)


def _cases(cases: list[Json], category: str) -> tuple[str, list[Expected]]:
    """Return the inputs as paragraphs of one text, and what is expected where in it."""
    text, wanted = "", []
    for case in cases:
        spoken = " ".join(case["Input"].split("\n"))
        for result in case.get("Results") or ():
            values = frozenset(values_of(result))
            at = result.get("Start", spoken.find(result["Text"]))
            if at >= 0 and (values or category in NO_FIGURES):
                start = len(text) + at
                wanted.append(Expected(start, start + len(result["Text"]), values))
        text += f"{spoken}\n\n"
    return text, wanted


def values_of(result: Json) -> Iterator[str]:
    """Yield the values of a result; none of a time of day, of what hangs on today, of an age."""
    resolution = result["Resolution"]
    if not isinstance(resolution, dict) or (result.get("TypeName") or "").startswith(NO_TYPES):
        return
    yield from filter(None, (_number(resolution.get("value")),))
    for one in resolution.get("values") or ():
        timex = one.get("timex", "")
        ends = timex.strip("()").split(",")[:2]
        printed = all(POINT.fullmatch(end) and end[:4] in result["Text"] for end in ends)
        if printed or (PERIOD.fullmatch(timex) and one.get("type") == "duration"):
            yield "/".join(ends)


def _number(value: str | None) -> str | None:
    """Return a value in the common form; None where it is no number or range of numbers."""
    if value is None:
        return None
    span = RANGE.fullmatch(value)
    if span:
        ends = [_number(end.strip()) for end in (span["low"], span["high"])]
        return "..".join(end for end in ends if end)  # an open range is a value with a modifier
    try:
        short = Decimal(f"{Decimal(value.rstrip('%').replace(',', '.')):.{DIGITS}g}")
    except InvalidOperation:
        return None
    plain = f"{short:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _value(figure: Figure) -> str:
    """Return a figure's value as results have theirs: numbers of at most twelve digits."""
    if figure.value is not None:
        return _number(figure.value) or figure.value
    return f"{figure.low or ''}..{figure.high or ''}"
