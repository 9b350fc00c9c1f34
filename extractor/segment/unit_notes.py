"""The sentence of a note that states what unit all figures of a table are in."""

from collections import deque
from collections.abc import Iterator
from functools import cache

import regex

from extractor.data.tables import load
from extractor.segment.titles import Stated, read_quantity
from extractor.segment.unit_words import fold

MAX_SENTENCE = 300  # characters; a longer one says more than a unit
MAX_UNIT = 60  # characters of a unit with its factor, and no clause
ENDS = regex.compile(r"(?<! \b \p{Lu} \. \p{Lu} ) [.;!?]++ (?= [\s*\])] | \Z ) | \n++", regex.X)
"""Where a sentence ends, though not behind the letters of `U.S. dollars`."""
WORD = regex.compile(r"[\p{L}\p{M}]++ (?: ['’] (?= \p{L} ) | \. (?= \p{L} ) )?+", regex.X)
BETWEEN = regex.compile(r"[\s:*_()\[\]†‡–—-]*+", regex.X)
"""What stands between words, opens them or sets them apart."""
BRACKETED = regex.compile(r"\s*+ \( (?P<inside> [^()]{1,30}+ ) \)", regex.X)  # the same unit again
STOPS = regex.compile(r"(?<= \S ) (?= [\s,:;)\]] )", regex.X)
CLOSES = regex.compile(r"\A [\s*_)\].,:]*+", regex.X)


def unit_noted(text: str) -> Stated | None:
    """Return the unit and factor that a note states for all figures; None where it states none.

    A sentence of it must say so and no more: what it is said of (`amounts`), that it is said (`are
    expressed`), the unit, and what is left out of it (`unless otherwise stated`). Of two that
    differ, neither is of all figures.

    >>> unit_noted("Source: Treasury. All amounts are in thousands of US dollars.")
    ('USD', '1000')
    >>> unit_noted("Amounts in brackets are in euros.") is None
    True
    """
    said = {unit for sentence in _sentences(text) if (unit := _stated_by(sentence))}
    return said.pop() if len(said) == 1 else None


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a note; a short form ends none that goes on with its unit."""
    pieces = deque(piece for piece in ENDS.split(text) if len(piece) <= MAX_SENTENCE)
    while pieces:
        piece = pieces.popleft()
        longer = f"{piece}. {pieces[0]}" if pieces else ""
        goes_on = longer != "" and _stated_by(longer) is not None
        if goes_on:
            pieces.popleft()
        yield longer if goes_on else piece


def _stated_by(sentence: str) -> Stated | None:
    """Return what a sentence states of all figures, in the reading with the longest unit."""
    for start in _starts_of_unit(sentence):
        unit = next(_units(sentence[start:].strip()), None)
        if unit is not None:
            return unit
    return None


def _starts_of_unit(sentence: str) -> Iterator[int]:
    """Yield where the words on what is stated end, first of all before an `in`."""
    known, named = _words("figures") | _words("saying"), False
    opens = at = _between(sentence, 0)
    while (word := WORD.match(sentence, at)) is not None:
        said = word[0].casefold().rstrip("'’.")
        if said in _words("in"):
            if named or at == opens:
                yield at
        elif said not in known:
            break
        named = named or said in _words("figures")
        at = _between(sentence, word.end())
    if named:
        yield at


def _between(text: str, at: int) -> int:
    found = BETWEEN.match(text, at)
    return at if found is None else found.end()


def _units(rest: str) -> Iterator[Stated]:
    """Yield the unit that opens the rest of a sentence, where only an exception follows it."""
    for end in _ends_of_unit(rest):
        unit = read_quantity(rest[:end].strip(" *_:,)]"))
        again = BRACKETED.match(rest, end)
        same = again is not None and read_quantity(again["inside"])[0] in {unit[0], None}
        after = rest[again.end() :] if again is not None and same else rest[end:]
        if unit != (None, None) and _leaves_nothing(after):
            yield unit


def _ends_of_unit(rest: str) -> Iterator[int]:
    """Yield where a unit may end, the farthest first: at a word or a sign, not within one."""
    head = rest[:MAX_UNIT]
    ends = [found.start() for found in STOPS.finditer(head)]
    if len(rest) <= MAX_UNIT:
        ends.append(len(rest))
    return reversed(ends)


def _leaves_nothing(rest: str) -> bool:
    """Say whether what follows a unit ends the sentence, or leaves some figures out of it."""
    rest = CLOSES.sub("", rest, count=1).lstrip("(")
    word = WORD.match(rest)
    return not rest or (word is not None and word[0].casefold() in _words("excepting"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("tables.toml")["unit_notes"][name])
