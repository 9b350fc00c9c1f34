"""Which notes cite a work, and which stretch of them; what only explains is no source."""

import pytest

from extractor.bind.sources.citing import citations

P = pytest.param

CITING = [
    P("Harbour Office, Boats of the Coast (May 2031).", None, id="author, title, date"),
    P("HARBO Tarn, Yearly Report 2031.", None, id="a short form as author"),
    P("Harbour Office: Nets and Boats", None, id="a body before a colon"),
    P("‘Boats were lost in the storm’, 3 May 2031.", None, id="a quoted title with a verb"),
    P(
        "Red Fund, Boats and armed conflict, Report of the Board, B/12, 3 June 2031.",
        None,
        id="a participle in a title",
    ),
    P("Tide Watch, Moved by Water: how storms moved the fleet, 2031.", None, id="after a colon"),
    P("Lorn, Anna, 2031. Mending nets. Tarn, Coast Press.", None, id="parted by full stops"),
    P("Interviews with staff of the harbour.", None, id="data without a title"),
    P("INSTAT, Enquête auprès des pêcheurs, 2031.", None, id="French"),
    P("Publicación del Ministerio de Pesca, 10 abril 2031.", None, id="Spanish"),
    P("https://harbour.example/boats", None, id="a bare address"),
    P("Preliminary data from the Ministry of Ports.", None, id="data from a body"),
    P("Revised figures by the Harbour Office, May 2031", None, id="figures by a body"),
    P("Provisional figures, Ministry of Ports, Storm Report, 2031", None, id="behind a comma"),
    P("Datos preliminares del Ministerio de Pesca, Boletín 4, 2031", None, id="data, in Spanish"),
    P("Véase el cuadro 3 de UNICEF, Informe anual, 2031", None, id="a part of another work"),
    P("Of these 62 came later. Red Fund, Forty Nets, 2031.", "Red Fund, Forty Nets, 2031.", id="2"),
    P("Red Fund, Nets. (Data are those of May.)", "Red Fund, Nets.", id="a remark in a bracket"),
    P("A rough count; see Red Fund (2031), Nets.", "see Red Fund (2031), Nets.", id="see"),
    P(
        "This count was published in the 2031 Harbour Report.",
        "2031 Harbour Report.",
        id="published in",
    ),
    P("According to the Tidal Board, the boats were lost.", "Tidal Board", id="according to"),
    P("Calculated on Harbour Office data.", None, id="a name behind what leads to it"),
    P("Preliminary Report of the Tidal Board, 2031.", None, id="a report that is preliminary"),
    P("Analyse des filets, mars 2031.", None, id="an analysis"),
    P("A/77/310, para. 12.", None, id="the symbol of a document"),
]
EXPLAINING = [
    P("This total excludes boats on hire.", id="a demonstrative"),
    P("The rate of exchange of 1 May 2031 was used.", id="a passive"),
    P("Contributions received for the 2031 appeal include nets.", id="a verb in the present"),
    P("In 2031, the Red Fund received 3 boats.", id="a circumstance"),
    P("As of June 2031.", id="a date"),
    P("1979 to 2022", id="years"),
    P("Constant 2015 crowns.", id="prices of a year"),
    P("LTP: Long Tidal Plan.", id="a short form spelled out"),
    P("NDC: Contribución Determinada a Nivel Nacional.", id="a short form of another language"),
    P("The 4 per cent rate applies to land bought in May 2031.", id="a verb in the third person"),
    P("Orn, Lorn and Tarn.", id="places"),
    P("The Red Fund, the Harbour Bank and the Coast Council.", id="bodies that are meant"),
    P("HARBO, TIDE and COAST mended the boats in 2031.", id="bodies that act"),
    P("See annex 3.", id="a part of the document itself"),
    P("See section 2 below for details.", id="a section"),
    P("El tipo de cambio es de 24 coronas.", id="Spanish"),
    P("United Nations rate of exchange, June 2031.", id="a rate of exchange"),
    P("Taux de change des Nations Unies, juin 2031.", id="a French one"),
    P("Calculated on the basis of a crew of five people.", id="no name behind what leads to one"),
    P("Preliminary data, to be revised.", id="data of no one"),
    P("Données provisoires.", id="French data of no one"),
    P("No data for 2029.", id="no data"),
    P("Véase el anexo 4.", id="a part behind an article"),
    P("Formerly the Board of Nets.", id="another name"),
]


@pytest.mark.parametrize(("note", "cited"), CITING)
def test_a_note_that_cites(note: str, cited: str | None) -> None:
    assert [note[slice(*span)] for span in citations(note)] == [cited or note]


@pytest.mark.parametrize("note", EXPLAINING)
def test_a_note_that_explains(note: str) -> None:
    assert citations(note) == []


def test_what_is_linked_is_cited_unless_it_tells() -> None:
    assert citations("Fleet situation (harbour.example)") == []
    assert citations("Fleet situation (harbour.example)", linked=True) == [(0, 33)]
    assert citations("The fleet was mended.", linked=True) == []
