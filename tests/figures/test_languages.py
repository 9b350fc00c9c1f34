"""French and Spanish, and the packs themselves."""

from collections.abc import Callable

import pytest

from extractor.figures.lexicon import LexiconError, Section, load_pack, pack_codes

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
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[c[1] for c in CASES])
def test_other_languages(
    figures: Reader,
    language: str,
    text: str,
    expected: tuple[str, str, str, str | None, str | None],
) -> None:
    assert figures(text, language) == [expected]


@pytest.mark.parametrize("code", pack_codes())
def test_pack_gives_one_value_to_every_spelling(code: str) -> None:
    pack = load_pack(code)
    for path in ("number.words", "magnitudes", "date.months", "durations", "modifiers.before"):
        assert pack.section(path).inverted()


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
