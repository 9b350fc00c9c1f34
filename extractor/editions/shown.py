"""How changes are told in words: the summary, and what stands in the columns of a list."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.written import number, scaled
from schemas.diff import (
    ChangeType,
    Diff,
    FigureChange,
    FigureSide,
    LineChange,
    TableChange,
    TextChange,
)

SIGNS: dict[ChangeType, str] = {
    "added": "+",
    "withdrawn": "-",
    "split": "<",
    "merged": ">",
    "next_period": "»",
    "unit_changed": "~",
    "currency_changed": "~",
    "revised_up": "~",
    "revised_down": "~",
    "rounded": "≈",
    "redated": "@",
}
"""What marks a change in a list, by the first of its types that is here."""
OTHER_SIGN = "·"
SAME_SIGN = "="
SPACE = regex.compile(r"[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}]++")
IN_NEED = "in_need"  # the one status that is written as no word is
SCALED = ("money", "count")


def sign(change: FigureChange) -> str:
    """Return the sign that marks a change."""
    if "unchanged" in change.types:
        return SAME_SIGN
    return next((sign for name, sign in SIGNS.items() if name in change.types), OTHER_SIGN)


def words(types: tuple[str, ...]) -> str:
    """Return types as they are told.

    >>> words(("revised_up", "moved"))
    'revised up, moved'
    """
    return ", ".join(types).replace("_", " ")


def clean(text: str | None) -> str:
    r"""Return text of a document on one line, without what a terminal would obey.

    >>> clean("boats\x1b[31m  lost\nin May")
    'boats [31m lost in May'
    """
    return SPACE.sub(" ", text or "").strip()


def summary(diff: Diff) -> str:
    """Return how many figures became what; a figure counts with each of its types.

    `= 311 unchanged, ~ 42 revised (30 up, 12 down), + 12 added`
    """
    counts = Counter(each for change in diff.figures for each in change.types)
    told = [f"{SAME_SIGN} {counts['unchanged']} unchanged"] if counts["unchanged"] else []
    if revised := sum(not REVISED.isdisjoint(change.types) for change in diff.figures):
        ways = f"{counts['revised_up']} up, {counts['revised_down']} down"
        told.append(f"~ {revised} revised ({ways})")
    told += [
        f"{SIGNS.get(each, OTHER_SIGN)} {counts[each]} {words((each,))}"
        for each in COUNTED
        if counts[each]
    ]
    parts = [
        f"{len(changed)} {name[:-1] if len(changed) == 1 else name} changed"
        for name, changed in parts_of(diff)
        if changed
    ]
    return ", ".join(told + parts) or "no such change"


REVISED = frozenset({"revised_up", "revised_down"})
COUNTED: tuple[ChangeType, ...] = (
    *("next_period", "rounded", "restated", "redated", "unit_changed", "currency_changed"),
    *("modifier_changed", "resourced", "moved", "split", "merged", "added", "withdrawn"),
)


def parts_of(diff: Diff) -> Iterator[tuple[str, tuple[TableChange, ...] | tuple[TextChange, ...]]]:
    """Yield the parts of documents that changed, by their kind."""
    yield "tables", diff.tables
    yield "sections", diff.sections
    yield "footnotes", diff.footnotes
    yield "sources", diff.sources


def relation(diff: Diff) -> str | None:
    """Return how two documents stand to each other, if that has to be said."""
    old, new = clean(diff.old.name), clean(diff.new.name)
    match diff.relation:
        case "unrelated":
            return (
                f"{old} and {new} have nothing to do with each other: of the figures of the one"
                f" with fewer, {diff.likeness:.1%} are in both"
            )
        case "translation":
            return f"{new} is a translation of {old}, or the other way round"
        case "same":
            return f"{old} and {new} are the same document"
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Row:
    """A change as a list shows it."""

    sign: str
    label: str
    old: str
    new: str
    change: str
    types: str


def row(change: FigureChange) -> Row:
    """Return a change as a list shows it."""
    side = change.new or change.old
    return Row(
        sign=sign(change),
        label=clean(side.label if side else None).replace(IN_NEED, words((IN_NEED,))),
        old=value(change.old),
        new=value(change.new),
        change=movement(change),
        types=words(change.types),
    )


def value(side: FigureSide | None) -> str:
    """Return a figure as printed, with its page; nothing without a figure."""
    if side is None:
        return ""
    page = f" (p. {side.page})" if side.page else ""
    return f"{clean(side.quote)}{page}"


def movement(change: FigureChange) -> str:
    """Return by how much a value moved: `+12.5 million (+8.7%)`; nothing where it did not."""
    if change.difference is None or change.new is None:
        return ""
    percent = None if change.percent is None else f"{signed(change.percent)}%"
    if change.new.kind == "ratio" and percent is not None:
        return percent  # of a third and a quarter nobody wants the digits
    minus = change.difference.startswith("-")
    digits = change.difference.removeprefix("-")
    amount = scaled(digits) if change.new.kind in SCALED else number(digits)
    points = (" point" if digits == "1" else " points") if change.new.kind == "percent" else ""
    return f"{'-' if minus else '+'}{amount}{points}" + (f" ({percent})" if percent else "")


def signed(digits: str) -> str:
    """Return a number with its sign and its thousands parted."""
    return f"{'' if digits.startswith('-') else '+'}{number(digits)}"


def section(change: FigureChange) -> str:
    """Return the heading that a change stands under, in the new edition if it stands there."""
    side = change.new or change.old
    return clean(side.section if side else None)


def renamed(change: TableChange | TextChange) -> str:
    """Return what a part was and is called: `old -> new`, or the one name that there is."""
    old, new = clean(change.old) or "(untitled)", clean(change.new) or "(untitled)"
    if change.new_id is None or (change.old_id is not None and old == new):
        return old
    return new if change.old_id is None else f"{old} → {new}"


def pages(change: TableChange | TextChange) -> str:
    """Return the pages that a part stands on: `p. 3`, `p. 3 → 5`; nothing without pages."""
    told = [page for page in (change.old_page, change.new_page) if page is not None]
    return f"p. {' → '.join(map(str, dict.fromkeys(told)))}" if told else ""


def line_names(line: LineChange) -> str:
    """Return what a row or column was and is called."""
    names = [clean(name) for name in (line.old, line.new) if name is not None]
    return " → ".join(dict.fromkeys(names))
