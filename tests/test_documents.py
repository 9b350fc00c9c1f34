"""Whole documents: every anchor proves itself, every digit is accounted for, twice the same."""

import html
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import regex
from pydantic import BaseModel

from extractor.given import source_text
from extractor.golden.compare import compare
from extractor.golden.draft import draft_golden
from extractor.output import record_json
from schemas.base import Anchor, BoxPiece, OffsetPiece, Piece
from schemas.extraction import Extraction

ROOT = Path(__file__).parents[1]
SHIPPED = [
    str(path.relative_to(ROOT / "corpus"))
    for path in sorted((ROOT / "corpus").glob("*/plan.*"))
    if path.suffix in {".pdf", ".md", ".txt"}
]
PLANS = ["000_0b5027213940e968.txt", "004_0967aa4bb2a059cb.txt"]
PDFS = [
    "augusta_adopted_budget_fy2022.pdf",
    "cedaw_car_concluding_2024_ru.pdf",
    "chile_programa_encrypted_2025_es.pdf",
    "drc_ebola_sitrep_mve17_39_2026_fr.pdf",
    "drc_ebola_sitrep_mve17_40_2026_fr.pdf",
    "egypt_bank_financials_rotated_ar.pdf",
    "ifrc_eap_kenya_drought_2023.pdf",
    "nyc_fy25_financial_plan_overview.pdf",
    "ocha_aa_cuba_huracanes_2025_es.pdf",
    "ocha_aa_nepal_floods_2024.pdf",
    "ocha_aa_nepal_floods_2025.pdf",
    "ocha_aa_niger_secheresse_2024_fr.pdf",
    "ocha_ebola_drc_update13_2014_en.pdf",
    "ocha_ebola_drc_update13_2014_fr.pdf",
    "singapore_annex_h1_tax_fy2024.pdf",
    "un_afghanistan_A79-797_feb2025.pdf",
    "un_afghanistan_A79-947_jun2025.pdf",
    "un_ukraine_letter_A79-846.pdf",
    "undp_icpe_liberia_2024.pdf",
    "unfpa_annual_report_2024_DPFPA2025-4.pdf",
    "unicef_child_protection_thematic_2024.pdf",
    "unicef_humanitarian_annual_EICEF2025-19.pdf",
    "waterloo_consolidated_fs_2024.pdf",
]
SCANNED = "un_1990_scan_notext_A45-696add1.pdf"
EXPLAINED = [*SHIPPED, *PLANS]  # documents whose every digit must be explained
READ_TWICE = [*EXPLAINED, "un_afghanistan_A79-797_feb2025.pdf"]
DRAFTED = [*READ_TWICE, "egypt_bank_financials_rotated_ar.pdf", "ocha_aa_nepal_floods_2025.pdf"]
MARGIN = 1.0  # points; glyphs may overhang the page's edge by a hair
KEYS = (
    "schema_version engine document text blocks sections tables captions footnotes figures "
    "entities sources findings ledger warnings"
).split()

Extracted = Callable[[Path], Extraction]
Find = Callable[[str], Path]

pytestmark = pytest.mark.corpus


