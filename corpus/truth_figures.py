"""Finds each figure of the truth in one form, and accounts for every other run of digits."""

from collections.abc import Iterator

import regex
from plan_content import Block, Line, Plan
from plan_places import DIGITS, Places
from truth_reading import Judgement, Truth, lines_of

from schemas.golden import GoldenDigits, GoldenFigure

ADDRESS = regex.compile(r"https?://\S++")


class FigureFinder:
    """Figures and other digits of one form, line by line."""

    def __init__(self, plan: Plan, truth: Truth, places: Places) -> None:
        self.truth = truth
        self.places = places
        self.figures: list[tuple[str | None, GoldenFigure]] = []
        self.lines: list[str] = []
        self.wholes: dict[int, str] = {}
        self.digits: list[GoldenDigits] = []
        known = set()
        for block, line in lines_of(plan):
            known.add(line.id)
            self._read_line(block, line)
        if unknown := sorted(set(truth.lines()) - known):
            message = f"the truth speaks of lines that the plan does not have: {unknown}"
            raise ValueError(message)

    def _read_line(self, block: Block | None, line: Line) -> None:
        spans: list[tuple[int, int]] = []
        for judgement in self._judgements(block, line):
            start = spans[-1][1] if spans else 0
            spans.append(_find(judgement["printed"], line, start))
            self._add_figure(block, line, judgement, spans[-1])
        expected = iter(self.truth.digits_at(line.id))
        for match in DIGITS.finditer(line.text):
            if any(start <= match.start() < end for start, end in spans):
                continue
            status = self._status(block, line, match.start())
            if status is None:
                digits, status = next(expected, (None, ""))
                _agree(line, match[0], digits)
            (piece,) = self.places.of_words(line.id, match.start(), match.end())
            self.digits.append(
                GoldenDigits.model_validate({"source": piece, "digits": match[0], "status": status})
            )
        _agree(line, None, next(expected, (None, ""))[0])

    def _judgements(self, block: Block | None, line: Line) -> Iterator[Judgement]:
        if block is not None and block.kind == "bare":
            yield self.truth.bare_figure(block, block.lines.index(line))
        elif said := self.truth.figures_at(line.id):
            yield from said
        elif block is not None and block.kind == "table":
            _, row, column = line.id.split("/")
            year = self.truth.table(block.id).get("years", {}).get(column)
            if line.text == year and int(row) < block.fields["header_rows"]:
                yield {"printed": year, "kind": "date", "value": year}
            elif cell := self.truth.cell_figure(block, int(row), int(column)):
                yield cell

    def _status(self, block: Block | None, line: Line, at: int) -> str | None:
        """What digits are by their place alone; None where the truth must say it."""
        if any(m.start() <= at < m.end() for m in ADDRESS.finditer(line.text)):
            return "url"
        if line.id.endswith("/number"):
            return "list_number"
        if block is not None and block.rows:
            statuses = self.truth.table(block.id)["digits"]
            return str(statuses[int(line.id.rsplit("/", 1)[1])])
        return None

    def _add_figure(
        self, block: Block | None, line: Line, judgement: Judgement, span: tuple[int, int]
    ) -> None:
        if "of" in judgement:
            self.wholes[len(self.figures)] = judgement["of"]
        figure = GoldenFigure.model_validate(
            {
                "n": 0,
                "source": self.places.of_words(line.id, *span),
                "printed": judgement["printed"],
                "kind": judgement["kind"],
                "zone": self.truth.zone(block.kind if block else "note"),
                "place": self.truth.place(judgement),
                "indicator": tuple(judgement.get("indicator", ())),
                "population": tuple(judgement.get("population", ())),
                "sources": self.truth.sources(judgement),
            }
            | {
                name: judgement.get(name)
                for name in ("value", "low", "high", "unit", "modifier", "as_of", "status", "per")
            }
        )
        self.figures.append((judgement.get("key"), figure))
        self.lines.append(line.id)


def _find(printed: str, line: Line, start: int) -> tuple[int, int]:
    """Where a figure stands in its line, as a word of its own, from `start` on."""
    whole = regex.compile(rf"(?<!\w){regex.escape(printed, special_only=True)}(?!\w)")
    match = whole.search(line.text, start)
    if match is None:
        message = f"{line.id} does not print {printed!r} after {line.text[:start]!r}"
        raise ValueError(message)
    return match.span()


def _agree(line: Line, printed: str | None, expected: str | None) -> None:
    if printed != expected:
        message = f"{line.id} prints the digits {printed!r}, the truth has {expected!r}"
        raise ValueError(message)
