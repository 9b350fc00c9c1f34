"""French and Spanish sentences: subjects of amounts, verbs, predicates, and bases of shares."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
OPENING = {
    "fr": "Le conseil du port a publié son rapport sur les bateaux de la côte et les filets. ",
    "es": "El consejo del puerto publicó su informe sobre los barcos de la costa y las redes. ",
}
SUBJECT, VERB, PREDICATE = "prose.romance_subject", "prose.romance_verb", "prose.romance_predicate"
SHARE_DONE, SAID_AGAIN = "prose.romance_share_done", "prose.romance_said_again"
OUTLAY = (
    "Les ventes de filets se sont élevées à 31 millions de dollars et leur coût à 7 % du total."
)
FELL = "Les ventes ont baissé de 12 % pour atteindre 44 millions de dollars."
RATE = "Le taux de perte est passé de 19 % à 18 %, contre 21 % avant la tempête."
FLOOD = "La tormenta afectó a 830 personas y destruyeron 61 barcos de la costa."
GIVEN = "Se distribuyeron 720 redes a 540 familias de la costa."

CASES = [
    P("fr", OUTLAY, "31 millions de dollars", ("ventes de filets", SUBJECT), id="a subject"),
    P("fr", FELL, "12 %", ("ventes", SUBJECT), id="a change"),
    P("fr", FELL, "44 millions de dollars", ("ventes", SUBJECT), id="its level"),
    P("fr", RATE, "19 %", ("taux de perte", SUBJECT), id="the first level"),
    P("fr", RATE, "18 %", ("taux de perte", SUBJECT), id="the last"),
    P("fr", RATE, "21 %", ("taux de perte", SUBJECT), id="what it is held against"),
    P(
        "es",
        "El costo de la red llegó a 47 euros.",
        "47 euros",
        ("costo de la red", SUBJECT),
        id="es",
    ),
    P("fr", "Il est de 47 euros.", "47 euros", None, id="a pronoun names nothing"),
    P("fr", "La tempête a touché 810 personnes.", "810", ("touché", VERB), id="a participle"),
    P("fr", "La tempête n’a pas touché 811 personnes.", "811", None, id="what was not done"),
    P(
        "fr",
        "La tempête a touché 3 ports et détruit 812 bateaux.",
        "812",
        ("détruit", VERB),
        id="a second participle",
    ),
    P("fr", "Le port vise à protéger 813 familles.", "813", ("protéger", VERB), id="an infinitive"),
    P("es", FLOOD, "61", ("destruyeron", VERB), id="a finite verb"),
    P("es", FLOOD, "830", ("afectó", VERB), id="a before people"),
    P("es", GIVEN, "540", ("distribuyeron", VERB), id="to whom things were given"),
    P(
        "fr",
        "Au port 814 familles ont reçu une aide.",
        "814",
        ("reçu une aide", PREDICATE),
        id="what those counted do",
    ),
    P(
        "fr",
        "Près de 815 pêcheurs souffrent de faim.",
        "815",
        ("souffrent de faim", PREDICATE),
        id="3",
    ),
    P("es", "Unas 816 familias viven en barcos.", "816", ("viven en barcos", PREDICATE), id="es 3"),
    P(
        "fr",
        "Le port compte 817 bateaux autour des quais réparés.",
        "817",
        ("compte", VERB),
        id="what is said of another noun",
    ),
    P(
        "es",
        "El 51 % de los pescadores no recibió redes.",
        "51 %",
        ("no recibió redes", PREDICATE),
        id="what they did not do",
    ),
    P(
        "es",
        "Unas 819 familias no han recibido redes.",
        "819",
        ("no han recibido redes", PREDICATE),
        id="what they have not done",
    ),
    P(
        "fr",
        "Le long du port 52 % des pêcheurs ne disposent pas de filets.",
        "52 %",
        ("ne disposent pas de filets", PREDICATE),
        id="ne before the verb",
    ),
    P(
        "fr",
        "Le long du port 53 % des pêcheurs n’ont pas de filets.",
        "53 %",
        ("n’ont pas de filets", PREDICATE),
        id="ne elided",
    ),
    P("es", "La pérdida no superó el 3 %.", "3 %", None, id="a level that was not passed"),
    P("fr", "La perte n’a jamais atteint 4 % du prix.", "4 %", None, id="nor ever reached"),
    P(
        "es",
        "Los barcos no pesqueros subieron 5 %.",
        "5 %",
        ("barcos no pesqueros", SUBJECT),
        id="no before an adjective",
    ),
    P("fr", "Voici 818 bateaux chez les voisins aidés.", "818", "other", id="another's participle"),
]


@pytest.mark.parametrize(("language", "sentence", "quote", "indicator"), CASES)
def test_indicator(
    language: str, sentence: str, quote: str, indicator: object, bind: Callable[[str, str], dict]
) -> None:
    found = bind(OPENING[language] + sentence, quote)["indicator"]
    if indicator == "other":
        assert found is None or found[1] not in {SUBJECT, VERB, PREDICATE}
    else:
        assert found == indicator


BASES = [
    P("fr", "Les filles sont 54 % des familles aidées.", "54 %", "familles aidées", id="French"),
    P("es", "El 48 % de los hogares vive en barcos.", "48 %", "hogares", id="up to its verb"),
    P("fr", FELL, "12 %", "ventes", id="what changed"),
    P("es", "La red tiene 70 % de probabilidad.", "70 %", None, id="what it measures"),
    P(
        "es",
        "La red vale 71 % de sus barcos nuevos.",
        "71 %",
        "barcos nuevos",
        id="with an article",
    ),
    P("fr", "Les familles manquent de filets (58 %).", "58 %", None, id="no English guess"),
    P("es", "El 59 % de los barcos aún no tiene red.", "59 %", "barcos", id="up to a negation"),
    P(
        "es",
        "El 61 % de los barcos no pesqueros recibió redes.",
        "61 %",
        "barcos no pesqueros",
        id="no before an adjective",
    ),
    P("fr", "Un quai coûte 62 % de moins.", "62 %", None, id="a difference"),
    P("es", "Una red cuesta un 63 % de más que antes.", "63 %", None, id="a difference, es"),
    P(
        "fr",
        "Le prix du sel, selon les 900 familles, 67 % en mai.",
        "67 %",
        None,
        id="those who say it",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "quote", "base"), BASES)
def test_base(
    language: str, sentence: str, quote: str, base: str | None, bind: Callable[[str, str], dict]
) -> None:
    rule = "prose.base_changed" if sentence == FELL else "prose.romance_base"
    said = bind(OPENING[language] + sentence, quote)["population"]
    assert said == ((base, rule) if base else None)


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "base"),
    [
        P("fr", "Parmi les 900 familles, 64 % ont des filets.", "64 %", "familles", id="parmi"),
        P("es", "De los 900 hogares, un 65 % perdieron su red.", "65 %", "hogares", id="de los"),
        P("fr", "Le port aide 900 familles dont 66 % du nord.", "66 %", "nord", id="its own base"),
        P("fr", "Le port aide 900 familles dont 68 % pêchent.", "68 %", "familles", id="dont"),
    ],
)
def test_base_counted_before(
    language: str, sentence: str, quote: str, base: str, bind: Callable[[str, str], dict]
) -> None:
    rule = "prose.romance_base" if base == "nord" else "prose.base_whole"
    assert bind(OPENING[language] + sentence, quote)["population"] == (base, rule)


def test_those_who_did_not_receive_are_not_reached(bind: Callable[[str, str], dict]) -> None:
    sentence = "Unas 871 familias no han recibido redes."
    assert bind(OPENING["es"] + sentence, "871")["status"] is None


def test_what_tells_when_is_no_part_of_a_group(holds: Holds) -> None:
    text = f"{OPENING['es']}Se evacuó a 300 familias después de la tormenta."
    holds(text, "300", {"population": ("familias", "prose.counted_group")})


@pytest.mark.parametrize(
    ("part", "bound"),
    [("40 % de femmes", ("femmes", "prose.romance_part")), ("41 % des femmes", None)],
)
def test_a_part_is_named_behind_dont(
    holds: Holds, part: str, bound: tuple[str, str] | None
) -> None:
    text = f"{OPENING['fr']}Le port a formé 300 personnes, dont {part}."
    holds(text, part[:4], {"indicator": bound})


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "part"),
    [
        ("fr", "Le port a formé 300 personnes (52 % de femmes).", "52 %", "femmes"),
        ("fr", "Il a formé 300 personnes (52 % d'hommes et 9 % de chefs).", "9 %", "chefs"),
        ("fr", "Il a formé 300 personnes (15 % dans le nord).", "15 %", None),
        ("fr", "Il a formé 300 personnes (15 % après les pluies).", "15 %", None),
        ("es", "El puerto formó a 300 personas (15 % tras las lluvias).", "15 %", None),
        ("fr", "Il a formé 300 personnes (52 % de filles, 9 % de chefs).", "9 %", "chefs"),
        ("fr", "Au port, 300 ménages (45 % du total) ont reçu une aide.", "45 %", None),
        ("fr", "Il a vendu 300 barques (20 % de moins).", "20 %", None),
        ("fr", "Il a formé 300 personnes (25 % de croissance).", "25 %", None),
        ("es", "El puerto formó a 300 personas (52 % mujeres y niñas).", "52 %", "mujeres y niñas"),
        ("es", "El puerto formó a 300 personas (25 % más que antes).", "25 %", None),
        ("es", "El puerto formó a 300 personas (45 % del total).", "45 %", None),
    ],
)
def test_a_bracket_names_a_part(
    language: str, sentence: str, quote: str, part: str | None, holds: Holds
) -> None:
    bound = None if part is None else (part, "prose.romance_part")
    holds(OPENING[language] + sentence, quote, {"indicator": bound})


def test_the_group_of_a_part_is_that_of_its_whole(holds: Holds) -> None:
    text = f"{OPENING['fr']}Le port a formé 300 personnes, dont 40 % de femmes."
    holds(text, "40 %", {"population": ("personnes", "prose.base_whole")})


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "status"),
    [
        ("fr", "Le plan nécessite 61 millions de dollars.", "61 millions de dollars", "required"),
        ("es", "El plan requiere 61 millones de dólares.", "61 millones de dólares", "required"),
        ("es", "El puerto solicita 3 millones de euros.", "3 millones de euros", "required"),
        ("es", "Los socios aportaron 14 millones de euros.", "14 millones de euros", "funded"),
        ("es", "De los fondos requeridos faltan 3 millones de euros.", "3 millones de euros", None),
        ("es", "Hay fondos recibidos y faltan 4 millones de euros.", "4 millones de euros", None),
        ("es", "El puerto requiere 300 barcos.", "300", None),
        ("es", "La familia recibió 3 barcos.", "3", None),
    ],
)
def test_what_a_verb_says_of_a_sum(
    language: str, sentence: str, quote: str, status: str | None, bind: Callable[[str, str], dict]
) -> None:
    said = bind(OPENING[language] + sentence, quote)["status"]
    assert (said and said[0]) == status


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "indicator"),
    [
        ("fr", "Le budget 2031 s'élève à 61 millions d'euros.", "61 millions d'euros", "budget"),
        (
            "es",
            "El gasto de 2031 asciende a 61 millones de euros.",
            "61 millones de euros",
            "gasto",
        ),
        ("es", "El gasto asciende a 61 millones, frente a 54 millones.", "54 millones", "gasto"),
        ("es", "La tasa pasó del 9 % en 2029 al 12 % en 2030.", "12 %", "tasa"),
        (
            "fr",
            "En 2031, les dépenses étaient de 5 millions d'euros.",
            "5 millions d'euros",
            "dépenses",
        ),
    ],
)
def test_a_subject_with_its_year(
    language: str, sentence: str, quote: str, indicator: str, bind: Callable[[str, str], dict]
) -> None:
    assert bind(OPENING[language] + sentence, quote)["indicator"][0] == indicator


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "indicator"),
    [
        ("fr", "Le port aide 901 familles.", "901", ("aide", VERB)),
        ("fr", "Son aide 902 euros par an.", "902 euros", None),
        ("fr", "Les ports prennent en charge 903 enfants.", "903", ("prennent en charge", VERB)),
        (
            "fr",
            "Deux bateaux transportent 904 tonnes de sel.",
            "904 tonnes",
            ("transportent", VERB),
        ),
        ("fr", "Le port consacre 19 % de son budget aux quais.", "19 %", ("consacre", VERB)),
        ("fr", "Il faut 3 tonnes pour venir en aide à 905 familles.", "905", None),
        ("es", "El puerto apoya a 906 familias.", "906", ("apoya", VERB)),
        ("es", "Se ha recibido el 31 % de los fondos.", "31 %", ("recibido", VERB)),
        ("es", "La tasa de pérdida baja al 7 %.", "7 %", ("tasa de pérdida", SUBJECT)),
        ("fr", "La demande atteint 47 euros.", "47 euros", ("demande", SUBJECT)),
        ("fr", "Le taux est ramené à 5 %.", "5 %", ("taux", SUBJECT)),
        ("fr", "Le plan n'est financé qu'à hauteur de 23 %.", "23 %", ("financé", SHARE_DONE)),
        ("es", "El plan está cubierto solo en un 24 %.", "24 %", ("cubierto", SHARE_DONE)),
        ("es", "El fondo cubierto por el 26 % de los barcos.", "26 %", None),
        ("fr", "La crue touche 907 familles, soit 22 % du port.", "22 %", ("touche", SAID_AGAIN)),
        (
            "es",
            "La marea afecta a 908 familias, el 23 % del total.",
            "23 %",
            ("afecta", SAID_AGAIN),
        ),
        ("fr", "Le port a reçu 909 bateaux et 24 % du sel.", "24 %", None),
        (
            "fr",
            "Un pêcheur sur quatre vit à quai.",
            "Un pêcheur sur quatre",
            ("vit à quai", PREDICATE),
        ),
        ("fr", "Ici 910 pêcheurs se sont réfugiés.", "910", ("réfugiés", PREDICATE)),
    ],
)
def test_verbs_of_the_present_and_shares_done(
    language: str, sentence: str, quote: str, indicator: tuple[str, str] | None, holds: Holds
) -> None:
    holds(OPENING[language] + sentence, quote, {"indicator": indicator})


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "indicator"),
    [
        ("es", "El puerto local compra 951 redes y entrega 952 filtros.", "952", "entrega"),
        ("es", "El puerto apoya a 951 familias y ayuda a 952 niños.", "952", "ayuda"),
        ("es", "Lorn ayuda a 952 familias.", "952", "ayuda"),
        ("es", "La ayuda alimenta a 952 familias.", "952", "alimenta"),
        ("fr", "L'agence locale forme 952 agents.", "952", "forme"),
        ("fr", "Le président visite 952 écoles.", "952", "visite"),
        ("fr", "Le port aide près de 952 familles.", "952", "aide"),
        ("es", "En forma de 952 cuotas.", "952", None),
        ("es", "Una nueva entrega de 952 filtros.", "952", None),
        ("es", "Una nueva visita a 952 escuelas.", "952", None),
        ("es", "La primera compra de 952 vacunas.", "952", None),
        ("es", "El plan prevé entrega de 951 redes y visita a 952 escuelas.", "951", None),
        ("es", "El plan prevé entrega de 951 redes y visita a 952 escuelas.", "952", None),
        ("es", "Por falta de 952 agentes, el puerto cerró.", "952", None),
        ("es", "El plan, con ayuda a 952 familias, avanza.", "952", None),
        ("es", "Recibieron ayuda 952 familias.", "952", None),
        ("es", "El puerto no ayuda a 952 familias.", "952", None),
        ("fr", "Le port fournit une aide sous forme de 952 filets.", "952", None),
        ("fr", "Le port dispose d'une équipe de 952 agents.", "952", None),
        ("fr", "Sur demande de 952 familles, le port a fermé.", "952", None),
        ("fr", "Il a fait une brève visite de 952 écoles.", "952", None),
        ("fr", "Le port consacre 57 % de moins que prévu.", "57 %", None),
        ("fr", "Le plan vise 14 % de plus.", "14 %", None),
        ("es", "El puerto destina 30 % de más.", "30 %", None),
    ],
)
def test_nouns_that_look_like_verbs(
    language: str,
    sentence: str,
    quote: str,
    indicator: str | None,
    bind: Callable[[str, str], dict[str, tuple[str, str] | None]],
) -> None:
    said = bind(OPENING[language] + sentence, quote)["indicator"]
    if indicator is None:
        assert said is None or said[1] != VERB
    else:
        assert said == (indicator, VERB)


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "verb"),
    [
        ("fr", "La crue touche 961 familles, soit 12 % de la population.", "12 %", "touche"),
        ("fr", "La crue touche 961 familles, soit 13 %.", "13 %", "touche"),
        ("es", "El puerto apoya a 961 familias, el 14 % de los hogares pobres.", "14 %", "apoya"),
        ("es", "Afecta a 961 familias, un 15 % de menos que en 2030.", "15 %", None),
        ("es", "La marea afecta a 961 familias, un 16 % de aumento.", "16 %", None),
        ("fr", "La crue touche 961 familles, soit 17 % de plus que prévu.", "17 %", None),
        ("fr", "Le port verse 25 millions d'euros, soit 18 % de hausse.", "18 %", None),
        ("es", "Atiende a 961 niños, un 53 % de niñas y un 47 % de niños.", "53 %", None),
        ("es", "El puerto atiende a 961 niños, el 52 % de ellos niñas.", "52 %", None),
        ("es", "El puerto atiende a 961 niños, el 21 % de las escuelas cerró.", "21 %", None),
        ("es", "El puerto atiende a 961 niños, el 22 % de la red funciona.", "22 %", None),
        ("es", "Apoya 961 redes, casi el 24 % de los fondos va a salud.", "24 %", None),
        ("fr", "Le port aide 961 familles, près de 25 % des puits étant secs.", "25 %", None),
    ],
)
def test_only_shares_of_all_tell_a_count_again(
    language: str, sentence: str, quote: str, verb: str | None, holds: Holds
) -> None:
    bound = None if verb is None else (verb, SAID_AGAIN)
    holds(OPENING[language] + sentence, quote, {"indicator": bound})
