"""Times of the day, and of a race: `18:30`, `1:59.3`, `las 10.15 horas`, `alle 18.30`."""

import regex

from extractor.figures.lexicon import Pack, unit_words
from extractor.figures.phrases import LazyPattern, any_of

WRITTEN = regex.compile(
    r"""
    (?: [01]?[0-9] | 2[0-3] ) (?: [:hH.] [0-5][0-9] (?: :[0-5][0-9] )?+ )?
    (?: \ h\ [0-5][0-9] | (?<=\b las\ [0-9]{1,2}\.[0-9]{2}) \ horas | \ ?[ap]\.?m\.? | \ ?hrs
      | (?<=[0-9]:[0-9]{2}) (?: \.[0-9]{1,3} )?+ | (?<=[0-9][hH][0-9]{2}) )
    (?! [\p{L}0-9:] | \ (?:min|мин|хв)\.?(?!\p{L}) )
    """,
    regex.X | regex.I,
)


def told_behind(pack: Pack) -> LazyPattern:
    """Return the pattern of a time of the day that words behind it tell: `8 Uhr`."""
    return LazyPattern(
        rf"""(?: [01]?[0-9] | 2[0-4] ) (?: [:.][0-5][0-9] )?+
        \ {any_of(pack.section("references").words("clock"))} (?!\p{{L}})""",
        regex.X | regex.I,
    )


def told_before(pack: Pack) -> LazyPattern:
    """Return the pattern of hours and minutes that a word before them tells: `alle 18.30`."""
    units = any_of((*unit_words(pack), *pack.section("magnitudes").inverted()))
    return LazyPattern(
        rf"""(?<= (?<!\p{{L}}) {any_of(pack.section("references").words("clock_after"))} \ )
        (?: [01]?[0-9] | 2[0-4] ) \. [0-5][0-9]
        (?! [\p{{L}}0-9] | [.,/][0-9] | \ ? [%‰\p{{Sc}}] | \ {units} (?!\p{{L}})
          | \ (?: euro | dollar | dólar | \p{{Lu}}{{3}}(?!\p{{L}}) ) )""",
        regex.X | regex.I,
    )
