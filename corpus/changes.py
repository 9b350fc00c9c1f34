"""Turn what became of the figures of a plan into the golden diff of its two editions.

usage: python corpus/changes.py [--check]

The judgements stand in `changes.toml` of the newer edition, by line and printed words; this script
looks up where each figure is printed in the PDF. It fails when a figure of either edition is in no
entry or in two, and when types say what the two truths do not. `--check` compares with the
committed file, without writing.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from build import CORPUS
from change_parts import changed_parts, rolled
from change_sides import Edition, Figure, read_edition
from change_types import Entry, Lone, contradiction, group_contradiction

DIFFS = CORPUS.parent / "golden" / "diffs"


def golden_diff(folder: Path) -> tuple[Path, str]:
    """Path and text of the golden diff of an edition and the one before it."""
    said = tomllib.loads((folder / "changes.toml").read_text("utf-8"))
    old, new = read_edition(CORPUS / said["old"]), read_edition(folder)
    pairs = [_pair(row, old, new) for row in said["pairs"]]
    pairs += [_pair(row, old, new, doubtful=True) for row in said["doubtful"]]
    _insist_on_agreement(pairs)
    alone = list(_alone(said, old, new))
    _insist_on_all(old, [(pair.old, pair.is_one_of) for pair in pairs], [o.old for o in alone])
    _insist_on_all(new, [(pair.new, pair.is_one_of) for pair in pairs], [o.new for o in alone])
    entries = [*map(_row, pairs), *map(_lone_row, alone)]
    heads = {
        "old": {"name": f"{old.name}/plan.pdf", "sha256": old.sha256},
        "new": {"name": f"{new.name}/plan.pdf", "sha256": new.sha256},
        "complete_old": old.pages,
        "complete_new": new.pages,
    }
    lists = {
        "entries": entries,
        "rolled": list(rolled(said, old, new)),
        "not_pairs": list(_not_pairs(said, old, new)),
        **changed_parts(said, old, new),
    }
    return DIFFS / f"{old.name}--{new.name}.json", _written(heads, lists)


def _not_pairs(said: dict[str, Any], old: Edition, new: Edition) -> Iterator[dict[str, Any]]:
    for row in said["not_pairs"]:
        ends = old.figure(row["old"]), new.figure(row["new"])
        yield {"old": ends[0].as_json(), "new": ends[1].as_json(), "why": row["why"]}


def _pair(row: dict[str, Any], old: Edition, new: Edition, *, doubtful: bool = False) -> Entry:
    return Entry(
        old=old.figure(row["old"]),
        new=new.figure(row["new"]),
        readings=tuple(_readings(row)),
        group=row.get("group"),
        doubtful=doubtful,
    )


def _alone(said: dict[str, Any], old: Edition, new: Edition) -> Iterator[Lone]:
    """Figures without a partner, withdrawn ones first."""
    for figure in said["withdrawn"]:
        yield Lone(old.figure(figure), None, repeat=False)
    for name in ("added", "added_repeats"):
        for figure in said[name]:
            yield Lone(None, new.figure(figure), repeat=name != "added")


def _readings(row: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every set of types that a careful reader may give, the best first."""
    optional = row.get("may", [])
    for types in (row["types"], *row.get("or", [])):
        for count in range(len(optional) + 1):
            for more in combinations(optional, count):
                if "next_period" not in types or "redated" not in more:
                    yield (*(kind for kind in types if kind != "unchanged" or not more), *more)


def _lone_row(lone: Lone) -> dict[str, Any]:
    return {
        "old": lone.old and lone.old.as_json(),
        "new": lone.new and lone.new.as_json(),
        "types": ["added" if lone.new else "withdrawn"],
        **({"repeat": True} if lone.repeat else {}),
    }


def _row(pair: Entry) -> dict[str, Any]:
    best, *others = pair.readings
    row: dict[str, Any] = {
        "old": pair.old.as_json(),
        "new": pair.new.as_json(),
        "types": list(best),
    }
    if others:
        row["types_ok"] = [list(types) for types in others]
    if pair.group:
        row["group"] = pair.group
    if pair.doubtful:
        row["doubtful"] = True
    return row


def _insist_on_agreement(pairs: list[Entry]) -> None:
    """Refuse types that the figures contradict."""
    wrong = [f"{pair.old.name} > {pair.new.name}: {contradiction(pair)}" for pair in pairs]
    wrong = [line for line in wrong if not line.endswith(": None")]
    for group in dict.fromkeys(pair.group for pair in pairs if pair.group):
        said = group_contradiction([pair for pair in pairs if pair.group == group])
        wrong += [f"{group}: {said}"] if said else []
    if wrong:
        raise ValueError("\n".join(wrong))


def _insist_on_all(
    edition: Edition, paired: list[tuple[Figure, bool]], alone: list[Figure | None]
) -> None:
    """Refuse entries that leave a figure out or tell it twice, save where it is one of several."""
    told = Counter(figure.name for figure, is_one_of in paired if not is_one_of)
    told.update({figure.name for figure, is_one_of in paired if is_one_of})
    told.update(figure.name for figure in alone if figure)
    odd = sorted(name for name in edition.figures if told[name] != 1)
    if odd:
        message = f"{edition.name}: not told once: {odd}"
        raise ValueError(message)


def _written(heads: dict[str, Any], lists: dict[str, list[dict[str, Any]]]) -> str:
    """The file, an entry a line."""
    parts = [f" {json.dumps(name)}: {json.dumps(value)}" for name, value in heads.items()]
    for name, rows in lists.items():
        body = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        parts.append(f' "{name}": [\n{body}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Write or check every golden diff; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    differing = 0
    for source in sorted(CORPUS.glob("*/changes.toml")):
        path, written = golden_diff(source.parent)
        if not arguments:
            path.write_text(written, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != written:
            differing += 1
            print(f"{path.name} is not what the changes give")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
