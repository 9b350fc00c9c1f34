"""The golden of a new edition, proposed from that of the old one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.golden.store import load_golden
from schemas.golden import Golden, GoldenFigure

OLD = """# Fiji: Harbour Relief Plan 2031-2033

Published: March 2031

## 1 Needs

The flood of 5 January 2031 damaged 7 bridges. Of the 40,000 evacuees, 35 per cent are children.[^1]
The ferry costs USD 310 a day. Twelve villages are without light.

## 2 Requirements

| Requirements (USD) | 2031 | 2032 |
| --- | --- | --- |
| Shelter | 1,200,000 | 900,000 |
| Water | 600,000 | 450,000 |

[^1]: Harbour Office, Census of Evacuees, https://census.example
"""
NEW = """# Fiji: Harbour Relief Plan 2032-2034

Published: March 2032

## 1 Needs

The flood of 5 January 2031 damaged 9 bridges.[^1] Of the 40,000 evacuees, 35 per cent are
children.[^2] The ferry costs USD 310 a day.

## 2 Wells

In the north 14 wells were dug.

## 3 Requirements

| Requirements (USD) | 2032 | 2033 |
| --- | --- | --- |
| Shelter | 900,000 | 800,000 |
| Water | 450,000 | 300,000 |

[^1]: Road Office, Survey of Bridges, https://bridges.example
[^2]: Harbour Office, Census of Evacuees, https://census.example
"""
ROOT = Path(__file__).parents[2]
WORDING = "damaged road bridges"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["golden", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions, and the golden of the old one as a person corrected it."""
    made = tmp_path_factory.mktemp("plans")
    corpus, goldens = made / "corpus", made / "golden"
    corpus.mkdir()
    (corpus / "2031.md").write_text(OLD, "utf-8")
    (corpus / "2032.md").write_text(NEW, "utf-8")
    (corpus / "other.md").write_text("# Recipes\n\n## Soup\n\nTake 2 kg of fish.\n", "utf-8")
    assert run("draft", corpus / "2031.md", "-o", goldens / "2031.json").exit_code == 0
    golden = json.loads((goldens / "2031.json").read_text("utf-8"))
    golden["curated_by"] = "A. Reader"
    for figure in golden["figures"]:
        if figure["printed"] == "7":
            figure["indicator"] = [WORDING, *figure["indicator"]]
        if figure["printed"] == "USD 310":
            figure["per"], figure["gaps"] = "night", ["per"]
    (goldens / "2031.json").write_text(json.dumps(golden), "utf-8")
    return made


@pytest.fixture(scope="module")
def carried(folder: Path) -> tuple[Golden, str]:
    """Carry the golden to the new edition; give it, and what was printed."""
    target = folder / "golden" / "2032.json"
    told = run(
        "carry", folder / "golden" / "2031.json", folder / "corpus" / "2032.md", "-o", target
    )
    assert told.exit_code == 0, told.output
    return load_golden(target), told.stdout


@pytest.fixture(scope="module")
def entry(carried: tuple[Golden, str]) -> Callable[[str], GoldenFigure]:
    """Find the first entry that is printed so."""
    return lambda printed: next(e for e in carried[0].figures if e.printed == printed)


def test_what_is_unchanged_is_carried_to_its_new_place(
    entry: Callable[[str], GoldenFigure],
) -> None:
    evacuees = entry("40,000")
    assert (evacuees.carried, evacuees.was) == ("unchanged", {})
    (piece,) = evacuees.source
    assert NEW[piece.start : piece.end] == "40,000"


def test_what_changed_is_proposed_beside_what_it_was(entry: Callable[[str], GoldenFigure]) -> None:
    bridges = entry("9")
    assert bridges.carried == "changed"
    assert bridges.value == "9"
    assert (bridges.was["value"], bridges.was["span"]) == ("7", "7")


