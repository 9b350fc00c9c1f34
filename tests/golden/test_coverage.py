"""`golden coverage`: which share of a document its golden knows."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import GoldenError
from extractor.golden.coverage import Share, cover_goldens, coverage
from extractor.golden.store import write_golden
from extractor.output import ExitCode
from schemas.base import BoxPiece
from schemas.document import Page
from schemas.extraction import Extraction
from schemas.golden import Golden, GoldenExtra


@pytest.fixture
def shares(plan: Extraction) -> Callable[[Golden], dict[str, Share]]:
    return lambda golden: coverage(golden, plan, plan.text)


def test_a_golden_of_everything_covers_everything(
    golden: Golden, shares: Callable[[Golden], dict[str, Share]]
) -> None:
    told = shares(golden)
    digits = told.pop("digits")
    assert digits == Share(14, 15)  # the mark stands in no block: where it is printed nothing says
    assert all(each.covered == each.whole for each in told.values()), told
    assert told["figures"].whole == len(golden.figures)
    assert told["pages"] == Share(0, 0)


def test_what_has_no_entry_is_not_covered(
    golden: Golden, shares: Callable[[Golden], dict[str, Share]]
) -> None:
    figures = tuple(one for one in golden.figures if one.printed != "40,000")
    part = golden.model_copy(update={"figures": figures, "captions": (), "footnotes": ()})
    before, told = shares(golden), shares(part)
    assert told["figures"] == Share(before["figures"].whole - 1, before["figures"].whole)
    assert told["digits"] == Share(before["digits"].covered - 2, 15)  # 40 and 000
    assert (told["captions"].covered, told["footnotes"].covered) == (0, 0)
    assert told["headings"] == before["headings"]


def test_wrong_is_covered_as_well_as_right(
    golden: Golden, shares: Callable[[Golden], dict[str, Share]]
) -> None:
    wrong = tuple(one.model_copy(update={"value": "1"}) for one in golden.figures)
    assert shares(golden.model_copy(update={"figures": wrong})) == shares(golden)


def test_a_figure_that_is_said_to_be_none_is_covered(
    golden: Golden, shares: Callable[[Golden], dict[str, Share]]
) -> None:
    (gone,) = (one for one in golden.figures if one.printed == "40,000")
    left = tuple(one for one in golden.figures if one is not gone)
    extra = GoldenExtra(part="figures", source=gone.source)
    told = shares(golden.model_copy(update={"figures": left, "extras": (extra,)}))
    assert told["figures"] == shares(golden)["figures"]


def test_pages_are_those_that_the_golden_says_it_covers(golden: Golden, plan: Extraction) -> None:
    pages = tuple(Page(number=number) for number in (1, 2, 3))
    document = plan.document.model_copy(update={"pages": pages})
    paged = plan.model_copy(update={"document": document})
    assert coverage(golden, paged, plan.text)["pages"] == Share(3, 3)
    some = golden.model_copy(update={"coverage": ("2", "7")})
    assert coverage(some, paged, plan.text)["pages"] == Share(1, 3)


def test_boxes_of_another_page_cover_nothing(golden: Golden, plan: Extraction) -> None:
    away = BoxPiece(page=2, bbox=(0, 0, 10, 10))
    figures = tuple(one.model_copy(update={"source": (away,)}) for one in golden.figures)
    elsewhere = golden.model_copy(update={"figures": figures, "digits": ()})
    assert coverage(elsewhere, plan, plan.text)["figures"].covered == 0


@pytest.mark.parametrize(
    ("share", "shown"),
    [(Share(199, 200), "199/200 99%"), (Share(200, 200), "200/200 100%"), (Share(0, 0), "-")],
)
def test_a_hundred_per_cent_is_all(share: Share, shown: str) -> None:
    assert str(share) == shown


def test_the_table_has_a_row_a_golden_and_names_what_is_skipped(
    golden: Golden, plan: Extraction, document: Path, tmp_path: Path
) -> None:
    here, away = tmp_path / "golden" / "here.json", tmp_path / "golden" / "away.json"
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    write_golden(here, golden.model_copy(update={"sha256": digest}), force=False)
    write_golden(away, golden.model_copy(update={"sha256": "0" * 64}), force=False)
    said: list[str] = []
    complaints: list[str] = []
    code = cover_goldens([away, here], lambda _: plan, said.append, complaints.append)
    assert code == ExitCode.DONE
    (complaint,) = complaints
    assert "away.json: skipped: its document is not here" in complaint
    heads, row = said[0].splitlines()
    assert heads.split()[:3] == ["golden", "pages", "figures"]
    assert row.startswith(f"{here} ")
    other = here.with_name("other.json")
    other.write_bytes(here.read_bytes())
    cover_goldens([here, other], lambda _: plan, said.append, complaints.append)
    both = said[1].splitlines()[-1].split()
    assert both[:3] == ["all", "of", "them"]
    assert both[4] == f"{2 * len(golden.figures)}/{2 * len(golden.figures)}"


def test_a_broken_golden_is_told_and_no_golden_is_an_error(
    plan: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    complaints: list[str] = []
    code = cover_goldens([broken], lambda _: plan, print, complaints.append)
    assert (code, len(complaints)) == (ExitCode.FAILED, 1)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GoldenError, match="no golden files"):
        cover_goldens([], lambda _: plan, print, complaints.append)
