"""The report as a file: one, closed to the network, and the same each time."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from extractor.cli import cli
from extractor.report import Part, read_part, report_page
from extractor.web.pictures import MOST_BYTES, _webp

PLAN = """# A plan for Lorn

| District | Amount (USD) |
|---|---|
| North | 4,210,480 |
| South | 2,933,157 |
| Total | 7,143,937 |
"""
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
SCRIPT = re.compile(r'<script type="module">(.*?)</script>', re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@pytest.fixture
def lorn(tmp_path: Path) -> Path:
    path = tmp_path / "lorn.md"
    path.write_text(PLAN, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["report", *map(str, words)], catch_exceptions=False)


def hashed(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def test_the_policy_lets_nothing_in_but_the_pages_own_script_and_style(plan_report: Path) -> None:
    page = plan_report.read_text("utf-8")
    policy = dict(each.strip().split(" ", 1) for each in POLICY.findall(page)[0].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == hashed(SCRIPT.findall(page)[0])
    assert policy["style-src"] == hashed(STYLE.findall(page)[0])
    assert policy["img-src"] == "data:"
    assert policy["require-trusted-types-for"] == "'script'"


def test_it_asks_for_nothing_outside_of_itself(plan_report: Path, hostile_report: Path) -> None:
    for report in (plan_report, hostile_report):
        page = report.read_text("utf-8")
        assert re.findall(r"""<[^>]+\b(?:src|href|action)\s*=\s*["'](?!#)[^>]*>""", page) == []
        assert re.findall(r"@import|url\(|importScripts|\bfetch\(|XMLHttpRequest", page) == []
        assert re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write", page) == []


def test_what_a_document_says_ends_no_element_and_no_line_of_its_data(hostile_report: Path) -> None:
    page = hostile_report.read_text("utf-8")
    data = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert len(data) == 2
    assert not re.search("[<>&\u2028\u2029]", "".join(data))
    assert page.count("<script") == 3
    assert "<img" not in page


def test_pages_are_pictures_small_enough(plan: Part, plan_report: Path) -> None:
    assert [each.number for each in plan.pictures] == list(range(1, 9))
    assert plan_report.stat().st_size * 60 / 8 < 15_000_000


def test_a_page_that_is_all_noise_is_made_small() -> None:
    noise = Image.effect_noise((900, 1200), 120).convert("RGB")
    assert len(_webp(noise)) <= MOST_BYTES


def test_the_same_documents_give_the_same_report(lorn: Path) -> None:
    first, second = (report_page([read_part(lorn)]) for _ in range(2))
    assert first == second


def test_an_extraction_gives_the_report_of_its_source(lorn: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["extract", str(lorn), "-o", str(tmp_path), "--quiet"])
    assert run(lorn, "-o", tmp_path / "one.html").exit_code == 0
    assert run(tmp_path / "lorn.json", "-o", tmp_path / "two.html").exit_code == 0
    one, two = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("one", "two"))
    assert one == two


def test_several_documents_have_a_part_each(lorn: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(PLAN.replace("Lorn", "Marl"), "utf-8")
    page = report_page([read_part(lorn), read_part(other)])
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", page) == ["lorn.md", "other.md"]
    assert page.count('id="data-1"') == 1


def test_findings_between_documents_lead_to_the_figures_of_both(tmp_path: Path) -> None:
    for name, people in (("one", "1.24 million"), ("two", "1.19 million")):
        told = f"# Plan {name}\n\nIn May 2031, {people} people in Poland were in need of aid.\n"
        (tmp_path / f"{name}.md").write_text(told, "utf-8")
    parts = [read_part(tmp_path / "one.md"), read_part(tmp_path / "two.md")]
    page = report_page(parts)
    between = page[page.index('id="between"') : page.index('id="figures"')]
    people = [next(f.id for f in part.extraction.figures if f.kind == "count") for part in parts]
    assert all(f'href="#{each}"' in between for each in people)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda source, _: source.unlink(), "its source is not beside it"),
        (lambda source, _: source.write_text("else", "utf-8"), "it was changed"),
    ],
)
def test_an_extraction_without_its_source_is_one_line(
    lorn: Path, tmp_path: Path, spoil: Callable[[Path, Path], object], message: str
) -> None:
    CliRunner().invoke(cli, ["extract", str(lorn), "-o", str(tmp_path), "--quiet"])
    spoil(lorn, tmp_path)
    told = run(tmp_path / "lorn.json", "-o", tmp_path / "report.html")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert message in told.output
    assert not (tmp_path / "report.html").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_written(lorn: Path, tmp_path: Path) -> None:
    missing, report = tmp_path / "missing.md", tmp_path / "report.html"
    told = run(lorn, missing, "-o", report)
    assert (told.exit_code, told.output) == (3, f"planfacts: {missing}: no such file\n")
    assert report.exists()
    assert run(missing).exit_code == 2


def test_the_same_document_twice_and_an_output_over_an_input_are_refused(lorn: Path) -> None:
    assert "are the same document" in run(lorn, lorn).output
    told = run(lorn, "-o", lorn)
    assert (told.exit_code, lorn.read_text("utf-8")) == (2, PLAN)
    assert "is an input" in told.output


def test_documents_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    given = [tmp_path / name / "north" / "plan.md" for name in ("2031", "2032")]
    for at, path in enumerate((*given, tmp_path / "2032" / "other.md")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Plan\n\nIn May 2031, 7,{at}00 people in Poland needed aid.\n", "utf-8")
    report = tmp_path / "report.html"
    assert run(*given, tmp_path / "2032" / "other.md", "-o", report).exit_code == 0
    page = report.read_text("utf-8")
    names = re.findall(r'<option value="\d">([^<]+)', page)
    assert names == ["2031/north/plan.md", "2032/north/plan.md", "other.md"]
    assert "2031/north/plan.md and 2032/north/plan.md" in page
    assert str(tmp_path) not in page


def test_a_row_without_an_amount_has_no_rail(sketch: Callable[[str], Any]) -> None:
    s = sketch("Lorn 900 100 in Marl 12 in Tarn")
    for printed, place, status in (("900", "Lorn", "required"), ("100", "Marl", "required")):
        bound = {"status": s.bound(status, "in"), "place": s.bound(place)}
        s.figure(printed, "money", printed, unit="USD", **bound)
    s.figure("12", "count", "12", status=s.bound("in_need", "in"), place=s.bound("Tarn"))
    page = report_page([Part("plan.txt", s.extraction(), ())])
    rows = dict(re.findall(r'<th scope="row" dir="auto">(\w+)</th>(.*?)</tr>', page))
    assert {name: "rail" in row for name, row in rows.items()} == {
        "Lorn": True,
        "Marl": True,
        "Tarn": False,
    }
    assert "No error and no warning was found." in page
