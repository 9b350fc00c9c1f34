"""What of a text has to be printed: all but what reading mends or turns."""

import unicodedata

import regex

HYPHENS = "-\u2010\u2011\u00ad"
_BLANK = regex.compile(r"[\s\p{Cf}\p{Cc}\-\u2010\u2011]++")
# Brackets are mirrored in what runs from the right; marks that call a note are no part of a quote.
LEADER_DOTS = 4  # so many lead the eye to a number, and a text need not have all of them
_LEADER = regex.compile(rf"\.{{{LEADER_DOTS},}}+")
_OUTER_DOTS = regex.compile(r"\.{2,}+ | \.(?!\w)", regex.X)
_TURNED = regex.compile(r"[()\[\]{}<>*∗†‡\p{Co}\ufffd]++")


def spelled(text: str) -> str:
    r"""Return the characters of a text but for blanks and hyphens, in one form.

    >>> spelled("well-\nbeing (USD 1.5 m²)")
    'wellbeing(USD1.5m2)'
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _BLANK.sub("", plain)


def drawn(text: str) -> str:
    r"""Return those characters that a page has to show as they are.

    >>> drawn("well-\nbeing (USD 1.5 m²)")
    'wellbeingUSD1.5m2'
    >>> drawn("Boats ........ 12")
    'Boats12'
    >>> drawn("[[a, ...], ...].")  # brackets part dots that are no leader
    'a,...,....'
    >>> drawn("Boats∗") == drawn("Boats*")  # the asterisk of formulas calls notes too
    True
    """
    return _TURNED.sub("", _LEADER.sub("", spelled(text)))


def has_leader(text: str) -> bool:
    """Say whether dots lead the eye from one part of a text to another.

    >>> has_leader("Boats . . . . . 12"), has_leader("Boats ... 12")
    (True, False)
    """
    return _LEADER.search(spelled(text)) is not None


def without_dots(word: str) -> str:
    """Return a word without the dots that may be of a leader: all but one before its characters.

    >>> without_dots("etc."), without_dots("..."), without_dots("12.5."), without_dots(".5")
    ('etc', '', '12.5', '.5')
    """
    return _OUTER_DOTS.sub("", word)


def digits(text: str) -> str:
    """Return the digits of a text, whatever script they are of.

    >>> digits("٢٠٢٤ and 3 m²")
    '20243'
    """
    return "".join(str(unicodedata.decimal(each)) for each in text if each.isdecimal())
