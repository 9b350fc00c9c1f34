"""Single fields of a golden figure, as the program read them or as a reviewer corrects them."""

from collections.abc import Mapping

import regex

from extractor.errors import GoldenError
from schemas.figure import Figure
from schemas.golden import GoldenFigure, GoldenPlace

HELD = {"value": ("value", "low", "high"), "span": ("source", "printed")}
"""What a golden figure holds of a field, where that is not one thing of the same name."""
ENDS: Mapping[str, str] = {"low": "value", "high": "value"}
"""Fields that are compared under the name of another."""
WORDED = frozenset({"indicator", "population"})
NUMBER = regex.compile(r"-?+\d++(?:\.\d++)?+")


def taken(entry: GoldenFigure, draft: GoldenFigure, name: str) -> GoldenFigure:
    """Return an entry with one field as the program read it; other wordings stay acceptable."""
    update = {each: getattr(draft, each) for each in HELD.get(name, (name,))}
    if name in WORDED and update[name]:
        update[name] = (*update[name], *getattr(entry, name))
    return entry.model_copy(update=update)


def corrected(entry: GoldenFigure, figure: Figure, name: str, value: str | None) -> GoldenFigure:
    """Return an entry with one field as a reviewer says it is.

    Raises:
        GoldenError: It is no number where one has to be.
    """
    update: dict[str, object] = {name: value}
    if name in WORDED:
        update = {name: () if value is None else (value,)}
    elif name == "place" and value is not None:
        update = {name: GoldenPlace(value=(value,), code=None)}
    elif name in HELD["value"]:
        _check_number(figure, value)
        update = {"low": None, "high": None, name: value} if name == "value" else update
    return entry.model_copy(update=update)


def _check_number(figure: Figure, value: str | None) -> None:
    if value is None or figure.kind in {"date", "duration"}:
        return
    if NUMBER.fullmatch(value) is None:
        raise GoldenError(f"{figure.id}: {value!r} is no number in plain digits")
