"""What figures in running text are bound to: invented sentences, one case each."""

from pathlib import Path

import pytest

from extractor import extract
from schemas.figure import Bound, Figure


def bound(binding: Bound | None) -> str | None:
    return binding.value if binding else None


def figures_of(text: str, folder: Path) -> dict[str, Figure]:
    file = folder / "memo.txt"
    file.write_text(text + "\n", encoding="utf-8")
    return {f.anchor.quote: f for f in extract(file).figures}


CASES = [
    pytest.param(
        "As of May 2031, some 3.2 million people were internally displaced in Kenya.",
        "3.2 million",
        {"indicator": "internally displaced", "population": "people", "place": "Kenya", "as_of": "2031-05"},
        id="subject and predicate",
    ),
    pytest.param(
        "Direct damage was estimated to have reached over USD 52 billion.",
        "USD 52 billion",
        {"indicator": "Direct damage", "place": None, "as_of": None},
        id="money after a copula chain",
    ),
    pytest.param(
        "About 64 per cent of returnees reported that they lack water.",
        "64 per cent",
        {"population": "returnees", "indicator": "reported"},
        id="share of a group and its predicate",
    ),
    pytest.param(
        "Returnees named cash assistance (58%), seeds (27%) and tools (12%) as urgent.",
        "27%",
        {"indicator": "seeds"},
        id="shares in brackets after the items of a list",
    ),
    pytest.param(
        "An estimated 420,000 returnees (88%) are on a path to a durable solution.",
        "88%",
        {"indicator": "on a path to a durable solution", "population": "returnees"},
        id="a share that says the count again",
    ),
    pytest.param(
        "Unemployment in Malawi rose from 5.5 per cent to 24.1 per cent in 2030.",
        "5.5 per cent",
        {"indicator": "Unemployment in Malawi", "place": "Malawi"},
        id="a change has two values of one subject",
    ),
    pytest.param(
        "More than 10,000 civilians, including more than 560 children, have been killed.",
        "560",
        {"indicator": "killed", "population": "children", "of": "10,000"},
        id="a part named by including",
    ),
    pytest.param(
        "In Chad 4.8 million people returned home, of whom 1.1 million came back from abroad.",
        "1.1 million",
        {"indicator": "came back from abroad", "population": "people", "of": "4.8 million", "place": "Chad"},
        id="of whom",
    ),
    pytest.param(
        "The agency has conducted more than 24,000 surveys with travellers.",
        "24,000",
        {"indicator": "surveys with travellers", "population": None},
        id="object of a verb",
    ),
    pytest.param(
        "The plan requires USD 3.5 million for the repair of schools in Mali.",
        "USD 3.5 million",
        {"indicator": "the repair of schools", "place": "Mali"},
        id="money for a purpose",
        marks=pytest.mark.xfail(strict=True, reason="issue 4: the article is kept"),
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_binding(text: str, quote: str, expected: dict[str, str | None], tmp_path: Path) -> None:
    figures = figures_of(text, tmp_path)
    figure = figures[quote]
    got = {
        "indicator": bound(figure.indicator),
        "population": bound(figure.population),
        "place": bound(figure.place),
        "as_of": bound(figure.as_of),
        "of": next((q for q, f in figures.items() if f.id == figure.of), None),
    }
    assert {k: got[k] for k in expected} == expected


def test_a_bracketed_organisation_sources_its_sentence(tmp_path: Path) -> None:
    figures = figures_of("More than 560 children have been injured (UNICEF).", tmp_path)
    assert [s.value for s in figures["560"].sources] == ["UNICEF"]


def test_according_to_sources_its_own_clause(tmp_path: Path) -> None:
    text = (
        "According to UNHCR, 3,000 people fled while 6,000 people stayed according to the World Bank."
    )
    figures = figures_of(text, tmp_path)
    assert [s.value for s in figures["3,000"].sources] == ["UNHCR"]
    assert [s.value for s in figures["6,000"].sources] == ["World Bank"]


def test_what_nothing_tells_stays_unbound(tmp_path: Path) -> None:
    figure = figures_of("The ledger shows 4,711.", tmp_path)["4,711"]
    assert (figure.place, figure.as_of, figure.status, figure.sources) == (None, None, None, ())
