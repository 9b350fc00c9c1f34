"""What a money that several countries have (pounds, francs) is in a document that names it once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from extractor.figures.dollar import named_francs
from extractor.figures.lexicon import load_currencies, load_pack
from extractor.figures.listed import Listed
from extractor.figures.phrases import longest_first
from extractor.figures.subject import subject

Moneys = tuple[tuple[str, str], ...]
"""First letters of a bare name and the money it means, in order."""
_STEM = 3  # letters that the inflected forms of a name share
_PESOS = frozenset(("ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU"))
_CFA, _WESTERN, _CENTRAL = "CFA", "XOF", "XAF"
_CFA_NAMES = frozenset(("franc cfa", "francs cfa", "cfa franc", "cfa francs"))
_DOLLARS = ("dol", "dól")  # these have the rule of their own sign


def moneys_of(texts: Iterable[str], language: str) -> Moneys:
    """Return what the names of money without a country mean, by the full names in the document.

    >>> moneys_of(["5 million Swiss francs in all.", "It cost 20 francs."], "en")
    (('fra', 'CHF'),)
    """
    named: dict[str, set[str | None]] = defaultdict(set)
    reader = _reader(language)
    for text in texts:
        for stem, money in reader.named(text):
            named[stem].add(money)
    sure = ((stem, next(iter(moneys))) for stem, moneys in named.items() if len(moneys) == 1)
    return tuple(sorted((stem, money) for stem, money in sure if money))


def with_pesos(moneys: Moneys, dollar: str) -> Moneys:
    """Return the moneys with the bare pesos of a document whose bare `$` is a peso.

    >>> with_pesos((), "CLP")
    (('pes', 'CLP'),)
    """
    if dollar not in _PESOS or any(stem == "pes" for stem, _ in moneys):
        return moneys
    return tuple(sorted((*moneys, ("pes", dollar))))


def with_cfa(moneys: Moneys, texts: Sequence[str]) -> Moneys:
    """Return the moneys with the CFA franc of Central Africa, where a document is about it.

    >>> with_cfa((), ["Tchad: le Tchad reçoit 5 FCFA.", "Le Tchad paie."])
    (('CFA', 'XAF'),)
    """
    if not any(_CFA in text for text in texts) or subject(named_francs(texts)) != _CENTRAL:
        return moneys
    return tuple(sorted((*moneys, (_CFA, _CENTRAL))))


def cfa_of(moneys: Moneys) -> str:
    """Return the CFA franc that the document means."""
    return dict(moneys).get(_CFA, _WESTERN)


def meant(name: str, moneys: Moneys) -> str | None:
    """Return the money that a name without a country means in the document."""
    if name in _CFA_NAMES:
        return cfa_of(moneys)
    return dict(moneys).get(name[:_STEM]) if " " not in name else None


class _Reader:
    """Finds the full names of shared moneys in one language."""

    def __init__(self, names: dict[str, str | None]) -> None:
        self._names = names
        self._full = Listed((name for name in names if " " in name), same=str.casefold)
        bare = [n for n, money in names.items() if money is None and " " not in n]
        shared = longest_first(n for n in bare if n[:_STEM] not in _DOLLARS)
        self._head = regex.compile(r"\L<shared>", regex.I, shared=shared)
        self._signs = [n for n in shared if not any(s in n for s in shared if s != n)]

    def named(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Yield the first letters and the money of each full name."""
        folded = text.casefold()
        if not any(sign in folded for sign in self._signs):
            return  # as most texts, which take fifty times as long to search
        for head in self._head.finditer(text):
            start, end = head.span()
            if last := self._full.after(text, start):  # francs suisses
                end = last
            else:
                first = self._full.before(text, end, 0)  # Swiss francs
                start = end if first is None else first
            if start < end:
                yield head[0].casefold()[:_STEM], self._names[text[start:end].casefold()]


@cache
def _reader(language: str) -> _Reader:
    names: dict[str, str | None] = dict(load_currencies(language).names)
    for name, code in load_pack(language).section("currencies").inverted().items():
        names[name.casefold()] = None if code in "?$" else code
    return _Reader(names)
