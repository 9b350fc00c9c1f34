"""One extraction into a database: whole, and once."""

from extractor.store.database import Database
from extractor.store.loaded import Key, Loaded, Run
from extractor.store.rows import rows_of, without_nul
from extractor.store.versions import Adding, is_there
from extractor.stored import content

ESCAPED_NUL = b"\\u0000"  # as JSON has it; where it is not, no text has to be looked at


def is_loaded(database: Database, key: Key) -> bool:
    """Say whether a version is in a database.

    Raises:
        StoreError: The database cannot be used.
    """
    with database.transaction() as connection:
        return is_there(connection, key)


def load(database: Database, given: Loaded, run: Run) -> bool:
    """Add an extraction to a database; say whether it was new there.

    Raises:
        StoreError: It could not be added; nothing of it was.
    """
    extraction = given.extraction
    written = content(extraction)
    key = Key.of(extraction, written)
    if is_loaded(database, key):
        return False
    rows = rows_of(key.version_id, extraction, given.audited)
    if ESCAPED_NUL in written:
        rows = without_nul(rows)
    with database.transaction() as connection:
        return Adding(connection, given, run, key).add(rows)
