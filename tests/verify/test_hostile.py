"""What no reader writes is told as a fault, and stops no proof."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from extractor.verify import verify
from extractor.verify.again import differing
from schemas.extraction import Extraction

Written = Callable[[Path], Path]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A PDF of one line."""
    path = tmp_path / "source" / "plan.pdf"
    path.parent.mkdir()
    path.write_bytes(typst.compile(b"The plan needs USD 2.5 million for 7 towns."))
    return path


@pytest.mark.parametrize("name", ["plan", "page"])
def test_furniture_that_stands_nowhere_is_a_fault(
    name: str, written: Written, request: pytest.FixtureRequest
) -> None:
    path = written(request.getfixturevalue(name))
    extraction = json.loads(path.read_bytes())
    block = extraction["blocks"][0] | {"type": "furniture", "id": "blk-0", "anchor": None}
    extraction["blocks"].append(block | {"text": "", "source": []})
    path.write_text(json.dumps(extraction), "utf-8")
    faults = [one.fault for one in verify(path).failures if one.what == "block blk-0"]
    assert [fault.found for fault in faults][:1] == ["none"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_box_and_one_that_was_read_in_a_picture_are_not_the_same(
    page: Path, extracted: Callable[[Path], Extraction], *, turned: bool
) -> None:
    extraction = extracted(page)
    told = json.loads(extraction.model_dump_json())
    told["blocks"][0]["anchor"]["source"][0]["confidence"] = 0.9
    pair = extraction, Extraction.model_validate(told)
    (failure,) = differing(*(pair[::-1] if turned else pair))
    assert failure.what == f"block {extraction.blocks[0].id}"
    assert failure.fault.where == "anchor.source[0]"
