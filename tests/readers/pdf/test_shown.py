"""What stands on a page beside its content: fields, stamps, links, labels, attached files."""

from collections.abc import Callable

import pytest

from extractor.readers.source import PdfSource

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

CONTENT = "BT /F1 10 Tf 50 150 Td (Wells) Tj ET"
FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
LOOKS = "BT /F1 10 Tf 2 4 Td (1,250) Tj ET"
FORM = (
    f"<< /Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << {FONT} >>"
    f" /Length {len(LOOKS)} >>\nstream\n{LOOKS}\nendstream"
)
LOOK = 5  # the first object after those of a page


def annotated(write_pdf: Maker, *annotations: str) -> bytes:
    page = f"/Annots [{' '.join(annotations)}]"
    return write_pdf(CONTENT, page=page, more=(FORM,))


def note(kind: str, more: str = "/F 4") -> str:
    return f"<< /Subtype /{kind} /Rect [100 100 160 120] {more} /AP << /N {LOOK} 0 R >> >>"


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param(note("Widget", "/F 4 /FT /Tx /T (n) /V (1,250)"), id="a field"),
        pytest.param(note("FreeText"), id="text written on the page"),
        pytest.param(note("Stamp"), id="a stamp"),
    ],
)
def test_what_is_written_on_a_page_is_read_where_it_shows(
    annotation: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    words = read_pdf(annotated(write_pdf, annotation)).pages[0].words
    assert [word.text for word in words] == ["Wells", "1,250"]
    assert (words[1].box[0], words[1].baseline) == pytest.approx((102, 96), abs=1)


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param(note("Widget", "/F 2 /FT /Tx /T (n)"), id="hidden"),
        pytest.param(note("FreeText", "/F 32"), id="not for the screen"),
        pytest.param(note("Popup"), id="a comment"),
    ],
)
def test_what_does_not_show_is_not_read(
    annotation: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    words = read_pdf(annotated(write_pdf, annotation)).pages[0].words
    assert [word.text for word in words] == ["Wells"]


def test_links_outlive_the_fields_beside_them(write_pdf: Maker, read_pdf: Reader) -> None:
    link = (
        "<< /Subtype /Link /Rect [50 145 90 162] /A << /S /URI /URI (https://norvia.example) >> >>"
    )
    page = read_pdf(annotated(write_pdf, note("Stamp"), link)).pages[0]
    assert [made.url for made in page.links] == ["https://norvia.example"]


def test_a_link_within_the_document_is_no_source(write_pdf: Maker, read_pdf: Reader) -> None:
    link = "<< /Subtype /Link /Rect [50 145 90 162] /A << /S /GoTo /D [4 0 R /Fit] >> >>"
    assert read_pdf(annotated(write_pdf, link)).pages[0].links == ()


def test_pages_have_the_labels_that_the_file_gives(write_pdf: Maker, read_pdf: Reader) -> None:
    labels = b"/PageLabels << /Nums [0 << /S /r /St 3 >> 1 << /S /D /P (A-) >>] >>"
    data = write_pdf(CONTENT, CONTENT).replace(b"/Type /Catalog", b"/Type /Catalog " + labels)
    assert [page.page.label for page in read_pdf(data).pages] == ["iii", "A-1"]


def test_attached_files_are_left_alone_and_said(write_pdf: Maker, read_pdf: Reader) -> None:
    files = b"/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) >>] >> >>"
    data = write_pdf(CONTENT).replace(b"/Type /Catalog", b"/Type /Catalog " + files)
    assert [w.code for w in read_pdf(data).warnings] == ["attachments-unread"]
