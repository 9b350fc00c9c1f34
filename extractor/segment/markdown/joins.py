"""Paragraphs that a page's end cut in two, joined over what stands between."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.segment.draft import Draft, slice_of
from extractor.segment.markdown.cleaned import HYPHENS, Mend
from extractor.segment.markdown.units import Unit, ends_sentence, joined, word_count

MAX_BETWEEN = 6  # blocks of debris, pictures and captions between the halves of a sentence
MAX_WORD = 60  # letters of a word
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


@dataclass(slots=True)
class _Open:
    """A paragraph that breaks off, with the parts that carry it on."""

    at: int
    """Where it stands among the units."""
    parts: list[Unit]


def join_cut_paragraphs(units: Sequence[Unit], mend: Mend) -> list[Unit]:
    """Return the units with every cut paragraph whole, at the place of its first half."""
    out: list[Unit] = []
    cut: list[_Open] = []
    open_now: _Open | None = None
    for unit in units:
        if open_now is not None and _carries_on(open_now.parts, unit):
            open_now.parts.append(unit)
            if not _breaks_off(unit):
                open_now = None
            continue
        out.append(unit)
        if _may_be_cut(unit):
            open_now = _Open(len(out) - 1, [unit])
            cut.append(open_now)
        elif open_now is not None and not _stays_open(open_now, out):
            open_now = None
    for paragraph in cut:
        out[paragraph.at].draft = _join([part.draft for part in paragraph.parts], mend)
    return out


def _stays_open(paragraph: _Open, out: Sequence[Unit]) -> bool:
    return _is_passed_over(out[-1]) and len(out) - paragraph.at <= MAX_BETWEEN + 1


def _may_be_cut(unit: Unit) -> bool:
    """Say whether a paragraph or a list item breaks off within a sentence."""
    return (
        unit.draft.type in {"paragraph", "list_item"}
        and unit.is_seen
        and not unit.draft.italic
        and word_count(unit.text) >= MIN_WORDS
        and _breaks_off(unit)
    )


def _breaks_off(unit: Unit) -> bool:
    return not ends_sentence(unit.text) and CREDIT.search(unit.text) is None


def _is_passed_over(unit: Unit) -> bool:
    """Say whether a sentence may go on beyond this unit."""
    return (
        not unit.is_seen
        or unit.draft.type == "footnote"
        or unit.draft.italic
        or (unit.is_prose and CREDIT.search(unit.text) is not None)
    )


def _carries_on(parts: Sequence[Unit], second: Unit) -> bool:
    if not second.is_prose or not second.is_seen or second.draft.italic or not second.text:
        return False
    if second.draft.bold[:1] and second.draft.bold[0][0] == 0:
        return False  # a paragraph that opens in bold opens something
    if second.text[0].islower():
        return parts[0].draft.type == "paragraph" or _is_open(parts[-1].text)
    return _is_open(parts[-1].text) and word_count(second.text) > 1


def _is_open(text: str) -> bool:
    """Say whether a text breaks off where no sentence can end."""
    if text[-1] in {",", "–", "—", "("} or text[-1] in HYPHENS:
        return True
    last = LAST_WORD.search(text)
    return last is not None and last["word"] in OPEN_WORDS


def _join(parts: Sequence[Draft], mend: Mend) -> Draft:
    """Return the parts as one draft; a word that was cut is mended."""
    whole: list[Draft] = []
    between: list[str] = []
    for i, part in enumerate(parts):
        following = FIRST_WORD.match(parts[i + 1].content.text) if i + 1 < len(parts) else None
        half = CUT_HALF.search(part.content.text[-MAX_WORD:]) if following else None
        kept = part
        if half and following and not mend(half["half"], following[0]):
            kept = slice_of(part, 0, len(part.content) - 1)
        whole.append(kept)
        between.append("" if half else " ")
    return joined(whole, between)
