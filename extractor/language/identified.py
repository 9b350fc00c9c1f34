"""The language of a text that is in none of those that have a pack, told by a model of many."""

from collections import Counter

import regex

from extractor.data.packs import cldr, packs

WORDS_OF_PROSE = 8  # of one line: a shorter one is a label or a name, which may be of any language
LINES = 12  # the longest, which decide
AGREEING = 0.8  # of those lines' letters that one language needs
LONGEST = 1_000  # characters of a line that are looked at
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}] | [\p{L}\p{M}]{2,}",
    regex.X,
)
"""A word; of a script without blanks a letter."""
_ENDED = regex.compile(
    r"\p{Sentence_Terminal} (?: [\p{Pe}\p{Pf}\"']?+ (?: \s | \Z ) | \p{Lo} )", regex.X
)


def identified(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that the sentences of a text agree on, if any.

    Told by `py3langid` (naive Bayes over bytes), line by line: a table or a list of names, which
    has no sentences, is in none. The language is one that CLDR knows.

    >>> identified("Op 31 maart 2032 hadden 1,2 miljoen mensen in het noorden hulp nodig.")
    'nl'
    >>> identified("Nairobi 12 Mombasa 31 Kisumu 8")
    """
    lines = [line[:LONGEST] for line in text.splitlines()]
    lines = [line for line in lines if _is_of_sentences(line)]
    if not lines:
        return None
    from py3langid import rank  # noqa: PLC0415  # it takes a second and 120 MB

    known = frozenset((*packs(), *cldr()))
    votes: Counter[str] = Counter()
    for line in sorted(lines, key=len, reverse=True)[:LINES]:
        votes[next(language for language, _ in rank(line) if language in known)] += len(line)
    best, letters = votes.most_common(1)[0]
    return best if letters >= AGREEING * votes.total() else None


def _is_of_sentences(line: str) -> bool:
    return _ENDED.search(line) is not None and len(_WORD.findall(line)) >= WORDS_OF_PROSE
