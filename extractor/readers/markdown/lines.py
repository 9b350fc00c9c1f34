"""The lines of a Markdown file, each character with its place in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.mapped import Mapped

LINE_END = regex.compile(r"\r\n|\n|\r")
DATUM = regex.compile(r"[\w.-]{1,60}+ [\ \t]*+ : | [\ \t\#-] | $", regex.X)
MAX_FRONT_MATTER = 200  # lines
REPLACEMENT = "\ufffd"  # CommonMark reads a NUL as this


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file without their endings, and where in the file each begins."""

    texts: list[str]
    starts: list[int]

    @classmethod
    def of(cls, raw: str) -> "Lines":
        """Return the lines of a decoded file, whatever ends them."""
        texts: list[str] = []
        starts: list[int] = []
        at = 0
        for end in LINE_END.finditer(raw):
            texts.append(raw[at : end.start()].replace("\0", REPLACEMENT))
            starts.append(at)
            at = end.end()
        texts.append(raw[at:].replace("\0", REPLACEMENT))
        starts.append(at)
        return cls(texts, starts)

    def source(self, first: int = 0) -> str:
        """Return the text that the Markdown parser reads: the lines, those before `first` blank."""
        return "\n".join([*[""] * first, *self.texts[first:]])

    def front_matter(self) -> int:
        """Return how many lines at the top hold the file's own data between two rules (YAML)."""
        if self.texts[0].rstrip() != "---":
            return 0
        for line, text in enumerate(self.texts[1:MAX_FRONT_MATTER], start=1):
            if text.rstrip() in {"---", "..."}:
                return line + 1 if line > 1 else 0
            if not DATUM.match(text):
                return 0
        return 0

    def part(self, line: int, start: int = 0, end: int | None = None) -> Mapped:
        """Return columns `start` up to `end` of a line."""
        text = self.texts[line][start:end]
        return Mapped.of(text, self.starts[line] + start)

    def content(self, first: int, content: str) -> Mapped:
        """Return the content of a block that opens on line `first`, as the parser cut it out.

        The parser takes the marks of containers and the indent off the head of each line, so that
        a line of the content is the tail of the line in the file.
        """
        parts = list(self._tails(first, content))
        joined: list[Mapped] = []
        for i, (line, part) in enumerate(parts):
            if i:
                joined.append(self._line_break(line - 1, part))
            joined.append(part)
        return Mapped.concat(joined)

    def blank_before(self, line: int) -> int:
        """Return how many blank lines stand right before a line."""
        at = min(line, len(self.texts))
        while at and not self.texts[at - 1].strip():
            at -= 1
        return line - at

    def _tails(self, first: int, content: str) -> Iterator[tuple[int, Mapped]]:
        for line, tail in enumerate(content.split("\n"), start=first):
            whole, kept = self.texts[line], tail.lstrip()
            # A heading's closing marks stand after its content: the tail is searched for.
            column = whole.rfind(kept) if kept else len(whole)
            yield line, self.part(line, column, column + len(kept))

    def _line_break(self, line: int, after: Mapped) -> Mapped:
        start = self.starts[line] + len(self.texts[line])
        end = after.starts[0] if len(after) else self.starts[line + 1]
        return Mapped.one("\n", start, max(end, start + 1))
