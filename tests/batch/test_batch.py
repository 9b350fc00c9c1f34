"""What a batch leaves behind: results, a manifest, and a cache that lets nothing be done twice."""

import errno
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typing_extensions import override

from extractor import publish
from extractor.batch import Job, Outcome, command, files, run
from extractor.batch.coming import Coming
from extractor.batch.finish import Ended
from extractor.batch.listing import Found
from extractor.batch.naming import Names
from extractor.errors import OutputError, UsageError
from extractor.given import is_extraction, json_kind
from extractor.output import ExitCode, serialise
from extractor.pipeline import published
from schemas.extraction import PAGE_FAILED, ReadWarning
from schemas.published import schema_json
from tests.batch.conftest import Batch, Here, manifest, results, write_plan


def test_results_are_those_of_extract_in_the_same_tree(
    plans: Path, batch: Batch, out: Path
) -> None:
    assert batch(plans) == ExitCode.DONE
    expected = {
        f"{path.relative_to(plans)}.json": b"".join(serialise(published(path), "json"))
        for path in plans.rglob("*.md")
    }
    assert results(out) == expected


@pytest.mark.parametrize("form", ["jsonl", "md"])
def test_other_forms_are_those_of_extract(plans: Path, batch: Batch, out: Path, form: str) -> None:
    batch(plans / "a.md", form=form)
    expected = b"".join(serialise(published(plans / "a.md"), form))
    assert (out / f"a.md.{form}").read_bytes() == expected


def test_the_manifest_has_a_line_for_each_document(plans: Path, batch: Batch, out: Path) -> None:
    (plans / "empty.md").write_bytes(b"")
    (plans / "gone.md").symlink_to("nowhere")
    assert batch(plans) == ExitCode.PARTLY
    lines = manifest(out)
    for line in lines.values():
        jsonschema.validate(line, json.loads(schema_json("manifest")))
    assert lines["empty.md"]["reason"] == "the file is empty"
    assert lines["gone.md"]["reason"] == "no such file"
    good = lines["c.md"]
    result = (out / good["output"]).read_bytes()
    assert good["status"] == "done"
    assert good["output"] == "north/c.md.json"
    assert good["sha256"] == sha256((plans / "north" / "c.md").read_bytes()).hexdigest()
    assert good["output_sha256"] == sha256(result).hexdigest()
    assert good["figures"] == len(json.loads(result)["figures"])
    assert good["peak_memory_mb"] > 0
    assert good["explained"] == 1


def test_what_was_read_is_not_read_again(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(plans)
    before = results(out)
    monkeypatch.setattr("extractor.pipeline.published", None)
    assert batch(plans) == ExitCode.DONE
    assert {line["status"] for line in manifest(out).values()} == {"cached"}
    assert results(out) == before


def test_a_moved_document_is_known_by_its_content(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans)
    (plans / "a.md").rename(plans / "moved.md")
    batch(plans)
    assert manifest(out)["moved.md"]["status"] == "cached"
    assert (out / "moved.md.json").read_bytes() == (out / "a.md.json").read_bytes()


def test_what_was_changed_is_read_again(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans)
    write_plan(plans / "b.md", 77)
    batch(plans)
    changed = {name for name, line in manifest(out).items() if line["status"] == "done"}
    assert changed == {"b.md"}
    assert "USD 80 million" in json.loads((out / "b.md.json").read_text())["text"]


@pytest.mark.parametrize("more", [{"fresh": True}, {"form": "md"}])
def test_another_form_needs_no_reading_and_fresh_reads_all(
    plans: Path, batch: Batch, out: Path, more: dict[str, object]
) -> None:
    batch(plans)
    batch(plans, **more)
    told = {line["status"] for line in manifest(out).values()}
    assert told == ({"done"} if "fresh" in more else {"cached"})


def test_another_version_or_option_reads_again(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.batch import Reading, cache

    batch(plans)
    batch(plans, reading=Reading(engine="pdfplumber"))
    assert {line["status"] for line in manifest(out).values()} == {"done"}
    monkeypatch.setattr(cache, "versions", lambda: {"planfacts": "9"})
    batch(plans)
    assert {line["status"] for line in manifest(out).values()} == {"done"}


@pytest.mark.parametrize("broken", ["*.json", "*.about"])
@pytest.mark.parametrize("content", [b"", b"{}", None])
def test_a_corrupt_entry_of_the_cache_is_found_and_made_anew(
    plans: Path, batch: Batch, out: Path, broken: str, content: bytes | None
) -> None:
    batch(plans / "a.md")
    before = results(out)
    (entry,) = (out / ".planfacts" / "cache").rglob(broken)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-9] + b"9" + whole[-8:] if content is None else content)
    assert batch(plans / "a.md") == ExitCode.DONE
    assert manifest(out)["a.md"]["status"] == "done"
    assert results(out) == before


