"""A diff as Markdown for a pull request: text of a document never becomes markup."""

from collections.abc import Iterator, Sequence

import regex

from extractor.editions import shown
from schemas.diff import Diff, FigureChange, LineChange

HEAD = "| figure | old | new | change | what became of it |\n|---|---|---|---|---|"
MARKUP = regex.compile(r"[#$&*<>@\[\\\]_`|~]|:(?=\S)|(?<=www)\.", regex.IGNORECASE)
FRONT = frozenset({"revised_up", "revised_down", "rounded", "restated", "unit_changed"}) | {
    "currency_changed",
    "split",
    "merged",
}
"""What stands open; the rest is folded."""
OTHERS = {
    "next_period": "Next period",
    "redated": "Redated",
    "modifier_changed": "Other words around the value",
    "resourced": "Another source",
    "moved": "Moved",
    "added": "Added",
    "withdrawn": "Withdrawn",
}


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, link, mention or reference in it.

    An empty comment parts `@name` and `#12`, which GitHub would link wherever they are escaped.

    >>> plain("<b>*12* | a_b")
    '&lt;b&gt;&#42;12&#42; &#124; a&#95;b'
    """
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;<!-- -->", "#": "&#35;<!-- -->"}
    return MARKUP.sub(lambda m: named.get(m[0], f"&#{ord(m[0])};"), shown.clean(text))


def markdown(diff: Diff) -> Iterator[str]:
    """Yield the lines of a diff; no line begins with text of a document."""
    yield f"## {plain(diff.old.name)} → {plain(diff.new.name)}\n"
    told = shown.relation(diff)
    if told is not None:
        yield f"{plain(told)}\n"
    if diff.relation == "unrelated":
        return
    yield f"{shown.summary(diff)}\n"
    front = [each for each in diff.figures if not FRONT.isdisjoint(each.types)]
    if front:
        yield from _table(front)
    for name, title in OTHERS.items():
        folded = [e for e in diff.figures if name in e.types and FRONT.isdisjoint(e.types)]
        if folded:
            yield from _folded(title, folded)
    if diff.rolled:
        yield from _folded("One period on, in the same place", diff.rolled)
    yield from _parts(diff)


def _folded(title: str, changes: Sequence[FigureChange]) -> Iterator[str]:
    yield f"<details><summary>{title}: {len(changes)}</summary>\n"
    yield from _table(changes)
    yield "</details>\n"


def _table(changes: Sequence[FigureChange]) -> Iterator[str]:
    yield HEAD
    for change in changes:
        row = shown.row(change)
        cells = (row.label, row.old, row.new, row.change, row.types)
        yield f"| {' | '.join(map(plain, cells))} |"
    yield ""


def _parts(diff: Diff) -> Iterator[str]:
    for name, changed in shown.parts_of(diff):
        if not changed:
            continue
        yield f"<details><summary>{name.capitalize()}: {len(changed)}</summary>\n"
        for part in changed:
            pages = f" ({shown.pages(part)})" if shown.pages(part) else ""
            yield f"- {shown.words(part.types) or 'lines'}: {plain(shown.renamed(part))}{pages}"
            yield from (f"  - {_line(line)}" for line in getattr(part, "lines", ()))
        yield "\n</details>\n"


def _line(line: LineChange) -> str:
    return f"{line.axis} {line.type}: {plain(shown.line_names(line))}"
