"""Reports of invented documents and of the shipped plan."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.report import Part, read_part, report_page
from schemas.base import Anchor, OffsetPiece
from schemas.document import Block
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure, SourceLink

ROOT = Path(__file__).parents[2]
MANY = 5_000

ATTACK = "&lt;script&gt;document.title='owned'&lt;/script&gt;"  # in Markdown: said, not done
IMAGE = '"&gt;&lt;img src=x onerror="document.title=\'owned\'"&gt;'
HOSTILE = f"""# Plan {ATTACK} \u2028 2031 </title><script>document.title='owned'</script>

## Needs {IMAGE}

As of May 2031, 40,000 people in Northland {ATTACK} need shelter; 35 per cent are children.[^1]
Then &lt;!-- &lt;/script&gt;{ATTACK} 7,000 more \u2029 came.

| Requirements (USD thousand) {ATTACK} | 2031 | 2032 |
| --- | --- | --- |
| Shelter {IMAGE} | 1,250 | 900 |
| Water &lt;/script&gt; | 600 | 450 |
| Total | 1,950 | 1,350 |

[^1]: Office &lt;/textarea&gt;{IMAGE}, Census of Evacuees, https://census.example
"""
ADDRESSES = ("javascript:alert(1)", "data:text/html,x", "https://census.example/", "no address")
ARABIC = """# خطة الاستجابة 2031

## الاحتياجات

يحتاج 40,000 شخص في الشمال إلى المأوى. وتبلغ الحاجة 2.5 مليون دولار.

| المنطقة | أشخاص |
| --- | --- |
| الشمال | 7,300 |

## Потребности

В 2031 году помощь нужна 12 000 человек.
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where reports are written."""
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="session")
def plan(corpus_document: Callable[[str], Path]) -> Part:
    """The shipped plan, a PDF."""
    return read_part(corpus_document("norvia-2031/plan.pdf"))


@pytest.fixture(scope="session")
def plan_report(plan: Part, folder: Path) -> Path:
    return written(folder / "plan.html", plan)


@pytest.fixture(scope="session")
def hostile(folder: Path) -> Part:
    """A document whose text, table, title, note and name are attacks."""
    path = folder / "a<img src=x onerror=alert(1)>.md"
    path.write_text(HOSTILE, "utf-8")
    part = read_part(path)
    first, *rest = part.extraction.figures
    asserted = first.model_copy(update={"sources": tuple(map(_cited, ADDRESSES))})
    figures = (asserted, *rest)
    return replace(part, extraction=part.extraction.model_copy(update={"figures": figures}))


def _cited(url: str) -> SourceLink:
    return SourceLink(value=f"{url}{IMAGE}", url=url, state="inferred", rule="test", anchor=None)


@pytest.fixture(scope="session")
def hostile_report(hostile: Part, folder: Path) -> Path:
    return written(folder / "hostile.html", hostile)


@pytest.fixture(scope="session")
def scripts_report(folder: Path) -> Path:
    """Arabic and Cyrillic."""
    path = folder / "arabic.md"
    path.write_text(ARABIC, "utf-8")
    return written(folder / "arabic.html", read_part(path))


@pytest.fixture
def many_report(folder: Path, sketch: Callable[[str], Any]) -> Path:
    """A document of five thousand figures, each in a sentence of its own."""
    return written(folder / "many.html", Part("many.txt", many_figures(sketch), ()))


def many_figures(sketch: Callable[[str], Any]) -> Extraction:
    lines = [f"In district {at} of Lorn, {at * 37 + 5} people need help." for at in range(MANY)]
    bare = sketch("\n\n".join(lines)).extraction()
    blocks, figures, start = [], [], 0
    for at, line in enumerate(lines):
        whole = _anchor(line, start, 0, len(line))
        printed = str(at * 37 + 5)
        blocks.append(
            Block(id=f"b{at}", type="paragraph", text=line, anchor=whole, section_id=None)
        )
        figures.append(_people(at, printed, _anchor(line, start, line.index(","), len(printed))))
        start += len(line) + 2
    return bare.model_copy(update={"blocks": tuple(blocks), "figures": tuple(figures)})


def _anchor(line: str, start: int, at: int, length: int) -> Anchor:
    first = start + (line.index(", ", at) + 2 if at else 0)
    piece = OffsetPiece(start=first, end=first + length)
    quote = line[first - start : first - start + length]
    return Anchor(start=first, end=first + length, quote=quote, source=(piece,))


def _people(at: int, printed: str, anchor: Anchor) -> Figure:
    bound = Bound(value=f"need {at % 50}", state="stated", rule="test", anchor=anchor)
    return Figure(
        id=f"fig-{at:012x}",
        kind="count",
        value=printed,
        unit="people",
        modifier=None,
        precision="0.5",
        anchor=anchor,
        zone="prose",
        block_id=f"b{at}",
        section_id=None,
        rule="test",
        indicator=bound,
        place=bound.model_copy(update={"value": f"District {at % 100}"}),
    )


def written(path: Path, *parts: Part) -> Path:
    path.write_text(report_page(parts), "utf-8")
    return path
