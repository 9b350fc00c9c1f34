"""Places that give money in running text: a state that gave a sum is not where the sum goes."""

from functools import cache

import regex

from extractor.bind.found import Found
from extractor.bind.passage import Sentence
from extractor.data.tables import load
from extractor.entities import Mention

ADVERB_WINDOW = 60  # characters between a giver and its verb

LEADS = regex.compile(r"(?: \s \p{Ll}++ ){0,2}+ \s", regex.X)
"""What may stand between a verb and its sum: `gave another USD 3 million`."""
AUXILIARIES = "has | have | had | a | ont | avait | ha | han"


def gives(text: str, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a place is the giver of a sum: `Lorn gave USD 3 million and Orn USD 2 million`.

    Right before another sum it is its giver where the verb stands once, right before the first: in
    `gave Lorn USD 3 million and Orn USD 2 million` both get them.
    """
    if found.reading.kind != "money":
        return False
    start, end = mention.span
    if _verb().match(text, end, end + ADVERB_WINDOW) is not None:
        return True
    sums = [other.span[0] for other in sentence.founds if other.reading.kind == "money"]
    own = next((at for at in sums if end < at), None)
    verb = _verb().search(text, sentence.span[0], start)
    if own is None or verb is None or text[end:own].strip():
        return False
    first = next((at for at in sums if verb.end() < at), own)
    return first < start and LEADS.fullmatch(text, verb.end(), first) is not None


@cache
def _verb() -> "regex.Pattern[str]":
    words = "|".join(load("statuses.toml")["sums"]["en"]["giving"])
    led = rf"(?: (?: {AUXILIARIES} | \p{{L}}++ly ) \s )*+"
    return regex.compile(rf"\s {led} (?:{words}) (?!\p{{L}})", regex.X)
