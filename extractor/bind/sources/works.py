"""What a note cites: one or several works, of each its title, publisher, date and address."""

from collections.abc import Iterator
from functools import cache

import regex

from extractor.bind.found import Span
from extractor.data.tables import load
from extractor.entities.gazetteer import organisations
from extractor.figures import read_text
from extractor.figures.reading import NumberFormat

ADDRESS = regex.compile(r"(?: https?:// | www\. ) [^\s<>]++", regex.X | regex.I)
LEAD_TO_ADDRESS = regex.compile(
    r"""
    (?: available | accessible | retrieved | disponibles? | consultable | доступно )
    (?: \s (?: at | from | here | on | online | sur | en | à ) ){0,2} \s? :? $
    """,
    regex.X | regex.I,
)
LEAD_WINDOW = len("available online from :")  # characters before an address with what leads to it
AFTER_ADDRESS = regex.compile(
    r"""
    [\s.,;()\[\]>]*+
    (?:
        (?: last\s )?
        (?: accessed | visited | viewed | retrieved | checked | consulté | consultado
          | дата\s(?: обращения | звернення )
        )
        [^.;]{0,60}
    )?
    [\s.,;()\[\]>]*+ $
    """,
    regex.X | regex.I,
)
"""What follows an address and says nothing of the work."""
LOCATOR = regex.compile(
    r"""
    [,;.]? \s (?: pp?\. | pages? | págs?\. | páginas? | paras?\.? | paragraphs? | с\. | стр\. )
    \s? [\p{Nd}ivxl]{1,6}+ (?: \s? [\-–,] \s? [\p{Nd}ivxl]{1,6}+ ){0,3} $
    """,
    regex.X,
)
"""Where in the work it stands, which is no part of its name."""
IMPRINT_DATE = regex.compile(
    r"(?: \d{1,2} \s )?+ (?: \p{L}{3,10} \s )?+ (?: 19 | 20 ) \d\d", regex.X | regex.I
)
IMPRINT = regex.compile(r"\p{Lu} [\p{L}.\-]*+ (?: \s \p{Lu} [\p{L}.\-]*+ ){0,2}+", regex.X)
"""A town or a publisher by its name or short form."""
WORD = regex.compile(r"[\p{L}’'\-]+")
MIN_PARTS = 2  # author and title
MAX_IMPRINT = 2  # publisher and town
AROUND_ADDRESS = " ,:;|–-(<["
BREAK = regex.compile(r"; \s++ (?: and \s )? (?= \p{Lu} | [“\"«] )", regex.X)
YEAR = regex.compile(r"(?<! \d ) (?: 19 | 20 ) \d\d (?! \d )", regex.X)
IN_BRACKETS = regex.compile(r"\( (?P<inside> [^()]{4,60} ) \)", regex.X)
OPENING = regex.compile(
    r"""
    ^ (?:
        (?: see | sources? | data \s from | (?: based | calculated | adapted ) \s (?: on | from )
          | (?: quoted | cited ) \s (?: in | by | from ) | cf\. | cfr\. | vid\.
          | voir | d['’]après | cité \s (?: dans | par )
          | véase | ver | fuentes? | citado \s (?: en | por ) | con \s base \s en
          | див\. | см\. | джерел[оа] | источник
        )
        (?: \s (?: also | aussi | también | e\.g\. | for \s example | inter \s alia ) ,?+ )? [\s:]++
    )++
    """,
    regex.X | regex.I,
)
AUTHOR = regex.compile(r"^ [^,.;:“”\"«(]{2,120} (?= [,.;:“\"«(] )", regex.X)
MAX_ACRONYM = 8  # letters of a publisher that is one word in capitals


def works_of(note: str) -> Iterator[Span]:
    """Yield where the works stand that a note cites: parted by `;`, each with a year or address.

    >>> list(works_of("Red Fund, Nets (2030); Harbour Office, Boats, 2031"))
    [(0, 21), (23, 50)]
    >>> list(works_of("Lorn, A.; Orn, B., Boats, 2031"))
    [(0, 30)]
    """
    start = 0
    for match in BREAK.finditer(note):
        if _is_work(note[start : match.start()]) and _is_work(note[match.end() :]):
            yield start, match.start()
            start = match.end()
    yield start, len(note)


