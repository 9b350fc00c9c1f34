"""Places that only the document itself makes known: names that things happen *in*, again and again."""

from collections import Counter
from collections.abc import Iterable

import regex

from extractor.entities.mention import Mention, Span

NAME = r"\p{Lu}[\p{L}\p{M}’'\-]{2,24}"
STOP = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|The|This|These|Those|Table|Figure|Annex|Section|Chapter|Part|Box|Phase|Round|Article|Resolution|Paragraph|Appendix|English|French|Spanish|Arabic|Russian|Internet|Outcome|Output|Objective|Strategic)"
IN_PLACE = regex.compile(
    rf"""
    (?<![\p{{L}}.]) (?: [Ii]n | [Nn]ear | within | across | throughout | inside | of \s the \s people \s of | Government \s of | districts? \s of | province \s of | city \s of | town \s of )
    \s (?! {STOP} \b )
    (?P<name> {NAME} (?: \s (?! {STOP} \b ) {NAME} ){{0,2}} )
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)
MIN_TIMES = 2  # a name that things happen in once may be anything,
MIN_MENTIONS = 3  # unless the document names it again and again
WORD = regex.compile(r"(?<![\p{L}/.\-@=?&])[\p{L}\p{M}’'\-]+")


def local_places(text: str, known: Iterable[Span]) -> list[Mention]:
    """Return the mentions of places that the document makes known, outside the mentions already known.

    A name is a place when something happens in it at least twice and it is never printed as a common
    word. A name in capitals is the same name.
    """
    names = _names(text)
    if not names:
        return []
    covered = {at for start, end in known for at in range(start, end)}
    by_upper = {name.upper(): name for name in names}
    forms = sorted({*names, *by_upper}, key=lambda n: (-len(n), n))
    pattern = regex.compile(
        rf"(?<![\p{{L}}\d])(?:{'|'.join(regex.escape(f) for f in forms)})(?![\p{{L}}\d])"
    )
    return [
        Mention("place", m.span(), by_upper.get(m[0].upper(), m[0]))
        for m in pattern.finditer(text)
        if m.start() not in covered
    ]


def _names(text: str) -> frozenset[str]:
    times: Counter[str] = Counter(
        m["name"].removesuffix("’s").removesuffix("'s") for m in IN_PLACE.finditer(text)
    )
    common = {w for w in WORD.findall(text) if w[0].islower()}
    return frozenset(
        name
        for name, count in times.items()
        if (count >= MIN_TIMES or _is_repeated(text, name))
        and not name.isupper()
        and not all(word.lower() in common for word in name.split())
    )


def _is_repeated(text: str, name: str) -> bool:
    return sum(text.count(form) for form in (name, name.upper())) >= MIN_MENTIONS
