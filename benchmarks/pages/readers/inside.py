"""Runs in the peers' own environment: reads what standard input asks for, one JSON line each.

Input: {"peer": …, "path": …, "page": number or null}, and "anew": true where nothing of an earlier
reading may be used. Output: "seconds" by the clock, "processor" seconds, and either "markdown", or
"order" and "tables" (rows of texts), or "json" (opendataloader's own), or "error".
Knows the peers and nothing of planfacts.
"""

import importlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

Answer = dict[str, Any]


def pdfplumber_alone(path: Path, page: int | None) -> Answer:
    """Read text and tables as pdfplumber does with its defaults."""
    pdfplumber = importlib.import_module("pdfplumber")
    order, tables = [], []
    with pdfplumber.open(path, pages=[page] if page else None) as pdf:
        for each in pdf.pages:
            order.append(each.extract_text())
            tables += [[table, each.page_number] for table in each.extract_tables()]
            each.close()
    return {"order": order, "tables": tables}


def opendataloader(path: Path, page: int | None) -> Answer:
    """Read with its border and cluster method, the better of two; a document only once."""
    whole, seconds = _converted(path)
    if page is None:
        return {"json": whole, "seconds": seconds}
    kids = [kid for kid in whole["kids"] if kid.get("page number") == page]
    return {"json": {"kids": kids}, "seconds": seconds / whole["number of pages"]}


@lru_cache(maxsize=1)
def _converted(path: Path) -> tuple[Answer, float]:
    """Return opendataloader's JSON of a document and the seconds it took."""
    convert = importlib.import_module("opendataloader_pdf").convert
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        convert(
            str(path),
            output_dir=folder,
            format="json",
            quiet=True,
            image_output="off",
            table_method="cluster",
        )
        found = next(Path(folder).glob("*.json")).read_text(encoding="utf-8")
    return json.loads(found), time.perf_counter() - started


def pdf_oxide(path: Path, page: int | None) -> Answer:
    """Read as Markdown."""
    document = importlib.import_module("pdf_oxide").PdfDocument(str(path))
    text = document.to_markdown(page - 1) if page else document.to_markdown_all()
    return {"markdown": text}


def liteparse(path: Path, page: int | None) -> Answer:
    """Read as Markdown, without OCR."""
    parser = importlib.import_module("liteparse").LiteParse(
        ocr_enabled=False,
        output_format="markdown",
        quiet=True,
        target_pages=str(page) if page else None,
    )
    return {"markdown": parser.parse(str(path)).text}


def kreuzberg(path: Path, page: int | None) -> Answer:
    """Read as Markdown; it takes whole files, so a page is cut out first."""
    module = importlib.import_module("kreuzberg")
    config = module.ExtractionConfig(output_format="markdown")
    with tempfile.TemporaryDirectory() as folder:
        if page:
            path = _cut(path, page, Path(folder))
        return {"markdown": module.extract_file_sync(str(path), config=config).content}


def _cut(path: Path, page: int, folder: Path) -> Path:
    """Write one page as a file of its own."""
    pdfium = importlib.import_module("pypdfium2")
    one = pdfium.PdfDocument.new()
    one.import_pages(pdfium.PdfDocument(path), [page - 1])
    one.save(folder / "page.pdf")
    return folder / "page.pdf"


PEERS: dict[str, Callable[[Path, int | None], Answer]] = {
    "opendataloader-pdf": opendataloader,
    "pdfplumber": pdfplumber_alone,
    "pdf_oxide": pdf_oxide,
    "liteparse": liteparse,
    "kreuzberg": kreuzberg,
}


def answer(asked: Answer) -> Answer:
    """Let a peer read one file; an error of its own is its answer."""
    if asked.get("anew"):
        _converted.cache_clear()
    started, worked = time.perf_counter(), _worked()
    try:
        found = PEERS[asked["peer"]](Path(asked["path"]), asked["page"])
    except Exception as error:  # noqa: BLE001  # whatever a peer raises is told, not ours to know
        found = {"error": f"{type(error).__name__}: {error}"}
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "processor": _worked() - worked, **found}


def _worked() -> float:
    """Return the processor time of this process, and of those that it has begun and ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
