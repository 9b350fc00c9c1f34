"""What became of the sections, tables and footnotes of an edition, by their titles and labels."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from change_sides import Edition
from plan_content import Block

Row = dict[str, Any]


def changed_parts(said: Mapping[str, Any], old: Edition, new: Edition) -> dict[str, list[Row]]:
    """Sections, footnotes and tables that changed, by the names that the editions print."""
    sections = _headings(old), _headings(new)
    notes = _notes(old), _notes(new)
    tables = _tables(old), _tables(new)
    for rows, (before, after) in (
        (said["sections"], sections),
        (said["footnotes"], notes),
        (said["tables"], tables),
    ):
        _insist_on_sameness(rows, before, after)
    return {
        "sections": [_titled(row, *sections) for row in said["sections"] if row["types"]],
        "footnotes": [
            _sides(row) | {"types": row["types"]} for row in said["footnotes"] if row["types"]
        ],
        "tables": [_table(row, old, new) for row in said["tables"]],
    }


def rolled(said: Mapping[str, Any], old: Edition, new: Edition) -> Iterator[Row]:
    """Cells of the same row and place of a table that rolled on, where both hold a number."""
    for row in said["tables"]:
        if "rolls" not in row:
            continue
        renamed = {r["old"]: r["new"] for r in row["rows"] if r["types"] == ["renamed"]}
        before, after = _cells(old, row["old"]), _cells(new, row["new"])
        for (label, column), name in before.items():
            there = renamed.get(label, label), row["rolls"].get(str(column))
            if there in after:
                ends = old.figure(name), new.figure(after[there])
                yield {"old": ends[0].as_json(), "new": ends[1].as_json()}


def _cells(edition: Edition, name: str) -> dict[tuple[str, int], str]:
    """The names of the figures of a table's body, by the label of their row and their column."""
    table = _block(edition, name)
    label = edition.truth.table(name)["label_column"]
    return {
        (cells[label].text, column): f"{cell.id} {cell.text}"
        for cells in table.rows[table.fields["header_rows"] :]
        for column, cell in enumerate(cells)
        if f"{cell.id} {cell.text}" in edition.figures
    }


def _block(edition: Edition, name: str) -> Block:
    return next(block for block in edition.plan.blocks if block.id == name)


def _headings(edition: Edition) -> dict[str, str]:
    blocks = edition.plan.blocks
    return {block.id: block.lines[0].text for block in blocks if block.kind == "heading"}


def _notes(edition: Edition) -> dict[str, str]:
    return {note.label: note.line.text for note in edition.plan.footnotes}


def _tables(edition: Edition) -> dict[str, str]:
    blocks = [block for block in edition.plan.blocks if block.kind == "table"]
    return {block.id: edition.truth.table(block.id)["title"] for block in blocks}


def _insist_on_sameness(
    rows: Sequence[Row], before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Refuse names that are in neither edition, and parts that changed although nobody says so."""
    told = [{row[side] for row in rows if side in row} for side in ("old", "new")]
    odd = (told[0] - before.keys()) | (told[1] - after.keys())
    rest = [dict(before), dict(after)]
    for names, parts in zip(told, rest, strict=True):
        for name in names & parts.keys():
            del parts[name]
    odd |= {name for name in rest[0] | rest[1] if rest[0].get(name) != rest[1].get(name)}
    if odd:
        message = f"not in both as it was, nor told: {sorted(odd)}"
        raise ValueError(message)


def _sides(row: Row) -> Row:
    return {"old": row.get("old"), "new": row.get("new")}


def _titled(row: Row, before: Mapping[str, str], after: Mapping[str, str]) -> Row:
    return {
        "old": before[row["old"]] if "old" in row else None,
        "new": after[row["new"]] if "new" in row else None,
        "types": row["types"],
    }


def _table(row: Row, old: Edition, new: Edition) -> Row:
    _insist_on_lines(row, old, new)
    lines = [("row", line) for line in row.get("rows", [])]
    lines += [("column", line) for line in row.get("columns", [])]
    return {
        **_titled(row, _tables(old), _tables(new)),
        "lines": [
            {
                "axis": axis,
                **({"any": line["any"]} if "any" in line else _sides(line)),
                "types": line["types"],
            }
            for axis, line in lines
        ],
    }


def _insist_on_lines(row: Row, old: Edition, new: Edition) -> None:
    """Refuse rows and columns that a table does not print."""
    lines = [*row.get("rows", []), *row.get("columns", [])]
    for side, edition in (("old", old), ("new", new)):
        named = {line[side] for line in lines if side in line}
        named |= {name for line in lines for name in line.get("any", [])}
        printed = set(_printed(edition, row[side])) if side in row else set()
        if odd := sorted(named - printed):
            message = f"{edition.name}: {row[side]} has no line {odd}"
            raise ValueError(message)


def _printed(edition: Edition, name: str) -> list[str]:
    """The labels of a table's rows and the heads of its columns."""
    table = _block(edition, name)
    label = edition.truth.table(name)["label_column"]
    rows = [cells[label if len(cells) > 1 else 0].text for cells in table.rows]
    return [*rows, *(cell.text for cell in table.rows[0])]
