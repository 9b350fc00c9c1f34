"""The queries that the documents show, in each kind of database."""

from pathlib import Path

import pytest
import regex

from extractor.check.audit import audit
from extractor.store import Database, load
from schemas.extraction import Extraction
from tests.store.conftest import asked, given, run

ROOT = Path(__file__).parents[2]
_SQL = regex.compile(r"^```sql\n(?P<body>.*?)^```$", regex.M | regex.S)
EMPTY = ("'UA'", "FROM changes")
"""What the shipped plan has nothing of: another country, another edition."""


def queries(name: str) -> list[str]:
    """Return the queries of a document."""
    (block,) = _SQL.findall((ROOT / name).read_text("utf-8"))
    return block.splitlines()


def test_the_documents_show_the_same_ten() -> None:
    assert queries("README.md") == queries("docs/database.md")
    assert len(queries("README.md")) == 10


def test_each_answers(database: Database, shipped: Extraction) -> None:
    load(database, given(shipped, audited=audit(shipped)), run())
    some = asked(database, "SELECT figure_id FROM current_figures WHERE status = 'in_need'")[0][0]
    for query in queries("README.md"):
        rows = asked(database, regex.sub(r"fig-\w+", some, query))
        if not any(part in query for part in EMPTY):
            assert rows, query


def test_a_total_is_that_of_the_extraction(database: Database, shipped: Extraction) -> None:
    load(database, given(shipped), run())
    money = [f for f in shipped.figures if f.kind == "money" and f.value is not None]
    query = "SELECT SUM(number) FROM current_figures WHERE kind = 'money'"
    ((total,),) = asked(database, query)
    assert float(total) == pytest.approx(sum(float(figure.value or 0) for figure in money))


def test_every_evidence_is_in_provenance(database: Database, shipped: Extraction) -> None:
    load(database, given(shipped), run())
    for figure in shipped.figures[:5]:
        rows = asked(
            database, f"SELECT what, quote FROM provenance WHERE figure_id = '{figure.id}'"
        )
        assert ("value", figure.anchor.quote) in rows
        names = ("indicator", "population", "place", "as_of", "status", "per")
        bound = {name: getattr(figure, name) for name in names}
        told = {what for what, _ in rows if what in names}
        assert told == {name for name, one in bound.items() if one is not None}
