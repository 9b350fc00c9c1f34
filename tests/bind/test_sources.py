"""On whose word figures stand: names in the sentence, footnotes, source lines, wholes."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
BOATS = "Harbour Office, Boats of the Coast (May 2031)"
SHARERS = "Harbour Office; Tidal Board, net census 2030"
STORMS = ["Coast Council, Storms (2030)", "Red Fund, Review"]
CENSUS = "Harbour Office, Net Census (May 2031)"

NOTES = """\
# Tide plan

## Nets

Some 300 nets[^1] were lost, and 40 boats sank in the storm.[^2] Water reached 20 towns.[^3]

Data[^1] for the coast shows that 12 wells are dry. A survey[^1] of the coast met 14 teachers today.

About 20,000 people fled,[^1] and 33 stayed.

The top 26 towns were rebuilt.[^4]

Some 5,000 boats were lost.[^1]

Of the boats lost, 2 in 3 boats were new.

[^1]: Harbour Office, Net Census (May 2031). Available at: https://harbour.example/c
[^2]: Ibid.
[^3]: Includes villages.
[^4]: Orn, Lorn and Tarn. These towns were the largest.
"""
CHAIN = """\
# Tide plan

The fleet has 120 boats.[^1] It lost 14 boats in a storm.[^2] Some 33 boats were mended.[^3] About
44 boats were sold.[^4] There are 55 boats on hire,[^5] and 66 boats in dock.[^6] A further 77 boats
were counted.[^7] Some 88 boats are new.[^8] Some 99 boats sank.[^9] In all 111 boats.[^10] And 222
boats.[^11] There are 333 boats;[^12] some 444 boats rest.[^1][^13] At last 555 boats.[^14]

[^1]: Harbour Office, Boats of the Coast (May 2031), https://harbour.example/boats
[^2]: Ibid.
[^3]: Coast Council, Storms (2030). https://coast.example/s; Red Fund, Review, https://red.example
[^4]: Ibid., p. 12.
[^5]: See note 1 above.
[^6]: Harbour Office, op. cit.
[^7]: Voir note 1.
[^8]: Id.
[^9]: Ibidem, p. 3.
[^10]: See above.
[^11]: Coast Council, Storms, op. cit., p. 4.
[^12]: Supra note 1.
[^13]: Tidal Board, op. cit.
[^14]: Там же.
"""
LINES = """\
# Tide plan

## Tally

**400**

NETS LOST

Source: Harbour Office

Table 1. Boats lost

| Item | Boats |
|---|---|
| New | 125 |
| Old | 30 |

Source: Tidal Board
"""
COLUMN = """\
# Tide plan

| Indicator | Value | Year | Source |
|---|---|---|---|
| Boats afloat | 521 | 2030 | Harbour Office |
| Crews at sea | 522 | 2031 | Net census, 2031 |
| Fish sold | EUR 523 | 2031 | Harbour Office |

| Town | Source | Power (GWh) |
|---|---|---|
| Lorn | Hydropower | 524 |
"""
SHARED = """\
# Tide plan

Table 3: Boats lost

| Item | Boats |
|---|---|
| New | 531 |

Table 4: Boats mended

| Item | Boats |
|---|---|
| New | 532 |

Table 5: Boats sold

| Item | Boats |
|---|---|
| New | 533 |

Sources for Tables 3 and 4: Harbour Office; Tidal Board, net census 2030
"""
HEADED = """\
# Tide plan

Table 6. Boats lost, 2031 (source: Tidal Board)

| Item | Boats |
|---|---|
| New | 541 |
"""
SEVERAL = """\
# Tide plan

## Tally

**401**

NETS LOST

Source: Red Fund

**402**

NETS MENDED

**403**

NETS SOLD

Source: Harbour Office
"""
MARKED_TABLE = """\
# Tide plan

| Item | Boats[^1] | Nets |
|---|---|---|
| New | 125 | 44 |
| Old[^2] | 30 | 12[^3] |

[^1]: Harbour Office, Boats (2031).
[^2]: Tidal Board, Old Nets (2030).
[^3]: Includes nets on hire.
"""
TITLED_TABLE = """\
# Tide plan

Table 1. Boats of the coast[^1]

