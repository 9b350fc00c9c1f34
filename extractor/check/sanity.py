"""What cannot be: ranges upside down, days that no month has, parts above their whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, term
from extractor.check.prose.sentences import ARTICLE, ENDS, REACH, Said, ends_with, words
from extractor.check.words import EVERYBODY, measured_in, people
from extractor.data.tables import load
from schemas.extraction import Finding
from schemas.figure import Figure

DASHES = tuple("-–—‑")
MAX_AGES = 1000  # brackets of age that are looked at
MAX_TOLD = 50  # findings of one kind; a text with more is no plan
FEW = 4  # rows, of which one may have more people targeted than in need
MAX_JOIN = 11  # characters between the ends of a range
DAY_OPENS = regex.compile(r"(?: ^ | [.\n(] ) \s*+ (?P<word> Au | Al ) \s*+ $", regex.X)
TO_COME = {  # verbs of the language of a word that opens a day
    "Au": regex.compile(r"\p{L}{2,}+ (?: (?<= [^é]ra ) | (?<= ront ) ) (?!\w)", regex.X),
    "Al": regex.compile(r"\p{L}{2,}+ (?: (?<= rá ) | (?<= rán ) ) (?!\w)", regex.X),
}
TURNS = regex.compile(  # what parts the day from a verb behind it: another verb, another clause
    r"""
    (?<! ^ \s* ) , \s | [;:()—–] | (?<!\w) (?: qu['’]
      | (?: qui | que | dont | où | contre | car | quand | si | lorsque | alors | tandis | mais
        | est | sont | quien | quienes | cuyo | cuya | cuyos | cuyas | donde | pues | porque
        | cuando | mientras | pero | frente | contra | es | son | está | están | hay ) (?!\w) )
    """,
    regex.X | regex.I,
)
CLAUSE_END = regex.compile(r"[.;:!?]\s")
WORD = regex.compile(r"\w++")
MAX_CLAUSE = 120  # characters before a period that may say what is done to it
AGES = regex.compile(
    r"""
    (?: \b (?<! from \s ) (?: ages | aged | âgée?s \s de ) \s
        (?P<first> \d{1,2}+ ) (?: [-–] | \s (?: to | à ) \s ) (?P<last> \d{1,2}+ )
      | \b (?: between \s the \s ages \s of | aged \s between | âgée?s \s entre | edades \s entre )
        \s (?P<first> \d{1,2}+ ) \s (?: and | et | y ) \s (?P<last> \d{1,2}+ )
      | \b entre \s (?P<first> \d{1,2}+ ) \s y \s (?P<last> \d{1,2}+ )
        (?= \s años \s de \s edad \b )
    )
    (?! \d | [.,]\d | \s*+ (?: % | per \s? cent \b | pour \s cent \b | por \s ciento \b ) )
    """,
    regex.X | regex.I,
)
YEAR = 4  # characters of a date that tell its year
MAX_GAP = 24  # characters between a part and its whole
NARROWING = ("up", "down", "earlier", "each", "net")  # what a number is of that is no whole


def ranges(index: Index) -> Iterator[Finding]:
    """Yield what ends before it begins: `range_reversed`, `period_reversed`."""
    text = index.extraction.text
    for one, other in pairwise(index.extraction.figures):
        gap = other.anchor.start - one.anchor.end
        if one.block_id != other.block_id or one.kind != other.kind or not 0 < gap <= MAX_JOIN:
            continue
        quote = text[one.anchor.start : other.anchor.end]
        between = text[one.anchor.end : other.anchor.start].strip()
        if one.kind == "date":
            told = between in DASHES and _is_period(text, one, other)
            if (told or _is_worded(text, one, other)) and _is_later(one, other):
                message = f"{quote} ends before it begins."
                yield finding("period_reversed", "error", message, (one, other))
        elif (
            between.casefold() in _words("joins")
            and _opens(text, one, "opens")
            and _is_more(one, other)
        ):
            message = f"Between {quote} runs from the larger number to the smaller."
            yield finding("range_reversed", "error", message, (one, other))


def ages(index: Index) -> Iterator[Finding]:
    """Yield brackets of age upside down (`aged 15 to 12`): `range_reversed`."""
    text = index.extraction.text
    for match in islice(AGES.finditer(text), MAX_AGES):
        if int(match["first"]) > int(match["last"]) and not _is_compared(text, match.start()):
            near = [f for f in index.extraction.figures if _meets(f, match.start(), match.end())]
            message = f"{match[0]} runs from the higher age to the lower."
            yield finding("range_reversed", "error", message, near)


def _is_later(one: Figure, other: Figure) -> bool:
    """Say whether a date lies after another that is told as exactly."""
    dates = (one.value or "", other.value or "")
    return len(dates[0]) == len(dates[1]) and "/" not in "".join(dates) and dates[0] > dates[1]


def _is_period(text: str, one: Figure, other: Figure) -> bool:
    """Say whether a dash makes two dates a period: in tables `2031-2030` may be a difference.

    A dash between blanks parts two clauses, if no word opens the period.
    """
    between = text[one.anchor.end : other.anchor.start]
    parted = between[0].isspace() and between[-1].isspace()
    return one.cell is None and (not parted or _opens(text, one, "periods"))


def _is_worded(text: str, one: Figure, other: Figure) -> bool:
    """Say whether words make two days, or months, a period: `from 1 July 2031 to 31 March 2031`.

    One day of two years may be what is compared, and so may the ends of `between`.
    """
    days = (one.value or "", other.value or "")
    if one.cell is not None or min(map(len, days)) <= YEAR or days[0][YEAR:] == days[1][YEAR:]:
        return False
    between = " ".join(text[one.anchor.end : other.anchor.start].split()).casefold()
    if _is_compared(text, one.anchor.start):
        return False
    before = text[max(0, one.anchor.start - MAX_CLAUSE) : one.anchor.start]
    if between in _words("until"):
        labelled = before.rstrip().endswith(":")  # `Period: 1 March 2031 to 28 February 2031`
        label = WORD.findall(before.rpartition("\n")[2].casefold())
        named = not _words("periods").isdisjoint(label)
        return ends_with("from", ARTICLE.sub("", before)) or (labelled and named)
    within = days[0][:YEAR] == days[1][:YEAR]
    return within and between in _words("joins") and _opens(text, one, "opens")


def _is_compared(text: str, start: int) -> bool:
    """Say whether the clause before a place says that one end is put in place of the other."""
    clause = CLAUSE_END.split(text[max(0, start - MAX_CLAUSE) : start])[-1]
    return not _words("compared").isdisjoint(WORD.findall(clause.casefold()))


def _opens(text: str, figure: Figure, name: str) -> bool:
    before = text[max(0, figure.anchor.start - MAX_GAP) : figure.anchor.start].casefold().split()
    return bool(before) and before[-1] in _words(name)


def _is_more(one: Figure, other: Figure) -> bool:
    """Say whether a range falls; one below zero may well be told from its end nearer to zero."""
    if one.unit is not None and one.unit != other.unit:
        return False
    terms = [term(each.value, each.precision) for each in (one, other)]
    values = [each.value for each in terms if each is not None]
    return len(values) == len(terms) and values[0] > values[1] > 0


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("totals.toml")["ranges"][name])


def parts(index: Index) -> Iterator[Finding]:
    """Yield parts that are more than the whole that they are said to be of: `part_over_whole`."""
    text = index.extraction.text
    said = (pair for pair in pairwise(index.extraction.figures) if _is_part(text, *pair))
    for one, other in (*said, *_of_wholes(index), *_included(index)):
        part, whole = term(one.value, one.precision), term(other.value, other.precision)
        exact = one.modifier is None and other.modifier is None
        if part is None or whole is None or not exact:
            continue
        if one.kind == "percent" and part.value > HUNDRED:
            message = f"{one.anchor.quote} of {other.anchor.quote} is more than all of it."
            yield finding("part_over_whole", "warning", message, (one, other))
        elif one.kind != "percent" and part.value > whole.value + whole.half:
            message = f"{one.anchor.quote} is more than {other.anchor.quote}, of which it is."
            yield finding("part_over_whole", "warning", message, (one, other), (part, whole))


def _is_part(text: str, one: Figure, other: Figure) -> bool:
    """Say whether words between two counts make the first a part of the second."""
    between = text[one.anchor.end : other.anchor.start]
    near = one.block_id == other.block_id and len(between) <= MAX_GAP
    counts = one.kind == other.kind == "count"
    return near and counts and " ".join(between.split()).casefold() in _partings()


def _of_wholes(index: Index) -> Iterator[tuple[Figure, Figure]]:
    """Yield a part with the whole that opens its sentence: `Of the 52 schools, 45 were open`."""
    for whole, part in (sentence[:2] for sentence in index.sentences):
        opens = " ".join(whole.before.split()).casefold() in _partings()
        if opens and (part.figure.kind == "percent" or part.sort == whole.sort):
            yield part.figure, whole.figure


def _included(index: Index) -> Iterator[tuple[Figure, Figure]]:
    """Yield a part with the whole right before it: `2,500 people, including 1,240 children`.

    Nothing but what is counted stands between them (`120 people a day, including 340 children on
    Sundays`), and nothing is told to be a change, of each, or what is left of others (`net`).
    """
    for whole, part in (pair for sentence in index.sentences for pair in pairwise(sentence)):
        opened, included, behind = words("including").sub("|", part.before).partition("|")
        bare = opened.strip(" ,(").casefold() == (whole.figure.unit or "").casefold()
        narrowed = any(words(n).search(whole.before) for n in NARROWING)
        if included and bare and not behind.strip() and not narrowed and _can_hold(whole, part):
            yield part.figure, whole.figure


def _can_hold(whole: Said, part: Said) -> bool:
    """Say whether one count can be a part of another: of the same things, or a group of people."""
    if whole.figure.kind != "count" or part.figure.kind != "count" or whole.figure.unit is None:
        return False
    counted, some = measured_in(whole.figure), measured_in(part.figure)
    return counted == some or (counted == EVERYBODY and some in people())


def targets(index: Index) -> Iterator[Finding]:
    """Yield rows in which more people are targeted than are in need: `part_over_whole`.

    Where that is so in more than a few rows of a table, its columns are not of one group.
    """
    for table in index.extraction.tables:
        rows: defaultdict[int, list[Figure]] = defaultdict(list)
        for (row, _), figures in sorted(index.cells.get(table.id, {}).items()):
            rows[row] += figures
        pairs = [pair for figures in rows.values() if (pair := _needed_and_targeted(figures))]
        over = [pair for pair in pairs if _is_more(*reversed(pair))]
        if len(over) * FEW <= len(pairs):
            for need, target in over:
                message = (
                    f"{target.anchor.quote} targeted are more than {need.anchor.quote} in need."
                )
                yield finding("part_over_whole", "warning", message, (target, need))


def _needed_and_targeted(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return how many a row says to be in need and to be targeted, where it says each once."""
    counts = [f for f in figures if f.kind == "count" and f.status is not None]
    needed = [f for f in counts if f.status is not None and f.status.value == "in_need"]
    targeted = [f for f in counts if f.status is not None and f.status.value == "targeted"]
    return (needed[0], targeted[0]) if len(needed) == len(targeted) == 1 else None


@cache
def _partings() -> frozenset[str]:
    return frozenset(load("totals.toml")["partings"]["words"])


def dates(index: Index) -> Iterator[Finding]:
    """Yield days that no month has: `impossible_date`."""
    text = index.extraction.text
    if "31" not in text and "30" not in text:
        return
    for match in islice(_no_day().finditer(text), MAX_TOLD):
        near = [f for f in index.extraction.figures if _meets(f, match.start(), match.end())]
        message = f"{match[0]} is no day of the calendar."
        yield finding("impossible_date", "error", message, near[:1])


def dated_later(index: Index) -> Iterator[Finding]:
    """Yield what is told as of a day after the publication: `dated_after_publication`."""
    published, text = index.extraction.document.published, index.extraction.text
    told: set[int] = set()
    for figure in index.extraction.figures if published else ():
        bound = figure.as_of
        if bound is None or bound.anchor is None or published is None or "/" in bound.value:
            continue
        exact = min(len(published), len(bound.value))
        if bound.value[:exact] <= published[:exact]:
            continue
        at = bound.anchor.start
        opened = text[max(0, at - MAX_GAP) : at]
        behind = ENDS.split(text[bound.anchor.end : bound.anchor.end + REACH])[0]
        if at not in told and (ends_with("told", opened) or _is_told_of_past(opened, behind)):
            told.add(at)
            message = f"{figure.anchor.quote} is as of {bound.value}, the document of {published}."
            yield finding("dated_after_publication", "warning", message, (figure,))


def _is_told_of_past(opened: str, behind: str) -> bool:
    """Say whether a day opens a sentence that reports: `Au 31 mars, 64 étaient morts`.

    The first verb behind the day is one of the past, and none is of what will, or should, be.
    """
    day, past = DAY_OPENS.search(opened), words("reporting").search(behind)
    if day is None or past is None or TURNS.search(behind[: past.start()]) is not None:
        return False
    return TO_COME[day["word"]].search(behind) is None and words("aimed").search(behind) is None


def _meets(figure: Figure, start: int, end: int) -> bool:
    return figure.anchor.start < end and start < figure.anchor.end


@cache
def _no_day() -> "regex.Pattern[str]":
    months = load("totals.toml")["months"]
    thirty, fewer = ("|".join(months[name]) for name in ("thirty", "fewer"))
    day_first = rf"(?: 31 \ (?:de\ )? (?:{thirty}) | 3[01] \ (?:de\ )? (?:{fewer}) )"
    month_first = rf"(?: (?:{thirty}) \ 31 | (?:{fewer}) \ 3[01] )"
    year = r"(?:19|20)\d\d (?! \d | [-‐‑]?\p{L} )"
    return regex.compile(
        rf"""
        (?<! [\d.,/-] ) {day_first} (?! -?\p{{L}} )
        | (?<! \p{{L}} ) {month_first} (?= (?:,\ {year} | \ {year} (?!\ \p{{L}})) )
        """,
        regex.X | regex.I,
    )
