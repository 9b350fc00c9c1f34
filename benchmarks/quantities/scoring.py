"""Scores of what readers give of sentences: span, value, unit and modifier apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from environment import PeerError

from extractor.golden.overlap import pair_up
from extractor.golden.score import Tally
from extractor.golden.wording import normal_form
from quantities.cases import Case, Quantity
from quantities.readers import Answer, Reader
from schemas.base import OffsetPiece
from schemas.figure import Figure
from schemas.sentences import SentenceFigure

FIELDS = ("value", "span", "unit", "modifier", "value and unit")
ATTRIBUTES = ("indicator", "population", "place", "as_of", "status", "per")
TIMES = frozenset(("date", "duration"))
MEASURES = {  # what readers call a unit: the normal form of its name, and of its sign
    name: sign
    for sign, names in {
        "km": "kilometre kilometer kilómetro kilomètre км كيلومترا",
        "m": "metre meter metro mètre",
        "mm": "millimetre millimeter milímetro millimètre",
        "c": "degree,degree celsius,grado,grado celsius,degré celsius",
        "t": "tonne ton mt tonelada metric-ton тонн",
        "ha": "hectare hectárea",
        "l": "litre liter litro",
    }.items()
    for name in (names.split(",") if "," in names else names.split())
}


@dataclass(slots=True)
class Score:
    """What a reader gained over many sentences."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By group (`all`, a language, `hard`, `no dates`) and field."""
    told: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By attribute, of those figures whose sentence tells it."""
    seconds: float = 0.0
    words: int = 0
    """Words of the sentences that were read by themselves, for which the seconds are."""
    faults: list[str] = field(default_factory=list)
    """What is wrong, sentence by sentence."""
    errors: list[str] = field(default_factory=list)

    def add(self, case: Case, answer: Answer) -> None:
        """Add what was read of one sentence."""
        pairs = paired(case, answer)
        groups = ["all", case.lang, *(["hard"] if case.hard else [])]
        for group in groups:
            self._count(group, pairs)
        self._count("no dates", without_times(pairs))
        for at, (truth, found) in enumerate(pairs):
            self.faults += [f"{case.name} {text}" for text in _faults(case.text, truth, found)]
            if at < len(case.truth):
                self._bound(case, at, found, answer)
        if answer.seconds is not None:
            self.seconds += answer.seconds
            self.words += case.words

    def _count(self, group: str, pairs: Iterable[tuple[Quantity | None, Quantity | None]]) -> None:
        for truth, found in pairs:
            right = agreed(truth, found) if truth and found else {}
            for name in FIELDS:
                tally = self.tallies[group, name]
                tally.expected += truth is not None and said(truth, name)
                tally.found += found is not None and said(found, name)
                tally.right += right.get(name, False)

    def _bound(self, case: Case, at: int, found: Quantity | None, answer: Answer) -> None:
        if answer.figures is None:
            return
        golden = case.truth[at][1]
        figure = answer.figures[answer.quantities.index(found)] if found else None
        for name in ATTRIBUTES:
            wanted = getattr(golden, name)
            if not wanted:
                continue
            bound = getattr(figure, name, None)
            right = figure is not None and binds(golden, figure, name)
            told = self.told[name]
            told.expected += 1
            told.found += bound is not None
            told.right += right
            if not right:
                said = bound and bound.value
                self.faults.append(
                    f"{case.name} {name}: {golden.printed!r}: {wanted!r}, not {said!r}"
                )


def measure(cases: Iterable[Case], reader: Reader) -> Score:
    """Return what a reader gains over those cases whose language it reads."""
    score = Score()
    for case in cases:
        if reader.languages is not None and case.lang not in reader.languages:
            continue
        try:
            answer = reader.read(case)
        except PeerError as error:
            score.errors.append(f"{case.name}: {error}")
            answer = Answer((), None, None)
        score.add(case, answer)
    return score


Pair = tuple[Quantity | None, Quantity | None]


def paired(case: Case, answer: Answer) -> list[Pair]:
    """Return each true quantity with what was read there, then what was read where none is."""
    truth = [quantity for quantity, _ in case.truth]
    found = answer.quantities
    pairs = pair_up([_piece(q) for q in truth], [_piece(q) for q in found])
    held = set(pairs.values())
    return [
        *((one, found[pairs[at]] if at in pairs else None) for at, one in enumerate(truth)),
        *((None, one) for at, one in enumerate(found) if at not in held),
    ]


def without_times(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs that are no dates or durations, nor stand where one is printed."""
    pairs = list(pairs)
    times = [truth for truth, _ in pairs if truth and truth.kind in TIMES]
    for truth, found in pairs:
        if truth in times or (truth is None and found and found.kind in TIMES):
            continue
        if truth is None and found and any(found.overlaps(time) for time in times):
            continue
        yield truth, found


