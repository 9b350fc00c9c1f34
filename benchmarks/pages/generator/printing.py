"""Typst: the bytes of a PDF, and the page that each marked thing came to stand on."""

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

FONTS_FOLDER = Path(__file__).resolve().parents[3] / "corpus" / "fonts"
PRINTED_AT = 1_940_580_000  # seconds since 1970: 2031-06-30, so that the bytes are always the same
END = "end"
PLACES = (
    f'\n#at("{END}")'
    "#place(context [#metadata(query(<at>).map(m => (m.value, m.location().page()))) <pages>])\n"
)


def printed(markup: str, *, tagged: bool) -> tuple[bytes, dict[str, int]]:
    """Return the PDF of a document and the page of each mark in it."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS_FOLDER])
    with TemporaryDirectory() as folder:
        source = Path(folder) / "plan.typ"
        source.write_text(markup + PLACES)
        compiler = typst.Compiler(source, font_paths=fonts)
        pdf = compiler.compile(format="pdf", timestamp=PRINTED_AT, pdf_tags=tagged)
        found = compiler.query("<pages>", field="value", one=True)
    if not isinstance(pdf, bytes):
        message = "Typst gave no single PDF"
        raise TypeError(message)
    return pdf, dict(json.loads(found))


def printed_apart(markup: str, *, tagged: bool) -> bytes:
    """Return the PDF of a long document, printed by a process of its own.

    Typst keeps what it has made for as long as its process lives, 2 MB a page.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as one:
        return one.submit(printed, markup, tagged=tagged).result()[0]
