"""What tests share: documents that may not be here, extractions made once, and invented ones."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import settings

from extractor.golden.store import corpus_of_others
from extractor.output import record_json, write_whole
from extractor.stored import load_extraction
from schemas.base import Anchor, OffsetPiece, Reference
from schemas.document import Block, BlockType, Caption, DocumentInfo, Footnote, Section, Table
from schemas.extraction import Component, Extraction, Ledger, LedgerEntry, LedgerStatus
from schemas.figure import Bound, Figure
from tests.tracing import (  # noqa: F401  # hooks
    pytest_collection,
    pytest_collection_modifyitems,
    pytest_fixture_setup,
    pytest_runtest_call,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Tests run side by side: how long an example takes says nothing of the example.
settings.register_profile("side-by-side", parent=settings.default, deadline=None)
settings.load_profile("side-by-side")


@pytest.fixture(scope="session")
def absent() -> Callable[[str], None]:
    """Skip a test whose document is not here; where the gate runs, it has to be."""

    def without(message: str) -> None:
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)

    return without


@pytest.fixture(scope="session")
def corpus_document(absent: Callable[[str], None]) -> Callable[[str], Path]:
    """Find a document by name: a shipped one, or one of others where they are kept."""
    others = corpus_of_others(ROOT)
    folders = (ROOT / "corpus", others, others / "pdf")

    def find(name: str) -> Path:
        found = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if found is None:
            absent(f"{name} is not in {others}")
        return found or Path()

    return find


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Extraction]:
    """Extract a document, once for all workers: the others read what the first has written.

    Two that begin at once do it both; neither sees half of a file.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / "extracted"
    folder.mkdir(exist_ok=True)

    def once(path: Path) -> Extraction:
        kept = folder / f"{hashlib.sha256(os.fsencode(path.resolve())).hexdigest()}.json"
        if kept.exists():
            return load_extraction(kept)
        from extractor.pipeline import extract

        made = extract(path)
        write_whole(kept, [record_json(made)])
        assert load_extraction(kept) == made, "what is read back is what was made"
        return made

    return cache(once)


@dataclass
class Sketch:
    """An extraction made by hand, of a text that is its own canonical text."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    statuses: dict[str, LedgerStatus] = field(default_factory=dict)

    def anchor(self, quote: str, nth: int = 0) -> Anchor:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        piece = OffsetPiece(start=start, end=start + len(quote))
        return Anchor(start=start, end=start + len(quote), quote=quote, source=(piece,))

    def bound(self, value: str, quote: str | None = None, code: str | None = None) -> Bound:
        anchor = self.anchor(quote or value)
        return Bound(value=value, code=code, state="stated", rule="test", anchor=anchor)

    def block(self, kind: BlockType, quote: str, **more: object) -> Block:
        made = {"id": f"b{len(self.blocks)}", "section_id": None, **more}
        block = Block(type=kind, text=quote, anchor=self.anchor(quote), **made)
        self.blocks.append(block)
        return block

    def heading(self, quote: str, number: str | None = None, level: int = 1) -> None:
        anchor = self.anchor(quote)
        title = quote.removeprefix(f"{number}. ")
        made = Section(
            id=f"s{len(self.sections)}",
            title=title,
            number=number,
            level=level,
            parent_id=None,
            anchor=anchor,
        )
        self.sections.append(made)
        self.block("heading", quote, level=level, section_id=made.id)

    def figure(self, quote: str, kind: str, value: str | None, **more: object) -> Figure:
        made = {
            "id": f"fig-{len(self.figures)}",
            "unit": None,
            "modifier": None,
            "precision": None,
            "zone": "prose",
            "block_id": "b0",
            "section_id": None,
            "rule": "test",
            "anchor": self.anchor(quote),
            **more,
        }
        figure = Figure(kind=kind, value=value, **made)
        self.figures.append(figure)
        return figure

    def footnote(self, label: str, quote: str, mark_after: str, **more: object) -> None:
        at = self.anchor(mark_after).end
        mark = Reference(at=at, source=(OffsetPiece(start=at, end=at + len(label)),))
        note = Footnote(
            id=f"n{len(self.footnotes) + 1}",
            label=label,
            text=quote,
            references=(mark,),
            anchor=self.anchor(quote),
            **{"urls": (), **more},
        )
        self.footnotes.append(note)
        self.block("footnote", quote, ref=note.id)

    def extraction(self) -> Extraction:
        inside = {
            at for figure in self.figures for at in range(figure.anchor.start, figure.anchor.end)
        }
        entries = tuple(
            LedgerEntry(
                start=match.start(),
                end=match.end(),
                status="figure"
                if match.start() in inside
                else self.statuses.get(match.group(), "unexplained"),
            )
            for match in regex.finditer(r"\d+", self.text)
        )
        return Extraction(
            engine=(Component(name="planfacts", version="0"),),
            document=DocumentInfo(
                sha256="0" * 64, media_type="text/plain", encoding="utf-8", provenance="offset"
            ),
            text=self.text,
            blocks=tuple(self.blocks),
            sections=tuple(self.sections),
            tables=tuple(self.tables),
            captions=tuple(self.captions),
            footnotes=tuple(self.footnotes),
            figures=tuple(self.figures),
            entities=(),
            sources=(),
            findings=(),
            ledger=Ledger(entries=entries, explained=1.0),
            warnings=(),
        )


@pytest.fixture
def sketch() -> type[Sketch]:
    """Make extractions by hand."""
    return Sketch


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """An installed Chromium; where there is none, the tests that need it are skipped."""
    path = os.environ.get("PLANFACTS_CHROMIUM") or next(
        filter(None, map(shutil.which, BROWSERS)), None
    )
    if path is None:
        pytest.skip("no Chromium is installed here (PLANFACTS_CHROMIUM may name one)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path)
        yield browser
        browser.close()


Opener = Callable[..., "Page"]


@pytest.fixture
def look(chromium: "Browser") -> Iterator[Opener]:
    """Open a page of ours; anything that it asks of the network, logs or throws fails a test."""
    contexts, faults = [], []

    def opened(path: Path, address: str = "", **options: object) -> "Page":
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("dialog", lambda dialog: (faults.append("a dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                faults.append(request.url)
                if "://" in request.url and not request.url.startswith("file:")
                else None
            ),
        )
        page.goto(path.as_uri() + address)
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not fault.startswith(("blob:", "data:"))] == []
