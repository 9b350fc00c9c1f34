"""What short texts say: captions, credits, heading numbers, units, totals, as-of lines."""

from collections.abc import Callable

import pytest

from extractor.segment import captions, keyfigures, sections, title
from extractor.segment.captions import kind_of
from extractor.segment.credits import credit_of
from extractor.segment.document import Document
from extractor.segment.draft import Draft
from extractor.segment.keyfigures import is_as_of_line
from extractor.segment.leaders import without_leader
from extractor.segment.sections import printed_number, titled
from extractor.segment.titles import is_total, read_unit, stated_unit

Make = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Table 3: Needs by sector", "table"),
        ("Table 3. Needs by sector", "table"),
        ("Table 2.1 – Needs", "table"),
        ("Table A Needs", "table"),
        ("Tableau 4 : Besoins", "table"),
        ("Cuadro 2. Necesidades", "table"),
        ("Таблица 1. Потребности", "table"),
        ("Figure 5", "figure"),
        ("Map 1: Lorn and its districts", "map"),
        ("Photo 7. A bridge", "photo"),
        ("Graphique 2 : Arrivées", "chart"),
        ("A bridge at Ost © Ada Fenn", "photo"),
        ("Table 3 shows the needs", None),
        ("Tables 3 and 4 are apart.", None),
        ("Figure out 5 ways", None),
        ("Needs by sector", None),
    ],
)
def test_a_label_tells_what_a_caption_belongs_to(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "who", "year"),
    [
        ("A school in Lorn. © NRA 2031/Ada Fenn", "NRA/Ada Fenn", "2031"),
        ("© NRA/Ada Fenn, 2031", "NRA/Ada Fenn", "2031"),
        ("A school. Photo: NRA/Ada Fenn", "NRA/Ada Fenn", None),
        ("Photo credit: Ada Fenn 2030.", "Ada Fenn", "2030"),
        ("Une école. Crédit : Ada Fenn", "Ada Fenn", None),
        ("A school (c) Ada Fenn", "Ada Fenn", None),
    ],
)
def test_a_credit_is_cut_from_its_year(text: str, who: str, year: str | None) -> None:
    credit = credit_of(text)
    assert credit is not None
    assert (credit.who, credit.year) == (who, year)
    assert text[slice(*credit.span)].endswith(text[-4:])


@pytest.mark.parametrize("text", ["A photo of 2031", "The copyright is ours", "Ada Fenn 2031", "©"])
def test_no_credit_without_a_sign(text: str) -> None:
    assert credit_of(text) is None


def test_a_long_paragraph_is_no_caption(block: Make) -> None:
    short = block("paragraph", "Table 1: Needs")
    long = block("paragraph", "Table 1: " + "Needs of many. " * 50)
    captions.recognise([short, long])
    assert [short.type, long.type] == ["caption", "paragraph"]


def test_italics_beside_a_picture_are_a_caption(block: Make) -> None:
    drafts = [
        block("paragraph", "A well in Ost", italic=italic, near_picture=picture)
        for italic, picture in [(True, True), (True, False), (False, True)]
    ]
    captions.recognise(drafts)
    assert [d.type for d in drafts] == ["caption", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("2.1 Conditions of return", "2.1", "Conditions of return"),
        ("4. Roads", "4", "Roads"),
        ("IV. Roads", "IV", "Roads"),
        ("B) Roads", "B", "Roads"),
        ("1.2.3 Roads", "1.2.3", "Roads"),
        ("A new start", None, "A new start"),
        ("I am here", None, "I am here"),
        ("2031 in numbers", None, "2031 in numbers"),
        ("Roads", None, "Roads"),
    ],
)
def test_heading_numbers(text: str, number: str | None, rest: str) -> None:
    assert printed_number(text) == number
    assert titled(text, number) == rest


@pytest.mark.parametrize(
    ("levels", "ranks", "parents"),
    [
        ([1, 2, 2, 1], [1, 2, 2, 1], [None, 0, 0, None]),
        ([2, 4, 3, 2], [1, 3, 2, 1], [None, 0, 0, None]),
        ([3, 1, 3], [2, 1, 2], [None, None, 1]),
        ([None, 2], [1, 2], [None, 0]),
    ],
)
def test_sections_nest_by_level(
    block: Make,
    levels: list[int | None],
    ranks: list[int],
    parents: list[int | None],
) -> None:
    headings = [block("heading", "Roads", level=level) for level in levels]
    sections.rank_levels(headings)
    assert [h.level for h in headings] == ranks
    assert sections.parents(headings) == parents


