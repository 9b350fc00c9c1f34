"""The extractions that a database holds, made again of their rows."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from extractor.store.database import Database
from extractor.store.model.documents import EDITIONS, VERSIONS
from extractor.store.readback import read_back
from schemas.extraction import Extraction


def extractions(database: Database) -> Iterator[tuple[str, Extraction]]:
    """Yield each edition of a database with its name, as it was read last.

    Its name is that of its file; where several files have one name, the date or else the hash is
    told besides.

    Raises:
        StoreError: The database could not be read.
    """
    for name, version_id in _editions(database):
        with database.transaction() as connection:
            extraction = read_back(connection, version_id)
        yield name, extraction


def _editions(database: Database) -> list[tuple[str, int]]:
    both = VERSIONS.join(EDITIONS, VERSIONS.c.sha256 == EDITIONS.c.sha256)
    asked = (
        select(EDITIONS, VERSIONS.c.version_id)
        .select_from(both)
        .order_by(EDITIONS.c.file_name, EDITIONS.c.sha256)
        .order_by(VERSIONS.c.valid_from, VERSIONS.c.valid_to.is_(None), VERSIONS.c.version_id)
    )
    with database.transaction() as connection:
        rows = {row["sha256"]: dict(row) for row in connection.execute(asked).mappings()}
    names = Counter(row["file_name"] for row in rows.values())
    found = []
    for row in rows.values():
        name = str(row["file_name"])
        if names[name] > 1:
            name += f" ({row['published'] or row['period'] or row['sha256'][:8]})"
        found.append((name, int(row["version_id"])))
    return found
