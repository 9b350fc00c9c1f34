"""What header cells, labels and titles of tables are: of areas, of givers, of the rows' numbers."""

from functools import cache, lru_cache

import regex

from extractor.data.tables import load
from extractor.entities.gazetteer import people_nouns
from extractor.segment.titles import is_total

YEAR = regex.compile(
    r"""
    ^ \s*+
    (?: (?: FY\s? )? (?: 19 | 20 | ١٩ | ٢٠ ) \d\d (?: \s? [-–/] \s? (?: 19 | 20 )? \d\d )?
      | FY\s? \d\d (?: \s? [-–/] \s? (?: FY )? \d\d )?
    )
    \s*+ $
    """,
    regex.X,
)
"""A header that is a year, with the fiscal years of two digits that may stand for anything else."""
WORDS = regex.compile(r"[\p{L}\p{M}]++")
MAX_HEADER = 40  # characters; a longer header names more than a kind of area or the rows' numbers


@lru_cache(maxsize=4096)  # tables say the same again and again
def numbers_rows(header: str, *, first: bool) -> bool:
    """Say whether a column's header says that its numbers only tell the rows apart.

    >>> numbers_rows("Rank", first=False), numbers_rows("No.", first=True)
    (True, True)
    >>> numbers_rows("No.", first=False)
    False
    """
    if len(header) > MAX_HEADER:
        return False
    return _exactly("row_numbers").match(header) is not None or (
        first and _exactly("first_numbers").match(header) is not None
    )


@lru_cache(maxsize=4096)
def heads_areas(header: str) -> bool:
    """Say whether a column's header says that its labels are places.

    >>> heads_areas("Region / district"), heads_areas("State budget")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _areas().match(header) is not None


@lru_cache(maxsize=4096)
def names_givers(text: str) -> bool:
    """Say whether a header or title says that its rows give something to somewhere else.

    >>> names_givers("Top ten donors in 2031"), names_givers("Funds by district")
    (True, False)
    """
    return _givers().search(text) is not None


@lru_cache(maxsize=4096)
def heads_notes(header: str) -> bool:
    """Say whether a column's header says that it refers to notes.

    >>> heads_notes("Notes"), heads_notes("Notes mended")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("notes").match(header) is not None


@lru_cache(maxsize=4096)
def heads_asides(header: str) -> bool:
    """Say whether a column's header says that it gives unit, source or remarks of the rows.

    >>> heads_asides("Unit"), heads_asides("Unit cost")
    (True, False)
    """
    return len(header) <= MAX_HEADER and (
        _exactly("asides").match(header) is not None or heads_units(header)
    )


@lru_cache(maxsize=4096)
def heads_sources(header: str) -> bool:
    """Say whether a column's header says that it names who says what its rows tell.

    >>> heads_sources("Data source"), heads_sources("Source of funds")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("sources").match(header) is not None


@lru_cache(maxsize=4096)
def heads_units(header: str) -> bool:
    """Say whether a column's header says that it gives the unit of its rows.

    >>> heads_units("Unit of measure"), heads_units("Unit cost")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("units").match(header) is not None


@lru_cache(maxsize=4096)
def is_lump(unit: str) -> bool:
    """Say whether a unit is a lump sum, of which nothing is counted.

    >>> is_lump("Lump sum"), is_lump("animals")
    (True, False)
    """
    return len(unit) <= MAX_HEADER and _exactly("lumps").match(unit) is not None


@lru_cache(maxsize=4096)
def heads_bearers(header: str) -> bool:
    """Say whether a column's header says that it names who carries out what its rows are of.

    >>> heads_bearers("Lead agency"), heads_bearers("Agency costs")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("bearers").match(header) is not None


@lru_cache(maxsize=4096)
def heads_kinds(header: str) -> bool:
    """Say whether a column's header says of what sort its rows are.

    >>> heads_kinds("Sector(s)"), heads_kinds("Sector budget")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("kinds").match(header) is not None


@lru_cache(maxsize=4096)
def heads_years(header: str) -> bool:
    """Say whether a column's header says that it gives the time of its rows.

    >>> heads_years("Fiscal year"), heads_years("Years of schooling")
    (True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("years").match(header) is not None


@lru_cache(maxsize=4096)
def says_how(header: str) -> bool:
    """Say whether a column's header says how its rows are counted, and not what (`n`, `%`)."""
    return len(header) <= MAX_HEADER and _exactly("counting").match(header) is not None


@lru_cache(maxsize=4096)
def heads_amounts(header: str) -> bool:
    """Say whether a column's header says that sums stand below it, and not of what: `Amount`."""
    return len(header) <= MAX_HEADER and _exactly("amounts").match(header) is not None


