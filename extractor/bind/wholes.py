"""Of which count a share or a part is, where the sentence does not say so: one near before it."""

from decimal import Decimal

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, take_over

STEM = 6  # letters; `returnees`, `returned` and `returning` share so many
WORD = regex.compile(r"\p{L}{5,}")
SHARES = frozenset({"percent", "ratio"})


def bind_wholes(context: Context) -> None:
    """Set the whole of each share that names its group to the nearest count of it before.

    A factor (`threefold the usual number`) is no share.
    """
    counts: list[Found] = []
    for found in context.founds:
        if found.is_time or found.cell is not None:
            continue
        if found.reading.kind == "count" and not _is_restatement(found):
            counts.append(found)
        elif _is_share(found) and found.of is None and not _is_restatement(found):
            found.of = _whole(context, found, counts)


def _is_share(found: Found) -> bool:
    return found.reading.kind in SHARES and found.unit != "times"


def _is_restatement(found: Found) -> bool:
    return found.indicator is not None and found.indicator.rule == "prose.restated_in_bracket"


def _whole(context: Context, share: Found, counts: list[Found]) -> Found | None:
    """Return the count near before a share that speaks most of its group; a whole before parts."""
    if share.population is None or share.population.rule in NO_SHARE_OF:
        return None
    group = _stems(share.population.value)
    best: tuple[int, bool] = (0, False)
    whole: Found | None = None
    for count in reversed(counts):
        if not _is_near(context, share, count):
            break
        score = (len(group & _said_of(count)), count.of is None)
        if score[0] and score > best:
            best, whole = score, count
    return whole


NO_SHARE_OF = frozenset(
    {
        "prose.said_by",
        "prose.compared",
        "prose.base_carried",
        "prose.base_subject",
        "prose.base_changed",
    }
)


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


def bind_place_parts(context: Context) -> None:
    """Bind `1,800 in Lorn and 815 in areas nearby` to the count before that they add up to."""
    for passage in context.collected.passages:
        counts = [f for f in passage.founds if f.reading.kind == "count" and f.reading.value]
        for whole, parts in _with_bare_runs(counts):
            if len(parts) > 1 and _adds_up(whole, parts):
                for part in parts:
                    part.of = part.of or whole
                    take_over(part, whole, "prose.adds_up", keep_own=True)


def _with_bare_runs(counts: list[Found]) -> list[tuple[Found, list[Found]]]:
    """Return each count that has a unit with the counts without one that follow it."""
    runs: list[tuple[Found, list[Found]]] = []
    for count in counts:
        if count.unit is not None and not _is_bare(count):
            runs.append((count, []))
        elif runs:
            runs[-1][1].append(count)
    return runs


def _is_bare(count: Found) -> bool:
    """Say whether a count in running text has its noun, if any, only from another one."""
    return count.reading.noun is None and count.zone in {"prose", "list"}


def _adds_up(whole: Found, parts: list[Found]) -> bool:
    total = sum(Decimal(p.reading.value or "0") for p in parts)
    tolerance = Decimal(whole.reading.precision or "0")
    return abs(Decimal(whole.reading.value or "0") - total) <= tolerance
