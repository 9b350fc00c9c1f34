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


GIVEN = """\
# Report of the river fund

In 2031 the fund received US$ 25.1 million from its partners.

{title}

| {heads} |
|---|---|---|---|
| Velmark | 12,345,678 | 1,234,567 | 13,580,245 |
| Norvia | 8,450,120 | 950,000 | 9,400,120 |
| Total | 20,795,798 | 2,184,567 | 22,980,365 |
"""
AREAS = "Region | First | Second | Total"


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Table 1: Contributions by donor, 2031", "Donor | Core | Earmarked | Total"),
        ("Table 1: Allocation of thematic funds by region", AREAS),
        ("Table 1: Official development assistance by donor", AREAS),
        ("Table 1: Taxes collected", "Region | Sales | Customs | Total"),
        ("Some text.", "Partner | Regular resources | Other resources | Total"),
        ("Some text.", "Partner | Amount 2030 | Amount 2031 | Total"),
        ("Table 1: Expenditure by region", "Region | Staff costs | Schools | Total"),
        ("Table 1: Spending", "Region | Cost of schools | Cost of clinics | Total cost"),
        ("Таблиця 1: Видатки за регіонами", "Регіон | Перші | Другі | Усього"),
        ("الجدول 1: الميزانية حسب المنطقة", "المنطقة | الأولى | الثانية | المجموع"),
    ],
)
def test_a_table_of_what_is_given_or_spent_is_money(
    read_memo: Read, title: str, heads: str
) -> None:
    figures = read_memo(GIVEN.format(title=title, heads=heads)).figures
    cells = {(f.kind, f.unit) for f in figures if f.zone == "table" and f.kind != "date"}
    assert cells == {("money", "USD")}


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Table 1: Number of grants by region", AREAS),
        ("Table 1: Grant applications", AREAS),
        ("Table 1: Donations of blood", AREAS),
        ("Table 1: Allocation of tents by region", AREAS),
        ("Table 1: Households receiving contributions", AREAS),
        ("Table 1: Water resources by basin", AREAS),
        ("Table 1: Patient transfers", AREAS),
        ("Table 1: Contributions of workers to the census", "Area | Forms | Interviews | Total"),
    ],
)
def test_a_table_of_what_is_counted_is_no_money(read_memo: Read, title: str, heads: str) -> None:
    figures = read_memo(GIVEN.format(title=title, heads=heads)).figures
    assert {f.kind for f in figures if f.zone == "table"} == {"count"}


def test_few_grants_are_counted(read_memo: Read) -> None:
    text = GIVEN.format(title="Table 1: Grants by size", heads=AREAS)
    for number in ("12,345,678", "1,234,567", "13,580,245", "8,450,120", "950,000", "9,400,120"):
        text = text.replace(number, str(len(number)))
    for number in ("20,795,798", "2,184,567", "22,980,365"):
        text = text.replace(number, str(len(number) * 2))
    assert {f.kind for f in read_memo(text).figures if f.zone == "table"} == {"count"}


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        (("Tuition fees", "Salaries", "Total revenue"), "money"),
        (("Wages", "Travel costs", "Total"), "money"),
        (("Wells", "Pumps", "Total budget"), "money"),
        (("Distance", "Costs", "Illness"), "count"),
        (("Women", "Men", "Total"), "count"),
    ],
)
def test_rows_that_are_named_after_sums_are_money(
    read_memo: Read, labels: tuple[str, str, str], kind: str
) -> None:
    rows = "\n".join(f"| {label} | 120 | 130 |" for label in labels)
    text = f"# Annex\n\nIt had US$ 4 million.\n\n| Item | One | Two |\n|---|---|---|\n{rows}\n"
    assert {f.kind for f in read_memo(text).figures if f.zone == "table"} == {kind}
