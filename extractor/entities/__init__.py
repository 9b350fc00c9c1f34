"""Entities: organisations, places, groups of people and acronyms, each with where it is named."""

from collections.abc import Iterator, Sequence

import regex

from extractor.entities.acronyms import Acronym, define
from extractor.entities.known import known_names
from extractor.entities.local import local_places
from extractor.entities.mention import Mention, outside

__all__ = ["Acronym", "Mention", "find"]


def find(text: str) -> tuple[list[Mention], list[Acronym]]:
    """Return the mentions of entities in a text and the acronyms that it defines.

    The mentions are in order and disjoint: a known name counts before an acronym of the document,
    that before a place that only the document makes known.
    """
    defined = define(text)
    mentions = list(known_names(text))
    for further in (_defined(text, defined), local_places(text)):
        mentions.extend(list(outside(further, mentions)))
    return sorted(mentions, key=lambda m: m.span), defined


def _defined(text: str, defined: Sequence[Acronym]) -> Iterator[Mention]:
    """Yield the mentions of the acronyms that the text defines; its first definition counts."""
    by_short = {acronym.short: acronym for acronym in reversed(defined)}
    if not by_short:
        return
    names = "|".join(regex.escape(s) for s in sorted(by_short, key=len, reverse=True))
    for match in regex.finditer(rf"(?<![\p{{L}}\d])(?:{names})(?![\p{{L}}\d])", text):
        yield Mention("acronym", match.span(), by_short[match[0]].long)
