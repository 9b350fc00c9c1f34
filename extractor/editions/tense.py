"""Whether the verb of a figure's own clause tells what is, or has been done so far."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from extractor.bind.words import irregular_pasts, word_class
from extractor.data.tables import load

TENSE = 8  # words between a figure and its verb, at most
ITEM = 2  # words between a number of a list and the comma behind it
TOKEN = regex.compile(r"\p{N}++(?:[.,\s]\p{N}++)*+|\p{L}++(?:-\p{L}++)*+|[,;:()–—]")
JOINED = regex.compile(r",\s++(?=(?:and|or|y|e|et|ou)\s)")
ASIDE = regex.compile(r"^((?:\s++[\p{L}-]++){1,3}+),[^,.;:]++,(?=\s)")
"""What a pair of commas puts between a subject and its verb: `people, mostly boys, are`."""
PASTS = {
    "en": regex.compile(r"(?!hundred)\p{L}{2,}+(?<=[^\We]ed)"),
    "es": regex.compile(r"\p{L}++(?<=aron|ieron|yeron|jeron|ó)|fue|había|habían"),
    "fr": regex.compile(r"\p{L}++(?<=èrent|irent|urent)|ont|a|avait|avaient|fut|était|étaient"),
}


@dataclass(frozen=True)
class Grammar:
    """What tells tenses and clauses in a language."""

    language: str
    present: frozenset[str]
    """Verbs, and words such as `currently`."""
    perfects: frozenset[str]
    """Those of them that tell what has been done."""
    joins: frozenset[str]
    breaks: frozenset[str]
    """Words that open a clause below another one."""
    untold: frozenset[str]
    """Words after which those of `present` tell no tense: `to have`, `in need`."""
    moves: tuple[str, ...]
    """How participles begin that tell with `être` what was done: `sont arrivés`."""
    passed: frozenset[str]
    """Words that stand between a verb and its participle: `have already been`."""
    anew: frozenset[str]
    """What is counted besides what was before: `an additional 320`, `320 more`."""

    def is_stop(self, word: str) -> bool:
        """Say whether a clause or an item ends."""
        return not word[0].isalnum() or word in self.joins or word in self.breaks

    def is_past(self, words: Sequence[str], at: int) -> bool:
        """Say whether a word is a verb of the past; some participles are taken for one, too."""
        if self.language != "en":
            return PASTS[self.language].fullmatch(words[at]) is not None
        if words[at] in irregular_pasts():
            return True
        led = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        is_adjective = led in word_class("determiners") or led in word_class("prepositions")
        is_part = after in word_class("prepositions") or after in self.present
        is_regular = PASTS["en"].fullmatch(words[at]) is not None
        return is_regular and not (is_adjective or is_part or (at == 0 and after))

    def is_past_in(self, words: Sequence[str]) -> bool:
        """Say whether one of the words is a verb of the past."""
        return any(self.is_past(words, at) for at in range(len(words)))

    def is_present(self, words: Sequence[str], at: int) -> bool:
        """Say whether a word tells of the present where it stands."""
        after = words[at + 1] if at + 1 < len(words) else ""
        led = words[at - 1] if at else ""
        is_move = bool(self.moves) and words[at] == "sont" and after.startswith(self.moves)
        return words[at] in self.present and led not in self.untold and not is_move


@cache
def grammar(language: str | None) -> Grammar | None:
    """Return what tells tenses in a language; None where that is not known."""
    told = load("editions.toml")["present"].get(language or "")
    if told is None:
        return None
    return Grammar(
        language=language or "",
        present=frozenset(told["words"]),
        perfects=frozenset(told["perfects"]),
        joins=frozenset(told["joins"]),
        breaks=frozenset(told["breaks"]),
        untold=frozenset(told["untold"]),
        moves=tuple(told["moves"]),
        passed=frozenset(told["passed"]),
        anew=frozenset(told["anew"]),
    )


def tells_so_far(before: str, after: str, language: str | None) -> bool:
    """Say whether the verb of the clause of a figure is of the present, by what is around it.

    >>> tells_so_far("Partners have handed out ", " tents to those who fled.", "en")
    True
    >>> tells_so_far("Partners handed out ", " tents to those who are in camps.", "en")
    False
    >>> tells_so_far("", " people, mostly children, are in camps.", "en")
    True
    """
    by = grammar(language)
    if by is None:
        return False
    ahead, behind = tokens(before), tokens(ASIDE.sub(r"\1", after))
    if not by.anew.isdisjoint((*ahead[-1:], *behind[:2])):
        by = replace(by, present=by.present - by.perfects)  # another 320 have come since
    (back, opened), (rest, _) = clause(ahead[::-1], by), clause(behind, by)
    told = back[::-1]
    if _is_led(told, opened, by):
        return not (opened in by.breaks and by.is_past_in(rest))
    return not by.is_past_in(told) and _is_followed(rest, by)


def tells_of_past(before: str, language: str | None) -> bool:
    """Say whether the clause of a figure tells before it what was done, or befell.

    >>> tells_of_past("Last we counted, the storm destroyed ", "en")
    True
    >>> tells_of_past("Those in need will get ", "en"), tells_of_past("", "en")
    (False, False)
    """
    by = grammar(language)
    if by is None:
        return False
    told = clause(tokens(before)[::-1], by)[0][::-1]
    return by.is_past_in(told) and not any(by.is_present(told, at) for at in range(len(told)))


def tokens(text: str) -> list[str]:
    """Return words, numbers and stops; a comma before `and` is none."""
    return TOKEN.findall(JOINED.sub(" ", text).casefold())


def clause(words: Sequence[str], by: Grammar) -> tuple[Sequence[str], str]:
    """Return the words from a figure on as far as its clause goes, and what ends it.

    A list of numbers goes on: its verb stands before the first, or behind the last.
    """
    told: list[str] = []
    for at, word in enumerate(words):
        if not by.is_stop(word):
            told.append(word)
        elif not _goes_on(told, words[at + 1 :], word, by):
            return told, word
    return told, ""


def _goes_on(told: Sequence[str], rest: Sequence[str], stop: str, by: Grammar) -> bool:
    """Say whether a comma or an `and` stands between two numbers of a list."""
    if stop != "," and stop not in by.joins:
        return False
    until = next((at for at, word in enumerate(rest) if by.is_stop(word)), len(rest))
    return _is_item(told) and any(word[0].isdigit() for word in rest[:until])


def _is_item(told: Sequence[str]) -> bool:
    """Say whether nothing, or no more than what is counted, stands beside a number."""
    last = next((at for at, word in enumerate(told[::-1]) if word[0].isdigit()), len(told))
    return last <= ITEM


def _is_led(told: Sequence[str], opened: str, by: Grammar) -> bool:
    """Say whether a verb before a figure is of the present, and no other is between the two."""
    for at in range(len(told) - 1, -1, -1):
        if by.is_present(told, at):
            between = [word for word in told[at + 1 :] if word not in by.passed]
            most = 1 if at == 0 and opened in by.breaks else TENSE  # who have moved 320
            return len(between) <= most and not by.is_past_in(between[1:])
    return False


def _is_followed(rest: Sequence[str], by: Grammar) -> bool:
    """Say whether the first verb after a figure is of the present."""
    for at in range(min(len(rest), TENSE)):
        if by.is_present(rest, at):
            return True
        if by.is_past(rest, at):
            return False
    return False
