"""What a state is worth: what a rule binds that is often wrong is inferred, near as it stands."""

from dataclasses import replace
from functools import cache

from extractor.bind.context import Context
from extractor.bind.found import Binding
from extractor.data.tables import load


def settle_states(context: Context) -> None:
    """Call inferred what rules bound that are known to be unsure."""
    for found in context.founds:
        found.indicator = _settled(found.indicator, "indicator")
        found.population = _settled(found.population, "population")
        found.place = _settled(found.place, "place")


def _settled(binding: Binding | None, name: str) -> Binding | None:
    if binding is None or binding.rule not in _unsure(name):
        return binding
    return replace(binding, state="inferred")


@cache
def _unsure(name: str) -> frozenset[str]:
    return frozenset(load("states.toml")["unsure"][name])
