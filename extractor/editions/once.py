"""What follows from a figure alone is worked out once: each is compared with many others."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from extractor.editions.facets import Facet

Told = TypeVar("Told")


def once(function: Callable[[Facet], Told]) -> Callable[[Facet], Told]:
    """Return a function of a figure that remembers with it what it returned."""

    @wraps(function)
    def remembered(facet: Facet) -> Told:
        known: dict[object, Told] = facet.known
        try:
            return known[function]
        except KeyError:
            known[function] = function(facet)
            return known[function]

    return remembered