| Item | Boats |
|---|---|
| New | 125 |

[^1]: Harbour Office, Boats (2031).
"""
CAPTIONED = """\
# Tide plan

The fleet has 88 boats. It lost 14 in May. Source: Harbour Office, Boats, 2031.

The fleet mended 9 nets. It sold 17 nets (Source: Tidal Board).

Figure 1. Of the nets, 66 per cent are dry (source: Red Fund)
"""
LINKS = """\
# Tide plan

## Tally

The survey of the [Harbour Office](https://harbour.example) found that 300 nets were lost.

Some 40 clinics closed ([Tidal Board](https://tidal.example)).
"""

BRACKET, LED, SAYS = "source.bracket", "source.according_to", "source.reporting"
NAMED = [
    # what it is, sentence, figure, source (empty: none), rule
    ("author and year", "Some 87 fled (Orn, 2030).", "87", "Orn, 2030", BRACKET),
    ("authors", "Some 87 fled (Orn and Lund 2030).", "87", "Orn and Lund 2030", BRACKET),
    ("a body and a day", "Some 87 fled (see UNHCR 12/03/2030).", "87", "UNHCR 12/03/2030", BRACKET),
    ("a place and a year", "Some 87 boats sank (Kenya, 2030).", "87", "", ""),
    ("a part of a document", "Some 87 boats sank (Annex 2030).", "87", "", ""),
    ("bodies that are meant", "Three agencies (UNDP, UNICEF and WHO) met.", "Three", "", ""),
    ("a body that is meant", "Some 87 crews (UNDP) met.", "87", "", ""),
    ("a phrase with by", "According to a study by UNDP, 87 boats sank.", "87", "UNDP", LED),
    ("a short form", "According to data collected by TIWA, 87 boats sank.", "87", "TIWA", LED),
    ("its own data", "According to WFP's price data, 87 shops shut.", "87", "WFP", LED),
    ("a survey", "According to the 2029 Net Survey, 87 boats sank.", "87", "2029 Net Survey", LED),
    ("after a date", "In May 2031, according to UNHCR, 87 people fled.", "87", "UNHCR", LED),
    ("the agent", "Some 87 cases were reported by WHO.", "87", "WHO", LED),
    ("a plan", "According to the plan of UNDP, 87 boats are due.", "87", "", ""),
    ("respondents", "Thefts were reported by 87 per cent of crews.", "87 per cent", "", ""),
    ("French", "Selon le HCR, 87 bateaux ont coulé.", "87", "HCR", LED),
    ("a census", "The 2030 Boat Census counted 87 boats.", "87", "2030 Boat Census", SAYS),
    ("data that show", "WHO data show that 87 crews are ill.", "87", "WHO", SAYS),
    ("a report of", "The Net Office's 2030 report found 87 boats.", "87", "Net Office", SAYS),
    ("in an aside", "WHO, in its review of May, found 87 ill crews.", "87", "WHO", SAYS),
    ("who goes on", "WHO found 9 ill crews. In addition, 87 fled.", "87", "WHO", "source.carried"),
    ("a part told later", "WHO found 90 ill men. Of the men, 41% died.", "41%", "", ""),
    (
        "a part told with it",
        "Some 90 men fell ill (WHO), of whom 41% died.",
        "41%",
        "WHO",
        "source.parent",
    ),
    ("who does not", "WHO found 9 ill crews. Some 87 fled.", "87", "", ""),
    ("a noun like a verb", "WHO's forecast rose, with estimates of 87 boats.", "87", "", ""),
    ("an area", "Hama Governorate recorded 87 storms.", "87", "", ""),
    ("what is no figure", "UNFPA recorded progress towards the three aims.", "three", "", ""),
]
NOTED = """\
# Tide plan

Table 1. Nets mended, 2031

| Net | Number | Time |
|---|---|---|
| Drift net | 71 | 6 days |
| Trawl | 72 | 9 days |

Note: Figures are provisional. Source: Harbour Office, net lists.
"""
CASES = [
    P(LINKS, "300", [("Harbour Office", "source.reporting")], id="a link that reports"),
    P(LINKS, "40", [("Tidal Board", "source.bracket")], id="a link in a bracket"),
    P(
        "More than 560 children have been injured (UNICEF).",
        "560",
        [("UNICEF", "source.bracket")],
        id="an organisation in a bracket",
    ),
    P(
        "The International Rescue Committee (IRC) runs 300 wells.",
        "300",
        [],
        id="a short form where it is defined is no source",
    ),
    P("The board (UNICEF) met 300 people.", "300", [], id="not what follows the bracket"),
    P(
        "According to UNHCR, 3,000 people fled while 6,000 people stayed according to UNICEF.",
        "3,000",
        [("UNHCR", "source.according_to")],
        id="according to, before",
    ),
    P(
        "According to UNHCR, 3,000 people fled while 6,000 people stayed according to UNICEF.",
        "6,000",
        [("UNICEF", "source.according_to")],
        id="according to, after",
    ),
    P(
        "According to the Northern Harvest Council, 3,000 farms were lost.",
        "3,000",
        [("Northern Harvest Council", "source.according_to")],
        id="a name that no list knows",
    ),
    P(
        "The boats were old. Northern Harvest Council reported that 3,000 farms were lost.",
        "3,000",
        [("Northern Harvest Council", "source.reporting")],
        id="such a name at the start of its sentence",
    ),
    P(
        "The Northern Harvest Council reported that 3,000 farms were lost.",
        "3,000",
        [("Northern Harvest Council", "source.reporting")],
        id="such a name without its article",
    ),
    P(
        "UNICEF has estimated that 3,000 children are ill.",
        "3,000",
        [("UNICEF", "source.reporting")],
        id="who reports",
    ),
    P("UNICEF was reported to keep 300 schools.", "300", [], id="who is reported on"),
    P("UNICEF runs 300 schools.", "300", [], id="who does something else"),
    *(
        P(text, quote, [(name, rule)] if name else [], id=case)
        for case, text, quote, name, rule in NAMED
    ),
    P(NOTES, "300", [(CENSUS, "source.mark_at_figure")], id="a mark at the noun"),
    P(NOTES, "40", [(CENSUS, "source.mark_at_sentence")], id="a mark at the end; Ibid."),
    P(NOTES, "20", [], id="a remark is no source"),
    P(NOTES, "26", [], id="nor is a list with a remark"),
    P(NOTES, "12", [(CENSUS, "source.mark_at_sentence")], id="a marked noun that shows it"),
    P(NOTES, "14", [], id="a marked noun that does not"),
    P(NOTES, "20,000", [(CENSUS, "source.mark_at_sentence")], id="a mark at the clause's end"),
    P(NOTES, "33", [], id="the clause after the mark"),
    P(
        MARKED_TABLE,
        "125",
        [("Harbour Office, Boats (2031)", "source.mark_at_header")],
        id="header",
    ),
    P(MARKED_TABLE, "30", [("Tidal Board, Old Nets (2030)", "source.mark_at_header")], id="label"),
    P(MARKED_TABLE, "12", [("Tidal Board, Old Nets (2030)", "source.mark_at_header")], id="remark"),
    P(TITLED_TABLE, "125", [("Harbour Office, Boats (2031)", "source.mark_at_title")], id="title"),
    P(MARKED_TABLE, "44", [], id="no mark over it"),
    P(CAPTIONED, "88", [("Harbour Office, Boats", "source.line")], id="a text's last line"),
    P(CAPTIONED, "17", [("Tidal Board", "source.bracket")], id="a source in a bracket"),
    P(CAPTIONED, "9", [], id="the sentence before it"),
    P(CAPTIONED, "66 per cent", [("Red Fund", "source.bracket")], id="a source in a caption"),
    P(LINES, "400", [("Harbour Office", "source.line")], id="a line below a key figure"),
    P(LINES, "30", [("Tidal Board", "source.line")], id="a line below a table"),
    P(COLUMN, "521", [("Harbour Office", "source.column")], id="a column of sources"),
    P(COLUMN, "522", [("Net census, 2031", "source.column")], id="which names data"),
    P(COLUMN, "EUR 523", [], id="who may give a sum"),
    P(COLUMN, "524", [], id="a column of what power is from"),
    P(SHARED, "531", [(SHARERS, "source.line")], id="a line of several tables"),
    P(SHARED, "532", [(SHARERS, "source.line")], id="and the last of them"),
    P(SHARED, "533", [], id="though it stands below another"),
    P(HEADED, "541", [("Tidal Board", "source.line")], id="a bracket that ends a title"),
    P(SEVERAL, "401", [("Red Fund", "source.line")], id="a key figure with its own line"),
    P(SEVERAL, "402", [("Harbour Office", "source.line")], id="a line below two key figures"),
    P(SEVERAL, "403", [("Harbour Office", "source.line")], id="and the second"),
    P(NOTED, "71", [("Harbour Office, net lists", "source.line")], id="a note with its source"),
    P(NOTED, "6 days", [("Harbour Office, net lists", "source.line")], id="how long a row takes"),
    P(NOTED, "2031", [], id="a year of the table"),
    P(
        "Some 20,000 people fled (UNHCR), of whom 300 drowned.",
        "300",
        [("UNHCR", "source.parent")],
        id="a part stands on the word for its whole",
    ),
]


@pytest.mark.parametrize(("text", "quote", "sources"), CASES)
def test_sources(text: str, quote: str, sources: list[tuple[str, str]], holds: Holds) -> None:
    holds(text, quote, {"sources": sources})


ROMANCE = [
    P(
        "Selon l’Institut national du port, la côte a perdu 312 bateaux dans la tempête de mai.",
        "312",
        "Institut national du port",
        id="a French name",
    ),
    P(
        "La tempête a détruit 313 bateaux de la côte, d’après le Ministère de la Pêche.",
        "313",
        "Ministère de la Pêche",
        id="at the end",
    ),
    P(
        "Según el Instituto Nacional de Pesca, la costa perdió 314 barcos en la tormenta de mayo.",
        "314",
        "Instituto Nacional de Pesca",
        id="a Spanish name",
    ),
    P(
        "Según el consejo del puerto, la costa perdió 315 barcos en la tormenta de mayo.",
        "315",
        None,
        id="no name",
    ),
    P(
        "Según Lorn en la costa había redes, y el puerto perdió 316 barcos en la tormenta.",
        "316",
        None,
        id="what goes on behind a name",
    ),
]


@pytest.mark.parametrize(("text", "quote", "source"), ROMANCE)
def test_names_of_sources_in_french_and_spanish(
    text: str, quote: str, source: str | None, holds: Holds
) -> None:
    sources = [] if source is None else [(source, "source.according_to")]
    holds(f"{text} {text}", quote, {"sources": sources})


SPELLED = """# Tide plan

Some 24 boats were lost. The CHF[^1] gave 30 boats, and the fund[^2] gave 31 boats.

[^1]: Central Harbour Fund.
[^2]: Central Harbour Fund.
"""


def test_a_name_behind_its_short_form_says_what_that_stands_for(holds: Holds) -> None:
    holds(SPELLED, "30", {"sources": []})


def test_a_part_does_not_share_the_note_of_its_whole(holds: Holds) -> None:
    text = "# Tide plan\n\nThe storm took 900[^1] people, of whom 40 drowned.\n\n"
    note = "[^1]: Harbour Office, Net Census (May 2031)."
    holds(text + note, "900", {"sources": [(CENSUS, "source.mark_at_figure")]})
    holds(text + note, "40", {"sources": []})
    text = "# Tide plan\n\nThe storm took 901 people.[^1] Of these, 41 were children.\n\n"
    holds(text + note, "901", {"sources": [(CENSUS, "source.mark_at_sentence")]})
    holds(text + note, "41", {"of": "901", "sources": []})


def test_a_note_gives_its_label_and_address(read_memo: Callable[[str], Extraction]) -> None:
    figures = {f.anchor.quote: f for f in read_memo(NOTES).figures}
    (census,), (again,) = figures["300"].sources, figures["40"].sources
    assert (census.footnote, census.url) == ("1", "https://harbour.example/c")
    assert (again.footnote, again.url) == ("2", "https://harbour.example/c")


def test_a_link_gives_its_address(read_memo: Callable[[str], Extraction]) -> None:
    figures = {f.anchor.quote: f for f in read_memo(LINKS).figures}
    assert [s.url for s in figures["40"].sources] == ["https://tidal.example"]


@pytest.mark.parametrize(
    ("quote", "values"),
    [
        P("14", [BOATS], id="Ibid."),
        P("33", STORMS, id="two works in one note"),
        P("44", STORMS, id="Ibid. of two works, with a page"),
        P("55", [BOATS], id="see note; the mark of a clause before that of its sentence"),
        P("66", [BOATS], id="op. cit. of an author"),
        P("77", [BOATS], id="voir note"),
        P("88", [BOATS], id="Id. of a note that stands for another"),
        P("99", [BOATS], id="Ibidem"),
        P("111", [BOATS], id="see above"),
        P("222", STORMS, id="op. cit. of the first of two authors"),
        P("333", [BOATS], id="supra note"),
        P("444", [BOATS, "Tidal Board, op. cit"], id="two marks; op. cit. of none before"),
        P("555", ["Tidal Board, op. cit"], id="Там же"),
    ],
)
def test_chain_of_notes(
    quote: str, values: list[str], read_memo: Callable[[str], Extraction]
) -> None:
    figure = next(f for f in read_memo(CHAIN).figures if f.anchor.quote == quote)
    assert [s.value for s in figure.sources] == values


def test_a_source_has_its_publisher_date_and_address(
    read_memo: Callable[[str], Extraction],
) -> None:
    sources = {s.value: s for s in read_memo(CHAIN).sources}
    boats, review = sources[BOATS], sources[STORMS[1]]
    assert (boats.publisher, boats.date) == ("Harbour Office", "2031-05")
    assert boats.url == "https://harbour.example/boats"
    assert (review.publisher, review.date, review.url) == ("Red Fund", None, "https://red.example")


IMPRINT = """\
# Tide plan

The fleet has 120 boats.[^1] It lost 14 boats.[^2]

[^1]: Red Fund, Nets and Boats: a Count, RF, Lorn, 2031, p. 4.
[^2]: See Coast Council, Storms, https://coast.example/s (accessed 3 May 2032).
"""


def test_an_imprint_tells_the_date_and_is_no_part_of_the_name(
    read_memo: Callable[[str], Extraction],
) -> None:
    nets, storms = read_memo(IMPRINT).sources
    assert (nets.value, nets.date) == ("Red Fund, Nets and Boats: a Count", "2031")
    assert (storms.value, storms.date) == ("Coast Council, Storms", None)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        P("Selon Sexe, 331 pêcheurs sont du nord.", [], id="how a list is parted"),
        P("Según Edad, 331 pescadores son del norte.", [], id="in Spanish"),
        P("Selon OCHA, 331 pêcheurs sont du nord.", ["OCHA"], id="a body of one word"),
    ],
)
def test_one_word_behind_according_to(
    sentence: str, named: list[str], read_memo: Callable[[str], Extraction]
) -> None:
    spanish = "El consejo del puerto publicó su informe sobre los barcos de la costa. "
    french = "Le conseil du port a publié son rapport sur les bateaux de la côte et les filets. "
    opening = spanish if "Según" in sentence else french
    found = next(f for f in read_memo(opening + sentence).figures if f.anchor.quote == "331")
    assert [source.value for source in found.sources] == named


@pytest.mark.parametrize(
    ("place", "line", "source"),
    [
        ("Ost\\*", "Tide Bank; * without Vell", "Tide Bank"),
        ("Ost\\*", "Tide Bank * without Vell", "Tide Bank"),
        ("Ost\\*\\*", "Tide Bank; * the rows are whole; \\*\\* without Vell", "Tide Bank"),
        ("Ost", "Tide Bank; * Red Fund", "Tide Bank; * Red Fund"),
        ("Ost\\*", "Tide Bank; * Red Fund; * Lorn Bureau", "Tide Bank; * Red Fund; * Lorn Bureau"),
    ],
)
def test_a_source_line_may_explain_signs_that_its_table_uses(
    place: str, line: str, source: str, holds: Holds
) -> None:
    table = f"# Tide plan\n\n| Town | Nets |\n|---|---|\n| {place} | 71 |\n| Vell | 72 |\n"
    holds(f"{table}\nSource: {line}\n", "71", {"sources": [(source, "source.line")]})
