"""What sentences tell of rows of tables, and of other sentences, in words of their own."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]

PLAN = """# Lorn Plan 2033

## Costs

| Sector (US$ million) | 2032 | 2033 |
|---|---|---|
| Health | 44.1 | 48.3 |
| Food security | 110.4 | 121.6 |
| Shelter and tents | 39.8 | 42.9 |
| Roads | 20.6 | 23.2 |
| Total | 214.9 | 236.0 |

{told}
"""
COUNTS = """# Lorn Plan 2033

## Work

| Indicator | 2032 | Target 2033 |
|---|---|---|
| Wells rehabilitated | 340 | 525 |
| Teachers trained | 1,260 | 2,415 |
| Children vaccinated | 118,400 | 205,300 |
| Schools built | 120 | 154 |

{told}
"""


ROWS = "Shelter takes US$ 42.9 million, roads US$ 23.2 million."


def told(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(each.code, each.stated) for each in findings if each.severity != "info"]


@pytest.mark.parametrize(
    ("plan", "paragraph", "expected"),
    [
        (
            PLAN,
            "Shelter partners ask for US$ 42.9 million, health partners for US$ 46.3 million.",
            ("contradiction", "46300000"),
        ),
        (
            PLAN,
            "Roads cost US$ 23.2 million. The tents cost US$ 49.2 million.",
            ("contradiction", "49200000"),
        ),
        (
            PLAN,
            "Tents take US$ 42.9 million. Health receives US$ 46.3 million over the two years.",
            ("contradiction", "46300000"),
        ),
        (
            COUNTS,
            "Partners will rehabilitate 552 wells and train 2,415 teachers.",
            ("contradiction", "552"),
        ),
        (
            PLAN,
            "Shelter grew by 7.8 per cent. Health grew by 11 per cent.",
            ("growth_mismatch", "11"),
        ),
        (
            PLAN,
            "Shelter grew by 7.8 per cent since 2032, health by 11 per cent.",
            ("growth_mismatch", "11"),
        ),
    ],
)
def test_what_is_told_of_a_row_is_not_the_row_s(
    found: Audit, plan: str, paragraph: str, expected: tuple[str, str]
) -> None:
    assert told(found(plan.format(told=paragraph))) == [expected]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("Shelter takes US$ 42.9 million, health US$ 48.3 million.", id="right"),
        pytest.param("Health partners ask for US$ 46.3 million.", id="no row is told beside it"),
        pytest.param("Shelter takes US$ 42.9 million, rural health US$ 46.3 million.", id="part"),
        pytest.param("Shelter takes US$ 42.9 million, health US$ 57.7 million.", id="no slip"),
        pytest.param(
            "Shelter takes US$ 42.9 million. Health asks for US$ 46.3 million for medicines.",
            id="for a part of it",
        ),
        pytest.param(
            "Shelter takes US$ 42.9 million. In 2031 health took US$ 46.3 million.", id="then"
        ),
        pytest.param(
            "Shelter takes US$ 42.9 million. Health has received US$ 46.3 million.", id="received"
        ),
        pytest.param(
            "Shelter takes US$ 42.9 million. Donors pledged US$ 46.3 million to health.",
            id="pledged",
        ),
        pytest.param(
            "Shelter takes US$ 42.9 million. The gap in health is US$ 46.3 million.", id="gap"
        ),
        pytest.param(
            "Shelter takes US$ 42.9 million, health and roads US$ 46.3 million.", id="two rows"
        ),
        pytest.param("Shelter takes US$ 42.9 million, health US$ 4.2 million more.", id="change"),
        pytest.param("Tents take US$ 42.9 million, roads US$ 2.6 million more.", id="difference"),
        pytest.param("Shelter grew by 7.8 per cent. Health grew by 9.5 per cent.", id="growth"),
        pytest.param("Health grew by 11 per cent, water by 8 per cent.", id="no other growth"),
        pytest.param("Shelter grew by 7.8 per cent, health by 11 per cent a year.", id="a year"),
        pytest.param("Shelter grew by 7.8 per cent. Health staff grew by 11 per cent.", id="staff"),
        pytest.param("Shelter grew by 7.8 per cent. In 2031 health grew by 11 per cent.", id="y"),
        pytest.param("Shelter grew by 7.8 per cent. Health fell by 11 per cent.", id="falls"),
        pytest.param(
            "Shelter grew by 7.8 per cent. Health grew by 11 per cent in real terms.", id="real"
        ),
        pytest.param(
            "Shelter grew by 7.8 per cent. The number of health partners rose by 11 per cent.",
            id="number of partners",
        ),
        pytest.param(
            "Shelter grew by 7.8 per cent. The largest health programme grows by 11 per cent.",
            id="a programme",
        ),
        pytest.param(
            "Shelter grew by 7.8 per cent. Health needs grew by 11 per cent over three years.",
            id="over other years",
        ),
        pytest.param(f"{ROWS} The plan for health takes US$ 46.3 million.", id="a plan"),
        pytest.param(f"{ROWS} El plan de health toma US$ 46.3 million.", id="a plan, in Spanish"),
        pytest.param(f"{ROWS} The country spends US$ 43.8 million on health.", id="a country"),
        pytest.param(f"{ROWS} The province spends US$ 43.8 million on health.", id="a province"),
        pytest.param(f"{ROWS} Partners spent US$ 43.8 million on health.", id="partners"),
        pytest.param(f"{ROWS} Companies spend US$ 43.8 million on health.", id="companies"),
        pytest.param(f"{ROWS} Most of the US$ 43.8 million for health is spent.", id="most of"),
        pytest.param(f"{ROWS} The region also needs US$ 43.8 million for health.", id="also"),
        pytest.param(f"{ROWS} Health takes US$ 43.8 million in six months.", id="months"),
        pytest.param(
            f"{ROWS} Of the US$ 46.3 million spent on health, half went to towns.", id="of the"
        ),
        pytest.param(
            f"{ROWS} Health partners had asked for US$ 46.3 million, which was raised.", id="had"
        ),
        pytest.param(
            "In 2032, roads took US$ 20.6 million and tents US$ 39.8 million; by 2033, health is to"
            " take US$ 44.3 million.",
            id="of the year told last",
        ),
    ],
)
def test_what_is_told_of_something_else(found: Audit, paragraph: str) -> None:
    assert told(found(PLAN.format(told=paragraph))) == []


TARGETS = "Partners will rehabilitate 525 wells and train 2,415 teachers."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Partners will rehabilitate 185 wells more and train 2,415 teachers.",
        "In 2032, 304 wells were drilled and 1,260 teachers trained.",
        "Partners will rehabilitate 552 mills and train 2,415 teachers.",
        f"{TARGETS} The province has 250,300 children.",
        f"{TARGETS} They need kits for 203,500 children.",
        f"{TARGETS} Of 250,300 children, 205,300 will be vaccinated.",
        f"{TARGETS} The district has 254 schools.",
    ],
)
def test_counts_of_something_else(found: Audit, paragraph: str) -> None:
    assert told(found(COUNTS.format(told=paragraph))) == []


SCHOOLS = "In 2032 the programme supplied 412 schools. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SCHOOLS + "In 2033 it plans to supply 510 schools, 34 per cent more.",
            [("growth_mismatch", "34")],
            id="the base is told before",
        ),
        pytest.param(
            "In 2032 we drilled 214 wells. In 2031 we drilled 178 wells, so that the number grew"
            " by 26 per cent.",
            [("growth_mismatch", "26")],
            id="the level is told before",
        ),
        pytest.param(
            "In 2032 donors gave 31.5 million dollars. In 2033 they gave 72.8 million dollars, 2.8"
            " times as much.",
            [("multiple_mismatch", "2.8")],
            id="a multiple",
        ),
        pytest.param(
            SCHOOLS + "In 2033 it plans to supply 510 schools, 24 per cent more.", [], id="right"
        ),
        pytest.param(
            SCHOOLS + "In 2033 it plans to supply 510 schools, 34 per cent more than planned.",
            [],
            id="on the plan",
        ),
        pytest.param(
            SCHOOLS + "In 2033 it plans to supply 510 schools, 34 per cent more than in 2030.",
            [],
            id="on another year",
        ),
        pytest.param(
            SCHOOLS + "In 2033 it closed 510 schools, 34 per cent more.", [], id="other doings"
        ),
        pytest.param(
            SCHOOLS + "In 2033 it supplies 510 schools, 34 per cent of them in towns.", [], id="of"
        ),
        pytest.param(
            SCHOOLS + "In 2033 it supplies 510 schools; 34 per cent more teachers are needed.",
            [],
            id="more of others",
        ),
        pytest.param(
            "In 2032 the north spent 31 million dollars. In 2033 the south spent 37 million"
            " dollars, 34 per cent more.",
            [],
            id="two places",
        ),
        pytest.param(
            SCHOOLS + "In 2033 it supplied 510 schools, 34 per cent more than the year before.",
            [("growth_mismatch", "34")],
            id="on the year before",
        ),
        pytest.param(
            "In 2031 it repaired 412 pumps and in 2033 it repaired 510 pumps, 34 per cent more.",
            [("growth_mismatch", "34")],
            id="in another clause",
        ),
        pytest.param(
            "In 2032 we reached 412 pupils. In 2033 we reached 510 pupils, 34 per cent more.",
            [("growth_mismatch", "34")],
            id="of those reached",
        ),
        pytest.param(
            "In 2031 it bought 412 pumps and in 2033 it sold 510 pumps, 34 per cent more.",
            [],
            id="in another clause, of others",
        ),
        pytest.param(
            "In 2031 it had 412 pumps, in 2032 480 pumps and in 2033 510 pumps, 34 per cent more.",
            [],
            id="of three years",
        ),
    ],
)
def test_growth_whose_base_another_sentence_tells(
    found: Audit, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(found(f"# Lorn Plan 2033\n\n## Work\n\n{text}\n")) == expected


@pytest.mark.parametrize(
    ("base", "value"),
    [
        ("In 2032 it supplied 412 schools in the north.", "In 2033 it supplied 511 schools"),
        ("In 2032 it trained 412 nurses in camps.", "In 2033 it trained 511 nurses"),
        ("In 2032 partners planned to train 412 nurses.", "In 2033 they trained 511 nurses"),
        ("In 2032, 412 schools were supplied by the state.", "In 2033, 511 schools were supplied"),
        ("In early 2032 it supplied 412 schools.", "In 2033 it supplied 511 schools"),
        ("In 2032 it drilled 214 wells in six months.", "In 2033 it drilled 264 wells"),
        ("In 2032 it drilled 214 wells over two years.", "In 2033 it drilled 264 wells"),
        ("In 2032 donors gave $31.5m for health.", "In 2033 they gave $39.1m"),
        ("In 2032 the south supplied 412 schools.", "In 2033 the north supplied 511 schools"),
    ],
)
def test_a_base_that_is_told_of_less(found: Audit, base: str, value: str) -> None:
    assert told(found(f"# Lorn Plan 2033\n\n## Work\n\n{base} {value}, 34 per cent more.\n")) == []


@pytest.mark.parametrize(("year", "count"), [("2032", 1), ("2031", 0)])
def test_growth_on_the_year_before(found: Audit, year: str, count: int) -> None:
    text = f"In {year} it supplied 412 schools. In 2033 it supplied 511 schools, 34 per cent more"
    assert len(told(found(f"# Lorn\n\n{text} than the year before.\n"))) == count


TOTALS = """# Wells of Lorn: report 2032

