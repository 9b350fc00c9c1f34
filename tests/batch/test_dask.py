"""Batches on a cluster: a scheduler with two workers, each a process of its own."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import cloudpickle
import distributed
import pytest

from extractor.batch import Job, Limits, Outcome
from extractor.batch import dask as on_dask
from extractor.batch.dask import Cluster, Order, carried_out
from extractor.batch.elsewhere import Elsewhere
from extractor.batch.naming import MANIFEST
from extractor.errors import UsageError
from extractor.output import ExitCode
from tests.batch.conftest import Batch, manifest, results, write_plan

pytestmark = pytest.mark.alone
# Workers do not have this module: what they get of it goes with its code.
cloudpickle.register_pickle_by_value(sys.modules[__name__])


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as running:
        yield running


@pytest.fixture
def address(cluster: distributed.LocalCluster) -> str:
    return str(cluster.scheduler_address).replace("tcp://", "dask://")


@pytest.fixture
def web(plans: Path) -> Iterator[str]:
    """Serve the plans by HTTP."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(plans)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def job(source: Path | str, out: Path, limits: Limits | None = None) -> Job:
    output = f"{Path(source).name}.json"
    return Job(source=str(source), folder=str(out), output=output, limits=limits or Limits())


def pids(cluster: distributed.LocalCluster) -> list[int]:
    return [nanny.pid for nanny in cluster.workers.values()]


def test_a_cluster_writes_and_loads_what_this_machine_writes(
    plans: Path, batch: Batch, tmp_path: Path, address: str
) -> None:
    (plans / "empty.md").write_bytes(b"")
    (plans / "binary.pdf").write_bytes(bytes(range(256)))
    outs = [tmp_path / name for name in ("here", "there")]
    ends = [batch(plans, output=str(outs[0]))]
    url = f"sqlite:///{tmp_path / 'plans.db'}"
    ends += [batch(plans, output=str(outs[1]), scheduler=Cluster(address=address), url=url)]
    assert ends == [ExitCode.PARTLY, ExitCode.PARTLY]
    assert len(results(outs[0])) == 5
    assert results(outs[0]) == results(outs[1])
    one, other = (manifest(out) for out in outs)
    assert [name for name, line in other.items() if not line["loaded"]] == [
        name for name, line in other.items() if line["status"] == "failed"
    ]
    own = {"seconds", "peak_memory_mb", "loaded"}
    assert [{k: v for k, v in line.items() if k not in own} for line in one.values()] == [
        {k: v for k, v in line.items() if k not in own} for line in other.values()
    ]


def test_documents_come_from_addresses_and_results_go_to_one(
    plans: Path, batch: Batch, tmp_path: Path, address: str, web: str
) -> None:
    there = tmp_path / "there"
    scheduler = Cluster(address=address, results=there.as_uri())
    given = [f"{web}/a.md", f"{web}/north/c.md", f"{web}/gone.md"]
    assert batch(*given, scheduler=scheduler) == ExitCode.PARTLY
    lines = manifest(tmp_path / "out")
    assert "cannot be fetched" in lines["gone.md"]["reason"]
    batch(plans / "a.md", output=str(tmp_path / "here"))
    (expected,) = results(tmp_path / "here").values()
    assert (there / lines["a.md"]["output"]).read_bytes() == expected
    assert results(tmp_path / "out") == {}


def test_what_takes_too_long_is_killed_and_its_worker_lives(
    plans: Path, out: Path, address: str, cluster: distributed.LocalCluster
) -> None:
    before = pids(cluster)
    long = write_plan(plans / "long.md", 9)
    long.write_text(long.read_text() + "Of 12 people 5 per cent need 3 things. " * 20_000)
    slow = job(long, out, limits=Limits(seconds=0.2, retries=1))
    ended = dict(Cluster(address=address).run([slow, job(plans / "a.md", out)]))
    told = {Path(each.source).name: outcome for each, outcome in ended.items()}
    assert (told["long.md"].status, told["long.md"].tries) == ("failed", 2)
    assert told["long.md"].reason == "takes longer than 0.2 s"
    assert told["a.md"].status == "done"
    assert pids(cluster) == before


