"""Words a second through grammar, entities and binder, on documents and lines of figures alone."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from results import Results, told

from extractor.cli.pipeline import load_pipeline

ROOT = Path(__file__).parents[1]
MOST_WORDS = 20_000  # the texts in corpus/ are read one after the other until they have so many
LINES = ("12 ", "1,250 people ", "5% ", "Kenya 12 ")
STEPS = ("grammar", "entities", "binder")
TIMES = 5_000  # figures of a line that is nothing but figures


@dataclass(frozen=True, slots=True)
class TextCost:
    """What the steps from text to bound figures took of one text."""

    words: int
    figures: int
    seconds: tuple[float, float, float]
    """Processor time of grammar, entities and binder."""

    def __lt__(self, other: "TextCost") -> bool:
        return sum(self.seconds) < sum(other.seconds)


def text_cost(file: Path) -> TextCost:
    """Return what grammar, entities and binder take of a document, once it is segmented."""
    from extractor import entities  # noqa: PLC0415
    from extractor.bind import bind, collect  # noqa: PLC0415
    from extractor.readers import read  # noqa: PLC0415
    from extractor.segment import segment  # noqa: PLC0415

    doc = segment(read(file))
    at = [time.process_time()]
    collected = collect(doc)
    at.append(time.process_time())
    found = entities.find(doc.text)
    at.append(time.process_time())
    figures = len(collected.founds)
    bind(doc, collected, *found)
    at.append(time.process_time())
    grammar, names, binder = (after - before for before, after in pairwise(at))
    return TextCost(len(doc.text.split()), figures, (grammar, names, binder))


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield what is read if no document is named: its name and its bytes."""
    plans = b"\n\n".join(file.read_bytes() for file in sorted(ROOT.glob("corpus/*/plan.md")))
    yield "the plans of corpus/", b"\n\n".join([plans] * (1 + MOST_WORDS // len(plans.split())))
    for line in LINES:
        yield f"`{line.strip()}`, {TIMES} times", line.encode() * TIMES + b"\n"


def written(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write what is read if no document is named, and yield its name and its file."""
    for number, (name, raw) in enumerate(texts()):
        file = folder / f"{number}.txt"
        file.write_bytes(raw)
        yield name, file


def print_texts(named: Sequence[Path], runs: int) -> Results:
    """Print the words a second of grammar and binder, text by text, the best of some runs."""
    load_pipeline()
    times = dict.fromkeys(STEPS, ".2f")
    found = Results(
        "text", {"text": "", "words": "", "figures": "", **times, "words_a_second": ",.0f"}
    )
    with tempfile.TemporaryDirectory() as folder:
        files = [(told(file), file) for file in named] or written(Path(folder))
        for name, file in files:
            add_cost(found, name, min(text_cost(file) for _ in range(runs)))
    return found


def add_cost(found: Results, name: str, cost: TextCost) -> None:
    """Add the row of a text."""
    grammar, _, binder = cost.seconds
    found.add(
        text=name,
        words=cost.words,
        figures=cost.figures,
        **{step: round(taken, 4) for step, taken in zip(STEPS, cost.seconds, strict=True)},
        words_a_second=round(cost.words / (grammar + binder)),
    )
