"""`diff`: what changed from one edition of a document to the next."""

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, localcontext

from extractor.check.audit import EXACT
from extractor.check.intervals import plain
from extractor.editions.changes import Change, Judge
from extractor.editions.edition import Side
from extractor.editions.facets import Facet
from extractor.editions.likeness import Vocabulary
from extractor.editions.meaning import Meaning
from extractor.editions.pairing import Pair, pairs
from extractor.editions.relabelled import relabelled
from extractor.editions.reworded import reworded
from extractor.editions.rolled import rolled
from extractor.editions.series import Times
from extractor.editions.structure import Structure
from extractor.editions.sums import Link, links, same
from extractor.editions.translation import Translation, is_translation
from schemas.diff import Diff, FigureChange, Relation
from schemas.extraction import Extraction

UNRELATED = 0.1  # of the figures of the smaller document that have a partner


def diff(
    old: tuple[str, Extraction], new: tuple[str, Extraction], *, translation: bool = False
) -> Diff:
    """Return what changed from one edition to another, each given with its name.

    With `translation`, one is held against the other as its translation, recognised or not.
    """
    with localcontext(Context(prec=EXACT)):
        return _diff(Side(*old), Side(*new), translation=translation)


def _diff(one: Side, other: Side, *, translation: bool) -> Diff:
    paired, relation = _paired_figures(one, other, translation=translation)
    parts = Structure.of(one, other, paired)
    translated = relation == "translation"
    times = Times.of(one, other, ((one.figures[p.old], other.figures[p.new]) for p in paired))
    judge = Judge(one, other, parts.tables, parts.sections, times, translated=translated)
    return Diff(
        old=one.summary(),
        new=other.summary(),
        relation=relation,
        likeness=_share(one, other, paired),
        figures=tuple(_changes(judge, paired)),
        rolled=() if translated else tuple(_rolled(judge, parts)),
        tables=() if translated else tuple(parts.table_changes()),
        sections=() if translated else tuple(parts.section_changes()),
        footnotes=() if translated else tuple(parts.footnote_changes()),
        sources=() if translated else tuple(parts.source_changes()),
    )


def _paired_figures(old: Side, new: Side, *, translation: bool) -> tuple[list[Pair], Relation]:
    """Return which figures are the same thing, and how the documents stand to each other."""
    vocabulary = Vocabulary(old.figures, new.figures)
    if translation or is_translation(old, new):
        return pairs(old.figures, new.figures, Translation(vocabulary)), "translation"
    meaning = Meaning(vocabulary)
    paired = pairs(old.figures, new.figures, meaning)
    paired += relabelled(old.figures, new.figures, paired)
    if not (old.is_of_series and new.is_of_series):
        paired += reworded(old.figures, new.figures, paired, meaning)
    if old.extraction.document.sha256 == new.extraction.document.sha256:
        return paired, "same"
    return paired, "editions" if _share(old, new, paired) >= UNRELATED else "unrelated"


def _share(old: Side, new: Side, paired: Sequence[Pair]) -> float:
    """Return the share of the figures of the smaller document that have a partner."""
    smaller = min(len(old.figures), len(new.figures))
    if not smaller:
        return float(old.extraction.text == new.extraction.text)
    return round(len(paired) / smaller, 3)


def _changes(judge: Judge, paired: Sequence[Pair]) -> Iterator[FigureChange]:
    """Yield what became of every figure, in the order of the new edition.

    What was withdrawn follows the figure that it followed in the old edition.
    """
    became: dict[int, list[Link]] = {}
    is_sum = not judge.translated  # a translation has no other figures
    linked = links(judge.old.figures, judge.new.figures, paired) if is_sum else same(paired)
    for link in linked:
        became.setdefault(link.new, []).append(link)
    gone = _gone(judge.old.figures, linked)
    yield from (_withdrawn(judge, facet) for facet in gone.pop(-1, ()))
    for at, facet in enumerate(judge.new.figures):
        if at not in became:
            yield FigureChange(types=("added",), old=None, new=judge.new.told(facet), score=None)
        for link in became.get(at, ()):
            yield _linked(judge, link)
            yield from (_withdrawn(judge, each) for each in gone.pop(link.old, ()))


def _rolled(judge: Judge, parts: Structure) -> Iterator[FigureChange]:
    """Yield the cells of tables with those that stand in their places one period on."""
    for old, new in rolled(parts):
        change = _change(judge, judge.change(old, new), old, new)
        if "next_period" in change.types:
            yield change


def _gone(figures: Sequence[Facet], linked: Sequence[Link]) -> dict[int, list[Facet]]:
    """Return the figures without a partner, by the one with a partner that they follow."""
    there = {link.old for link in linked}
    found: dict[int, list[Facet]] = {}
    last = -1
    for at, facet in enumerate(figures):
        if at in there:
            last = at
        else:
            found.setdefault(last, []).append(facet)
    return found


def _withdrawn(judge: Judge, facet: Facet) -> FigureChange:
    return FigureChange(types=("withdrawn",), old=judge.old.told(facet), new=None, score=None)


def _linked(judge: Judge, link: Link) -> FigureChange:
    old, new = judge.old.figures[link.old], judge.new.figures[link.new]
    change = judge.change(old, new) if link.type is None else judge.part(old, new, link.type)
    told = {"score": round(min(link.score, 1.0), 3), "group": link.group}
    return _change(judge, change, old, new).model_copy(update=told)


def _change(judge: Judge, change: Change, old: Facet, new: Facet) -> FigureChange:
    return FigureChange(
        types=change.types,
        old=judge.old.told(old),
        new=judge.new.told(new),
        score=None,
        difference=_plain(change.difference),
        percent=_plain(change.percent),
    )


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
