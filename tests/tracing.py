"""What is traced for coverage: imports of ours, fixtures, and tests that show new lines.

To trace takes more than half as long again as to run, and the most of what would be traced is not
ours: how pytest collects, rewrites and reports takes three times as long traced.
"""

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from coverage import Coverage

import extractor
import schemas

TRACED = 3
"""Cases of a table that are traced for coverage: the rest run through the same lines, mostly."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace no test of whole documents, which has tests of its parts, nor every case of a table."""
    cases: Counter[str] = Counter()
    for item in items:
        function = item.nodeid.partition("[")[0]
        cases[function] += 1
        if item.get_closest_marker("corpus") or cases[function] > TRACED:
            item.add_marker("no_cover")


def measuring(config: pytest.Config) -> Any:  # noqa: ANN401  # of pytest-cov, which has no types
    """Return what goes on with tracing and stops it, or nothing without `--cov`."""
    plugin = config.pluginmanager.getplugin("_cov")
    return plugin and plugin.cov_controller


@contextmanager
def traced(config: pytest.Config) -> Iterator[None]:
    """Trace what is done inside; afterwards it is as before."""
    controller = measuring(config)
    starts = bool(controller) and not controller.started
    if starts:
        controller.resume()
    try:
        yield
    finally:
        if starts:
            controller.pause()


def import_all() -> None:
    """Import all that is ours, which tests of examples in docstrings do too."""
    for package in (extractor, schemas):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(".__main__"):
                import_module(module.name)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Import what is ours, traced, where tests are collected; from then on nothing else is."""
    if controller := measuring(session.config):
        if not session.config.getoption("numprocesses", None):  # or workers do
            import_all()
        controller.pause()
        while left := Coverage.current():  # a worker's plugin has begun as that of what begins it
            left.stop()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_fixture_setup(request: pytest.FixtureRequest) -> Generator[None, object, object]:
    """Trace fixtures: those of all tests, as one may be made for the others too."""
    with traced(request.config):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Trace a test; where it is not to be, what measures coverage leaves it out itself."""
    with traced(item.config):
        return (yield)
