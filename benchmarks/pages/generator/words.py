"""The words of invented plans, in three languages."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

PLACES = (
    "Tavora Belmire Ostavel Quendra Marnholt Sarvico Lindoma Perrach Velmora Caldrin Ashmera "
    "Dorvane Tollinga Brevasco Nordahl Kamberra Zelvia Mirando Falcoro Estrana"
).split()
PEOPLE = ("Ama Veldt", "Olan Brisk", "Senna Ildor", "Luc Maro", "Inés Calva", "Tom Harrel")


@dataclass(frozen=True, slots=True)
class Words:
    """What sentences, tables and captions are made of in one language."""

    code: str
    thousands: str
    decimal: str
    percent: str
    """The sign with the blank before it, where the language sets one."""
    million: str
    sentences: tuple[str, ...]
    """With slots in braces."""
    topics: tuple[str, ...]
    sectors: tuple[str, ...]
    groups: tuple[str, ...]
    agencies: tuple[str, ...]
    months: tuple[str, ...]
    compounds: tuple[str, ...]
    """Adjectives with a hyphen of their own."""
    measures: tuple[str, ...]
    """Labels of key figures."""
    columns: tuple[str, ...]
    units: tuple[str, ...]
    scenes: tuple[str, ...]
    """What photos show."""
    labels: dict[str, str]
    """Fixed words, by their English name."""


def _load(path: Path) -> Words:
    """Read the words of a language."""
    with path.open("rb") as file:
        plain = tomllib.load(file)
    return Words(**{k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()})


FOLDER = Path(__file__).parent / "languages"
ENGLISH, FRENCH, SPANISH = (_load(FOLDER / f"{code}.toml") for code in ("en", "fr", "es"))
LANGUAGES = (ENGLISH, FRENCH, SPANISH)


def number(words: Words, value: int) -> str:
    """Return a number as the language groups its digits.

    >>> number(SPANISH, 12500)
    '12.500'
    """
    return f"{value:,}".replace(",", words.thousands)


def percent(words: Words, rng: Random) -> str:
    """Return a share, sometimes with a decimal."""
    whole = str(rng.randint(3, 96))
    tenth = f"{words.decimal}{rng.randint(1, 9)}" if rng.random() < 1 / 3 else ""
    return f"{whole}{tenth}{words.percent}"


def money(words: Words, rng: Random) -> str:
    """Return an amount of money in millions."""
    amount = f"{rng.randint(2, 480)}{words.decimal}{rng.randint(1, 9)}"
    before = words.code == "en" or rng.random() < 1 / 2
    return f"USD {amount} {words.million}" if before else f"{amount} {words.million} USD"


def sentence(words: Words, rng: Random) -> str:
    """Return one invented sentence."""
    return _fill(words, rng, rng.choice(words.sentences))


def scene(words: Words, rng: Random) -> str:
    """Return what a photo shows."""
    return _fill(words, rng, rng.choice(words.scenes))


def _fill(words: Words, rng: Random, template: str) -> str:
    """Fill the slots of a template one by one, each occurrence anew."""
    drawn = {
        "n": lambda: number(words, rng.choice((rng.randint(12, 990), rng.randint(1_000, 960_000)))),
        "pct": lambda: percent(words, rng),
        "money": lambda: money(words, rng),
        "place": lambda: rng.choice(PLACES),
        "group": lambda: rng.choice(words.groups),
        "agency": lambda: rng.choice(words.agencies),
        "month": lambda: rng.choice(words.months),
        "year": lambda: str(rng.randint(2027, 2034)),
        "sector": lambda: rng.choice(words.sectors),
        "compound": lambda: rng.choice(words.compounds),
    }
    pieces = template.replace("}", "{").split("{")
    filled = [drawn[piece]() if at % 2 else piece for at, piece in enumerate(pieces)]
    text = "".join(filled)
    return text[0].upper() + text[1:]
