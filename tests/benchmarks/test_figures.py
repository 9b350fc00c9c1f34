"""Golden sentences, and the scores of what readers give of them."""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import figures
import pytest
import typst
from pages.printed import Glyph
from quantities import inside, others, tables
from quantities.cases import (
    FIRST_DRAW,
    SECOND_DRAW,
    SENTENCES,
    THIRD_DRAW,
    Case,
    Quantity,
    drawn,
    find,
    written,
)
from quantities.documents import Documents, goldens
from quantities.placed import documents, place, spelled
from quantities.readers import Answer, Planfacts
from quantities.scoring import Score, agreed, same_unit, without_times

from extractor.golden.store import find_document, load_golden
from schemas.base import Anchor, BoxPiece
from schemas.sentences import DrawnSentence, SentenceFigure, Sentences

ROOT = Path(__file__).parents[2]
DRAWS = (FIRST_DRAW, SECOND_DRAW, THIRD_DRAW)
SECOND = {"en": 55, "fr": 18, "es": 15, "ru": 11, "ar": 11}
THIRD = {"en": 74}
TEXT = "In 2031 about 40 families paid USD 3 for 2 km."


def quantity(printed: str, value: str, kind: str = "count", **more: str | None) -> Quantity:
    start, end = find(TEXT, printed, 1)
    return Quantity(start, end, kind, value, **more)


TRUTH = (
    quantity("2031", "2031", "date"),
    quantity("40", "40", unit="families", modifier="approx"),
    quantity("USD 3", "3", "money", unit="USD"),
    quantity("2 km", "2", "measure", unit="km"),
)
CASE = Case(
    "invented",
    "en",
    hard=True,
    text=TEXT,
    truth=tuple(
        (
            one,
            SentenceFigure(
                printed=TEXT[one.start : one.end],
                nth=1,
                kind=one.kind,
                value=one.value,
                unit=one.unit,
                modifier=one.modifier,
            ),
        )
        for one in TRUTH
    ),
)


def of_draw(draw: str) -> list[DrawnSentence]:
    """Return the sentences of a draw."""
    held = Sentences.model_validate_json((SENTENCES / f"{draw}.json").read_bytes()).sentences
    return [one for one in held if isinstance(one, DrawnSentence)]


def shares(*found: Quantity) -> dict[str, dict[str, float]]:
    """Return the F1 of each group and field for one reading of the invented sentence."""
    score = Score()
    score.add(CASE, Answer(found, None, None))
    made: dict[str, dict[str, float]] = {}
    for (group, name), tally in score.tallies.items():
        made.setdefault(group, {})[name] = tally.f1
    return made


