"""The language of a text and of its parts, told by the words it uses most."""

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

# The commonest function words of each language: a text's language is the one it uses most of.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in a is for that with on as are by from be".split()),
    "fr": frozenset("le la les des de et du en un une pour dans que sur est par aux".split()),
    "es": frozenset("el la los las de y en que del un una para por con se al es".split()),
    "ru": frozenset("и в на с по что для не к о из от за при как его это".split()),
    "uk": frozenset("і в на з та що для не до у за від про як із це є".split()),
    "ar": frozenset("في من على إلى أن التي الذي عن مع هذا هذه بين كما ذلك".split()),
}
SAMPLE = 200_000  # characters that decide the language
WORDS = regex.compile(r"[\p{L}\p{M}]+")
MIN_WORDS = 5
SURE_WORDS = 4  # function words by which a single block shows its own language
CLEARLY = 2  # times as many of them as of the document's language

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(lang for lang, known in FUNCTION_WORDS.items() if word in known)
    for word in frozenset().union(*FUNCTION_WORDS.values())
}


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language; None where it is not one of those known.

    >>> language_of("The plan is for the people in the north, and for those who fled.")
    'en'
    """
    scores = _scores(text[:SAMPLE])
    best = max(FUNCTION_WORDS, key=lambda lang: (scores[lang], lang))
    return best if scores[best] >= MIN_WORDS else None


def languages_of(texts: Sequence[str], main: str | None) -> list[str | None]:
    """Return the language of each block of a document whose own language is `main`.

    A block without enough words of its own (a heading, a table, a key figure) is in the language
    of the blocks around it where those before and behind agree, else in that of the document.

    >>> note = "Les besoins de la région sont estimés par le comité et les écoles."
    >>> languages_of(["The plan is for the people of the north.", note, "Total", note], "en")
    ['en', 'fr', 'fr', 'fr']
    """
    shown = [_shown(text, main) for text in texts]
    before = _carried(shown, main)
    behind = _carried(reversed(shown), None)[::-1]
    return [
        own or (last if following in (last, None) else main)
        for own, last, following in zip(shown, before, behind, strict=True)
    ]


def _scores(text: str) -> Counter[str]:
    """Return how many function words of each language a text uses."""
    used = Counter(WORDS.findall(text.lower()))
    scores: Counter[str] = Counter()
    for word, languages in _LANGUAGES_OF.items():
        for language in languages if word in used else ():
            scores[language] += used[word]
    return scores


def _shown(text: str, main: str | None) -> str | None:
    """Return the language that a block shows by its own words; None for too few of them."""
    scores = _scores(text)
    best = max(FUNCTION_WORDS, key=lambda lang: (scores[lang], lang == main, lang))
    if scores[best] < SURE_WORDS:
        return None
    foreign = best != main
    return None if foreign and scores[best] < CLEARLY * scores[main or ""] else best


def _carried(shown: Iterable[str | None], first: str | None) -> list[str | None]:
    """Return for each block the last language shown at or before it."""
    carried = []
    for language in shown:
        first = language or first
        carried.append(first)
    return carried
