"""Credits of pictures: who made them, when, and where in a caption that is printed."""

from dataclasses import dataclass

import regex

CREDIT = regex.compile(
    r"""
    (?P<credit> (?! \s )
      (?P<named>
        (?i: (?: source \s )? photo s? | photos? \s credits? | photo \s by | cr[eé]dits?
          | cr[eé]dits? \s photos? | photographies? | cover \s photo | photo \s de \s couverture
          | foto \s de \s portada | fotos? | fotograf[ií]as? | cr[eé]ditos?
          | cr[eé]dito \s (?: de \s la | da ) \s foto | (?: bild | foto ) nachweise?
          | bildquellen? | image s? | photographs? )
        (?: \s? : | (?<= \s by ) )
      )?
      \s*+ (?: (?: © | \( c \) | (?i: copyright (?= \s? [:©\d] ) ) ) \s? :? | (?(named) | (?!) ) )
      \s*+ (?P<body> [^\n©]{2,120}+ )
    ) $
    """,
    regex.X,
)
# What the picture shows may follow its credit: "© NRA/Ada Fenn A group of children reads."
RUN_ON = regex.compile(
    r"""
    ^ (?P<credit> (?: © | \( c \) ) \s?
      (?P<body> [^\n.©/]{1,40}+ (?: / \s? [^\s/]{1,40}+ ){1,4}+
        (?: \s (?: \p{Ll}{1,3} \s ){0,2} \p{Lu} [\p{L}.'’\-]{0,30}+ ){0,3}?
      )
    )
    \s \p{Lu} [\p{L}'’]{0,20}+ (?: \s \p{Ll}[\p{L}'’\-]{0,30}+ ){2} .*+ (?<= \. ) $
    """,
    regex.X,
)
RESERVED = regex.compile(
    r"\b (?: rights \s reserved | droits \s r[eé]serv[eé]s | (?: derechos \s reservados"
    r" | reservados \s todos \s los \s derechos ) ) \b",
    regex.X | regex.I,
)
"""What an imprint says of the whole document, and no credit of a picture."""
# No credit is without one of these, in lower case.
CREDIT_SIGNS = ("©", "(c)", "copyright", "photo", "foto", "image", "credit", "crédit")
NAME = regex.compile(
    r"[\p{Lu}\d(«“\"] | (?: de | del | la | du | des | for | of | y | et | and | pour ) $", regex.X
)
REACH = 1_000  # characters from the end of a caption in which its credit begins
NAMES_SHARE = 0.75  # of the words of a credit that begin as names do
YEAR = regex.compile(r"(?<![\p{L}\d]) (?:19|20)\d\d (?!\d)", regex.X)


@dataclass(frozen=True, slots=True)
class Credit:
    """The credit line of a caption, and where in the text it stands."""

    who: str
    """Who made the picture, the year left out."""
    year: str | None
    """The year; None where none is printed."""
    span: tuple[int, int]


def credit_of(text: str) -> Credit | None:
    """Return the credit at the end of a caption, or that it opens with.

    >>> credit_of("A school in Lorn. © NRA 2031/Ada Fenn")
    Credit(who='NRA/Ada Fenn', year='2031', span=(18, 37))
    """
    plain = text[-REACH:].casefold()
    if not any(map(plain.__contains__, CREDIT_SIGNS)):
        return None
    at_end = CREDIT.finditer(text, max(0, len(text) - REACH))
    match = RUN_ON.match(text) or next((m for m in at_end if _is_credit(m)), None)
    if match is None or RESERVED.search(match["body"]):
        return None
    body = match["body"].strip(" .")
    if body.endswith(")") and "(" not in body:
        body = body[:-1].rstrip(" .")  # the bracket that the credit stands in
    year = YEAR.search(body)
    who = body
    if year is not None:
        before, after = body[: year.start()].rstrip(" ,/"), body[year.end() :].lstrip(" ,/")
        who = "/".join(part for part in (before, after) if part)
    return Credit(who, year[0] if year else None, match.span("credit"))


def _is_credit(found: "regex.Match[str]") -> bool:
    """Whether names stand where a credit would: after `Photo:` may follow what it shows.

    So they must after `(c)`, which is also the third part of an enumeration.
    """
    if "©" in found[0] or not (found["named"] or "(c" in found[0]):
        return True
    words = found["body"].split()
    names = sum(NAME.match(word) is not None for word in words)
    return "/" in found["body"] or names >= NAMES_SHARE * len(words)
