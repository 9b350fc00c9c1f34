"""The statistical model: it adds names and noun phrases, and touches nothing else."""

from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import cli
from extractor.entities import find, model
from extractor.entities.mention import Mention
from extractor.errors import UsageError
from extractor.pipeline import extract

PLAN = Path(__file__).parents[2] / "corpus" / "norvia-2031" / "plan.md"
TEXT = (
    "On Monday John Miller of the Lorn Relief Trust flew to Stockholm. By 3 May 2031 he had met"
    " 14.6 million displaced women, who own 41 per cent of the deep wells."
)
installed = pytest.mark.skipif(
    find_spec(model.PACKAGE) is None, reason="the extra planfacts[model] is not installed"
)


def told(text: str, *known: Mention) -> list[tuple[str, str]]:
    """Return type and value of what the model tells of a text."""
    found = model.told_by_model(text, [(0, len(text))], known, model.load_model())
    assert all(text[slice(*m.span)].lower() == m.value.lower() for m in found)
    return [(m.type, m.value) for m in found]


@installed
def test_it_tells_names_and_noun_phrases_and_no_figures() -> None:
    assert told(TEXT) == [
        ("person", "John Miller"),
        ("organisation", "Lorn Relief Trust"),
        ("place", "Stockholm"),
        ("noun_phrase", "displaced women"),
        ("noun_phrase", "deep wells"),
    ]


@installed
def test_what_is_known_is_not_told_again() -> None:
    start = TEXT.index("Stockholm")
    known = Mention("place", (start, start + len("Stockholm")), "Stockholm", "SE")
    assert ("place", "Stockholm") not in told(TEXT, known)


@installed
def test_a_long_stretch_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "LONGEST", len(TEXT) + 1)
    text = f"{TEXT} {TEXT} {TEXT}"
    assert told(text) == told(TEXT) * 3


@installed
def test_a_word_longer_than_a_piece_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "LONGEST", 10)
    assert told("x" * 35) == []


@installed
def test_nothing_but_entities_and_the_engine_depends_on_it() -> None:
    without, with_model = extract(PLAN), extract(PLAN, model=True)
    differ = {
        name
        for name in type(without).model_fields
        if getattr(without, name) != getattr(with_model, name)
    }
    assert differ == {"entities", "engine"}
    named = [(part.name, part.version) for part in with_model.engine if part.role == "names"]
    assert named == [(model.DISTRIBUTION, model.VERSION)]
    ids = {entity.id for entity in with_model.entities}
    assert {entity.id for entity in without.entities} < ids


@installed
def test_a_text_in_another_language_is_left_and_a_warning_says_so(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Le plan est pour les familles du nord, et pour Ilse Marrowan.", "utf-8")
    read = extract(plan, model=True)
    assert [w.message for w in read.warnings if w.code == "model-not-used"] == [
        "the model reads English; the text is in fr"
    ]
    assert not [part for part in read.engine if part.role == "names"]


@pytest.mark.parametrize("version", [None, "3.7.1"])
def test_without_it_one_error_says_what_to_install(
    version: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def installed_version(_: str) -> str:
        if version is None:
            raise PackageNotFoundError
        return version

    monkeypatch.setattr(model, "version", installed_version)
    model.load_model.cache_clear()
    done = CliRunner().invoke(cli, ["extract", str(PLAN), str(PLAN), "--model"])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'planfacts[model]'" in done.stderr
    with pytest.raises(UsageError, match=f"installed: {version or 'none'}"):
        extract(PLAN, model=True)


def test_nothing_of_it_is_loaded_unless_asked_for() -> None:
    model.load_model.cache_clear()
    find(TEXT)
    extract(PLAN)
    assert model.load_model.cache_info().misses == 0
