"""The same thing told twice: values that cannot both be right, and restatements that agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from extractor.check.findings import Severity, finding
from extractor.check.index import Index
from extractor.check.intervals import Term, is_round, meets, term
from extractor.check.prose.sentences import Said, words
from extractor.check.words import group, measured_in
from extractor.data.tables import load
from extractor.keys import key
from schemas.extraction import DifferenceType, Finding
from schemas.figure import Bound, Figure

FAR = Decimal("0.2")  # of the larger value; what is further apart is likely not the same thing
KINDS = ("money", "percent", "count", "measure")
ZONES = ("keyfigure", "prose", "list", "heading", "caption")
MAX_TOLD = 40  # figures that say the same; more are a list, not restatements

YEAR = len("2031")
AROUND = 60  # characters in which a text may say why a figure differs from another
REASONS: Mapping[DifferenceType, str] = {
    "rounding": ", a last digit apart",
    "date": ", of another date",
    "scope": ", of which one takes in more",
    "source": ", on the word of another source",
    "revision": ", of which one was revised",
    "contradiction": "",
}

EXPLAINED = ("revision", "date")

Matter = tuple[str, str | None, str, str | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that says of what, of whom, where and when it is."""

    figure: Figure
    term: Term
    when: str


def contradictions(index: Index) -> Iterator[Finding]:
    """Yield what is told more than once: `contradiction`, or `corroborated` where it agrees."""
    for told in by_matter(index.extraction.figures).values():
        if not 1 < len(told) <= MAX_TOLD:
            continue
        pairs = [(a, b) for a, b in combinations(told, 2) if _are_comparable(a, b)]
        apart = [(a, b) for a, b in pairs if not meets(a.term, b.term)]
        yield from contradicting(index.extraction.text, apart)
        if pairs and not apart:
            yield _corroborated(pairs)
    yield from _rivals(index)


def _rivals(index: Index) -> Iterator[Finding]:
    """Yield two counts of one thing in one sentence: `they count 370; our count, 390, ...`."""
    text = index.extraction.text
    for sentence in index.sentences:
        for at, other in enumerate(sentence):
            opened = other.before.rstrip(" ,:")
            if any(m.end() == len(opened) for m in words("counts", "nouns").finditer(opened)):
                told = [one for one in sentence[:at] if words("counts", "verbs").search(one.before)]
                pairs = [(_told(one), _told(other)) for one in told[-1:] if one.sort == other.sort]
                apart = [(one, two) for one, two in pairs if not meets(one.term, two.term)]
                yield from contradicting(text, apart)


def _told(said: Said) -> Told:
    return Told(said.figure, said.term, "")


def by_matter(figures: Iterable[Figure]) -> dict[Matter, list[Told]]:
    """Return the figures outside of tables by what they are of; the dates are compared later."""
    found: defaultdict[Matter, list[Told]] = defaultdict(list)
    for figure in figures:
        if figure.cell is not None or figure.kind not in KINDS or figure.zone not in ZONES:
            continue
        value = term(figure.value, figure.precision)
        telling = words_of(figure.indicator)
        says = bool(telling) or figure.status is not None
        if value is None or figure.place is None or figure.as_of is None or not says:
            continue
        status = figure.status.value if figure.status is not None else None
        place = figure.place.code or figure.place.value.casefold()
        matter = (figure.kind, measured_in(figure), place, status, telling)
        found[matter].append(Told(figure, value, figure.as_of.value))
    return found


def words_of(indicator: Bound | None) -> frozenset[str]:
    """Return the words of an indicator that tell it from others."""
    if indicator is None:
        return frozenset()
    return frozenset((indicator.key or key(indicator.value)).split()) - _weak()


@cache
def _weak() -> frozenset[str]:
    data = load("totals.toml")
    return frozenset(data["weak"]["words"]) | frozenset(data["headlines"]["words"])


def _are_comparable(one: Told, other: Told) -> bool:
    """Say whether two figures, each in a place of its own, are of one group and one time."""
    if one.figure.block_id == other.figure.block_id:
        return False  # what stands in one breath is told apart by what stands around it
    return is_one_time(one, other) and is_one_group(one.figure, other.figure)