class TestSentences:
    """The golden sentences themselves."""

    def test_there_are_as_many_in_each_language_as_promised(self) -> None:
        cases = written()
        counted = Counter(case.lang for case in cases)
        assert counted == {"en": 815, "fr": 176, "es": 174, "uk": 82, "ru": 107, "ar": 81}
        assert all(
            3 * sum(case.hard for case in cases if case.lang == lang) >= number
            for lang, number in counted.items()
        )

    def test_later_draws_have_as_many_in_each_language_as_promised(self) -> None:
        second, third = of_draw(SECOND_DRAW), of_draw(THIRD_DRAW)
        assert Counter(one.lang for one in second) == SECOND
        assert len({one.file for one in second if one.lang == "en"}) >= 9
        assert Counter(one.lang for one in third) == THIRD

    def test_each_has_a_name_of_its_own(self) -> None:
        files = [*(SENTENCES / "written").glob("*.json"), *(SENTENCES / f"{d}.json" for d in DRAWS)]
        names = [
            one.id
            for path in files
            for one in Sentences.model_validate_json(path.read_bytes()).sentences
        ]
        assert len(names) == len(set(names)) == 1635 + sum((*SECOND.values(), *THIRD.values()))

    def test_no_two_figures_of_a_written_sentence_overlap(self) -> None:
        for case in written():
            spans = sorted((one.start, one.end) for one, _ in case.truth)
            assert all(end <= start for (_, end), (start, _) in pairwise(spans))

    @pytest.mark.corpus
    def test_drawn_ones_are_printed_where_they_are_said_to_be(
        self, absent: Callable[[str], None]
    ) -> None:
        every = [one for draw in DRAWS for one in of_draw(draw)]
        pages = {(one.file, one.sha256): one.page for one in every}  # reading all takes a minute
        some = [one for one in every if pages[one.file, one.sha256] == one.page]
        there = documents(pages)
        if len(there) < len(pages):
            absent("documents that sentences were drawn from are not here")
        for one, placed in place(some, there):
            for figure in one.figures:
                find(placed.text, figure.printed, figure.nth)

    @pytest.mark.parametrize("draw", DRAWS)
    def test_drawn_ones_hold_no_text_but_their_figures(self, draw: str) -> None:
        held = json.loads((SENTENCES / f"{draw}.json").read_text("utf-8"))["sentences"]
        assert all("text" not in one for one in held)
        assert all(len(f["printed"].split()) <= 8 for one in held for f in one["figures"])

    @pytest.mark.parametrize("draw", DRAWS[1:])
    def test_no_sentence_of_a_draw_is_one_of_those_before(self, draw: str) -> None:
        before = [one for earlier in DRAWS[: DRAWS.index(draw)] for one in of_draw(earlier)]
        first = [(one.file, one.page, box) for one in before for box in one.boxes]
        for one in of_draw(draw):
            taken = [box for file, page, box in first if (file, page) == (one.file, one.page)]
            for left, top, right, bottom in one.boxes:
                x, y = (left + right) / 2, (top + bottom) / 2
                assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in taken)

    @pytest.mark.parametrize("draw", DRAWS[1:])
    def test_no_sentence_of_a_later_draw_stands_on_a_page_developed_on(self, draw: str) -> None:
        pages = {
            (path.stem, piece.page)
            for path in goldens("developed")
            for figure in load_golden(path).figures
            for piece in figure.source
            if isinstance(piece, BoxPiece)
        }
        drawn_pages = {(Path(one.file).stem, one.page) for one in of_draw(draw)}
        assert pages
        assert not pages & drawn_pages

    def test_a_draw_holds_its_own_sentences_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source = "#set page(width: 200pt, height: 100pt, margin: 20pt)\nSome 1,250 boats sank."
        path = tmp_path / "boats.pdf"
        path.write_bytes(typst.compile(source.encode()))
        figure = SentenceFigure(
            printed="1,250", nth=1, kind="count", value="1250", unit="boats", modifier="approx"
        )
        for draw in DRAWS:
            one = DrawnSentence(
                id=draw,
                lang="en",
                hard=False,
                figures=(figure,),
                file=path.name,
                sha256="0",
                page=1,
                boxes=((15.0, 15.0, 190.0, 40.0),),
            )
            held = Sentences(curated_by="invented", sentences=(one,))
            (tmp_path / f"{draw}.json").write_text(held.model_dump_json(), "utf-8")
        monkeypatch.setattr("quantities.cases.SENTENCES", tmp_path)
        monkeypatch.setattr("quantities.cases.documents", lambda _: {(path.name, "0"): path})
        (case,) = drawn((SECOND_DRAW,))
        ((quantity_there, _),) = case.truth
        assert case.name == SECOND_DRAW
        assert case.text[quantity_there.start : quantity_there.end] == "1,250"
        assert [case.name for case in drawn()] == [FIRST_DRAW, THIRD_DRAW]


class TestFind:
    """Where something is printed in a sentence."""

    def test_a_number_in_a_longer_one_is_passed_over(self) -> None:
        assert find("13 of 30, and 3", "3", 1) == (14, 15)

    def test_a_number_in_a_word_is_taken_where_there_is_no_other(self) -> None:
        assert find("ونصف", "نصف", 1) == (1, 4)

    def test_blanks_may_differ(self) -> None:
        assert find("USD  3million", "USD 3 million", 1) == (0, 13)

    def test_what_is_not_printed_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="'5' is not printed 2 times"):
            find("4 of 5", "5", 2)


