"""What footnotes tell: a sentence has figures, of a cited title only dates are."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
MEMO = "# Tide plan\n\nThe court sat.[^1]\n\n[^1]: {note}\n"


@pytest.mark.parametrize(
    ("note", "figures"),
    [
        ("The court disposed of 8 cases, with acquittals in 75% of them.", ["8", "75%"]),
        ("One boat was lost; the others reached 865 people.", ["One", "865"]),
        ("Les 57 affaires sont jugées.", ["57"]),
        ("مبلغ 1168 مليون جنيه لقيمة القرض", ["1168 مليون جنيه"]),
        ("Lorn Relief, One Year of Aid to 400 Towns, May 2031.", ["May 2031"]),
        ("Lorn Relief, Report on 400 Towns, accessed 3 May 2031.", ["3 May 2031"]),
        ("Of these 62 came later. Lorn Relief, Forty Towns, 2031.", ["62", "2031"]),
    ],
)
def test_a_note_counts_where_it_tells(
    note: str, figures: list[str], read_memo: Callable[[str], Extraction]
) -> None:
    found = read_memo(MEMO.format(note=note)).figures
    assert [f.anchor.quote for f in found if f.zone == "footnote"] == figures


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        P("Harbour Bank.", ["Harbour Bank"], id="letters of something else"),
        P("Tidal Relief Fund.", [], id="what the letters stand for"),
        P("The Tidal Relief Fund.", [], id="with an article"),
    ],
)
def test_a_name_at_letters_spells_them_out(
    name: str, cited: list[str], read_memo: Callable[[str], Extraction]
) -> None:
    memo = f"# Tide plan\n\nNets cost 5 per cent more (TRF)[^1].\n\n[^1]: {name}\n"
    found = next(f for f in read_memo(memo).figures if f.anchor.quote == "5 per cent")
    assert [source.value for source in found.sources] == cited
