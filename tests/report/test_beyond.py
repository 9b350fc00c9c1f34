"""Characters beyond the basic plane, which a browser counts twice, shift nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.cli import cli
from extractor.golden.draft import draft_golden
from extractor.golden.store import load_golden, write_golden
from extractor.report import Part, read_part, report_page
from extractor.report.data import part_data

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLAN = """# A plan \U0001f30d for Lorn \U0001f3d5\U0001f3d5

In May 2031, \U0001f468 12,000 people in Lorn needed shelter.

| District \U0001f3d8 | Amount (USD) |
| --- | --- |
| North \U0001f9ed | 4,210,480 |
"""


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Part:
    path = tmp_path_factory.mktemp("beyond") / "lorn.md"
    path.write_text(PLAN, "utf-8")
    return read_part(path)


def sliced(text: str, start: int, end: int) -> str:
    """Slice as a browser does."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_offsets_of_the_page_count_as_a_browser_does(part: Part) -> None:
    data: dict = dict(part_data(part))
    for figure, given in zip(part.extraction.figures, data["figures"], strict=True):
        start, end, pieces = data["anchors"][given["a"]]
        assert sliced(data["text"], start, end) == figure.anchor.quote
        assert pieces[0][0] == figure.anchor.source[0].start
    cells = [each for table in data["tables"] for each in table["cells"]]
    read = [each.text for table in part.extraction.tables for each in table.cells]
    assert [sliced(data["text"], *cell[5:]) for cell in cells] == read


def test_a_figure_after_such_characters_is_lit_and_reviewed_where_it_stands(
    look: "Callable[..., Page]", part: Part, tmp_path: Path
) -> None:
    report = tmp_path / "lorn.html"
    report.write_text(report_page([part]), "utf-8")
    page = look(report)
    figure = next(each for each in part.extraction.figures if each.anchor.quote == "12,000")
    page.evaluate("id => { location.hash = id; }", figure.id)
    page.wait_for_selector("#detail blockquote mark")
    assert page.locator("#detail blockquote mark").inner_text() == "12,000"
    assert page.locator("#view .mark.main").inner_text() == "12,000"
    page.click(".verdict.wrong")
    page.fill(".corrections [name=indicator]", "without a roof \U0001f3e0")
    page.fill("#note", "\U0001f914 see the page before")
    with page.expect_download() as waiting:
        page.click("#download")
    patch, golden = tmp_path / "patch.json", tmp_path / "golden.json"
    waiting.value.save_as(patch)
    source = tmp_path / "lorn.md"
    source.write_text(PLAN, "utf-8")
    write_golden(golden, draft_golden(source, part.extraction, own=True), force=False)
    words = ["golden", "apply", str(golden), str(patch), "--source", str(source)]
    told = CliRunner().invoke(cli, words)
    assert told.exit_code == 0, told.output
    assert "\U0001f914 see the page before" in told.output
    (entry,) = (each for each in load_golden(golden).figures if each.printed == "12,000")
    assert entry.indicator == ("without a roof \U0001f3e0",)
    assert entry.source == figure.anchor.source
