"""Places that give money in running text: a state that gave a sum is not where the sum goes."""

from functools import cache

import regex

from extractor.bind.found import Found
from extractor.bind.passage import Sentence
from extractor.entities import Mention
from extractor.entities.gazetteer import load

ADVERB_WINDOW = 60  # characters between a giver and its verb

AUXILIARIES = "has | have | had | a | ont | avait | ha | han"


def gives(text: str, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a place is the giver of a sum: `Lorn gave USD 3 million and Orn USD 2 million`.

    Right before another sum of the sentence it is its giver where the verb stands once.
    """
    if found.reading.kind != "money":
        return False
    start, end = mention.span
    if _verb().match(text, end, end + ADVERB_WINDOW) is not None:
        return True
    sums = (other for other in sentence.founds if other.reading.kind == "money")
    before = any(not text[end : other.span[0]].strip() for other in sums if end < other.span[0])
    return before and _verb().search(text, sentence.span[0], start) is not None


@cache
def _verb() -> "regex.Pattern[str]":
    words = "|".join(load("statuses.toml")["sums"]["en"]["giving"])
    led = rf"(?: (?: {AUXILIARIES} | \p{{L}}++ly ) \s )*+"
    return regex.compile(rf"\s {led} (?:{words}) (?!\p{{L}})", regex.X)
