"""Units to drafts: what each is, and its text."""

from collections.abc import Sequence
from operator import attrgetter

from extractor.readers.geometry import Range, around, downwards, shared, sideways
from extractor.readers.source import PdfLink, PdfSource, Shape
from extractor.segment.draft import Draft, DraftPlotted
from extractor.segment.layout.headings.outline import Witnesses, heading_levels
from extractor.segment.layout.headings.tagged import TaggedHeadings
from extractor.segment.layout.keyfigures.nearby import key_figures
from extractor.segment.layout.lines import Line
from extractor.segment.layout.nearest import nearest_tables
from extractor.segment.layout.notes.labels import REMARK, Note
from extractor.segment.layout.numbered import numbered_paragraphs
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile
from extractor.segment.layout.tables.cells import written
from extractor.segment.layout.tables.tiled import tiled
from extractor.segment.layout.text import Writer

PICTURE_PT = 40.0  # a smaller picture is an icon
ALONG = 0.5  # of the height of a text at a picture's side is beside it at least
PICTURE_REACH = 2.5  # type sizes between a picture and its caption
LEVEL_INDENT = 0.8  # type sizes
SMALL = 0.93  # of the body's type: captions are set in smaller


class Written:
    """Writes the units of a document."""

    def __init__(self, source: PdfSource, profile: Profile) -> None:
        """Take what the marks on the pages tell of them all; the units come later."""
        self._outline, self._tagged = source.outline, TaggedHeadings(source.pages)
        self._profile = profile
        self._writer = Writer(profile.vocabulary, _n_glyphs(source))
        self._links = {page.page.number: page.links for page in source.pages}
        self._pictures = {
            page.page.number: [shape for shape in page.shapes if _is_picture(shape)]
            for page in source.pages
        }

    def blocks(self, pages: Sequence[list[Unit]], notes: Sequence[list[Note]]) -> list[Draft]:
        """Return the drafts of the pages in order, each page's footnotes after its units.

        It takes the units off the pages.
        """
        taken = [key_figures(units, self._profile) for units in pages]
        levels = heading_levels(pages, self._witnesses(pages, taken))
        numbered = numbered_paragraphs(pages)
        found: list[Draft] = []
        charts = 0
        for units, figures, page_notes in zip(pages, taken, notes, strict=True):
            for i, unit in enumerate(units):
                draft = self._draft(unit)
                self._set_type(draft, unit, levels, is_figure=i in figures)
                if draft.type == "list_item" and id(unit) in numbered:
                    draft.type = "paragraph"
                if draft.type != "list_item" and unit.marker:
                    draft = self._with_marker(unit, draft)
                found.append(draft)
            drafts = found[len(found) - len(units) :]
            for caption, table in nearest_tables(units).items():
                drafts[caption].table_at = drafts[table]
            charts += _tie_charts(units, drafts, charts)
            _set_list_levels(drafts, units)
            found += [self._note(note) for note in page_notes]
            units.clear()  # the lines of all pages would be held beside what is written of them
        return found

    def _witnesses(self, pages: Sequence[list[Unit]], taken: Sequence[set[int]]) -> Witnesses:
        figures = {
            id(units[i]) for units, indices in zip(pages, taken, strict=True) for i in indices
        }
        captions = {
            id(unit)
            for units in pages
            for unit in units
            if unit.lines and all(line.italic for line in unit.lines) and self._beside_picture(unit)
        }
        return Witnesses(
            profile=self._profile,
            outline=self._outline,
            tagged=self._tagged,
            no_headings=figures | captions,
        )

    def _set_type(
        self, draft: Draft, unit: Unit, levels: dict[int, int], *, is_figure: bool
    ) -> None:
        if unit.role == "title":
            draft.type = "title"
        elif is_figure:
            draft.type = "key_figure"
        elif id(unit) in levels:
            draft.type, draft.level = "heading", levels[id(unit)]
        elif unit.marker:
            draft.type = "list_item"

    def _draft(self, unit: Unit) -> Draft:
        if unit.fixed and unit.fixed.table:
            table = unit.fixed.table
            links = [link for page in table.pages for link in self._links.get(page, ())]
            table.cells = tiled(table.cells)
            draft = written(table, self._writer, links)
            table.cells = []  # their lines would be held beside what is written of them
            return draft
        if unit.fixed and unit.fixed.note:
            return self._note(unit.fixed.note)
        return self._text_draft(unit, skip=unit.marker.words if unit.marker else 0)

    def _with_marker(self, unit: Unit, draft: Draft) -> Draft:
        """Return the draft with its marker in the text: a number that a heading keeps."""
        whole = self._text_draft(unit, skip=0)
        whole.type, whole.level = draft.type, draft.level
        return whole

    def _text_draft(self, unit: Unit, *, skip: int) -> Draft:
        links = [link for page in {line.page for line in unit.lines} for link in self._links[page]]
        writer = self._writer.begin(_near(links, unit.lines))
        for i, line in enumerate(unit.lines):
            writer.add(line, skip=skip if i == 0 else 0)
        text, starts = writer.finish()
        draft = Draft(
            content=text.content,
            marks=text.marks,
            links=text.links,
            bold=text.bold,
            page=unit.page,
            lines=starts,
            italic=all(line.italic for line in unit.lines),
            small=self._is_small(unit),
            near_picture=self._beside_picture(unit),
        )
        if skip and unit.marker:
            words = unit.lines[0].words[:skip]
            draft.bullet = (words[0].glyph, words[-1].glyph + len(words[-1].text))
            draft.bullet_digits = any(c.isdigit() for c in unit.marker.text)
        return draft

    def _note(self, note: Note) -> Draft:
        links = [link for page in {line.page for line in note.lines} for link in self._links[page]]
        writer = self._writer.begin(_near(links, note.lines))
        for i, line in enumerate(note.lines):
            writer.add(line, skip=1 if note.label and i == 0 else 0)
        text, starts = writer.finish()
        return Draft(
            type="footnote",
            content=text.content,
            marks=text.marks,
            links=text.links,
            bold=text.bold,
            page=note.page,
            label=note.label,
            label_glyphs=note.glyphs,
            note_place=note.place,
            urls=list(dict.fromkeys(link.url for link in text.links)),
            lines=starts,
        )

    def _is_small(self, unit: Unit) -> bool:
        small = all(line.size < SMALL * self._profile.body for line in unit.lines)
        return small and not REMARK.match(unit.text)  # a picture's source says not what it shows

    def _beside_picture(self, unit: Unit) -> bool:
        pictures = self._pictures[unit.page]
        if not pictures:
            return False
        box = around(line.box for line in unit.lines if line.page == unit.page)
        reach = PICTURE_REACH * unit.lines[0].size
        return any(_adjacent(shape, sideways(box), downwards(box), reach) for shape in pictures)


