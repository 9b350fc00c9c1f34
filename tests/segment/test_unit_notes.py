"""Which notes state the unit of all figures, and which speak of some or of something else."""

import time

import pytest

from extractor.segment.unit_notes import unit_noted


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("Note: amounts in thousands of euros.", ("EUR", "1000")),
        ("All figures are in US dollars.", ("USD", None)),
        ("Amounts in U.S. dollars.", ("USD", None)),
        ("Figures in US$ million", ("USD", "1000000")),
        ("(in thousands of euros)", ("EUR", "1000")),
        ("Unit: million USD", ("USD", "1000000")),
        ("Unit: US$ '000", ("USD", "1000")),
        ("Source: Lorn Treasury. Amounts in millions of euros.", ("EUR", "1000000")),
        ("Source: budget office; in million EUR.", ("EUR", "1000000")),
        ("Note: Figures are rounded and may not add up. In US$ million.", ("USD", "1000000")),
        ("All amounts are in thousands of Kenyan shillings (KES).", ("KES", "1000")),
        ("Amounts are in US dollars unless otherwise indicated.", ("USD", None)),
        ("Figures in US$ unless stated; shares in percent.", ("USD", None)),
        ("Numbers in thousands.", (None, "1000")),
        ("Data in percent", ("percent", None)),
        ("Values in hectares.", ("hectares", None)),
        ("Les montants sont exprimés en milliers de francs CFA.", ("XOF", "1000")),
        ("Montants en millions de FCFA sauf indication contraire.", ("XOF", "1000000")),
        ("Los montos están expresados en miles de dólares.", ("USD", "1000")),
        ("Importes en miles de pesos.", (None, "1000")),
        ("Суммы указаны в тысячах гривен.", ("UAH", "1000")),
        ("Дані в млн грн", ("UAH", "1000000")),
        ("المبالغ بآلاف الدولارات.", ("USD", "1000")),
        ("جميع المبالغ بالدولار الأمريكي.", ("USD", None)),
        ("Alle Beträge in Tsd. EUR", ("EUR", "1000")),
        ("Angaben in Mio. €.", ("EUR", "1000000")),
        ("Valores em milhares de reais.", ("BRL", "1000")),
    ],
)
def test_a_note_states_the_unit_of_all(note: str, unit: tuple[str | None, str | None]) -> None:
    assert unit_noted(note) == unit


@pytest.mark.parametrize(
    "note",
    [
        "Note: 1 USD = 1,500 NGN.",
        "Note: Amounts above 5 million USD are reviewed.",
        "Figures in brackets are losses in thousands of USD.",
        "Figures in italics are in euros.",
        "Amounts in USD for health and EUR for water.",
        "Amounts in euros. Figures in US dollars.",
        "In March the figures were revised.",
        "Figures include the euros of the fund.",
        "Amounts in thousands were lost, the mayor said.",
        "Health costs in euros.",
        "Note: in 2031.",
        "In all",
        "",
    ],
)
def test_other_notes_do_not(note: str) -> None:
    assert unit_noted(note) is None


@pytest.mark.parametrize("piece", ["in ", "figures in ", "In euros. ", "(", "amounts ", "US. "])
def test_hostile_notes_take_linear_time(piece: str) -> None:
    start = time.perf_counter()
    unit_noted(piece * 20_000)
    assert time.perf_counter() - start < 2
