"""Events that are named by their dates."""

import pytest

from extractor.editions.compared import Facets
from tests.editions.conftest import Compared, Read, types

KILLED = "killed 214 people."


def event(read: Read, text: str) -> str | None:
    """Return the date of the event that the last figure of a text is of."""
    last = Facets(read(f"# Lorn\n\n{text}\n")).all[-1]
    return None if last.event is None else last.event.date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"The floods of October 2031 {KILLED}", "2031-10"),
        (f"The cyclone of 3 May 2031 {KILLED}", "2031-05-03"),
        (f"The floods of October 2031 came late. In Lorn the floods {KILLED}", "2031-10"),
        (f"After the flood of May 2030, the flood of October 2031 {KILLED}", "2031-10"),
        (f"The ships came, and the flood of October 2031 {KILLED}", "2031-10"),
        (f"The flood of October 2031 passed, and in May 2032 heat {KILLED}", "2031-10"),
        (f"The flood of May 2030 and the flood of October 2031 {KILLED}", None),
        (f"Since the floods of October 2031, and those of May 2032, heat {KILLED}", None),
        (f"The floods of October 2031 and May 2032 {KILLED}", None),
        (f"The floods of May 2030 and of May 2031 passed. The floods {KILLED}", None),
        ("Les inondations de mai 2030 et celles d’octobre 2031 ont tué 214 personnes.", None),
        ("Les inondations d’octobre 2031 ont détruit 3 800 maisons.", "2031-10"),
        ("El terremoto del 3 de mayo de 2031 destruyó 3.800 viviendas.", "2031-05-03"),
        (f"The survey of October 2031 says that floods {KILLED}", None),
        (f"The flood plan of October 2031 says that floods {KILLED}", None),
        (f"Floods in October 2031 {KILLED}", None),
        (f"As of October 2031, floods {KILLED}", None),
        (f"The floods of October 2031 came late. The storm {KILLED}", None),
        (f"The floods of May 2030 and of October 2031 passed. Heat {KILLED}", None),
        ("The floods of May 2030 passed. The floods of May 2031 passed. Floods " + KILLED, None),
        ("The fire service of October 2031 trained 214 people.", None),
        ("The elections of October 2031 were held. Votes came from 214 people.", None),
        ("The people of October 2031 fled the floods, 214 people in all.", None),
    ],
)
def test_a_figure_is_of_the_event_that_its_sentence_names(
    read: Read, text: str, date: str | None
) -> None:
    assert event(read, text) == date


def test_what_two_events_did_is_no_pair(compared: Compared) -> None:
    old = "# Lorn\n\nThe floods of October 2031 destroyed 38,600 houses.\n"
    same = old.replace("38,600", "41,200")
    other = old.replace("38,600", "5,300").replace("October 2031", "June 2032")
    assert types(compared(old, same), "38,600") == ("revised_up",)
    assert types(compared(old, other), "38,600") == ("withdrawn",)


DESTROYED = "The floods of {} destroyed {} houses."


@pytest.mark.parametrize(
    ("told", "old", "new", "what"),
    [
        (DESTROYED, ("October 2031", "38,600"), ("November 2031", "38,600"), "unchanged"),
        (DESTROYED, ("October 2031", "38,600"), ("November 2031", "38,700"), "revised_up"),
        (DESTROYED, ("30 October 2031", "38,600"), ("3 November 2031", "38,700"), "revised_up"),
        (DESTROYED, ("October 2031", "38,600"), ("May 2032", "38,600"), "unchanged"),
        (DESTROYED, ("October 2031", "38,600"), ("December 2031", "5,300"), "withdrawn"),
        (
            "Les inondations de {} ont détruit {} maisons.",
            ("novembre 2031", "38 600"),
            ("décembre 2031", "38 700"),
            "revised_up",
        ),
        (
            "Since the floods of {}, {} people live in camps.",
            ("October 2031", "41,000"),
            ("October 2031 and the floods of May 2032", "44,000"),
            "revised_up",
        ),
    ],
)
def test_a_corrected_date_or_one_more_event_leaves_a_figure_that_it_is(
    told: str, old: tuple[str, str], new: tuple[str, str], what: str, compared: Compared
) -> None:
    found = compared(*(f"# Lorn\n\n{told.format(*each)}\n" for each in (old, new)))
    assert what in types(found, old[1])
