"""What became of the figures of an edition whose place another one took."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import cli
from extractor.editions.compare import diff
from extractor.output import record_json
from extractor.store import Database, load, record_changes
from extractor.store.database import reach
from extractor.store.url import address
from schemas.extraction import Extraction
from tests.store.conftest import asked, given, run

Plan = Callable[..., Extraction]
TOLD = "SELECT change, basis, old_value, new_value, difference FROM changes"
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def later(extracted: Callable[[Path], Extraction]) -> Extraction:
    """The next edition of the shipped plan."""
    return extracted(CORPUS / "norvia-2032" / "plan.md")


def test_the_view_tells_what_diff_tells(
    database: Database, shipped: Extraction, later: Extraction
) -> None:
    load(database, given(shipped), run(0))
    load(database, given(later), run(1))
    assert record_changes(database, later.document.sha256, diff) == 1
    expected = diff(("old", shipped), ("new", later)).figures
    pairs = [
        (each.old and each.old.id, each.new and each.new.id, ",".join(each.types))
        for each in expected
    ]
    columns = "old_figure_id, new_figure_id"
    kept = asked(database, f"SELECT {columns}, types FROM figure_changes ORDER BY ordinal")
    assert kept == pairs
    shown = asked(database, f"SELECT {columns}, change FROM changes WHERE basis = 'diff'")
    assert sorted(map(str, shown)) == sorted(
        str(each) for each in pairs if each[2] not in ("unchanged", "moved")
    )
    assert len(shown) == len(asked(database, TOLD)) > 100


def test_what_was_compared_is_compared_once(database: Database, plan: Plan) -> None:
    load(database, given(plan("40", "2031", "a")), run(0))
    assert record_changes(database, "a" * 64, diff) == 0
    load(database, given(plan("55", "2032", "b")), run(1))
    ((change, basis, *_),) = asked(database, TOLD)
    assert (change, basis) == ("changed", "meaning")
    assert [record_changes(database, "b" * 64, diff) for _ in range(2)] == [1, 0]
    ((change, *told),) = asked(database, TOLD)
    assert change.startswith("revised_up")
    assert told == ["diff", "40", "55", 15]


def test_the_command_fills_in_what_was_not_compared(tmp_path: Path, plan: Plan) -> None:
    for amount, year, sha in (("40", "2031", "a"), ("55", "2032", "b")):
        (tmp_path / f"{year}.json").write_bytes(record_json(plan(amount, year, sha)))
    url = f"sqlite:///{tmp_path / 'x.db'}"
    files = [str(tmp_path / "2031.json"), str(tmp_path / "2032.json")]
    runs = [
        CliRunner().invoke(cli, ["load", *files, "--to", url, *more])
        for more in ([], ["--changes"])
    ]
    assert [one.exit_code for one in runs] == [0, 0]
    assert runs[1].stderr.splitlines() == [
        "2031.json: is there already",
        "2032.json: is there already, held against the edition before",
    ]
    ((change, basis, *_),) = asked(reach(address(url)), TOLD)
    assert (change, basis) == ("revised_up", "diff")
