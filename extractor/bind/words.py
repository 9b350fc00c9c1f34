"""English word classes, from the data file: what tells a subject from a predicate."""

from functools import cache

from extractor.data.tables import load

VOWELS = "aeiou"
NO_ADVERBS = frozenset(
    "family supply only daily weekly monthly quarterly yearly early elderly friendly costly "
    "timely assembly reply".split()
)
"""Nouns and adjectives in -ly: `daily returns` are no verb and its adverb."""


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of words (`auxiliaries`, `prepositions`, …), lower case."""
    return frozenset(w.lower() for w in load("english.toml")[name]["words"])


@cache
def verbs() -> dict[str, str]:
    """Return every finite form, participle and base form of the known verbs, and its base."""
    table = load("english.toml")["verbs"]
    found: dict[str, str] = {}
    for base in table["regular"]:
        for form in _inflected(base):
            found.setdefault(form, base)
    for base, forms in table["irregular"].items():
        for form in (base, *forms):
            found[form] = base
    return found


@cache
def irregular_verbs() -> frozenset[str]:
    """Return the base forms of the irregular verbs."""
    return frozenset(load("english.toml")["verbs"]["irregular"])


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the past forms of the irregular verbs, but for those that are their base too."""
    table = load("english.toml")["verbs"]["irregular"]
    return frozenset(forms[1] for base, forms in table.items() if forms[1] != base)


@cache
def irregular_participles() -> frozenset[str]:
    """Return the participles of the irregular verbs."""
    table = load("english.toml")["verbs"]["irregular"]
    return frozenset(forms[2] for forms in table.values())


@cache
def simple_pasts() -> frozenset[str]:
    """Return what only a finite verb is: past forms that are no participle (`became`, `went`)."""
    table = load("english.toml")["verbs"]["irregular"]
    return frozenset(f[1] for b, f in table.items() if f[1] != b and f[1] not in f[2:])


@cache
def forms_of(name: str) -> frozenset[str]:
    """Return every form of the verbs of a class (`reporting`, `copulas`, `change`)."""
    bases = word_class(name)
    extra = {"is", "are", "was", "were", "been"} if "be" in bases else set()
    return frozenset({form for form, base in verbs().items() if base in bases} | extra)


def _inflected(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        stem = base[:-1]
        return base, base + "s", base + "d", stem + "ing"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "ch", "sh")) else "s")
    doubled = base + base[-1] + "ed", base + base[-1] + "ing"
    if _doubles(base):
        return base, third, *doubled
    british = doubled if base.endswith(("al", "el")) else ()  # `totalled`, `labelled`
    return base, third, base + "ed", base + "ing", *british


def _doubles(base: str) -> bool:
    """Say whether the last consonant doubles: `plan`, `drop`, `enrol`, `transfer`."""
    if base in {"enrol", "enroll", "refer", "transfer", "occur", "prefer", "travel"}:
        return base != "enroll"
    short = sum(c in VOWELS for c in base) == 1
    return (
        short and base[-1] not in "wxyaeioulsh" and base[-2] in VOWELS and base[-3:-2] not in VOWELS
    )


def is_title_case(word: str) -> bool:
    """Say whether a word is written as in a name: `Women` of a body, not `IDPs` or `women`."""
    return word[:1].isupper() and word[1:].islower()


def is_auxiliary(word: str) -> bool:
    """Say whether a word is an auxiliary verb; `May` is a month."""
    return word != "May" and word.lower() in word_class("auxiliaries")


def is_adverb(word: str) -> bool:
    """Say whether a word is an adverb that may stand before a verb."""
    lower = word.lower()
    return lower in word_class("adverbs") or (lower.endswith("ly") and lower not in NO_ADVERBS)


def is_verb(word: str) -> bool:
    """Say whether a word is a form of a known verb, or looks like a past form."""
    lower = word.lower()
    return lower in verbs() or (lower.endswith("ed") and len(lower) > len("need"))


def names_nothing(phrase: str) -> bool:
    """Say whether a phrase names nothing that could be measured: only a time, or how much it is.

    >>> names_nothing("first months of the fiscal year"), names_nothing("overall")
    (True, True)
    >>> names_nothing("length of the school year")
    False
    """
    said = (w for w in phrase.lower().replace(",", " ").split() if not w.isdigit())
    empty = word_class("untelling")
    return all(w in empty or is_preposition(w) or is_determiner(w) for w in said)


def is_preposition(word: str) -> bool:
    """Say whether a word is a preposition."""
    return word.lower() in word_class("prepositions")


def is_determiner(word: str) -> bool:
    """Say whether a word is an article, a demonstrative or a possessive."""
    return word.lower() in word_class("determiners")
