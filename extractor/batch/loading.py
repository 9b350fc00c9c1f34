"""Results into a database: one after the other, by one loader."""

from contextlib import ExitStack
from pathlib import PurePath
from typing import Self

from extractor.batch.cache import Told
from extractor.batch.job import Job, Outcome, shown, tool_version
from extractor.errors import UnfitError, UnreadableSourceError
from extractor.store.database import connect
from extractor.store.load import is_loaded, load
from extractor.store.loaded import Key, Loaded, Run
from extractor.stored import load_extraction
from schemas.extraction import Extraction, Finding


class Loader:
    """Adds what was read to a database: each document whole or not at all, and once."""

    def __init__(self, url: str) -> None:
        """Reach the database.

        Raises:
            UsageError: It is no address of one.
            StoreError: It cannot be used.
        """
        self._database = connect(url)
        self._run = Run.begun()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        # In the thread that loads: some drivers let no other use what one has opened.
        self._database = self._stack.enter_context(self._database.connected())
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def load(self, job: Job, outcome: Outcome) -> Outcome:
        """Return what became of a document, once the database has it.

        Raises:
            StoreError: The database cannot be used any more.
        """
        if outcome.sha256 is None or outcome.output is None:
            return outcome
        entry = job.entry(outcome.sha256)
        told = entry.told()
        if told is None or told.findings is None:
            return job.failed("is not loaded: its result is not there any more")
        try:
            if not self._has(outcome.sha256, told):
                self._add(job, load_extraction(entry.extraction), told.findings)
        except (UnfitError, UnreadableSourceError) as fault:
            why = {"status": "failed", "reason": f"is not loaded: {fault}"}
            return outcome.model_copy(update=why)
        return outcome.model_copy(update={"loaded": self._database.address.shown})

    def _has(self, sha256: str, told: Told) -> bool:
        """Say whether the database has a result; to read that back would take longest."""
        return told.content is not None and is_loaded(
            self._database, Key(sha256, tool_version(), told.content)
        )

    def _add(self, job: Job, extraction: Extraction, audited: tuple[Finding, ...]) -> None:
        name = shown(PurePath(job.source).name)
        given = Loaded(extraction=extraction, audited=audited, file_name=name)
        load(self._database, given, self._run)