def records(value: object) -> Iterator[BaseModel]:
    """Yield every record inside of a value, itself included."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, BaseModel):
            yield each
            left += each.__dict__.values()
        elif isinstance(each, tuple):
            left += each


def letters(text: str) -> str:
    """Return the letters and digits of a text, in one case."""
    return "".join(regex.findall(r"[\p{L}\p{N}]", text)).casefold()


def digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(regex.findall(r"\d", text))


def spells(there: str, quote: str) -> bool:
    """Whether the letters and digits of a quote stand in a text in order, markup between them."""
    rest = iter(letters(there))
    return all(letter in rest for letter in letters(quote))


def printed(pieces: tuple[Piece, ...], text: str) -> str:
    """Return what stands at pieces of a text file, entities resolved."""
    offsets = [piece for piece in pieces if isinstance(piece, OffsetPiece)]
    return html.unescape("".join(text[piece.start : piece.end] for piece in offsets))


@pytest.mark.parametrize("name", [*SHIPPED, *PLANS, *PDFS])
class TestDocument:
    """What holds for every document."""

    def test_its_anchors_prove_themselves(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        path = corpus_document(name)
        extraction = extracted(path)
        text = source_text(path, extraction.document)
        for anchor in records(extraction):
            if not isinstance(anchor, Anchor):
                continue
            assert anchor.quote == extraction.text[anchor.start : anchor.end], anchor
            if text is not None:
                assert spells(printed(anchor.source, text), anchor.quote), anchor

    def test_it_is_written_as_the_schema_says(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        extraction = extracted(corpus_document(name))
        written = record_json(extraction)
        assert Extraction.model_validate_json(written, strict=True) == extraction

    def test_its_pieces_are_in_the_file(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        path = corpus_document(name)
        extraction = extracted(path)
        sizes = {p.number: (p.width or 0, p.height or 0) for p in extraction.document.pages}
        length = len(source_text(path, extraction.document) or "")
        for piece in records(extraction):
            if isinstance(piece, BoxPiece):
                width, height = sizes[piece.page]
                left, top, right, bottom = piece.bbox
                assert -MARGIN <= left < right <= width + MARGIN, piece
                assert -MARGIN <= top < bottom <= height + MARGIN, piece
            elif isinstance(piece, OffsetPiece):
                assert piece.start < piece.end <= length, piece

    def test_its_figures_spell_what_is_printed(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        path = corpus_document(name)
        extraction = extracted(path)
        text = source_text(path, extraction.document)
        for figure in extraction.figures if text is not None else ():
            there = printed(figure.anchor.source, text)
            assert digits(there) == digits(figure.anchor.quote), figure
            if not regex.search(r"[*_\[\]<>]", there):  # no markup inside
                assert letters(there) == letters(figure.anchor.quote), figure

    def test_its_blocks_tell_their_text(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        for block in extracted(corpus_document(name)).blocks:
            if block.type == "furniture":
                assert block.anchor is None, block
                assert block.source, block
            else:
                assert block.anchor is not None, block
                assert block.text == block.anchor.quote, block

    def test_its_references_lead_somewhere(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        extraction = extracted(corpus_document(name))
        ids = [figure.id for figure in extraction.figures]
        assert len(set(ids)) == len(ids)
        blocks = {block.id for block in extraction.blocks}
        sections = {section.id for section in extraction.sections} | {None}
        cells = {(t.id, c.row, c.col) for t in extraction.tables for c in t.cells}
        for figure in extraction.figures:
            assert figure.block_id in blocks, figure
            assert figure.section_id in sections, figure
            assert figure.of is None or figure.of in ids, figure
            place = figure.cell
            assert place is None or (place.table_id, place.row, place.col) in cells, figure

    def test_its_ledger_holds_every_run_of_digits(
        self, name: str, corpus_document: Find, extracted: Extracted
    ) -> None:
        extraction = extracted(corpus_document(name))
        runs = [match.span() for match in regex.finditer(r"\d+", extraction.text)]
        entries = [(e.start, e.end) for e in extraction.ledger.entries if e.start is not None]
        assert sorted(entries) == runs
        unexplained = sum(e.status == "unexplained" for e in extraction.ledger.entries)
        share = 1 - unexplained / len(runs) if runs else 1.0
        assert extraction.ledger.explained == pytest.approx(share)


@pytest.mark.parametrize("name", DRAFTED)
def test_a_draft_agrees_with_what_it_was_made_of(
    name: str, corpus_document: Find, extracted: Extracted
) -> None:
    path = corpus_document(name)
    extraction = extracted(path)
    text = source_text(path, extraction.document)
    results = compare(draft_golden(path, extraction), extraction, text)
    assert [difference for result in results for difference in result.differences] == []


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_digit_is_explained(name: str, corpus_document: Find, extracted: Extracted) -> None:
    extraction = extracted(corpus_document(name))
    unexplained = [
        extraction.text[max(0, e.start - 30) : e.end + 30]
        for e in extraction.ledger.entries
        if e.status == "unexplained" and e.start is not None and e.end is not None
    ]
    assert unexplained == []


def test_another_process_gives_the_same_bytes(corpus_document: Find, extracted: Extracted) -> None:
    paths = []
    for name in READ_TWICE:
        with suppress(pytest.skip.Exception):
            paths.append(corpus_document(name))
    command = [sys.executable, "-m", "extractor", "extract", *map(str, paths), "--format", "jsonl"]
    environment = os.environ | {"PYTHONHASHSEED": "31"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    differing = [
        path.name
        for path, told in zip(paths, done.stdout.splitlines(), strict=True)
        if told != extracted(path).model_dump_json().encode()
    ]
    assert differing == []


@pytest.mark.parametrize("name", READ_TWICE)
def test_its_keys_stand_in_one_order(
    name: str, corpus_document: Find, extracted: Extracted
) -> None:
    assert list(extracted(corpus_document(name)).model_dump()) == KEYS


def test_a_scan_is_said_to_need_ocr(corpus_document: Find) -> None:
    path = corpus_document(SCANNED)
    command = [sys.executable, "-m", "extractor", "extract", str(path), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "OCR" in done.stderr
