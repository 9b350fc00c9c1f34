"""The page of a diff: what it holds, and what a reader does with it in a real browser."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.cli import cli
from extractor.editions.compare import diff
from extractor.editions.spread import Spread, read_spread
from extractor.editions.web import page
from schemas.extraction import Extraction

if TYPE_CHECKING:
    from playwright.sync_api import Page

CORPUS = Path(__file__).parents[2] / "corpus"
ATTACK = "&lt;script&gt;document.title='owned'&lt;/script&gt;"  # in Markdown: said, not done
IMAGE = '"&gt;&lt;img src=x onerror="document.title=\'owned\'"&gt;'
HOSTILE = f"""# Plan {ATTACK} 2031

## Needs {IMAGE}

As of May 2031, 40,000 people in Northland {ATTACK} need shelter; **35 per cent** are children.

- Then &lt;!-- &lt;/script&gt;{ATTACK} 7,000 more came.
"""

SETTLED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
LISTED = "#list li:not([hidden])"

Look = Callable[..., "Page"]


@pytest.fixture(scope="session")
def plans(
    tmp_path_factory: pytest.TempPathFactory, extracted: Callable[[Path], Extraction]
) -> Path:
    """The page of two shipped editions, one of them a PDF."""
    files = CORPUS / "norvia-2031" / "plan.md", CORPUS / "norvia-2032" / "plan.pdf"
    old, new = (read_spread(file, extracted(file), None) for file in files)
    found = diff(("old.md", old.extraction), ("new.pdf", new.extraction))
    target = tmp_path_factory.mktemp("pages") / "plans.html"
    target.write_text(page(found, old, new), "utf-8")
    return target


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, read: Callable[[str], Extraction]) -> Path:
    """The page of two editions whose text and title are attacks."""
    old, new = read(HOSTILE), read(HOSTILE.replace("40,000", "41,000"))
    found = diff((f"a{IMAGE}.md", old), ("b<script>.md", new))
    target = tmp_path_factory.mktemp("pages") / "hostile.html"
    target.write_text(page(found, Spread(old, ()), Spread(new, ())), "utf-8")
    return target


def test_it_asks_for_nothing_outside_of_itself(plans: Path) -> None:
    content = plans.read_text("utf-8")
    assert re.findall(r"""<[^>]+\b(?:src|href|action)\s*=\s*["'](?!#)[^>]*>""", content) == []
    assert re.findall(r"@import|url\(|\bfetch\(|XMLHttpRequest|innerHTML", content) == []
    assert "default-src 'none'" in content


def test_only_pages_on_which_something_changed_are_in_it(plans: Path) -> None:
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', plans.read_text())
    old, new = json.loads(data)["sides"]
    assert old["blocks"]
    pages = [each["n"] for each in new["pages"]]
    assert pages == sorted(set(pages))
    ends = [end for _, end in json.loads(data)["changes"] if end is not None]
    assert {box[0] for end in ends for box in end["boxes"]} == set(pages)


def test_what_a_document_says_is_never_markup(hostile: Path) -> None:
    content = hostile.read_text("utf-8")
    assert content.count("<script") == 2
    assert "<img" not in content


def test_unrelated_documents_have_no_list(read: Callable[[str], Extraction]) -> None:
    old, new = read("# Bakers\n\n- 12 bakers\n\nThey sold 480 loaves."), read(HOSTILE)
    found = diff(("bakers.md", old), ("plan.md", new))
    content = page(found, Spread(old, ()), Spread(new, ()))
    assert "have nothing to do with each other" in content
    assert 'id="change-0"' not in content


def test_the_command_writes_it_of_extractions_with_or_without_their_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(HOSTILE, "utf-8")
    Path("new.md").write_text(HOSTILE.replace("40,000", "41,000"), "utf-8")
    CliRunner().invoke(cli, ["extract", "old.md", "-o", ".", "--quiet"])
    Path("old.md").unlink()
    words = ["diff", "old.json", "new.md", "--format", "html", "-o", "page.html"]
    assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 1
    assert "+1,000 (+2.5%)" in Path("page.html").read_text("utf-8")


def test_a_chosen_change_is_lit_in_both_editions(look: Look, plans: Path) -> None:
    shown = look(plans)
    shown.fill("[name=query]", "colleagues")
    shown.evaluate(SETTLED)
    assert shown.locator(LISTED).count() == 1
    assert shown.locator("#count").inner_text().startswith("1 of ")
    shown.locator(f"{LISTED} button").click()
    assert shown.locator("#side-0 .lit").inner_text() == "1,100"
    assert "colleagues" in (shown.locator("#side-1 .lit").first.get_attribute("aria-label") or "")
    assert shown.locator("#side-1 .lit").first.is_visible()


def test_filters_narrow_the_list_and_keys_walk_it(look: Look, plans: Path) -> None:
    shown = look(plans)
    shown.select_option("[name=type]", "withdrawn")
    shown.evaluate(SETTLED)
    types = shown.locator(LISTED).evaluate_all("all => all.map(e => e.dataset.types)")
    assert set(types) == {"withdrawn"}
    shown.locator("body").press("j")
    assert shown.locator("#note-1").inner_text() == "Not in this edition."
    shown.select_option("[name=type]", "")
    shown.fill("[name=least]", "50")
    shown.evaluate(SETTLED)
    percents = shown.locator(LISTED).evaluate_all("all => all.map(e => Number(e.dataset.percent))")
    assert percents
    assert min(percents) >= 50


def test_an_attack_in_a_document_does_nothing(look: Look, hostile: Path) -> None:
    shown = look(hostile)
    shown.locator("#list button").first.click()
    assert shown.title() != "owned"
    assert shown.locator("#side-1 .lit").inner_text() == "41,000"
    assert shown.locator("img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(look: Look, plans: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    shown = look(plans, color_scheme=scheme, bypass_csp=True)  # axe is put into the page
    assert [each["id"] for each in axe.run(shown).response["violations"]] == []
