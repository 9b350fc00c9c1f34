"""Notes at the foot, below tables, at the end; and the marks that call them."""

from collections.abc import Callable
from itertools import accumulate

import pytest

from extractor.readers.source import Word
from extractor.segment.draft import Draft, Drafts
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.bracketed import with_brackets
from extractor.segment.layout.notes.foot import Foot, take_notes
from extractor.segment.layout.order import Region
from extractor.segment.layout.raised import is_mark

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)
TABLE = "#table(columns: 2, [District], [Wells], [Ostrel], [12{}], [Kavenne], [9{}])"


def notes(drafts: Drafts) -> list[tuple[str | None, str]]:
    return [(d.label, d.content.text) for d in drafts.blocks if d.type == "footnote"]


def marks(drafts: Drafts) -> list[tuple[str, str]]:
    texts = [text for d in drafts.blocks for text in (d, *(d.table.cells if d.table else ()))]
    return [(t.content.text[: m.at], m.label) for t in texts for m in t.marks]


def of(drafts: Drafts, kind: str) -> list[Draft]:
    return [d for d in drafts.blocks if d.type == kind]


def test_an_asterisk_on_the_line_calls_the_note_below_its_table(lay_out: LayOut) -> None:
    table = TABLE.format("\\*", "")
    drafts = lay_out(f"{BODY}\n\n{table}\n\n#text(8pt)[\\*Dug by hand.]\n\n{BODY}")
    assert notes(drafts) == [("*", "Dug by hand.")]
    assert marks(drafts) == [("12", "*")]
    types = [d.type for d in drafts.blocks]
    assert types[types.index("table") + 1] == "footnote"


def test_an_asterisk_that_no_note_opens_with_stays(lay_out: LayOut) -> None:
    (text,) = of(lay_out(f"Rated 3\\* by the guests. {BODY}"), "paragraph")
    assert text.content.text.startswith("Rated 3* by")


def test_letters_call_the_notes_of_a_table_after_numbers(lay_out: LayOut) -> None:
    table = TABLE.format("#super[a]", "#super[b]")
    below = "#text(8pt)[#super[a] Dug by hand.\\ #super[b] Dry in summer.\\ Source: the warden.]"
    plain = "#set super(typographic: false)\n"
    drafts = lay_out(f"{plain}{BODY}\n\n{table}\n\n{below}\n\n{BODY}")
    assert notes(drafts) == [("a", "Dug by hand."), ("b", "Dry in summer.")]
    assert marks(drafts) == [("12", "a"), ("9", "b")]
    assert "Source: the warden." in [d.content.text for d in of(drafts, "paragraph")]


@pytest.mark.parametrize(
    ("number", "called"), [("499", ["a", "a"]), ("1 737", ["a", "a"]), ("15", ["a"]), ("2", ["a"])]
)
def test_letters_call_the_notes_of_the_next_page_after_amounts(
    number: str, called: list[str], lay_out: LayOut
) -> None:
    table = TABLE.format("", "").replace("[12]", f"[{number}#super[a]]")
    below = f"{TABLE.format('#super[a]', '')}\n#text(8pt)[#super[a] Dug by hand.]"
    plain = "#set super(typographic: false)\n"
    drafts = lay_out(f"{plain}{BODY}\n\n{table}\n\n#pagebreak()\n{below}\n\n{BODY}")
    assert [label for _, label in marks(drafts)] == called


def test_a_word_of_one_letter_opens_no_note_below_a_table(lay_out: LayOut) -> None:
    table = TABLE.format("#super[a]", "")
    below = "#text(8pt)[#super[a] Dug by hand.]"
    plain = "#set super(typographic: false)\n"
    drafts = lay_out(f"{plain}{BODY}\n\n{table}\n\n{below}\n\na well of the mill. {BODY}")
    assert notes(drafts) == [("a", "Dug by hand.")]


def test_a_symbol_below_a_table_opens_a_note_that_nothing_calls(lay_out: LayOut) -> None:
    below = "#text(8pt)[#text(9pt)[\\*]The wells of the mill are counted with those of the ford.]"
    drafts = lay_out(f"{BODY}\n\n{TABLE.format('', '')}\n\n{below}\n\n{BODY}")
    assert notes(drafts) == [("*", "The wells of the mill are counted with those of the ford.")]


