"""An extraction made again of the rows of a version."""

from sqlalchemy import Connection, select

from extractor.store.model.documents import EDITIONS, VERSIONS
from extractor.store.readback.contents import contents_of
from extractor.store.readback.figures import figures_of
from extractor.store.readback.version import Version
from schemas.extraction import Extraction

TOLD = ("encoding", "title", "publisher", "published", "edition", "period", "language")

__all__ = ["read_back"]


def read_back(connection: Connection, version_id: int) -> Extraction:
    """Return what was loaded as a version.

    Its ledger has only what is not explained, as the database has. Title, publisher and dates are
    those of the edition, as its first reading had them.
    """
    both = VERSIONS.join(EDITIONS, VERSIONS.c.sha256 == EDITIONS.c.sha256)
    asked = select(VERSIONS.c.schema_version, VERSIONS.c.explained, EDITIONS).select_from(both)
    known = connection.execute(asked.where(VERSIONS.c.version_id == version_id)).mappings().one()
    version = Version(connection, version_id)
    contents = contents_of(version)
    document = {name: known[name] for name in ("sha256", "media_type", "provenance", *TOLD)}
    return Extraction.model_validate(
        {
            "schema_version": known["schema_version"],
            "document": document | {"pages": contents.pop("pages")},
            **contents,
            **figures_of(version, float(known["explained"])),
        }
    )