def test_a_result_that_was_changed_is_made_anew(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans)
    before = results(out)
    (out / "a.md.json").write_text("changed")  # which its entry is too: they are one file
    (out / "b.md.json").unlink()
    batch(plans)
    assert results(out) == before


def test_a_document_with_lost_pages_is_partly_done_however_often_it_is_asked_for(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = [ReadWarning(code=PAGE_FAILED, message=f"page {n} is damaged", page=n) for n in range(5)]
    monkeypatch.setattr(
        publish.Publication, "outcome", property(lambda _: with_warnings(tuple(lost)))
    )
    for status in ("partial", "cached"):
        assert batch(plans / "a.md") == ExitCode.PARTLY
        assert manifest(out)["a.md"]["status"] == status
        assert manifest(out)["a.md"]["reason"] == (
            "page 0 is damaged; page 1 is damaged; page 2 is damaged; and 2 more"
        )


def with_warnings(warnings: tuple[ReadWarning, ...]) -> publish.Outcome:
    nothing: Counter[str] = Counter()
    return publish.Outcome(
        pages=5,
        sections=0,
        tables=0,
        kinds=nothing,
        bound=nothing,
        explained=1.0,
        warnings=warnings,
    )


def test_documents_of_the_same_bytes_are_read_once(
    plans: Path, batch: Batch, out: Path, here: Here
) -> None:
    (plans / "z.md").write_bytes((plans / "a.md").read_bytes())
    assert batch(plans) == ExitCode.DONE
    assert len(here.done) == 5
    line = manifest(out)["z.md"]
    assert line["status"] == "skipped"
    assert line["reason"] == f"has the same bytes as {plans}/a.md"
    assert line["output"] == "a.md.json"


def test_an_extraction_is_no_document(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans / "a.md")
    (plans / "a.json").write_bytes((out / "a.md.json").read_bytes())
    assert batch(plans) == ExitCode.DONE
    assert manifest(out)["a.json"]["reason"] == "is an extraction already"


@pytest.mark.parametrize(
    "content", ['{"a": [1, 2]}\n', "{}", '\ufeff { "key": {"schema_version": "1"}}']
)
def test_other_json_is_no_document_and_not_done(
    plans: Path, batch: Batch, out: Path, content: str
) -> None:
    (plans / "a.json").write_text(content)
    assert batch(plans / "a.json", plans / "a.md") == ExitCode.PARTLY
    line = manifest(out)["a.json"]
    assert line["status"] == "failed"
    assert (
        line["reason"] == "is JSON, but no extraction (which begins with schema_version and engine)"
    )


@pytest.mark.parametrize("content", ['{"a": 1} has USD 3 million\n', "{draft} 3 million people\n"])
def test_a_text_that_begins_with_a_brace_is_a_document(
    plans: Path, batch: Batch, out: Path, content: str
) -> None:
    (plans / "a.txt").write_text(content)
    assert batch(plans / "a.txt") == ExitCode.DONE
    assert manifest(out)["a.txt"]["figures"] > 0


def test_of_json_no_more_than_its_ends_is_looked_at(tmp_path: Path) -> None:
    long = tmp_path / "long.json"
    with long.open("wb") as file:
        file.write(b'{"a": [')
        file.truncate(1 << 36)  # of nothing: to read it whole would take minutes
        file.seek(0, os.SEEK_END)
        file.write(b"]}\n")
    assert json_kind(long) == "other"
    assert is_extraction(long), "what should be one is told so, not read as text"


def test_a_file_that_is_too_long_is_not_opened(
    plans: Path, batch: Batch, out: Path, here: Here
) -> None:
    with (plans / "long.pdf").open("wb") as file:
        file.truncate(300 << 30)
    assert batch(plans) == ExitCode.PARTLY
    assert len(here.done) == 5
    assert manifest(out)["long.pdf"]["reason"] == (
        "has 300.0 GB, more than one document may have (2 GB)"
    )


def test_between_pieces_of_a_long_file_other_documents_are_looked_at(
    plans: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PIECE", 16)
    monkeypatch.setattr(files, "TURN", 64)
    ended: list[Ended] = []
    coming = Coming(partial(Job, folder=str(out)), Names("json"), frozenset(), ended.append)
    *pauses, job = coming.jobs([Found(str(plans / "a.md"), "a.md")])
    assert len(pauses) == (plans / "a.md").stat().st_size // 64 > 1
    assert set(pauses) == {None}
    assert job is not None
    assert job.sha256 == sha256((plans / "a.md").read_bytes()).hexdigest()


def test_a_line_that_was_cut_off_is_left_out(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans)
    whole = (out / "manifest.jsonl").read_bytes()
    (out / "manifest.jsonl").write_bytes(whole + whole[:-40] + b'\n{"source": "torn')
    batch(plans / "a.md")
    assert set(manifest(out)) == {"a.md", "b.md", "c.md", "d.md", "e.md"}
    assert manifest(out)["a.md"]["status"] == "cached"


def test_a_document_that_is_changed_while_it_is_read_has_failed(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, **options: object) -> object:
        write_plan(path, 99)
        return published(path, **options)

    monkeypatch.setattr("extractor.pipeline.published", late)
    assert batch(plans / "a.md") == ExitCode.FAILED
    assert manifest(out)["a.md"]["reason"] == "was changed while it was read"


def test_names_that_are_no_text_are_told_of(plans: Path, batch: Batch, out: Path) -> None:
    name = plans / "na\udcffme\n\x1b[2J.md"
    (plans / "b.md").rename(name)
    assert batch(plans) == ExitCode.DONE
    assert (out / "na_xffme__[2J.md.json").is_file()
    assert "na\\xffme\n\x1b[2J.md" in {Path(s).name for s in manifest(out)}


def test_what_cannot_be_written_is_told_of(plans: Path, batch: Batch, out: Path) -> None:
    (out / "a.md.json").mkdir(parents=True)
    assert batch(plans) == ExitCode.PARTLY
    assert manifest(out)["b.md"]["status"] == "done"
    failed = [one for one in manifest(out).values() if one["status"] == "failed"]
    assert [line["reason"] for line in failed] == [
        f"{out}/a.md.json: cannot be written: Is a directory"
    ]


def test_of_a_full_disk_it_is_said_how_to_go_on(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(plans / "a.md")
    before = results(out)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as changed:
        changed.setattr(os, "fsync", full)
        with pytest.raises(OutputError) as told:
            batch(plans)
    assert str(told.value) == (
        f"{out}/manifest.jsonl: cannot be written: No space left on device;"
        " what was done is kept: make room, and the same command goes on from here"
    )
    assert results(out) == before
    assert batch(plans) == ExitCode.DONE


def test_a_folder_of_results_that_cannot_be_made_is_refused(
    plans: Path, batch: Batch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be made a folder"):
        batch(plans, output=str(tmp_path / "file"))


def test_no_result_replaces_a_document(
    plans: Path, batch: Batch, out: Path, tmp_path: Path
) -> None:
    there = write_plan(out / "plans" / "a.md.json", 1)
    before = there.read_bytes()
    write_plan(out / "plans" / "z.md", 2)
    listed = tmp_path / "files.list"
    listed.write_text(f"{plans}/a.md\n{there}\n{out}/plans/z.md\n")
    with pytest.raises(UsageError, match=r"a.md.json: is a document; the result of .*a.md would"):
        batch(listed)
    assert there.read_bytes() == before


def test_drafts_of_what_was_killed_are_removed(plans: Path, batch: Batch, out: Path) -> None:
    drafts = out / ".planfacts" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "left").write_bytes(b"half")
    batch(plans)
    assert list(drafts.iterdir()) == []


def test_a_line_a_document_is_said_and_a_summary(
    plans: Path, batch: Batch, capsys: pytest.CaptureFixture[str]
) -> None:
    (plans / "empty.md").write_bytes(b"")
    batch(plans, quiet=False)
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"[1/6] {plans}/a.md: done, ")
    assert "6 documents in " in said[6]
    assert ": 5 done, 1 failed; 0 pages, " in said[6]
    assert said[7:] == [f"planfacts: {plans}/empty.md: failed: the file is empty"]


def test_quiet_says_what_went_wrong_only(
    plans: Path, batch: Batch, capsys: pytest.CaptureFixture[str]
) -> None:
    (plans / "empty.md").write_bytes(b"")
    batch(plans, quiet=True)
    assert capsys.readouterr().err == f"planfacts: {plans}/empty.md: failed: the file is empty\n"


Watching = Callable[[], object]


def test_what_is_added_or_changed_is_read_while_a_folder_is_watched(
    plans: Path, batch: Batch, out: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.batch.coming.PAUSE", 0.01)
    looks: list[str] = []
    given = command.found

    def looked(*words: Any, **more: Any) -> list[Found]:  # noqa: ANN401
        looks.append("at the folder")
        return given(*words, **more)

    monkeypatch.setattr(command, "found", looked)
    steps: list[Watching] = [
        lambda: write_plan(plans / "new.md", 8),
        lambda: write_plan(plans / "new.md", 9),
        lambda: [path.unlink() for path in plans.rglob("*.md")],
    ]

    class Watched(Here):
        @override
        def run(self, jobs: Iterable[Job | None]) -> Generator[tuple[Job, Outcome], None, None]:
            seen = len(looks)
            for job in jobs:
                if job is not None:
                    yield from here.run([job])
                    seen = len(looks)
                elif len(looks) - seen < 4:  # two find a file the same, and two more find nothing
                    time.sleep(0.001)
                elif steps:
                    steps.pop(0)()
                    seen = len(looks)
                else:
                    raise KeyboardInterrupt

    pattern = f"{plans}/**/*.md"
    assert batch(pattern, watch=True, scheduler=Watched()) == ExitCode.STOPPED
    assert [Path(job.source).name for job in here.done[-2:]] == ["new.md", "new.md"]
    assert len(here.done) == 7
    assert "USD 12 million" in json.loads((out / "new.md.json").read_text())["text"]


def test_a_document_that_changes_while_it_is_read_is_read_again_afterwards(
    plans: Path, out: Path
) -> None:
    ended: list[Ended] = []
    make = partial(Job, folder=str(out))
    coming = Coming(make, Names("json"), frozenset(), ended.append)
    document = Found(str(plans / "a.md"), "a.md")

    def seen() -> Iterator[Found | None]:
        yield document
        write_plan(plans / "a.md", 5)
        yield document
        yield None
        coming.ended(first, run(first))
        yield None

    jobs = coming.jobs(seen())
    first = next(jobs)
    assert first is not None
    assert next(jobs) is None, "not while it is being read"
    second = next(jobs)
    assert second is not None
    assert (second.source, second.output) == (first.source, first.output)
    assert second.sha256 != first.sha256
    coming.ended(second, run(second))
    assert [one.number for one in ended] == [0, 1]
    assert ended[0].outcome.reason == "was changed while it was read"
    assert "USD 8 million" in json.loads((out / "a.md.json").read_text())["text"]
