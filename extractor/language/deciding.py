"""The language of a text and of its parts, told by the words it uses most."""

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from extractor.language.identified import identified
from extractor.language.scripts import by_letters

# The commonest function words of each language: a text's language is the one it uses most of, the
# later one here of two that it uses as much.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "de": frozenset(
        "der die das und in den von zu mit auf für ist im dem nicht ein eine des werden wurde"
        " wurden sind einer einem einen bei aus nach vom zum zur sich auch als wird über durch"
        " sowie oder zwischen seit etwa rund davon unter mehr weniger dass haben diese"
        " dieser jahr jahre jahren millionen milliarden menschen kinder beträgt betrug betragen"
        " gegenüber vor zwei drei vier fünf sechs sieben acht zehn prozent mindestens höchstens"
        " knapp noch keine kein ihre ihrer insgesamt wie tausend einwohner ausgaben"
        " einnahmen".split()
    ),
    "it": frozenset(
        "il lo gli di che della dei delle è per con una un nel del la le sono non si dal dello"
        " degli nella nelle nei dalla dalle dai alla alle agli ai allo sul sulla sulle sui più"
        " stato stata anni circa milioni miliardi mila persone bambini rispetto oltre"
        " almeno tra fra anche ogni hanno ha questo questa questi sia loro quasi meno quattro"
        " cinque sei sette otto nove dieci giorni mesi entro cui prezzi scuole famiglie alunni"
        " e ed gran suoi sue ad al da migliaia maschi femmine".split()
    ),
    "pt": frozenset(
        "o os as da em um uma não à ao pela pelo é são de que para por se mais milhões"
        " anos pessoas e na nas aos às pelos pelas foi foram dois duas três seu sua seus suas"
        " está estão tem têm até também bilhões milhão bilhão crianças mulheres famílias meses"
        " quatro oito nove dez vinte numa num desta deste neste nesta essa esse isso já ou mas"
        " cerca após sem população ainda quase milhares despesa despesas".split()
    ),
    "ar": frozenset("في من على إلى أن التي الذي عن مع هذا هذه بين كما ذلك".split()),
    "en": frozenset(
        "the of and to in a is for that with on as are by from be was were has have had this these"
        " their its an at or it who which than will not people million years year children about"
        " over more per each five four three between during after".split()
    ),
    "es": frozenset(
        "el la los las de y en que del un una para por con se al es más su sus como lo han fue"
        " fueron son entre no este esta hasta desde sin unas unos"
        " cada millones millón mil personas año años niños niñas alrededor casi menos cuatro tres"
        " cinco diez dólares según entre dos hay muertos heridos hogares días también además"
        " seis siete ocho nueve días semanas veinte treinta cuarenta cincuenta"
        " familias escuelas viven".split()
    ),
    "fr": frozenset(
        "le la les l des de du d et du en un une pour dans que qu sur est par aux au à dont plus"
        " ont sont été était avec ce cette ces leur leurs il elle n ne pas entre sans"
        " millions milliards mille personnes ans année enfants moins environ cinq quatre trois dix"
        " douze cent depuis jusqu selon soit on morts blessés disparus ménages écoles".split()
    ),
    "ru": frozenset(
        "и в на с по что для не к о из от за при как его это до более менее после года году лет"
        " человек тысяч около или были".split()
    ),
    "uk": frozenset(
        "і в на з та що для не до у за від про як із це є року році років осіб тисяч понад"
        " близько або були щонайменше".split()
    ),
}
RANKS = {language: rank for rank, language in enumerate(FUNCTION_WORDS)}
# Languages that we do not read, near to those that we do: a text in one of them is in none.
OTHERS: dict[str, frozenset[str]] = {
    "ca": frozenset("els les i amb per al del la que un una és són dels va no en de".split()),
    "ro": frozenset("și în de la cu pe din care o un pentru sau este au nu mai".split()),
    "nl": frozenset("de het een van en in op te dat voor met zijn aan door is".split()),
}
# Ends of words that only one of these languages has.
ENDINGS = {
    "es": regex.compile(r"\p{L}{2,}(?:aron|ieron|ción|ciones|idad|ió|ñ[ao]s?)"),
    "fr": regex.compile(r"\p{L}{2,}(?:aient|ées?|euse|euses|èrent|eaux)"),
    "pt": regex.compile(r"\p{L}{2,}(?:ção|ções|ões|ães|ência|ário)"),
    "it": regex.compile(r"\p{L}{2,}(?:zione|zioni|ità|aggio|gli[aoe])"),
    "de": regex.compile(r"\p{L}{2,}(?:ungen|keit|keiten|heit|heiten|schaft|schaften|lichen)"),
}
# Letters beside those of English that each language is written with.
ALPHABETS = {
    "en": "",
    "es": "áéíñóúü",
    "fr": "àâçèéêëîïôùûüœ",
    "pt": "àáâãçéêíóôõú",
    "it": "àèéìíîòóùú",
    "ca": "àçèéíïòóúü",
    "ro": "âîășțşţ",
    "de": "äöüß",
    "nl": "éèëïö",
}
LETTERS_OF_A_WORD = 2  # shorter ones are of many languages, or abbreviations
ASCII = frozenset(map(chr, range(128)))
SAMPLE = 200_000  # characters that decide the language
WORDS = regex.compile(r"[\p{L}\p{M}]+")
BLANKED = {code: " " for code in range(128) if not chr(code).isalpha()}
CYRILLIC = ("ru", "uk")
MIN_WORDS = 5  # function words that tell a text's language
ENOUGH = 30  # words of a text that has words enough to count the share of those of a language
VARIED = 8  # function words of an English text that has few, as a budget of tables
LEAST_SHARE = 0.12  # function words of a text's words; tables have the fewest
SURE_SHARE = 0.2  # function words that tell the language of what has no sentences
MOST_FOREIGN = 0.02  # words with letters that a language does not have: names of others
LONG = 6  # letters of a function word that other languages do not have by chance
ENGLISH = frozenset(("the", "of", "and"))  # `to`, `a` and `do` are words of many languages
FEW = 2  # function words that tell a short text's language where no other has half as many
SHARING = frozenset(("de", "it", "pt"))  # one word of theirs may be of another: `den`, `di`, `os`
LETTERS = 4_000  # characters that decide the script
SURE_WORDS = 4  # function words by which a single block shows its own language
CLEARLY = 2  # times as many of them as of the document's language

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(lang for lang, known in (FUNCTION_WORDS | OTHERS).items() if word in known)
    for word in frozenset().union(*FUNCTION_WORDS.values(), *OTHERS.values())
}


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language; None where nothing tells it.

    One that we read is told by its words and letters, any other by a model of many languages, from
    whole sentences.

    >>> language_of("The plan is for the people in the north, and for those who fled.")
    'en'
    >>> language_of("Потреби міста - 46 млн."), language_of("Els plans són per a tothom.")
    ('uk', None)
    """
    sample = text[:SAMPLE]
    small = sample.lower()
    words = _words(small)
    told = _read_language_of(small, words)
    if told is None:
        return identified(sample)
    if told in SHARING:
        return identified(sample) or (told if _is_told_by_many(told, words) else None)
    return (identified(sample) or told) if _is_doubtful(told, words) else told


def _is_doubtful(language: str, words: Sequence[str]) -> bool:
    """Say whether a text may be of a language that we do not read, which has some of its words.

    Every eighth word of what is written in a language is one of its function words, and not many
    letters are of others. English has `the`, `of` or `and`, and tables many such words, if few.
    """
    if language == "en" and len(words) < ENOUGH:
        return ENGLISH.isdisjoint(words)
    if language not in ALPHABETS or len(words) < ENOUGH:
        return language in ALPHABETS and _is_in_other_letters(language, words)
    used = _used(language, words)
    few = len(used) < LEAST_SHARE * len(words)
    if language == "en":  # which has names of all languages
        return few and len(set(used)) < VARIED
    return few or _is_in_other_letters(language, words)


def _used(language: str, words: Sequence[str]) -> list[str]:
    """Return those of some words that are function words of a language."""
    known = FUNCTION_WORDS[language]
    return [word for word in words if word in known]


def _is_in_other_letters(language: str, words: Sequence[str]) -> bool:
    foreign = frozenset("".join(words)) - ASCII - frozenset(ALPHABETS[language])
    others = sum(not foreign.isdisjoint(word) for word in words) if foreign else 0
    return others > MOST_FOREIGN * len(words)


def _is_told_by_many(language: str, words: Sequence[str]) -> bool:
    """Say whether a text without sentences is sure to be in a language by its words alone."""
    if _is_in_other_letters(language, words):
        return False
    return any(map(_is_own, _used(language, words))) or _is_shown_by_many(language, words)


def _is_own(word: str) -> bool:
    """Say whether a word is too long to be one of another language: `menschen`, `milhões`."""
    return len(word) >= LONG or not word.isascii()


def _read_language_of(sample: str, words: Sequence[str]) -> str | None:
    """Return the language of a text in small letters if it is one of those that we read."""
    script, language = by_letters(sample[:LETTERS])
    if language is not None or script == "other":
        return language
    scores = _scores(words)
    if script == "cyrillic":
        return "uk" if scores["uk"] > scores["ru"] else "ru"
    told = _best(scores, sure=MIN_WORDS, lead=1) or _best(scores, sure=FEW, lead=CLEARLY)
    return told or _alone(words, scores) or _by_alphabet(sample, scores)


def _alone(words: Sequence[str], scores: Counter[str]) -> str | None:
    """Return the language of a short text that alone has some of its words, or their endings.

    >>> language_of("Se entregaron 12.500 kits en 18 municipios.")
    'es'
    """
    own: Counter[str] = Counter()
    for word in words:
        of = _LANGUAGES_OF.get(word, ())
        ended = [lang for lang, ending in ENDINGS.items() if ending.fullmatch(word)]
        for lang in ended or (of if len(of) == 1 and len(word) >= LETTERS_OF_A_WORD else ()):
            own[lang] += 1
    if len(own) != 1:
        return None
    language = next(iter(own))
    total = scores[language] + sum(own.values())
    is_own = any(_is_own(word) for word in words if language in _LANGUAGES_OF.get(word, ()))
    alone = own[language] >= FEW or language not in SHARING or is_own
    enough = alone and total >= FEW and scores[language] >= max(scores.values(), default=0)
    return language if language in FUNCTION_WORDS and enough else None


def _by_alphabet(text: str, scores: Counter[str]) -> str | None:
    """Return the language of a short text that alone of those of its words has all its letters.

    >>> language_of("Un alza de 50 puntos básicos."), language_of("Un alza de 50 puntos.")
    ('es', None)
    """
    best = max(scores.values(), default=0)
    letters = {char for char in text if char.isalpha() and not char.isascii()}
    if best < FEW or not letters:
        return None
    likely = (lang for lang, score in scores.items() if score == best)
    told = [lang for lang in likely if letters <= set(ALPHABETS.get(lang, ""))]
    return told[0] if len(told) == 1 and told[0] in FUNCTION_WORDS else None


def _best(scores: Counter[str], sure: int, lead: int) -> str | None:
    """Return the language of most function words; None for too few, or little more than another."""
    known = [lang for lang in FUNCTION_WORDS if lang in scores]
    best = max(known, key=lambda lang: (scores[lang], RANKS[lang]), default=None)
    if best is None or scores[best] < sure:
        return None
    ours = max((scores[lang] for lang in known if lang != best), default=0)
    others = max((n for lang, n in scores.items() if lang in OTHERS), default=0)
    return best if scores[best] >= max(lead * ours, others) else None


def languages_of(texts: Sequence[str], main: str | None) -> list[str | None]:
    """Return the language of each block of a document whose own language is `main`.

    A block without enough words of its own (a heading, a table, a key figure) is in the language
    of the blocks around it where those before and behind agree, else in that of the document.

    >>> note = "Les besoins de la région sont estimés par le comité et les écoles."
    >>> languages_of(["The plan is for the people of the north.", note, "Total", note], "en")
    ['en', 'fr', 'fr', 'fr']
    """
    shown = [_shown(text, main) for text in texts]
    before = _carried(shown, main)
    behind = _carried(reversed(shown), None)[::-1]
    return [
        own or (last if following in (last, None) else main)
        for own, last, following in zip(shown, before, behind, strict=True)
    ]


def _words(text: str) -> list[str]:
    if text.isascii():  # as most, which are cut four times as fast without a pattern
        return text.translate(BLANKED).split()
    return WORDS.findall(text)


def _scores(words: Sequence[str]) -> Counter[str]:
    """Return how many of some words in lower case are function words of each language."""
    used = Counter(filter(_LANGUAGES_OF.__contains__, words))
    scores: Counter[str] = Counter()
    for word, times in used.items():
        for language in _LANGUAGES_OF[word]:
            scores[language] += times
    return scores


def _shown(text: str, main: str | None) -> str | None:
    """Return the language that a block shows by its own words; None for too few of them."""
    script, language = by_letters(text)
    if script != "latin":
        return language or (main if main in CYRILLIC else None)
    words = _words(text.lower())
    scores = _scores(words) if len(words) >= SURE_WORDS else Counter()
    if max(scores.values(), default=0) < SURE_WORDS:
        return None
    best = max(FUNCTION_WORDS, key=lambda lang: (scores[lang], lang == main, RANKS[lang]))
    if best != main and (best in SHARING or main not in (None, *FUNCTION_WORDS)):
        return best if _is_shown_by_many(best, words) else None
    least = SURE_WORDS if best == main else max(SURE_WORDS, CLEARLY * scores[main or ""])
    return best if scores[best] >= least else None


def _is_shown_by_many(language: str, words: Sequence[str]) -> bool:
    """Say whether more words are of a language than chance gives, which other languages share."""
    used = _used(language, words)
    return len(set(used)) >= SURE_WORDS and len(used) >= SURE_SHARE * len(words)


def _carried(shown: Iterable[str | None], first: str | None) -> list[str | None]:
    """Return for each block the last language shown at or before it."""
    carried = []
    for language in shown:
        first = language or first
        carried.append(first)
    return carried
