"""Findings as SARIF and as Markdown, of documents that try to be markup."""

import json
from collections.abc import Callable
from pathlib import Path, PurePath
from string import punctuation
from typing import Any

import pytest
import regex
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from extractor.check.audit import audit
from extractor.check.audited import Audited
from extractor.check.listing import written
from extractor.data.tables import load
from schemas.extraction import Extraction

# The schema that OASIS publishes, as the npm package @microsoft/jest-sarif (MIT) ships it.
SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0.schema.json"
HOSTILE = (
    "*bold* `code` <b>x</b> [a](http://evil.example) ![i](j) @everybody #1 $x$ www.evil.example"
)
RAISED = regex.compile(r"""(?:finding\( | _found\( | code=) \s* "([a-z_]++)" """, regex.X)
ESCAPED = "".join(f"\\{each}" if each in punctuation else each for each in HOSTILE)
PLAN = f"""# A plan for Lorn

We saw between 60 and 45 wells.

In May 2031, 1.24 million people in Kenya were in need.

## Needs

In May 2031, 1.243 million people in Kenya were in need.

| District {ESCAPED} | Amount (USD) |
|---|---|
| North | 4,210,480 |
| South | 2,933,157 |
| {ESCAPED} Total | 7,143,937 |

Rain[^9] fell.
"""


@pytest.fixture
def audited(read: Callable[[str], Extraction]) -> Audited:
    extraction = read(PLAN)
    return Audited("a plan.md", extraction, audit(extraction), PLAN, PurePath("of/a plan.md"))


def sarif_of(*audits: Audited) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(written(audits, "sarif"))
    return record


def test_sarif_is_what_its_schema_says(audited: Audited, read: Callable[[str], Extraction]) -> None:
    elsewhere = Audited("plan.json", audited.extraction, audited.findings)
    nothing = read("# Lorn\n")
    record = sarif_of(audited, elsewhere, Audited("none.md", nothing, audit(nothing)))
    faults = Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(record)
    assert [fault.message for fault in faults] == []


def test_a_result_shows_its_stretch_of_the_text(audited: Audited) -> None:
    (run,) = sarif_of(audited)["runs"]
    result = next(each for each in run["results"] if each["ruleId"] == "range_reversed")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "of/a%20plan.md", "index": 0}
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["snippet"]) == (
        3,
        16,
        {"text": "60"},
    )
    start = region["charOffset"]
    assert PLAN[start : start + region["charLength"]] == "60"
    assert result["level"] == "error"
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == "range_reversed"
    assert rule["help"]["text"]


def test_an_agreement_is_a_pass(audited: Audited) -> None:
    results = {each["ruleId"]: each for each in sarif_of(audited)["runs"][0]["results"]}
    assert (results["corroborated"]["kind"], results["corroborated"]["level"]) == ("pass", "none")
    assert (results["orphan_marker"]["kind"], results["orphan_marker"]["level"]) == (
        "fail",
        "warning",
    )
    assert "region" in results["orphan_marker"]["locations"][0]["physicalLocation"]


def test_a_result_is_known_again_wherever_it_is_read(audited: Audited) -> None:
    elsewhere = Audited("other.md", audited.extraction, audited.findings)
    prints = [
        [each["partialFingerprints"] for each in sarif_of(each)["runs"][0]["results"]]
        for each in (audited, elsewhere)
    ]
    assert prints[0] == prints[1]
    assert len({str(each) for each in prints[0]}) == len(audited.findings)


@pytest.mark.corpus
def test_a_place_in_a_pdf_is_its_page_and_box(
    corpus_document: Callable[[str], Path], extracted: Callable[[Path], Extraction]
) -> None:
    extraction = extracted(corpus_document("norvia-2031/plan.pdf"))
    (run,) = sarif_of(Audited("plan.pdf", extraction, audit(extraction)))["runs"]
    place = run["results"][0]["locations"][0]
    assert "region" not in place["physicalLocation"]
    assert place["properties"]["page"] == 7
    assert len(place["properties"]["bbox"]) == 4


def test_markdown_shows_the_text_of_a_document_as_it_is(audited: Audited) -> None:
    page = written([audited], "md").decode()
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(page)
    inline = [child for token in parsed for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special"}
    (cell,) = [token for token in parsed if "7,143,937" in token.content and token.children]
    shown = "".join(child.content for child in cell.children or ())
    assert HOSTILE in shown.replace("\N{WORD JOINER}", "")
    assert not {"@e", "#1"} & {shown[at : at + 2] for at in range(len(shown))}


def test_each_code_says_what_it_asserts() -> None:
    told = load("checks.toml")
    sources = Path(audit.__code__.co_filename).parent.glob("*.py")
    raised = {code for path in sources for code in RAISED.findall(path.read_text("utf-8"))}
    assert raised <= told.keys()
    for code, rule in told.items():
        assert rule.keys() == {"name", "says", "help"}, code
        assert rule["says"].endswith(".")
        assert rule["name"].casefold() == code.replace("_", "")


def test_the_page_on_checks_names_each_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "checks.md").read_text("utf-8")
    assert [code for code in load("checks.toml") if f"`{code}`" not in page] == []
