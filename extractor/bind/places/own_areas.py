"""Figures that hold in areas of their own that have no name: `815 in areas nearby`."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found

OWN_AREA = regex.compile(
    r"""
    ^ (?: \s \p{Ll}++ ){0,2} \s (?: in | across | within ) \s
    (?: (?: all | both | other | several | some | the | those | many ) \s ){0,2}+
    (?: [\p{Ll}\-]++ \s )?
    (?: areas | cities | countries | counties | districts | places | provinces | regions | states
      | territories | towns | villages )
    \b
    """,
    regex.X,
)
"""What follows a figure that holds in areas without a name: `815 in areas nearby`."""
OWN_AREA_WINDOW = 60  # characters after a figure


def has_own_area(context: Context, found: Found) -> bool:
    """Say whether a figure holds in areas of its own that have no name: `815 in areas nearby`."""
    end = found.span[1]
    return OWN_AREA.match(context.doc.text[end : end + OWN_AREA_WINDOW]) is not None