## Work

Table 1. Capital work by country

| Country | Wells drilled | Wells repaired | Latrines built |
|---|---|---|---|
| Kelland | 88 | 140 | 612 |
| Sundry | 42 | 71 | 288 |
| Tarn | 23 | 38 | 171 |
| Total | 153 | 249 | 1,071 |

{told}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Wells drilled: 135", [("total_mismatch", "135")]),
        ("In 2032 we drilled 135 wells.", [("total_mismatch", "135")]),
        ("Latrines built: 1,017 in all.", [("total_mismatch", "1017")]),
        pytest.param("In 2032 we drilled 153 wells.", [], id="right"),
        pytest.param("In 2031 we drilled 135 wells.", [], id="of another year"),
        pytest.param("In the north we drilled 135 wells.", [], id="of a place"),
        pytest.param("We drilled 135 wells for schools.", [], id="for some"),
        pytest.param("We drilled 135 deep wells.", [], id="of some"),
        pytest.param("- Latrines built in Kelland: 1,017", [], id="of a row"),
        pytest.param("- Latrines built, target: 1,017", [], id="a target"),
        pytest.param("- Wells drilled and repaired: 135", [], id="of two columns"),
        pytest.param("The wells drilled serve 135 villages.", [], id="of others"),
        pytest.param("In all, 135 wells drilled are in use.", [], id="of those in use"),
        pytest.param("We need 135 wells drilled.", [], id="needed"),
        pytest.param("At least 135 wells were drilled.", [], id="at least"),
        pytest.param("We also drilled 135 wells.", [], id="also"),
        pytest.param("If funds come, 135 wells will be drilled.", [], id="if"),
        pytest.param("We would drill 135 wells.", [], id="would"),
        pytest.param("The province drilled 135 wells.", [], id="by a province"),
        pytest.param("Two sector partners drilled 135 wells.", [], id="by two"),
        pytest.param("We drilled 135 wells, others 18.", [], id="by others, too"),
        pytest.param("We drilled 135 wells in six months.", [], id="in some months"),
        pytest.param("We drilled 135 wells over two years.", [], id="over more than the year"),
        pytest.param(
            "The plan of 2032 foresaw 151 wells drilled and 1,060 latrines built.", [], id="planned"
        ),
    ],
)
def test_the_total_of_a_column_told_by_its_name(
    found: Audit, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(found(TOTALS.format(told=text))) == expected


TOTAL = ["total_mismatch"]
CAPITAL = """# Town of Lorn: budget 2034

## Capital

Table 1. Capital projects

| Project | 2034 | 2035 | Total |
|---|---|---|---|
| Mill bridge | $1,210,000 | $2,450,000 | $3,660,000 |
| School roof | $640,000 | $310,000 | $950,000 |
| Total | $1,850,000 | $2,760,000 | $4,610,000 |

{told}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The capital plan comes to $4.16 million over two years.", ["total_mismatch"]),
        pytest.param("The capital plan comes to $4.61 million over two years.", [], id="right"),
        pytest.param("The capital programme comes to $4.16 million.", TOTAL, id="programme"),
        pytest.param("The programme comes to $4.16 million.", [], id="a programme of any sort"),
        pytest.param("The capital plan comes to $2.76 million in 2035.", [], id="right of a year"),
        pytest.param("The capital plan comes to $4.16 million without fees.", [], id="without"),
        pytest.param("The capital plan of 2031 came to $4.16 million.", [], id="of another year"),
        pytest.param("The old capital plan came to $4.16 million.", [], id="of another plan"),
        pytest.param("The capital plan comes to $1.58 million in 2034.", TOTAL, id="of a year"),
        pytest.param("The capital plan comes to $4.16 million in 2034.", [], id="of its year"),
        pytest.param("The table comes to $4.16 million.", [], id="of any table"),
        pytest.param("Capital gains come to $4.16 million.", [], id="of something else"),
    ],
)
def test_what_a_table_comes_to(found: Audit, text: str, expected: list[str]) -> None:
    assert [code for code, _ in told(found(CAPITAL.format(told=text)))] == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Programme budget by isle", "The programme budget is $4.16 million."),
        ("Costs of the programme", "The programme comes to $4.16 million."),
    ],
)
def test_what_a_programme_comes_to(found: Audit, title: str, text: str) -> None:
    plan = CAPITAL.replace("Capital projects", title)
    assert [code for code, _ in told(found(plan.format(told=text)))] == TOTAL
