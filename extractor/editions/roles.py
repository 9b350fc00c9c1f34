"""What part a figure plays in its sentence: what is counted in a list, by whom, or what was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.data.tables import load
from extractor.editions.nearby import Words

AMOUNTS = ("money", "percent")
OPENING = frozenset(
    (
        "the le la les l el los las in on by from since until during after before at as of to"
        " en au du dès depuis pendant après avant desde hasta durante tras"
    ).split()
)
"""Words that stand before a name, and open a sentence with a capital."""
LONGEST = 6  # words after a number that can tell what is counted
ITEM_END = regex.compile(r"[,;:.!?()\[\]\d،؛]")
WORD = regex.compile(r"[\p{L}\p{N}]++(?:['’\-][\p{L}\p{N}]++)*+")
ACTOR = regex.compile(
    r"""
    (?P<name>
        \p{Lu}[\p{L}'’\-]*+                                       # People's
        (?: \s++ (?: (?:of|for|and|the|de|du|des|la|las|los|del|y|et|e)\s++ ){0,2}
            \p{Lu}[\p{L}'’\-]*+ )*+                               # Sovereignty Front
        (?: \s*+ \( \p{Lu}[\p{Lu}\p{N}\-]++ \) )?+                # (PSF)
    )
    (?P<does> (?! \s++ (?:the|le|la|les|el|los|las|a|an|un|une|una)\b )
        (?: \s++ \p{Ll}[\p{L}'’\-]*+ ){1,5}+ ) \s*+ $       # claimed to have carried out
    """,
    regex.VERBOSE,
)
"""A name, and the words in small letters between it and a figure."""


def item(after: str) -> str:
    """Return what stands after a number as far as its item of a list goes.

    >>> item(" deputy governors of provinces, at least two mayors")
    ' deputy governors of provinces'
    """
    end = ITEM_END.search(after)
    return after[: end.start()] if end else after


def counted_as(told: Sequence[str], noun: str, others: Sequence[Sequence[str]]) -> Words:
    """Return the words of an item of a list; what stands in other items too tells less.

    They end with the noun, where words stand before it, as they do in English.

    >>> counted_as(["deputy", "governors", "provinces"], "governors", [["town", "governors"]])
    {'deputy': 1.0, 'governors': 0.5}
    >>> list(counted_as(["gouverneurs", "district"], "gouverneurs", []))
    ['gouverneurs', 'district']
    """
    last = told.index(noun) + 1 if noun in told[1:] else LONGEST
    return {
        word: 1 / (1 + sum(word in other for other in others))
        for word in told[: min(last, LONGEST)]
    }


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does what is counted: the words of the name, or of several names."""

    names: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()
    """The same in order, as they are written, and the small words between them."""

    def is_other(self, than: "Actor") -> bool:
        """Say whether both are named, by no common word, and neither is short for the other."""
        if not self.names or not than.names or self.names & than.names:
            return False
        return not (_tells_short(self.told, than.told) or _tells_short(than.told, self.told))


def _tells_short(told: Iterable[str], of: tuple[str, ...]) -> bool:
    return any(len(word) > 1 and word.isupper() and is_short(word.casefold(), of) for word in told)


@cache
def is_short(letters: str, told: tuple[str, ...]) -> bool:
    """Say whether a word is made of letters of a name, or of words of it that follow each other.

    It has the first of each word, in order, and may have more of them, and those of small words.

    >>> is_short("ffi", ("Front", "for", "Free", "Isles")), is_short("moh", ("Min", "of", "H"))
    (True, True)
    >>> is_short("unfa", ("UN", "Fishers", "Agency")), is_short("ufa", ("UN", "Fishers", "Board"))
    (True, False)
    """
    reached: set[int] = set()  # how many letters the words so far may be
    for word in told:
        small, written = word.islower(), word.casefold()
        begun = reached if small else reached | {0}
        reached = {
            end
            for at in begun
            if small or letters[at : at + 1] == written[0]
            for end in range(at if small else at + 1, _most(letters, at, written) + 1)
            if at or end < len(letters)  # one word alone is no name in short
        }
        if len(letters) in reached and not small:
            return True
    return False


def _most(letters: str, at: int, word: str) -> int:
    """Return how far letters go on with letters of a word, in its order."""
    for sign in word:
        if letters[at : at + 1] == sign:
            at += 1
    return at


def actor(before: str) -> Actor:
    """Return the name that does what is counted; an empty one where none does.

    >>> actor("In May, the Front for the Isles claimed to have sunk ").told
    ('Front', 'for', 'the', 'Isles')
    >>> actor("In May the coast guard sank ").names, actor("In Eastport, fishers lost ").names
    (frozenset(), frozenset())
    """
    match = ACTOR.search(before)
    if match is None:
        return Actor()
    words = WORD.findall(match["name"])
    told = tuple(word for word in words if word.islower() or word.casefold() not in OPENING)
    names = [word for word in told if word[0].isupper()]
    if len(names) < 2 and not "".join(names).isupper():  # noqa: PLR2004  # any word may be the first
        return Actor()
    return Actor(frozenset(name.casefold() for name in names), told)


def is_base(before: str, kind: str) -> bool:
    """Say whether a value is what another one is compared with, by the words before it.

    >>> is_base("lost 40 boats, compared with ", "count"), is_base("fell to 9% from ", "percent")
    (True, True)
    >>> is_base("boats lost, compared with last year, were ", "count"), is_base("from ", "count")
    (False, False)
    """
    return _base(is_amount=kind in AMOUNTS).search(before.casefold()) is not None


@cache
def _base(*, is_amount: bool) -> regex.Pattern[str]:
    lists = load("editions.toml")["bases"]
    phrases = lists["phrases"] + (lists["amounts"] if is_amount else [])
    told = "|".join(map(regex.escape, phrases))
    return regex.compile(rf"(?<!\p{{L}})(?:{told})\s++(?:\p{{L}}++\s++){{0,2}}[\p{{Sc}}(]?+$")


def plan_year(before: str, after: str) -> str | None:
    """Return the year of the plan that a sentence names, of several that before the figure.

    >>> plan_year("As of 3 May, the 2031 Harbour Response Plan had received ", " of what it needs")
    '2031'
    >>> plan_year("Donors gave ", " to the plan for 2032"), plan_year("In 2031, they gave ", "")
    ('2032', None)
    """
    told = list(_of_plan().finditer(before)) or list(_of_plan().finditer(after))[:1]
    return (told[-1]["first"] or told[-1]["last"]) if told else None


@cache
def _of_plan() -> regex.Pattern[str]:
    plans = "|".join(map(regex.escape, load("editions.toml")["plans"]["words"]))
    year, between = r"(?:19|20)\d\d(?:[–/-](?:\d\d){1,2})?+", r"(?:\s++[\p{L}'’\-]++)"
    return regex.compile(
        rf"\b(?P<first>{year}){between}{{0,6}}?\s++(?:{plans})\b"
        rf"|\b(?:{plans})\b{between}{{0,4}}?\s++(?P<last>{year})\b",
        regex.IGNORECASE,
    )