def printed(text: str, left: float, top: float) -> Line:
    words = [
        Word(
            word,
            (x, top, x + 25, top + 7),
            size=7.0,
            font="F",
            bold=False,
            italic=False,
            color="#000000",
            glyph=0,
        )
        for at, word in enumerate(text.split())
        for x in [left + 30 * at]
    ]
    return Line.of(words, 1)


def test_notes_beside_each_other_go_on_each_below_itself() -> None:
    right, left = printed("** Heard of from", 366, 700), printed("* Counted again", 12, 700)
    rests = printed("the wardens and since.", 12, 711), printed("the ferrymen since.", 366, 711)
    columns = [
        Region([right], page=1),
        Region([left, rests[0]], page=1),
        Region([rests[1]], page=1),
    ]
    found = take_notes(columns, Foot(12.0, {"*": 12.0, "**": 12.0}, [], 595.0, 842.0), ())
    assert {note.label: note.lines for note in found} == {
        "**": [right, rests[1]],
        "*": [left, rests[0]],
    }


def test_endnotes_stand_under_their_heading(lay_out: LayOut) -> None:
    sheet = f"The grain#super[1] and the salt.#super[2] {BODY}\n\n#pagebreak()\n"
    end = "#text(16pt, weight: 700)[Notes]\n\n1. The mill's book, 2031.\\ 2. Salt is free."
    drafts = lay_out(sheet + end.replace("1. ", "1\\. ").replace("2. ", "2\\. "))
    assert notes(drafts) == [("1", "The mill’s book, 2031."), ("2", "Salt is free.")]
    assert [d.note_place for d in of(drafts, "footnote")] == ["end", "end"]
    assert [label for _, label in marks(drafts)] == ["1", "2"]


def test_numbers_in_brackets_call_a_list_of_references(lay_out: LayOut) -> None:
    sheet = f"The grain [1] and the salt [2]. {BODY}\n\n#text(14pt, weight: 700)[References]\n\n"
    drafts = lay_out(sheet + "[1] The mill's book, 2031.\\ [2] The salt tax.")
    assert notes(drafts) == [("1", "The mill’s book, 2031."), ("2", "The salt tax.")]
    assert [label for _, label in marks(drafts)] == ["1", "2"]


def test_a_list_under_references_that_nothing_calls_is_no_notes(lay_out: LayOut) -> None:
    sheet = f"{BODY}\n\n#text(14pt, weight: 700)[References]\n\n+ The mill's book\n+ The salt tax"
    assert notes(lay_out(sheet)) == []


def test_a_note_goes_on_at_the_foot_of_the_next_page(lay_out: LayOut) -> None:
    long = " ".join([BODY[:-1]] * 14) + "."
    drafts = lay_out(f"Grain#footnote[{long}] is dear. {BODY}\n\n" + f"{BODY}\n\n" * 14)
    assert notes(drafts) == [("1", long)]


def test_one_source_at_the_foot_of_every_page_is_no_running_foot(lay_out: LayOut) -> None:
    page = f"Grain#footnote[The mill’s book.] is dear. {BODY}"
    drafts = lay_out("\n#pagebreak()\n".join([page] * 4))
    assert notes(drafts) == [(str(n), "The mill’s book.") for n in range(1, 5)]


def test_an_address_broken_over_lines_is_one(lay_out: LayOut) -> None:
    address = "https://works.norvia.example/the-register-of-damage/2031/round-4"
    sheet = f"Grain#footnote[See the register of damaged mills and wells at {address}.] {BODY}"
    ((_, text),) = notes(lay_out(f"#set text(hyphenate: true)\n#set par(justify: true)\n{sheet}"))
    assert address in text


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param("a", "6,301", True, id="letter after an amount"),
        pytest.param("a", "2", False, id="ordinal"),
        pytest.param("o", "N", False, id="number sign"),
        pytest.param("e", "XIX", False, id="ordinal of a Roman numeral"),
        pytest.param("e", "xx", False, id="ordinal of one in small capitals"),
        pytest.param("d", "XIX", True, id="letter after a Roman numeral"),
        pytest.param("2", "ft", False, id="square feet"),
        pytest.param("0", "2", False, id="nought"),
        pytest.param("[1]", "said", True, id="brackets"),
        pytest.param("1–3", "said", True, id="range"),
    ],
)
def test_what_reads_as_a_mark(text: str, before: str, expected: bool) -> None:  # noqa: FBT001
    assert is_mark(text, before) is expected


