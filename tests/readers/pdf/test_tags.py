"""The structure tree of a tagged PDF: what the file itself calls a heading, a list, a cell."""

from collections.abc import Callable, Iterator, Sequence

import pytest
import typst

from extractor.readers.pdf import tagged
from extractor.readers.pdf.trusted import trusted_headings, trusted_tags
from extractor.readers.source import PdfPage, PdfSource, Tag
from schemas.document import Page

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

SHEET = """
#set document(title: "Plan", date: none)
#set page(width: 300pt, height: 260pt, margin: 30pt, header: [Norvia plan], numbering: "1")
#set text(size: 9pt)
= Needs of the districts
In the seven districts of Norvia, wells were dug.
== Water
- first well
- second well
#table(
  columns: 3,
  table.header([Area], table.cell(colspan: 2)[Wells]),
  [North], [1], [2], table.cell(rowspan: 2)[South], [3], [4], [5], [6],
)
"""


def texts(source: PdfSource) -> Callable[[Tag], str]:
    """Return a reader of the text that a tag holds."""
    glyphs = {
        word.glyph + i: character
        for page in source.pages
        for word in page.words
        for i, character in enumerate(word.text)
    }
    return lambda tag: "".join(glyphs[i] for span in tag.glyphs for i in range(*span))


def every(tags: Sequence[Tag]) -> Iterator[Tag]:
    for tag in tags:
        yield tag
        yield from every(tag.children)


def roles(source: PdfSource, role: str) -> list[str]:
    text = texts(source)
    return [text(tag) for page in source.pages for tag in every(page.tags) if tag.role == role]


@pytest.fixture(scope="module")
def sheet() -> bytes:
    data = typst.compile(SHEET.encode())
    assert isinstance(data, bytes)
    return data


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param("H1", ["Needsofthedistricts"], id="a heading"),
        pytest.param("H2", ["Water"], id="a heading below it"),
        pytest.param("LI", ["•firstwell", "•secondwell"], id="items of a list with their bullets"),
        pytest.param("LBody", ["firstwell", "secondwell"], id="items without their bullets"),
        pytest.param("TH", ["Area", "Wells"], id="cells of a header"),
        pytest.param("TD", ["North", "1", "2", "South", "3", "4", "5", "6"], id="cells"),
        pytest.param("Artifact", ["Norviaplan1"], id="running heads"),
    ],
)
def test_glyphs_by_role(role: str, expected: list[str], sheet: bytes, read_pdf: Reader) -> None:
    assert roles(read_pdf(sheet), role) == expected


def test_cells_that_span(sheet: bytes, read_pdf: Reader) -> None:
    source = read_pdf(sheet)
    text = texts(source)
    cells = {
        text(tag): (tag.rows, tag.columns)
        for tag in every(source.pages[0].tags)
        if tag.role in {"TH", "TD"}
    }
    assert {name: span for name, span in cells.items() if span != (1, 1)} == {
        "Wells": (1, 2),
        "South": (2, 1),
    }


def test_an_element_has_one_place_on_all_its_pages(read_pdf: Reader) -> None:
    lines = "#linebreak()".join(f"Well {n}." for n in range(30))
    data = typst.compile(f"#set page(width: 200pt, height: 150pt)\n{lines}".encode())
    assert isinstance(data, bytes)
    pages = read_pdf(data).pages
    places = [[tag.place for tag in every(page.tags) if tag.role == "P"] for page in pages]
    assert len(places) > 2
    assert all(place == places[0] for place in places)


def _tagged(kids: str, *elements: str) -> tuple[str, tuple[str, ...]]:
    """Return the catalogue's part and the objects of a structure tree; its root is object 5."""
    parents = "/ParentTree << /Nums [0 [" + " 0 R ".join(["7"] * 3) + " 0 R]] >>"
    root = f"<< /Type /StructTreeRoot /K {kids} {parents} >>"
    return "/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R", (root, *elements)


