"""Hostile text through grammar and binder: no exception, and work in proportion to its length."""

from collections.abc import Callable
from cProfile import Profile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import entities
from extractor.bind import bind, collect
from extractor.readers import read
from extractor.segment import segment
from extractor.segment.document import Document

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

UNITS = [
    "12 ",
    "1,250 people ",
    "5% ",
    "12 and ",
    "Kenya 12 ",
    "Kenya; 12; ",
    "(12 ",
    "May 2031 ",
    "in 2031, 5 girls ",
    "of whom 5 ",
    "5 were killed and ",
    "(UN) 5 ",
    "5, ",
    "5-",
    "٣ в 5 ",
    "\u202e5 \u202c",
    "9",
    "(",
]
PIECES = st.sampled_from(
    "12 1,250 5% $ USD million ( ) [ ] ; , . : of whom among and in Kenya Table May 2031 between "
    "girls were killed per day ٣ \u202e \u200f \ufeff ½ © of the UNHCR (UNHCR) - – \n \n\n "
    "según millones года мільйонів de de".split(" ")
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=150),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)
FIRST = 2_000  # characters of the shorter text: more than a sentence may have
TWICE = 2.3  # times the steps for twice the text


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Document]:
    """Return a plain text as a document."""
    file = tmp_path_factory.mktemp("hostile") / "text.txt"

    def made(text: str) -> Document:
        file.write_text("The plan.\n\n" + text + "\n", encoding="utf-8")
        return segment(read(Path(file)))

    return made


def _bound(doc: Document) -> None:
    bind(doc, collect(doc), *entities.find(doc.text))


def _steps(doc: Document) -> int:
    """Return how many functions are called until every figure of a document is bound."""
    with Profile() as profile:
        _bound(doc)
    return sum(each.callcount for each in profile.getstats())


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_is_twice_the_work(unit: str, document: Callable[[str], Document]) -> None:
    short = unit * (FIRST // len(unit))
    once, twice = document(short), document(short * 2)
    _bound(twice)  # what is built once is built
    assert _steps(twice) < TWICE * _steps(once)


@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_is_bound(text: str, document: Callable[[str], Document]) -> None:
    doc = document(text)
    _bound(doc)
    assert "The plan." in doc.text


@pytest.mark.parametrize("sign", ["9"])
def test_a_million_signs_are_read(sign: str, document: Callable[[str], Document]) -> None:
    doc = document(sign * 1_000_000 + " 12 people")
    collected = collect(doc)
    bind(doc, collected, *entities.find(doc.text))
    assert [doc.quote(found.span) for found in collected.founds][-1:] in (["12"], [])
