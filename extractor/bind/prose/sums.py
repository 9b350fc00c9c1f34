"""Sums that point back to one: `They paid USD 30 million. Of this, USD 12 million is late`."""

from decimal import Decimal

from extractor.bind.found import Found
from extractor.bind.passage import Sentence
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.starts import start_of

POINTING = frozenset({"this", "that"})
NAMES = frozenset("amount sum total figure money funding".split())
"""What may name the sum again: `Of this amount, …`."""


def point_to_sum(sentence: Sentence, sums: Carried) -> None:
    """Give the first amount behind `Of this,` the one sum of the sentence before as its whole."""
    whole = sums.found
    comma = _opening(sentence)
    if whole is None or comma is None or not sums.follows(sentence):
        return
    at = next((i for i, t in enumerate(sentence.tokens) if t.measured is not None), None)
    found = sentence.tokens[at].measured if at is not None else None
    if at is None or found is None or start_of(sentence, at, found) != comma + 1:
        return
    if found.reading.kind == "percent" or _is_part(found, whole):
        found.of = whole


def keep_sum(sentence: Sentence, sums: Carried) -> None:
    """Keep the sum of a sentence that tells no other amount: `this` may be 300 hectares, too."""
    told = [found for found in sentence.founds if not found.is_time]
    only = told[0].reading if len(told) == 1 else None
    sums.found = told[0] if only and only.kind == "money" and only.value is not None else None
    sums.move_to(sentence)


def _opening(sentence: Sentence) -> int | None:
    """Return where the comma of `Of this,` or `Of this amount,` stands that opens a sentence."""
    words = [t.lower for t in sentence.tokens[:4]]
    if words[:1] != ["of"] or POINTING.isdisjoint(words[1:2]):
        return None
    comma = 3 if words[2:3] and words[2] in NAMES else 2
    return comma if words[comma : comma + 1] == [","] else None


def _is_part(found: Found, whole: Found) -> bool:
    """Say whether a sum can be a part of another: of the same money, and no more."""
    part, total = found.reading.value, whole.reading.value
    same = found.reading.kind == "money" and found.reading.unit == whole.reading.unit
    return same and bool(part and total) and Decimal(part or 0) <= Decimal(total or 0)
