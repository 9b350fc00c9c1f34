"""What a document is about: what it names far more often than anything else of its kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import regex

MIN_NAMED = 3  # times that a document names what it is about
CLEARLY = 3  # times as often as any other


def counter(names: Mapping[str, str]) -> Callable[[Iterable[str]], Counter[str]]:
    """Return what counts how often texts name each thing, by the names of all things.

    >>> counter({"Lorn": "LO", "Lornish": "LO", "Ost": "OS"})(["Lorn and Lornish Ost"])
    Counter({'LO': 2, 'OS': 1})
    """
    named = regex.compile(r"\b(?<!\p{L})(?:\L<names>)(?!\p{L})", names=list(names))

    def count(texts: Iterable[str]) -> Counter[str]:
        return Counter(names[name] for text in texts for name in named.findall(text))

    return count


def subject(counts: Counter[str]) -> str | None:
    """Return the one thing that is named most, by how often each is; None where it is not clear.

    >>> subject(Counter(LO=3, OS=1)), subject(Counter(LO=3, OS=2))
    ('LO', None)
    """
    if not counts:
        return None
    (first, often), *others = counts.most_common(2)
    clear = often >= MIN_NAMED and all(CLEARLY * n <= often for _, n in others)
    return first if clear else None
