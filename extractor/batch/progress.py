"""What a batch says while it runs, and when it is over."""

import sys
import time
from collections import Counter
from collections.abc import Iterator

import click
import regex

from extractor.batch.job import Outcome

ORDER = ("done", "cached", "partial", "skipped", "failed")
FEW = 10  # faults that are told again in the end
MINUTE, HOUR = 60, 3600
UNSEEN = regex.compile(r"[\p{C}\p{Zl}\p{Zp}]")


class Progress:
    """Counts what becomes of documents; a line that changes on a terminal, else one a document."""

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        """Take how many documents there are, None where more may come at any time."""
        self._total, self._quiet = total, quiet
        self._is_terminal = sys.stderr.isatty()
        self._began = time.monotonic()
        self.counts: Counter[str] = Counter()
        """Documents by what became of them."""
        self.faults = 0
        """Documents that were not read, or not whole."""
        self._pages = self._figures = self._read = 0
        self._told: list[str] = []

    def tell(self, outcome: Outcome) -> None:
        """Count a document, and say so."""
        self.counts[outcome.status] += 1
        self._pages += outcome.pages or 0
        self._figures += outcome.figures or 0
        self._read += outcome.status not in {"cached", "skipped"}
        is_fault = outcome.reason is not None and outcome.status != "skipped"
        self.faults += is_fault
        if is_fault and len(self._told) < FEW:
            self._told.append(line(outcome))
        if self._quiet:
            return
        number = f"[{self.counts.total()}/{self._total or '-'}]"
        if self._is_terminal:
            click.echo(f"\r\x1b[K{number} {self._pace()}", err=True, nl=False)
        else:
            click.echo(f"{number} {line(outcome)}", err=True)

    def end(self) -> None:
        """Say what became of all of them."""
        if self._is_terminal and not self._quiet:
            click.echo("\r\x1b[K", err=True, nl=False)
        for told in self._summary() if not self._quiet else self._faults():
            click.echo(told, err=True)

    def _pace(self) -> str:
        """Return how quickly documents are done, and what time is left."""
        took = time.monotonic() - self._began
        done = self.counts.total()
        said = [f"{done / took:.1f} documents/s", f"{self._pages / took:.0f} pages/s"]
        if self._total is not None and self._read:
            # What needed no reading says nothing of what is left.
            left = took / self._read * (self._total - done)
            said.append(f"{clock(left)} left")
        if self.counts["failed"]:
            said.append(f"{self.counts['failed']} failed")
        return ", ".join(said)

    def _summary(self) -> Iterator[str]:
        took = time.monotonic() - self._began
        done = self.counts.total()
        each = ", ".join(f"{self.counts[s]} {s}" for s in ORDER if self.counts[s]) or "none"
        yield (
            f"{done} document{'s' * (done != 1)} in {clock(took)}: {each}; {self._pages} pages, "
            f"{self._figures} figures ({done / max(took, 0.001):.1f} documents/s)"
        )
        yield from self._faults()

    def _faults(self) -> Iterator[str]:
        yield from (f"planfacts: {told}" for told in self._told)
        if self.faults > len(self._told):
            yield f"planfacts: and {self.faults - len(self._told)} more, all in the manifest"


def line(outcome: Outcome) -> str:
    """Return what became of a document in one line, whatever characters its name has."""
    said = f"{outcome.source}: {outcome.status}"
    if outcome.figures is not None:
        said += f", {outcome.figures} figures in {outcome.seconds:.1f} s"
    if outcome.reason is not None:
        said += f": {outcome.reason}"
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", said)


def clock(seconds: float) -> str:
    """Return a stretch of time for people.

    >>> clock(75), clock(7300), clock(4.25)
    ('1 min 15 s', '2 h 1 min', '4.2 s')
    """
    if seconds >= HOUR:
        return f"{seconds // HOUR:.0f} h {seconds % HOUR // MINUTE:.0f} min"
    if seconds >= MINUTE:
        return f"{seconds // MINUTE:.0f} min {seconds % MINUTE:.0f} s"
    return f"{seconds:.1f} s"
