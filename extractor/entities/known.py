"""Names that are known beforehand, found in a text: places, organisations, nouns for people.

spaCy's phrase matcher carries it, over words cut here: its own tokenizers keep a name and the sign
beside it together in some languages (`Lorn’s`), and a whole language costs more than the search.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import regex
from spacy.attrs import LOWER  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans
from spacy.vocab import Vocab

from extractor.entities import gazetteer
from extractor.entities.mention import Mention, Span

CHUNK = 200_000  # characters; spaCy's Doc costs memory by the token, so long texts go in pieces
OTHER = "\n"  # what stands for all words between two that a name may have: no name has it
BLANKS = " \u00a0"
MAX_SHORT = 4  # characters; an organisation's name this short is an acronym and stands in capitals

# A newline is a token of its own, so that no name runs over the end of a block or a cell. Numbers
# in a row are one token, as no name has a digit but behind a hyphen (`EU-15`), where one stands by
# itself: they are a third of what a budget prints.
TOKEN = regex.compile(
    r"""
      (?<= \p{L} - ) \p{Nd}++ (?! [\p{L}\p{M}\p{N}] )
    | \p{Nd}++ (?: [\s.,%()$-]*+ \p{Nd}++ )*+ (?! [\p{L}\p{M}\p{N}] )
    | [\p{L}\p{M}\p{N}]++
    | [^\ \u00a0]
    """,
    regex.X,
)

# The same with the blanks before it: these pieces are the whole of a text, blanks at its end apart.
PIECE = regex.compile(rf"[{BLANKS}]*+ (?: {TOKEN.pattern} )", regex.X)


def known_names(text: str) -> Iterator[Mention]:
    """Yield the mentions of known names in a text, in order and disjoint; the longest counts."""
    vocab, matcher = _matcher()
    for start, end in _chunks(text):
        words, places = _words(text, start, end)
        doc = Doc(vocab, words=words)
        for found in filter_spans(_printed_as_names(matcher(doc, as_spans=True))):
            at = places[found.start][0], places[found.end - 1][1]
            yield _mention(found.label_, text[slice(*at)], at)


def _words(text: str, start: int, end: int) -> tuple[list[str], list[Span]]:
    """Return the words of a stretch of text that may be of a name, and where they stand.

    They open a name, or follow a word as they do in a name. All that stands between two of them is
    one word of no name: a page has few others, and spaCy takes longer for a word than it takes to
    tell them here.
    """
    named, opening, joined = _words_of_names(), _openings(), _joined()
    words, places = [OTHER], [(start, start)]
    last = OTHER
    for chunk in text[start:end].split(" "):
        at = start
        start += len(chunk) + 1
        is_word = chunk.isalpha()
        if is_word and last is OTHER and chunk.lower() not in opening:
            continue  # as most
        # Cutting a word by a pattern takes five times as long.
        for piece in (chunk,) if is_word else PIECE.findall(chunk):
            at += len(piece)
            word = piece.lstrip(BLANKS)
            lower = word.lower()
            if lower in named and (lower in opening or (last, lower) in joined):
                words.append(word)
                places.append((at - len(word), at))
                last = lower
            elif last is not OTHER:
                words.append(OTHER)
                places.append((at, at))
                last = OTHER
    return words, places


@cache
def _matcher() -> tuple[Vocab, PhraseMatcher]:
    vocab = Vocab(lex_attr_getters={LOWER: str.lower})
    matcher = PhraseMatcher(vocab, attr="LOWER")
    for label, forms in _names().items():
        docs = [Doc(vocab, words=TOKEN.findall(form)) for form in sorted(forms)]
        matcher.add(label, docs)
    return vocab, matcher


def _names() -> dict[str, Iterable[str]]:
    """Return all names by what they name."""
    return {
        "place": gazetteer.places(),
        "relative": gazetteer.relative_places(),
        "organisation": gazetteer.organisations(),
        "population": (*gazetteer.people_nouns(), *gazetteer.groups()),
    }


@cache
def _lower_names() -> tuple[list[str], ...]:
    """Return the words of each name as the matcher compares them."""
    return tuple(TOKEN.findall(form.lower()) for forms in _names().values() for form in forms)


@cache
def _words_of_names() -> frozenset[str]:
    """Return the words that names have."""
    return frozenset(word for name in _lower_names() for word in name)


@cache
def _openings() -> frozenset[str]:
    """Return the words that names begin with."""
    return frozenset(name[0] for name in _lower_names())


@cache
def _joined() -> frozenset[tuple[str, str]]:
    """Return each two words that follow each other in a name."""
    return frozenset(two for name in _lower_names() for two in pairwise(name))


def _chunks(text: str) -> Iterator[Span]:
    """Yield stretches of the text that end with a line where a line is short enough."""
    start = 0
    while start < len(text):
        end = min(len(text), start + CHUNK)
        if end < len(text):
            end = text.rfind("\n", start, end) + 1 or end
        yield start, end
        start = end


def _printed_as_names(found: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
    """Leave out names printed as common words: `who`, `turkey`, `un`, `Who`; `national` too."""
    adjectives = gazetteer.adjectives()
    for span in found:
        if span.text.lower() in adjectives:
            continue
        is_name = span.label_ in {"place", "organisation"} and span.text[0].islower()
        is_acronym = span.label_ == "organisation" and len(span.text) <= MAX_SHORT
        if not is_name and not (is_acronym and not span.text.isupper()):
            yield span


def _mention(label: str, text: str, at: Span) -> Mention:
    match label:
        case "place":
            place = _places_by_lower()[_folded(text)]
            return Mention("place", at, place.value, place.code)
        case "relative":
            return Mention("place", at, text)
        case "organisation":
            return Mention("organisation", at, _organisations_by_lower()[_folded(text)])
        case _:
            return Mention("population", at, _groups_by_lower().get(_folded(text), text))


def _folded(name: str) -> str:
    """Return what two names share that the matcher takes for the same."""
    return " ".join(TOKEN.findall(name.lower()))


@cache
def _places_by_lower() -> dict[str, gazetteer.Place]:
    return {_folded(name): place for name, place in gazetteer.places().items()}


@cache
def _organisations_by_lower() -> dict[str, str]:
    return {_folded(name): value for name, value in gazetteer.organisations().items()}


@cache
def _groups_by_lower() -> dict[str, str]:
    return {_folded(name): value for name, value in gazetteer.groups().items()}
