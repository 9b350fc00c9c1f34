"""Money that several countries have is that of the one full name in the document."""

import pytest

from extractor.figures import read_text
from extractor.figures.format import formats_of

TOLD = [
    ("en", "The fund has 5 million Jordanian dinars.", "It paid 20 dinars.", "JOD"),
    ("fr", "Le fonds a 5 millions de francs suisses.", "Il a payé 20 francs.", "CHF"),
    ("es", "El fondo tiene 20 pesos colombianos.", "Pagó 30 pesos.", "COP"),
    ("ru", "Фонд имеет 5 млн швейцарских франков.", "Он выплатил 20 франков.", "CHF"),
    ("ar", "المبالغ بالجنيه المصري.", "بلغت ٢٤١ مليار جنيه.", "EGP"),
    ("ar", "الموازنة 300 مليون جنيه مصري.", "بلغت 5 مليون جنية.", "EGP"),
    ("fr", "Le Tchad paie. Au Tchad, le Tchad reçoit.", "412 500 000 francs CFA", "XAF"),
    ("fr", "Le Togo paie. Au Togo, le Togo reçoit.", "35 000 F CFA", "XOF"),
    ("en", "It is told in Swiss francs and Congolese francs.", "It paid 20 francs.", None),
    ("en", "The fund has 5 million Jordanian dinars.", "It paid 20 francs.", None),
]


@pytest.mark.parametrize(("language", "told", "text", "money"), TOLD, ids=[t[2] for t in TOLD])
def test_shared_money_is_that_of_the_full_name(
    language: str, told: str, text: str, money: str | None
) -> None:
    numbers = formats_of([told, text], language)[1]
    assert [one.unit for one in read_text(text, numbers).figures] == [money]