def test_a_key_to_signs_below_a_note_is_none_of_it(lay_out: LayOut) -> None:
    table = "#table(columns: 2, [District], [2031#super[1]], [North], [12], [South], [30])"
    below = "#text(8pt)[#super[1] Provisional figures. \\ [r] revised; [c] confidential]"
    drafts = lay_out(f"{table}\n{below}\n\n{'The ferry runs twice a day. ' * 6}")
    assert [d.content.text for d in drafts.blocks if d.type == "footnote"] == [
        "Provisional figures."
    ]


def test_a_remark_under_a_table_goes_on_no_note_of_the_page_before(lay_out: LayOut) -> None:
    first = f"{'The ferry runs twice a day. ' * 6}#footnote[Register of wells.]"
    table = "#table(columns: 3, [District], [2030], [2031], [North], [9], [12], [South], [3], [30])"
    drafts = lay_out(f"{first}\n#pagebreak()\n{table}\n#text(7pt)[Four is good and one is poor.]")
    assert [d.content.text for d in drafts.blocks if d.type == "footnote"] == ["Register of wells."]


def test_a_glued_symbol_labels_the_note_under_its_table_though_nothing_calls_it(
    lay_out: LayOut,
) -> None:
    table = TABLE.format("", "")
    drafts = lay_out(f"{BODY}\n\n{table}\n\n#text(8pt)[\\*The wells are counted in May.]\n\n{BODY}")
    assert notes(drafts) == [("*", "The wells are counted in May.")]


def test_a_source_above_the_notes_of_a_page_is_none_of_them(lay_out: LayOut) -> None:
    first = f"{BODY}#footnote[Register of wells.]"
    second = f"{BODY}#super[1]\n#v(1fr)\n#line(length: 20%, stroke: 0.5pt)"
    below = "#text(7pt)[Sources: the warden; and the mill. \\ #super[1] Dug by hand.]"
    drafts = lay_out(f"{first}\n#pagebreak()\n{second}\n{below}")
    assert notes(drafts) == [("1", "Register of wells."), ("1", "Dug by hand.")]


def test_a_running_foot_numbered_as_a_note_of_its_page_is_none(lay_out: LayOut) -> None:
    foot = "#text(8pt)[#context counter(page).display() FUND OF THE RIVER]"
    pages = [f"{BODY}#footnote[The book.]", "Grain is dear.", "Salt is taxed.", "Wells are deep."]
    sheet = f"#set page(footer: [{foot}])\n" + "\n#pagebreak()\n".join(pages)
    drafts = lay_out(sheet)
    assert notes(drafts) == [("1", "The book.")]
    assert [piece.text for piece in drafts.furniture] == [
        f"{page} FUND OF THE RIVER" for page in range(1, 5)
    ]


@pytest.mark.parametrize("after", ["The wells are counted in May.", "c: confidential."])
def test_a_text_at_the_left_end_below_a_short_note_is_none_of_it(
    after: str, lay_out: LayOut
) -> None:
    table = TABLE.format("#super[a]", "").replace("columns: 2", "columns: (1fr, 90pt)")
    plain = "#set super(typographic: false)\n"
    drafts = lay_out(f"{plain}{table}\n#text(8pt)[#super[a] Dug by hand. \\ {after}]\n\n{BODY}")
    assert notes(drafts) == [("a", "Dug by hand.")]
    assert after in [draft.content.text for draft in of(drafts, "paragraph")]


def test_the_raised_asterisk_of_formulas_calls_a_note(lay_out: LayOut) -> None:
    plain = "#set super(typographic: false)\n"
    drafts = lay_out(
        f"{plain}Ana Brel#super[∗] of Ostrel\n\n{BODY}\n\n#v(1fr)\n#line(length: 20%)\n"
        "#text(7pt)[#super[∗] University of Kavenne.]"
    )
    assert notes(drafts) == [("*", "University of Kavenne.")]


def test_ordinals_of_one_raised_letter_stay_with_their_numbers(lay_out: LayOut) -> None:
    plain = "#set super(typographic: false)\n"
    (text,) = lay_out(f"{plain}Le XX#super[e] siècle, le 2#super[e] plan de la vallée.").blocks
    assert (text.content.text, text.marks) == ("Le XXe siècle, le 2e plan de la vallée.", [])


def test_a_letter_that_labels_a_note_calls_it_after_a_roman_numeral(lay_out: LayOut) -> None:
    plain = "#set super(typographic: false)\n"
    note = "#v(1fr)\n#line(length: 30%)\n#text(7.5pt)[#super[e] Printed in part two.]"
    drafts = lay_out(f"{plain}See annex II#super[e] of the treaty. {BODY}\n\n{note}")
    assert notes(drafts) == [("e", "Printed in part two.")]
    assert marks(drafts) == [("See annex II", "e")]


