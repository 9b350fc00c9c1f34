"""What the binder's tests share: small invented memos, extracted once each."""

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from extractor import extract
from schemas.extraction import Extraction
from schemas.figure import Bound

Claim = tuple[str, str] | str | list[tuple[str, str]] | None
"""What a figure is bound to: (value, rule); of `of`, `unit` and `value` the bare text."""
Bindings = Mapping[str, Claim]


@pytest.fixture(scope="session")
def read_memo(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Extraction]:
    """Extract a memo; what opens with a heading is Markdown."""
    folder = tmp_path_factory.mktemp("memos")

    @cache
    def read(text: str) -> Extraction:
        file = folder / ("memo.md" if text.startswith("#") else "memo.txt")
        file.write_text(text.strip() + "\n", encoding="utf-8")
        return extract(file)

    return read


@pytest.fixture(scope="session")
def bind(read_memo: Callable[[str], Extraction]) -> Callable[[str, str], Bindings]:
    """Return what the last figure with a printed form in a memo is bound to."""

    def bindings(text: str, quote: str) -> Bindings:
        figures = read_memo(text).figures
        figure = [f for f in figures if f.anchor.quote == quote][-1]
        names = ("indicator", "population", "place", "as_of", "status")
        claims: dict[str, Claim] = {name: _claim(getattr(figure, name)) for name in names}
        claims["of"] = next((f.anchor.quote for f in figures if f.id == figure.of), None)
        claims["kind"], claims["unit"], claims["value"] = figure.kind, figure.unit, figure.value
        claims["sources"] = [(s.value, s.rule) for s in figure.sources]
        return claims

    return bindings


@pytest.fixture(scope="session")
def holds(bind: Callable[[str, str], Bindings]) -> Callable[[str, str, Bindings], None]:
    """Assert that a figure of a memo is bound as expected, in what is expected."""

    def check(text: str, quote: str, expected: Bindings) -> None:
        found = bind(text, quote)
        assert {name: found[name] for name in expected} == expected

    return check


def _claim(bound: Bound | None) -> tuple[str, str] | None:
    return (bound.value, bound.rule) if bound is not None else None
