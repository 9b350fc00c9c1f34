"""Headings of a dump: told by a printed number, by capitals, or by standing short and alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.items import bullet_of
from extractor.segment.dump.lines import Line, next_word_fits
from extractor.segment.keyfigures import is_as_of_line

MAX_WORDS = 16  # of a heading's line
MAX_PLAIN_WORDS = 9  # of a heading that neither capitals nor a number tell
MAX_LINE = 140  # characters of one line
MAX_LINES = 4
MAX_CHARACTERS = 240
HANGING = 2  # columns by which the further lines of a numbered heading are set in
FULL_LINE = 60  # characters of a line that may have been broken for want of room
MIN_WIDTH = 30  # characters; a plain heading up to that is short in any column
PROSE_WORDS = 6  # of a line of running text
MAX_SHARE = 0.85  # of the text's width: a plain heading is shorter than that

NUMBERED = regex.compile(
    r"""
    ^ (?P<number>
        \d{1,2} (?: \. \d{1,2} ){0,4} | [IVX]{1,5} (?= [.)] )
      | \p{Lu} (?: \. \d{1,2} ){1,3} | \p{Lu} (?= [.)] )
    )
    (?P<mark> [.)]? ) [ \t\u00a0]++ (?P<title> [\"“‘«(¿¡]? \p{L} .* ) $
    """,
    regex.X,
)
NAMED = regex.compile(
    r"""
    ^ (?: chapter | section | part | annex | appendix | chapitre | partie | annexe
      | cap[ií]tulo | secci[oó]n | parte | anexo | sec?ção
      | kapitel | abschnitt | teil | anlage | anhang | capitolo | sezione | allegato
      | глава | раздел | приложение | розділ | додаток )
    [ ] (?P<number> \d{1,2} | [IVX]{1,5} | \p{Lu} ) \b
    """,
    regex.X | regex.I,
)
CAPTION = regex.compile(
    r"""
    ^ (?: table | tableau | tabla | cuadro | figure | figura | fig | graph | graphique | gr[áa]fico
      | tabelle | tabella | tabela | quadro | abb (?: ildung )? | grafik | quellen?
      | fontes? | fonti
      | chart | map | carte | mapa | box | photo | foto | source s? | fuente | note s? | nota
      | таблица | рисунок | таблиця )
    \b \.? [ ]? (?: \d | : | [A-Z] \b | [IVX]{1,5} \b )
    """,
    regex.X | regex.I,
)
LEADERS = regex.compile(r"\.{4}|…{2}|(?:\.[ ]){4}")
DATE = regex.compile(r"^ \d{1,2} [ ] \p{L}++ \.? [ ] \d{4} $", regex.X)
FIELD = regex.compile(r"^ \p{L}[\p{L} \-]{1,24}+ : \s", regex.X)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line is as a heading."""

    kind: str
    """`listed` (in the contents), `number`, `capitals`, `plain`."""
    depth: int
    """Of a numbered one, the depth of its number; of a listed one, its level there; else 0."""
    number: str | None = None
    lines: int = 0
    """How many lines it has, where the contents tell; else 0."""


def heading_of(lines: Sequence[Line], i: int) -> Heading | None:
    """Return what a line is as a heading; None where it is none."""
    text = lines[i].text
    if lines[i].listed:
        return _listed(lines[i])
    if not _may_be(text) or i + 1 >= len(lines) or not _starts_block(lines, i):
        return None
    numbered = NUMBERED.match(text)
    if numbered is not None:
        return _numbered(numbered, lines, i)
    return _unnumbered(lines, i)


def _listed(line: Line) -> Heading:
    numbered = NUMBERED.match(line.text) or NAMED.match(line.text)
    number = numbered["number"] if numbered else None
    return Heading("listed", line.listed, number, line.listed_lines)


def _unnumbered(lines: Sequence[Line], i: int) -> Heading | None:
    named = NAMED.match(lines[i].text)
    if named is not None and _stands_alone(lines, i):
        return Heading("number", 1, named["number"])
    if shape.is_upper_case(lines[i].text):
        return Heading("capitals", 1)
    return Heading("plain", 0) if _is_plain(lines, i) else None


def _may_be(text: str) -> bool:
    if len(text) > MAX_LINE or text[-1] in ".,;…" or shape.words(text) > MAX_WORDS:
        return False
    if shape.is_number(text) or DATE.match(text) or _is_row(text) or LEADERS.search(text):
        return False
    numbered = NUMBERED.match(text)
    if "   " in (numbered["title"] if numbered else text):
        return False
    return "://" not in text and CAPTION.match(text) is None


def _is_row(text: str) -> bool:
    """Say whether a line is a row of a table: it ends in numbers, or most of it is figures."""
    figures = [any(character.isdigit() for character in token) for token in text.split()]
    return len(figures) > 1 and (all(figures[-2:]) or sum(figures) * 2 > len(figures))


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


def _numbered(match: "regex.Match[str]", lines: Sequence[Line], i: int) -> Heading | None:
    number, title = match["number"], match["title"]
    depth = number.count(".") + 1
    if not shape.starts_upper(title) or _is_sentence(lines, i):
        return None
    if depth > 1 or shape.is_upper_case(title):
        return Heading("number", depth, number)
    bare_letter = not match["mark"] and not number.isdigit()
    if bare_letter or _is_cut_paragraph(lines, i) or _in_list(lines, i, number):
        return None
    return Heading("number", 1, number) if _stands_alone(lines, i) else None


def _is_sentence(lines: Sequence[Line], i: int) -> bool:
    """Say whether the lines from here on are a numbered paragraph rather than a heading."""
    below = _block_below(lines, i)
    return bool(below) and shape.ends_sentence(below[-1].text) and not _next_starts_anew(lines, i)


def _is_cut_paragraph(lines: Sequence[Line], i: int) -> bool:
    """Say whether a numbered line goes on after the end of its page or column."""
    line, below = lines[i], lines[i + 1]
    alone = not _block_below(lines, i)
    full = len(line.text) > FULL_LINE and line.full()
    return alone and (full or (below.barrier and shape.starts_lower(below.text)))


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
    return (
        next_word_fits(lines[i], below)
        and not shape.starts_lower(below.text)
        and below.indent <= lines[i].indent + 1
    )


def _in_list(lines: Sequence[Line], i: int, number: str) -> bool:
    """Say whether the next number follows right below: then both are items of a list."""
    if not number.isdigit():
        return False
    neighbours = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    found = [NUMBERED.match(text[:200]) for text in neighbours]
    return any(
        m is not None and m["number"] in (str(int(number) + 1), str(int(number) - 1)) for m in found
    )


def _is_plain(lines: Sequence[Line], i: int, *, nested: bool = True) -> bool:
    """Say whether a short line in title or sentence case, set apart, heads the text below."""
    text = lines[i].text
    if i + 1 >= len(lines) or not shape.starts_upper(text) or not _is_short(lines[i]):
        return False
    if FIELD.match(text) or bullet_of(text) is not None or shape.ends_sentence(text):
        return False
    if _heads_figures(lines, i) or _heads_capitals(lines, i):
        return True
    led_in = i > 0 and shape.LEADS_IN.search(lines[i - 1].text[-40:]) is not None
    return not led_in and _heads_prose(lines, i, nested=nested)


def _heads_figures(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line set apart stands above a number that has its own label, or its year."""
    figures = lines[i + 1 : i + 3]
    if len(figures) < 2 or lines[i].close or figures[0].close or figures[1].gap:  # noqa: PLR2004
        return False
    if any(line.barrier for line in figures) or not shape.is_number(figures[0].text):
        return False
    return not is_as_of_line(figures[1].text)


def _heads_capitals(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line stands apart between a told heading and one in capitals."""
    above, line, below = lines[i - 1], lines[i], lines[i + 1]
    apart = i > 0 and not (line.close or below.close or line.barrier or below.barrier)
    told = bool(above.listed) or NUMBERED.match(above.text[:MAX_LINE]) is not None
    return apart and told and not above.full() and shape.is_upper_case(below.text)


def _is_short(line: Line) -> bool:
    room = len(line.text) <= max(MAX_SHARE * line.width, MIN_WIDTH)
    return room and line.text[-1] not in ":?!" and shape.words(line.text) <= MAX_PLAIN_WORDS


def _heads_prose(lines: Sequence[Line], i: int, *, nested: bool) -> bool:
    line, below = lines[i], lines[i + 1]
    if (below.close and not next_word_fits(line, below)) or shape.starts_lower(below.text):
        return False
    if bullet_of(below.text) is not None:
        return not line.close or below.close
    # a heading may have another right below it, which has its text below in turn
    return _is_longer(below, line) or (nested and _is_plain(lines, i + 1, nested=False))


def _is_longer(below: Line, line: Line) -> bool:
    """Say whether the line below is running text, as it would be below a heading."""
    longer = len(below.text) > len(line.text) and shape.words(below.text) >= PROSE_WORDS
    return longer and (below.full() or len(below.text) > 2 * len(line.text))


def goes_on(own: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Say whether a line goes on with the heading whose lines are given."""
    if not line.close or line.barrier or not _has_room(own, line) or not _may_be(line.text):
        return False
    title = NUMBERED.match(own[0].text)
    if shape.is_upper_case(title["title"] if title else own[0].text):
        return NUMBERED.match(line.text) is None and line.text == line.text.upper()
    if line.indent >= own[0].indent + HANGING:
        return True
    ends_there = after is not None and not after.close and not next_word_fits(own[-1], line)
    return line.gap == 0 and (shape.starts_lower(line.text) or ends_there)


def _has_room(own: Sequence[Line], line: Line) -> bool:
    """Say whether a heading may have one more line."""
    characters = sum(len(part.text) for part in (*own, line))
    return len(own) < MAX_LINES and characters <= MAX_CHARACTERS and bullet_of(line.text) is None
