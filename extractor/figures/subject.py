"""What a document is about: what it names far more often than anything else of its kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import regex

MIN_NAMED = 3  # times that a document names what it is about
CLEARLY = 3  # times as often as any other


def subject(names: Mapping[str, str]) -> Callable[[Iterable[str]], str | None]:
    """Return what tells of texts the one thing that they name most, by the names of all things.

    >>> subject({"Lorn": "LO", "Lornish": "LO", "Ost": "OS"})(["Lorn and Lornish Ost", "in Lorn"])
    'LO'
    """
    named = regex.compile(r"\b(?<!\p{L})(?:\L<names>)(?!\p{L})", names=list(names))

    def told(texts: Iterable[str]) -> str | None:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(names[found[0]] for found in named.finditer(text))
        if not counts:
            return None
        (first, often), *others = counts.most_common(2)
        clear = often >= MIN_NAMED and all(CLEARLY * n <= often for _, n in others)
        return first if clear else None

    return told
