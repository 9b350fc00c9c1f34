"""What `batch` refuses before it begins, in one line."""

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.batch import cache, elsewhere
from extractor.cli import cli
from extractor.output import ExitCode


def planfacts(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.mark.parametrize("seconds", ["inf", "nan", "1e10", "0", "-1"])
def test_a_time_that_cannot_be_kept_is_refused(plans: Path, out: Path, seconds: str) -> None:
    result = planfacts("batch", plans, "-o", out, "--timeout", seconds)
    assert result.exit_code == ExitCode.FAILED
    assert result.stderr == (
        f"planfacts: --timeout: {float(seconds):g} is not between 0 and 604800 seconds\n"
    )
    assert not out.exists()


@pytest.mark.parametrize("size", ["99999999999999", "0"])
def test_a_size_that_cannot_be_kept_is_refused(plans: Path, out: Path, size: str) -> None:
    result = planfacts("batch", plans, "-o", out, "--memory", size)
    assert result.exit_code == ExitCode.FAILED
    assert result.stderr == (
        f"planfacts: --memory: {size} is not between 1 and 16777216 megabytes\n"
    )
    assert not out.exists()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:plans?mode=memory&cache=shared&uri=true",
        "sqlite:///file:/plans?mode=rwc&mode=memory&uri=true",
        "sqlite:///file:/plans?vfs=memdb&uri=true",
        "sqlite:///file:plans.db%3Fmode=memory?uri=true",
        "sqlite:///file:plans.db%3Fcache=shared%26mode=%256demory%23top?uri=true",
        "sqlite:///file:plans.db?mode=%256demory&uri=true",
        "sqlite:///file:%3Fcache=shared?uri=true",
        "sqlite:///file:%253Amemory%253A?uri=true",
        "sqlite:///file://localhost?uri=true",
        "duckdb:///:memory:",
        "duckdb:///:memory:plans",
    ],
)
@pytest.mark.parametrize("command", ["batch", "load"])
def test_a_database_that_is_gone_when_the_command_ends_is_refused(
    plans: Path, out: Path, url: str, command: str
) -> None:
    where = ["-o", out] if command == "batch" else []
    (plans / "a.json").write_text('{"schema_version": "1.0"}')
    result = planfacts(command, plans / "a.json", *where, "--to", url)
    assert result.exit_code == ExitCode.FAILED
    assert "is gone when the command ends: a database of this kind needs a file" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_ctrl_c_before_a_batch_begins_is_one_line(
    plans: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(elsewhere, "Elsewhere", stopped)
    result = planfacts("batch", plans, "-o", out)
    assert (result.exit_code, result.stderr) == (ExitCode.STOPPED, "planfacts: stopped\n")


def test_a_result_is_kept_by_the_versions_of_all_that_read_and_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = {"planfacts": "1", "charset-normalizer": "2", "rapidocr": "3"}

    def version(name: str) -> str:
        if name not in there:
            raise PackageNotFoundError(name)
        return there[name]

    monkeypatch.setattr(cache, "version", version)
    cache.versions.cache_clear()
    try:
        assert cache.versions() == there
    finally:
        cache.versions.cache_clear()
