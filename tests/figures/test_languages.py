"""Other languages than English, and the packs themselves."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from extractor.figures import number_format
from extractor.figures.lexicon import LexiconError, Pack, Section, load_pack, packs

Reader = Callable[..., list[tuple[str, str, str, str | None, str | None]]]

CASES = [
    (
        "fr",
        "Plus de 3,7 millions de personnes déplacées",
        ("3,7 millions", "count", "3700000", "personnes", "at_least"),
    ),
    (
        "fr",
        "1,2 milliard de dollars",
        ("1,2 milliard de dollars", "money", "1200000000", "USD", None),
    ),
    ("fr", "4,6 millions d’euros", ("4,6 millions d’euros", "money", "4600000", "EUR", None)),
    ("fr", "entre 10 et 20 %", ("10 et 20 %", "percent", "10..20", "percent", None)),
    (
        "fr",
        "quatre-vingt-dix-sept écoles",
        ("quatre-vingt-dix-sept", "count", "97", "écoles", None),
    ),
    (
        "fr",
        "deux mille cinq cents écoles",
        ("deux mille cinq cents", "count", "2500", "écoles", None),
    ),
    ("fr", "soixante et onze écoles", ("soixante et onze", "count", "71", "écoles", None)),
    ("fr", "environ 12 000 ménages", ("12 000", "count", "12000", "ménages", "approx")),
    ("fr", "12,4 M", ("12,4 M", "count", "12400000", None, None)),
    ("fr", "318 M FONDS REQUIS", ("318 M", "count", "318000000", "FONDS", None)),
    ("fr", "3 M de personnes", ("3 M", "count", "3000000", "personnes", None)),
    ("fr", "2,5 M d’enfants", ("2,5 M", "count", "2500000", "enfants", None)),
    ("fr", "12 k ménages", ("12 k", "count", "12000", "ménages", None)),
    ("fr", "le groupe 3 M. Dupont", ("3", "count", "3", None, None)),
    ("fr", "4 k€ par an", ("4 k€", "money", "4000", "EUR", None)),
    ("fr", "un coût de 3 MEUR", ("3 MEUR", "money", "3000000", "EUR", None)),
    ("fr", "depuis la mi-avril 2022", ("mi-avril 2022", "date", "2022-04/..", None, None)),
    ("fr", "le 1er mars 2023", ("1er mars 2023", "date", "2023-03-01", None, None)),
    ("fr", "pendant trois ans", ("trois ans", "duration", "P3Y", None, None)),
    ("fr", "un sur cinq", ("un sur cinq", "ratio", "0.2", None, None)),
    (
        "es",
        "1.154,8 billones de pesos",
        ("1.154,8 billones de pesos", "money", "1154800000000000", None, None),
    ),
    (
        "es",
        "5 mil millones de euros",
        ("5 mil millones de euros", "money", "5000000000", "EUR", None),
    ),
    ("es", "tres por ciento (3%)", ("tres por ciento (3%)", "percent", "3", "percent", None)),
    ("es", "más de 12.000 hogares", ("12.000", "count", "12000", "hogares", "at_least")),
    ("es", "24 de febrero de 2022", ("24 de febrero de 2022", "date", "2022-02-24", None, None)),
    ("es", "treinta y cinco mil niños", ("treinta y cinco mil", "count", "35000", "niños", None)),
    ("es", "uno de cada cinco", ("uno de cada cinco", "ratio", "0.2", None, None)),
    ("ru", "около 3,7 млн человек", ("3,7 млн", "count", "3700000", "человек", "approx")),
    ("ru", "на 1 декабря 2023 года", ("1 декабря 2023", "date", "2023-12-01", None, None)),
    ("ru", "с марта 2022 года", ("марта 2022", "date", "2022-03/..", None, None)),
    ("ru", "в 2022 году", ("2022", "date", "2022", None, None)),
    ("ru", "не менее 45 процентов", ("45 процентов", "percent", "45", "percent", "at_least")),
    (
        "ru",
        "5,2 млрд долларов США",
        ("5,2 млрд долларов США", "money", "5200000000", "USD", None),
    ),
    ("ru", "от 10 до 20 %", ("10 до 20 %", "percent", "10..20", "percent", None)),
    ("ru", "пять школ", ("пять", "count", "5", "школ", None)),
    ("uk", "понад 12 500 осіб", ("12 500", "count", "12500", "осіб", "at_least")),
    (
        "uk",
        "станом на 24 лютого 2022 року",
        ("24 лютого 2022", "date", "2022-02-24", None, None),
    ),
    ("uk", "п’ять громад", ("п’ять", "count", "5", "громад", None)),
    ("uk", "1,2 млрд грн", ("1,2 млрд грн", "money", "1200000000", "UAH", None)),
    ("uk", "41 відсоток", ("41 відсоток", "percent", "41", "percent", None)),
    ("uk", "упродовж двох років", ("двох років", "duration", "P2Y", None, None)),
    ("ar", "نحو ٣٫٧ مليون شخص", ("٣٫٧ مليون", "count", "3700000", "شخص", "approx")),
    (
        "ar",
        "في ٢٤ شباط/فبراير ٢٠٢٢",
        ("٢٤ شباط/فبراير ٢٠٢٢", "date", "2022-02-24", None, None),
    ),
    ("ar", "كانون الثاني 2024", ("كانون الثاني 2024", "date", "2024-01", None, None)),
    ("ar", "45 في المائة", ("45 في المائة", "percent", "45", "percent", None)),
    (
        "ar",
        "5.2 مليار دولار أمريكي",
        ("5.2 مليار دولار أمريكي", "money", "5200000000", "USD", None),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[c[1] for c in CASES])
def test_other_languages(
    figures: Reader,
    language: str,
    text: str,
    expected: tuple[str, str, str, str | None, str | None],
) -> None:
    assert figures(text, language) == [expected]


@pytest.mark.parametrize("code", packs())
def test_pack_gives_one_value_to_every_spelling(code: str) -> None:
    pack = load_pack(code)
    for path in ("number.words", "magnitudes", "date.months", "durations", "modifiers.before"):
        assert pack.section(path).inverted()


VALUED = ("currencies", "scaled", "minor", "doubtful_units")  # tables keyed by what they name


def shape(pack: Pack) -> dict[str, object]:
    """Return the names of a pack's tables and lists; tables of values may hold any."""

    def of(node: Mapping[str, Any]) -> dict[str, object]:
        valued = all(key[:1].isdigit() or key[0] == "T" for key in node)
        inner = {k: of(v) if isinstance(v, dict) else type(v) for k, v in node.items()}
        return {} if valued else {k: v for k, v in inner.items() if k != "adverbs"}

    return of({k: v for k, v in pack.tree.items() if k not in VALUED})


