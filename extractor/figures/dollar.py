"""What a bare `$` means in a document: what the document says itself."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from extractor.data.tables import load
from extractor.figures.lexicon import load_currencies
from extractor.figures.phrases import after, before
from extractor.figures.subject import counter, subject

DEFAULT = "USD"
_LANGUAGES = ("en", "fr", "es")
_SIGNS = ("dollar", "dólar", "peso")  # moneys that are written with the sign
_NAMES = {
    name: code
    for language in _LANGUAGES
    for name, code in load_currencies(language).names.items()
    if code and any(sign in name for sign in _SIGNS) and " " in name
}
_HEAD = regex.compile(r"(?<!\p{L})(?:dollars?|dólar(?:es)?|pesos?)(?!\p{L})", regex.I)
_NAMED_AFTER = after(_NAMES, gap="")
_NAMED_BEFORE = before(_NAMES, gap="")
_AMOUNTS = r"""
    (?: \$ | (?<!\p{L}) (?: dollars? | amounts? | figures | currency | sums | values | costs
      | montants | sommes | chiffres | montos | cifras | importes | valores ) (?!\p{L}) )
"""
_SAYS = r"""
    (?: = | (?<!\p{L}) (?: is | are | refers? | means? | denotes? | expressed | stated | presented
      | reported | shown | quoted | est | sont | désigne | exprimés | exprimées | libellés | son
      | están | expresados | expresadas | significa | se\ refiere | se\ expresan ) (?!\p{L}) )
"""
_STATEMENT = regex.compile(
    rf"{_AMOUNTS} [^.;!?$]{{0,80}}? {_SAYS} [^.;!?$0-9]{{0,60}} \Z", regex.X | regex.I
)
_OWN = load("dollars.toml")
INTERNATIONAL = "international"
INTERNATIONAL_NAMES: tuple[str, ...] = tuple(_OWN[INTERNATIONAL])
_MEANT = {
    **{name: code for code, names in _OWN["countries"].items() for name in names},
    **dict.fromkeys(_OWN["american"], DEFAULT),
    **dict.fromkeys(INTERNATIONAL_NAMES, INTERNATIONAL),
}
_named = counter(_MEANT)
named_francs = counter({name: code for code, names in _OWN["francs"].items() for name in names})
"""Counts how often texts name the countries of each of the two CFA francs."""
_WINDOW = 200  # characters before the name of the money in which its statement begins


def dollar_of(texts: Sequence[str]) -> str:
    """Return the money of a bare `$`: as the document says, else of the one country it is about.

    So are its pesos. A document that speaks of no such country, of several or much of
    international bodies means the dollar of the United States.

    >>> dollar_of(["All amounts are in Canadian dollars.", "It cost $5."])
    'CAD'
    >>> dollar_of(["The City, in Ontario, Canada, paid $5.", "Laws of Canada hold."])
    'CAD'
    """
    stated = {code for text in texts for code in _stated(text)}
    if len(stated) == 1:
        return stated.pop()
    return (
        DEFAULT
        if stated or not any("$" in text or "peso" in text for text in texts)
        else _own(texts)
    )


def _own(texts: Iterable[str]) -> str:
    """Return the money of the country that a document names far more than any other or the UN."""
    named = subject(_named(texts))
    return DEFAULT if named is None or named == INTERNATIONAL else named


def _stated(text: str) -> Iterator[str]:
    """Yield the moneys whose names stand at the end of a statement on dollars or amounts."""
    folded = text.lower()
    heads = _HEAD.finditer(text) if any(sign in folded for sign in _SIGNS) else ()
    for head in heads:
        named = _NAMED_AFTER.match(text, head.start())  # pesos colombianos
        named = named or _NAMED_BEFORE.match(text, 0, head.end())  # Canadian dollars
        if named is None:
            continue
        start = named.start("phrase")
        if _STATEMENT.search(text[max(0, start - _WINDOW) : start]):
            yield _NAMES[named["phrase"].casefold()]