def _is_work(text: str) -> bool:
    return YEAR.search(text) is not None or ADDRESS.search(text) is not None


def cited_title(note: str) -> str:
    """Return what a note cites, without its address, page and closing full stop.

    >>> cited_title("NRA, Returns Survey (June 2031). https://nra.example/r (accessed 3 May 2032)")
    'NRA, Returns Survey (June 2031)'
    >>> cited_title("NRA, Returns Survey (June 2031), pp. 12-14.")
    'NRA, Returns Survey (June 2031)'
    >>> cited_title("Red Fund, Nets: a Count, RF, Lorn, 2031.")
    'Red Fund, Nets: a Count'
    """
    title = " ".join(note.split())
    address = ADDRESS.search(title)
    if address is not None and AFTER_ADDRESS.match(title, address.end()):
        title = title[: address.start()].rstrip(AROUND_ADDRESS)
        lead = LEAD_TO_ADDRESS.search(title, max(0, len(title) - LEAD_WINDOW))
        title = title[: lead.start()].rstrip(AROUND_ADDRESS) if lead is not None else title
    return _without_imprint(LOCATOR.sub("", title.rstrip(" ."))) or note


def _without_imprint(title: str) -> str:
    """Return an author and a title without who printed it, where and when.

    The imprint ends with a year and holds no more than a town and a publisher; what is left has a
    title.
    """
    parts = title.split(", ")
    if len(parts) <= MIN_PARTS or IMPRINT_DATE.fullmatch(parts[-1]) is None:
        return title
    if any(map(is_data, WORD.findall(parts[-1]))):
        return title  # `Statistics Office, census 2030`: it is what is cited
    kept = parts[:-1]
    for _ in range(MAX_IMPRINT):
        if len(kept) > MIN_PARTS and IMPRINT.fullmatch(kept[-1]):
            kept.pop()
    return ", ".join(kept)


def address_in(text: str) -> str | None:
    """Return the first address that a text prints."""
    match = ADDRESS.search(text)
    return match[0].rstrip(".,;)") if match is not None else None


def author_of(citation: str) -> str:
    """Return the words that a citation opens with, before its first comma, stop or title.

    >>> author_of("See Harbour Office, Boats of the Coast (May 2031)")
    'Harbour Office'
    """
    match = AUTHOR.match(OPENING.sub("", citation.strip()))
    return match[0].strip() if match is not None else ""


def publisher_of(citation: str) -> str | None:
    """Return who published what a citation names, where its author is a body; None for a person.

    >>> publisher_of("Harbour Office, Boats of the Coast"), publisher_of("Lorn, A., Boats")
    ('Harbour Office', None)
    """
    author = author_of(citation)
    letters = author.replace("-", "").replace(" ", "")
    acronym = letters.isupper() and letters.isalpha() and 1 < len(letters) <= MAX_ACRONYM
    return author if acronym or names_body(author) else None


def names_body(author: str) -> bool:
    """Say whether a name is that of a body: a known one, or one with a word for bodies in it.

    >>> names_body("Harbour Office"), names_body("What the office said")
    (True, False)
    """
    words = (w for w in WORD.findall(author) if not w[0].islower())
    return author in _known() or any(w.lower() in _bodies() for w in words)


@cache
def _known() -> frozenset[str]:
    known = organisations()
    return frozenset((*known, *known.values()))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("works.toml")["bodies"]["words"])


def is_data(word: str) -> bool:
    """Say whether a word is a noun for what figures are taken from: `survey`, `Census`."""
    return word.lower() in _data()


@cache
def _data() -> frozenset[str]:
    return frozenset(load("works.toml")["data"]["words"])


def date_of(citation: str) -> str | None:
    """Return when what a citation names was published: its date in brackets, or else its last.

    >>> date_of("Harbour Office, Plan 2030-2032 (May 2031)"), date_of("Harbour Office, Boats")
    ('2031-05', None)
    """
    printed = ADDRESS.split(citation, maxsplit=1)[0]  # behind it stands when it was looked at
    bracketed = [m["inside"] for m in IN_BRACKETS.finditer(printed)]
    for text in (*reversed(bracketed), printed):
        dates = [f.value for f in read_text(text, NumberFormat()).figures if f.kind == "date"]
        single = [d for d in dates if d is not None and "/" not in d]
        if single:
            return single[-1]
    return None
