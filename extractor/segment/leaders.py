"""Leaders: the dots that lead the eye from a label to the number beside it. They say nothing."""

import regex

LED = regex.compile(
    r"""
    (?:
        (?: (?<= (?<! \p{L} ) \p{L} \. \p{L} ) (?<abbreviated> \. ) | (?<= [^\s.…·] ) )
        \s*+ (?: (?: [.…·] \s? ){4,}+ | (?: … \s? ){2,}+ )
      | (?<= \S ) \s++ [.·]{1,3} \s*+
    ) \Z
    """,
    regex.X,
)
"""A row of dots or of ellipses, or what is left of one behind a label that fills its column, apart
from it; an abbreviation of single letters (`U.S.`) keeps its last dot."""
ENDS = (".", "·", "…")


def without_leader(label: str) -> str:
    """Return a label without the dots that lead from it to its number.

    >>> without_leader("Timber boats ........"), without_leader("Nets, floats, etc. .")
    ('Timber boats', 'Nets, floats, etc.')
    >>> without_leader("...."), without_leader("and others…")
    ('....', 'and others…')
    >>> without_leader("Nets ……"), without_leader("U.S. ........"), without_leader("U.S........")
    ('Nets', 'U.S.', 'U.S.')
    """
    return LED.sub(r"\g<abbreviated>", label) if label.rstrip().endswith(ENDS) else label
