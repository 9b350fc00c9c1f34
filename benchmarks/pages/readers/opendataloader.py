"""opendataloader-pdf's own JSON in the common model."""

from collections.abc import Iterator, Mapping
from typing import Any

from pages.truth import Caption, Cell, Heading, Kind, Reading, Table

Element = Mapping[str, Any]
LINKED: dict[str, Kind] = {"table": "table", "image": "figure"}


def reading(plain: Element) -> Reading:
    """Return what it gives: texts, headings, tables, captions.

    Its captions name no photos and maps; their kind is taken from what they are linked to.
    """
    elements = list(_walk(plain.get("kids", ())))
    linked = {e.get("id"): e for e in elements}
    return Reading(
        order=tuple(text for e in elements if (text := _text(e))),
        headings=tuple(
            Heading(e.get("heading level") or 1, e["content"])
            for e in elements
            if e["type"] == "heading"
        ),
        tables=tuple(_table(e) for e in elements if e["type"] == "table"),
        captions=tuple(
            _caption(e, linked.get(e.get("linked content id")))
            for e in elements
            if e["type"] == "caption"
        ),
        gives=frozenset(("order", "headings", "tables", "captions")),
    )


def _caption(element: Element, of: Element | None) -> Caption:
    """Return a caption and what it is linked to."""
    kind = LINKED.get(of["type"]) if of else None
    return Caption(kind, element["content"], of=_text(of) if of and kind == "table" else None)


def _walk(kids: Any) -> Iterator[Element]:  # noqa: ANN401  # JSON of another program
    """Yield the elements in order, a table as one."""
    for kid in kids:
        if kid.get("type") in {"header", "footer"}:
            continue
        yield kid
        if kid.get("type") != "table":
            for inner in ("kids", "list items", "rows", "cells"):
                yield from _walk(kid.get(inner) or ())


def _text(element: Element) -> str:
    """Return the text of an element; of a table, cell by cell."""
    if element["type"] == "table":
        return "\t".join(cell.text for cell in _table(element).cells)
    return element.get("content") or ""


def _table(element: Element) -> Table:
    cells = tuple(
        Cell(
            cell["row number"] - 1,
            cell["column number"] - 1,
            " ".join(text for kid in _walk(cell.get("kids") or ()) if (text := _text(kid))),
            cell.get("row span") or 1,
            cell.get("column span") or 1,
            header=bool(cell.get("is_header")),
        )
        for row in element.get("rows") or ()
        for cell in row.get("cells") or ()
    )
    rows, cols = element["number of rows"], element["number of columns"]
    return Table(rows, cols, cells, element.get("page number"))
