"""What would take PDFium for ever, or all memory, is cut out beforehand, and the page is named."""

import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf import tame
from extractor.readers.pdf.inflate import TooMuchError, filters, inflated
from extractor.readers.source import PdfSource

Reader = Callable[..., PdfSource]

WORDS = b"BT /F1 10 Tf 50 150 Td (seven words) Tj ET "
FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
LIMIT_SECONDS = 10.0
LIMIT_MEGABYTES = 600


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more, content)


def flate(content: bytes, more: bytes = b"") -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + more)


def bomb(megabytes: int, piece: bytes = b" ") -> bytes:
    """Return a compressed stream that begins with words and inflates to that much."""
    machine = zlib.compressobj(9)
    start = machine.compress(WORDS) + machine.flush(zlib.Z_FULL_FLUSH)
    block = machine.compress((piece * (1_000_000 // len(piece) + 1))[:1_000_000])
    block += machine.flush(zlib.Z_FULL_FLUSH)  # the same bytes again hold the same again
    return stream(start + block * megabytes + machine.flush(), b"/Filter /FlateDecode")


def form(content: bytes, draws: int) -> bytes:
    """Return a form that can draw the object of that number as /X."""
    resources = b"/Resources << %b /XObject << /X %d 0 R >> >>" % (FONT, draws)
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 300 200] " + resources)


def assembled(*objects: bytes) -> bytes:
    """Return a PDF of the given objects; the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, xref = len(objects) + 1, len(out)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, xref)
    )


def two_pages(content: bytes, *more: bytes, contents: bytes = b"4 0 R", root: bytes = b"") -> bytes:
    """Return a PDF whose first page has the content of object 4, whose second has words.

    Object 7 is what the first page can draw as /X.
    """
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents %b"
        b" /Resources << %b /XObject << /X 7 0 R >> >> >>"
    )
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % root,
        b"<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
        page % (contents, FONT),
        content,
        page % (b"6 0 R", FONT),
        stream(WORDS),
        *more,
    )


def cases() -> Iterator[tuple[str, bytes]]:
    """Yield files that name the page, its words of the second page read all the same."""
    yield "a stream of two gigabytes", two_pages(bomb(2_000))
    yield "a stream of forty megabytes of paths", two_pages(bomb(40, b"0 0 m 1 1 l S "))
    twice = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    yield "a stream packed twice", two_pages(stream(twice, b"/Filter [/FlateDecode /Fl]"))
    escaped = bomb(100).replace(b"/FlateDecode", b"/Fl#61teDecode")
    yield "a stream whose filter is spelled with an escape", two_pages(escaped)
    yield (
        "a form that draws itself",
        two_pages(stream(WORDS + b"/X Do"), form(b"/X Do /X Do " * 9 + WORDS, 7)),
    )
    chain = [form(b"/X Do " * 20, 8 + i) for i in range(9)]
    yield "forms that draw each other", two_pages(stream(b"/X Do"), *chain, form(WORDS, 6))
    marks = b"/P << /MCID 0 >> BDC " * 100_000
    yield "marks in marks in marks", two_pages(flate(marks + WORDS))
    font = b"/Length1 5"
    yield "marks in marks in what says that it is a font", two_pages(flate(marks + WORDS, font))
    many = b"[4 0 R " + b"7 0 R " * 5_000 + b"]"
    yield (
        "one stream five thousand times",
        two_pages(stream(WORDS), flate(b"0 0 m 1 1 l S " * 10_000), contents=many),
    )


CASES = dict(cases())


@pytest.mark.alone
@pytest.mark.parametrize("name", CASES)
def test_too_much_is_cut_out_and_the_rest_is_read(name: str, read_pdf: Reader) -> None:
    start = time.perf_counter()
    source = read_pdf(CASES[name])
    assert time.perf_counter() - start < LIMIT_SECONDS
    assert [word.text for word in source.pages[1].words] == ["seven", "words"]
    assert "content-cut" in {warning.code for warning in source.warnings}
    assert {w.page for w in source.warnings if w.code.startswith("page-")} == {1}


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is asked of Linux")
def test_memory_stays_bounded(tmp_path: Path) -> None:
    for number, data in enumerate(CASES.values()):
        (tmp_path / f"{number}.pdf").write_bytes(data)
    # What getrusage tells of a child begins with the peak of the parent.
    script = (
        "import pathlib, sys\n"
        "from extractor.readers import pdf\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.pdf')):\n"
        "    pdf.read(path, path.read_bytes())\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(status.partition('VmHWM:')[2].split()[0])\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, check=True, timeout=120, capture_output=True, text=True)
    assert int(done.stdout) / 1024 < LIMIT_MEGABYTES


def test_a_file_of_nothing_else_says_why_it_is_not_read(read_pdf: Reader) -> None:
    data = two_pages(bomb(100)).replace(b"/Kids [3 0 R 5 0 R]", b"/Kids [3 0 R 3 0 R]")
    with pytest.raises(UnreadableSourceError, match="more than can be read"):
        read_pdf(data)


@pytest.mark.parametrize(
    "root",
    [
        pytest.param(b"/PageLabels 7 0 R", id="labels"),
        pytest.param(b"/Names << /Dests 7 0 R >>", id="targets"),
    ],
)
def test_a_tree_that_holds_itself_is_refused(root: bytes, read_pdf: Reader) -> None:
    itself = b"<< /Kids [7 0 R 7 0 R] /Limits [0 99] >>"
    with pytest.raises(UnreadableSourceError, match="does not end"):
        read_pdf(two_pages(stream(WORDS), itself, root=root))


@pytest.mark.parametrize(
    ("kids", "count"),
    [
        pytest.param(b"3 0 R 5 0 R", 100_000, id="more declared than there are"),
        pytest.param(b"5 0 R " * 100_000, 100_000, id="one page a hundred thousand times"),
    ],
)
def test_a_page_tree_that_lies_is_bounded(kids: bytes, count: int, read_pdf: Reader) -> None:
    data = two_pages(stream(WORDS)).replace(
        b"/Kids [3 0 R 5 0 R] /Count 2", b"/Kids [%b] /Count %d" % (kids, count)
    )
    source = read_pdf(data)
    assert len(source.pages) == tame.TIMES_A_PAGE * 2 + tame.FEW_PAGES
    (unread,) = [w for w in source.warnings if w.code == "pages-unread"]
    assert (unread.page, "100000" in unread.message) == (len(source.pages) + 1, True)


def test_a_million_characters_are_cut_and_said(read_pdf: Reader) -> None:
    lines = (
        b"BT /F1 1 Tf 1 199 Td 1 TL " + b"(ab cd ef gh ij kl mn op qr st) Tj T* " * 40_000 + b"ET"
    )
    source = read_pdf(two_pages(flate(lines)))
    assert [(w.code, w.page) for w in source.warnings if w.code == "page-too-rich"] == [
        ("page-too-rich", 1)
    ]


def test_plain_files_are_left_as_they_are() -> None:
    data = two_pages(stream(WORDS + b"/X Do"), form(WORDS, 6))
    assert tame.tame(data).data is data


@pytest.mark.parametrize(
    ("head", "data", "content"),
    [
        pytest.param(b"/Filter /FlateDecode", zlib.compress(b"abc"), b"abc", id="flate"),
        pytest.param(b"/Filter /Fl", zlib.compress(b"abc" * 9)[:-6], b"abca", id="cut flate"),
        pytest.param(b"/Filter /AHx", b"61 62 6>", b"ab`", id="hexadecimal"),
        pytest.param(b"/Filter [ /A85 ]", b"<~@:E^~>", b"abc", id="base 85"),
        pytest.param(b"/Filter /RL", b"\x01ab\xfec\x80x", b"abccc", id="runs"),
        pytest.param(
            b"/Filter /LZWDecode",
            b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01",
            b"-----A---B",
            id="the example of the PDF reference",
        ),
        pytest.param(b"/Filter /DCTDecode", b"abc", b"abc", id="a picture stays"),
        pytest.param(b"", b"abc", b"abc", id="no filter"),
    ],
)
def test_filters_are_undone(head: bytes, data: bytes, content: bytes) -> None:
    assert inflated(head, data, 100) == content


@pytest.mark.parametrize(
    ("head", "data"),
    [
        pytest.param(b"/Filter /Fl", zlib.compress(b" " * 101), id="flate"),
        pytest.param(b"/Filter /RL", b"\x81a", id="runs"),
        pytest.param(b"", b" " * 101, id="no filter"),
    ],
)
def test_more_than_asked_for_is_refused(head: bytes, data: bytes) -> None:
    with pytest.raises(TooMuchError):
        inflated(head, data, 100)


def test_filters_by_name() -> None:
    assert filters(b"<< /Filter /Fl#61teDecode /Length 3 >>") == [b"FlateDecode"]
