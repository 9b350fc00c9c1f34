"""The report in a real browser, as a reader uses it."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.golden.apply import load_patch
from extractor.report import Part, read_part, report_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

Look = Callable[..., "Page"]

SEARCHED = """async (word) => {
  const query = document.getElementById("query");
  query.value = word;
  const start = performance.now();
  query.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


SETTLED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""


def settle(page: "Page") -> None:
    """Wait until what was asked for is drawn."""
    page.evaluate(SETTLED)


def options(page: "Page") -> list[str]:
    return page.locator("[role=option]").all_inner_texts()


def count(page: "Page") -> str:
    return page.locator("#count").inner_text()


def value(page: "Page") -> str:
    return page.locator("#detail .value").inner_text()


def grand_total(plan: Part) -> str:
    return next(f.id for f in plan.extraction.figures if f.anchor.quote == "55,340")


def test_a_search_lists_what_it_finds_and_says_how_many(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    page.keyboard.press("/")
    page.keyboard.type("water latrines")
    settle(page)
    assert options(page)
    assert all("latrines" in text for text in options(page))
    assert count(page).startswith(f"{len(options(page))} of ")
    page.keyboard.press("Escape")
    assert count(page) == "267 figures"


def test_filters_and_sorting_work_together(look: Look, plan_report: Path, plan: Part) -> None:
    page = look(plan_report)
    page.select_option("[name=kind]", "money")
    page.select_option("[name=order]", "largest")
    money = [f for f in plan.extraction.figures if f.kind == "money"]
    settle(page)
    assert count(page) == f"{len(money)} of 267 figures"
    assert options(page)[0].startswith("USD 143.2 million")
    page.select_option("[name=finding]", "error")
    settle(page)
    assert all("error" in text for text in options(page))
    page.fill("[name=indicator]", "grand total")
    settle(page)
    assert all("Grand total" in text for text in options(page))
    page.click("text=Clear")
    settle(page)
    assert count(page) == "267 figures"


@pytest.mark.parametrize("name", ["section", "place", "state"])
def test_each_choice_of_a_filter_finds_figures(look: Look, plan_report: Path, name: str) -> None:
    page = look(plan_report)
    choices = page.locator(f"[name={name}] option").evaluate_all("all => all.map(o => o.value)")
    assert len(choices) > 2
    for choice in choices[1:4]:
        page.select_option(f"[name={name}]", choice)
        settle(page)
        assert options(page), choice


def test_a_figure_in_the_list_is_lit_on_its_page_and_a_box_leads_back(
    look: Look, plan_report: Path, plan: Part
) -> None:
    page = look(plan_report)
    page.fill("#query", "7,900")
    settle(page)
    page.locator("[role=option]").first.click()
    assert value(page) == "USD 7.9 million"
    lit = page.locator(".glow.main").bounding_box()
    box = (
        page.locator(".box[data-figure]", has_text="")
        .filter(has=page.locator("xpath=self::*[starts-with(@aria-label, 'USD 7.9 million')]"))
        .bounding_box()
    )
    seen = page.locator("#view").bounding_box()
    assert lit
    assert box
    assert seen
    assert abs(lit["x"] - box["x"]) < 2
    assert seen["y"] <= lit["y"] <= seen["y"] + seen["height"]
    other = page.locator(".box[aria-label^='USD 12.48 million']")
    other.click()
    settle(page)
    assert value(page) == "USD 12.48 million"
    figure = next(f for f in plan.extraction.figures if f.anchor.quote == "12,480")
    assert page.evaluate("location.hash") == f"#{figure.id}"


def test_pages_are_pictures_only_where_they_are_looked_at(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    page.locator("#figures").scroll_into_view_if_needed()
    page.wait_for_selector(".sheet-page img")
    assert 0 < page.locator(".sheet-page img").count() < 8
    assert page.locator(".sheet-page").count() == 8
    page.evaluate("const v = document.getElementById('view'); v.scrollTop = v.scrollHeight")
    page.wait_for_selector("[data-page='8'] img")
    page.wait_for_function("!document.querySelector(\"[data-page='1'] img\")")
    drawn = page.locator("[data-page='8'] img").evaluate(
        "i => i.decode().then(() => i.naturalWidth)"
    )
    assert drawn > 800


def test_an_address_opens_its_figure_with_evidence_and_findings(
    look: Look, plan_report: Path, plan: Part
) -> None:
    page = look(plan_report, f"#{grand_total(plan)}")
    assert value(page) == "USD 55.34 million"
    detail = page.locator("#detail")
    assert "total mismatch" in detail.inner_text()
    assert "Requirements: Grand total" in detail.inner_text()
    assert page.locator(".glow.also").count() > 2  # what the finding holds it against
    detail.locator("button.evidence").first.click()
    assert page.locator(".glow.evidence").count() == 1
    assert (
        page.evaluate("Math.round(document.getElementById('figures').getBoundingClientRect().top)")
        < 120
    )


def test_a_finding_leads_to_its_figures(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    page.locator(".finding.error .terms a").first.click()
    settle(page)
    assert value(page) == "USD 55.34 million"


def test_evidence_in_a_text_is_lit(look: Look, hostile_report: Path, hostile: Part) -> None:
    figure = next(f for f in hostile.extraction.figures if f.anchor.quote == "1,250")
    page = look(hostile_report, f"#{figure.id}")
    assert page.locator(".mark.main").inner_text() == "1,250"
    for button in page.locator("#detail button.evidence").all():
        button.click()
        lit = page.evaluate("[...CSS.highlights.get('evidence')].map(String)")
        assert [f"“{each}”" for each in lit] == [button.inner_text()]
    page.locator(".mark", has_text="600").click()
    settle(page)
    assert value(page) == "USD 600,000"


def test_keys_walk_mark_and_leave(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    page.keyboard.press("j")
    first = value(page)
    page.keyboard.press("j")
    assert value(page) != first
    page.keyboard.press("k")
    assert value(page) == first
    page.keyboard.press("r")
    assert page.locator(".verdict.right").get_attribute("aria-pressed") == "true"
    page.keyboard.press("n")
    page.keyboard.type("just a j")
    assert page.locator("#note").input_value() == "just a j"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("#detail .value").count() == 0
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.uncheck("#keyed")
    page.keyboard.press("Escape")
    page.locator("#list").focus()
    chosen = value(page)
    page.keyboard.press("j")
    assert value(page) == chosen  # single keys are off
    page.keyboard.press("ArrowDown")
    assert value(page) != chosen


def test_a_review_is_kept_and_downloaded_as_a_golden_patch(
    look: Look, plan_report: Path, plan: Part, tmp_path: Path
) -> None:
    page = look(plan_report, f"#{grand_total(plan)}")
    page.click(".verdict.wrong")
    page.fill(".corrections [name=value]", "55330000")
    page.fill(".corrections [name=place]", "")
    page.fill("#note", "a slip </script>")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    with page.expect_download() as waiting:
        page.click("#download")
    assert waiting.value.suggested_filename == "plan.pdf.review.json"
    path = tmp_path / "patch.json"
    waiting.value.save_as(path)
    patch = load_patch(path)
    assert (patch.document.name, patch.document.sha256) == (
        "plan.pdf",
        plan.extraction.document.sha256,
    )
    wrong, right = patch.reviews
    assert (wrong.figure, wrong.quote, wrong.page) == (grand_total(plan), "55,340", 7)
    assert (wrong.verdict, wrong.note) == ("wrong", "a slip </script>")
    assert wrong.corrections == {"value": "55330000", "place": None}
    assert (right.verdict, right.corrections) == ("right", {})
    page.select_option("[name=review]", "wrong")
    settle(page)
    assert len(options(page)) == 1


def test_a_correction_that_is_no_number_is_told_and_not_kept(
    look: Look, plan_report: Path, plan: Part
) -> None:
    page = look(plan_report, f"#{grand_total(plan)}")
    page.click(".verdict.wrong")
    field = page.locator(".corrections [name=value]")
    field.fill("55,33")
    assert field.get_attribute("aria-invalid") == "true"
    assert "plain digits" in page.locator(".review [role=status]").inner_text()
    assert '"value"' not in page.evaluate("JSON.stringify(localStorage)")
    assert page.locator(".corrections [name=low]").count() == 0


def test_an_address_of_no_figure_says_so(look: Look, plan_report: Path) -> None:
    page = look(plan_report, "#fig-000000000000")
    assert page.locator("#detail").inner_text() == "No figure of this report is fig-000000000000."


def test_what_a_document_says_is_never_markup_or_script(look: Look, hostile_report: Path) -> None:
    page = look(hostile_report)
    page.keyboard.press("/")
    page.keyboard.type("shelter")
    settle(page)
    assert options(page)
    for row in page.locator("[role=option]").all():
        row.click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "owned" not in page.title().split("–")[-1]
    assert page.evaluate("document.title").endswith("audit report")
    assert page.locator("img").count() == 0
    assert page.locator("main script, main svg[onload], a[href^='javascript:' i]").count() == 0
    assert page.locator("h1").inner_text().startswith("Plan <script>")
    assert "onerror" in page.locator("#view").inner_text()


def test_the_source_of_a_figure_is_a_link_only_where_it_can_do_no_harm(
    look: Look, hostile_report: Path, hostile: Part
) -> None:
    figure = next(f for f in hostile.extraction.figures if f.sources)
    page = look(hostile_report, f"#{figure.id}")
    links = page.locator("#detail .sources a").evaluate_all("all => all.map(a => [a.href, a.rel])")
    assert links == [["https://census.example/", "noopener noreferrer"]]


def test_arabic_and_cyrillic_run_in_their_own_direction(look: Look, scripts_report: Path) -> None:
    page = look(scripts_report)
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("table.read").evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.fill("#query", "2.5")
    settle(page)
    page.locator("[role=option]").first.click()
    quote = page.locator("#detail blockquote")
    assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert "2.5 مليون دولار" in quote.inner_text()
    page.fill("#query", "ЧЕЛОВЕК")
    settle(page)
    assert page.locator(".mark", has_text="40,000").get_attribute("dir") == "ltr"
    assert "12,000 человек" in "".join(options(page))


@pytest.mark.alone
def test_five_thousand_figures_answer_a_search_in_a_fifth_of_a_second(
    look: Look, many_report: Path
) -> None:
    page = look(many_report)
    times = [page.evaluate(SEARCHED, word) for word in ("a", "lorn 99", "people", "district 4", "")]
    assert count(page) == "5,000 figures"
    assert page.locator("[role=option]").count() < 60
    assert max(times) < 200, times
    page.locator("#list").focus()
    page.keyboard.press("End")
    assert "184,968 people" in page.locator("[aria-selected=true]").inner_text()


def test_it_prints_summary_findings_and_all_figures(
    look: Look, plan_report: Path, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    page = look(plan_report)
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    text = unicodedata.normalize("NFKC", "".join(p.extract_text() for p in PdfReader(path).pages))
    assert "Total mismatch" in text
    assert "267 figures" in text
    assert len(re.findall(r"p\. 7", text)) > 40
    assert "Download" not in text


@pytest.mark.parametrize(
    ("report", "width", "scheme"),
    [("plan", 1440, "light"), ("hostile", 1000, "dark"), ("hostile", 380, "light")],
)
def test_axe_finds_no_fault(
    look: Look, request: pytest.FixtureRequest, report: str, width: int, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    figures = request.getfixturevalue(report).extraction.figures
    path = request.getfixturevalue(f"{report}_report")
    chosen = next(each.id for each in figures if each.cell and each.kind == "money")
    page = look(
        path,
        f"#{chosen}",
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is put into the page
    )
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = axe.run(page, options=rules).response["violations"]
    told = [(each["id"], [node["html"][:150] for node in each["nodes"][:3]]) for each in found]
    assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (1280, 2)])
def test_a_narrow_or_enlarged_window_scrolls_one_way_only(
    look: Look, plan_report: Path, plan: Part, width: int, zoom: int
) -> None:
    size = {"width": width // zoom, "height": 800 // zoom}
    page = look(plan_report, viewport=size, device_scale_factor=zoom)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    third = page.locator("[role=option]").nth(2)
    shown = third.locator("b").inner_text()
    third.click()
    assert value(page) == shown
    page.goto(f"{plan_report.as_uri()}#{grand_total(plan)}")
    settle(page)
    assert page.locator("#detail .value").is_visible()
    page.click("text=Show where it stands")
    settle(page)
    page.locator(".glow.main").wait_for()
    lit, seen = (page.locator(each).bounding_box() for each in (".glow.main", "#view"))
    assert seen["y"] <= lit["y"] <= seen["y"] + seen["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_switch_goes_through_light_and_dark_and_is_kept(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    ground = "getComputedStyle(document.body).backgroundColor"
    page.click("#theme")
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#theme").inner_text() == "Theme: dark"


def test_a_search_without_result_says_so_and_can_be_cleared(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    page.fill("#query", "nothing has this word")
    settle(page)
    assert count(page).startswith("No figure is found.")
    page.click("text=Clear the search")
    settle(page)
    assert count(page) == "267 figures"
    assert page.evaluate("document.activeElement.id") == "query"


def test_a_minus_is_found_as_it_is_printed_and_as_it_is_typed(look: Look, tmp_path: Path) -> None:
    plan, report = tmp_path / "plan.md", tmp_path / "plan.html"
    plan.write_text(
        "# Plan\n\nThe balance is \u22121,250 dollars.\n\nExports fell by 7.\n", "utf-8"
    )
    report.write_text(report_page([read_part(plan)]), "utf-8")
    page = look(report)
    for typed in ("-1,250", "\u22121,250", "\u22121250", "-1250"):
        page.fill("#query", typed)
        settle(page)
        assert len(options(page)) == 1, typed


def test_the_text_is_on_no_page(look: Look, plan_report: Path) -> None:
    page = look(plan_report)
    assert page.locator("#at").inner_text().startswith("Page 1 of")
    page.click("[data-view=text][type=button]")
    settle(page)
    assert page.locator("#at").inner_text() == ""
