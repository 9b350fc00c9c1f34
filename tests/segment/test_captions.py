"""Captions: what their labels and credits say."""

import pytest

from extractor.mapped import Mapped
from extractor.segment.captions import belongs_to, kind_of, recognise
from extractor.segment.credits import credit_of
from extractor.segment.draft import Draft, DraftTable


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Figures 2 & 3. The river in two years", "figure"),
        ("Tableau 1 : Les puits", "table"),
        ("Tableaux 1 à 3 : Les puits", "table"),
        ("Gráfico 2. Las personas", "chart"),
        ("Cuadro N° 4 Los pozos", "table"),
        ("Tabelle 2: Die Brunnen", "table"),
        ("Quadro 3 – Os poços", "table"),
        ("Tabella 4. I pozzi", "table"),
        ("Abbildung 1: Brunnen", "figure"),
        ("Carte 1. Les districts", "map"),
        ("Encadré 2 : Les moulins", "box"),
        ("Table ES-1. Summary", "table"),
        ("Figure 1a: Grain", "figure"),
        ("Annex Table 2. The teams", "table"),
        ("Cuadro anexo 3. Los equipos", "table"),
        ("Tableau 2bis : Les puits", "table"),
        ("Tab. 3: The wells", "table"),
        ("Gráf. 2. Los pozos", "chart"),
        ("Picture 3: The well", "photo"),
        ("Photo: girls at the well of Lorn", "photo"),
        ("Map: Districts of Norvia", "map"),
        ("Figure 3 shows the mills", None),
        ("Tables 2 and 3 show the mills", None),
        ("Source: The warden’s book, 2031", None),
        ("Annex 2. The teams", None),
    ],
)
def test_the_kind_of_a_caption(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "who", "year"),
    [
        ("The well. © NRA/UN0123/Fenn", "NRA/UN0123/Fenn", None),
        ("Photo: NRA 2031 / Ada Fenn", "NRA/Ada Fenn", "2031"),
        ("Crédit photo : NRA/Ada Fenn", "NRA/Ada Fenn", None),
        ("The mill. Photo © NRA", "NRA", None),
        ("Foto: NRA 2030", "NRA", "2030"),
        ("The mill (© Ada Fenn)", "Ada Fenn", None),
        ("The mill. (Photo: Ada Fenn/NRA, 2031)", "Ada Fenn/NRA", "2031"),
        ("© NRA (Lorn)", "NRA (Lorn)", None),
        ("Photo de couverture : NRA/Ada Fenn", "NRA/Ada Fenn", None),
        ("© NRA/UN01/Fenn A group of children reads in Lorn.", "NRA/UN01/Fenn", None),
        ("© NRA/Jan van der Berg Le moulin est neuf.", "NRA/Jan van der Berg", None),
        ("© NRA 2031/Ada Fenn The well of Lorn.", "NRA/Ada Fenn", "2031"),
        ("© NRA/Ada Fenn for the Mills of Lorn", "NRA/Ada Fenn for the Mills of Lorn", None),
    ],
)
def test_the_credit_of_a_caption(text: str, who: str, year: str | None) -> None:
    credit = credit_of(text)
    assert credit is not None
    assert (credit.who, credit.year) == (who, year)


@pytest.mark.parametrize(
    "text",
    ["© 2031 NRA. All rights reserved.", "© NRA, 2031. Tous droits réservés."],
)
def test_an_imprint_is_no_credit(text: str) -> None:
    assert credit_of(text) is None


def test_an_entry_of_a_list_of_tables_is_no_caption() -> None:
    entries = [
        Draft(content=Mapped.put_in(text))
        for text in ("Table 2: Wells ........ 14", "Figure 1. Mills . . . . . . iv")
    ]
    recognise(entries)
    assert [entry.type for entry in entries] == ["paragraph", "paragraph"]


def test_what_a_photo_shows_is_no_credit() -> None:
    assert credit_of("Photo: girls at the well of Lorn") is None


def test_a_credit_below_a_caption_becomes_part_of_it() -> None:
    drafts = [
        Draft(content=Mapped.put_in("Photo 1. The ferry at low water")),
        Draft(content=Mapped.put_in("© NRA 2031/Ada Fenn")),
        Draft(content=Mapped.put_in("The carts wait on both banks.")),
    ]
    recognise(drafts)
    assert [(d.type, d.content.text) for d in drafts] == [
        ("caption", "Photo 1. The ferry at low water © NRA 2031/Ada Fenn"),
        ("paragraph", "The carts wait on both banks."),
    ]


def bold(text: str) -> Draft:
    """Return a paragraph in bold."""
    return Draft(content=Mapped.put_in(text), bold=[(0, len(text))])


def over_a_table(*drafts: Draft) -> list[Draft]:
    """Return drafts after a first paragraph and before a table, captions told."""
    table = Draft(type="table", table=DraftTable([], 2, 2))
    every = [Draft(content=Mapped.put_in("The mills need stones.")), *drafts, table]
    recognise(every)
    return list(drafts)


def test_a_bold_line_on_top_of_a_table_is_its_caption() -> None:
    (title,) = over_a_table(bold("By district"))
    assert (title.type, belongs_to(title)) == ("caption", "table")


def test_a_line_in_capitals_is_one_also_over_a_line_of_units() -> None:
    units = Draft(content=Mapped.put_in("(in thousands of crowns)"))
    title, note = over_a_table(Draft(content=Mapped.put_in("GRAIN BY DISTRICT")), units)
    assert (title.type, note.type) == ("caption", "paragraph")


@pytest.mark.parametrize(
    "draft",
    [
        bold("The districts need these stones:"),
        bold("(in thousands of crowns)"),
        bold("As of May 2031"),
        Draft(content=Mapped.put_in("Stones by district")),
    ],
    ids=["sentence", "units", "date", "plain"],
)
def test_what_only_leads_to_a_table_is_no_caption_of_it(draft: Draft) -> None:
    assert over_a_table(draft)[0].type == "paragraph"


def test_a_unit_beside_a_picture_is_no_caption_of_it() -> None:
    unit = Draft(content=Mapped.put_in("(in thousands of crowns)"), small=True, near_picture=True)
    recognise([unit])
    assert unit.type == "paragraph"


def test_the_caption_of_a_box_belongs_to_nothing_that_has_captions() -> None:
    assert belongs_to(Draft(content=Mapped.put_in("Box 1. What the millers asked"))) is None


def test_a_bold_head_between_a_label_and_its_table_is_no_caption() -> None:
    table = Draft(type="table", table=DraftTable([], 2, 2))
    label = Draft(content=Mapped.put_in("Table 1: Wells"), table_at=table)
    head = bold("Sector")
    recognise([label, head, table])
    assert (label.type, head.type) == ("caption", "paragraph")


def test_the_numbers_beside_a_picture_are_no_caption() -> None:
    axis = Draft(content=Mapped.of("450 400 350 300 250"), italic=True, near_picture=True)
    told = Draft(content=Mapped.of("Wells dug since 2029"), italic=True, near_picture=True)
    recognise([axis, told])
    assert [axis.type, told.type] == ["paragraph", "caption"]
