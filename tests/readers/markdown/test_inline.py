"""Inline content: what is said, and where in the file each character stands."""

from pathlib import Path

import pytest

from extractor.readers.markdown import read
from extractor.readers.source import Inline


def inline_of(raw: str) -> Inline:
    [block] = read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8").blocks
    return block.inline


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(r"\$588.3M", "$588.3M", id="escape"),
        pytest.param("5&nbsp;000 &amp; &#36;4", "5\N{NO-BREAK SPACE}000 & $4", id="entities"),
        pytest.param("**T**wo *years*", "Two years", id="emphasis"),
        pytest.param("`USD 5` and ``a`b``", "USD 5 and a`b", id="code"),
        pytest.param("~~old~~ ~40,000", "old ~40,000", id="strikethrough and a tilde"),
        pytest.param("see [the *survey*](u 'T')", "see the survey", id="link"),
        pytest.param("at <https://lorn.example/a>", "at https://lorn.example/a", id="autolink"),
        pytest.param("<p><em>PLAN</em></p>", "PLAN", id="tags"),
        pytest.param("a<br>b<br/>c", "a\nb\nc", id="broken lines in HTML"),
        pytest.param("a  \nb\\\nc\nd", "a\nb\nc\nd", id="hard and soft breaks"),
        pytest.param(
            "snake_case_name 5 * 3", "snake_case_name 5 * 3", id="marks that mark nothing"
        ),
        pytest.param("\\$5M**  \n**S01**", "$5M**\nS01", id="emphasis that pairs with nothing"),
        pytest.param("a\\d", "a\\d", id="a backslash that escapes nothing"),
        pytest.param("x\0y", "x\N{REPLACEMENT CHARACTER}y", id="nul"),
    ],
)
def test_text(raw: str, text: str) -> None:
    assert inline_of(raw).text.text == text


def read_from(raw: str, word: str) -> str:
    text = inline_of(raw).text
    start = text.text.index(word)
    end = start + len(word)
    return raw[text.starts[start] : text.ends[end - 1]]


@pytest.mark.parametrize(
    ("raw", "word", "source"),
    [
        pytest.param(r"costs \$5M.", "$5M", r"\$5M", id="from the escaping backslash"),
        pytest.param("costs &#36;5M.", "$5M", "&#36;5M", id="from the entity"),
        pytest.param("costs **5M**.", "5M", "5M", id="marks around stay outside"),
        pytest.param("T**wo** years", "Two years", "T**wo** years", id="marks inside stay inside"),
        pytest.param("as of [May 2031](u)", "May 2031", "May 2031", id="link"),
        pytest.param("`USD 5`", "USD 5", "USD 5", id="code"),
        pytest.param("`` a`b ``", "a`b", "a`b", id="code with its space"),
        pytest.param(
            "> 24 May\n> 2031", "24 May\n2031", "24 May\n> 2031", id="over a quote's mark"
        ),
        pytest.param(
            "1. 24 May  \r\n   2031", "May\n2031", "May  \r\n   2031", id="in a list item"
        ),
        pytest.param("## 5 needs ##", "5 needs", "5 needs", id="closed heading"),
        pytest.param("<https://a.example/5>", "a.example/5", "a.example/5", id="autolink"),
    ],
)
def test_place(raw: str, word: str, source: str) -> None:
    assert read_from(raw, word) == source


def test_links() -> None:
    inline = inline_of('[UN](#a) and <https://b.example> and <a href="c">D</a>')
    found = [(inline.text.text[link.start : link.end], link.url) for link in inline.links]
    assert found == [("UN", "#a"), ("https://b.example", "https://b.example"), ("D", "c")]


def test_styles() -> None:
    inline = inline_of("**bold** *it* ***both*** <b>B</b> x<sup>1</sup>")
    text = inline.text.text
    assert [text[slice(*span)] for span in inline.bold] == ["bold", "both", "B"]
    assert [text[slice(*span)] for span in inline.italic] == ["it", "both"]
    assert [text[slice(*span)] for span in inline.superscript] == ["1"]


def test_a_tag_that_closes_nothing_does_no_harm() -> None:
    assert inline_of("a</b> b</a>").text.text == "a b"
