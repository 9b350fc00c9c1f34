"""Lists of numbers that share money, unit or noun: `20, 30 and 40 per cent`, `5 of the 6 tents`."""

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE, THOUSAND
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.prices import Prices
from extractor.figures.term import Term, Terms

_MOST_ITEMS = 12
_PAIR = 2


class Lists:
    """Finds lists of one language."""

    def __init__(self, pack: Pack, terms: Terms) -> None:
        self._terms, self._prices = terms, Prices(pack)
        among = pack.section("ratio").words("among")
        self._whole = frozenset(word.casefold() for word in among)
        either = pack.section("range").words("alternatives")
        self._either = frozenset(word.casefold() for word in either)
        joints = any_of((*pack.section("noun").words("coordinators"), *among, *either))
        self._joint = LazyPattern(
            rf",?\ (?P<last> {joints} )\  | ,\ (?=[0-9\p{{L}}])", regex.X | regex.I
        )

    def items(self, text: str, first: Term) -> tuple[Term, ...]:
        """Return the terms of the list that begins with a term; empty where none does.

        All but the last are bare numbers, the first may follow its money. A magnitude of the last
        is theirs, too.
        """
        items = [first]
        for _ in range(_MOST_ITEMS):
            joint = self._joint.match(text, items[-1].end) if _is_bare(items[-1], first) else None
            if joint and joint["last"] and len(items) < _PAIR and joint[0].startswith(","):
                break  # up from 9, and 14 per cent of the vote
            among = joint is not None and joint["last"] is not None and self._among(joint["last"])
            following = self._following(text, joint.end(), first, mixed=among) if joint else None
            if joint is None or following is None or (among and self._is_price(text, following)):
                break
            if len(items) < _PAIR and self._is_apart(joint["last"], first, following):
                break
            items.append(following)
            if joint["last"]:
                return _with_magnitude(tuple(items), among=among)
        return ()

    def _among(self, joint: str) -> bool:
        return joint.casefold() in self._whole

    def _is_apart(self, joint: str | None, first: Term, last: Term) -> bool:
        """Say whether two numbers are no alternatives: `12 or 80 per cent`, no `30 or 35`."""
        if joint is None or joint.casefold() not in self._either:
            return False
        lower, upper = first.number.value * last.number.factor, last.number.value
        return not lower < upper <= _PAIR * lower

    def _is_price(self, text: str, whole: Term) -> bool:
        return whole.kind == "money" and self._prices.told(text, (whole.start, whole.end))

    def _following(self, text: str, at: int, first: Term, *, mixed: bool) -> Term | None:
        """Return the next term; both are spelled or none, but of a whole: nine out of 18 men."""
        term = self._terms.second(text, at, join_and=False)
        same = term is not None and (mixed or term.number.spelled == first.number.spelled)
        return term if term and same and term.lead is None else None


def _is_bare(term: Term, first: Term) -> bool:
    led = term.lead is not None
    if term.unit or term.plus or term.number.factor != ONE or (led and term is not first):
        return False
    return led or not term.number.is_year


def _with_magnitude(items: tuple[Term, ...], *, among: bool) -> tuple[Term, ...]:
    """Return the items with the magnitude of the last; none where they cannot have it."""
    factor = items[-1].number.factor
    if factor == ONE:
        return items
    small = all(item.number.value < THOUSAND for item in items[:-1])
    # In "killed 4 and 2 million fled" two numbers count two things; a longer list counts one.
    listed = items[0].lead is not None or len(items) > _PAIR
    listed = listed or (among and _has_magnitude(*items))
    if not (small and listed):
        return ()
    return (*(item.scaled(factor) for item in items[:-1]), items[-1])


def _has_magnitude(part: Term, whole: Term) -> bool:
    """Say whether a part has the magnitude of its whole: `4.2 out of 6 million`, or of dollars."""
    within = part.number.value <= whole.number.value / whole.number.factor
    return within and (whole.kind == "money" or part.number.quantum < ONE)
