"""What reads sentences: planfacts, and the peers at pinned versions."""

import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from environment import Environment, running

from extractor.pipeline import extract
from quantities.cases import Case, Quantity
from schemas.base import OffsetPiece
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.sentences import Language

PINS = (  # permissive licences
    "quantulum3==0.10.0",  # MIT
    "recognizers-text-suite==1.0.2a2",  # MIT; the last one for Python
    "emoji==1.7.0",  # what the suite imports is gone from later ones
)
INSIDE = Path(__file__).with_name("inside.py")
PEERS: Mapping[str, frozenset[Language]] = {
    "quantulum3": frozenset(("en",)),
    "recognizers-text": frozenset(("en", "es", "fr")),
}
"""The languages that each can read."""
WARMING = "In May 2031 about 40 per cent of 1,250 people paid $2 million for 3 km."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader gives of a sentence."""

    quantities: tuple[Quantity, ...]
    figures: tuple[Figure, ...] | None
    """What planfacts bound them to, one for each of them; None of a peer."""
    seconds: float | None
    """None where the sentence was not read by itself."""


class Reader(Protocol):
    """Reads sentences in some languages."""

    languages: frozenset[Language] | None
    """None for every language."""

    def read(self, case: Case) -> Answer:
        """Return what it reads in a sentence."""
        ...


class Planfacts:
    """planfacts: a sentence is a file of its own, or part of the whole document it stands in."""

    languages: frozenset[Language] | None = None

    def __init__(self, folder: Path) -> None:
        self._file = folder / "sentence.txt"
        self._extracted(WARMING)

    def read(self, case: Case) -> Answer:
        """Return the figures of a sentence, with the seconds of a written one."""
        if case.placed is not None:
            spans = ((f, case.placed.span(f.anchor)) for f in _document(case.placed.document))
            found = [(figure, span) for figure, span in spans if span is not None]
            return _answer(found, None)
        started = time.process_time()
        extraction = self._extracted(case.text)
        seconds = time.process_time() - started
        return _answer([(f, offsets(f)) for f in extraction.figures], seconds)

    def _extracted(self, text: str) -> Extraction:
        self._file.write_text(text, "utf-8")
        return extract(self._file)


@lru_cache(maxsize=1)
def _document(path: Path) -> tuple[Figure, ...]:
    return extract(path).figures


def offsets(figure: Figure) -> tuple[int, int]:
    """Return where in a file of text a figure stands."""
    pieces = [piece for piece in figure.anchor.source if isinstance(piece, OffsetPiece)]
    return pieces[0].start, pieces[-1].end


def _answer(found: list[tuple[Figure, tuple[int, int]]], seconds: float | None) -> Answer:
    quantities = (
        Quantity(*span, f.kind, f.value, f.low, f.high, f.unit, f.modifier) for f, span in found
    )
    return Answer(tuple(quantities), tuple(figure for figure, _ in found), seconds)


class Peer:
    """A peer in its environment."""

    def __init__(self, environment: Environment, name: str) -> None:
        self.languages: frozenset[Language] | None = PEERS[name]
        self._environment, self._name = environment, name
        for lang in sorted(PEERS[name]):
            self._asked(WARMING, lang)  # what it loads once is not the sentence's

    def read(self, case: Case) -> Answer:
        """Return what it reads in the text of a sentence.

        Raises:
            PeerError: It could not.
        """
        answer = self._asked(case.text, case.lang)
        quantities = (Quantity(**quantity) for quantity in answer["quantities"])
        return Answer(tuple(quantities), None, answer["seconds"])

    def _asked(self, text: str, lang: Language) -> dict[str, Any]:
        return self._environment.ask({"peer": self._name, "text": text, "lang": lang})


@contextmanager
def readers(cache: Path | None) -> Iterator[Mapping[str, Reader]]:
    """Give planfacts, and the peers where there is a folder for their environment."""
    with tempfile.TemporaryDirectory() as folder:
        ours = Planfacts(Path(folder))
        if cache is None:
            yield {"planfacts": ours}
            return
        with running(cache, PINS, INSIDE) as environment:
            others = {name: Peer(environment, name) for name in PEERS}
            yield {"planfacts": ours, **others}