def _page_of(content: str, write_pdf: Maker, kids: str, *elements: str) -> bytes:
    catalogue, more = _tagged(kids, *elements)
    data = write_pdf(content, page="/StructParents 0", more=more)
    return data.replace(b"/Type /Catalog ", f"/Type /Catalog {catalogue} ".encode())


MARKED = "".join(
    f"/P << /MCID {n} >> BDC BT /F1 10 Tf 50 {150 - 20 * n} Td (words) Tj ET EMC " for n in range(3)
)


def test_hand_written_tree(write_pdf: Maker, read_pdf: Reader) -> None:
    data = _page_of(
        MARKED,
        write_pdf,
        "[6 0 R]",
        "<< /S /Document /P 5 0 R /K [7 0 R] >>",
        "<< /S /P /P 6 0 R /Pg 4 0 R /K [0 1 2] >>",
    )
    assert roles(read_pdf(data), "P") == ["wordswordswords"]


def test_a_tree_that_holds_itself_ends(write_pdf: Maker, read_pdf: Reader) -> None:
    data = _page_of(
        MARKED,
        write_pdf,
        "[6 0 R]",
        "<< /S /Document /P 7 0 R /K [7 0 R] >>",
        "<< /S /P /P 6 0 R /Pg 4 0 R /K [0 1 2 6 0 R 7 0 R] >>",
    )
    assert [word.text for word in read_pdf(data).pages[0].words] == ["words"] * 3


def test_content_that_two_elements_claim_is_the_first_ones(
    write_pdf: Maker, read_pdf: Reader
) -> None:
    data = _page_of(
        MARKED,
        write_pdf,
        "[6 0 R]",
        "<< /S /Document /P 5 0 R /K [7 0 R] >>",
        "<< /S /P /P 6 0 R /Pg 4 0 R /K [0 1 2 0 1 2] >>",
    )
    assert roles(read_pdf(data), "P") == ["wordswordswords"]


def test_a_huge_tree_is_not_read_on(
    write_pdf: Maker, read_pdf: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagged, "MOST_PLACES", 1_000)
    data = _page_of(
        MARKED,
        write_pdf,
        "[6 0 R]",
        "<< /S /Document /P 5 0 R /K [" + "8 0 R " * 2_000 + "7 0 R] >>",
        "<< /S /P /P 6 0 R /Pg 4 0 R /K [0 1 2] >>",
        "<< /S /P /P 6 0 R /Pg 4 0 R /K 9 >>",
    )
    source = read_pdf(data)
    assert source.pages[0].tags == ()
    assert [(w.code, w.page) for w in source.warnings] == [("tags-too-rich", None)]


def tag(role: str, size: int = 0, *children: Tag) -> Tag:
    return Tag(role=role, place=(0,), glyphs=((0, size),), children=children)


@pytest.mark.parametrize(
    ("tags", "trusted"),
    [
        pytest.param([tag("P", 60), tag("Artifact", 40)], True, id="all text is in it"),
        pytest.param([tag("P", 60), tag("Artifact", 20)], False, id="much text is not in it"),
        pytest.param([tag("P", 20), tag("Artifact", 80)], False, id="most is called an artifact"),
        pytest.param([tag("TR", 100, tag("TD", 100))], False, id="rows outside of tables"),
        pytest.param([tag("L", 100, tag("LI", 100))], True, id="items in a list"),
    ],
)
def test_tags_that_make_sense(tags: list[Tag], *, trusted: bool) -> None:
    assert trusted_tags(tuple(tags), 100) == (tuple(tags) if trusted else ())


@pytest.mark.parametrize(("share", "role"), [(20, "H1"), (50, "P")])
def test_a_document_is_not_made_of_headings(share: int, role: str) -> None:
    page = PdfPage(
        page=Page(number=1, label=None),
        words=(),
        tags=(Tag(role="H1", place=(0,), glyphs=((0, share),), level=1), tag("P", 100 - share)),
    )
    (made,) = trusted_headings([page])
    assert made.tags[0].role == role
    assert bool(made.tags[0].level) is (role == "H1")