def _piece(quantity: Quantity) -> tuple[OffsetPiece, ...]:
    return (OffsetPiece(start=quantity.start, end=quantity.end),)


def said(quantity: Quantity, name: str) -> bool:
    """Return whether a quantity says anything of a field."""
    return name not in {"unit", "modifier"} or getattr(quantity, name) is not None


def agreed(truth: Quantity, found: Quantity) -> dict[str, bool]:
    """Return field by field whether what was read is right and says something."""
    value = same_value(truth, found)
    unit = same_unit(truth, found)
    return {
        "value": value,
        "span": (truth.start, truth.end) == (found.start, found.end),
        "unit": unit and truth.unit is not None,
        "modifier": truth.modifier is not None and truth.modifier == found.modifier,
        "value and unit": value and unit,
    }


def same_value(truth: Quantity, found: Quantity) -> bool:
    """Return whether value or both ends are the same."""
    return (truth.value, truth.low, truth.high) == (found.value, found.low, found.high)


def same_unit(truth: Quantity, found: Quantity) -> bool:
    """Return whether the units say the same.

    Of two nouns the one may be part of the other: `families`, `displaced families`. A unit of
    measure may be written out.
    """
    if truth.unit is None or found.unit is None:
        return truth.unit is found.unit
    ours, theirs = normal_form(truth.unit), normal_form(found.unit)
    if truth.kind == "count":
        words = set(ours.split()), set(theirs.split())
        return words[0] <= words[1] or words[1] <= words[0]
    return MEASURES.get(ours, ours) == MEASURES.get(theirs, theirs)


def binds(golden: SentenceFigure, figure: Figure, name: str) -> bool:
    """Return whether a figure is bound to what the sentence tells."""
    bound = getattr(figure, name)
    if bound is None:
        return False
    wanted = golden.place.value if name == "place" and golden.place else getattr(golden, name)
    wordings = (wanted,) if isinstance(wanted, str) else wanted
    return normal_form(bound.value) in map(normal_form, wordings)


def _faults(text: str, truth: Quantity | None, found: Quantity | None) -> Iterator[str]:
    """Yield what is wrong with one quantity."""
    if truth is None or found is None:
        one = truth or found
        if one is not None:
            yield f"{'missing' if truth else 'invented'}: {_shown(text, one)}"
        return
    if not same_value(truth, found):
        yield f"value: {_shown(text, truth)}, not {_shown(text, found)}"
    elif (truth.start, truth.end) != (found.start, found.end):
        yield f"span: {_shown(text, truth)}, not {_shown(text, found)}"
    if truth.kind != found.kind:
        yield f"kind of {_shown(text, truth)}: {truth.kind}, not {found.kind}"
    if not same_unit(truth, found):
        yield f"unit of {_shown(text, truth)}: {truth.unit!r}, not {found.unit!r}"
    if truth.modifier != found.modifier:
        yield f"modifier of {_shown(text, truth)}: {truth.modifier}, not {found.modifier}"


def _shown(text: str, quantity: Quantity) -> str:
    value = quantity.value or f"{quantity.low}..{quantity.high}"
    return f"{text[quantity.start : quantity.end]!r} = {value} ({quantity.kind})"


def share(tallies: Mapping[tuple[str, str], Tally], group: str, name: str) -> float | None:
    """Return the F1 of a field in a group; None where there is nothing of it."""
    tally = tallies.get((group, name))
    return tally.f1 if tally and tally.expected + tally.found else None
