"""Entities: organisations, places, people, groups, laws, sectors …, each with where it is named."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from extractor.entities.acronyms import Acronym, define
from extractor.entities.areas import areas
from extractor.entities.bodies import bodies, bodies_of_places
from extractor.entities.demonyms import demonyms
from extractor.entities.inflected import inflected
from extractor.entities.known import known_names
from extractor.entities.laws import laws
from extractor.entities.local import local_places
from extractor.entities.mention import Mention, outside
from extractor.entities.people import people
from extractor.entities.sectors import sectors

__all__ = ["Acronym", "Mention", "find", "further"]


def find(text: str) -> tuple[list[Mention], list[Acronym]]:
    """Return the mentions of entities in a text and the acronyms that it defines.

    The mentions are in order and disjoint: a law counts before the names in it, a known name before
    a person, that before an acronym of the document, that before an area of a country, that before
    a place that only the document makes known, and that before an organisation told by its form; a
    group inside its name (`Nurses' Council`) is none.
    """
    defined = define(text)
    mentions = list(laws(text))
    for more in (known_names(text), inflected(text), people(text), _defined(text, defined)):
        mentions.extend(list(outside(more, mentions)))
    found = list(areas(text, mentions))
    mentions = list(_no_part_of(found, mentions))
    mentions.extend(list(outside(found, mentions)))
    mentions.extend(list(outside(local_places(text), mentions)))
    organised = list(bodies(text, mentions))
    groups = outside((m for m in mentions if m.type == "population"), organised)
    named = [m for m in mentions if m.type != "population"]
    return sorted([*named, *groups, *outside(organised, named)], key=lambda m: m.span), defined


def _no_part_of(found: Iterable[Mention], known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the known mentions but for places inside an area: `Niger State` is not in Niger."""
    areas_at = {at: area.span for area in found for at in range(*area.span)}
    for mention in known:
        start, end = areas_at.get(mention.span[0], mention.span)
        if mention.type != "place" or end - start <= mention.span[1] - mention.span[0]:
            yield mention


def further(text: str, known: Sequence[Mention], language: str | None) -> list[Mention]:
    """Return what is named outside of the known mentions and tells no figure where it holds.

    These are the countries that demonyms name (`Afghan refugees` may be anywhere), the sectors, and
    the organisations that a place is part of the name of; what their name holds stays as well.
    """
    found = list(demonyms(text, known, language))
    found.extend(list(outside(sectors(text, known), found)))
    others = [m for m in (*known, *found) if m.type not in {"place", "population"}]
    organised = outside(bodies_of_places(text, known), others)
    return sorted([*found, *organised], key=lambda m: m.span)


def _defined(text: str, defined: Sequence[Acronym]) -> Iterator[Mention]:
    """Yield the mentions of the acronyms that the text defines; its first definition counts."""
    by_short = {acronym.short: acronym for acronym in reversed(defined)}
    if not by_short:
        return
    names = "|".join(regex.escape(s) for s in sorted(by_short, key=len, reverse=True))
    for match in regex.finditer(rf"(?<![\p{{L}}\d])(?:{names})(?![\p{{L}}\d])", text):
        yield Mention("acronym", match.span(), by_short[match[0]].long)
