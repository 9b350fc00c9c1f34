"""Growth and multiples told of a value whose base another sentence, or clause, tells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.check.index import Index
from extractor.check.intervals import Term
from extractor.check.prose.claims import PER_CENT, Claim, growth, made
from extractor.check.prose.clauses import ASIDE_OF_GROWTH, SUBJECT, Clause
from extractor.check.prose.sentences import YEAR, Said, Sentence, word_list, words
from extractor.check.prose.told_changes import Change
from extractor.check.words import stems
from schemas.extraction import Finding

NONE: frozenset[str] = frozenset()
TWO = 2  # numbers of a sentence: a value and what it changed by
SAME = regex.compile(  # what may follow a change, or a multiple, on the value told before
    r"""
    \s*+ (?: (?: more | less | fewer | higher | lower | as \s (?: much | many | high ) | de \s plus
               | de \s moins | más | menos ) \s*+ )?+
    (?: (?: than | que | as | qu['’] ) \s*+ )?+ (?: (?: in | en ) \s++ )?+
    (?: (?P<year> (?:19|20)\d\d ) | (?P<before> the \s (?: year \s before | previous \s year )
      | l['’]année \s précédente | el \s año \s anterior ) )?+
    \s*+ [.,;:)]?+ \s*+
    """,
    regex.X | regex.I,
)


def earlier_bases(index: Index) -> Iterator[Finding]:
    """Yield what does not follow from two clauses: `growth_mismatch`, `multiple_mismatch`."""
    paragraphs = {clause.figure.id: told for told in index.clauses for clause in told}
    for sentence, changes in index.changes:
        paragraph = paragraphs.get(sentence[-1].figure.id, ())
        for claim in (*_growth(sentence, changes, paragraph), *_multiples(sentence, paragraph)):
            found = claim.finding()
            yield from [found] if found is not None else []


def _growth(
    sentence: Sentence, changes: Sequence[Change], paragraph: Sequence[Clause]
) -> Iterator[Claim]:
    for change in changes:
        stated = change.percent
        level = None if stated is None else _level(change, stated, sentence)
        if stated is None or level is None or change.base is not None or not _is_plain(change):
            continue
        for was, now in _ends(level, stated, paragraph):
            computed = growth(was.term, now.term)
            if computed is not None and (now.term.value > was.term.value > 0) == change.rises:
                yield _claim(stated, computed, (was, now), "growth_mismatch", PER_CENT)


def _level(change: Change, stated: Said, sentence: Sentence) -> Said | None:
    """Return the value that growth is told of: `510 schools, 34 per cent more`."""
    at = sentence.index(stated)
    one = sentence[at - 1] if at else None
    if one is None or (len(sentence) == TWO and at == 1):
        return one or change.level
    named = stated.before.strip(" ,").casefold() == (one.figure.unit or "").casefold()
    return one if named and change.level is None else change.level


def _multiples(sentence: Sentence, paragraph: Sequence[Clause]) -> Iterator[Claim]:
    for level, stated in pairwise(sentence):
        if stated.figure.unit == "times" and stated.before.strip() in (",", ", or", "("):
            for was, now in _ends(level, stated, paragraph):
                computed = made(lambda base, much: much / base, was.term, now.term)
                if computed is not None and now is level:
                    yield _claim(stated, computed, (was, now), "multiple_mismatch", " times")


def _is_plain(change: Change) -> bool:
    """Say whether growth is in per cent, of the plain amounts, and once."""
    stated = change.percent
    if stated is None or stated.figure.unit != "percent" or stated.figure.per is not None:
        return False
    beside = f"{stated.before} | {stated.after}"
    return change.amount is None and not any(words(name).search(beside) for name in ASIDE_OF_GROWTH)


def _ends(level: Said, stated: Said, paragraph: Sequence[Clause]) -> Iterator[tuple[Said, Said]]:
    """Yield a value and the only other of its sort in the paragraph, of another year, in order.

    Only its year tells it from the other: `412 schools were supplied`, `it supplies 510 schools`.
    """
    behind = SAME.fullmatch(stated.after)
    alike = [one for one in paragraph if _is_alike(one.said, level) and _year(one)]
    others = [one for one in alike if one.figure.id != level.figure.id]
    own = next((one for one in alike if one.figure.id == level.figure.id), None)
    if behind is None or own is None or len(others) != 1 or len(alike) != len((own, *others)):
        return
    (other,) = others
    first, last = _year(own), _year(other)
    shared = own.stems & other.stems - stems(level.figure.unit or "") or _are_of_one_stage(
        own, other
    )
    if first == last or not shared or not _say_the_same(own, other):
        return
    if behind["before"] and abs(int(last) - int(first)) != 1:
        return
    if behind["year"] in (None, last):
        yield (other.said, level) if last < first else (level, other.said)


def _say_the_same(one: Clause, other: Clause) -> bool:
    """Say whether nothing but their years tells two numbers apart.

    A pronoun of the later stands for the subject of the earlier: `donors gave`, `they gave`.
    """
    former, latter = sorted((one, other), key=lambda clause: clause.figure.anchor.start)
    subject = latter.subject if latter.opens else _subject(latter.before)
    goes_on = subject in word_list("pronouns") | word_list("they")
    known = stems(f"{former.subject} {subject}") if goes_on else NONE
    lasts = one.lasts or other.lasts
    alike = former.says_only(latter.stems | known) and latter.says_only(former.stems | known)
    return alike and not lasts


def _subject(clause: str) -> str:
    """Return the word that opens a clause, or stands behind its year."""
    named = SUBJECT.match(clause)
    return "" if named is None else named["name"].lower()


def _are_of_one_stage(one: Clause, other: Clause) -> bool:
    """Say whether both are told to be reached, or required: these verbs are no words of a name."""
    stages = {None if c.figure.status is None else c.figure.status.value for c in (one, other)}
    return len(stages) == 1 and None not in stages


def _is_alike(one: Said, level: Said) -> bool:
    counted = one.sort == level.sort and one.figure.unit == level.figure.unit
    return counted or (one.figure.kind == "money" and level.can_become(one))


def _year(clause: Clause) -> str:
    """Return the one year that a number is told of; nothing where it tells none, or two."""
    beside = set(YEAR.findall(f"{clause.before} {clause.after}"))
    if len(beside) == 1 and not clause.years <= {clause.year}:  # others are of other clauses
        return "".join(beside)
    return clause.year if clause.years <= {clause.year} else ""


def _claim(stated: Said, computed: Term, ends: tuple[Said, Said], code: str, unit: str) -> Claim:
    return Claim(
        stated=stated,
        computed=computed,
        others=ends,
        how=f"from {ends[0].quote} to {ends[1].quote}",
        code=code,
        unit=unit,
        gravest="warning",
    )
