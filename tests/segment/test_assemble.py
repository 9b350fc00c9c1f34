"""The law of the canonical text: what stands where, and what marks call."""

from collections.abc import Callable

import pytest

from extractor.mapped import Mapped
from extractor.segment import notes
from extractor.segment.document import Document
from extractor.segment.draft import Draft, DraftCell, DraftMark, Drafts, DraftTable, Furniture
from extractor.segment.identity import Identities
from schemas.base import BoxPiece, OffsetPiece

Assemble = Callable[..., Document]
Make = Callable[..., Draft]


def test_blocks_stand_a_blank_line_apart(block: Make, assembled: Assemble) -> None:
    doc = assembled([block("heading", "Roads"), block("paragraph", "They are bad.")])
    assert doc.text == "Roads\n\nThey are bad."
    assert [doc.quote(b.span) for b in doc.blocks] == ["Roads", "They are bad."]


def test_an_empty_block_leaves_no_trace(block: Make, grid: Make, assembled: Assemble) -> None:
    doc = assembled(
        [
            block("paragraph", "A"),
            block("paragraph", " "),
            grid([["", ""]]),
        ]
    )
    assert doc.text == "A"


def test_cells_stand_a_tab_apart_and_rows_a_newline(grid: Make, assembled: Assemble) -> None:
    doc = assembled([grid([["", "2031"], ["Shelter", ""]])])
    assert doc.text == "\t2031\nShelter\t"
    spans = [(c.row, c.col, c.span and doc.quote(c.span)) for c in doc.tables[0].cells]
    assert spans == [(0, 0, None), (0, 1, "2031"), (1, 0, "Shelter"), (1, 1, None)]


def test_a_spanning_cell_stands_once(assembled: Assemble) -> None:
    cells = [
        DraftCell(content=Mapped.of("Wide"), row=0, col=0, col_span=2),
        DraftCell(content=Mapped.of("a", 10), row=1, col=0),
        DraftCell(content=Mapped.of("b", 20), row=1, col=1),
    ]
    doc = assembled([Draft(type="table", table=DraftTable(cells, 2, 2))])
    assert doc.text == "Wide\t\na\tb"
    assert len(doc.tables[0].cells) == 3


def test_every_stretch_quotes_the_text_and_shows_its_source(
    block: Make, assembled: Assemble
) -> None:
    doc = assembled([block("paragraph", "Ten"), block("paragraph", "Four wells")])
    assert (doc.quote((10, 15)), doc.text[10:15]) == ("wells", "wells")
    assert doc.pieces(10, 15) == (OffsetPiece(start=1005, end=1010),)
    assert (doc.place((10, 15)), doc.place((3, 5))) == ("@1005", "")


def test_sections_take_their_heading_and_parent(block: Make, assembled: Assemble) -> None:
    doc = assembled(
        [
            block("paragraph", "Before."),
            block("heading", "1. Roads", level=2),
            block("heading", "1.1 Bridges", level=5),
            block("paragraph", "They hold."),
        ]
    )
    assert [(s.title, s.number, s.level, s.parent) for s in doc.sections] == [
        ("Roads", "1", 1, None),
        ("Bridges", "1.1", 2, 0),
    ]
    assert [b.section for b in doc.blocks] == [None, 0, 1, 1]
    assert [s.title for s in doc.section_path(1)] == ["Bridges", "Roads"]


@pytest.mark.parametrize(
    ("by_page", "order"),
    [
        (True, ["A", "C", "note 1", "D", "note 2"]),
        (False, ["A", "C", "D", "note 1", "note 2"]),
    ],
)
def test_footnotes_follow_their_page_or_section(
    block: Make, *, by_page: bool, order: list[str]
) -> None:
    drafts = [
        block("paragraph", "A", page=1),
        block("footnote", "note 1", page=1),
        block("paragraph", "C", page=1),
        block("paragraph", "D", page=2),
        block("footnote", "note 2", page=2),
    ]
    assert [d.content.text for d in notes.in_place(drafts, by_page=by_page)] == order


def test_footnotes_of_a_section_stand_before_the_next_heading(block: Make) -> None:
    kinds = [("heading", "1"), ("footnote", "n"), ("paragraph", "p"), ("heading", "2")]
    drafts = [block(*one) for one in kinds]
    placed = notes.in_place(drafts, by_page=False)
    assert [d.content.text for d in placed] == ["1", "p", "n", "2"]


def _marked(block: Make, text: str, label: str, page: int | None) -> Draft:
    draft = block("paragraph", text, page=page)
    glyph = draft.content.starts[0] + len(text)
    draft.marks.append(DraftMark(len(text), label, (glyph, glyph + len(label))))
    return draft


