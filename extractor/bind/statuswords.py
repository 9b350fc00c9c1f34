"""The words for a status in a stretch of text: what is needed, targeted, reached or funded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.tables.labels import is_value
from extractor.bind.words import is_title_case
from extractor.data.tables import load
from extractor.entities.gazetteer import people_nouns
from extractor.segment.document import Cell
from schemas.figure import State

Words = list[tuple[str, Span]]
"""The words for a status in a stretch of text, in order: which one each says, and where."""

Evidence = tuple[Words, State, str]
"""What a stretch says of a status, how what is found there counts, and the rule's name."""

OF_TARGET = regex.compile(
    r"^ %?+ (?: \s++ or \s++ more )? \s++ of \s++ (?: [\p{L}\p{N}’'\-]++ \s++ ){0,3}? targets? \b",
    regex.X | regex.I,
)
"""What makes a share one of a target, which is no target itself."""
TO_LEVEL = regex.compile(
    r"""
    \s++ (?: to | by | from ) \s++
    (?: (?: a | about | around | over | nearly | almost | some | up\sto | at\sleast | more\sthan )
      \s++ )?+
    (?: [A-Z]{0,3} \p{Sc} \s?+ \d | (?: [A-Z]{2,3} | Rs ) \s?+ \d
      | \d [\d.,]*+ \s?+ (?: % | \p{Sc} | per\s?cent | [tmb]r?illion | thousand | [A-Z]{3} \b ) )
    """,
    regex.X,
)
"""An amount to, by or from which something is raised, not those who gave the money or a day."""
UNDER = frozenset("for to with by among".split())
"""Prepositions that put people under another noun: `the programme for refugees received …`."""
MAX_OWNER = 4  # words of a noun phrase before what it received
CLAUSE_ENDS = ".,;:()\n"
MAX_LEAD = 30  # characters before a sum in which a verb may tell its status
NEGATIONS = frozenset("not never no pas jamais nunca jamás".split())
MAX_NEGATED = 2  # words before a status among which a negation is of it: `not been reached`
GAP = "gap"
"""What is said of money or people that lack: it is none of the statuses."""
STATUSES = (GAP, "in_need", "targeted", "reached", "required", "funded")


@cache
def _pattern(language: str | None) -> "regex.Pattern[str]":
    """Return what finds the words for a status: those of a language, and the English ones."""
    table = load("statuses.toml")
    packs = [table["en"], *([table[language]] if language in table and language != "en" else [])]
    parts = []
    for status in STATUSES:
        told = {w for p in packs for w in p[status]}
        if status == "targeted":
            told |= {f"{lead} {w}" for p in packs for lead in p["to_come"] for w in p["reached"]}
        words = sorted(told, key=lambda w: (-len(w), w))
        parts.append(f"(?P<{status}>{'|'.join(map(regex.escape, words))})")
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(parts)})(?![\p{{L}}\p{{M}}])", regex.I
    )


@dataclass(slots=True)
class Said:
    """What the document says of a status; one header governs many figures, and is asked once."""

    context: Context
    _words: dict[Span, Words] = field(default_factory=dict)
    _heads: dict[int, list[Evidence]] = field(default_factory=dict)
    _by_heads: dict[int, dict[str, list[Cell]]] = field(default_factory=dict)

    def at(self, span: Span) -> Words:
        """Return the words for a status in a stretch of text."""
        words = self._words.get(span)
        if words is None:
            pattern = _pattern(self.context.collected.language)
            matches = pattern.finditer(self.context.doc.text, *span)
            told = [(m.lastgroup or "", m.span()) for m in matches]
            words = self._words[span] = [w for w in told if not self._is_other(*w[1])]
        return words

    def _is_other(self, start: int, end: int) -> bool:
        """Say whether a word tells no funding: a level is raised, a household received money."""
        text = self.context.doc.text
        word = text[start:end].lower()
        if word == "raised":
            return TO_LEVEL.match(text, end) is not None
        before = text[max(0, start - MAX_LEAD) : start].lower().split()[-MAX_NEGATED:]
        return (word == "received" and self._is_owned(start)) or not NEGATIONS.isdisjoint(before)

    def _is_owned(self, verb: int) -> bool:
        """Say whether people are the subject of a verb: no body's name, under no other noun."""
        lead = self.context.doc.text[max(0, verb - MAX_LEAD) : verb]
        lead = lead[max(lead.rfind(mark) for mark in CLAUSE_ENDS) + 1 :]
        words = lead.split()[-MAX_OWNER:]
        if not words or words[-1].lower() not in people_nouns():
            return False
        named = len(words) > 1 and is_title_case(words[-1])
        if named or not UNDER.isdisjoint(words):
            return False
        at = (verb - len(lead) + lead.rindex(words[-1]), verb)
        return not any(m.type == "organisation" for m in self.context.mentions_in(at))

    def by(self, cells: list[Cell]) -> list[Evidence]:
        """Return what the heads above a cell or its labels say, the nearest first."""
        # By the list itself, which the cells of a column or row share while they are bound.
        if id(cells) not in self._heads:
            spans = [
                cell.span
                for cell in reversed(cells)
                if cell.span is not None
                and not OF_TARGET.search(cell.text)  # `% of target` is no target itself
                and (cell.header == "column" or not is_value(self.context, cell))
            ]
            self._heads[id(cells)] = [
                (words, "inherited", "status.table_header")
                for span in spans
                if (words := self.at(span))
            ]
        return self._heads[id(cells)]

    def by_heads(self, table: int) -> Mapping[str, Sequence[Cell]]:
        """Return the heads of a table's columns that tell each status."""
        known = self._by_heads.get(table)
        if known is None:
            known = self._by_heads[table] = {}
            for cell in self.context.doc.tables[table].cells:
                if cell.header == "column" and cell.span is not None:
                    for status in {status for status, _ in self.at(cell.span)}:
                        known.setdefault(status, []).append(cell)
        return known

    def targets_beside(self, head: Cell, table: int) -> bool:
        """Say whether a head stands beside one of a target, which what was achieved is held to."""
        return any(cell.col != head.col for cell in self.by_heads(table).get("targeted", ()))
