"""What is asked for beyond this machine: a scheduler of others, and an address for results."""

from dataclasses import dataclass
from pathlib import Path

from extractor.batch.naming import MANIFEST
from extractor.batch.schedule import Processes, Scheduler
from extractor.batch.sources import LOCAL, is_address, own_folder, put
from extractor.errors import UsageError


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who reads, and where results go."""

    output: str
    """The folder or the address of the results."""
    address: str | None
    """Of the scheduler; None for this machine."""
    database: str | None
    """The address of the database, if there is one."""

    def __post_init__(self) -> None:
        """Refuse what does not go together.

        Raises:
            UsageError: Results at an address that nobody could put there, or load from there.
        """
        if self._results is not None and self.address is None:
            raise UsageError(f"{self.output}: -o takes an address only with --scheduler")
        if self._results is not None and self.database is not None:
            raise UsageError(f"{self.output}: --to needs a folder as -o: it is loaded from there")

    @property
    def folder(self) -> str:
        """The folder of the results, or of what this machine keeps of those at an address."""
        if self._results is None:
            return self.output.removeprefix(LOCAL)
        return str(own_folder(self._results))

    @property
    def _results(self) -> str | None:
        """The address of the results; None for a folder."""
        is_elsewhere = is_address(self.output) and not self.output.startswith(LOCAL)
        return self.output.rstrip("/") if is_elsewhere else None

    def scheduler(self, jobs: int) -> Scheduler:
        """Return who reads: so many processes of this machine, or the machines of a scheduler.

        Raises:
            UsageError: What is needed for a scheduler is not installed.
        """
        if self.address is None:
            return Processes(jobs)
        try:
            from extractor.batch.dask import Cluster  # noqa: PLC0415  # an extra
        except ModuleNotFoundError as fault:
            raise UsageError(
                "--scheduler needs the extra: pip install 'planfacts[dask]'"
            ) from fault
        return Cluster(address=self.address, results=self._results)

    def tell_of_results(self) -> None:
        """Put the manifest beside results that are at an address.

        Raises:
            OutputError: It cannot be written there.
        """
        if self._results is not None:
            put(Path(self.folder, MANIFEST), f"{self._results}/{MANIFEST}")
