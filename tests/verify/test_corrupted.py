"""What was changed after it was written is found, whatever it is: one thing at a time, by seed."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typst

from extractor.errors import UnreadableSourceError
from extractor.verify import verify

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

Json = Any
Spot = tuple[Json, Any]
"""What holds a value, and the key of it."""


def corrupted(extraction: Json, seed: int) -> str:
    """Change one thing of an extraction in place; return what was changed."""
    draw = random.Random(seed)  # noqa: S311  # drawn again by its seed
    kinds = list(KINDS.items())
    draw.shuffle(kinds)
    for name, spots_of in kinds:
        spots = list(spots_of(extraction))
        if spots:
            holder, key = draw.choice(spots)
            before = holder[key]
            holder[key] = CHANGES.get(name, other)(before, draw)
            return f"{name}: {before!r} made {holder[key]!r}"
    raise AssertionError("nothing to change")


def other(value: Json, draw: random.Random) -> Json:
    """Return another value of the same type."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + draw.choice((1, 2, 7))
    at = [i for i, character in enumerate(value) if character.isdecimal()]
    if not at:
        return value + "x"
    i = draw.choice(at)
    return value[:i] + str((int(value[i]) + draw.randint(1, 9)) % 10) + value[i + 1 :]


def moved(piece: Json, draw: random.Random) -> Json:
    """Return a box or an offset that is elsewhere."""
    if "bbox" not in piece:
        by, ends = draw.choice((1, 2, 5, -1)), draw.choice((("start",), ("end",), ("start", "end")))
        shifted = {name: piece[name] + by for name in ends}
        return piece | shifted
    by, sides = draw.choice((0.5, 3.0, 40.0, -0.5)), draw.choice(((0, 2), (1, 3), (2,), (1,)))
    bbox = [side + by * (i in sides) for i, side in enumerate(piece["bbox"])]
    return piece | {"bbox": bbox}


def cut(_value: Json, draw: random.Random) -> Json:
    """Return a reference to nothing."""
    return draw.choice((None, "blk-000000000000"))


def anchors(value: Json) -> Iterator[Json]:
    """Yield every anchor inside of a value."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for part in value.values():
            yield from anchors(part)
    elif isinstance(value, list):
        for part in value:
            yield from anchors(part)


def _fields(name: str, *keys: str) -> Callable[[Json], Iterator[Spot]]:
    def spots(extraction: Json) -> Iterator[Spot]:
        for part in extraction[name]:
            yield from ((part, key) for key in keys if part.get(key) is not None)

    return spots


def _anchored(*keys: str) -> Callable[[Json], Iterator[Spot]]:
    return lambda extraction: ((one, key) for one in anchors(extraction) for key in keys)


def _pieces(extraction: Json) -> Iterator[Spot]:
    for one in anchors(extraction):
        yield from ((one["source"], at) for at in range(len(one["source"])))


def _bound(extraction: Json) -> Iterator[Spot]:
    names = ("indicator", "population", "place", "as_of", "status", "per")
    for figure in extraction["figures"]:
        yield from ((figure[name], "value") for name in names if figure[name])


def _cells(extraction: Json) -> Iterator[Spot]:
    for table in extraction["tables"]:
        yield from ((cell, "text") for cell in table["cells"])


def _ledger(extraction: Json) -> Iterator[Spot]:
    for entry in extraction["ledger"]["entries"]:
        yield from ((entry, key) for key in ("start", "end") if entry[key] is not None)


def _notes(extraction: Json) -> Iterator[Spot]:
    for figure in extraction["figures"]:
        yield from ((source, "footnote_id") for source in figure["sources"] if source["footnote"])


KINDS: dict[str, Callable[[Json], Iterator[Spot]]] = {
    "a digit of a figure": lambda e: ((f["anchor"], "quote") for f in e["figures"]),
    "a digit of a quote": _anchored("quote"),
    "a digit of the text": lambda e: [(e, "text")],
    "a digit of a block": _fields("blocks", "text"),
    "a digit of a cell": _cells,
    "a place": _pieces,
    "an end of an anchor": _anchored("start", "end"),
    "a value": _fields("figures", "value", "low", "high"),
    "a precision": _fields("figures", "precision"),
    "a unit": _fields("figures", "unit"),
    "a bound value": _bound,
    "a hash": lambda e: [(e["document"], "sha256")],
    "a reference": _fields("figures", "block_id", "section_id", "cell", "of"),
    "a reference to a note": _notes,
    "a reference to a section": _fields("blocks", "section_id", "table_id", "ref"),
    "an id": _fields("figures", "id"),
    "a note": _fields("footnotes", "id", "label", "text"),
    "an entry of the ledger": _ledger,
    "a page": lambda e: ((page, "number") for page in e["document"]["pages"]),
}
CHANGES: dict[str, Callable[[Json, random.Random], Json]] = {
    "a place": moved,
    "a reference": cut,
    "a reference to a note": cut,
    "a reference to a section": cut,
}


SHEET = """#set page(width: 300pt, height: 420pt)
#set document(title: "Harbour plan 2031")
= Harbour plan 2031

