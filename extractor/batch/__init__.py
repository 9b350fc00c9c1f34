"""Batches: the pipeline and the store over many documents, each in a process that can be killed.

The only user of processes, limits and clocks. What a batch is made of:

- `job.run` does one document in the process that calls it, and writes its result whole;
- `process.Worker` has a process do one, which is killed where it goes beyond a limit;
- a `schedule.Scheduler` gives jobs to workers: to those of this machine (`schedule.Processes`), or
  to those of an engine that is there already (`dask`). All call the same `job.run` in the same
  `process.Worker`, so that a result does not depend on where it was made;
- `manifest`, `cache` and `loading` keep what is done, so that nothing is lost or done twice.
"""

from extractor.batch.job import Job, Limits, Outcome, Reading, run
from extractor.batch.schedule import Processes, Scheduler

__all__ = ["Job", "Limits", "Outcome", "Processes", "Reading", "Scheduler", "run"]
