"""Prose in other languages than English: what its nouns tell, and nothing that English rules guess.

The rules of sentences read English verbs and word order. In another language only the counted noun
that the grammar reads is kept of them; French and Spanish nouns before an amount are read here,
their subjects, verbs and predicates in `romance`.
"""

from extractor.bind import romance
from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.passage import Sentence, Token

KEPT = frozenset({"prose.object"})
"""Rules that bind a noun beside its figure, whatever the language."""
ENGLISH_BASE = "prose.share_of"
"""The rule that reads what an English share is of."""
GUESSED_BASES = frozenset(
    {
        "prose.base_beside",
        "prose.base_carried",
        "prose.base_changed",
        "prose.base_former",
        "prose.base_shared",
        "prose.base_subject",
        "prose.base_whole",
    }
)
"""Rules that look for an English base elsewhere in its clause."""
PURPOSES = frozenset({"pour", "para"})
OF = frozenset({"de", "d'", "d’", "d"})
JOINTS = OF | frozenset("du des del".split())
DETERMINERS = frozenset(
    "un une le la les l l' l’ ce cet cette ces son sa ses leur leurs des du au aux"
    " una el los las lo este esta estos estas su sus al del dicho dicha".split()
)
APPROXIMATORS = frozenset(
    "environ quelque quelques près plus moins presque au jusqu jusqu'à"
    " unos unas casi cerca alrededor aproximadamente más menos hasta al".split()
)
NO_HEAD = frozenset(
    "total totalité cumul nombre somme ensemble moyenne lieu partir autour lors plus moins"
    " près suma número cantidad promedio mínimo máximo tope minimum maximum torno alrededor"
    " cerca más menos caso rango entre soit dont ainsi sea o ou y et".split()
)
"""What stands before `de` and names nothing that is measured."""
MOVES = frozenset(
    "passé passe passée augmenté augmente augmentée baissé baisse diminué réduit accru monté"
    " tombé dispose disposent dispone disponen pasa pasar pasado aumenta aumentar aumentado"
    " sube subir baja bajar bajado reducir reducido".split()
)
COPULAS = frozenset(
    "est sont était étaient serait seraient sera seront peut pourrait être"
    " es son era eran fue fueron ser será serán sería puede podría".split()
)
ELIDED = ("n'", "n’", "qu'", "qu’")
"""What opens a verb that is denied, or what follows it: `n'est`, `qu'à hauteur de`."""
BESIDE = {
    "fr": frozenset("à en dans pendant sur avec par".split()),
    "es": frozenset("a en durante sobre con por".split()),
}
"""Prepositions whose noun stands beside what is measured: `el impuesto a las empresas de 35 %`."""
MAX_WORDS = 6  # of a noun phrase


def bind_foreign(context: Context) -> None:
    """Bind what figures of running text in other languages measure."""
    language = context.collected.language
    if language in {None, "en"}:
        return
    for sentence in context.sentences:
        if sentence.zone == "keyfigure":
            continue
        _drop_dates(sentence)
        for at, token in enumerate(sentence.tokens):
            if token.measured is not None and token.measured.cell is None:
                _bind(context, sentence, at, token.measured, language or "")
        if language in BESIDE:
            for found, base in romance.subjects_changed(sentence, language or ""):
                found.population = base


def _bind(context: Context, sentence: Sentence, at: int, found: Found, language: str) -> None:
    """Drop what English rules guessed of a figure, and bind what its own language tells."""
    if found.population is not None and _is_no_group(found.population, language):
        found.population = None
    if found.indicator is not None and found.indicator.rule not in KEPT:
        found.indicator = None
    if language not in BESIDE:
        return
    own = _told(context, sentence, at) or romance.told(sentence, at, language)
    found.indicator = own or found.indicator
    base = romance.base_of_share(sentence, at, language)
    guessed = found.population is not None and found.population.rule in GUESSED_BASES
    if base is not None or (guessed and found.reading.kind == "percent"):
        found.population = base


def _drop_dates(sentence: Sentence) -> None:
    """Drop what English rules took to be measured where it begins with a date."""
    for found in sentence.founds:
        if _opens_with_date(sentence, found):
            found.indicator = None


def _opens_with_date(sentence: Sentence, found: Found) -> bool:
    """Say whether what is measured of a figure of running text begins with a date."""
    said = found.indicator.span if found.indicator is not None else None
    if said is None or found.cell is not None:
        return False
    dates = (t for t in sentence.tokens if t.found is not None and t.measured is None)
    return any(t.start <= said[0] < t.end for t in dates)


def _is_no_group(said: Binding, language: str) -> bool:
    """Say whether an English rule took what opens with a preposition for a group (`dans le`)."""
    opening = said.value.lower().split()[:1]
    leads = BESIDE.get(language, OF) | PURPOSES
    return said.rule == ENGLISH_BASE and not leads.isdisjoint(opening)


def _told(context: Context, sentence: Sentence, at: int) -> Binding | None:
    """Return the noun before an amount that has none of its own behind it."""
    found = sentence.tokens[at].found
    if found is None or (found.reading.kind == "count" and found.unit is not None):
        return None
    of = _noun_of(sentence.tokens, at, BESIDE[context.collected.language or ""])
    words = of or _noun_in_bracket(sentence.tokens, at)
    if not words:
        return None
    span = words[0].start, words[-1].end
    rule = "prose.noun_of" if of else "prose.noun_in_bracket"
    return Binding(" ".join(context.doc.quote(span).split()), "stated", rule, span)


def _noun_of(tokens: list[Token], at: int, besides: frozenset[str]) -> list[Token]:
    """Return the words of `une létalité de 12 %`: from behind a determiner to the last `de`."""
    end = at
    while end > 0 and tokens[end - 1].lower in OF | APPROXIMATORS:
        end -= 1
    if end == at or tokens[end].lower not in OF:
        return []
    while end > 0 and tokens[end - 1].lower in COPULAS:
        end -= 1
    start = end
    while start > 0 and end - start < MAX_WORDS and _in_phrase(tokens[start - 1]):
        start -= 1
    led = start > 0 and tokens[start - 1].lower in DETERMINERS
    beside = start > 1 and tokens[start - 2].lower in besides
    words = tokens[start:end]
    named = bool(words) and words[0].lower not in NO_HEAD | JOINTS
    return words if led and named and not beside else []


def _in_phrase(token: Token) -> bool:
    """Say whether a word goes on a noun phrase: no verb of change, no determiner but in `du`."""
    lower = token.lower
    verb = lower in MOVES | COPULAS or lower.endswith("ó") or lower.startswith(ELIDED)
    return token.is_word and not verb and (lower in JOINTS or lower not in DETERMINERS)


def _noun_in_bracket(tokens: list[Token], at: int) -> list[Token]:
    """Return the words of `(positivité 31 %)` between the bracket and the figure."""
    start = at
    while start > 0 and at - start < MAX_WORDS and _in_phrase(tokens[start - 1]):
        start -= 1
    words = tokens[start:at]
    opens = start > 0 and tokens[start - 1].text == "("
    told = all(t.lower not in NO_HEAD | APPROXIMATORS for t in words)
    return words if opens and told and words and words[0].text.islower() else []