@pytest.mark.parametrize(
    ("phrase", "unit", "magnitude"),
    [
        ("USD thousand", "USD", "1000"),
        ("in thousands of US dollars", "USD", "1000"),
        ("US$ million", "USD", "1000000"),
        ("$m", "USD", "1000000"),
        ("USD '000", "USD", "1000"),
        ("€ bn", "EUR", "1000000000"),
        ("MMK million", "MMK", "1000000"),
        ("KES", "KES", None),
        ("milliers d’euros", "EUR", "1000"),
        ("in Tsd. €", "EUR", "1000"),
        ("em milhares de euros", "EUR", "1000"),
        ("in migliaia di euro", "EUR", "1000"),
        ("Mrd. Euro", "EUR", "1000000000"),
        ("miles de euros", "EUR", "1000"),
        ("mil millones de euros", "EUR", "1000000000"),
        ("тыс. долл. США", "USD", "1000"),
        ("млн", None, "1000000"),
        ("тыс. грн", "UAH", "1000"),
        ("$000s", "USD", "1000"),
        ("mille FCFA", "XOF", "1000"),
        ("بالألف جنيه مصري", "EGP", "1000"),
        ("بالمليون جنيه", None, "1000000"),
        ("millions of pesos", None, "1000000"),
        ("%", "percent", None),
        ("per cent", "percent", None),
        ("in rand", "ZAR", None),
        ("millions", None, "1000000"),
        # Words that only look like units, and units that are not alone.
        ("m", None, None),
        ("miles", None, None),
        ("Rand", None, None),
        ("Real", None, None),
        ("ALL", None, None),
        ("usd", None, None),
        ("USD and EUR", None, None),
        ("S/N", None, None),  # a row's number; not soles and naira
        ("S/ million", "PEN", "1000000"),
        ("million people", None, None),
        ("Lorn", None, None),
        ("2031", None, None),
        ("", None, None),
    ],
)
def test_units(phrase: str, unit: str | None, magnitude: str | None) -> None:
    assert read_unit(phrase) == (unit, magnitude)


@pytest.mark.parametrize(
    ("text", "quote", "unit", "magnitude"),
    [
        ("Requirements (USD thousand)", "USD thousand", "USD", "1000"),
        ("Funding (2031) [EUR]", "EUR", "EUR", None),
        ("Revenue, in millions of US dollars", "in millions of US dollars", "USD", "1000000"),
        ("Requirements in USD by sector", "in USD", "USD", None),
        ("People in need, in millions", "in millions", None, "1000000"),
        ("Needs in millions of people", "in millions", None, "1000000"),
        ("New needs, $’s in thousands", "$’s in thousands", "USD", "1000"),
        ("Budget – EUR million", "EUR million", "EUR", "1000000"),
        ("Crops, 2031 (1 000 tonnes)", "1 000 tonnes", "tonnes", "1000"),
        ("Land (thousand ha)", "thousand ha", "ha", "1000"),
        ("Rainfall in 2031 (mm)", "mm", "mm", None),
        ("Cosechas (miles de toneladas)", "miles de toneladas", "toneladas", "1000"),
        ("Rents (EUR/ha)", "EUR/ha", "EUR", None),
        ("Water in litres per person per day", "in litres per person per day", "litres", None),
        ("Fund (EURm)", "EURm", "EUR", "1000000"),
        ("Farms (1 000)", "1 000", None, "1000"),
        ("Length in km", "in km", "km", None),
        ("Pupils in school, per cent, by region", "per cent", "percent", None),
        ("Élèves à l'école, en %, par région", "en %", "percent", None),
        ("Spending, USD million, 2031, by sector", "USD million", "USD", "1000000"),
        ("Boats, thousands, at the end of the year", "thousands", None, "1000"),
        ("Boats in 1,000", "in 1,000", None, "1000"),
        ("Boats in 1000s, 2031", "in 1000s", None, "1000"),
        ("Barcos en 1 000", "en 1 000", None, "1000"),
        ("Cost in 1 000 000 EUR", "in 1 000 000 EUR", "EUR", "1000000"),
        ("Fänge in 1.000 t", "in 1.000 t", "t", "1000"),
        ("Beträge in TEUR", "in TEUR", "EUR", "1000"),
        ("Beträge (T€)", "T€", "EUR", "1000"),
        ("Beträge [EUR]", "EUR", "EUR", None),
        ("Receita (em milhões de reais)", "em milhões de reais", "BRL", "1000000"),
        ("Superficie (ettari)", "ettari", "ettari", None),
        ("Fläche in Quadratmetern", "in Quadratmetern", "Quadratmetern", None),
    ],
)
def test_a_unit_is_found_where_it_stands(
    text: str, quote: str, unit: str | None, magnitude: str | None
) -> None:
    found = stated_unit(text)
    assert found is not None
    assert (text[slice(*found.span)], found.unit, found.magnitude) == (quote, unit, magnitude)


