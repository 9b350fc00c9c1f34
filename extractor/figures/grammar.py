"""The grammar of one language and number format, built once and kept."""

from dataclasses import dataclass
from functools import lru_cache

from extractor.figures.ages import Ages
from extractor.figures.alternatives import Alternatives
from extractor.figures.amount import Amounts
from extractor.figures.around import Around
from extractor.figures.dates import Dates
from extractor.figures.definite import Definites
from extractor.figures.elided import Elided
from extractor.figures.lexicon import load_pack
from extractor.figures.masks import Masks
from extractor.figures.names import Names
from extractor.figures.neighbours import Before, Behind
from extractor.figures.noun import Nouns
from extractor.figures.numeral import Numbers
from extractor.figures.parts import Parts
from extractor.figures.ratio import Ratios
from extractor.figures.reading import NumberFormat
from extractor.figures.reasons import Reasons
from extractor.figures.scores import Scores
from extractor.figures.term import Terms
from extractor.figures.units import Units


@dataclass(frozen=True, slots=True)
class Grammar:
    """The readers of one language, and the words that wake them."""

    numbers: Numbers
    amounts: Amounts
    alternatives: Alternatives
    ratios: Ratios
    dates: Dates
    reasons: Reasons
    scores: Scores
    names: Names
    ages: Ages
    masks: Masks
    nouns: Nouns
    definites: Definites
    elided: Elided
    before: Before
    behind: Behind
    number_words: frozenset[str]
    date_words: frozenset[str]
    articles: frozenset[str]
    waking: frozenset[str]
    """All of these words: where another stands nothing is read."""


@dataclass(frozen=True, slots=True)
class _Language:
    """The readers that all formats of numbers of a language share: they take longest to build."""

    around: Around
    behind: Behind
    before: Before
    nouns: Nouns
    elided: Elided
    dates: Dates
    reasons: Reasons
    names: Names
    ages: Ages
    masks: Masks


@lru_cache(maxsize=16)
def _language(name: str) -> _Language:
    pack = load_pack(name)
    around, nouns = Around(pack), Nouns(pack)
    return _Language(
        around=around,
        behind=Behind(pack),
        before=Before(pack),
        nouns=nouns,
        elided=Elided(pack),
        dates=Dates(pack, around),
        reasons=Reasons(pack),
        names=Names(pack, nouns),
        ages=Ages(pack),
        masks=Masks(pack),
    )


@lru_cache(maxsize=16)
def grammar_of(numbers: NumberFormat) -> Grammar:
    """Return the grammar that reads a document of the given format."""
    pack, shared = load_pack(numbers.language), _language(numbers.language)
    around, nouns = shared.around, shared.nouns
    reader = Numbers(pack, numbers, shared.behind)
    parts = Parts(pack, reader)
    terms = Terms(pack, parts, Units(pack, numbers))
    amounts = Amounts(pack, terms, nouns, around)
    ratios, dates = Ratios(pack, parts, nouns, around), shared.dates
    date = pack.section("date")
    fiscal = frozenset(word.split(" ")[0].casefold() for word in date.words("fiscal"))
    number_words = reader.spelled.openers | ratios.openers | terms.openers
    mid = frozenset(w.split(" ")[0] for w in date.folded("mid"))
    date_words = dates.points.openers | mid | fiscal | frozenset("qhst")
    articles = pack.section("number").folded("articles")
    return Grammar(
        numbers=reader,
        amounts=amounts,
        alternatives=Alternatives(terms, amounts),
        ratios=ratios,
        dates=dates,
        reasons=shared.reasons,
        scores=Scores(pack, terms, nouns),
        names=shared.names,
        ages=shared.ages,
        masks=shared.masks,
        nouns=nouns,
        definites=Definites(pack, reader),
        elided=shared.elided,
        before=shared.before,
        behind=shared.behind,
        number_words=number_words,
        date_words=date_words,
        articles=articles,
        waking=number_words | date_words | articles,
    )
