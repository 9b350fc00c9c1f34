"""Languages without a pack: CLDR's words for numbers, months and money; the rest is left alone."""

from itertools import chain

import pytest

from extractor.data.languages_from_cldr import facts
from extractor.data.packs import cldr
from extractor.figures import number_format, read_text
from extractor.language import language_of
from extractor.language.identified import identified

# In each language: until 31 March 2032, 1.2 million people of a region needed help.
SENTENCES = {
    "pl": "Do 31 marca 2032 roku w regionie pomocy potrzebowało 1,2 miliona osób.",
    "tr": "31 Mart 2032 tarihine kadar bölgede yardıma muhtaç 1,2 milyon kişi vardı.",
    "nl": "Tot 31 maart 2032 hadden 1,2 miljoen mensen in de regio dringend hulp nodig.",
    "ro": "Până la 31 martie 2032, 1,2 milioane de persoane din regiune aveau nevoie de ajutor.",
    "id": "Hingga 31 Maret 2032, 1,2 juta orang di wilayah itu membutuhkan bantuan.",
    "sv": "Den 31 mars 2032 behövde 1,2 miljoner människor i regionen akut hjälp.",
    "el": "Έως τις 31 Μαρτίου 2032, 1,2 εκατομμύρια άνθρωποι της περιοχής χρειάζονταν βοήθεια.",
    "bg": "Към 31 март 2032 в региона от помощ се нуждаеха 1,2 милиона души.",
    "fa": "تا ۳۱ مارس ۲۰۳۲، ۱٫۲ میلیون نفر در این منطقه به کمک فوری نیاز داشتند.",
    "hi": "31 मार्च 2032 तक इस क्षेत्र में 12 लाख लोगों को सहायता की आवश्यकता थी।",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_numbers_and_dates_of_languages_without_a_pack(language: str) -> None:
    text = SENTENCES[language]
    told = language_of(text)
    read = read_text(text, number_format([text], told))
    assert told == language
    assert [(one.kind, one.value) for one in read.figures] == [
        ("date", "2032-03-31"),
        ("count", "1200000"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "unit"),
    [
        ("pl", "45,3 mln dolarów amerykańskich", "money", "45300000", "USD"),
        ("da", "1,2 billioner", "count", "1200000000000", None),  # English has it of 10^9
        ("nl", "12,5 procent", "percent", "12.5", "percent"),
        ("tr", "%45", "percent", "45", "percent"),
        ("cs", "12 měsíců", "duration", "P12M", None),
        ("sr", "1,2 милијарде", "count", "1200000000", None),
        ("id", "Rp 5 M", "money", "5000000000", "IDR"),  # M is miliar
        ("ca", "45 km", "measure", "45", "km"),  # kM is a thousand million
        ("da", "den 31. marts 2032", "date", "2032-03-31", None),
        ("fi", "31. maaliskuuta 2032", "date", "2032-03-31", None),
        ("gl", "31 de marzo de 2032", "date", "2032-03-31", None),
    ],
)
def test_units_of_languages_without_a_pack(
    language: str, text: str, kind: str, value: str, unit: str | None
) -> None:
    (figure,) = read_text(text, number_format([text], language)).figures
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)


@pytest.mark.parametrize("language", ["pl", "tr"])
def test_a_long_text_is_of_no_language_that_shares_some_of_its_words(language: str) -> None:
    assert language_of(f"{SENTENCES[language]}\n" * 40) == language


def test_words_of_english_mean_nothing_in_other_languages() -> None:
    text = "Of 12 dozen minus per over 5"  # Dutch has the words `of`, `per` and `over`
    read = read_text(text, number_format([text], "nl"))
    assert [(one.value, one.modifier, one.per) for one in read.figures] == [
        ("12", None, None),
        ("5", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    ["截至2032年3月，120万人需要援助", "ภายในปี 2032มีคน1.2ล้านคน", "支援対象は120万人"],
)
def test_digits_beside_letters_of_unspaced_scripts_stay_unexplained(text: str) -> None:
    read = read_text(text, number_format([text], None))
    glued = [
        one
        for one in (*read.figures, *read.explained)
        if one.span[0] and text[one.span[0] - 1].isalpha()
    ]
    assert glued == []
    assert not any(one.status == "code" for one in read.explained)


def test_codes_of_spaced_scripts_stay_codes() -> None:
    read = read_text("SO1 and 2b.5", number_format([], "en"))
    assert [one.status for one in read.explained] == ["code", "code", "code"]


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi 12 Mombasa 31 Kisumu 8",
        "\n".join(["Salaries", "Travel and transport", "Equipment", "Total costs"] * 10),
        "",
    ],
)
def test_labels_are_of_no_language(text: str) -> None:
    assert identified(text) is None


def test_sentences_of_two_languages_are_of_none() -> None:
    assert identified(f"{SENTENCES['pl']}\n{SENTENCES['tr']}") is None


def test_the_table_is_what_cldr_knows() -> None:
    assert cldr()["pl"] == facts("pl")


def test_every_word_means_one_thing() -> None:
    for known in cldr().values():
        for table in ("magnitudes", "months", "durations", "currencies"):
            words = [*chain.from_iterable(known[table].values())]
            assert len(words) == len(set(words))
