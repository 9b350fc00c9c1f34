"""Compares figures: value, span, and everything they are bound to."""

from collections.abc import Mapping, Sequence
from functools import partial

from extractor.golden.entries import Comparison, Entry, Field, Gaps
from extractor.golden.overlap import pair_up
from extractor.golden.score import Result
from extractor.golden.texts import plain
from extractor.golden.wording import normal_form, one_spaced
from schemas.base import OffsetPiece, Piece
from schemas.figure import Bound, Figure, SourceLink
from schemas.golden import FigureField, Golden, GoldenFigure, GoldenSource

FigureRule = Field[GoldenFigure, Figure]


def compare_figures(
    golden: Golden, figures: Sequence[Figure], text: str | None, numbers: Mapping[str, int]
) -> Result:
    """Return how the figures of an extraction agree with those of a golden.

    `text` is the decoded source of a document that has offsets, None for a PDF; `numbers` are those
    of the entries of figures by their ids.
    """
    result = Result("figures")
    comparison = Comparison(
        entry="figure",
        fields=figure_rules(text, numbers),
        essential=frozenset({"kind", "value"}),
        gaps=Gaps(known=_known, closed=_closed),
        extras=golden.extras,
    )
    expected = [_golden_entry(figure) for figure in golden.figures]
    comparison.run(result, expected, [_found_entry(figure) for figure in figures])
    return result


def numbers_of(entries: Sequence[GoldenFigure], figures: Sequence[Figure]) -> dict[str, int]:
    """Return the number of the entry that stands where a figure does, by the figure's id."""
    pairs = pair_up([e.source for e in entries], [f.anchor.source for f in figures])
    return {figures[theirs].id: entries[ours].n for ours, theirs in pairs.items()}


def figure_rules(text: str | None, wholes: Mapping[str, int]) -> tuple[FigureRule, ...]:
    """Return what is compared of every figure.

    `text` is the decoded source of a document that has offsets, None for a PDF; `wholes` has the
    golden's numbers of figures by their ids.
    """
    return (*FIELDS, _span(text), _of(wholes))


def _golden_entry(figure: GoldenFigure) -> Entry[GoldenFigure]:
    label = f"#{figure.n} {one_spaced(figure.printed)!r}"
    return Entry(figure, figure.source, label, figure.kind)


def _found_entry(figure: Figure) -> Entry[Figure]:
    label = f"{figure.kind} {one_spaced(figure.anchor.quote)!r}"
    return Entry(figure, figure.anchor.source, label, figure.kind)


def _known(figure: GoldenFigure, name: str) -> bool:
    return name in figure.gaps


def _closed(figure: GoldenFigure, wrong: set[str]) -> Sequence[FigureField]:
    # A figure that is paired at all is no longer missing, so `figure` is closed with the others.
    return [gap for gap in figure.gaps if gap not in wrong]


def _value(figure: GoldenFigure | Figure) -> str:
    if figure.value is not None:
        return figure.value
    return f"{figure.low} to {figure.high}"


def _unit(figure: GoldenFigure | Figure) -> str | None:
    return None if figure.unit is None else one_spaced(figure.unit).casefold()


def _bound(name: str, figure: Figure) -> str | None:
    bound: Bound | None = getattr(figure, name)
    return None if bound is None else bound.value


def _worded(name: str) -> FigureRule:
    """Return the rule of a field for which the golden lists acceptable wordings."""

    def expected(figure: GoldenFigure) -> str | None:
        wordings: tuple[str, ...] = getattr(figure, name)
        return wordings[0] if wordings else None

    def agrees(golden: GoldenFigure, figure: Figure) -> bool:
        return _one_of(getattr(golden, name), _bound(name, figure))

    return Field(name, expected, partial(_bound, name), agrees)


def _one_of(wordings: Sequence[str], found: str | None) -> bool:
    if found is None:
        return not wordings
    return normal_form(found) in {normal_form(wording) for wording in wordings}


def _place_expected(figure: GoldenFigure) -> str | None:
    if figure.place is None:
        return None
    return figure.place.code or next(iter(figure.place.value), None)


def _place_agrees(golden: GoldenFigure, figure: Figure) -> bool:
    if golden.place is None or figure.place is None:
        return golden.place is None and figure.place is None
    if golden.place.code is not None:
        return figure.place.code == golden.place.code
    return _one_of(golden.place.value, figure.place.value)


def _place_found(figure: Figure) -> str | None:
    return None if figure.place is None else figure.place.code or figure.place.value


def _source_label(value: str, footnote: str | None, url: str | None) -> str:
    note = "" if footnote is None else f" [{footnote}]"
    return f"{value}{note}" if url is None else f"{value}{note} <{url}>"


def _sources_expected(figure: GoldenFigure) -> str | None:
    labels = [_source_label(next(iter(s.value), ""), s.footnote, s.url) for s in figure.sources]
    return "; ".join(labels) or None


def _sources_found(figure: Figure) -> str | None:
    return "; ".join(_source_label(s.value, s.footnote, s.url) for s in figure.sources) or None


def _sources_agree(golden: GoldenFigure, figure: Figure) -> bool:
    """Whether each source of the one side is that of the other, in any order."""
    left = list(figure.sources)
    for expected in golden.sources:
        same = next((link for link in left if _same_source(expected, link)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _same_source(golden: GoldenSource, link: SourceLink) -> bool:
    if golden.footnote != link.footnote or _address(golden.url) != _address(link.url):
        return False
    # A footnote's label and address name the source well enough, however its title is shortened.
    told = golden.footnote is not None and golden.url is not None
    return told or _one_of(golden.value, link.value)


def _address(url: str | None) -> str | None:
    return None if url is None else url.strip().rstrip("/")


def _span(text: str | None) -> FigureRule:
    def agrees(golden: GoldenFigure, figure: Figure) -> bool:
        if text is None:
            # Boxes measured by hand are off by a point: the same words at the same place will do.
            return one_spaced(golden.printed) == one_spaced(figure.anchor.quote)
        return _covered(golden.source, text) == _covered(figure.anchor.source, text)

    return Field("span", lambda g: g.printed, lambda f: f.anchor.quote, agrees)


def _covered(pieces: Sequence[Piece], text: str) -> set[int]:
    """Return the code points covered; white space does not count, nor how it cuts a span."""
    return {
        at
        for piece in pieces
        if isinstance(piece, OffsetPiece)
        for at in range(piece.start, piece.end)
        if not text[at : at + 1].isspace()
    }


def _of(wholes: Mapping[str, int]) -> FigureRule:
    """Return the rule of `of`: the whole, by the golden's number of the figure that it is."""

    def found(figure: Figure) -> str | None:
        if figure.of is None:
            return None
        return f"#{wholes[figure.of]}" if figure.of in wholes else figure.of

    return plain("of", lambda g: None if g.of is None else f"#{g.of}", found)


FIELDS: tuple[FigureRule, ...] = (
    plain("kind", lambda g: g.kind, lambda f: f.kind),
    plain("value", _value, _value),
    plain("unit", _unit, _unit),
    plain("modifier", lambda g: g.modifier, lambda f: f.modifier),
    plain("zone", lambda g: g.zone, lambda f: f.zone),
    _worded("indicator"),
    _worded("population"),
    Field("place", _place_expected, _place_found, _place_agrees),
    plain("as_of", lambda g: g.as_of, partial(_bound, "as_of")),
    plain("status", lambda g: g.status, partial(_bound, "status")),
    plain("per", lambda g: g.per, partial(_bound, "per")),
    Field("sources", _sources_expected, _sources_found, _sources_agree),
)
"""What is compared of every figure, apart from its span and its whole."""
