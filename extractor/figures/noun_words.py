"""The words behind a number, and the noun phrase that they make."""

from dataclasses import dataclass

import regex

from extractor.figures.reading import Span

WORD = regex.compile(
    r"""
    (?: \ \( \p{Lu}{2,8} \) )?+ (?P<gap> [\ -] (?: [dl]' | [‘“"'] )?+ )
    (?P<word> [\p{L}\p{M}]++
        (?: ['’‑/-] [\p{L}\p{M}]++ | - [0-9]{1,2} (?![0-9]) | [0-9]{1,3}+ \p{Ll}{0,3}+ (?=\ ) )*+ )
    (?P<poss> ['’] (?=\ ) )?+
    """,
    regex.X,
)


VERBAL = (
    *("ting", "ning", "ring", "king", "ding", "sing", "ving"),
    *("ted", "ded", "ned", "red", "sed", "ged", "ked", "ied"),
)
"""How English words end that tell what somebody does or what was done, in every pack."""
PARTICLES = frozenset(("ups", "ins", "ons", "bys"))
"""What ends the plural of a verb with its particle: `pick-ups`, `add-ons`."""
_RATE = r"(?!(?:\ [\p{L}-]++){1,3}?\ (?:a|an|per|each|every)\ )"  # six 5-day courses a year
_SIZE = regex.compile(rf"\ [0-9]{{1,4}}(?:[.,][0-9]{{1,3}})?-\p{{Ll}}{{1,12}}(?=\ \p{{L}}){_RATE}")


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: `refugees` in `registered refugees`."""

    head: str
    head_span: Span
    phrase: Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase, as printed and in lower case."""

    text: str
    folded: str
    span: Span


NO_WORD = Word("", "", (0, 0))


def past_size(text: str, at: int) -> int:
    """Return where the size of what is counted ends (`six 20-litre cans`); the place for none.

    >>> past_size("six 20-litre cans", 3), past_size("six cans", 3)
    (12, 3)
    """
    size = _SIZE.match(text, at)
    return size.end() if size else at
