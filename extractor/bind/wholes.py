"""Of which figure a share is a part, where the sentence does not say so: the last count of the same group."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found

STEM = 6  # letters; `returnees`, `returned` and `returning` share so many
WORD = regex.compile(r"[\p{L}]{5,}")
SHARES = frozenset({"percent", "ratio"})


def bind_wholes(context: Context) -> None:
    """Set the whole of each share that names its group to the nearest count of that group before it."""
    counts: list[Found] = []
    for found in context.founds:
        if found.is_time or found.cell is not None:
            continue
        if found.reading.kind == "count" and not _is_restatement(found):
            counts.append(found)
        elif found.reading.kind in SHARES and found.of is None and not _is_restatement(found):
            found.of = _whole(context, found, counts)


def _is_restatement(found: Found) -> bool:
    return found.indicator is not None and found.indicator.rule == "prose.restated_in_bracket"


def _whole(context: Context, share: Found, counts: list[Found]) -> Found | None:
    if share.population is None:
        return None
    group = _stems(share.population.value)
    for count in reversed(counts):
        if not _is_near(context, share, count):
            return None
        if group & (_said_of(count)):
            return count
    return None


def _is_near(context: Context, share: Found, count: Found) -> bool:
    """Say whether two figures stand in one paragraph, or in key figures under one heading."""
    if share.passage == count.passage:
        return True
    blocks = context.doc.blocks
    same_section = blocks[share.block].section == blocks[count.block].section
    return share.zone == count.zone == "keyfigure" and same_section


def _said_of(count: Found) -> frozenset[str]:
    values = [b.value for b in (count.indicator, count.population) if b is not None]
    return _stems(" ".join(values))


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(w.lower()[:STEM] for w in WORD.findall(phrase))
