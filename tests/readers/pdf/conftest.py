"""Small PDFs, written byte by byte so that each shows one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.readers import pdf
from extractor.readers.source import PdfSource

PdfMaker = Callable[..., bytes]
Reader = Callable[..., PdfSource]


def _write(
    *contents: str, box: str = "0 0 300 200", page: str = "", more: tuple[str, ...] = ()
) -> bytes:
    """Return a PDF with a page for each content stream; Helvetica is /F1, its bold /F2."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = (
        "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>"
    )
    kids = []
    for content in contents:
        objects.append(
            f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {page} /Contents {len(objects)} 0 R"
            f" /Resources << /Font {fonts} >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects += more
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    xref = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n".encode()
    )
    return out


@pytest.fixture
def write_pdf() -> PdfMaker:
    return _write


@pytest.fixture
def read_pdf() -> Reader:
    def read(data: bytes, password: str | None = None) -> PdfSource:
        return pdf.read(Path("plan.pdf"), data, password=password)

    return read
