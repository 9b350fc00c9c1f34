"""Captions: what their labels and credits say."""

import pytest

from extractor.mapped import Mapped
from extractor.segment.captions import credit_of, kind_of, recognise
from extractor.segment.draft import Draft


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Figures 2 & 3. The river in two years", "figure"),
        ("Tableau 1 : Les puits", "table"),
        ("Tableaux 1 à 3 : Les puits", "table"),
        ("Gráfico 2. Las personas", "chart"),
        ("Cuadro N° 4 Los pozos", "table"),
        ("Carte 1. Les districts", "map"),
        ("Encadré 2 : Les moulins", "figure"),
        ("Table ES-1. Summary", "table"),
        ("Figure 1a: Grain", "figure"),
        ("Photo: girls at the well of Lorn", "photo"),
        ("Map: Districts of Norvia", "map"),
        ("Figure 3 shows the mills", None),
        ("Tables 2 and 3 show the mills", None),
        ("Source: The warden’s book, 2031", None),
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
    ],
)
def test_the_credit_of_a_caption(text: str, who: str, year: str | None) -> None:
    credit = credit_of(text)
    assert credit is not None
    assert (credit.who, credit.year) == (who, year)


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
