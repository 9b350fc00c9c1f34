"""What the structure tree of a tagged file says of its headings."""

from collections.abc import Iterator, Sequence

from extractor.readers.source import PdfPage, Tag
from extractor.segment.layout.paragraphs import Unit

MOST = 0.8  # of a unit's words that stand in the heading's element
MOST_SHARE = 0.3  # of a document's glyphs: a tree with more of them in headings is not sane
LEAST_SHARE = 0.5  # of the glyphs that stand in the tree at all


class TaggedHeadings:
    """The headings of a document's structure tree; none where the tree is not sane."""

    def __init__(self, pages: Sequence[PdfPage]) -> None:
        self._levels: dict[int, int] = {}
        tagged = 0
        for page in pages:
            for tag in page.tags:
                tagged += 0 if tag.role == "Artifact" else _size(tag)
                for heading in _headings(tag):
                    for start, end in heading.glyphs:
                        self._levels.update(dict.fromkeys(range(start, end), heading.level))
        if self._levels:
            total = sum([len(word.text) for page in pages for word in page.words])
            if tagged < LEAST_SHARE * total or len(self._levels) > MOST_SHARE * total:
                self._levels = {}
        ranks = sorted(set(self._levels.values()))
        self._ranks = {level: ranks.index(level) + 1 for level in ranks}

    def level(self, unit: Unit) -> int | None:
        """Return the level of the element that a unit stands in; None where it is no heading."""
        words = [word for line in unit.lines for word in line.words]
        found = [self._levels[word.glyph] for word in words if word.glyph in self._levels]
        if not found or len(found) < MOST * len(words):
            return None
        return self._ranks[max(set(found), key=found.count)]


def _size(tag: Tag) -> int:
    return sum(end - start for start, end in tag.glyphs)


def _headings(tag: Tag) -> Iterator[Tag]:
    if tag.level:
        yield tag
        return
    for child in _children(tag.children):
        yield from _headings(child)


def _children(tags: Sequence[Tag]) -> Iterator[Tag]:
    """Yield elements that may hold headings of the text: those in tables are heads of columns."""
    yield from (tag for tag in tags if tag.role not in {"Table", "Figure", "TOC", "Artifact"})
