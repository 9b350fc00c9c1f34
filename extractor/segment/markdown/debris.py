"""Debris of recognition: lines of no letters, and what was read off the logos in a picture."""

from collections import Counter
from collections.abc import Sequence

import regex

from extractor.segment.markdown.units import Unit, ends_sentence, word_count
from extractor.segment.markdown.values import BARE_YEAR, is_dressed, is_value

MIN_RUN = 3  # blocks; fewer short lines in capitals are labels
MAX_WORDS = 12  # of a block that may be read off a logo
SHORT = 4  # letters; what is left of a word that a picture cuts

PAGE = regex.compile(
    r"(?: page | p\. | página | seite | стр\. )? \s? [-–—|]? \s? (?P<number> \d{1,4} )"
    r" (?: \s? (?: / | of | de | sur | von | из ) \s? \d{1,4} )? \s? [-–—|]?",
    regex.X | regex.I,
)
MIN_PAGES = 3  # numbers; two may rise by chance
MAX_STEP = 3  # pages; one without text or with a picture shows no number

LETTERS = regex.compile(r"\p{L}{1,60}+ | \p{Nd}{1,60}+", regex.X)
ROMAN = regex.compile(r"[IVXLCDM]++")


def mark_debris(units: Sequence[Unit]) -> None:
    """Mark the units that are not part of the text."""
    for unit in units:
        if unit.is_prose and not any(c.isalnum() for c in unit.text):
            unit.is_furniture = True
    _mark_page_numbers(units)
    run: list[Unit] = []
    for unit in units:
        if unit.block.kind == "image" or unit.is_furniture:
            continue
        if _may_be_logo(unit):
            run.append(unit)
        else:
            _mark_logos(run)
            run = []
    _mark_logos(run)


def _mark_page_numbers(units: Sequence[Unit]) -> None:
    """Mark the lone numbers that count up through the document: the pages it was printed on."""
    rising: list[tuple[int, Unit]] = []
    for unit in units:
        match = PAGE.fullmatch(unit.text) if unit.is_prose and not unit.draft.bold else None
        if match is None or BARE_YEAR.fullmatch(unit.text):
            continue
        number = int(match["number"])
        if rising and not 0 < number - rising[-1][0] <= MAX_STEP:
            _mark_if_many(rising)
            rising = []
        rising.append((number, unit))
    _mark_if_many(rising)


def _mark_if_many(rising: Sequence[tuple[int, Unit]]) -> None:
    if len(rising) >= MIN_PAGES:
        for _, unit in rising:
            unit.is_furniture = True


def _may_be_logo(unit: Unit) -> bool:
    text = unit.text
    return (
        unit.is_prose
        and word_count(text) <= MAX_WORDS
        and not ends_sentence(text)
        and not (is_value(text) and is_dressed(text))
        and "©" not in text
    )


def _mark_logos(run: Sequence[Unit]) -> None:
    """Mark a run of short blocks when what is in it cannot have been printed as text.

    Half of its blocks are cut words, tiny capitals or repeats; one of them shows cut words.
    """
    if len(run) < MIN_RUN:
        return
    words = [tuple(LETTERS.findall(unit.text)) for unit in run]
    endings = {word[i:] for block in words for word in block for i in range(1, len(word))}
    times = Counter(words)
    repeated = [times[block] > 1 for block in words]
    broken = [all(_is_broken(word, endings) for word in block) for block in words]
    tiny = [all(_is_tiny(word) for word in block) for block in words]
    suspects = sum(map(any, zip(repeated, broken, tiny, strict=True)))
    if any(broken) and 2 * suspects >= len(run):
        for unit in run:
            unit.is_furniture = True


def _is_tiny(word: str) -> bool:
    return len(word) <= SHORT and (word.isdigit() or word.isupper())


def _is_broken(word: str, endings: set[str]) -> bool:
    """Say whether a word is the end of another one, or one capital again and again."""
    if len(word) < 2:  # noqa: PLR2004  # a letter alone may count things (`Area B`)
        return False
    if word.isupper() and len(set(word)) == 1 and not ROMAN.fullmatch(word):
        return True
    return word.isupper() and word in endings
