"""What a look at the word behind or before a number may leave out: nothing that a reader wants."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from extractor.figures import read_text
from extractor.figures.lexicon import load_currencies, load_measures, load_pack
from extractor.figures.neighbours import ALL, NONE, Before, Behind
from extractor.figures.reading import NumberFormat

LANGUAGES = ("en", "fr", "es", "uk", "ru", "ar")
NUMBERS = ("5", "12", "1,250", "2022", "3.5", "07", "5-6", "12.05", "300")
PLACES = (
    "xx {n} {word} {other} 7",
    "Aa {word}{n}, {other}",
    "({n}{word}) {other} {n}",
    "a {word} of {n} people",
    "in {word} {n} and {m} {other}",
    "from {n} {word} {m} {other}",
    "{other} {n} people {word} 10",
    "{word} by {n}, and {m} {other}",
    "{word} {n} {m} {other}",
)


def _words(node: Any) -> Iterator[str]:  # noqa: ANN401 (a tree of TOML)
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for child in node.values():
            yield from _words(child)
    elif isinstance(node, list):
        for child in node:
            yield from _words(child)


def _texts(language: str) -> Iterator[str]:
    """Yield texts in which each word that the grammar knows stands beside a number."""
    draw = Random(f"beside a number: {language}")  # noqa: S311 (no secret)
    words = [*load_currencies(language).signs, *load_measures().words("symbols")]
    words += sorted(set(_words(load_pack(language).tree)))
    for word in words:
        n, m, other = draw.choice(NUMBERS), draw.choice(NUMBERS), draw.choice(words)
        yield draw.choice(PLACES).format(word=word, n=n, m=m, other=other)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_look_loses_nothing(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, texts = NumberFormat(language=language), list(_texts(language))
    looked = [read_text(text, numbers) for text in texts]
    monkeypatch.setattr(Behind, "__call__", lambda *_: ALL)
    monkeypatch.setattr(Before, "__call__", lambda *_: True)
    for text, readings in zip(texts, looked, strict=True):
        assert read_text(text, numbers) == readings, text


@pytest.mark.parametrize("text", ["5 trees", "5) trees", "5. Trees", "5 12", "5"])
def test_nothing_stands_behind_most_numbers(text: str) -> None:
    assert Behind(load_pack("en"))(text, 1) == NONE


@pytest.mark.parametrize("text", ["5 million", "5 (five)", "5 USD", "5-6", "5 to 6", "5 km²"])
def test_what_goes_on_with_a_number_is_seen(text: str) -> None:
    assert Behind(load_pack("en"))(text, 1) != NONE


@pytest.mark.parametrize(("text", "seen"), [("table 5", True), ("the 5", False), ("No. 5", True)])
def test_what_names_a_number_is_seen(text: str, seen: bool) -> None:  # noqa: FBT001
    assert Before(load_pack("en"))(text, len(text) - 1, 0) is seen
