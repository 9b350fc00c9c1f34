"""Pages as pictures: what is seen of them, and never more than can be drawn."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from extractor.readers.pdf.pictures import LONGEST_SIDE, PagePicture, page_pictures

PdfMaker = Callable[..., bytes]
RED = "1 0 0 rg 30 20 60 40 re f"


@pytest.fixture
def pictures() -> Callable[..., list[PagePicture]]:
    def drawn(data: bytes, **options: object) -> list[PagePicture]:
        given = {"resolution": 72, "most_pixels": 1_000_000, **options}
        return list(page_pictures(Path("plan.pdf"), data, **given))

    return drawn


def test_a_picture_shows_what_is_seen_of_a_page_and_says_which_part(
    write_pdf: PdfMaker, pictures: Callable[..., list[PagePicture]]
) -> None:
    (page,) = pictures(write_pdf(RED, page="/CropBox [20 10 220 110]"))
    assert page.visible == (20.0, 90.0, 220.0, 190.0)
    assert page.image.size == (200, 100)
    assert page.image.getpixel((15, 85)) == (255, 0, 0)
    assert page.image.getpixel((5, 95)) == (255, 255, 255)


def test_a_turned_page_is_drawn_as_it_is_read(
    write_pdf: PdfMaker, pictures: Callable[..., list[PagePicture]]
) -> None:
    (page,) = pictures(write_pdf(RED, page="/Rotate 90"))
    assert (page.visible, page.image.size) == ((0.0, 0.0, 200.0, 300.0), (200, 300))
    assert page.image.getpixel((40, 60)) == (255, 0, 0)


@pytest.mark.parametrize("box", ["0 0 14000 14000", "0 0 90000 20"])
def test_a_page_of_any_size_is_drawn_in_so_many_pixels(
    write_pdf: PdfMaker, pictures: Callable[..., list[PagePicture]], box: str
) -> None:
    (page,) = pictures(write_pdf(RED, box=box))
    width, height = page.image.size
    assert width * height < 1_100_000
    assert max(width, height) <= LONGEST_SIDE


def test_a_page_with_an_image_too_large_to_draw_has_no_picture(
    write_pdf: PdfMaker, pictures: Callable[..., list[PagePicture]]
) -> None:
    assert [page.image is None for page in pictures(with_image(write_pdf(RED), 60_000))] == [True]
    assert [page.image is None for page in pictures(with_image(write_pdf(RED), 60))] == [False]


def with_image(data: bytes, side: int) -> bytes:
    """Return a PDF whose first page also draws an image of so many pixels a side."""
    writer = PdfWriter(BytesIO(data))
    image = StreamObject()
    image.set_data(b"\x00")
    image.update({NameObject("/Type"): NameObject("/XObject")})
    image.update({NameObject("/Subtype"): NameObject("/Image")})
    image.update({NameObject("/ColorSpace"): NameObject("/DeviceGray")})
    numbers = {"/Width": side, "/Height": side, "/BitsPerComponent": 1}
    image.update({NameObject(name): NumberObject(number) for name, number in numbers.items()})
    page = writer.pages[0]
    named = DictionaryObject({NameObject("/X"): writer._add_object(image)})  # noqa: SLF001
    page["/Resources"][NameObject("/XObject")] = named
    drawn = ContentStream(None, writer)
    drawn.set_data(b"q 100 0 0 100 0 0 cm /X Do Q")
    page[NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
