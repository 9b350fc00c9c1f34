"""Numbers with the mark of an ordinal: `31. März`, `1.º de maio`, `der 3. Bericht`."""

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of


def opening_days(pack: Pack) -> LazyPattern:
    """Return the pattern of a marked day or part of a year, which is no number of an item."""
    marks = any_of(pack.section("date").words("day_marks"))
    months, parts = (pack.section(name).inverted() for name in ("date.months", "date.parts"))
    link = rf"\ (?: {any_of(pack.section('date').words('of'))} \  )?+"
    return LazyPattern(
        rf"[0-9]{{1,2}} {marks} {link} {any_of((*months, *parts))} (?!\p{{L}})", regex.X | regex.I
    )


def days_of_span(pack: Pack) -> LazyPattern:
    """Return the pattern of the first day of `11-14 June`, `11.-14. Juni`."""
    marks = any_of(pack.section("date").words("day_marks"))
    return LazyPattern(
        rf"""(?P<day> 0?[1-9]|[12][0-9]|3[01]) (?:st|nd|rd|th|{marks})?+
        (?= \ ?[-–—]\ ?[0-9] | \  )""",
        regex.X,
    )


def ordinals_with_stop(pack: Pack) -> LazyPattern:
    """Return the pattern of an ordinal that a full stop tells, and the word before."""
    words = any_of(pack.section("references").words("ordinal_after"))
    return LazyPattern(
        rf"(?<= (?<!\p{{L}}) {words} \ ) [0-9]{{1,3}} \. (?= \ \p{{L}} )", regex.X | regex.I
    )


def ordinals_with_degree(pack: Pack) -> LazyPattern:
    """Return the pattern of an ordinal with the sign of degrees, told by its article or its noun.

    `Il 3° posto`, `3° trimestre`; in `a 3° di latitudine` and `di 3° nel 2031` it measures.
    """
    words = pack.section("references").words("degreed_after")
    parts = pack.section("date.parts").inverted() if words else ()
    stops = any_of((*pack.section("noun").words("stops"), *pack.section("noun").words("skip")))
    named = rf"(?: {any_of(words)} \  | l['’] )"
    return LazyPattern(
        rf"""[0-9]{{1,3}}° (?: (?<= (?<!\p{{L}}) {named} [0-9]{{1,3}}° )
            (?= \ (?! {stops} (?!\p{{L}}) ) \p{{Ll}}{{3}} )
          | (?= \ {any_of(parts)} (?!\p{{L}}) ) )""",
        regex.X | regex.I,
    )
