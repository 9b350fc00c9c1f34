"""Versions: what is added takes the place of what held until then, which is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, select, text, update

from extractor.days import Days, days
from extractor.store.bulk import write_all
from extractor.store.family import document_id, family
from extractor.store.loaded import Key, Loaded, Run
from extractor.store.model import CONTENT
from extractor.store.model.documents import DOCUMENTS, EDITIONS, RUNS, VERSIONS
from extractor.store.rows import Rows, clear


def is_there(connection: Connection, key: Key) -> bool:
    """Say whether a version is in a database."""
    found = select(VERSIONS.c.version_id).where(
        VERSIONS.c.sha256 == key.sha256,
        VERSIONS.c.tool_version == key.tool_version,
        VERSIONS.c.content_sha256 == key.content_sha256,
    )
    return connection.execute(found).first() is not None


TOLD = ("encoding", "title", "publisher", "published", "edition", "period", "language")


@dataclass(frozen=True, slots=True)
class Held:
    """The version of a document that holds."""

    version_id: int
    sha256: str
    valid_from: datetime
    published: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class Adding:
    """What adds one version, in a transaction."""

    connection: Connection
    given: Loaded
    run: Run
    key: Key

    def add(self, rows: Rows) -> bool:
        """Add the version, unless another loader has done so in the meantime."""
        name = self.given.document or family(self.given.extraction.document)
        self._lock(name)
        self._lock(self.key.sha256)
        if is_there(self.connection, self.key):
            return False
        self._add_version(self._document(name))
        write_all(self.connection, CONTENT, rows)
        return True

    def _lock(self, name: str) -> None:
        """Have loaders wait that add to the same document, where several may write at once."""
        if self.connection.dialect.name == "postgresql":
            number = int.from_bytes(sha256(name.encode("utf-8", "replace")).digest()[:8]) >> 1
            self.connection.execute(text(f"SELECT pg_advisory_xact_lock({number})"))

    def _document(self, name: str) -> str:
        """Return the id of the document that the edition is one of; it is added if it is new."""
        edition = select(EDITIONS.c.document_id).where(EDITIONS.c.sha256 == self.key.sha256)
        known = self.connection.execute(edition).scalar()
        if known is not None:
            return str(known)
        id_ = document_id(name)
        info = self.given.extraction.document
        there = select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.document_id == id_)
        if self.connection.execute(there).first() is None:
            said = {"publisher": clear(info.publisher), "title": clear(info.title)}
            self.connection.execute(
                DOCUMENTS.insert().values(document_id=id_, family=clear(name), **said)
            )
        return id_

    def _add_version(self, document: str) -> None:
        """Add the version, and its edition if that is new; what held gives way to it.

        An edition that is older than the one that holds is kept, and so are further readings of
        an edition that holds no more; they never held.
        """
        held = self._held(document)
        is_new = self._is_new_edition()
        holds = held is None or held.sha256 == self.key.sha256 or (is_new and not self._older(held))
        # Clocks of two machines differ; nothing ends before it began.
        since = self.run.started_at if held is None else max(self.run.started_at, held.valid_from)
        times = {"valid_from": since, "valid_to": None if holds else since}
        if holds and held is not None:
            self._end(held, since)
        if is_new:
            self._add_edition(document, times)
        self._add_run()
        self.connection.execute(
            VERSIONS.insert().values(
                version_id=self.key.version_id,
                sha256=self.key.sha256,
                tool_version=self.key.tool_version,
                content_sha256=self.key.content_sha256,
                schema_version=self.given.extraction.schema_version,
                explained=self.given.extraction.ledger.explained,
                run_id=self.run.run_id,
                replaces=held.version_id if holds and held is not None else None,
                **times,
            )
        )

    def _held(self, document: str) -> Held | None:
        columns = (VERSIONS.c.version_id, VERSIONS.c.sha256, VERSIONS.c.valid_from)
        dated = (EDITIONS.c.published, EDITIONS.c.period)
        both = VERSIONS.join(EDITIONS, VERSIONS.c.sha256 == EDITIONS.c.sha256)
        holding = (
            select(*columns, *dated)
            .select_from(both)
            .where(EDITIONS.c.document_id == document, VERSIONS.c.valid_to.is_(None))
        )
        row = self.connection.execute(holding).first()
        return None if row is None else Held(*row)

    def _is_new_edition(self) -> bool:
        known = select(EDITIONS.c.sha256).where(EDITIONS.c.sha256 == self.key.sha256)
        return self.connection.execute(known).first() is None

    def _older(self, held: Held) -> bool:
        """Say whether the edition is of a time before that of the one that holds."""
        info = self.given.extraction.document
        for mine, other in ((info.published, held.published), (info.period, held.period)):
            if _is_before(days(mine), days(other)):
                return True
            if _is_before(days(other), days(mine)):
                return False
        return False  # neither tells: what comes later is the newer one

    def _end(self, held: Held, when: datetime) -> None:
        version = update(VERSIONS).where(VERSIONS.c.version_id == held.version_id)
        self.connection.execute(version.values(valid_to=when))
        if held.sha256 != self.key.sha256:
            edition = update(EDITIONS).where(EDITIONS.c.sha256 == held.sha256)
            self.connection.execute(edition.values(valid_to=when))

    def _add_edition(self, document: str, times: dict[str, datetime | None]) -> None:
        info = self.given.extraction.document
        published, period = _dates(info.published), _dates(info.period)
        self.connection.execute(
            EDITIONS.insert().values(
                sha256=info.sha256,
                document_id=document,
                file_name=self.given.file_name,
                media_type=info.media_type,
                provenance=info.provenance,
                **{name: clear(getattr(info, name)) for name in TOLD},
                published_first=published[0],
                published_last=published[1],
                period_first=period[0],
                period_last=period[1],
                **times,
            )
        )

    def _add_run(self) -> None:
        known = select(RUNS.c.run_id).where(RUNS.c.run_id == self.run.run_id)
        if self.connection.execute(known).first() is None:
            self.connection.execute(
                RUNS.insert().values(
                    run_id=self.run.run_id,
                    started_at=self.run.started_at,
                    tool_version=self.run.tool_version,
                )
            )


def _dates(when: str | None) -> tuple[date | None, date | None]:
    first, last = days(when)
    return _date(first), _date(last)


def _date(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _is_before(one: Days, other: Days) -> bool:
    """Say whether all of a time lies before another."""
    return one[1] is not None and other[0] is not None and one[1] < other[0]