def test_a_mark_calls_the_note_of_its_page(block: Make, assembled: Assemble) -> None:
    blocks: list[Draft] = []
    for page in (1, 2):
        blocks.append(_marked(block, f"Wells on page {page}", "1", page))
        blocks.append(block("footnote", f"Note of page {page}", label="1", page=page))
    doc = assembled(blocks)
    called = {m.at: doc.quote(doc.footnotes[m.footnote].span) for m in doc.marks}
    assert {doc.text[:at].split("\n")[-1]: note for at, note in called.items()} == {
        "Wells on page 1": "Note of page 1",
        "Wells on page 2": "Note of page 2",
    }
    assert "1Note" not in doc.text


@pytest.mark.parametrize(("label", "called"), [("7", 0), ("*", None), ("†", None)])
def test_a_sign_calls_no_note_of_the_next_page(
    block: Make, assembled: Assemble, label: str, called: int | None
) -> None:
    note = block("footnote", "Note of page 2", label=label, page=2)
    doc = assembled([block("paragraph", "Wells", page=1), note])
    doc.media_type = "application/pdf"
    assert notes.Called(doc).by(label, notes.Place(block=0, page=1, at=5)) == called
    assert notes.Called(doc).by(label, notes.Place(block=0, page=2, at=5)) == 0


def test_without_pages_a_mark_calls_the_next_note_below(block: Make, assembled: Assemble) -> None:
    blocks = [
        _marked(block, "First", "1", None),
        block("footnote", "Note of one", label="1"),
        block("heading", "Two"),
        _marked(block, "Second", "1", None),
        block("footnote", "Note of two", label="1"),
        block("heading", "Three"),
        _marked(block, "Third", "1", None),
    ]
    doc = assembled(blocks)
    quotes = [
        m.footnote if m.footnote is None else doc.quote(doc.footnotes[m.footnote].span)
        for m in doc.marks
    ]
    assert quotes == ["Note of one", "Note of two", None]


def test_a_mark_without_a_note_is_warned_of(block: Make, assembled: Assemble) -> None:
    doc = assembled([_marked(block, "The wells", "9", 4)])
    assert [(w.code, w.page) for w in doc.warnings] == [("mark-without-note", 4)]
    assert "'9'" in doc.warnings[0].message
    assert "The wells" in doc.warnings[0].message


def test_digits_that_are_left_out_are_kept_for_the_ledger(block: Make, assembled: Assemble) -> None:
    blocks = [
        _marked(block, "The wells", "9", 1),
        _marked(block, "The roads", "*", 1),
        block("list_item", "A", bullet=(50_000, 50_002), bullet_digits=True),
        block("list_item", "B", bullet=(50_010, 50_011)),
        block("footnote", "See there.", label="9", label_glyphs=(50_020, 50_021), page=1),
    ]
    doc = assembled(blocks)
    dropped = [(status, pieces[0].start) for status, pieces in doc.dropped_digits]
    assert dropped == [("footnote_marker", 9), ("list_number", 50_000), ("footnote_marker", 50_020)]


def test_the_addresses_of_a_note_are_printed_or_behind_it_each_once(block: Make) -> None:
    note = block(
        "footnote", "See https://a.example/x, and www.b.example.", urls=["https://a.example/x"]
    )
    assert notes.addresses(note) == ["https://a.example/x", "www.b.example"]


def test_furniture_and_warnings_of_the_drafts_are_handed_on(
    block: Make, assembled: Assemble
) -> None:
    furniture = Furniture("7", (OffsetPiece(start=1, end=2),))
    drafts = Drafts([block("paragraph", "A")], [furniture], [("odd", "It is odd", 3)])
    doc = assembled([], drafts)
    assert doc.furniture == [furniture]
    assert [(w.code, w.page) for w in doc.warnings] == [("odd", 3)]


def test_ids_do_not_move_with_the_boxes_and_tell_equals_apart() -> None:
    def ids(shift: float) -> list[str]:
        made = Identities("0" * 64)
        box = BoxPiece(page=2, bbox=(10 + shift, 10, 20, 20))
        return [made.make("fig", "4,000", (box,)), made.make("fig", "4,000", (box,))]

    assert ids(0) == ids(0.1)
    assert len(set(ids(0))) == 2


@pytest.mark.parametrize(
    ("sha256", "prefix", "quote", "page"),
    [
        ("1" * 64, "fig", "a", 1),
        ("0" * 64, "blk", "a", 1),
        ("0" * 64, "fig", "b", 1),
        ("0" * 64, "fig", "a", 2),
    ],
)
def test_ids_depend_on_document_kind_quote_and_page(
    sha256: str, prefix: str, quote: str, page: int
) -> None:
    box = BoxPiece(page=1, bbox=(0, 0, 1, 1))
    other = BoxPiece(page=page, bbox=(0, 0, 1, 1))
    known = Identities("0" * 64).make("fig", "a", (box,))
    assert Identities(sha256).make(prefix, quote, (other,)) != known


def test_white_space_does_not_change_an_id() -> None:
    piece = (OffsetPiece(start=1, end=4),)
    assert Identities("0" * 64).make("fig", "4 km", piece) == Identities("0" * 64).make(
        "fig", "4\nkm", piece
    )