def test_a_note_of_a_table_at_the_foot_stands_behind_those_before_it(lay_out: LayOut) -> None:
    table = TABLE.format("#super[2]", "#super[3]")
    foot = (
        "#v(6pt)\n#line(length: 20%)\n#text(7.5pt)[#super[2] Dug by hand.\\ #super[3] Dry in May.]"
    )
    drafts = lay_out(f"{BODY}\n\n{table}\n\n{foot}")
    assert notes(drafts) == [("2", "Dug by hand."), ("3", "Dry in May.")]


def pieces(*texts: tuple[str, float, float]) -> list[Word]:
    """Lay pieces of one word out from left to right, each with its size and baseline."""
    words: list[Word] = []
    left, glyph = 50.0, 0
    for text, size, baseline in texts:
        box = (left, baseline - size, left + size * len(text) / 2, baseline)
        style = (size, "f", False, False, "#000000")
        words.append(Word(text, box, *style, glyph, glued=glyph > 0, baseline=baseline))
        left, glyph = box[2], glyph + len(text)
    return words


@pytest.mark.parametrize(
    ("mark", "after", "texts"),
    [
        pytest.param(("13", 7, 96), (").", 11, 100), ["wells", "(13)", "."], id="a number"),
        pytest.param(("*", 7, 96), (")", 11, 100), ["wells", "(*)"], id="an asterisk"),
        pytest.param(("13", 11, 100), (")", 11, 100), ["wells(", "13", ")"], id="on the line"),
        pytest.param(("2", 7, 103), (")", 11, 100), ["wells(", "2", ")"], id="lowered"),
        pytest.param(("238", 7, 96), ("U)", 11, 100), ["wells(", "238", "U)"], id="more behind"),
        pytest.param(("th", 7, 96), (")", 11, 100), ["wells(", "th", ")"], id="an ordinal"),
        pytest.param(("0", 7, 96), (")", 11, 100), ["wells(", "0", ")"], id="nought"),
        pytest.param(("13", 7, 96), ("]", 11, 100), ["wells(", "13", "]"], id="another bracket"),
    ],
)
def test_a_raised_mark_between_brackets_takes_them_with_it(
    mark: tuple[str, float, float], after: tuple[str, float, float], texts: list[str]
) -> None:
    found = with_brackets(pieces(("wells(", 11, 100), mark, after))
    assert [word.text for word in found] == texts
    assert [word.glyph for word in found] == [*accumulate(map(len, texts[:-1]), initial=0)]
    assert [word.text for word in found if word.raised] == [t for t in texts if t[0] == "("]


def test_a_number_in_brackets_of_which_it_alone_is_raised_labels_a_note(lay_out: LayOut) -> None:
    raised = "#text(6pt, baseline: -3pt)[3]"
    foot = f"#line(length: 80pt)\n#text(8pt)[({raised}) #h(8pt) Counted by the wardens.]"
    drafts = lay_out(f"Of the wells ten ({raised}) are dry. {BODY}\n\n#v(1fr)\n{foot}")
    assert notes(drafts) == [("3", "Counted by the wardens.")]
    assert marks(drafts) == [("Of the wells ten", "3")]
    assert of(drafts, "paragraph")[0].content.text.startswith("Of the wells ten are dry.")


def test_the_caption_of_a_table_calls_the_note_below_it(lay_out: LayOut) -> None:
    caption = "Table {}. Wells#super[1] by district"
    below = "#text(8pt)[1. Counted by the {}.]"
    parts = [
        f"{caption.format(at)}\n\n{TABLE.format('', '')}\n\n{below.format(who)}\n\n{BODY}"
        for at, who in enumerate(("wardens", "carters"), start=1)
    ]
    drafts = lay_out("#set super(typographic: false)\n" + "\n\n".join(parts))
    assert notes(drafts) == [("1", "Counted by the wardens."), ("1", "Counted by the carters.")]


def test_a_list_below_a_table_is_no_note_of_its_caption(lay_out: LayOut) -> None:
    text = (
        f"Table 1. Wells#super[1] by district\n\n{TABLE.format('', '')}\n\n1. Dig wells.\n\n{BODY}"
    )
    drafts = lay_out("#set super(typographic: false)\n" + text)
    assert not notes(drafts)
