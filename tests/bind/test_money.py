"""Numbers of tables that are money though no currency is named for them."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

ADOPTED = """\
# The town of Ost

| Item | Actual 2030 | Adopted budget 2031 | Number of posts |
|---|---|---|---|
| Capital projects | 1,250 | 1,251 | 31 |
| Bus visits and shelters | 1,350 | 1,351 | 32 |
| Number of projects | 21 | 22 | 33 |
| Full-time positions | 23 | 24 | 34 |
| 5% levy | 1,450 | 1,451 | 35 |
"""


@pytest.mark.parametrize("quote", ["1,250", "1,251", "1,350", "1,351", "1,450", "1,451"])
def test_numbers_of_a_budget_are_money_of_no_currency(read_memo: Read, quote: str) -> None:
    (figure,) = (f for f in read_memo(ADOPTED).figures if f.anchor.quote == quote)
    assert (figure.kind, figure.unit) == ("money", None)


@pytest.mark.parametrize("quote", ["21", "22", "23", "24", "31", "35"])
def test_what_a_budget_counts_is_no_money(read_memo: Read, quote: str) -> None:
    (figure,) = (f for f in read_memo(ADOPTED).figures if f.anchor.quote == quote)
    assert figure.kind == "count"


def test_a_table_that_does_not_speak_of_money_counts(read_memo: Read) -> None:
    plain = ADOPTED.replace("Adopted budget", "Plan")
    kinds = {f.anchor.quote: f.kind for f in read_memo(plain).figures}
    assert (kinds["1,250"], kinds["1,251"]) == ("count", "count")
