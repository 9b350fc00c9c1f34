"""Where a text speaks of all that it is about: of the body, or the plan, whose document it is."""

from collections.abc import Iterator

import regex

from extractor.check.index import Index
from extractor.check.prose.sentences import DETERMINER, ENDS, REACH, WORD, word_list, words
from extractor.keys import key
from schemas.document import DocumentInfo
from schemas.figure import Figure

LEAST = 4  # letters of a word of the title that is no body
NUMBER = regex.compile(r"\d++")
ARTICLE = regex.compile(rf"\A \s*+ {DETERMINER}", regex.X | regex.I)
DATED = regex.compile(r"\A \s*+ (?: in | en | by | for ) \s++ \d{4} \b ,?+ \s*+", regex.X | regex.I)


def subject_of(opening: str) -> str:
    """Return the first word of what opens a sentence, but for a year.

    >>> subject_of("In 2031, the ministry employs ")
    'ministry'
    """
    undated = DATED.sub("", opening, count=1)
    first = WORD.search(ARTICLE.sub("", undated, count=1).casefold())
    return "" if first is None else first[0]


def stands_for_itself(subject: str) -> bool:
    """Say whether a subject names no body: `we`, `it`, Spanish `se`."""
    return subject == "se" or subject in word_list("selves") | word_list("pronouns")


def speaks_of_itself(index: Index, figure: Figure) -> bool:
    """Say whether nobody, or the body whose document it is, is the subject before a figure.

    That body is a noun of the title, or speaks itself; `it` is that of the sentence before.
    """
    own = own_names(index.extraction.document)
    for sentence in _sentences_back(index.extraction.text, figure):
        subject = subject_of(sentence)
        goes_on = subject in word_list("pronouns") or words("has").match(sentence.lstrip())
        if not goes_on:
            return not subject or subject in own or stands_for_itself(subject)
    return False


def _sentences_back(text: str, figure: Figure) -> Iterator[str]:
    """Yield what opens the sentence of a figure, then the sentences, or headings, before it."""
    start = figure.anchor.start
    first = max(0, start - 2 * REACH)
    opening, *before = reversed(ENDS.split(text[first:start]))
    yield opening
    yield from (each for each in (before if first == 0 else before[:-1]) if each.strip())


def own_names(document: DocumentInfo) -> frozenset[str]:
    """Return the words of a document's title by which it may speak of itself."""
    told = WORD.findall(document.title or "")
    bodies = word_list("bodies")
    named = (word.casefold() for word in told if word[0].isupper() and len(word) >= LEAST)
    return frozenset([*named, *(word.casefold() for word in told if word.casefold() in bodies)])


def are_of_one_part(index: Index, one: Figure, other: Figure, name: str) -> bool:
    """Say whether two figures stand in one section, or each in one that is of the whole."""
    same = one.section_id == other.section_id
    return same or all(is_of_whole(index, each, name) for each in (one, other))


def is_of_whole(index: Index, figure: Figure, name: str) -> bool:
    """Say whether no section of a figure is of a part, another time or another body.

    The headings say nothing but what the title says, what is told, or what any plan has sections
    for (`At a glance`).
    """
    title = index.extraction.document.title or ""
    known = {*key(title).split(), *name.split(), *NUMBER.findall(title)}
    said = {word for heading in index.headings(figure) for word in _words_of(heading)}
    return all(word in known for word in said)


def is_of_a_stage(index: Index, figure: Figure) -> bool:
    """Say whether a section of a figure is of a year, a phase or a case: `Year one`."""
    title = index.extraction.document.title or ""
    numbers = frozenset(NUMBER.findall(title))
    return any(
        words("stages").search(heading) or not numbers.issuperset(NUMBER.findall(heading))
        for heading in index.headings(figure)
    )


def _words_of(heading: str) -> Iterator[str]:
    """Yield what a heading says besides words that part nothing."""
    yield from NUMBER.findall(heading)
    for word in WORD.findall(heading.casefold()):
        if word not in word_list("overviews"):
            yield from key(word).split()
