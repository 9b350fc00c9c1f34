"""One extraction into a database: whole, and once."""

from extractor.store.database import Database
from extractor.store.loaded import Key, Loaded, Run
from extractor.store.rows import rows_of, without_nul
from extractor.store.versions import Adding, is_there

ESCAPED_NUL = b"\\u0000"  # as JSON has it; where it is not, no text has to be looked at


def load(database: Database, given: Loaded, run: Run) -> bool:
    """Add an extraction to a database; say whether it was new there.

    Raises:
        StoreError: It could not be added; nothing of it was.
    """
    extraction = given.extraction
    written = extraction.__pydantic_serializer__.to_json(extraction)
    key = Key.of(extraction, written)
    with database.transaction() as connection:
        if is_there(connection, key):
            return False
    rows = rows_of(key.version_id, extraction, given.audited)
    if ESCAPED_NUL in written:
        rows = without_nul(rows)
    with database.transaction() as connection:
        return Adding(connection, given, run, key).add(rows)
