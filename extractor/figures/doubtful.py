"""Units whose sign is a letter or sign of something else, too: `5h`, `12 A`, `6.5"`, `22p`.

What stands before or around them shows which it is.
"""

import regex

_HOURS = regex.compile(  # a smaller number is a time of the day, as in 14h
    r"(?<=(?<![0-9.,:])(?:2[4-9]|[3-9][0-9]|[1-9][0-9]{2,4}|[1-9][0-9]{0,2}[, ][0-9]{3}))"
    r"\ ?h(?:rs?)?(?![\p{L}0-9/])"
)
MINUTES = regex.compile(r"(?<=[0-9])\ h\ ([0-5][0-9])(?![\p{L}0-9:]|[.,][0-9])")
_SECONDS = regex.compile(r"(?<=[0-9]\.[0-9]{1,3})\ ?s(?![\p{L}0-9/'])")
_MILLISECONDS = regex.compile(r"(?<=[0-9])\ ?ms(?![\p{L}0-9/'])")
LETTERED = {
    "h": (_HOURS, "T1H"),
    "s": (_SECONDS, "T1S"),
    "m": (_MILLISECONDS, "T0.001S"),
}
"""By their first letter: the stretches of time whose letters say them, and their values."""

_PENCE = regex.compile(r"(?<=(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?)p(?![\p{L}0-9])")
_SHARES = regex.compile(r"\b(?:shares?|stock|dividend)\b")  # which are priced in pence
_AMPERES = regex.compile(r"(?<=[0-9])\ ?A(?=[,.;:)/]|\ (?:AC|DC|max|at|@)\b|\Z)")
_VOLTS = regex.compile(r"[0-9]\ ?(?:k?V|VAC|VDC|k?W)(?!\p{L})")  # beside these A is ampere
_PAGE = 2000  # characters around amperes in which the same thing has its volts or watts
_WINDOW = 150  # characters around a sign that show which of its meanings it has
_INCHES = regex.compile(r'(?<=[0-9])["″](?!\p{L})')
_OPENING = regex.compile(r'(?<![0-9])"')
_KELVINS = regex.compile(r"(?<=[0-9]{3})\ K(?![\p{L}0-9'-]|\ \p{Ll}{4})")
_DEGREES = regex.compile(r"(?<=(?<![0-9.,])[0-9]{1,3}(?:\.[0-9])?)[CF](?![\p{L}0-9'-])")
_CYRILLIC_VOLTS = regex.compile(r"(?<=[0-9])\ ?В(?=[,.;:)/]|\Z)")  # also a preposition
_HEAT = regex.compile(r"temperatur|degree|°|\bheat|\bcold|\bfreez|\bwarm|\bhot\b|\boven", regex.I)


def _unquoted(text: str, at: int) -> bool:
    """Say whether no quotation is open before a sign that may close one."""
    return len(_OPENING.findall(text, max(0, at - _WINDOW), at)) % 2 == 0


def _of_heat(text: str, at: int) -> bool:
    """Say whether a text around tells of temperatures."""
    return _HEAT.search(text, max(0, at - _WINDOW), at + _WINDOW) is not None


def _is_plain(_text: str, _at: int) -> bool:
    return True


_BY_SIGN = {
    '"': (_INCHES, _unquoted, '"'),
    "″": (_INCHES, _is_plain, "″"),
    "K": (_KELVINS, _is_plain, "K"),
    "C": (_DEGREES, _of_heat, "°C"),
    "В": (_CYRILLIC_VOLTS, _is_plain, "В"),
    "F": (_DEGREES, _of_heat, "°F"),
}
"""Pattern, test and name of the units whose signs are others, too."""


def measured_by_sign(text: str, at: int, initial: str) -> tuple[str, int] | None:
    """Return name and end of inches, kelvins, degrees or volts behind a number, by their sign."""
    signed = _BY_SIGN.get(initial)
    match = signed[0].match(text, at) if signed else None
    if signed is None or match is None or not signed[1](text, at):
        return None
    return signed[2], match.end()


def pence(text: str, at: int) -> int | None:
    """Return the end of the pence behind a number, where pounds or the price of a share tell."""
    match = _PENCE.match(text, at)
    near = max(0, at - _WINDOW), at + _WINDOW
    sterling = match is not None and ("£" in text or _SHARES.search(text, *near))
    return match.end() if match and sterling else None


def amperes(text: str, at: int) -> "regex.Match[str] | None":
    """Return the sign of amperes behind a number, where volts or watts are printed around."""
    sign = _AMPERES.match(text, at)
    near = max(0, at - _PAGE), at + _PAGE
    return sign if sign and _VOLTS.search(text, *near) else None
