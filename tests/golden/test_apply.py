"""`golden apply`: what a reviewer said in the report, taken over into a golden."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.golden.compare import compare
from extractor.golden.draft import draft_golden
from extractor.golden.store import load_golden, write_golden
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.golden import Golden, GoldenFigure

PLAN = """# Harbour plan 2031

The flood of March 2031 damaged 7 bridges. Repairs need USD 2.5 million, of which
40 per cent is funded. It took 40 to 50 boats.

| Town | Boats |
| --- | --- |
| Eastport | 12 |
| Westport | 30 |
"""


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Extraction]:
    from extractor.pipeline import extract

    path = tmp_path_factory.mktemp("harbour") / "harbour.md"
    path.write_text(PLAN, "utf-8")
    return path, extract(path)


class Desk:
    """A golden of the harbour plan, and reviews that are applied to it."""

    def __init__(self, folder: Path, document: Path, read: Extraction) -> None:
        self.path, self.patch = folder / "harbour.json", folder / "patch.json"
        self.document, self.read = document, read
        self.drafted = draft_golden(document, read)

    def figure(self, quote: str) -> Figure:
        return next(each for each in self.read.figures if each.anchor.quote == quote)

    def review(self, quote: str, verdict: str, **more: object) -> dict[str, object]:
        figure = self.figure(quote)
        return {"figure": figure.id, "quote": quote, "verdict": verdict, **more}

    def apply(self, golden: Golden, *reviews: dict[str, object], sha256: str = "") -> Result:
        write_golden(self.path, golden, force=True)
        document = {"name": "harbour.md", "sha256": sha256 or golden.sha256}
        patch = {"format": "planfacts-review/1", "document": document, "reviews": reviews}
        self.patch.write_text(json.dumps(patch), "utf-8")
        words = ["golden", "apply", self.path, self.patch, "--source", self.document]
        return CliRunner().invoke(cli, [str(word) for word in words], catch_exceptions=False)

    @property
    def golden(self) -> Golden:
        return load_golden(self.path)

    def without(self, quote: str) -> Golden:
        kept = [each for each in self.drafted.figures if each.printed != quote]
        return self.drafted.model_copy(update={"figures": tuple(kept)})

    def changed(self, quote: str, **fields: object) -> Golden:
        made = [
            each.model_copy(update=fields) if each.printed == quote else each
            for each in self.drafted.figures
        ]
        return self.drafted.model_copy(update={"figures": tuple(made)})

    def entry(self, quote: str) -> GoldenFigure:
        return next(each for each in self.golden.figures if each.printed == quote)

    def unknown_differences(self) -> list[str]:
        results = compare(self.golden, self.read, PLAN)
        return [each.sentence(None) for result in results for each in result.failures]


@pytest.fixture
def desk(tmp_path: Path, harbour: tuple[Path, Extraction]) -> Desk:
    return Desk(tmp_path, *harbour)


def test_a_right_figure_that_the_golden_has_changes_nothing(desk: Desk) -> None:
    told = desk.apply(desk.drafted, desk.review("USD 2.5 million", "right"))
    assert (told.exit_code, told.output) == (0, "")
    assert desk.golden == desk.drafted


def test_a_right_figure_that_the_golden_lacks_is_added_in_its_place(desk: Desk) -> None:
    told = desk.apply(desk.without("7"), desk.review("7", "right"))
    assert "'7': added as #" in told.output
    assert [each.printed for each in desk.golden.figures] == [
        each.printed for each in desk.drafted.figures
    ]
    assert desk.unknown_differences() == []


def test_a_right_figure_takes_the_place_of_a_false_entry_and_of_loose_digits(desk: Desk) -> None:
    extra = {"part": "figures", "source": desk.figure("7").anchor.source}
    run = {"source": desk.figure("7").anchor.source[0], "digits": "7", "status": "name"}
    golden = Golden.model_validate(
        {**dict(desk.without("7")), "extras": [extra], "digits": [*desk.drafted.digits, run]}
    )
    told = desk.apply(golden, desk.review("7", "right"))
    assert "no false entry any more" in told.output
    assert "digits 7: in a figure now, not name" in told.output
    assert desk.unknown_differences() == []


@pytest.mark.parametrize("there", [True, False])
def test_a_part_whose_whole_is_not_in_the_golden_has_a_known_gap(
    desk: Desk, *, there: bool
) -> None:
    lost = {"USD 2.5 million"} if there else {"USD 2.5 million", "40 per cent"}
    kept = [
        each for each in desk.changed("40 per cent", of=None).figures if each.printed not in lost
    ]
    golden = desk.drafted.model_copy(update={"figures": tuple(kept)})
    assert desk.figure("40 per cent").of
    told = desk.apply(golden, desk.review("40 per cent", "right"))
    assert "of: a known gap, its whole is not in the golden" in told.output
    assert desk.entry("40 per cent").gaps == ("of",)
    desk.apply(desk.golden, desk.review("USD 2.5 million", "right"))
    desk.apply(desk.golden, desk.review("40 per cent", "right"))
    assert desk.entry("40 per cent").gaps == ()
    assert desk.unknown_differences() == []


def test_what_the_golden_said_otherwise_of_a_right_figure_is_told_and_changed(desk: Desk) -> None:
    golden = desk.changed("7", value="8", gaps=("value",), indicator=("crossings",))
    told = desk.apply(golden, desk.review("7", "right"))
    assert "'7': value: 8 -> 7" in told.output
    assert "value: no gap any more" in told.output
    assert (desk.entry("7").value, desk.entry("7").gaps) == ("7", ())
    assert "crossings" in desk.entry("7").indicator[1:]  # still acceptable, no longer the best
    assert desk.unknown_differences() == []


def test_a_correction_is_the_truth_and_what_the_program_says_a_known_gap(desk: Desk) -> None:
    review = desk.review(
        "12", "wrong", corrections={"value": "13", "place": "Eastport", "population": None}
    )
    told = desk.apply(desk.drafted, review)
    assert "'12': value: 12 -> 13" in told.output
    entry = desk.entry("12")
    assert (entry.value, entry.place.value, entry.population) == ("13", ("Eastport",), ())
    assert "value" in entry.gaps
    assert desk.unknown_differences() == []


def test_a_range_is_corrected_by_its_ends(desk: Desk) -> None:
    told = desk.apply(desk.drafted, desk.review("40 to 50", "wrong", corrections={"high": "60"}))
    assert "value: 40 to 50 -> 40 to 60" in told.output
    entry = desk.entry("40 to 50")
    assert (entry.value, entry.low, entry.high, entry.gaps) == (None, "40", "60", ("value",))
    assert desk.unknown_differences() == []


def test_a_wrong_figure_of_which_the_golden_says_otherwise_becomes_a_known_gap(desk: Desk) -> None:
    told = desk.apply(desk.changed("30", value="31"), desk.review("30", "wrong"))
    assert "value: the golden stays, a known gap" in told.output
    assert (desk.entry("30").value, desk.entry("30").gaps) == ("31", ("value",))
    assert desk.unknown_differences() == []


@pytest.mark.parametrize("there", [True, False])
def test_a_wrong_figure_without_a_truth_is_a_false_entry(desk: Desk, *, there: bool) -> None:
    golden = desk.drafted if there else desk.without("30")
    told = desk.apply(golden, desk.review("30", "wrong"))
    assert ("dropped: it said what the program says" in told.output) == there
    assert "marked as a false entry that is known" in told.output
    assert "30" not in [each.printed for each in desk.golden.figures]
    assert desk.unknown_differences() == []
    again = desk.apply(desk.golden, desk.review("30", "wrong"))
    assert "is marked as a false entry already" in again.output


def test_a_note_is_told_and_changes_nothing(desk: Desk) -> None:
    told = desk.apply(desk.drafted, desk.review("30", "note", note="ask\nthe port"))
    assert told.output.endswith("'30': note: ask the port\n")
    assert desk.golden == desk.drafted


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda r: {**r, "figure": "fig-0"}, "fig-0 is no figure of the document"),
        (lambda r: {**r, "quote": "31"}, "is printed '30', not '31'"),
        (lambda r: {**r, "verdict": "maybe"}, "is no golden patch: reviews.1.verdict"),
        (lambda r: {**r, "corrections": {"value": "thirty"}}, "'thirty' is no number"),
        (lambda r: {**r, "corrections": {"value": None}}, "a figure without value is none"),
        (lambda r: {**r, "corrections": {"zone": "prose"}}, "is no golden patch"),
    ],
)
def test_a_patch_that_cannot_be_is_one_line_and_writes_nothing(
    desk: Desk, spoil: Callable[[dict[str, object]], dict[str, object]], message: str
) -> None:
    told = desk.apply(desk.drafted, desk.review("7", "wrong"), spoil(desk.review("30", "wrong")))
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert message in told.output
    assert desk.golden == desk.drafted


def test_a_patch_of_another_document_is_refused(desk: Desk) -> None:
    told = desk.apply(desk.drafted, desk.review("30", "wrong"), sha256="0" * 64)
    assert told.exit_code == 2
    assert "reviews another document, 'harbour.md'" in told.output
