"""One of the two editions: its figures as they are compared, and the time that it speaks of."""

from collections import Counter, defaultdict
from functools import cached_property

import regex

from extractor.data.tables import load
from extractor.editions.compared import Facets
from extractor.editions.facets import Facet, value_of
from extractor.editions.stems import words
from extractor.editions.times import stretch
from schemas.diff import Edition, FigureSide
from schemas.extraction import Extraction
from schemas.figure import Figure

YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
AROUND = 160  # characters of a sentence that are kept on each side of a figure
ELLIPSIS = "…"


Number = tuple[str, str | None, str | None]


def _number(facet: Facet) -> Number:
    return facet.figure.kind, facet.figure.value, facet.place


class Side:
    """An edition by the name that the user gave."""

    def __init__(self, name: str, extraction: Extraction) -> None:
        """Keep the extraction; the parts are made when they are first asked for."""
        self.name = name
        self.extraction = extraction
        self.facets = Facets(extraction)

    @property
    def figures(self) -> list[Facet]:
        """Every figure, in order."""
        return self.facets.all

    @cached_property
    def issued(self) -> str | None:
        """When it came out: its date, else the day that it reports of, else what it covers from.

        Else it is the year that it names; the last resort is that of which most figures are.
        """
        document = self.extraction.document
        dated = document.published or self.facets.reported
        dated = dated or (document.period or "").partition("/")[0]
        return dated or max(YEAR.findall(document.title or ""), default=None) or self._main_year

    @cached_property
    def year(self) -> str | None:
        """The period that it covers: that of the document, else the one year in its title."""
        years = set(YEAR.findall(self.extraction.document.title or ""))
        return self.extraction.document.period or (years.pop() if len(years) == 1 else None)

    @property
    def _main_year(self) -> str | None:
        years = Counter(f.as_of.value[:4] for f in self.extraction.figures if f.as_of is not None)
        return max(years, key=lambda year: (years[year], year)) if years else None

    @cached_property
    def is_of_series(self) -> bool:
        """Whether it reports again and again, each time of the time since the last report."""
        text = f"{self.extraction.document.title}\n{self.extraction.text}".casefold()
        return any(phrase in text for phrase in load("editions.toml")["series"]["phrases"])

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of each source that it cites anywhere."""
        told = [source.value for source in self.extraction.sources]
        told += [each for note in self.extraction.footnotes for each in (note.text, *note.urls)]
        told += [source.value for f in self.extraction.figures for source in f.sources]
        return frozenset(map(named, told))

    def time_elsewhere(self, facet: Facet) -> str | None:
        """Return when a figure holds by where the same number is told of the same place."""
        times = self._times.get(_number(facet), set())
        return min(times) if len(times) == 1 else None

    @cached_property
    def _times(self) -> dict[Number, set[str]]:
        found: defaultdict[Number, set[str]] = defaultdict(set)
        for facet in self.figures:
            if facet.figure.as_of is not None and len(facet.figure.value or "") > 1:
                found[_number(facet)].add(facet.figure.as_of.value)
        return found

    def is_past(self, when: str) -> bool:
        """Say whether a time was over before the edition came out."""
        over, issued = stretch(when), stretch(self.issued or "")
        return over is not None and issued is not None and over[1] <= issued[0]

    def summary(self) -> Edition:
        """Return what is told of the edition."""
        document = self.extraction.document
        return Edition(
            name=self.name,
            sha256=document.sha256,
            title=document.title,
            published=document.published,
            reported=self.facets.reported,
            period=document.period,
            language=document.language,
            figures=len(self.extraction.figures),
        )

    def told(self, facet: Facet) -> FigureSide:
        """Return a figure as a diff tells it."""
        figure = facet.figure
        section = self.facets.sections.get(figure.section_id or "")
        return FigureSide(
            id=figure.id,
            kind=figure.kind,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            modifier=figure.modifier,
            label=self._label(figure),
            as_of=value_of(figure.as_of),
            section=None if section is None else section.title,
            zone=figure.zone,
            quote=figure.anchor.quote,
            line=self._line(figure),
            page=facet.page,
            source=figure.anchor.source,
        )

    def _label(self, figure: Figure) -> str:
        what = figure.indicator.value if figure.indicator else " / ".join(self._heads(figure))
        told = [what or figure.unit or figure.kind]
        bound = (figure.population, figure.place, figure.status)
        told += [each.value for each in bound if each is not None]
        return " · ".join(dict.fromkeys(told))

    def _heads(self, figure: Figure) -> list[str]:
        return [head for head in self.facets.heads(figure) if head]

    def _line(self, figure: Figure) -> str:
        text, (start, end) = self.extraction.text, self.facets.sentences.of(figure)
        first = max(start, figure.anchor.start - AROUND)
        last = min(end, figure.anchor.end + AROUND)
        before = ELLIPSIS if first > start else ""
        return before + " ".join(text[first:last].split()) + (ELLIPSIS if last < end else "")


def named(source: str) -> str:
    """Return a source as it is compared: another year of the same series is the same."""
    return " ".join(word for word in words(source) if not word.isdigit())
