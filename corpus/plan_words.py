"""The words of a line as the dump sets them: glued to their marks, cut where the plan allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from plan_content import Line, Plan

ENDS = frozenset({"column_end", "page_end"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character to be written, a whole footnote mark, or the end of a column or page."""

    kind: str
    text: str


Word = list[Glyph]


def words_of(line: Line) -> Iterator[Word]:
    """Words with the marks that are glued to them; the space between two words is not given."""
    word: Word = []
    for run in line.runs:
        if run.in_text:
            for character in run.text:
                if character == " ":
                    yield word
                    word = []
                else:
                    word.append(Glyph("character", character))
        else:
            word.append(Glyph(run.kind, run.text))
    yield word


def begins_anew(word: Word) -> bool:
    """Whether a column or page ends before the word."""
    return bool(word) and word[0].kind in ENDS


def cut_of(plan: Plan, word: Word, room: int) -> int:
    """How many glyphs of the word fit on the line; 0 where it may not be cut."""
    letters = [glyph.text for glyph in word if glyph.kind == "character"]
    printed = "".join(letters).strip(".,;:").casefold()
    if printed in plan.compounds:
        cut = printed.index("-") + 1
        return cut if cut <= room else 0
    best = reached = 0
    for piece in plan.hyphenation.get(printed, ())[:-1]:
        reached += len(piece)
        if reached + 1 <= room:
            best = reached
    return best