def test_what_a_person_read_stays_where_the_program_reads_it_alike(
    entry: Callable[[str], GoldenFigure],
) -> None:
    assert entry("9").indicator[0] == WORDING
    ferry = entry("USD 310")
    assert (ferry.per, ferry.gaps) == ("night", ("per",))


def test_the_number_of_a_note_is_that_of_the_new_edition(
    entry: Callable[[str], GoldenFigure],
) -> None:
    children = entry("35 per cent")
    assert [source.footnote for source in children.sources] == ["2"]
    assert children.carried == "unchanged"
    assert children.of == entry("40,000").n


def test_a_cell_is_carried_within_its_own_year(entry: Callable[[str], GoldenFigure]) -> None:
    shelter = entry("900,000")
    assert (shelter.as_of, shelter.carried) == ("2032", "unchanged")


def test_what_is_new_is_drafted_and_what_is_gone_is_listed(
    carried: tuple[Golden, str], entry: Callable[[str], GoldenFigure]
) -> None:
    assert entry("14").carried == "new"
    gone = [each.label for each in carried[0].vanished if each.part == "figures"]
    assert any("'Twelve'" in label for label in gone)
    assert "'Twelve'" in carried[1]


def test_every_part_is_carried(carried: tuple[Golden, str]) -> None:
    golden = carried[0]
    headings = {heading.text: heading.carried for heading in golden.headings}
    assert headings["1 Needs"] == "unchanged"
    assert headings["2 Wells"] == "new"
    assert headings["3 Requirements"] == "changed"  # another number is printed
    assert [note.carried for note in golden.footnotes] == ["new", "unchanged"]
    assert golden.tables[0].carried == "changed"
    parts = (golden.figures, golden.headings, golden.tables, golden.footnotes, golden.digits)
    assert all(each.carried is not None for part in parts for each in part)


def test_nothing_counts_until_a_person_read_it(folder: Path, carried: tuple[Golden, str]) -> None:
    golden, _ = carried
    assert golden.curated_by == "draft"
    assert golden.carried_from is not None
    assert golden.carried_from.curated_by == "A. Reader"
    told = run("check", folder / "golden" / "2032.json")
    assert told.exit_code == 1
    assert "awaits a person" in told.stdout
    assert ": expected" not in told.stdout


def test_an_entry_counts_once_its_mark_is_taken_out(
    folder: Path, carried: tuple[Golden, str]
) -> None:
    golden = json.loads(carried[0].model_dump_json())
    for figure in golden["figures"]:
        if figure["printed"] in {"9", "35 per cent"}:
            figure["carried"] = None
            figure["unit"] = "what the document says"
    path = folder / "golden" / "read.json"
    path.write_text(json.dumps(golden), "utf-8")
    told = run("check", path)
    failures = [line for line in told.stdout.splitlines() if ": expected" in line]
    assert len(failures) == 2
    assert all(": unit: " in line for line in failures)


def test_a_review_confirms_an_entry(folder: Path, carried: tuple[Golden, str]) -> None:
    golden, _ = carried
    path = folder / "golden" / "reviewed.json"
    path.write_text(golden.model_dump_json(), "utf-8")
    made = CliRunner().invoke(cli, ["extract", str(folder / "corpus" / "2032.md")])
    figure = next(f for f in json.loads(made.stdout)["figures"] if f["anchor"]["quote"] == "9")
    review = {"figure": figure["id"], "quote": "9", "verdict": "right"}
    document = {"name": golden.file, "sha256": golden.sha256}
    patch = folder / "patch.json"
    patch.write_text(
        json.dumps({"format": "planfacts-review/1", "document": document, "reviews": [review]})
    )
    told = run("apply", path, patch)
    assert told.exit_code == 0, told.output
    assert "is confirmed" in told.stdout
    bridges = next(each for each in load_golden(path).figures if each.printed == "9")
    assert (bridges.carried, bridges.was) == (None, {})


