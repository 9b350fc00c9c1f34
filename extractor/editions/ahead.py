"""Whether a sentence tells what the plan of its document will do in the plan's own period."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.bind.words import irregular_participles, word_class
from extractor.data.tables import load
from extractor.editions.tense import ASIDE, TENSE, Grammar, clause, grammar, tokens

NEAR = 4  # words behind `by` that name who does it
FUTURES = {
    "en": regex.compile(r"will|shall"),
    "es": regex.compile(r"\p{L}{2,}r(?:á|án)"),
    "fr": regex.compile(r"\p{L}++(?<=[deiruv]r(?:a|ont))"),
}
"""The future in a language; not `choléra`, `Sahara`."""
PASSIVES = frozenset(("be", "sera", "seront", "será", "serán"))
"""What stands in the future of verbs whose subject is what is done."""
ARTICLES = frozenset(("le", "la", "les", "l", "notre", "el", "los", "las", "nuestro", "nuestra"))
PARTICIPLES = {
    "en": regex.compile(r"\p{L}{2,}+(?<=ed)"),
    "es": regex.compile(r"\p{L}++(?<=[ai]d[oa]s?|ech[oa]s?|iert[oa]s?|uest[oa]s?|crit[oa]s?)"),
    "fr": regex.compile(r"\p{L}++(?<=ée?s?|ie?s|ue?s|ite?s?|ise?s?|ints?|intes|erte?s?)"),
}


@dataclass(frozen=True)
class Deeds:
    """What tells in a language who does what a plan does."""

    grammar: Grammar
    doers: frozenset[str]
    states: tuple[str, ...]
    """What tells no deed: verbs, of other languages than English how they begin."""
    harms: tuple[str, ...]
    """How participles begin that tell what befalls."""
    agents: frozenset[str]
    held: frozenset[str]
    """Words right before a figure that is of one thing, or known."""
    unplanned: regex.Pattern[str]
    """What makes a deed none, or one of a case, of each, or of another stretch of time."""

    def is_future(self, words: Sequence[str], at: int) -> bool:
        """Say whether a word tells what is going to be done: not `the will of donors`."""
        led = words[at - 1] if at else ""
        told = FUTURES[self.grammar.language].fullmatch(words[at]) is not None
        return told and led not in word_class("determiners")

    def is_verb(self, words: Sequence[str], at: int) -> bool:
        """Say whether a word is a verb of any tense."""
        by = self.grammar
        return self.is_future(words, at) or by.is_present(words, at) or by.is_past(words, at)

    def is_done(self, words: Sequence[str]) -> bool:
        """Say whether a participle that tells a deed opens the words, an adverb aside."""
        first = next((word for word in words if not word.endswith("ly")), "")
        language = self.grammar.language
        told = PARTICIPLES[language].fullmatch(first) is not None
        told = told or (language == "en" and first in irregular_participles())
        return told and not first.startswith(self.harms)


@cache
def _deeds(language: str | None) -> Deeds | None:
    by, told = grammar(language), load("editions.toml")["ahead"].get(language or "")
    if by is None or told is None:
        return None
    unplanned = "|".join(regex.escape(phrase) for phrase in told["unplanned"])
    return Deeds(
        grammar=by,
        doers=frozenset(told["doers"]),
        states=tuple(told["states"]),
        harms=tuple(told["harms"]),
        agents=frozenset(told["agents"]),
        held=frozenset(told["held"]),
        unplanned=regex.compile(rf"\b(?:{unplanned})\b"),
    )


def tells_ahead(before: str, after: str, language: str | None) -> bool:
    """Say whether the clause of a count tells what those who carry out the plan will do.

    Not what will be, befall or cost, what they will not do or only in some case, what each will
    get, nor what takes longer than a year. Nobody needs to be named who does it: in the passive.

    >>> tells_ahead("Partners will hire ", " men.", "en"), tells_ahead("It will kill ", "", "en")
    (True, False)
    >>> tells_ahead("", " men will be hired.", "en"), tells_ahead("", " men will sell it.", "en")
    (True, False)
    >>> tells_ahead("It needs ", " boats, which will be built in Orn.", "en")
    False
    """
    by = _deeds(language)
    if by is None or by.unplanned.search(" ".join([*tokens(before), "", *tokens(after)])):
        return False
    told = clause(tokens(before)[::-1], by.grammar)[0][::-1]
    rest = clause(tokens(ASIDE.sub(r"\1", after)), by.grammar)[0]
    if told and told[-1] in by.held:
        return False
    verbs = [at for at in range(len(told)) if by.is_verb(told, at)]
    if verbs:
        near = by.is_future(told, verbs[-1]) and len(told) - verbs[-1] <= TENSE
        return near and _is_done_by_plan(told[: verbs[-1]], told[verbs[-1] :], by)
    follow = next((at for at in range(min(len(rest), TENSE)) if by.is_verb(rest, at)), None)
    return follow is not None and by.is_future(rest, follow) and _is_passive(rest[follow:], by)


def _is_done_by_plan(subject: Sequence[str], predicate: Sequence[str], by: Deeds) -> bool:
    """Say whether who carries out the plan does it, or nobody is named who does."""
    if by.grammar.language == "en":
        verb = next((word for word in predicate[1:] if not word.endswith("ly")), "")
        return verb not in by.states and _is_doer(subject, by)
    if not subject:  # Serán reparadas 320 casas
        return _is_passive(predicate, by)
    if list(subject) == ["se"]:
        return not predicate[0].startswith((*by.harms, *by.states))
    passive = predicate[0] in PASSIVES
    return not passive and not predicate[0].startswith(by.states) and _is_doer(subject, by)


def _is_doer(subject: Sequence[str], by: Deeds) -> bool:
    """Say whether the noun of a subject names who carries out the plan."""
    if len(subject) > 1 and subject[0] in ("in", "en") and subject[1].isdigit():
        subject = subject[2:]
    if by.grammar.language != "en":  # le ministère de la santé
        return not by.doers.isdisjoint([w for w in subject if w not in ARTICLES][:1])
    links = (at for at, word in enumerate(subject) if word in word_class("prepositions"))
    return not by.doers.isdisjoint(subject[: next(links, None)][-1:])


def _is_passive(words: Sequence[str], by: Deeds) -> bool:
    """Say whether words tell what will be done, by nobody or by who carries out the plan."""
    at = next((at for at, word in enumerate(words[:2]) if word in PASSIVES), None)
    if at is None or not by.is_done(words[at + 1 :]):
        return False
    agent = next((n for n, word in enumerate(words) if word in by.agents), None)
    return agent is None or not by.doers.isdisjoint(words[agent + 1 : agent + 1 + NEAR])
