"""The content of a shipped plan: the one source that all three printed forms are made from."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import regex

RunKind = Literal["text", "bold", "italic", "link", "mark", "column_end", "page_end"]

INLINE = regex.compile(
    r"""
    \[\^ (?P<mark> [0-9a-z*]{1,2} ) \]
    | \[ (?P<words> [^\]]++ ) \] \( (?P<address> [^)]++ ) \)
    | \*\* (?P<bold> [^*]++ ) \*\*
    | \* (?P<italic> [^*]++ ) \*
    | \{ (?P<hint> col | page ) \}
    """,
    regex.X,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one style; a mark's text is its label, a hint has none."""

    kind: RunKind
    text: str
    address: str | None = None

    @property
    def in_text(self) -> bool:
        """Whether the run belongs to the words of the document."""
        return self.kind in ("text", "bold", "italic", "link")


@dataclass(frozen=True, slots=True)
class Line:
    """One addressable line of text: a paragraph, a cell, one line of a key figure."""

    id: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words alone, without marks and styles."""
        return "".join(run.text for run in self.runs if run.in_text)

    @property
    def marks(self) -> tuple[str, ...]:
        """Labels of the footnote marks, in order."""
        return tuple(run.text for run in self.runs if run.kind == "mark")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the plan; `fields` holds what only its kind has (level, align, bar)."""

    id: str
    part: str
    kind: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...] = ()
    number: Line | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    def all_lines(self) -> Iterator[Line]:
        """Every line of the block: a heading's number first, cells row by row."""
        if self.number is not None:
            yield self.number
        yield from self.lines
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; its line's id is `note-` and its label."""

    label: str
    part: str
    line: Line

    below: str | None = None
    """Id of the table that it stands below; None for a note at the foot of its column."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses behind the words of the note."""
        return tuple(run.address for run in self.line.runs if run.address is not None)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan."""

    name: str
    title: str
    printed_at: datetime
    """When the printed form says that it was made, so that its bytes are always the same."""
    running_heads: dict[Literal["even", "odd"], str]
    first_numbered_page: int
    column_parts: frozenset[str]
    """Parts that are set in two columns."""
    parts_begin_pages: bool
    hyphenation: dict[str, tuple[str, ...]]
    compounds: frozenset[str]
    """Words that the dump may cut at a hyphen of their own."""
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]

    def running_head(self, page: int) -> str:
        """What stands at the head of a page."""
        return self.running_heads["odd" if page % 2 else "even"]

    def parts(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """The parts in order, each with its blocks."""
        for part in dict.fromkeys(block.part for block in self.blocks):
            yield part, tuple(block for block in self.blocks if block.part == part)

    def notes_of(self, part: str) -> tuple[Footnote, ...]:
        """The footnotes called in a part."""
        return tuple(note for note in self.footnotes if note.part == part)


def parse_runs(text: str) -> tuple[Run, ...]:
    """Split a line into its runs.

    >>> [(run.kind, run.text) for run in parse_runs("40 *wells*[^2]")]
    [('text', '40 '), ('italic', 'wells'), ('mark', '2')]
    """
    runs: list[Run] = []
    end = 0
    for match in INLINE.finditer(text):
        if match.start() > end:
            runs.append(Run("text", text[end : match.start()]))
        runs.append(_run_of(match))
        end = match.end()
    if end < len(text):
        runs.append(Run("text", text[end:]))
    return tuple(runs)


def load_plan(folder: Path) -> Plan:
    """Read `content.toml` of a plan's folder."""
    data = tomllib.loads((folder / "content.toml").read_text("utf-8"))
    return Plan(
        name=folder.name,
        title=data["title"],
        printed_at=data["printed_at"],
        running_heads=data["running_heads"],
        first_numbered_page=data["first_numbered_page"],
        column_parts=frozenset(data["column_parts"]),
        parts_begin_pages=data["parts_begin_pages"],
        hyphenation={word.replace("-", ""): tuple(word.split("-")) for word in data["hyphenation"]},
        compounds=frozenset(data.get("compounds", ())),
        blocks=tuple(_block(entry) for entry in data["block"]),
        footnotes=tuple(
            Footnote(
                entry["label"],
                entry["part"],
                Line(f"note-{entry['label']}", parse_runs(entry["text"])),
                entry.get("below"),
            )
            for entry in data["footnote"]
        ),
    )


def as_json(plan: Plan) -> dict[str, Any]:
    """The plan as plain data, for the Typst source."""
    return {
        "running_heads": plan.running_heads,
        "title": plan.title,
        "blocks": [
            {
                "id": block.id,
                "part": block.part,
                "kind": block.kind,
                "lines": [_json_runs(line) for line in block.lines],
                "number": block.number.text if block.number else None,
                "rows": [[_json_runs(cell) for cell in row] for row in block.rows],
                **block.fields,
            }
            for block in plan.blocks
        ],
        "notes": {note.label: _json_runs(note.line) for note in plan.footnotes},
    }


def _run_of(match: "regex.Match[str]") -> Run:
    if match["hint"]:
        return Run("column_end" if match["hint"] == "col" else "page_end", "")
    if match["words"]:
        return Run("link", match["words"], match["address"])
    for kind in ("mark", "bold", "italic"):
        if match[kind]:
            return Run(kind, match[kind])
    message = f"an inline mark of no kind: {match[0]!r}"
    raise ValueError(message)


def _block(entry: dict[str, Any]) -> Block:
    rest = dict(entry)
    name, part, kind = rest.pop("id"), rest.pop("part"), rest.pop("kind")
    rows = rest.pop("rows", None) or rest.pop("entries", None) or []
    number = rest.pop("number", None)
    printed = rest.pop("lines", None) or ([rest.pop("text")] if not rows else [])
    if kind == "table_caption":
        printed = [f"{rest['label']}. {printed[0]}"]
    return Block(
        id=name,
        part=part,
        kind=kind,
        lines=tuple(
            Line(name if len(printed) == 1 else f"{name}/{index}", parse_runs(text))
            for index, text in enumerate(printed)
        ),
        rows=tuple(
            tuple(Line(f"{name}/{row}/{col}", parse_runs(text)) for col, text in enumerate(cells))
            for row, cells in enumerate(rows)
        ),
        number=Line(f"{name}/number", parse_runs(number)) if number else None,
        fields=rest,
    )


def _json_runs(line: Line) -> list[dict[str, str | None]]:
    return [{"kind": run.kind, "text": run.text, "address": run.address} for run in line.runs]