def test_a_false_entry_that_is_known_stays_one(folder: Path, tmp_path: Path) -> None:
    golden = json.loads((folder / "golden" / "2031.json").read_text("utf-8"))
    ferry = next(each for each in golden["figures"] if each["printed"] == "USD 310")
    golden["figures"].remove(ferry)
    golden["extras"] = [{"part": "figures", "source": ferry["source"]}]
    old, new = folder / "golden" / "false.json", tmp_path / "carried.json"
    old.write_text(json.dumps(golden), "utf-8")
    assert run("carry", old, folder / "corpus" / "2032.md", "-o", new).exit_code == 0
    made = load_golden(new)
    assert "USD 310" not in [each.printed for each in made.figures]
    assert [extra.carried for extra in made.extras] == ["unchanged"]


def test_a_golden_that_is_there_is_not_replaced(folder: Path, carried: tuple[Golden, str]) -> None:
    assert carried
    words = ("carry", folder / "golden" / "2031.json", folder / "corpus" / "2032.md", "-o")
    told = run(*words, folder / "golden" / "2032.json")
    assert told.exit_code == 2
    assert "--force" in told.stderr


def test_a_document_that_has_nothing_to_do_with_it_is_refused(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "none.json"
    told = run(
        "carry", folder / "golden" / "2031.json", folder / "corpus" / "other.md", "-o", target
    )
    assert told.exit_code == 2
    assert "nothing to do with" in told.stderr
    assert not target.exists()


def test_an_edition_carried_to_itself_is_unchanged(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "same.json"
    told = run(
        "carry", folder / "golden" / "2031.json", folder / "corpus" / "2031.md", "-o", target
    )
    assert told.exit_code == 0, told.output
    made, old = load_golden(target), load_golden(folder / "golden" / "2031.json")
    assert {each.carried for each in (*made.figures, *made.headings, *made.digits)} == {"unchanged"}
    assert [each.model_copy(update={"carried": None}) for each in made.figures] == list(old.figures)
    assert made.vanished == ()


@pytest.mark.corpus
def test_what_is_said_to_be_unchanged_is_what_a_person_read_in_the_new_edition(
    tmp_path: Path,
) -> None:
    target = tmp_path / "2032.json"
    old, new = ROOT / "golden" / "norvia-2031.md.json", ROOT / "corpus" / "norvia-2032" / "plan.md"
    assert run("carry", old, new, "-o", target).exit_code == 0
    read = {each.source: each for each in load_golden(ROOT / "golden/norvia-2032.md.json").figures}
    unchanged = [each for each in load_golden(target).figures if each.carried == "unchanged"]
    assert len(unchanged) >= 40
    for entry in unchanged:
        assert _told(entry) == _told(read[entry.source])


def _told(entry: GoldenFigure) -> dict[str, object]:
    names = ("kind", "value", "low", "high", "unit", "modifier", "zone", "as_of", "status", "per")
    return {name: getattr(entry, name) for name in names}


@pytest.mark.corpus
def test_a_golden_of_some_pages_covers_those_that_its_entries_are_on_now(tmp_path: Path) -> None:
    golden = load_golden(ROOT / "golden" / "norvia-2031.pdf.json")
    figures = [e.model_dump(mode="json") for e in golden.figures if e.source[0].page == 3]
    parts = {"figures": figures, "headings": [], "tables": [], "captions": [], "footnotes": []}
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    told = golden.model_dump(mode="json") | parts | {"digits": [], "coverage": ["figures", "3"]}
    old.write_text(json.dumps(told), "utf-8")
    source = ROOT / "corpus" / "norvia-2031" / "plan.pdf"
    document = ROOT / "corpus" / "norvia-2032" / "plan.pdf"
    made = run("carry", old, document, "--source", source, "-o", new)
    assert made.exit_code == 0, made.output
    carried = load_golden(new)
    assert {"figures", "3"} <= set(carried.coverage)
    pages = {str(entry.source[0].page) for entry in carried.figures}
    assert pages <= set(carried.coverage)
    assert len(carried.figures) < len(golden.figures)
    assert carried.headings == ()