def _tie_charts(units: Sequence[Unit], drafts: Sequence[Draft], first: int) -> int:
    """Tie the numbers of charts to their names; return how many charts of a page there are."""
    plotted = [
        (unit.plotting, draft)
        for unit, draft in zip(units, drafts, strict=True)
        if unit.plotting is not None
    ]
    if not plotted:
        return 0
    written = {id(unit): draft for unit, draft in zip(units, drafts, strict=True)}
    numbers: dict[int, int] = {}
    for place, draft in plotted:
        number = numbers.setdefault(id(place.chart), first + len(numbers))
        names = (written.get(id(name)) for name in (place.series, place.category))
        draft.plotted = DraftPlotted(number, *names)
    return len(numbers)


def _set_list_levels(drafts: Sequence[Draft], units: Sequence[Unit]) -> None:
    indents: list[float] = []
    for unit, draft in zip(units, drafts, strict=True):
        if draft.type != "list_item":
            if draft.type != "paragraph" or not unit.lines:
                indents = []
            continue
        line = unit.lines[0]
        indent = -line.right if line.rtl else line.left
        while indents and indent < indents[-1] - LEVEL_INDENT * line.size:
            indents.pop()
        if not indents or indent > indents[-1] + LEVEL_INDENT * line.size:
            indents.append(indent)
        draft.level = len(indents)


def _adjacent(shape: Shape, across: Range, down: Range, reach: float) -> bool:
    """Whether a picture's edge runs along a text: above it, below it or at its side."""
    aside, apart = -shared(sideways(shape.box), across), -shared(downwards(shape.box), down)
    if aside > 0:
        return aside < reach and -apart >= ALONG * (down[1] - down[0])
    return -reach < apart < reach


def _is_picture(shape: Shape) -> bool:
    x0, y0, x1, y1 = shape.box
    return shape.kind == "image" and min(x1 - x0, y1 - y0) >= PICTURE_PT


def _n_glyphs(source: PdfSource) -> int:
    """Return the number of glyphs that the words of a document have."""
    last = [max(page.words, key=attrgetter("glyph")) for page in source.pages if page.words]
    return max((word.glyph + len(word.text) for word in last), default=0)


def _near(links: Sequence[PdfLink], lines: Sequence[Line]) -> list[PdfLink]:
    if not links:
        return []
    boxes = [line.box for line in lines]
    return [
        link
        for link in links
        if any(
            shared(sideways(link.box), sideways(box)) > 0
            and shared(downwards(link.box), downwards(box)) > 0
            for box in boxes
        )
    ]