@lru_cache(maxsize=4096)
def is_whole(header: str) -> bool:
    """Say whether a head or label announces a total, or all of what its neighbours part.

    >>> is_whole("Grand total"), is_whole("Both sexes"), is_whole("Overall cost")
    (True, True, False)
    """
    return is_total(header) or (
        len(header) <= MAX_HEADER and _exactly("wholes").match(header) is not None
    )


def counts_people(noun: str) -> bool:
    """Say whether a noun, in lower case, names people in one of the languages.

    >>> counts_people("households"), counts_people("осіб"), counts_people("boats")
    (True, True, False)
    """
    return noun in people_nouns() or noun in _words("people", "words")


@lru_cache(maxsize=4096)
def names_sex(header: str) -> bool:
    """Say whether a head or label is one of the sexes (`Male`, `Femmes`).

    >>> names_sex("Female"), names_sex("Female staff")
    (True, False)
    """
    return header.strip().lower() in _words("people", "sexes")


@lru_cache(maxsize=4096)
def parts_people(header: str) -> bool:
    """Say whether a head parts people by sex: the sexes, and what stands over them.

    >>> parts_people("Female"), parts_people("Sex"), parts_people("Female staff")
    (True, True, False)
    """
    return names_sex(header) or header.strip().lower() in _words("people", "dimensions")


def counts_events(noun: str) -> bool:
    """Say whether a noun, in lower case, counts what happened to people, no group of them.

    >>> counts_events("deaths"), counts_events("households")
    (True, False)
    """
    return noun in _words("people", "events")


@lru_cache(maxsize=4096)
def counts_money(phrase: str) -> bool:
    """Say whether a head or label names sums or shares, which are no things that are counted.

    >>> counts_money("Property taxes"), counts_money("Fishing boats")
    (True, False)
    """
    return not _words("money", "words").isdisjoint(phrase.lower().split())


@lru_cache(maxsize=4096)
def tells_stage(header: str) -> bool:
    """Say whether a header says at what stage its rows are counted: `Baseline`, `Reached so far`.

    >>> tells_stage("Target (2032)"), tells_stage("Boats")
    (True, False)
    """
    return not _words("stages", "words").isdisjoint(WORDS.findall(header.lower()))


@lru_cache(maxsize=4096)
def is_stage(label: str) -> bool:
    """Say whether a label tells a stage and nothing else.

    >>> is_stage("Target"), is_stage("Línea de base"), is_stage("Boats (target)")
    (True, True, False)
    """
    words = frozenset(WORDS.findall(label.lower())) - _words("stages", "joins")
    return bool(words) and _words("stages", "words").issuperset(words)


@lru_cache(maxsize=4096)
def is_of_stage(head: str, stage: str) -> bool:
    """Say whether a head is of the stage `before` a programme, or `after` it.

    >>> is_of_stage("Baseline (2030)", "before"), is_of_stage("Target", "after")
    (True, False)
    """
    words = load("statuses.toml")["stages"][stage]
    return not frozenset(words).isdisjoint(WORDS.findall(head.lower()))


@lru_cache(maxsize=4096)
def leaves_open(header: str) -> bool:
    """Say whether a header tells a state of whom or what its table or its rows name.

    >>> leaves_open("In need"), leaves_open("Number targeted"), leaves_open("Needs")
    (True, True, False)
    """
    return len(header) <= MAX_HEADER and _exactly("states").match(header) is not None


@lru_cache(maxsize=4096)
def is_frame(title: str) -> bool:
    """Say whether a title only says how sums are stated and of when: `(Expressed in`.

    >>> is_frame("(Expressed"), is_frame("for the year ended 30 June"), is_frame("June fees")
    (True, True, False)
    """
    return _words("frames", "words").issuperset(WORDS.findall(title.lower()))


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(load("tables.toml")[table][name])


def alternatives(words: list[str]) -> str:
    """Return a pattern of any of several words, the longest first."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(regex.escape(w).replace("’", "['’]") for w in ordered)


@cache
def _exactly(name: str) -> "regex.Pattern[str]":
    words = alternatives(load("tables.toml")["heads"][name])
    return regex.compile(rf"^\s*+(?:{words})\s*+[.:]?\s*+$", regex.I)


@cache
def _areas() -> "regex.Pattern[str]":
    data = load("tables.toml")["areas"]
    area, join = alternatives(data["words"]), alternatives(data["joins"])
    return regex.compile(
        rf"^\W*+(?:{area})(?:[\s/,&()–-]++(?:(?:{join})\s++)?(?:{area})){{0,3}}\W*+$", regex.I
    )


@cache
def _givers() -> "regex.Pattern[str]":
    words = alternatives(load("tables.toml")["givers"]["words"])
    return regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.I)
