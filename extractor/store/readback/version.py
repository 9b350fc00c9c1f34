"""The rows of one version, as they are asked for."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from extractor.store.model.documents import ANCHORS, PIECES

Told = dict[str, Any]
"""A record by the names of its fields."""


class Version:
    """Gives the rows of a version, and its places as records have them."""

    def __init__(self, connection: Connection, version_id: int) -> None:
        """Read the places, which everything else leads to."""
        self._connection = connection
        self._id = version_id
        pieces: defaultdict[int, list[Told]] = defaultdict(list)
        for row in self.rows(PIECES):
            pieces[row["anchor_id"]].append(_piece(row))
        self._places = {
            row["anchor_id"]: {
                "start": row["text_start"],
                "end": row["text_end"],
                "quote": row["quote"],
                "source": pieces[row["anchor_id"]],
            }
            for row in self.rows(ANCHORS)
        }

    def rows(self, table: Table) -> list[Told]:
        """Return the rows of a table in order: that of their list, else that of their keys."""
        order = [table.c.ordinal] if "ordinal" in table.c and not _is_key(table) else []
        asked = select(table).where(table.c.version_id == self._id)
        found = self._connection.execute(asked.order_by(*order, *table.primary_key.columns))
        return [dict(row) for row in found.mappings()]

    def grouped(self, table: Table, name: str) -> Mapping[str, list[Told]]:
        """Return the rows of a table by what they are parts of."""
        found: defaultdict[str, list[Told]] = defaultdict(list)
        for row in self.rows(table):
            found[row[name]].append(row)
        return found

    def anchor(self, number: int | None) -> Told | None:
        """Return a place in the text; None if there is none, or it is not in the text."""
        place = None if number is None else self._places[number]
        return None if place is None or place["start"] is None else place

    def source(self, number: int | None) -> list[Told]:
        """Return the pieces of a place."""
        return [] if number is None else list(self._places[number]["source"])


def _is_key(table: Table) -> bool:
    return "ordinal" in table.primary_key.columns


def _piece(row: Told) -> Told:
    if row["page"] is None:
        return {"start": row["source_start"], "end": row["source_end"]}
    box = tuple(row[name] for name in ("x0", "top", "x1", "bottom"))
    piece = {"page": row["page"], "bbox": box}
    return piece if row["confidence"] is None else {**piece, "confidence": row["confidence"]}


def fields(row: Told, /, *names: str, **renamed: str) -> Told:
    """Return some columns of a row as fields; `renamed` are those that have another name there."""
    return {name: row[name] for name in names} | {
        field: row[name] for field, name in renamed.items()
    }
