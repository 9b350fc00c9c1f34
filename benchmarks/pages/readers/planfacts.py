"""What planfacts reads, from its own JSON: of a document, or of one page of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractor.pipeline import extract
from pages.truth import Caption, Cell, Footnote, Heading, KeyFigure, Kind, Mark, Reading, Table

Json = Mapping[str, Any]
KINDS: dict[str | None, Kind] = {
    "table": "table",
    "figure": "figure",
    "chart": "figure",
    "photo": "photo",
    "map": "map",
}


def extracted(path: Path) -> Json:
    """Return the extraction of a file as plain data."""
    plain: Json = extract(path).model_dump(mode="json")
    return plain


def read(path: Path) -> Reading:
    """Return what planfacts reads in a document."""
    return reading(extracted(path))


def reading(extraction: Json, page: int | None = None) -> Reading:
    """Return an extraction, or what of it stands on one page, in the common model."""
    view = View(extraction, page)
    return Reading(
        order=tuple(view.order()),
        title=next((b["text"] for b in view.blocks("title")), None),
        headings=tuple(Heading(b["level"], b["text"]) for b in view.blocks("heading")),
        tables=tuple(view.tables()),
        footnotes=tuple(
            Footnote(note["label"], note["text"], pages_of(note["anchor"])[0])
            for note in extraction["footnotes"]
            if view.begins(note["anchor"])
        ),
        marks=tuple(view.marks()),
        captions=tuple(view.captions()),
        key_figures=tuple(view.key_figures()),
    )


def pages_of(anchor: Json | None) -> list[int]:
    """Return the pages that an anchor's pieces lie on."""
    return [piece["page"] for piece in anchor["source"]] if anchor else []


@dataclass(frozen=True, slots=True)
class View:
    """An extraction, of which one page is seen or all of it."""

    extraction: Json
    page: int | None

    def begins(self, anchor: Json | None) -> bool:
        """Whether what is anchored begins on the page that is seen."""
        return self.page is None or pages_of(anchor)[:1] == [self.page]

    def blocks(self, kind: str) -> Iterator[Json]:
        """Yield the blocks of a type that begin on the page."""
        for block in self.extraction["blocks"]:
            if block["type"] == kind and self.begins(block["anchor"]):
                yield block

    def order(self) -> Iterator[str]:
        """Yield the texts of the body in order, of each what stands on the page."""
        for block in self.extraction["blocks"]:
            if block["type"] == "furniture":
                continue
            if self.page is None:
                yield block["text"]
            elif self.page in pages_of(block["anchor"]):
                yield self._part(block)

    def _part(self, block: Json) -> str:
        """Return the part of a block's text on the page, cut by the width of its lines."""
        if block["table_id"] is not None:
            table = next(t for t in self.extraction["tables"] if t["id"] == block["table_id"])
            return "\t".join(c["text"] for c in table["cells"] if self._holds(c))
        return self._cut(block["text"], block["anchor"])

    def _cut(self, text: str, anchor: Json | None) -> str:
        """Return the part of a text on the page; what runs over no pages is not cut."""
        widths = {True: 0.0, False: 0.0}
        before = 0.0
        for piece in anchor["source"] if anchor else ():
            here = piece["page"] == self.page
            width = piece["bbox"][2] - piece["bbox"][0]
            widths[here] += width
            before += width if not here and not widths[True] else 0.0
        whole = sum(widths.values()) or 1.0
        start = _near_blank(text, before / whole)
        return text[start : _near_blank(text, (before + widths[True]) / whole)]

    def _holds(self, cell: Json) -> bool:
        return self.page is None or self.page in pages_of(cell["anchor"])

    def tables(self) -> Iterator[Table]:
        """Yield the tables; of one page, the rows that stand on it."""
        for table in self.extraction["tables"]:
            rows = sorted({c["row"] for c in table["cells"] if self._holds(c)})
            if not rows:
                continue
            first, last = (0, table["n_rows"] - 1) if self.page is None else (rows[0], rows[-1])
            cells = tuple(
                Cell(
                    cell["row"] - first,
                    cell["col"],
                    cell["text"] if self.page is None else self._cut(cell["text"], cell["anchor"]),
                    cell["row_span"],
                    cell["col_span"],
                    header=cell["header"] is not None,
                )
                for cell in table["cells"]
                if first <= cell["row"] <= last
            )
            pages = pages_of(table["anchor"])
            yield Table(
                last - first + 1, table["n_cols"], cells, self.page or (pages[0] if pages else None)
            )

    def marks(self) -> Iterator[Mark]:
        """Yield the marks with the text of their block or cell before them."""
        starts = sorted(
            anchor["start"]
            for anchor in [
                *(block["anchor"] for block in self.extraction["blocks"]),
                *(c["anchor"] for t in self.extraction["tables"] for c in t["cells"]),
            ]
            if anchor
        )
        for note in self.extraction["footnotes"]:
            for reference in note["references"]:
                if self.page is None or self.page in [p["page"] for p in reference["source"]]:
                    at = reference["at"]
                    start = max((s for s in starts if s < at), default=at)
                    yield Mark(note["label"], self.extraction["text"][start:at])

    def captions(self) -> Iterator[Caption]:
        """Yield the captions, each with the text of the table it belongs to."""
        tables = {
            table["caption_id"]: " ".join(c["text"] for c in table["cells"])
            for table in self.extraction["tables"]
            if table["caption_id"]
        }
        for caption in self.extraction["captions"]:
            if self.begins(caption["anchor"]):
                yield Caption(
                    KINDS.get(caption["of"]),
                    caption["text"],
                    caption["credit"],
                    caption["credit_year"],
                    tables.get(caption["id"]),
                )

    def key_figures(self) -> Iterator[KeyFigure]:
        """Yield the numbers of zone keyfigure, each with the block its indicator stands in.

        A number among the words of another's label is no key figure: `wells in 3 districts`.
        """
        blocks = [b for b in self.extraction["blocks"] if b["type"] == "key_figure"]
        places = {block["id"]: at for at, block in enumerate(blocks)}
        figures = [
            (figure, places[figure["block_id"]])
            for figure in self.extraction["figures"]
            if figure["zone"] == "keyfigure"
            and figure["kind"] not in {"date", "duration"}
            and figure["block_id"] in places
        ]
        labels = {_label_block(figure, blocks, at) for figure, at in figures}
        shared = {at for (_, at), (_, after) in pairwise(figures) if at == after}
        for figure, at in figures:
            in_label = at in labels and _has_words_before(figure, blocks[at])
            if not in_label and self.begins(figure["anchor"]):
                yield _key_figure(figure, blocks, at, alone=at not in shared)


