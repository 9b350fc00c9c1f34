"""What stretches of time and rates are of, and what is said in the passive or behind a dash."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
VALUATION = (
    "The accrued pensions at 31 December 2031 of EUR 9,114 (2030 - EUR 8,870) were determined by"
    " an actuary."
)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            "The bulletin gives up to 7 days’ lead time ahead of a flood.",
            "7 days",
            {"indicator": ("lead time", "prose.time_of_noun")},
            id="owned",
        ),
        P(
            "Floods are forecast with 4-7 days lead time.",
            "4-7 days",
            {"indicator": ("lead time", "prose.time_of_noun")},
            id="bare",
        ),
        P(
            "In three days residents left the camp.",
            "three days",
            {"indicator": None},
            id="a_subject_takes_no_time",
        ),
        P(
            "The models give 2-3 weeks of advance warning, and little else.",
            "2-3 weeks",
            {"indicator": ("advance warning", "prose.duration_of")},
            id="of_a_noun",
        ),
        P(
            "The note bears interest at 4.12% per annum.",
            "4.12%",
            {"indicator": ("interest", "prose.rate_at")},
            id="interest",
        ),
        P(
            "Unemployment at 7 per cent is high.",
            "7 per cent",
            {"indicator": ("Unemployment", "prose.rate_at")},
            id="a_rate",
        ),
        P(
            "In Kenya, malaria was reduced from 21 per cent in 2030 to 15 per cent in 2032.",
            "15 per cent",
            {"indicator": ("malaria", "prose.change"), "as_of": ("2032", "as_of.clause")},
            id="moved_in_the_passive",
        ),
        P(
            "A rebate of 50% of the tax will be granted to all residents.",
            "50%",
            {
                "indicator": ("rebate", "prose.amount_of"),
                "population": ("tax", "prose.share_of"),
            },
            id="a_share_that_something_has",
        ),
        P(
            "A limit applied to a 70% forecast confidence actually corresponds to fewer floods.",
            "70%",
            {"indicator": ("forecast confidence", "prose.noun_after")},
            id="an_adverb_ends_a_noun",
        ),
        P(
            VALUATION,
            "EUR 9,114",
            {"indicator": ("accrued pensions", "prose.amount_of")},
            id="how_it_is_known",
        ),
        P(
            VALUATION,
            "EUR 8,870",
            {
                "indicator": ("accrued pensions", "prose.listed"),
                "as_of": ("2030", "as_of.beside"),
            },
            id="another_year_in_a_bracket",
        ),
        P(
            "The fund paid for repairs in 2028 (USD 3.6M), 2029 (USD 1.9M) and 2030 (USD 4.8M).",
            "USD 1.9M",
            {"as_of": ("2029", "as_of.beside")},
            id="a_list_of_years",
        ),
        P(
            "The fee cannot exceed 4 per cent of revenue.",
            "4 per cent",
            {"indicator": ("fee", "prose.subject")},
            id="what_cannot_be_more",
        ),
        P(
            "Floods hit 35 of the country’s 75 districts.",
            "35",
            {"unit": "districts", "of": "75"},
            id="of_a_whole_that_somebody_has",
        ),
        P(
            "The plan includes a reduction of 256 positions for savings of USD 8.6 million.",
            "USD 8.6 million",
            {"indicator": ("savings", "prose.amount_of")},
            id="behind_another_count",
        ),
        P(
            "The largest donors were Kenya (USD 8.2 million) and Latvia (USD 6.1 million).",
            "USD 6.1 million",
            {"indicator": ("largest donors", "prose.listed"), "place": None},
            id="names_of_those_who_give",
        ),
        P(
            "The office trained 1,250 nurses (430 of them women).",
            "430",
            {
                "indicator": ("women", "prose.part_in_bracket"),
                "unit": "nurses",
                "of": "1,250",
            },
            id="part_of_those_before_a_bracket",
        ),
        P(
            "Some 90 per cent of women who benefited from grants experienced a lower risk.",
            "90 per cent",
            {
                "indicator": ("experienced a lower risk", "prose.share_predicate"),
                "population": ("women who benefited from grants", "prose.share_of"),
            },
            id="behind_who_they_are",
        ),
        P(
            "The fund gave 401,000 people with hygiene supplies, kits and services.",
            "401,000",
            {"population": ("people", "prose.counted_group")},
            id="a_plural_in_ies_is_no_verb",
        ),
        P(
            "It gave USD 1.8 million in cash transfers to 8,721 households.",
            "USD 1.8 million",
            {"indicator": ("cash transfers", "prose.noun_after")},
            id="transfers_to_some",
        ),
    ],
)
def test_what_has_a_value_is_named_beside_it(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)
