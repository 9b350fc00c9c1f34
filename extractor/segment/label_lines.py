"""Lines of labels: what names its value stands apart, though it shares its paragraph with others.

Such are lines of `label: value` that nothing but their ends parts, and several labels in bold on
one line, each with its value behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractor.segment.draft import Draft, line_spans, slice_of

LABEL = regex.compile(
    r"""
    (?: \p{Lu} | \p{Lo} | [%#] \s )  # a line that goes on with a sentence begins small
    (?: (?! \S*? \p{L}{3} \. \s \p{Lu} )  # nor has a label the end of a sentence in it
        [^\s:;!?]++ \s ){0,10}+
    [^\s:;!?]*+ \s? : \s++ (?= \S )
    """,
    regex.X,
)
ENDS = regex.compile(r"[.:!?؟۔] [\"'”’»)\]]*+ \s*+ $", regex.X)
MIN_LABELS = 2  # lines; one alone may be a sentence that goes on behind a colon
MAX_VALUE = 60  # characters between two labels in bold on one line
TYPES = frozenset({"paragraph", "list_item"})


def stand_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with each line that opens with a label, and each bold label, on its own."""
    return [part for draft in drafts for part in _parts(draft)]


def _parts(draft: Draft) -> Iterator[Draft]:
    text = draft.content.text
    if draft.type not in TYPES or draft.plotted is not None or text.count(":") < MIN_LABELS:
        yield draft
        return
    cuts = sorted({*_label_lines(draft), *_bold_labels(draft)})
    if not cuts:
        yield draft
        return
    for start, end in pairwise([0, *cuts, len(text)]):
        yield _part(draft, start, end)


def _label_lines(draft: Draft) -> list[int]:
    """Return where lines begin that open with a label and stand below such a line, or below an end.

    What a label's line is followed by without one is the rest of its value.
    """
    text = draft.content.text
    lines = line_spans(draft)
    opens = [LABEL.match(text, start, end) is not None for start, end in lines]
    if sum(opens) < MIN_LABELS:
        return []
    found: list[int] = []
    labelled = opens[0]
    for (before, line), is_label in zip(pairwise(lines), opens[1:], strict=True):
        if is_label and (labelled or ENDS.search(text, *before)):
            found.append(line[0])
            labelled = True
    return found


def _bold_labels(draft: Draft) -> list[int]:
    """Return where labels in bold begin behind the short value of another one."""
    text = draft.content.text
    bold = [(start, end) for start, end in draft.bold if _is_label(text, start, end)]
    if len(bold) < MIN_LABELS or bold[0][0] > 0:
        return []
    values = [text[before[1] : label[0]].strip(" :") for before, label in pairwise(bold)]
    short = all(0 < len(value) <= MAX_VALUE and not ENDS.search(value) for value in values)
    return [start for start, _ in bold[1:]] if short else []


def _is_label(text: str, start: int, end: int) -> bool:
    """Say whether a stretch in bold is a label: a colon ends it or follows it."""
    behind = text[end : end + 2].lstrip()
    return text[start:end].rstrip().endswith(":") or behind.startswith(":")


def _part(draft: Draft, start: int, end: int) -> Draft:
    """Return a stretch of a draft without the blanks around it; only the first keeps a bullet."""
    text = draft.content.text[start:end]
    first = start + len(text) - len(text.lstrip())
    part = slice_of(draft, first, start + len(text.rstrip()))
    if start == 0:
        return part
    return replace(part, bullet=None, bullet_digits=False, table_at=None, separated=False)