The plan needs *USD 2.5 million* for 7 towns and about 1,200 people#footnote[Harbour Office,
Survey of May 2030, p. 12.] in Norvia, of whom 35 per cent are children.

#figure(caption: [Requirements (USD thousand)], table(columns: 3,
  [Sector], [2031], [2032], [Shelter], [1,250], [900], [Water], [750], [600],
  [Total], [2,000], [1,500]))

== Water
Between 20 and 30 wells serve 4.5 thousand people since 2 March 2030.
"""
MARKDOWN = """# Harbour plan 2031

The plan needs **USD 2.5 million** for 7 towns &amp; about 1,200 people[^1] in Norvia, of whom 35
per cent are children.

| Requirements (USD thousand) | 2031 | 2032 |
|---|---|---|
| Shelter | 1,250 | 900 |
| Water | 750 | 600 |
| Total | 2,000 | 1,500 |

## Water

Between 20 and 30 wells serve 4.5 thou&shy;sand people since 2 March 2030.

[^1]: Harbour Office, Survey of May 2030, p. 12.
"""
DUMP = """Harbour plan 2031

1. Needs

The plan needs USD 2.5 million for 7 towns and about 1,200 people1 in Norvia, of
whom 35 per cent are children.

2. Water

Between 20 and 30 wells serve 4.5 thousand people since 2 March 2030.

1 Harbour Office, Survey of May 2030, p. 12.
"""
SEEDS = 200


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An invented plan in three forms, each with its extraction beside it."""
    from extractor.output import record_json
    from extractor.pipeline import extract

    folder = tmp_path_factory.mktemp("plans")
    forms = {"a.pdf": typst.compile(SHEET.encode()), "b.md": MARKDOWN, "c.txt": DUMP}
    for name, content in forms.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
        (folder / f"{name}.json").write_bytes(record_json(extract(folder / name)))
    return [folder / name for name in forms]


@pytest.mark.parametrize("form", range(3))
def test_the_invented_plan_is_proved(form: int, documents: list[Path]) -> None:
    document = documents[form]
    verdict = verify(Path(f"{document}.json"))
    assert verdict.failures == ()
    assert verdict.figures > 8
    assert verdict.source == document


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_corruption_is_found(seed: int, documents: list[Path], tmp_path: Path) -> None:
    document = documents[seed % len(documents)]
    extraction = json.loads(Path(f"{document}.json").read_bytes())
    what = corrupted(extraction, seed)
    path = tmp_path / "corrupted.json"
    path.write_text(json.dumps(extraction), "utf-8")
    assert is_refused(path, document), what


def is_refused(path: Path, document: Path) -> bool:
    """Whether a proof fails, or what is written is no extraction any more."""
    try:
        return bool(verify(path, source=document).failures)
    except UnreadableSourceError:
        return True


def test_every_kind_of_corruption_is_tried(documents: list[Path]) -> None:
    tried = set()
    for seed in range(SEEDS):
        extraction = json.loads(Path(f"{documents[seed % len(documents)]}.json").read_bytes())
        tried.add(corrupted(extraction, seed).split(":")[0])
    assert tried == set(KINDS)
