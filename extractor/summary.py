"""The table printed after a run: what was found in each document, in one row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from extractor.publish import Outcome
from schemas.figure import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
UNBOUND_BY_NATURE = frozenset(
    {"date", "duration"}
)  # they need an indicator only when one is stated

HEADINGS = (
    *("document", "pages", "sections", "tables", "figures"),
    *KINDS,
    *("bound %", "digits %", "seconds"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one run found in one document."""

    name: str
    pages: int
    sections: int
    tables: int
    kinds: Counter[str]
    bindable: int
    """Figures that need an indicator."""
    bound: int
    """Those of them that have one."""
    explained: float
    seconds: float

    @classmethod
    def of(cls, name: str, outcome: Outcome, seconds: float) -> "Summary":
        """Return the summary of what was found in a document."""
        bindable = [kind for kind in outcome.kinds if kind not in UNBOUND_BY_NATURE]
        return cls(
            name=name,
            pages=outcome.pages,
            sections=outcome.sections,
            tables=outcome.tables,
            kinds=outcome.kinds,
            bindable=sum(outcome.kinds[kind] for kind in bindable),
            bound=sum(outcome.bound[kind] for kind in bindable),
            explained=outcome.explained,
            seconds=seconds,
        )

    def cells(self) -> tuple[str, ...]:
        """Return the row under `HEADINGS`; a dash where a count makes no sense."""
        return (
            self.name,
            str(self.pages) if self.pages else "-",  # Markdown has no pages
            str(self.sections),
            str(self.tables),
            str(self.kinds.total()),
            *(str(self.kinds[kind]) for kind in KINDS),
            _percent(self.bound, self.bindable),
            _floored(self.explained),
            f"{self.seconds:.1f}",
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "-"


def _floored(share: float) -> str:
    # Never rounded up: 100 means that nothing is left unexplained.
    return f"{int(share * 1000) / 10:g}"


def table(rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Return rows as aligned columns: the first `left` to the left, the others to the right.

    >>> print(table([("plan", "pages"), ("a.pdf", "12")]))
    plan   pages
    a.pdf     12
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at < left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def summary_table(summaries: Sequence[Summary]) -> str:
    """Return the table of a run."""
    return table([HEADINGS, *(summary.cells() for summary in summaries)])