class TestScores:
    """What a reading gains."""

    def test_reading_all_right_gains_everything(self) -> None:
        assert all(f1 == 1 for fields in shares(*TRUTH).values() for f1 in fields.values())

    def test_reading_nothing_gains_nothing(self) -> None:
        assert set(shares()["all"].values()) == {0.0}

    def test_fields_are_scored_apart(self) -> None:
        blind = Quantity(TRUTH[1].start, TRUTH[1].end + 1, "count", "40")
        gained = shares(TRUTH[0], blind, *TRUTH[2:])["all"]
        assert gained["value"] == 1
        assert gained["span"] == pytest.approx(0.75)
        assert gained["unit"] == pytest.approx(2 * 2 / (3 + 2))
        assert gained["modifier"] == 0
        assert gained["value and unit"] == pytest.approx(0.75)

    def test_an_invented_figure_costs(self) -> None:
        more = Quantity(0, 2, "count", "1")
        assert shares(*TRUTH, more)["all"]["value"] == pytest.approx(8 / 9)

    def test_a_reader_without_dates_loses_nothing_where_they_are_left_out(self) -> None:
        as_number = quantity("2031", "2031", None)
        assert shares(*TRUTH[1:])["no dates"]["value"] == 1
        assert shares(as_number, *TRUTH[1:])["no dates"]["value"] == 1
        assert list(without_times([(TRUTH[0], as_number), (None, as_number)])) == []

    def test_a_group_is_counted_only_where_a_sentence_is_in_it(self) -> None:
        assert set(shares()) == {"all", "en", "hard", "no dates"}

    @pytest.mark.parametrize(
        ("kind", "truth", "found", "same"),
        [
            ("count", "families", "displaced families", True),
            ("count", "displaced families", "Families", True),
            ("count", "families", "people", False),
            ("count", "families", None, False),
            ("measure", "km", "Kilometer", True),
            ("measure", "°C", "degree Celsius", True),
            ("measure", "km", "m", False),
            ("money", "USD", "EUR", False),
            ("ratio", None, None, True),
        ],
    )
    def test_units_that_say_the_same(
        self, kind: str, truth: str | None, found: str | None, *, same: bool
    ) -> None:
        ours, theirs = Quantity(0, 1, kind, "1", unit=truth), Quantity(0, 1, kind, "1", unit=found)
        assert same_unit(ours, theirs) is same

    def test_a_range_is_right_with_both_its_ends(self) -> None:
        truth = Quantity(0, 6, "count", None, "2", "3")
        assert agreed(truth, truth)["value"]
        assert not agreed(truth, Quantity(0, 6, "count", None, "2", "4"))["value"]

    def test_what_a_sentence_tells_is_held_against_what_is_bound(self, tmp_path: Path) -> None:
        figure = SentenceFigure(
            printed="12",
            nth=1,
            kind="count",
            value="12",
            unit="bridges",
            modifier=None,
            indicator=("damaged", "bridges damaged"),
            status="funded",
        )
        text = "The flood of March 2031 damaged 12 bridges."
        start, end = find(text, "12", 1)
        truth = Quantity(start, end, "count", "12", unit="bridges")
        score = Score()
        case = Case("x", "en", hard=False, text=text, truth=((truth, figure),))
        score.add(case, Planfacts(tmp_path).read(case))
        assert set(score.told) == {"indicator", "status"}
        assert (score.told["status"].expected, score.told["status"].right) == (1, 0)
        assert score.seconds > 0
        assert any("status: '12'" in fault for fault in score.faults)


class TestPlaced:
    """Sentences that only their boxes tell."""

    def test_the_text_under_boxes_is_found_again(self, tmp_path: Path) -> None:
        source = "#set page(width: 200pt, height: 100pt, margin: 20pt)\nSome 1,250 boats sank."
        path = tmp_path / "boats.pdf"
        path.write_bytes(typst.compile(source.encode()))
        sentence = DrawnSentence(
            id="x",
            lang="en",
            hard=False,
            figures=(),
            file=path.name,
            sha256="0",
            page=1,
            boxes=((15.0, 15.0, 190.0, 40.0),),
        )
        ((_, placed),) = place([sentence], {(path.name, "0"): path})
        assert placed.text == "Some 1,250 boats sank."
        start, end = find(placed.text, "1,250", 1)
        boxes = [glyph.box for glyph in placed.glyphs[start:end] if glyph]
        around = (boxes[0][0], boxes[0][1], boxes[-1][2], boxes[-1][3])

        def anchor(page: int) -> Anchor:
            piece = BoxPiece(page=page, bbox=around)
            return Anchor(start=0, end=5, quote="1,250", source=(piece,))

        assert placed.span(anchor(1)) == (start, end)
        assert placed.span(anchor(2)) is None

    def test_a_line_from_right_to_left_keeps_its_numbers(self) -> None:
        printed = ".2031 يف رتم 1,250"
        line = [
            Glyph(char, (10.0 * at, 0.0, 10.0 * at + 9, 10.0), 0, ends_word=False)
            for at, char in enumerate(printed)
            if char != " "
        ]
        assert "".join(char for char, _ in spelled(line)) == "1,250 متر في 2031."


class TestPeers:
    """What peers say, in our form."""

    @pytest.mark.parametrize(
        ("said", "plain"),
        [
            (42700000.0, "42700000"),
            ("0.666666666666667", "0.666666666667"),
            ("1E+3", "1000"),
            ("-12.50", "-12.5"),
            ("many", None),
        ],
    )
    def test_numbers_are_plain(self, said: float | str, plain: str | None) -> None:
        assert inside.number(said) == plain

    def test_an_error_of_a_peer_is_its_answer(self) -> None:
        asked = {"peer": "recognizers-text", "text": "two", "lang": "uk"}
        assert "error" in inside.answer(asked)

    @pytest.mark.parametrize(
        ("resolution", "text", "values"),
        [
            ({"value": "0,2"}, "un cinquième", {"0.2"}),
            ({"value": "100%"}, "100%", {"100"}),
            ({"value": "(20,35]"}, "over twenty up to thirty-five", {"20..35"}),
            ({"value": "(20,)"}, "over twenty", {"20"}),
            ({"values": [{"timex": "2019-01-04", "type": "date"}]}, "4 jan 2019", {"2019-01-04"}),
            ({"values": [{"timex": "2016-11-08", "type": "date"}]}, "tomorrow", set()),
            ({"values": [{"timex": "P3W", "type": "duration"}]}, "three weeks", {"P3W"}),
            ({"values": [{"timex": "T16", "type": "time"}]}, "4 pm", set()),
            ("IgnoreResolution", "4 jan", set()),
        ],
    )
    def test_results_of_others_are_figures_or_none(
        self, resolution: object, text: str, values: set[str]
    ) -> None:
        result = {"Text": text, "TypeName": "number", "Resolution": resolution}
        assert set(others.values_of(result)) == values

    def test_an_age_is_no_figure(self) -> None:
        result = {"Text": "5 years old", "TypeName": "age", "Resolution": {"value": "5"}}
        assert list(others.values_of(result)) == []