def test_to_stop_leaves_a_cluster_as_it_was(
    plans: Path, out: Path, address: str, cluster: distributed.LocalCluster
) -> None:
    before = plugins(cluster)
    running = Cluster(address=address).run(job(path, out) for path in plans.rglob("*.md"))
    next(running)
    assert plugins(cluster) != before
    running.close()
    assert plugins(cluster) == before


def plugins(cluster: distributed.LocalCluster) -> list[str]:
    return sorted(cluster.scheduler.worker_plugins)


def test_a_worker_of_another_version_gets_nothing(
    plans: Path, out: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(on_dask, "versions", lambda: {"planfacts": "99.0"})
        with pytest.raises(UsageError, match=r"has planfacts .*, this machine has 99\.0"):
            next(Cluster(address=address).run([job(plans / "a.md", out)]))
    late = Order(
        job=job(plans / "a.md", out), hands="", results=None, versions={"planfacts": "99.0"}
    )
    assert str(carried_out(late).reason).endswith("not 99.0")


def test_a_result_that_is_not_seen_here_is_a_failure(plans: Path, out: Path, address: str) -> None:
    def lost(order: Order) -> Outcome:
        return Outcome(source=order.job.source, status="done", output=order.job.output)

    ((_, outcome),) = Cluster(address=address, task=lost).run([job(plans / "a.md", out)])
    assert "has to be a folder that all machines see" in str(outcome.reason)


def killing(order: Order) -> Outcome:
    """End the worker for one document; say of others that they are done."""
    if order.job.source.endswith("b.md"):
        os._exit(1)
    return Outcome(source=order.job.source, status="done")


@pytest.fixture
def strict(address: str, cluster: distributed.LocalCluster, monkeypatch: pytest.MonkeyPatch) -> str:
    """A scheduler that gives no job to a second worker after the first one ended."""
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    return address


def test_what_ends_its_workers_is_set_aside_and_the_others_are_done(
    plans: Path, batch: Batch, out: Path, strict: str
) -> None:
    assert batch(plans, scheduler=Cluster(address=strict, task=killing)) == ExitCode.PARTLY
    lines = manifest(out)
    assert lines.pop("b.md")["reason"] == "set aside: each worker that had it ended"
    assert {line["status"] for line in lines.values()} == {"done"}


def test_a_worker_that_is_killed_costs_no_document(
    plans: Path, batch: Batch, out: Path, address: str, cluster: distributed.LocalCluster
) -> None:
    for number in range(8):
        write_plan(plans / f"more-{number}.md", number + 5)
    killed: list[int] = []

    def kill_in_the_middle() -> None:
        while not list(out.glob("*.json")):
            time.sleep(0.01)
        # Asked for now: a worker that another test has ended may be a new process by then.
        killed.append(pids(cluster)[0])
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_in_the_middle)
    killer.start()
    assert batch(plans, scheduler=Cluster(address=address)) == ExitCode.DONE
    killer.join()
    assert killed
    assert not set(killed) & set(pids(cluster))
    assert len(results(out)) == 13


@pytest.mark.parametrize("wrong", ["dask://127.0.0.1:9", "nowhere", "http://host:1"])
def test_no_scheduler_is_told(wrong: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match=f"^{wrong}: "):
        next(Cluster(address=wrong).run([job("a.md", out)]))


def test_an_address_for_results_needs_a_scheduler_and_no_database() -> None:
    with pytest.raises(UsageError, match="only with --scheduler"):
        Elsewhere("s3://bucket/out", None, None)
    with pytest.raises(UsageError, match="--to needs a folder"):
        Elsewhere("s3://bucket/out", "dask://host:1", "sqlite:///x.db")


def test_the_manifest_goes_to_the_address_of_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked = Elsewhere("memory://bucket/out/", "dask://host:1", None)
    folder = Path(asked.folder)
    assert tmp_path in folder.parents
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text("{}\n")
    asked.tell_of_results()
    with fsspec.open(f"memory://bucket/out/{MANIFEST}") as file:
        assert file.read() == b"{}\n"


def test_a_file_address_is_a_folder() -> None:
    assert Elsewhere("file:///shared/out", "dask://host:1", None).folder == "/shared/out"