@pytest.mark.parametrize("code", packs())
def test_packs_are_of_one_shape(code: str) -> None:
    ours, english = shape(load_pack(code)), shape(load_pack("en"))
    assert ours == english


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1.250.000 y 4,5", "es-CO", (",", ".", "es")),
        ("12 500 осіб, 4,5", "uk", (",", " ", "uk")),
        ("12 500 человек", "ru-KZ", (",", " ", "ru")),
        ("12,500", "ar", (".", ",", "ar")),
        ("12,000 hab", "xx", (".", ",", "en")),
    ],
)
def test_number_format_takes_the_language_given(
    text: str, language: str, expected: tuple[str, str, str]
) -> None:
    found = number_format([text], language)
    assert (found.decimal, found.group, found.language) == expected


def test_language_without_a_pack_is_read_with_the_english_one() -> None:
    assert load_pack("xx").code == load_pack(None).code == "en"
    assert load_pack("fr-BE").code == "fr"


def test_pack_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(LexiconError, match="two values"):
        Section("magnitudes", {"1000": ["k"], "1000000": ["k"]}).inverted()


def test_missing_list_is_refused() -> None:
    with pytest.raises(LexiconError, match="no list"):
        Section("noun", {}).words("stops")
    with pytest.raises(LexiconError, match="no table"):
        load_pack("en").section("no.such")
