"""The names known beforehand, from the data files: places, organisations, nouns for people."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.data.tables import load

# Codes of CLDR that ISO 3166-1 only reserves or leaves to its users: such a place gets no code.
NOT_ISO = frozenset("AC CP CQ DG EA IC TA XK".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name and, for one country, its code."""

    value: str
    code: str | None


@cache
def places() -> dict[str, Place]:
    """Return every known name of a place and what it stands for; regions stand for themselves."""
    extra = load("places.toml")
    found: dict[str, Place] = {}
    for code, names in _country_names(extra).items():
        place = Place(names[0], None if code in NOT_ISO else code)
        found.update((name, place) for name in names if name not in found)
    found.update((name, Place(name, None)) for name in extra["regions"]["names"])
    return found


@cache
def countries() -> dict[str, Place]:
    """Return the country or territory of each code of CLDR."""
    names = _country_names(load("places.toml"))
    return {code: places()[known[0]] for code, known in names.items()}


def _country_names(extra: dict[str, Any]) -> dict[str, list[str]]:
    """Return the names of each country, the canonical one first; an alias counts before CLDR's."""
    aliases: dict[str, list[str]] = extra["aliases"]
    aliased = {name for names in aliases.values() for name in names}
    unwanted = {*extra["not_places"]["names"], *aliased}
    names_by_code = {code: list(names) for code, names in aliases.items()}
    for code, names in load("countries.toml").items():
        kept = [name for name in names if name not in unwanted]
        if kept:
            names_by_code.setdefault(code, []).extend(kept)
    return names_by_code


@cache
def relative_places() -> frozenset[str]:
    """Return the phrases that name a place by its relation to another, and those for everywhere."""
    regions = load("places.toml")["regions"]
    return frozenset((*regions["relative"], *regions["world"]))


@cache
def organisations() -> dict[str, str]:
    """Return every known name of an organisation and the name that stands for it.

    What is a place too (`European Union`) is left to the places: plans count what is in it.
    """
    found: dict[str, str] = {}
    for canonical, names in load("organisations.toml")["organisations"].items():
        for name in (canonical, *names):
            found.update((form, canonical) for form in _with_apostrophes(name))
    return {name: canonical for name, canonical in found.items() if name not in places()}


def _with_apostrophes(name: str) -> set[str]:
    """Return a name with a straight apostrophe and with a curly one."""
    return {name.replace("’", "'"), name.replace("'", "’")}


@cache
def people_nouns() -> dict[str, str]:
    """Return every form of a noun for people (lower case) and its singular."""
    data = load("populations.toml")
    found: dict[str, str] = {}
    for noun in data["people"]["nouns"]:
        singular = noun.lower()
        found[singular] = singular
        found[_plural(singular)] = singular
    for plural, singular in data["irregular"].items():
        found[plural.lower()] = singular.lower()
    return found


@cache
def groups() -> dict[str, str]:
    """Return every form of a name for a group of people, and the one that stands for it."""
    found: dict[str, str] = {}
    for canonical, names in load("populations.toml")["groups"].items():
        for name in (canonical, *names):
            found.update((form, canonical) for form in _with_apostrophes(name))
    return found


@cache
def adjectives() -> frozenset[str]:
    """Return the nouns for people that are an adjective as often; their plural is none."""
    return frozenset(load("populations.toml")["people"]["adjectives"])


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
