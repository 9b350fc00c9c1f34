"""Paragraphs that a page's end cut in two, joined over what stands between."""

from collections.abc import Sequence

import regex

from extractor.segment.draft import Draft
from extractor.segment.markdown.cleaned import HYPHENS, Mend
from extractor.segment.markdown.units import Unit, ends_sentence, joined, slice_of, word_count

MAX_BETWEEN = 6  # blocks of debris, pictures and captions between the halves of a sentence
MIN_WORDS = 8  # of the first half: a label above a label is no sentence
CREDIT = regex.compile(r"© | \(c\)", regex.X | regex.I)

# No sentence ends with these: articles, prepositions and conjunctions of many languages.
_OPEN_WORDS = """
    a an the of and or to in for with by from on at as that which who whose than its their this
    these into between among through including such
    le la les un une des de du et ou à au aux en dans par pour sur avec sans que qui dont ses leurs
    ces entre
    el los las una y o del al por para con sin su sus estos estas según
    os uma e do da dos das em no na nos nas ao aos com sem seu sua
    и или в на с по для от до из к о об при который которые
    і й або у з із зі від про що який які та
    der die das den dem ein eine und oder zu im mit von für auf bei aus nach
"""
OPEN_WORDS = frozenset(_OPEN_WORDS.split())
CUT_HALF = regex.compile(r"(?P<half> \w* \p{Ll} ) [-‐] $", regex.X)
FIRST_WORD = regex.compile(r"\p{Ll} \w*+", regex.X)
LAST_WORD = regex.compile(r"(?P<word> \p{L}++ ) $", regex.X)


def join_cut_paragraphs(units: Sequence[Unit], mend: Mend) -> list[Unit]:
    """Return the units with every cut paragraph whole, at the place of its first half."""
    out: list[Unit] = []
    open_at: int | None = None
    for unit in units:
        if open_at is not None and _carries_on(out[open_at], unit):
            out[open_at].draft = _join(out[open_at].draft, unit.draft, mend)
            continue
        out.append(unit)
        if _may_be_cut(unit):
            open_at = len(out) - 1
        elif open_at is not None and (
            not _is_passed_over(unit) or len(out) - open_at > MAX_BETWEEN
        ):
            open_at = None
    return out


def _may_be_cut(unit: Unit) -> bool:
    """Say whether a paragraph or a list item breaks off within a sentence."""
    if unit.draft.type not in {"paragraph", "list_item"} or not unit.is_seen:
        return False
    return (
        word_count(unit.text) >= MIN_WORDS
        and not ends_sentence(unit.text)
        and not CREDIT.search(unit.text)
        and not unit.draft.italic
    )


def _is_passed_over(unit: Unit) -> bool:
    """Say whether a sentence may go on beyond this unit."""
    return (
        not unit.is_seen
        or unit.draft.type == "footnote"
        or unit.draft.italic
        or (unit.is_prose and CREDIT.search(unit.text) is not None)
    )


def _carries_on(first: Unit, second: Unit) -> bool:
    if not second.is_prose or not second.is_seen or second.draft.italic or not second.text:
        return False
    if second.draft.bold[:1] and second.draft.bold[0][0] == 0:
        return False  # a paragraph that opens in bold opens something
    opening = second.text[0]
    if opening.islower():
        return first.draft.type == "paragraph" or _is_open(first.text)
    return _is_open(first.text) and word_count(second.text) > 1


def _is_open(text: str) -> bool:
    """Say whether a text breaks off where no sentence can end."""
    if text[-1] in {",", "–", "—", "("} or text[-1] in HYPHENS:
        return True
    last = LAST_WORD.search(text)
    return last is not None and last["word"] in OPEN_WORDS


def _join(first: Draft, second: Draft, mend: Mend) -> Draft:
    half, rest = CUT_HALF.search(first.content.text), FIRST_WORD.match(second.content.text)
    if half is None or rest is None:
        return joined(first, second, " ")
    if not mend(half["half"], rest[0]):
        first = slice_of(first, 0, len(first.content) - 1)
    return joined(first, second, "")
