"""Raised marks between brackets that stand on the line: `(¹)`."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.readers.source import Word
from extractor.segment.layout.notes.symbols import part
from extractor.segment.layout.raised import MARK, NOUGHT, RAISED_FROM, SMALL

CLOSING = {"(": ")", "[": "]"}


def with_brackets(words: Sequence[Word]) -> list[Word]:
    """Return the words of a page, each raised mark with the brackets around it as one word.

    The brackets go with the mark when it is taken out of the text, and what calls `(¹)` is told by
    its place as what calls `¹` is.
    """
    found = list(words)
    opening = [i for i, word in enumerate(words[:-2]) if word.text[-1] in CLOSING]
    for at in reversed(opening):
        bracket, mark, after = words[at : at + 3]
        if _is_enclosed(bracket, mark, after):
            before = part(bracket, 0, len(bracket.text) - 1)
            rest = part(after, 1, len(after.text))
            parts = (before, _joined(bracket, mark, after), rest)
            found[at : at + 3] = [word for word in parts if word.text]
    return found


def _is_enclosed(bracket: Word, mark: Word, after: Word) -> bool:
    """Whether a small raised mark stands alone between two brackets on the line."""
    if not (mark.glued and after.glued and after.text[0] == CLOSING[bracket.text[-1]]):
        return False
    follows = mark.glyph == bracket.glyph + len(bracket.text)
    whole = follows and after.glyph == mark.glyph + len(mark.text)
    rise = (bracket.baseline - mark.baseline) / bracket.size
    raised = rise >= RAISED_FROM and mark.size <= SMALL * bracket.size
    return (
        whole and raised and MARK.fullmatch(mark.text) is not None and not NOUGHT.match(mark.text)
    )


def _joined(bracket: Word, mark: Word, after: Word) -> Word:
    """Return a mark with the brackets that touch it, as high as the mark."""
    left = part(bracket, len(bracket.text) - 1, len(bracket.text))
    right = part(after, 0, 1)
    return replace(
        mark,
        text=left.text + mark.text + right.text,
        box=(left.box[0], mark.box[1], right.box[2], mark.box[3]),
        glyph=left.glyph,
        glued=left.glued,
        raised=True,
    )
