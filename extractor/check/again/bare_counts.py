"""Counts that a text tells of all that there is of something: of no place, part or other year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.check.again.contradictions import Told, words_of
from extractor.check.again.itself import (
    ARTICLE,
    DATED,
    is_of_a_stage,
    own_names,
    speaks_of_itself,
    subject_of,
)
from extractor.check.index import Index
from extractor.check.intervals import term
from extractor.check.prose.sentences import ASIDE, WORD, YEAR, around, ends_with, word_list, words
from extractor.keys import key
from schemas.document import DocumentInfo
from schemas.figure import Figure

MAX_ITEM = 80  # characters; what a longer item of a list says is no headline
NAMED = 60  # characters behind a count that hold what is counted
MAX_TAIL = 3  # words of what is counted behind its noun: `centres de santé`
FEWEST = 10  # smaller numbers are told of many things
TOLD = ("prose", "list", "keyfigure")
LEAST = 4  # letters of a verb
STEM = 5  # letters by which two verbs are one: *train*, *trained*
CLOSED = regex.compile(
    r"""
    (?P<tail> [\p{L}\s'’-]*? ) \s*+
    (?: $ | [.,;:)\[] | (?<=\s) (?: and | et | y | e | & ) \s
      | (?<=\s) (?: in | by | until | over | across | of | with | en | dans | de | avec | con
           | d['’]ici | hasta | para ) \s++
        (?: the \s++ | los \s++ | les \s++ | à \s++ )?+
        (?: \d | (?: two | three | four | five | six | seven | eight | nine | ten | deux | trois
          | quatre | cinq | sept | huit | neuf | dix | dos | tres | cuatro | cinco | seis | siete
          | ocho | nueve | diez ) \s ) )
    """,
    regex.X | regex.I,
)
PARTED = regex.compile(
    r"""
    \s*+ (?: in | at | on | among | of | for | dans | à | au | aux | sur | parmi | pour | en | entre
           | de | del | des | para ) \s++
    (?! \d | total \b | all \b | tout \b | conjunto \b )
    """,
    regex.X | regex.I,
)
ALL = regex.compile(
    r"\s*+ (?: (?:of|sur|de|des) \s++ )?+ (?: all \s the | the | all | les | los | las ) \s*+",
    regex.X | regex.I,
)
LABEL = regex.compile(
    r"""
    \s*+ (?: [^\d:]++ : \s*+ )?+
    (?: [\d.,\s]++ [\p{L}\s]{2,30}? (?: and | et | y | e | in | en | dans ) \s++ )?+
    """,
    regex.X | regex.I,
)
IN = regex.compile(
    r"\A \s*+ (?: (?: in | à | en | au | dans ) \s++ (?! \d ) )?+", regex.X | regex.I
)
DONE = regex.compile(r"(?:ed|és|ées|ados|adas|idos|idas) \W*+ $", regex.X | regex.I)


@dataclass(frozen=True)
class Bare:
    """A count, what is counted, and its sentence."""

    told: Told
    noun: str
    """What is counted, as it is compared."""
    subject: str
    """The label of a headline, or the first word of its sentence."""
    opening: str
    """What stands before it in its sentence, but for a year."""
    years: frozenset[str]
    """The years that its sentence tells."""
    is_headline: bool
    is_owned: bool
    """Whether nobody, or the body whose document it is, is the subject before it."""
    is_carried: bool
    """Whether a verb for those who carry out the plan follows it."""
    is_of_plan: bool
    """Whether its sentence names the document's plan as what has it, whatever its section is of."""

    @property
    def is_of_all(self) -> bool:
        """Whether it is told of all: by a headline, a word for totals, or a body that has them."""
        opening = self.opening.rstrip(" ,")
        summed = any(ends_with(name, opening) for name in ("whole", "in_all"))
        summed = summed and words("partly").search(opening) is None
        return self.is_headline or summed or (self.is_owned and ends_with("has", opening))

    @property
    def is_of_others(self) -> bool:
        """Whether another body has them: `the northern office employs 164 staff`."""
        return not self.is_owned and ends_with("has", self.opening)

    @property
    def may_be_of_all(self) -> bool:
        """Whether it may be told again of all: `the 54 partners`, `54 partners carry it out`."""
        definite = ALL.fullmatch(self.opening) is not None
        return self.is_of_all or definite or (self.is_carried and not self.opening.strip())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The words, cut short, for what the document's body does with what is counted."""
        spoken = [word for word in WORD.findall(self.opening.casefold()) if len(word) >= LEAST]
        told = words_of(self.told.figure.indicator) | frozenset(spoken[-1:])
        nouns = frozenset(self.noun.split())
        return frozenset(
            word[:STEM] for word in told - nouns if self.is_owned and len(word) >= LEAST
        )


def bare_counts(index: Index) -> Iterator[Bare]:
    """Yield the counts outside of tables that are of no part, no other year and no rate."""
    blocks = {block.id: block.text for block in index.extraction.blocks}
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision) if _is_bare(figure) else None
        if value is not None and value.value >= FEWEST:
            item = blocks.get(figure.block_id, "")
            bare = _bare(index, Told(figure, value, ""), item)
            yield from [bare] if bare is not None else []


def _is_bare(figure: Figure) -> bool:
    plain = figure.modifier is None and figure.per is None and figure.of is None
    return plain and figure.kind == "count" and figure.unit is not None and figure.zone in TOLD


def _bare(index: Index, told: Told, item: str) -> Bare | None:
    """Return a count with its sentence; None where that speaks of a part, or of another time."""
    before, after = around(index.extraction.text, told.figure)
    listed = told.figure.zone in ("list", "keyfigure") and len(item) <= MAX_ITEM
    headline = listed and LABEL.fullmatch(before) is not None
    opening = "" if headline else DATED.sub("", before, count=1)
    parted = PARTED.match(opening) is not None and ALL.fullmatch(opening) is None
    beside = f"{before} | {ASIDE.split(after)[0]}"
    if parted or words("earlier").search(beside) is not None:
        return None
    noun, carried = _noun(told.figure, before.strip(" :") if headline else "", opening, after)
    if noun is None:
        return None
    if headline and DONE.search(before) is not None:  # `Trained: 1,240 staff`
        noun = f"{noun} {key(before)}"
    years = frozenset(YEAR.findall(beside))
    subject = before.strip(" :").casefold() if headline else subject_of(opening)
    owned = headline or speaks_of_itself(index, told.figure)
    plan = _is_of_plan(index, told.figure, subject, opening, after if carried else "")
    return Bare(told, noun, subject, opening, years, headline, owned, carried, plan)


def _is_of_plan(index: Index, figure: Figure, subject: str, opening: str, carried: str) -> bool:
    """Say whether a sentence names the plan of the title: `the plan has`, `implement the plan`.

    A section of a year, or a case, tells the plan of that.
    """
    plans = word_list("documents") & own_names(index.extraction.document)
    has = subject in plans and ends_with("has", opening)
    named = has or not plans.isdisjoint(WORD.findall(carried.casefold()))
    return named and not is_of_a_stage(index, figure)


def _noun(figure: Figure, label: str, opening: str, after: str) -> tuple[str | None, bool]:
    """Return what is counted, in full, and whether a verb for carrying out follows it."""
    named = key(figure.population.value if figure.population is not None else figure.unit or "")
    status = "" if figure.status is None else figure.status.value
    named = f"{named} {status}".strip()
    at = after[:NAMED].casefold().find((figure.unit or "").casefold())
    if at < 0:  # `Academic staff: 1,265`: the label of an item names it
        return " ".join([key(label), status]).strip() if label else named, False
    if figure.population is None:  # `14 water projects`
        named = " ".join([*WORD.findall(after[:at].casefold()), named])
    behind = after[at + len(figure.unit or "") :]
    if _is_carried(behind.lstrip()):
        return named, True
    opens = not opening.strip() or ALL.fullmatch(opening) is not None
    passive = opens and words("passive").match(behind.lstrip()) is not None
    closed = CLOSED.match(behind)
    if passive or closed is None:
        return (named if passive else None), False
    said = figure.indicator.value.casefold() if status and figure.indicator is not None else ""
    told = WORD.findall(said)  # `1,240 people reached`
    tail = [word for word in WORD.findall(closed["tail"].casefold()) if word not in told]
    return (" ".join([named, *tail]) if len(tail) <= MAX_TAIL else None), False


def _is_carried(behind: str) -> bool:
    """Say whether what is counted carries out the plan itself, or all of something counted."""
    verb = words("carry_out").match(behind)
    if verb is None:
        return False
    done = IN.sub("", behind[verb.end() :], count=1)
    plan = WORD.match(ARTICLE.sub("", done, count=1).casefold())
    return done[:1].isdigit() or (
        plan is not None and words("bodies").fullmatch(plan[0]) is not None
    )


def are_of_one_time(document: DocumentInfo, one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sentences tell the same years, or one of them the last of the document's."""
    if one and other:
        return one == other
    told = sorted(YEAR.findall(f"{document.title or ''} {document.period or ''}"))
    return one | other <= set(told[-1:])
