"""What holds of every binding: its rule is tested, its place is shown, names do not matter."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import regex

from extractor.data.tables import load
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure, SourceLink

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent / "extractor" / "bind"
RULE = regex.compile(
    r"""
    " (?P<rule> (?: prose | table | keyfigure | place | as_of | status | source ) \. [a-z_]++ ) "
    """,
    regex.X,
)

PLAN = """\
# Recovery plan: Kenya

## Displacement

As of May 2031, some 38,500 people were displaced in Kenya, of whom 12,000 live in tents.[^1]

According to UNICEF, 9 per cent of children are ill, against 6 per cent in May 2030. In Uganda,
unemployment rose from 20 per cent to 27 per cent. The plan requires USD 40 million for repairs.

## Requirements

Table 1. Requirements by country (USD thousand)

| Country | 2031 | 2032 | Total |
|---|---|---|---|
| Kenya | 1,250 | 900 | 2,150 |
| Uganda | 300 | 250 | 550 |

**52%**

are women

[^1]: UNICEF, Camp Census (May 2031). https://unicef.example/c
"""
RENAMED = {"Kenya": "Gabon", "Uganda": "Latvia", "UNICEF": "UNHCR"}


def test_every_rule_has_a_case() -> None:
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    rules = {match["rule"] for source in sources for match in RULE.finditer(source)}
    files = (p for p in HERE.glob("test_*.py") if p.name != Path(__file__).name)
    tested = {match["rule"] for p in files for match in RULE.finditer(p.read_text("utf-8"))}
    assert sorted(rules - tested) == []


def test_every_unsure_rule_binds_and_what_it_binds_is_inferred(
    read_memo: Callable[[str], Extraction],
) -> None:
    unsure = {rule for rules in load("states.toml")["unsure"].values() for rule in rules}
    sources = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert [rule for rule in sorted(unsure) if f'"{rule}"' not in sources] == []
    figure = next(f for f in read_memo("There were 300 boats.").figures)
    assert figure.indicator is not None
    assert (figure.indicator.rule, figure.indicator.state) == ("prose.object", "inferred")


def _bindings(figure: Figure) -> Iterator[Bound | SourceLink]:
    for bound in (figure.indicator, figure.population, figure.place, figure.as_of, figure.status):
        if bound is not None:
            yield bound
    yield from figure.sources


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["plan.md", "plan.txt", "plan.pdf"])
def test_what_is_stated_or_inherited_shows_its_place(
    name: str,
    corpus_document: Callable[[str], Path],
    extracted: Callable[[Path], Extraction],
) -> None:
    extraction = extracted(corpus_document(f"norvia-2031/{name}"))
    bindings = [b for f in extraction.figures for b in _bindings(f) if b.state != "inferred"]
    assert bindings
    for bound in bindings:
        assert bound.anchor is not None
        assert extraction.text[bound.anchor.start : bound.anchor.end] == bound.anchor.quote


def _renamed(text: str) -> str:
    for name, other in RENAMED.items():
        text = text.replace(name, other)
    return text


def _without_codes(figure: Figure) -> list[tuple[str, str, str]]:
    return [(_renamed(b.value), b.state, b.rule) for b in _bindings(figure)]


def test_other_names_leave_the_bindings_as_they_are(
    read_memo: Callable[[str], Extraction],
) -> None:
    figures = read_memo(PLAN).figures
    others = read_memo(_renamed(PLAN)).figures
    assert [f.anchor.quote for f in figures] == [f.anchor.quote for f in others]
    assert [_without_codes(f) for f in figures] == [_without_codes(f) for f in others]


def test_no_figure_is_a_part_of_itself(read_memo: Callable[[str], Extraction]) -> None:
    figures = {f.id: f for f in read_memo(PLAN).figures}
    for figure in figures.values():
        seen, whole = {figure.id}, figure.of
        while whole is not None:
            assert whole not in seen
            seen.add(whole)
            whole = figures[whole].of
