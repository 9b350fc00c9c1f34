"""The units that the passes work on: a draft with what the markup told of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extractor.mapped import Mapped
from extractor.readers.source import MarkdownBlock
from extractor.segment.draft import Draft, DraftLink, DraftMark

WORD = regex.compile(r"\w[\w'’\-]*+")
TERMINAL = regex.compile(r"[.!?…。؟।:;] [\"'”’»)\]]{0,3}+ $", regex.X)


@dataclass(slots=True)
class Unit:
    """A block on its way to the reading order."""

    block: MarkdownBlock
    draft: Draft
    is_furniture: bool = False

    @property
    def text(self) -> str:
        """The text as far as it is cleaned."""
        return self.draft.content.text

    @property
    def is_prose(self) -> bool:
        """Whether the markup says no more of it than that it is text."""
        return self.draft.type == "paragraph" and self.block.kind == "paragraph"

    @property
    def is_seen(self) -> bool:
        """Whether it is part of the text."""
        return not self.is_furniture and self.block.kind not in {"image", "rule"}


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does.

    >>> ends_sentence("They wait."), ends_sentence("Those who"), ends_sentence("(See below.)")
    (True, False, True)
    """
    return TERMINAL.search(text.rstrip()[-5:]) is not None


def joined(parts: Sequence[Draft], between: Sequence[str]) -> Draft:
    """Return drafts as one, with `between[i]` put in after the i-th but the last."""
    contents: list[Mapped] = []
    whole = replace(parts[0], marks=[], links=[], bold=[], lines=[])
    at = 0
    for i, part in enumerate(parts):
        if i:
            contents.append(Mapped.put_in(between[i - 1]))
            at += len(between[i - 1])
            whole.lines.append(at)
        contents.append(part.content)
        whole.marks += [DraftMark(m.at + at, m.label, m.glyphs) for m in part.marks]
        whole.links += [DraftLink(k.start + at, k.end + at, k.url) for k in part.links]
        whole.bold += [(start + at, end + at) for start, end in part.bold]
        whole.lines += [line + at for line in part.lines]
        at += len(part.content)
    whole.content = Mapped.concat(contents)
    return whole