class TestDocuments:
    """Golden documents."""

    def test_each_state_is_counted_with_the_share_that_is_right(self) -> None:
        measured = Documents()
        measured.add(next(path for path in goldens() if path.stem == "norvia-2031.md"))
        told = measured.bindings["status"]
        assert told.bound == sum(bound for bound, _ in told.by_state.values())
        assert told.right == sum(right for _, right in told.by_state.values())
        assert told.bound == sum(
            bound for (name, _, _), (bound, _) in measured.rules.items() if name == "status"
        )
        assert measured.fields["norvia-2031.md"]["figure"].f1 > 0.9
        assert not measured.absent

    def test_what_is_wrong_is_listed_with_its_document_and_line(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = next(path for path in goldens() if path.stem == "norvia-2031.md")
        golden = load_golden(path)
        document = find_document(path, golden)
        first = golden.figures[0].model_copy(update={"unit": "camels", "gaps": ()})
        wrong = golden.model_copy(update={"figures": (first, *golden.figures[1:])})
        monkeypatch.setattr("quantities.documents.load_golden", lambda _: wrong)
        monkeypatch.setattr("quantities.documents.find_document", lambda *_: document)
        measured = Documents()
        measured.add(tmp_path / "norvia.json")
        (fault,) = (fault for fault in measured.faults if "camels" in fault)
        assert fault.startswith("norvia: line ")
        assert "unit: expected 'camels'" in fault

    @pytest.mark.parametrize("path", goldens("developed"), ids=lambda path: path.stem)
    def test_a_golden_to_develop_on_holds_figures_of_the_pages_it_covers(self, path: Path) -> None:
        golden = load_golden(path)
        pages = {piece.page for figure in golden.figures for piece in figure.source}
        assert {"figures", *map(str, pages)} == set(golden.coverage)
        assert all(len(figure.printed.split()) <= 8 for figure in golden.figures)
        numbers = {figure.n for figure in golden.figures}
        assert {figure.of for figure in golden.figures} <= {None, *numbers}

    def test_a_table_is_printed_and_given_as_data(self) -> None:
        table = tables.Table("Shares", ("field", "F1", "n"), [("value", 0.5, 3), ("unit", None, 0)])
        assert table.markdown().splitlines()[2:] == [
            "| field | F1 | n |",
            "| --- | --- | --- |",
            "| value | 0.500 | 3 |",
            "| unit | - | 0 |",
        ]
        assert table.plain()["rows"][1] == {"field": "unit", "F1": None, "n": 0}


def test_the_draws_are_told_apart_and_their_faults_are_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Blind:
        languages = None

        def read(self, _: Case) -> Answer:
            return Answer((), (), None)

    made = {name: lambda: [CASE] for name in figures.SENTENCES}
    monkeypatch.setattr(figures, "SENTENCES", made)
    asked = argparse.Namespace(written=False, drawn=True, second_draw=True, faults=True)
    told = list(figures.of_sentences(asked, {"planfacts": Blind()}))
    assert [table.title for table in told] == ["Sentences drawn: F1", "Sentences second draw: F1"]
    assert not capsys.readouterr().err


def test_the_second_draw_is_measured_only_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["figures.py"])
    usual = figures.arguments()
    assert (usual.drawn, usual.second_draw) == (True, False)
    monkeypatch.setattr(sys, "argv", ["figures.py", "--second-draw"])
    alone = figures.arguments()
    assert (alone.drawn, alone.second_draw) == (False, True)


def test_the_command_measures_written_sentences() -> None:
    command = [sys.executable, ROOT / "benchmarks" / "figures.py", "--written", "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sentences, attributes = json.loads(told)
    english = next(row for row in sentences["rows"] if row["reader"] == "planfacts")
    assert english["sentences"] == "all"
    assert 0.5 < english["value"] <= 1
    assert {row["attribute"] for row in attributes["rows"]} >= {"indicator", "as_of"}
