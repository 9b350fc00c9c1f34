"""Values as a person writes them; what is odd, as extractions come from outside, stays as it is."""

from collections.abc import Callable
from decimal import Decimal

import regex

from schemas.figure import Figure

_NUMBER = regex.compile(r"(?P<sign>-?+)(?P<whole>\d++)(?P<rest>(?:\.\d++)?+)")
_DAY = regex.compile(r"(?P<year>\d{4}+)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?+)?+")
_DURATION = regex.compile(
    r"""
    P (?: (?P<number> \d++ (?: \. \d++ )?+ ) (?P<unit> [YMWD] )
      | T (?P<count> \d++ (?: \. \d++ )?+ ) (?P<time> [HMS] )
      )
    """,
    regex.VERBOSE,
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIMES = {"H": "hour", "M": "minute", "S": "second"}
_MODIFIERS = {"at_least": "at least ", "at_most": "at most ", "approx": "about "}
_OPEN = ".."
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_DECIMALS = 3  # a number of more is written in full: nothing is rounded
_MOST_DIGITS = 25  # a longer number is not divided: decimals of more would be rounded
_SCALED = frozenset({"money", "count"})
_LONGEST_SYMBOL = 3  # letters: `MWH` is no noun


def brief(figure: Figure) -> str:
    """Return the value of a figure for a list: as exact as `written`, and shorter where it can be.

    `USD 14.6 million` for 14600000; two thirds as they are printed; `people` for `PEOPLE`.
    """
    if figure.kind == "ratio" and figure.unit is None:
        return figure.anchor.quote
    unit = figure.unit
    if unit and figure.kind == "count" and unit.isupper() and len(unit) > _LONGEST_SYMBOL:
        figure = figure.model_copy(update={"unit": unit.lower()})
    return written(figure, scaled if figure.kind in _SCALED else number)


def written(figure: Figure, one: Callable[[str], str] | None = None) -> str:
    """Return the value of a figure with its unit and modifier; `one` writes numbers of it."""
    if figure.kind == "date":
        return date(figure.value or "")
    per = f" per {figure.per.value.replace('/', ' per ')}" if figure.per is not None else ""
    modifier = _MODIFIERS[figure.modifier] if figure.modifier else ""
    return f"{modifier}{_amount(figure, one or number)}{per}"


def _amount(figure: Figure, one: Callable[[str], str]) -> str:
    if figure.kind == "duration":
        one = _duration
    if figure.value is not None:
        amount = one(figure.value)
    elif figure.low is not None and figure.high is not None:
        amount = f"{one(figure.low)} to {one(figure.high)}"
    elif figure.low is not None:
        amount = f"{one(figure.low)} or more"
    else:
        amount = f"up to {one(figure.high or '')}"
    return with_unit(amount, figure)


def with_unit(amount: str, figure: Figure) -> str:
    """Return an amount in the unit of a figure."""
    match figure.unit:
        case None:
            return amount
        case "percent":
            return f"{amount}%"
        case unit if figure.kind == "money":
            return f"{unit} {amount}"
        case unit:
            return f"{amount} {unit.replace('_', ' ')}"


def is_number(digits: str | None) -> bool:
    """Say whether plain digits are written, as the figures that we read have them."""
    return digits is not None and _NUMBER.fullmatch(digits) is not None


def number(digits: str) -> str:
    """Return a number with its thousands parted.

    >>> number("14600000"), number("-1234.5"), number("999")
    ('14,600,000', '-1,234.5', '999')
    """
    match = _NUMBER.fullmatch(digits)
    if match is None:
        return digits
    whole = match["whole"]
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))]
    return f"{match['sign']}{','.join(groups)}{match['rest']}"


def scaled(digits: str) -> str:
    """Return a number in words of a scale where that is shorter and just as exact.

    >>> scaled("14600000"), scaled("4210480"), scaled("950000")
    ('14.6 million', '4,210,480', '950,000')
    """
    if len(digits) > _MOST_DIGITS or _NUMBER.fullmatch(digits) is None:
        return number(digits)
    value = Decimal(digits)
    for scale, name in _SCALES:
        if abs(value) >= scale:
            part = value / scale
            if part != round(part, _DECIMALS):
                break
            return f"{number(f'{part.normalize():f}')} {name}"
    return number(digits)


def date(iso: str) -> str:
    """Return a date or an interval.

    >>> date("2022-02-24"), date("2023-12"), date("2024/2026"), date("2022-03/..")
    ('24 February 2022', 'December 2023', '2024 to 2026', 'from March 2022 on')
    """
    first, slash, last = iso.partition("/")
    if not slash:
        return _day(iso)
    if last == _OPEN:
        return f"from {_day(first)} on"
    return f"until {_day(last)}" if first == _OPEN else f"{_day(first)} to {_day(last)}"


def _day(iso: str) -> str:
    match = _DAY.fullmatch(iso)
    if match is None:
        return iso
    month = _MONTHS[int(match["month"]) - 1] if match["month"] else ""
    day = str(int(match["day"])) if match["day"] else ""
    return " ".join(part for part in (day, month, match["year"]) if part)


def _duration(iso: str) -> str:
    match = _DURATION.fullmatch(iso)
    if match is None:
        return iso
    amount = match["number"] or match["count"]
    unit = _UNITS[match["unit"]] if match["unit"] else _TIMES[match["time"]]
    return f"{number(amount)} {unit}{'' if amount == '1' else 's'}"
