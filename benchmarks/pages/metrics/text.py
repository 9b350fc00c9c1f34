"""How texts are made comparable."""

import unicodedata

import regex

LEADERS = regex.compile(r"(?: \s*+ [.·…_] ){4,}+ | … ", regex.X)  # dots that lead to a page number
BLANKS = regex.compile(r"\s++")
UNLETTERED = regex.compile(r"[^\p{L}\p{N}]++")


def squeezed(text: str) -> str:
    r"""Return a text without ligatures, soft hyphens and dot leaders, its blanks made one.

    >>> squeezed("The \N{LATIN SMALL LIGATURE FI}rst\n part . . . . . . 3")
    'The first part 3'
    """
    plain = unicodedata.normalize("NFKC", text.replace("\N{SOFT HYPHEN}", ""))
    return BLANKS.sub(" ", LEADERS.sub(" ", plain)).strip()


def lettered(text: str) -> str:
    """Return the letters and digits of a text, in lower case.

    >>> lettered("USD 1,250 (Net)")
    'usd1250net'
    """
    return UNLETTERED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def compared(text: str) -> str:
    """Return what is compared of a short text: letters and digits, else (a sign alone) all of it.

    >>> compared("12 %"), compared("*")
    ('12', '*')
    """
    return lettered(text) or squeezed(text)
