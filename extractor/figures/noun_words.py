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
