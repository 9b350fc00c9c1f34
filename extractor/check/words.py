"""What a label says of how its line adds up."""

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from extractor.bind.tables.headers import is_whole
from extractor.data.tables import load
from extractor.keys import STOP_WORDS, key
from schemas.figure import Figure

WORD = regex.compile(r"\p{L}++")
MAX_LABEL = 120  # characters; a longer cell is a sentence
MAX_WORDS = 3  # of a phrase in the list
LEAST = 3  # letters of a word that names something
STEM = 5  # letters by which two words are of one family: *train*, *trained*

EVERYBODY = "everybody"
LABELS = {"nets": "net", "memos": "memo"}


@lru_cache(maxsize=4096)
def role(label: str) -> str:
    """Say what a label makes of its line: `total`, `net`, `memo`, or `leaf` for any other.

    A line of numbers without a label may be a sum, like a net line: if enough bears it out.

    >>> role("Grand total"), role("Net cost"), role("of which girls"), role("Shelter")
    ('total', 'net', 'memo', 'leaf')
    >>> role("Fund total: 101"), role("City funds total"), role("Share of total")
    ('total', 'total', 'leaf')
    >>> role("Total different visitors")
    'memo'
    """
    if not label or len(label) > MAX_LABEL:
        return "leaf" if label else "net"
    words = WORD.findall(label.lower())
    if is_whole(label) or _has_total(words):
        return "memo" if counts_once(label) else "total"
    words = words[:MAX_WORDS]
    openings = [" ".join(words[:n]) for n in range(1, len(words) + 1)]
    return next(
        (says for name, says in LABELS.items() if not _words(name).isdisjoint(openings)), "leaf"
    )


@lru_cache(maxsize=4096)
def counts_once(label: str) -> bool:
    """Say whether a label tells that what stands in several lines was counted once.

    >>> counts_once("Total, without double counting"), counts_once("Total visitors")
    (True, False)
    """
    words = f" {' '.join(WORD.findall(label[:MAX_LABEL].lower()))} "
    return any(f" {phrase} " in words for phrase in _words("distinct"))


def _has_total(words: list[str]) -> bool:
    """Say whether a word for totals stands early or last, and not as what a share is of."""
    told = words[:MAX_WORDS] + words[MAX_WORDS:][-1:]
    totals, of = _words("totals"), frozenset(load("totals.toml")["totals"]["of"])
    if len(words) == 1 and words[0] in load("totals.toml")["totals"]["alone"]:
        return True
    return not totals.isdisjoint(told) and of.isdisjoint(words[:MAX_WORDS] + words[-2:])


@lru_cache(maxsize=4096)
def stages(label: str) -> frozenset[str]:
    """Return the words of a label that tell at which stage of a plan its values stand.

    >>> sorted(stages("Adopted Budget 2031, revised")), stages("Budget 2031")
    (['adopted', 'revised'], frozenset())
    """
    return _words("stages") & frozenset(WORD.findall(label.lower()))


@lru_cache(maxsize=4096)
def is_unsummed(label: str) -> bool:
    """Say whether values under a label are never added up.

    >>> is_unsummed("Average cost"), is_unsummed("Cost")
    (True, False)
    """
    return not _words("unsummed").isdisjoint(WORD.findall(label[:MAX_LABEL].lower()))


@lru_cache(maxsize=4096)
def is_change(label: str) -> bool:
    """Say whether values under a label are what others changed by.

    >>> is_change("Change on 2031"), is_change("Climate")
    (True, False)
    """
    return not _words("changes").isdisjoint(WORD.findall(label[:MAX_LABEL].lower()))


@lru_cache(maxsize=4096)
def is_missing(text: str) -> bool:
    """Say whether a cell tells that its value is not available, or is held back.

    >>> is_missing("n/a"), is_missing(". ."), is_missing("–"), is_missing("Nurses")
    (True, True, False, False)
    """
    return "".join(text.split()).lower() in _words("missing")


def telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words of phrases as they are compared, without those that say little.

    >>> sorted(telling_words(["Total spending on schools", "by school"]))
    ['school', 'spending']
    """
    return frozenset(key(" ".join(phrases)).split()) - _words("headlines")


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the words by which a text names something, cut to their stems.

    >>> sorted(stems("Teachers trained in the camps")), sorted(stems("les coûts de l’eau"))
    (['camp', 'teach', 'train'], ['coût', 'eau'])
    """
    little = _words("small") | STOP_WORDS
    spoken = [word for word in WORD.findall(text.lower()) if word not in little]
    return frozenset(word[:STEM] for word in telling_words(spoken) if len(word) >= LEAST)


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """Return what a name would be abbreviated to.

    >>> initials("Office of Children's Services"), initials("Dept of Parks & Trees")
    ('OCS', 'DPT')
    """
    words = [word for word in name.lower().split() if word not in _words("small")]
    return "".join(word[0] for word in words if word[0].isalpha()).upper()


@cache
def sexes() -> frozenset[frozenset[str]]:
    """Return the pairs of groups that make a whole, as they are compared: man and woman."""
    return frozenset(frozenset(map(key, pair)) for pair in load("said.toml")["sexes"]["pairs"])


@cache
def people() -> frozenset[str]:
    """Return the groups that people are counted by, as they are compared: by sex, or of either."""
    return frozenset().union(*sexes(), map(key, load("said.toml")["sexes"]["both"]))


def measured_in(figure: Figure) -> str | None:
    """Return what a figure is measured in, or counts, as it is compared: people are one."""
    if figure.kind != "count":
        return figure.unit
    return group(figure) if figure.unit is None else _named(figure.unit)


def group(figure: Figure) -> str | None:
    """Return the group that a figure is of, as it is compared; None where that is everybody."""
    named = None if figure.population is None else _named(figure.population.value)
    return None if named == EVERYBODY else named


@lru_cache(maxsize=4096)
def _named(phrase: str) -> str:
    named = key(phrase)
    return EVERYBODY if named in _words("everybody") else named


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load("totals.toml")[name]["words"])
