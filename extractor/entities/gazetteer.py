"""The names that are known beforehand, from the data files: places, organisations, nouns for people."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name and, for one country, its code."""

    value: str
    code: str | None


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of a data file."""
    content = files("extractor.data").joinpath(name).read_text("utf-8")
    return tomllib.loads(content)


@cache
def places() -> dict[str, Place]:
    """Return every known name of a place and what it stands for; relative places stay as printed."""
    extra = load("places.toml")
    not_places = set(extra["not_places"]["names"])
    found: dict[str, Place] = {}
    for code, names in load("countries.toml").items():
        for name in names:
            if name not in not_places:
                found.setdefault(name, Place(names[0], code))
    for code, names in extra["aliases"].items():
        canonical = names[0]
        for name in names:
            found[name] = Place(canonical, code)
        for name, place in list(found.items()):
            if place.code == code:
                found[name] = Place(canonical, code)
    for name in extra["regions"]["names"]:
        found[name] = Place(name, None)
    return found


@cache
def relative_places() -> frozenset[str]:
    """Return the phrases that name a place by its relation to another, and those for everywhere."""
    regions = load("places.toml")["regions"]
    return frozenset((*regions["relative"], *regions["world"]))


@cache
def organisations() -> dict[str, str]:
    """Return every known name of an organisation and the name that stands for it."""
    found: dict[str, str] = {}
    for canonical, names in load("organisations.toml")["organisations"].items():
        for name in (canonical, *names):
            found[name] = canonical
    return found


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


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