def is_one_time(one: Told, other: Told) -> bool:
    """Say whether two figures are of one time, of which one may tell more; a period is its own."""
    if "/" in one.when or "/" in other.when:
        return one.when == other.when
    return one.when.startswith(other.when) or other.when.startswith(one.when)


def is_one_group(one: Figure, other: Figure) -> bool:
    """Say whether two figures count one group; rates are never compared."""
    return one.per is None and other.per is None and group(one) == group(other)


def contradicting(text: str, apart: Sequence[tuple[Told, Told]]) -> Iterator[Finding]:
    """Yield a finding for each pair of values, the first time that both are told."""
    seen = set()
    for one, other in apart:
        values = frozenset((one.term.value, other.term.value))
        if values in seen or are_far(one, other):
            continue
        seen.add(values)
        why = difference_type(text, one, other)
        message = (
            f"{told_of(one)} is {one.figure.anchor.quote} in one place and "
            f"{other.figure.anchor.quote} in another{REASONS[why]}."
        )
        figures, numbers = (one.figure, other.figure), (one.term, other.term)
        grave = "info" if why in EXPLAINED else severity(one, other)
        found = finding("contradiction", grave, message, figures, numbers)
        yield found.model_copy(update={"type": why})


def difference_type(text: str, one: Told, other: Told) -> DifferenceType:
    """Return why two values differ, as far as what stands around them tells."""
    around = [_around(text, each.figure) for each in (one, other)]
    names = [{source.value for source in each.figure.sources} for each in (one, other)]
    if any(words("revised").search(each) for each in around):
        return "revision"
    if any(words("scope").search(each) for each in around):
        return "scope"
    if abs(one.term.value - other.term.value) <= max(one.term.step, other.term.step):
        return "rounding"
    named = all(names) and not names[0] & names[1]
    return "date" if _are_dated_apart(one, other) else "source" if named else "contradiction"


def _are_dated_apart(one: Told, other: Told) -> bool:
    """Say whether both figures tell when they hold, one of a year, the other of a part of it."""
    dates = [each.figure.as_of for each in (one, other)]
    parted = one.when != other.when and YEAR in (len(one.when), len(other.when))
    return parted and all(date and date.state == "stated" for date in dates)


def _around(text: str, figure: Figure) -> str:
    """Return what stands near a figure, in its line."""
    before = text[max(0, figure.anchor.start - AROUND) : figure.anchor.start].rpartition("\n")[2]
    return before + text[figure.anchor.end : figure.anchor.end + AROUND].partition("\n")[0]


def are_far(one: Told, other: Told) -> bool:
    """Say whether two values are too far apart to be of the same thing."""
    larger = max(abs(one.term.value), abs(other.term.value))
    return abs(one.term.value - other.term.value) > FAR * larger


def severity(one: Told, other: Told) -> Severity:
    """Return how grave it is that two figures differ: not at all, if one was not meant exactly."""
    inexact = any(each.figure.modifier or _is_round_in_prose(each) for each in (one, other))
    return "info" if inexact else "warning"


def _is_round_in_prose(told: Told) -> bool:
    return told.figure.zone != "keyfigure" and is_round(told.term)


def _corroborated(pairs: Sequence[tuple[Told, Told]]) -> Finding:
    told = list(dict.fromkeys(each for pair in pairs for each in pair))
    first = told[0]
    message = f"{told_of(first)}: {first.figure.anchor.quote} is told in {len(told)} places."
    numbers = (first.term, told[1].term)
    return finding("corroborated", "info", message, [each.figure for each in told], numbers)


def told_of(told: Told) -> str:
    """Return of what, of where and when a figure is."""
    figure = told.figure
    what = figure.indicator.value if figure.indicator is not None else figure.kind
    where = figure.place.value if figure.place is not None else ""
    told_at = ", ".join(filter(None, (where, told.when)))
    return f"“{what}” ({told_at})" if told_at else f"“{what}”"
