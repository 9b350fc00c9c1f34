"""The truth of a plan, read from `truth.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plan_content import Block, Line, Plan

from schemas.golden import GoldenPlace, GoldenSource

Judgement = dict[str, Any]
"""What the truth says of one figure, as written."""

UNREAD_IN_CELLS = str.maketrans("", "", ",$()")


@dataclass(frozen=True, slots=True)
class Truth:
    """All judgements on one plan."""

    data: dict[str, Any]

    def figures_at(self, line: str) -> list[Judgement]:
        """The figures of a line that has its own entry, in order."""
        return list(self._entry(line).get("figures", []))

    def digits_at(self, line: str) -> list[tuple[str, str]]:
        """Digits of a line that are in no figure, in order, each with what it is."""
        return [(digits, status) for digits, status in self._entry(line).get("digits", [])]

    def lines(self) -> Iterator[str]:
        """The lines that have an entry."""
        for entry in self.data["at"]:
            yield entry["id"]

    def table(self, name: str) -> dict[str, Any]:
        """What is said of a table."""
        found: dict[str, Any] = next(t for t in self.data["table"] if t["id"] == name)
        return found

    def caption(self, name: str) -> dict[str, Any]:
        """What is said of a caption."""
        found: dict[str, Any] = next(c for c in self.data["caption"] if c["id"] == name)
        return found

    def zone(self, kind: str) -> str:
        """The zone of the figures of a kind of block."""
        return str(self.data["zones"][kind])

    def place(self, judgement: Judgement) -> GoldenPlace | None:
        """Where a figure holds: as said, else the plan's own place."""
        said = judgement.get("place")
        if said is None and judgement["kind"] not in self.data["no_place_for"]:
            said = self.data["place"]
        if not said:
            return None
        return GoldenPlace(value=tuple([said] if isinstance(said, str) else said), code=None)

    def sources(self, judgement: Judgement) -> tuple[GoldenSource, ...]:
        """Who says so."""
        named = [self.data["sources"][name] for name in judgement.get("sources", [])]
        return tuple(
            GoldenSource(
                value=tuple(source["value"]),
                footnote=source.get("footnote"),
                url=source.get("url"),
            )
            for source in named
        )

    def bare_figure(self, block: Block, index: int) -> Judgement:
        """What a bare number under a district's heading is."""
        bare = self.data["bare"]
        return {
            "printed": block.lines[index].text,
            "kind": bare["kind"],
            "value": block.lines[index].text.replace(",", ""),
            "unit": bare["units"][index],
            "indicator": bare["indicators"][index],
            "population": bare["populations"][index],
            "place": bare["places"][block.id],
            "as_of": bare["as_of"],
            "status": bare["status"],
        }

    def cell_figure(self, table: Block, row: int, column: int) -> Judgement | None:
        """What a number in a table's body is; None where the column holds no figures."""
        said = self.table(table.id)
        rule = said.get("columns", {}).get(str(column))
        cells = table.rows[row]
        if rule is None or row < table.fields["header_rows"] or len(cells) == 1:
            return None
        printed = cells[column].text
        digits = printed.translate(UNREAD_IN_CELLS)
        if not digits.replace(".", "").isdecimal():
            return None
        digits = f"-{digits}" if printed.startswith("(") else digits
        judgement = {k: v for k, v in rule.items() if k not in ("multiply", "of_column")}
        names = {"row": cells[said["label_column"]].text, "code": ""}
        if "code_column" in said:
            names["code"] = cells[said["code_column"]].text
        value = str(int(digits) * rule["multiply"]) if "multiply" in rule else digits
        judgement |= {
            "key": cells[column].id,
            "printed": printed,
            "value": value,
            "indicator": _wordings(rule["indicator"], names),
        }
        if row in said.get("place_rows", ()):
            judgement["place"] = names["row"]
        if "of_column" in rule:
            judgement["of"] = cells[rule["of_column"]].id
        return judgement

    def _entry(self, line: str) -> dict[str, Any]:
        return next((entry for entry in self.data["at"] if entry["id"] == line), {})


def load_truth(folder: Path) -> Truth:
    """Read `truth.toml` of a plan's folder."""
    return Truth(tomllib.loads((folder / "truth.toml").read_text("utf-8")))


def lines_of(plan: Plan) -> Iterator[tuple[Block | None, Line]]:
    """Every line of a plan with its block, footnotes (which have none) last."""
    for block in plan.blocks:
        for line in block.all_lines():
            yield block, line
    for note in plan.footnotes:
        yield None, note.line


def _wordings(patterns: list[str], names: dict[str, str]) -> list[str]:
    filled = (" ".join(pattern.format(**names).split()) for pattern in patterns)
    return list(dict.fromkeys(filled))