@pytest.mark.parametrize(
    "text",
    [
        "Needs (2031)",
        "People in need",
        "Projects in Lorn",
        "Height (m)",
        "Aid in foot and mouth",
        "Girls, boys, by region",
        "Loans, dollars, euros, by bank",
        "Stocks of 5, 100, and 12",
        "Losses of one in 1,000",
        "Losses of 3 in 1 000",
        "Deaths in 1,000 live births",
        "Visits in 1,000 days",
        "Boats (TRON)",
        "Boats (MALL)",
        "Trained (once)",
        "Annual returns (AR)",
        "Maternal care (MC)",
    ],
)
def test_no_unit(text: str) -> None:
    assert stated_unit(text) is None


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("Boats ……", "Boats"),
        ("Boats… … …", "Boats"),
        ("Nets and others…", "Nets and others…"),
        ("U.S. ........", "U.S."),
        ("N.L.T.……", "N.L.T."),
        ("Floats, etc ........", "Floats, etc"),
        ("…", "…"),
    ],
)
def test_a_leader_is_no_part_of_its_label(cell: str, label: str) -> None:
    assert without_leader(cell) == label


@pytest.mark.parametrize(
    ("label", "total"),
    [
        ("Total", True),
        ("GRAND TOTAL", True),
        ("Sub-total", True),
        ("Total general", True),
        ("Totaux", True),
        ("Всего", True),
        ("المجموع", True),
        ("— Total cost", True),
        ("Soma", True),
        ("Soma geral", True),
        ("Summe der Kosten", True),
        ("Totally new", False),
        ("Soma A", False),
        ("Soma Oil", False),
        ("Somalia", False),
        ("Totali Ltd", False),
        ("Shelter", False),
        ("Of the total", False),
    ],
)
def test_total_rows_are_told_by_their_label(label: str, *, total: bool) -> None:
    assert is_total(label) is total


@pytest.mark.parametrize(
    ("text", "is_line"),
    [
        ("As of May 2031", True),
        ("as at 3 May 2031", True),
        ("Au 3 mai 2031", True),
        ("Source: NRA", True),
        ("Sources", True),
        ("As before", False),
        ("Sources of water", False),
        ("Aubergines", False),
        ("As of May 2031, " + "the number of people has been rising again. " * 2, False),
    ],
)
def test_as_of_lines(text: str, *, is_line: bool) -> None:
    assert is_as_of_line(text) is is_line


def test_an_as_of_line_joins_the_key_figure_above(block: Make) -> None:
    drafts = [
        block("paragraph", "As of May 2031"),
        block("key_figure", "4,000"),
        block("paragraph", "As of May 2031"),
    ]
    keyfigures.adopt_lines(drafts)
    assert [d.type for d in drafts] == ["paragraph", "key_figure", "key_figure"]


def test_a_value_opens_a_key_figure(
    block: Make,
    assembled: Callable[..., Document],
) -> None:
    texts = ["4,000", "people fed", "USD 3.5M", "asked for", "~20%", "of wells dry"]
    blocks = [block("key_figure", text) for text in texts]
    doc = assembled([*blocks, block("paragraph", "Text."), block("key_figure", "7")])
    keyfigures.group(doc)
    assert [b.group for b in doc.blocks] == [0, 0, 1, 1, 2, 2, None, 3]


@pytest.mark.parametrize(
    ("opening", "types"),
    [
        ([("heading", "Plan", 1), ("heading", "Roads", 2)], ["title", "heading"]),
        ([("heading", "Plan", 1), ("heading", "Roads", 1)], ["heading", "heading"]),
        ([("heading", "2. Plan", 1), ("heading", "2.1 Roads", 2)], ["heading", "heading"]),
        ([("paragraph", "A PLAN FOR LORN", None)], ["title"]),
        ([("paragraph", "A plan for Lorn", None)], ["paragraph"]),
        ([("paragraph", "A PLAN FOR LORN.", None)], ["paragraph"]),
        ([("paragraph", "A PLAN FOR LORN " * 20, None)], ["paragraph"]),
        ([("title", "Plan", None), ("paragraph", "LORN", None)], ["title", "paragraph"]),
    ],
)
def test_the_title_opens_the_document(
    block: Make,
    opening: list[tuple[str, str, int | None]],
    types: list[str],
) -> None:
    drafts = [block(kind, text, level=level) for kind, text, level in opening]
    title.recognise(drafts)
    assert [d.type for d in drafts] == types
