"""Extractions from outside, which may tell anything: no traceback and no endless loop."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import cli

PLAN = (
    "# A plan for Lorn\n\n## Needs\n\nIn May 2031, 12,000 people in Lorn were in need of shelter.\n"
)


def _set(part: str, **fields: object) -> Callable[[dict], None]:
    def spoil(given: dict) -> None:
        for each in given[part] if isinstance(given[part], list) else [given[part]]:
            each.update(fields)

    return spoil


def _circle(given: dict) -> None:
    for each in given["sections"]:
        each["parent_id"] = each["id"]


SPOILT = {
    "word": _set("figures", value="abc"),
    "none": _set("figures", value="NaN"),
    "encoding": _set("document", encoding="nonsense"),
    "no encoding": _set("document", encoding=None),
    "circle": _circle,
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_cannot_be_is_shown_or_told_in_one_line(spoilt: str, tmp_path: Path) -> None:
    (tmp_path / "lorn.md").write_text(PLAN, "utf-8")
    run = CliRunner().invoke
    run(cli, ["extract", str(tmp_path / "lorn.md"), "-o", str(tmp_path), "--quiet"])
    given = json.loads((tmp_path / "lorn.json").read_text("utf-8"))
    SPOILT[spoilt](given)
    (tmp_path / "lorn.json").write_text(json.dumps(given), "utf-8")
    words = ["report", str(tmp_path / "lorn.json"), "-o", str(tmp_path / "lorn.html")]
    done = run(cli, words)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert (tmp_path / "lorn.html").exists() == (done.exit_code == 0)
    assert done.exit_code == 0 or done.output.count("\n") == 1
