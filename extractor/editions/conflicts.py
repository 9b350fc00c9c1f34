"""What two figures tell that excludes each other: look-alikes of another place, group or status."""

from functools import cache

from extractor.data.tables import load
from extractor.editions.facets import Facet, value_of
from extractor.editions.lists import stems
from extractor.editions.nearby import AFTER
from extractor.editions.once import once
from extractor.editions.stems import words
from extractor.editions.values import is_same_value

PLACE, GROUP, STATUS, PER = 0.3, 0.8, 0.4, 0.5  # what is left where both tell, and not the same
ZONE = 0.9
SILENT = 0.95  # what is left where one tells and the other does not
CONTRAST = 0.35  # what is left of new ones beside all so far, of girls beside boys
COUNTED, THINGS = 0.75, 0.6  # what is left of people and other things, and of two other things
ACTOR = 0.5  # what is left of what two others did
EVENT = 0.3  # what is left of what is told of two events of one kind
BASE = 0.7  # what is left of a value and what another one is compared with
OTHER = 0.5  # what is left where other things are counted, of another indicator
NAMED = 0.25  # what is left of numbers in brackets after other names
BESIDE = 0.7  # what a word counts for that stands next to a figure


def conflicts(one: Facet, other: Facet) -> float:
    """Return what is left of a score where two figures tell things that exclude each other."""
    a, b = one.figure, other.figure
    left = _places(one.place, other.place)
    left *= _groups(one.group, other.group)
    left *= _told_apart(value_of(a.status), value_of(b.status), STATUS)
    left *= _told_apart(value_of(a.per), value_of(b.per), PER)
    left *= _counted(one, other) * _contrasts(one, other) * roles(one, other)
    return left if a.zone == b.zone else left * ZONE


def roles(one: Facet, other: Facet) -> float:
    """Return what is left by the parts that two figures play in their sentences."""
    left = ACTOR if one.actor.is_other(other.actor) else 1.0
    if _are_of_two_events(one, other):
        left *= EVENT
    if one.bracketed and other.bracketed and one.bracketed != other.bracketed:
        left *= NAMED
    if one.is_base != other.is_base:
        left *= BASE
    return left * OTHER if _are_other_things(one, other) else left


def _are_of_two_events(one: Facet, other: Facet) -> bool:
    """Say whether two events of one kind did this; a number that stayed has its date corrected."""
    is_other = one.event is not None and one.event.is_other(other.event)
    return is_other and not is_same_value(one, other)


def _are_other_things(one: Facet, other: Facet) -> bool:
    """Say whether two counts of sentences share no word that tells what they are."""
    is_told = all(
        f.figure.kind == "count" and f.figure.cell is None and f.figure.unit for f in (one, other)
    )
    return (
        is_told
        and one.what.keys().isdisjoint(other.what)
        and not (_is_after(one, other) or _is_after(other, one))
    )


def _is_after(one: Facet, other: Facet) -> bool:
    """Say whether what one figure counts is told right after the other."""
    return any(f"{AFTER}{word}" in other.near for word in _unit(one))


def _places(one: str | None, other: str | None) -> float:
    """Return what is left by two places; a country does not exclude an area, which may be in it."""
    countries = [place is not None and place.isupper() for place in (one, other)]
    return SILENT if countries[0] != countries[1] else _told_apart(one, other, PLACE)


def _groups(one: str, other: str) -> float:
    """Return what is left by two groups; one told more exactly may be the same."""
    ours, theirs = (frozenset(group.split()) for group in (one, other))
    if one != other and (ours & theirs or any(map(_is_anybody, (one, other)))):
        return SILENT
    return _told_apart(one or None, other or None, GROUP)


def _is_anybody(group: str) -> bool:
    """Say whether a group is people in general, of whom any other one is a part."""
    return bool(group) and stems("persons").issuperset(words(group))


def _told_apart(one: str | None, other: str | None, left: float) -> float:
    if one == other:
        return 1.0
    return SILENT if one is None or other is None else left


def _counted(one: Facet, other: Facet) -> float:
    """Return what is left by the things that are counted, where both sentences name them."""
    both_in_tables = one.figure.cell is not None and other.figure.cell is not None
    if {one.figure.kind, other.figure.kind} != {"count"} or both_in_tables:
        return 1.0
    ours, theirs = _unit(one), _unit(other)
    if ours and theirs and counts_people(one) != counts_people(other):
        return 1.0 if ours & theirs else COUNTED
    if not ours or not theirs or ours & _own_words(other) or theirs & _own_words(one):
        return 1.0
    # A unit may change: who is counted is told by the group.
    return 1.0 if all(map(counts_people, (one, other))) else THINGS


@once
def _unit(facet: Facet) -> frozenset[str]:
    """Return the words of what is counted."""
    return frozenset(words(facet.figure.unit or ""))


@once
def counts_people(facet: Facet) -> bool:
    """Say whether people are counted, or homes in place of them."""
    anybody = stems("persons") | stems("homes")
    return facet.figure.population is not None or not anybody.isdisjoint(_unit(facet))


def _own_words(facet: Facet) -> frozenset[str]:
    """Return the words that tell what a figure is, and those next to it."""
    return frozenset(facet.what) | {word for word, w in facet.near.items() if w > BESIDE}


def _contrasts(one: Facet, other: Facet) -> float:
    """Return what is left by words of one list that exclude each other."""
    ours, theirs = _told(one), _told(other)
    if not ours or not theirs:
        return 1.0
    apart = any(name in theirs and theirs[name].isdisjoint(told) for name, told in ours.items())
    return CONTRAST if apart else 1.0


@once
def _told(facet: Facet) -> dict[str, frozenset[str]]:
    """Return which words of each list of contrasts tell what a figure is."""
    told = _sides().keys() & _own_words(facet)
    found: dict[str, set[str]] = {}
    for word in told:
        name, side = _sides()[word]
        found.setdefault(name, set()).add(side)
    return {name: frozenset(sides) for name, sides in found.items()}


@cache
def _sides() -> dict[str, tuple[str, str]]:
    """Return of each stem what it is told of, and which side it takes."""
    lists = load("editions.toml")["contrasts"]
    return {
        stem: (name, str(at))
        for name, sides in lists.items()
        for at, side in enumerate(sides)
        for word in side
        for stem in words(word)
    }
