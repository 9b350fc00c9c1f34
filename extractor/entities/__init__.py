"""Entities: organisations, places, groups of people and acronyms, each with where it is named.

spaCy carries it: a blank pipeline (tokenizer only) and phrase matchers over the names of the data files.
"""

from collections.abc import Iterable
from functools import cache

import regex
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from extractor.entities import acronyms, gazetteer
from extractor.entities.acronyms import Acronym
from extractor.entities.local import local_places
from extractor.entities.mention import Mention
from schemas.extraction import EntityType

__all__ = ["Acronym", "Mention", "find"]

CHUNK = 200_000  # characters; spaCy's Doc costs memory by the token, so long texts go in pieces

PERSON_NOUN_SPACES = 3  # words in the longest noun for people


@cache
def _pipeline() -> tuple[Language, PhraseMatcher]:
    nlp = spacy.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("place", _patterns(nlp, gazetteer.places()))
    matcher.add("relative", _patterns(nlp, gazetteer.relative_places()))
    matcher.add("organisation", _patterns(nlp, gazetteer.organisations()))
    matcher.add("population", _patterns(nlp, gazetteer.people_nouns()))
    return nlp, matcher


def _patterns(nlp: Language, names: Iterable[str]) -> list[Doc]:
    return [nlp.make_doc(name) for name in sorted(names)]


def find(text: str) -> tuple[list[Mention], list[Acronym]]:
    """Return the mentions of entities in a text, in order and disjoint, and the acronyms it defines."""
    defined = acronyms.define(text)
    nlp, matcher = _pipeline()
    mentions: list[Mention] = []
    for start, end in _chunks(text):
        doc = nlp.make_doc(text[start:end])
        mentions.extend(_mentions(doc, matcher, start))
    taken = [(m.span[0], m.span[1]) for m in mentions]
    mentions.extend(_defined(text, defined, taken))
    mentions.extend(local_places(text, [m.span for m in mentions]))
    return sorted(mentions, key=lambda m: m.span), defined


def _chunks(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(len(text), start + CHUNK)
        if end < len(text):
            cut = text.rfind("\n", start, end)
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _mentions(doc: Doc, matcher: PhraseMatcher, shift: int) -> Iterable[Mention]:
    for span in filter_spans(_capitalised(matcher(doc, as_spans=True))):
        at = (shift + span.start_char, shift + span.end_char)
        yield _mention(span.label_, span.text, at)


def _capitalised(spans: Iterable[TokenSpan]) -> Iterable[TokenSpan]:
    """Leave out names that are printed as common words: `who`, `turkey`, `un`."""
    for span in spans:
        name = span.label_ in {"place", "organisation"}
        if not name or not span.text[0].islower():
            if (
                span.label_ == "organisation"
                and len(span.text) <= MAX_SHORT
                and not span.text.isupper()
            ):
                continue
            yield span


MAX_SHORT = 4  # a name this short is an acronym and stands in capitals


def _mention(label: str, text: str, at: tuple[int, int]) -> Mention:
    if label == "place":
        place = _place_of(text)
        return Mention("place", at, place.value, place.code)
    if label == "relative":
        return Mention("place", at, text)
    if label == "organisation":
        return Mention("organisation", at, _organisation_of(text))
    return Mention("population", at, text)


@cache
def _by_lower() -> tuple[dict[str, gazetteer.Place], dict[str, str]]:
    return (
        {name.lower(): place for name, place in gazetteer.places().items()},
        {name.lower(): value for name, value in gazetteer.organisations().items()},
    )


def _place_of(text: str) -> gazetteer.Place:
    return _by_lower()[0].get(text.lower(), gazetteer.Place(text, None))


def _organisation_of(text: str) -> str:
    return _by_lower()[1].get(text.lower(), text)


def _defined(text: str, defined: list[Acronym], taken: list[tuple[int, int]]) -> Iterable[Mention]:
    """Yield the mentions of the document's own acronyms, outside the mentions already found."""
    if not defined:
        return
    by_short = {a.short: a for a in reversed(defined)}
    covered = {at for start, end in taken for at in range(start, end)}
    names = "|".join(regex.escape(s) for s in sorted(by_short, key=len, reverse=True))
    for match in regex.finditer(rf"(?<![\p{{L}}\d])(?:{names})(?![\p{{L}}\d])", text):
        if match.start() not in covered:
            kind: EntityType = "acronym"
            yield Mention(kind, match.span(), by_short[match[0]].long)
