"""Headings of a dump: told by a printed number, by capitals, or by standing short and alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.items import bullet_of
from extractor.segment.dump.lines import Line, next_word_fits

MAX_WORDS = 16  # of a heading's line
MAX_PLAIN_WORDS = 9  # of a heading that neither capitals nor a number tell
MAX_LINES = 4
MAX_CHARACTERS = 240
HANGING = 2  # columns by which the further lines of a numbered heading are set in
FULL_LINE = 60  # characters of a line that may have been broken for want of room
MAX_SHARE = 0.85  # of the text's width: a plain heading is shorter than that

NUMBERED = regex.compile(
    r"""
    ^ (?P<number> \d{1,2} (?: \. \d{1,2} ){0,4} | [IVX]{1,5} (?= [.)] ) | \p{Lu} (?: \. \d{1,2} ){1,3} | \p{Lu} (?= [.)] ) )
    (?P<mark> [.)]? ) [ \t\u00a0]++ (?P<title> [\"“‘«(¿¡]? \p{L} .* ) $
    """,
    regex.X,
)
NAMED = regex.compile(
    r"""
    ^ (?: chapter | section | part | annex | appendix | chapitre | partie | annexe | cap[ií]tulo | secci[oó]n | parte | anexo
      | глава | раздел | приложение | розділ | додаток )
    [ ] (?P<number> \d{1,2} | [IVX]{1,5} | \p{Lu} ) \b
    """,
    regex.X | regex.I,
)
CAPTION = regex.compile(
    r"^ (?: table | tableau | tabla | cuadro | figure | figura | fig | graph | graphique | gr[áa]fico | chart | map | carte | mapa | box"
    r" | photo | foto | source | fuente | note | notes | nota | таблица | рисунок | таблиця | source s? ) \b \.? [ ]? (?: \d | : | [A-Z] \b )",
    regex.X | regex.I,
)
FIGURES_END = regex.compile(r"\s [(]? \d [\d.,%()]*+ \s [(]? \d [\d.,%()]*+ $", regex.X)
DATE = regex.compile(r"^ \d{1,2} [ ] \p{L}++ \.? [ ] \d{4} $", regex.X)
FIELD = regex.compile(r"^ \p{L}[\p{L} \-]{1,24}+ : \s", regex.X)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line is as a heading."""

    kind: str
    """`number`, `capitals`, `plain`."""
    depth: int
    """Of a numbered one, the depth of its number; else 0."""
    number: str | None = None


def heading_of(lines: Sequence[Line], i: int) -> Heading | None:
    """Return what a line is as a heading; None where it is none."""
    text = lines[i].text
    if not _may_be(text) or DATE.match(text) or not _starts_block(lines, i):
        return None
    numbered = NUMBERED.match(text)
    if numbered is not None:
        return _numbered(numbered, lines, i)
    named = NAMED.match(text)
    if named is not None and _stands_alone(lines, i):
        return Heading("number", 1, named["number"])
    if shape.is_upper_case(text) and _has_text_below(lines, i):
        return Heading("capitals", 1)
    return Heading("plain", 0) if _is_plain(lines, i) else None


def _may_be(text: str) -> bool:
    if len(text) > MAX_CHARACTERS // 2 + 20 or shape.words(text) > MAX_WORDS or text[-1] in ".,;…":
        return False
    return not shape.is_number(text) and FIGURES_END.search(text) is None and "://" not in text and CAPTION.match(text) is None and "   " not in text


def _starts_block(lines: Sequence[Line], i: int) -> bool:
    if i == 0 or not lines[i].close or lines[i].barrier:
        return True
    before, line = lines[i - 1], lines[i]
    ended = shape.ends_sentence(before.text) or not before.full()
    return ended or (shape.is_upper_case(line.text) and not shape.is_upper_case(before.text))


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    """Say whether the text below begins a block of its own."""
    if i + 1 >= len(lines):
        return False
    below = lines[i + 1]
    return not below.close or next_word_fits(lines[i], below) or bullet_of(below.text) is not None


def _has_text_below(lines: Sequence[Line], i: int) -> bool:
    return i + 1 < len(lines)


def _numbered(match: "regex.Match[str]", lines: Sequence[Line], i: int) -> Heading | None:
    number, title = match["number"], match["title"]
    depth = number.count(".") + 1
    if not shape.starts_upper(title) or not _has_text_below(lines, i):
        return None
    own_block = [lines[i], *_block_below(lines, i)]
    whole = own_block[-1].text
    if shape.ends_sentence(whole) and len(own_block) > 1 and not _next_starts_anew(lines, i):
        return None
    if depth > 1 or shape.is_upper_case(title):
        return Heading("number", depth, number)
    bare = not match["mark"]
    if bare and not number.isdigit():
        return None
    if len(lines[i].text) > FULL_LINE and lines[i].full() and len(own_block) == 1:
        return None  # a numbered paragraph that a page's end cuts
    return Heading("number", 1, number) if _stands_alone(lines, i) and not _in_list(lines, i, number) else None


def _block_below(lines: Sequence[Line], i: int) -> list[Line]:
    """Return the lines set close below a line, a few at most."""
    block: list[Line] = []
    for line in lines[i + 1 : i + 1 + MAX_LINES]:
        if not line.close or line.barrier:
            break
        block.append(line)
    return block


def _next_starts_anew(lines: Sequence[Line], i: int) -> bool:
    below = lines[i + 1]
    return next_word_fits(lines[i], below) and not shape.starts_lower(below.text) and below.indent <= lines[i].indent + 1


def _in_list(lines: Sequence[Line], i: int, number: str) -> bool:
    """Say whether the next number follows right below: then both are items of a list."""
    if not number.isdigit():
        return False
    neighbours = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    found = [NUMBERED.match(text[:200]) for text in neighbours]
    return any(m is not None and m["number"] in (str(int(number) + 1), str(int(number) - 1)) for m in found)


def _is_plain(lines: Sequence[Line], i: int, *, nested: bool = True) -> bool:
    """Say whether a short line in title or sentence case, set apart, heads the text below."""
    line = lines[i]
    text = line.text
    if i + 1 >= len(lines) or not shape.starts_upper(text) or text[-1] in ":?!" or FIELD.match(text):
        return False
    block = [line, *_block_below(lines, i)]
    short = len(text) <= max(MAX_SHARE * line.width, 30) and shape.words(text) <= MAX_PLAIN_WORDS
    if not short or bullet_of(text) is not None or shape.ends_sentence(text):
        return False
    if i > 0 and shape.LEADS_IN.search(lines[i - 1].text[-40:]):
        return False
    return _heads_prose(lines, i, block, nested=nested)


def _heads_prose(lines: Sequence[Line], i: int, block: Sequence[Line], *, nested: bool) -> bool:
    below = lines[i + 1]
    if below.close and not next_word_fits(lines[i], below):
        return False
    if shape.starts_lower(below.text) or not shape.LETTER.search(below.text):
        return False
    if bullet_of(below.text) is not None:
        return not lines[i].close or len(block) > 1
    longer = len(below.text) > len(lines[i].text) and shape.words(below.text) > 5
    if longer and (below.full() or len(below.text) > 2 * len(lines[i].text)):
        return True
    # a heading right below it, which has its text below in turn
    return nested and i + 2 < len(lines) and _is_plain(lines, i + 1, nested=False)


def goes_on(heading: Heading, own: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Say whether a line goes on with the heading whose lines are given."""
    if not line.close or line.barrier or len(own) >= MAX_LINES or not _may_be(line.text):
        return False
    if sum(len(part.text) for part in own) + len(line.text) > MAX_CHARACTERS or bullet_of(line.text):
        return False
    title = NUMBERED.match(own[0].text)
    capitals = shape.is_upper_case(title["title"] if title else own[0].text)
    if capitals:
        return NUMBERED.match(line.text) is None and line.text == line.text.upper()
    hanging = line.indent >= own[0].indent + HANGING
    alone = line.gap == 0 and after is not None and not after.close and not next_word_fits(own[-1], line)
    return hanging or (line.gap == 0 and shape.starts_lower(line.text)) or alone
