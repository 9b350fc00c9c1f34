"""The language and number format of each block, and the money of a bare dollar sign."""

import pytest

from extractor.figures import formats_of, read_text
from extractor.figures.dollar import dollar_of
from extractor.language import language_of, languages_of

ENGLISH = "The plan is for the people of the north, and it is the work of all in the region."
FRENCH = "Les besoins de la zone sont estimés par le comité à 1.250 euros pour les écoles."
SPANISH = "El plan de la zona es para las familias y los niños que viven en las escuelas."
UKRAINIAN = "Потреби у громадах та школах зросли за рік, і це є те, що не було до війни."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([ENGLISH, FRENCH, ENGLISH], ["en", "fr", "en"]),
        ([ENGLISH, FRENCH, "Total", FRENCH], ["en", "fr", "fr", "fr"]),
        ([ENGLISH, FRENCH, "Total", ENGLISH], ["en", "fr", "en", "en"]),
        ([ENGLISH, FRENCH, "Total"], ["en", "fr", "fr"]),
        (["Total", ENGLISH, SPANISH], ["en", "en", "es"]),
        ([ENGLISH, UKRAINIAN], ["en", "uk"]),
        (["12,500", "n/a"], ["en", "en"]),
        ([], []),
    ],
)
def test_block_is_in_the_language_it_shows(texts: list[str], expected: list[str]) -> None:
    assert languages_of(texts, "en") == expected


def test_a_few_foreign_words_make_no_foreign_block() -> None:
    assert languages_of(["The Comité de la Paix is in the plan of the region."], "en") == ["en"]


def test_text_without_sentences_has_no_language() -> None:
    assert language_of("Lorn Ost Vell Tarrin\n" * 40) is None


@pytest.mark.parametrize(
    "text",
    [
        "Non-current assets 1,250\nNon-current liabilities 1,125\nEarnings per share 1.375\n" * 4,
        "Sales per quarter: 1,250 non-food; 2.375 food",
        "Ad Lorn | Al Orn | Al Vell | Cases per 1,000",
        "Da Lorn 2.125, Van der Orn 1.375, Den Vell",
        "Amoxicillin 250 mg capsule, paracetamol 500 mg tablet, zinc sulfate 20 mg tablet: 1,250",
        "Sites: Lorn Ost Vell Tarrin Orbe Kesh Maren Ulm Dorr Hask",
    ],
)
def test_names_and_labels_with_words_of_other_languages_are_of_none(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La deuda alcanza los 2,3 billones de pesos.", "es"),
        ("Cada hogar recibe 200 mensuales durante seis meses.", "es"),
        ("Les écoles de Lorne: 12,5", "fr"),
        ("La casa del popolo non si vede", "it"),
        ("Os planos de Lorna", None),
        ("O défice é de 2,5 mil milhões de euros.", "pt"),
        ("El déficit es de 2,5 mil millones de euros.", "es"),
        ("Le déficit est de 2,5 milliards.", "fr"),
        ("Il disavanzo è di 2,5 miliardi.", "it"),
        ("Das Defizit beträgt 2,5 Milliarden.", "de"),
        ("The war in the east was bad: 12 may die out", "en"),
        ("Things we do: 12 due", None),
        ("Els plans són per a tothom", None),  # Catalan
        ("Planul este pentru oameni din nord", None),  # Romanian
        ("De begroting is voor scholen", None),  # Dutch
        ("de la Lorna 12.500", None),
        ("Un alza de 50 puntos básicos", "es"),
        ("L'hôpital de 120 lits en mars 2031", "fr"),
        ("Un alza de 50 puntos", None),
        ("Объем и подъезд", "ru"),
        ("България към Ямбол", None),
    ],
)
def test_short_text_is_of_the_language_that_alone_has_its_words(
    text: str, language: str | None
) -> None:
    assert language_of(text) == language


def test_annex_is_read_in_its_own_format() -> None:
    note = "Les coûts de la zone sont de 12,5 millions d'euros et de 1.250.000 euros pour le reste."
    texts = [f"{ENGLISH} It costs USD 1.250 a head and 4.5 in all.", note, FRENCH]
    formats = formats_of(texts, "en")
    values = [
        reading.value
        for text, numbers in zip(texts, formats, strict=True)
        for reading in read_text(text, numbers).figures
    ]
    assert values == ["1.25", "4.5", "12500000", "1250000", "1250"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("All amounts are in Canadian dollars.", "CAD"),
        ("References to $ are to Australian dollars.", "AUD"),
        ("The figures are expressed in New Zealand dollars unless said otherwise.", "NZD"),
        ("Las cifras están expresadas en millones de pesos colombianos.", "COP"),
        ("Les montants sont exprimés en dollars canadiens.", "CAD"),
        ("They paid 5 Canadian dollars.", "USD"),
        ("All amounts are in Canadian dollars. The $ is the Australian dollar.", "USD"),
        ("", "USD"),
    ],
)
def test_bare_dollar_is_what_the_document_states(text: str, code: str) -> None:
    assert dollar_of([text]) == code


def test_stated_dollar_holds_in_every_block() -> None:
    texts = ["All amounts are in Canadian dollars.", "The road costs $5 million."]
    (reading,) = read_text(texts[1], formats_of(texts, "en")[1]).figures
    assert (reading.value, reading.unit) == ("5000000", "CAD")


@pytest.mark.parametrize(
    "text",
    [
        "\u202e12 500 اشخاص \u202c and 41 per cent",
        "\x00\x01 3.7 million\x0b people \x1f",
        "٤٥ per cent von 12 500 людей",
        "9" * 20_000,
        "(" * 20_000 + "5" + ")" * 20_000,
        "5 %" * 1_000,
        "و5 " * 1_000,
    ],
    ids=["directions", "controls", "mixed", "digits", "brackets", "shares", "joined"],
)
@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_any_text_is_read_without_an_exception(text: str, language: str) -> None:
    (numbers,) = formats_of([text], language)
    readings = read_text(text, numbers)
    spans = [one.span for one in readings.figures] + [one.span for one in readings.explained]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("texts", "money"),
    [
        (["The City in Ontario, Canada, paid $5.", "Laws of Canada hold."], "CAD"),
        (["Singapore and Singapore alone: $5.", "Singapore."], "SGD"),
        (["Canada, Canada, the United States pay $5.", "Canada; America."], "USD"),
        (["The appeal for Fiji asks $5; OCHA and the UN met in Fiji.", "Fiji."], "USD"),
        (["Canada, Canada, Canada paid nothing."], "USD"),
        (["Canada paid $5."], "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_a_document_is_about(
    texts: list[str], money: str
) -> None:
    assert dollar_of(texts) == money
