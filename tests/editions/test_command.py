"""`planfacts diff` as people run it: its forms, filters, exit codes and faults."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from extractor.cli import cli
from extractor.editions import shown
from extractor.editions.markdown import plain
from extractor.editions.spreadsheet import HEAD
from extractor.editions.terminal import text
from extractor.output import record_json
from schemas.diff import Diff
from schemas.extraction import SCHEMA_VERSION, Extraction

Planfacts = Callable[..., Result]

OLD = """# Harbour plan

Published in March 2031

## Boats

The storm sank 1,240 boats and 86 ferries. Repairs cost **USD 18.4 million**.

- Over 530 shops were closed.
- Rain fell on the coast.
"""
NEW = OLD.replace("1,240", "1,300").replace("86 ferries", "87 ferries").replace("USD", "EUR")
REPORT = "# Bakers\n\nIn the town 12 bakers sold 480 loaves of rye bread a day.\n"


@pytest.fixture
def planfacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planfacts:
    """Run the command in a folder with two editions and a document of another kind."""
    monkeypatch.chdir(tmp_path)
    for name, content in (("old.md", OLD), ("new.md", NEW), ("bakers.md", REPORT)):
        (tmp_path / name).write_text(content, "utf-8")
    return lambda *words: CliRunner().invoke(cli, ("diff", *words), catch_exceptions=False)


def test_the_table_names_what_changed_from_what_to_what(planfacts: Planfacts) -> None:
    done = planfacts("old.md", "new.md")
    assert done.exit_code == 1
    summary, _, head, *_ = done.stdout.splitlines()
    assert summary.startswith("= 2 unchanged, ~ 2 revised (2 up, 0 down), ~ 1 currency changed")
    assert head.split() == ["figure", "old", "new", "change", "what", "became", "of", "it"]
    (boats,) = [line for line in done.stdout.splitlines() if "1,240" in line]
    assert boats.split("  ")[0] == "~"
    assert "1,300" in boats
    assert "+60 (+4.8%)" in boats
    assert boats.endswith("revised up")
    assert "\nBoats\n" in done.stdout


@pytest.mark.parametrize(("share", "told"), [("10", "+1 point ("), ("11.5", "+2.5 points (")])
def test_a_share_moves_by_points(
    share: str, told: str, compared: Callable[[str, str], Diff]
) -> None:
    found = compared(OLD + "\nSome 9 per cent swim.\n", OLD + f"\nSome {share} per cent swim.\n")
    assert told in "\n".join(text(found, 120, coloured=False))


def test_no_line_is_wider_than_the_terminal(
    compared: Callable[[str, str], Diff],
) -> None:
    found = compared(OLD.replace("boats", "wooden boats of the fishers of Eastport"), NEW)
    assert max(map(len, text(found, 90, coloured=False))) <= 90
    coloured = "\n".join(text(found, 90, coloured=True))
    assert "\x1b[" in coloured


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("old.md", "old.md"), 0),
        (("old.md", "new.md"), 1),
        (("old.md", "new.md", "--only", "added,withdrawn"), 0),
        (("old.md", "new.md", "--only", "revised", "--min-change", "5%"), 0),
        (("old.md", "new.md", "--only", "revised", "--min-change", "4.8"), 1),
        (("old.md", "new.md", "--fail-on", "withdrawn"), 0),
        (("old.md", "new.md", "--fail-on", "currency-changed"), 1),
        (("old.md", "bakers.md"), 1),
        (("old.md", "new.md", "--only", "nothing"), 2),
        (("old.md", "new.md", "--min-change", "much"), 2),
        (("old.md", "new.md", "-o", "new.md"), 2),
        (("old.md", "missing.md"), 2),
    ],
)
def test_the_exit_code_says_whether_what_is_shown_differs(
    planfacts: Planfacts, words: tuple[str, ...], code: int
) -> None:
    assert planfacts(*words).exit_code == code


def test_a_figure_that_only_moved_is_no_difference_unless_asked_for(
    planfacts: Planfacts, tmp_path: Path
) -> None:
    sections = f"{OLD}\n{{}}## Shops\n\n{{}}Snow fell.\n"
    line = "The ferry carries 2,900 passengers a day.\n\n"
    (tmp_path / "a.md").write_text(sections.format(line, ""), "utf-8")
    (tmp_path / "b.md").write_text(sections.format("", line), "utf-8")
    done = planfacts("a.md", "b.md")
    assert "moved" in done.stdout
    assert done.exit_code == 0
    assert planfacts("a.md", "b.md", "--fail-on", "moved").exit_code == 1


@pytest.mark.parametrize("option", ["--only", "--fail-on"])
@pytest.mark.parametrize("named", ["", ",", " , "])
def test_a_list_of_no_types_is_refused(planfacts: Planfacts, option: str, named: str) -> None:
    done = planfacts("old.md", "new.md", option, named)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"planfacts: {named!r}: names no type of change; there are ")
    assert len(done.stderr.splitlines()) == 1


def test_a_side_that_cannot_be_read_is_named(planfacts: Planfacts, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    missing = planfacts("old.md", "missing.md")
    assert missing.stderr == "planfacts: the new edition: missing.md: no such file\n"
    assert planfacts("empty.md", "new.md").stderr.startswith("planfacts: the old edition: empty.md")


def test_an_extraction_of_another_schema_is_refused_with_its_version(
    planfacts: Planfacts, tmp_path: Path, read: Callable[[str], Extraction]
) -> None:
    extraction = read(OLD)
    (tmp_path / "old.json").write_bytes(record_json(extraction))
    assert planfacts("old.json", "old.md").exit_code == 0
    other = extraction.model_copy(update={"schema_version": "0.3"})
    (tmp_path / "old.json").write_bytes(record_json(other))
    done = planfacts("old.json", "new.md")
    assert done.exit_code == 2
    told = f"is of schema version '0.3'; {SCHEMA_VERSION!r} can be read"
    assert done.stderr == f"planfacts: the old edition: old.json: {told}\n"


def test_an_extraction_of_an_older_form_is_refused_with_its_version(
    planfacts: Planfacts, tmp_path: Path, read: Callable[[str], Extraction]
) -> None:
    older = json.loads(record_json(read(OLD)))
    older["schema_version"] = "0.3"
    older["document"]["checksum"] = older["document"].pop("sha256")
    del older["figures"][0]["kind"]
    (tmp_path / "old.json").write_text(json.dumps(older), "utf-8")
    done = planfacts("new.md", "old.json")
    told = f"is of schema version '0.3'; {SCHEMA_VERSION!r} can be read"
    assert done.stderr == f"planfacts: the new edition: old.json: {told}\n"
    assert (done.exit_code, done.stdout) == (2, "")


def test_unrelated_documents_are_said_to_be_so(planfacts: Planfacts) -> None:
    done = planfacts("old.md", "bakers.md")
    assert done.stdout.startswith("old.md and bakers.md have nothing to do with each other")
    assert done.stdout.count("\n") == 1
    found = Diff.model_validate_json(planfacts("old.md", "bakers.md", "--format", "json").stdout)
    assert found.relation == "unrelated"
    assert len(found.figures) > 4


def test_json_is_a_diff_by_the_published_schema(planfacts: Planfacts) -> None:
    done = planfacts("old.md", "new.md", "--format", "json")
    found = Diff.model_validate_json(done.stdout)
    assert json.loads(done.stdout)["old"]["name"] == "old.md"
    changed = {change.types: change for change in found.figures}
    assert changed["currency_changed",].old is not None
    assert changed["currency_changed",].old.source
    assert changed["currency_changed",].old.line.startswith("Repairs cost USD 18.4 million")


def test_csv_has_a_row_for_every_figure(planfacts: Planfacts) -> None:
    done = planfacts("old.md", "new.md", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert tuple(rows[0]) == HEAD
    (boats,) = [row for row in rows if row["old_quote"] == "1,240"]
    assert (boats["new_value"], boats["difference"], boats["percent"]) == ("1300", "60", "4.8")
    assert boats["types"] == "revised_up"


def test_markdown_folds_what_is_not_a_new_value(planfacts: Planfacts) -> None:
    told = planfacts("old.md", "new.md", "--format", "md").stdout
    assert told.startswith("## old.md → new.md\n")
    assert "| 1,240 | 1,300 | +60 (+4.8%) | revised up |" in told


HOSTILE = (
    "<script>alert(1)</script> | **b** [x](http://a.example) @someone #12 ~~s~~ `c` _i_"
    " https://b.example www.c.example &amp; ![p](q) a\\|b $x$ :smile:"
)


def test_text_of_a_document_never_becomes_markup() -> None:
    renderer = MarkdownIt("gfm-like", {"linkify": False}).disable("linkify")
    page = renderer.render(f"| a | b |\n|---|---|\n| x | {plain(HOSTILE)} |\n")
    assert "<script" not in page
    tags = {"<strong", "<em", "<a ", "<img", "<code", "<s>"}
    assert not [tag for tag in tags if tag in page]
    assert page.count("<td>") == 2
    source = plain(HOSTILE)
    assert "@someone" not in source.replace("&#64;", "@")
    assert "://" not in source
    assert "www." not in source


def test_control_characters_never_reach_a_terminal() -> None:
    assert shown.clean("a\x1b]0;title\x07b\u202ec\nd") == "a ]0;title b c d"


def test_two_languages_are_held_against_each_other_where_they_are_said_to_be_one(
    planfacts: Planfacts, tmp_path: Path
) -> None:
    french = (
        "# Plan du port\n\nPublié en mars 2031\n\n## Bateaux\n\n"
        "La tempête a coulé 1 240 bateaux et 86 bacs. Les réparations coûtent"
        " **18,4 millions USD**.\n\n- Plus de 530 magasins sont fermés.\n"
    )
    (tmp_path / "fr.md").write_text(french, "utf-8")
    done = planfacts("old.md", "fr.md", "--translation", "--format", "json")
    found = Diff.model_validate_json(done.stdout)
    assert found.relation == "translation"
    pairs = [(c.old.quote, c.new.quote) for c in found.figures if c.old and c.new]
    assert ("1,240", "1 240") in pairs
    assert ("USD 18.4 million", "18,4 millions USD") in pairs


def test_two_languages_are_said_to_need_the_option(planfacts: Planfacts, tmp_path: Path) -> None:
    french = (
        "# Boulangers\n\nDans la ville, 12 boulangers ont vendu 480 pains de seigle par jour.\n"
    )
    (tmp_path / "pains.md").write_text(french, "utf-8")
    hint = "planfacts: the old edition is in en, the new one in fr: --translation pairs"
    assert planfacts("old.md", "pains.md").stderr.startswith(hint)
    assert not planfacts("old.md", "pains.md", "--translation").stderr
    assert not planfacts("old.md", "new.md").stderr