def _has_words_before(figure: Json, block: Json) -> bool:
    before = figure["anchor"]["start"] - block["anchor"]["start"]
    return any(c.isalpha() for c in block["text"][:before])


def _label_block(figure: Json, blocks: Sequence[Json], own: int) -> int | None:
    """Return the place of the block, not the figure's own, in which its indicator stands."""
    indicator = figure["indicator"] and figure["indicator"]["anchor"]
    for at, block in enumerate(blocks):
        anchor = block["anchor"]
        if indicator and anchor["start"] <= indicator["start"] < anchor["end"] and at != own:
            return at
    return None


def _key_figure(figure: Json, blocks: Sequence[Json], at: int, *, alone: bool) -> KeyFigure:
    """Return a number with its label.

    The label is the block that holds the words of the figure's indicator; without one, what is
    left of the figure's own block, where it is alone in it, and else the page's block after it.
    """
    value, own = figure["anchor"]["quote"], blocks[at]
    label = _label_block(figure, blocks, at)
    if label is not None:
        return KeyFigure(value, blocks[label]["text"])
    if figure["indicator"] and figure["indicator"]["anchor"] and not alone:
        return KeyFigure(value, figure["indicator"]["anchor"]["quote"])
    rest = own["text"].replace(value, "", 1).strip()
    if rest:
        return KeyFigure(value, rest)
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    beside = after and pages_of(after["anchor"])[:1] == pages_of(own["anchor"])[:1]
    return KeyFigure(value, after["text"] if after and beside else "")


def _near_blank(text: str, share: float) -> int:
    """Return the start of the word nearest to a share of a text."""
    at = round(share * len(text))
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    before, after = text.rfind(" ", 0, at + 1), text.find(" ", at)
    near = [place for place in (before, after) if place >= 0]
    return min(near, key=lambda place: abs(place - at)) + 1 if near else at
