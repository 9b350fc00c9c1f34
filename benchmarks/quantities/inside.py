"""Runs in the peers' own environment: reads the sentences of standard input, one JSON line each.

Input: {"peer": …, "text": …, "lang": …}. Output: {"seconds": …, "quantities": […]}, each with
start, end, kind, value or low and high, unit, modifier in the common form, or {"error": …}. What a
peer tells in another form is turned into ours where it says the same. Knows nothing of planfacts.
"""

import importlib
import re
import time
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

Answer = dict[str, Any]

DIGITS = 12
CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr"}
CURRENCIES = {
    "boliviano": "BOB",
    "dollar": "USD",
    "dólar": "USD",
    "dólar estadounidense": "USD",
    "euro": "EUR",
    "franc suisse": "CHF",
    "indian rupee": "INR",
    "peso chileno": "CLP",
    "chilean peso": "CLP",
    "peso colombiano": "COP",
    "pound": "GBP",
    "british pound": "GBP",
    "rupee": "INR",
    "singapore dollar": "SGD",
    "swiss franc": "CHF",
    "ukrainian hryvnia": "UAH",
    "united states dollar": "USD",
}
MODELS = (  # the surest first: what overlaps one of these is left out of the later ones
    ("recognizers_number", "recognize_percentage", "percent"),
    ("recognizers_number_with_unit", "recognize_currency", "money"),
    ("recognizers_number_with_unit", "recognize_dimension", "measure"),
    ("recognizers_number_with_unit", "recognize_temperature", "measure"),
    ("recognizers_date_time", "recognize_datetime", "date"),
    ("recognizers_number", "recognize_number", None),
)
POINT = re.compile(r"\d{4}(?:-\d\d){0,2}")
PERIOD = re.compile(r"P(?:T?\d+(?:\.\d+)?[A-Z])+")
PERIODS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H"}
MODS = {"since": "/..", "after": "/.."}


def quantulum(text: str, lang: str) -> Iterator[Answer]:
    """Read with quantulum3; a range is its mean and half its width."""
    for found in parser("quantulum3.parser").parse(text, lang=f"{lang}_US"):
        start, end = found.span
        code, name = getattr(found.unit, "currency_code", None), found.unit.name
        if name in PERIODS:
            period = {key: PERIODS[name].format(n) for key, n in _spread(found).items() if n}
            yield {"start": start, "end": end, "kind": "duration", "value": None, **period}
            continue
        if name in {"percentage", "per cent"}:
            kind, unit = "percent", "percent"
        elif code or found.unit.entity.name == "currency":
            kind, unit = "money", code or name
        elif name == "dimensionless":
            kind, unit = None, None
        else:
            kind, unit = "measure", name
        yield {"start": start, "end": end, "kind": kind, "unit": unit, **_spread(found)}


def _spread(found: Any) -> Answer:  # noqa: ANN401
    if not found.uncertainty:
        return {"value": number(found.value)}
    low, high = found.value - found.uncertainty, found.value + found.uncertainty
    return {"value": None, "low": number(low), "high": number(high)}


def recognizers(text: str, lang: str) -> Iterator[Answer]:
    """Read with all models of recognizers-text that give quantities; no ages, no ordinals."""
    taken: list[tuple[int, int]] = []
    for module, name, kind in MODELS:
        for found in getattr(parser(module), name)(text, CULTURES[lang]):
            start, end = found.start, found.end + 1
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            read = _date(found.resolution) if kind == "date" else _number(found.resolution, kind)
            if read is not None:
                taken.append((start, end))
                yield {"start": start, "end": end, **read}


def _number(resolution: Answer | None, kind: str | None) -> Answer | None:
    resolution = resolution or {}
    value, unit = resolution.get("value"), resolution.get("unit") or ""
    if value is None:
        return None
    if kind == "percent":
        unit = "percent"
    elif kind == "money":
        unit = resolution.get("isoCurrency") or CURRENCIES.get(unit.lower(), unit)
    return {
        "kind": kind,
        "value": number(value.rstrip("%").replace(",", ".")),
        "unit": unit or None,
    }


def _date(resolution: Answer | None) -> Answer | None:
    """Return a date, interval or duration; None for a time of day and what hangs on today."""
    first = ((resolution or {}).get("values") or [{}])[0]
    timex = first.get("timex", "")
    if PERIOD.fullmatch(timex) and first.get("type") == "duration":
        return {"kind": "duration", "value": timex, "unit": None}
    if POINT.fullmatch(timex):
        return {"kind": "date", "value": timex + MODS.get(first.get("Mod", ""), ""), "unit": None}
    ends = timex.strip("()").split(",")[:2]
    if len(ends) > 1 and all(POINT.fullmatch(end) for end in ends):
        return {"kind": "date", "value": "/".join(ends), "unit": None}
    return None


def number(value: float | str) -> str | None:
    """Return a number in plain digits, at most twelve of them; None where it is none."""
    try:
        short = Decimal(f"{Decimal(str(value)):.{DIGITS}g}")
    except InvalidOperation:
        return None
    plain = f"{short:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@cache
def parser(module: str) -> Any:  # noqa: ANN401
    """Return a peer's module, imported once."""
    return importlib.import_module(module)


PEERS: dict[str, Callable[[str, str], Iterator[Answer]]] = {
    "quantulum3": quantulum,
    "recognizers-text": recognizers,
}


def answer(asked: Answer) -> Answer:
    """Let a peer read one sentence; an error of its own is its answer."""
    started = time.process_time()
    try:
        found = list(PEERS[asked["peer"]](asked["text"], asked["lang"]))
        for one in found:
            one["start"] = max(0, one["start"])  # some begin before the text
    except Exception as error:  # noqa: BLE001  # whatever a peer raises is told, not ours to know
        return {"error": f"{type(error).__name__}: {error}"}
    return {"seconds": time.process_time() - started, "quantities": found}
