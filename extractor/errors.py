"""What can go wrong, one class for each way out of the program."""

import traceback
from pathlib import PurePath


class PlanfactsError(Exception):
    """Root of every error of this package; its text is one line naming the file and the fault."""


class UnreadableSourceError(PlanfactsError):
    """A file that cannot be read: missing, empty, binary, encrypted, damaged, without text."""


class UsageError(PlanfactsError):
    """A request that makes no sense, such as two inputs that would write the same output."""


class OutputError(PlanfactsError):
    """A result that could not be written."""


class GoldenError(PlanfactsError):
    """A golden file that is broken or does not belong to the document."""


class StoreError(PlanfactsError):
    """A database that cannot be used."""


class SchedulerError(PlanfactsError):
    """A scheduler of other machines that went away."""


class UnfitError(StoreError):
    """What a database refuses to add; others may be added."""


def own_fault(fault: Exception) -> str:
    """Return one line on an exception that is a fault of the program: what, and where it rose."""
    *_, last = traceback.extract_tb(fault.__traceback__)
    where = f"{PurePath(last.filename).name}, line {last.lineno}"
    return f"a fault of the program: {type(fault).__name__}: {fault} ({where})"
