"""What a version says that its document is made of."""

from extractor.store.model import contents, documents
from extractor.store.readback.version import Told, Version, fields


def contents_of(version: Version) -> Told:
    """Return the parts of a document, by the names that an extraction has for them."""
    blocks = version.rows(contents.BLOCKS)
    (text,) = version.rows(documents.TEXTS)
    return {
        "text": text["text"],
        "engine": [
            fields(each, "name", "role", version="component_version")
            for each in version.rows(documents.COMPONENTS)
        ],
        "pages": [
            fields(each, "label", "width", "height", "ocr", number="page")
            for each in version.rows(documents.PAGES)
        ],
        "blocks": [_block(version, each) for each in blocks],
        "sections": [_section(version, each) for each in version.rows(contents.SECTIONS)],
        "captions": _captions(version, blocks),
        "footnotes": _footnotes(version),
        "tables": _tables(version),
    }


def _block(version: Version, row: Told) -> Told:
    anchor = version.anchor(row["anchor_id"])
    return {
        **fields(row, "type", "text", "section_id", "level", "table_id", id="block_id"),
        "ref": row["caption_id"] or row["footnote_id"],
        "anchor": anchor,
        "source": version.source(row["anchor_id"]) if anchor is None else [],
    }


def _section(version: Version, row: Told) -> Told:
    told = fields(row, "title", "level", "parent_id", id="section_id", number="printed_number")
    return {**told, "anchor": version.anchor(row["anchor_id"])}


def _captions(version: Version, blocks: list[Told]) -> list[Told]:
    standing = {each["caption_id"]: each["block_id"] for each in blocks if each["caption_id"]}
    return [
        {
            **fields(row, "text", "credit", "credit_year", id="caption_id", of="belongs_to"),
            "block_id": standing[row["caption_id"]],
            "anchor": version.anchor(row["anchor_id"]),
        }
        for row in version.rows(contents.CAPTIONS)
    ]


def _footnotes(version: Version) -> list[Told]:
    urls = version.grouped(contents.FOOTNOTE_URLS, "footnote_id")
    marks = version.grouped(contents.FOOTNOTE_REFERENCES, "footnote_id")
    return [
        {
            **fields(row, "label", "text", id="footnote_id"),
            "urls": [each["url"] for each in urls.get(row["footnote_id"], [])],
            "references": [
                {"at": each["text_offset"], "source": version.source(each["anchor_id"])}
                for each in marks.get(row["footnote_id"], [])
            ],
            "anchor": version.anchor(row["anchor_id"]),
        }
        for row in version.rows(contents.FOOTNOTES)
    ]


def _tables(version: Version) -> list[Told]:
    cells = version.grouped(contents.CELLS, "table_id")
    notes = version.grouped(contents.TABLE_NOTES, "table_id")
    pages = version.grouped(contents.TABLE_PAGES, "table_id")
    names = ("title", "unit", "magnitude", "n_rows", "n_cols", "caption_id")
    return [
        {
            **fields(row, *names, id="table_id"),
            "cells": [_cell(version, each) for each in cells.get(row["table_id"], [])],
            "total_rows": _totals(cells.get(row["table_id"], [])),
            "notes": [each["block_id"] for each in notes.get(row["table_id"], [])],
            "continued_pages": [each["page"] for each in pages.get(row["table_id"], [])],
            "anchor": version.anchor(row["anchor_id"]),
        }
        for row in version.rows(contents.TABLES)
    ]


def _cell(version: Version, row: Told) -> Told:
    told = fields(row, "row_span", "col_span", "text", "header", row="row_index", col="col_index")
    return {**told, "anchor": version.anchor(row["anchor_id"])}


def _totals(cells: list[Told]) -> list[int]:
    return sorted({each["row_index"] for each in cells if each["in_total_row"]})
