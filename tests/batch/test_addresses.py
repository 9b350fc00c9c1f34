"""Documents by their address, and results put there."""

import sys
from pathlib import Path

import fsspec
import pytest

from extractor.batch import Job, run, sources
from extractor.batch.job import KEPT
from extractor.batch.sources import at_hand, put
from extractor.errors import OutputError, UnreadableSourceError, UsageError

TEXT = b"The plan needs USD 3 million for 1,200 people.\n"
ADDRESS = "memory://plans/a.md"


@pytest.fixture(autouse=True)
def there() -> None:
    with fsspec.open(ADDRESS, "wb") as file:
        file.write(TEXT)


def test_a_document_is_at_hand_as_long_as_it_is_read(tmp_path: Path) -> None:
    with at_hand(ADDRESS, tmp_path / "copies") as path:
        assert path.read_bytes() == TEXT
    assert not list((tmp_path / "copies").iterdir())


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_file_is_read_where_it_is(tmp_path: Path, scheme: str) -> None:
    with at_hand(f"{scheme}/plans/a.md", tmp_path / "copies") as path:
        assert path == Path("/plans/a.md")
    assert not (tmp_path / "copies").exists()


def test_what_is_not_there_is_told_with_its_address(tmp_path: Path) -> None:
    missing = "memory://plans/none.md"
    with (
        pytest.raises(UnreadableSourceError, match=f"^{missing}: cannot be fetched: "),
        at_hand(missing, tmp_path),
    ):
        pass


def test_what_does_not_end_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST", len(TEXT) - 1)
    with pytest.raises(UnreadableSourceError, match="is longer than"), at_hand(ADDRESS, tmp_path):
        pass
    assert not list(tmp_path.iterdir())


def test_a_kind_of_address_that_nobody_knows_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nonsense"), at_hand("nonsense://a/b", tmp_path):
        pass


def test_without_the_extra_its_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"pip install 'planfacts\[dask\]'"):
        put(tmp_path / "a.json", "memory://out/a.json")


def test_a_result_is_put_at_an_address(tmp_path: Path) -> None:
    made = tmp_path / "a.json"
    made.write_bytes(b"{}\n")
    put(made, "memory://out/of/plans/a.json")
    with fsspec.open("memory://out/of/plans/a.json") as file:
        assert file.read() == b"{}\n"


def test_a_result_that_cannot_be_put_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"^memory://out/b\.json: cannot be written: "):
        put(tmp_path / "none.json", "memory://out/b.json")


def test_a_job_reads_what_is_at_an_address_as_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(TEXT)
    for source, output in ((ADDRESS, "there.json"), (str(tmp_path / "a.md"), "here.json")):
        job = Job(source=source, folder=str(tmp_path), output=output, fresh=True)
        assert run(job).figures == 2
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()
    assert not list((tmp_path / KEPT / "drafts").iterdir())
