"""Sources that a sentence names: in brackets, after `according to`, before or after `reported`."""

from dataclasses import replace

import regex

from extractor.bind.context import Context
from extractor.bind.found import SourceBinding, Span
from extractor.bind.passage import Sentence, Token
from extractor.bind.sources.bracketed import NO_AUTHOR, bind_bracketed
from extractor.bind.sources.named import CAPITALS, Cited, names_in, romance_name
from extractor.bind.sources.works import is_data
from extractor.bind.words import forms_of, verbs, word_class

LEAD_TO_SOURCE = regex.compile(
    r"""
    (?<! \p{L} )
    (?: according\sto | as\sper | selon | según | d['’]après | за\sданими | по\sданным
      | (?: reported | recorded | registered | documented | verified | estimated | calculated
          | published | released | confirmed | compiled | projected ) \s by
      | (?: rapporté | estimé | publié | enregistré )e?s? \s par
      | (?: reportad | estimad | publicad | registrad )[ao]s? \s por
    ) \s++
    (?: the\s++ | an?\s++ | l['’] | la\s++ | le\s++ | el\s++ )?+
    """,
    regex.X | regex.I,
)
GOES_ON = regex.compile(
    r"""
    (?: in \s addition | additionally | of \s (?: these | them )
      | (?: it | the \s (?: report | survey | study | assessment | agency ) ) \s also
      | par \s ailleurs | en \s outre | de \s plus | además | asimismo
    ) \b
    """,
    regex.X | regex.I,
)
"""How a sentence opens that goes on with what the one before it reports."""
SPOKEN = frozenset({"source.according_to", "source.reporting", "source.carried"})
SAID_BY = regex.compile(
    r"(?: \b (?: by | of | from | de | del | du | par | por ) \s (?: the\s | la\s | el\s )?+ ) $",
    regex.X | regex.I,
)
"""What leads to a name within a phrase: `a study conducted by Tide Watch`."""
PHRASE = regex.compile(r"[^,;:()\[\]\n.]{2,120}+", regex.X)
MAX_TO_VERB = 6  # tokens after a name in which its reporting verb stands
MAX_ASIDE = 16  # tokens of an aside between a name and its verb
MAX_TO_OBJECT = 6  # tokens from `recorded` to what was
BEFORE_VERB = frozenset("has have had also systematically regularly that which".split())
PASSIVE = frozenset("is are was were be been".split())
RECORDING = frozenset("count document record register verify".split())
POSSESSIVE = regex.compile("['’]s")
OF_AMOUNT = frozenset("of at over about around under".split())
"""Prepositions before an amount."""
ROMANCE_LANGUAGES = frozenset({"fr", "es"})
NEW_CLAUSE = frozenset("while whereas ; but".split())


def named_sources(context: Context, sentence: Sentence) -> None:
    """Bind the figures of a sentence to the sources that it names."""
    bind_bracketed(context, sentence)
    names = names_in(context, sentence.span)
    _bind_led(context, sentence, names)
    for name in names:
        _bind_reporting(context, sentence, name)


def carried_sources(context: Context, sentence: Sentence, before: Sentence | None) -> None:
    """Bind the figures of a sentence that goes on (`In addition, …`) to who was named before it."""
    if before is None or before.passage != sentence.passage or not before.founds:
        return
    said = [s for f in before.founds for s in f.sources if s.rule in SPOKEN]
    if not said or GOES_ON.match(context.doc.quote(sentence.span)) is None:
        return
    for found in sentence.founds:
        if not found.is_time and not found.sources:
            found.sources = [replace(said[-1], state="inherited", rule="source.carried")]


# --- according to ---------------------------------------------------------------------------------


def _bind_led(context: Context, sentence: Sentence, names: list[Cited]) -> None:
    """`According to X, …` sources what follows; `… according to X` the clause before it."""
    for lead in LEAD_TO_SOURCE.finditer(context.doc.text, *sentence.span):
        name = _led(context, lead.end(), sentence.span[1], names)
        if context.collected.language in ROMANCE_LANGUAGES:
            name = _whole(context, lead.end(), sentence.span[1], name)
        if name is None:
            continue
        clause = (_clause_before(sentence, lead.start()), lead.start())
        if any(clause[0] <= f.span[0] < clause[1] and not f.is_time for f in sentence.founds):
            _assign(sentence, name, clause, "source.according_to", over=True)
        else:
            _assign(sentence, name, (name.span[1], sentence.span[1]), "source.according_to")


def _led(context: Context, start: int, end: int, names: list[Cited]) -> Cited | None:
    """Return who is named after `according to`: first, after `by` in its phrase, or as an inquiry.

    What names nobody (`according to the plan`, `according to them`) says nothing.
    """
    text = context.doc.text
    phrase = PHRASE.match(text, start, end)
    if phrase is None or text[start:end].split()[0].lower() in NO_AUTHOR:
        return None
    inside = [n for n in names if start <= n.span[0] < phrase.end()]
    inside += [
        Cited(m[0], m.span(), None)
        for m in CAPITALS.finditer(text, *phrase.span())
        if not any(n.span[0] <= m.start() < n.span[1] for n in inside)
    ]
    for name in sorted(inside, key=lambda n: n.span):
        if name.span[0] == start or SAID_BY.search(text, start, name.span[0]):
            return name
    return None


def _whole(context: Context, start: int, end: int, name: Cited | None) -> Cited | None:
    """Return the whole of a name whose further words are small: `Institut national du port`."""
    span = romance_name(context.doc.text, start, end)
    if span is None or any(place.span == span for place in context.places_in(span)):
        return name
    if name is not None and (name.span[0] != start or name.span[1] >= span[1]):
        return name
    return Cited(context.doc.quote(span), span, None)


def _clause_before(sentence: Sentence, end: int) -> int:
    """Return where the clause that `according to` closes begins: after `while`, `;`, or first."""
    opening = [t.end for t in sentence.tokens if t.start < end and t.lower in NEW_CLAUSE]
    return opening[-1] if opening else sentence.span[0]


# --- who reports ----------------------------------------------------------------------------------


def _bind_reporting(context: Context, sentence: Sentence, name: Cited) -> None:
    """`X estimated that …`, `The X found that …`: the subject of a reporting verb.

    Who records or counts is a source of what is recorded, not of all that the sentence goes on to.
    """
    after = [i for i, t in enumerate(sentence.tokens) if t.start >= name.span[1]]
    owns = POSSESSIVE.search(context.doc.text, name.span[1] - 2, name.span[1] + 2) is not None
    if owns:  # what it owns reports: `the Tidal Board's 2031 report found`
        after = [i + 1 for i in after[:MAX_TO_VERB] if is_data(sentence.tokens[i].text)]
    verb = _verb_after(sentence.tokens, _after_aside(sentence.tokens, after[0])) if after else None
    if verb is None:
        return
    end = next((t.start for t in sentence.tokens[verb:] if t.lower in NEW_CLAUSE), None)
    kept = verbs().get(sentence.tokens[verb].lower) in RECORDING
    if kept and not _is_object_told(sentence.tokens[verb + 1 : verb + 1 + MAX_TO_OBJECT]):
        return
    span = (name.span[1], sentence.span[1] if end is None else end)
    _assign(sentence, name, span, "source.reporting")


def _after_aside(tokens: list[Token], start: int) -> int:
    """Return where what is said of a name goes on: `The Board, in its review of May, found …`."""
    opens = [t.lower for t in tokens[start : start + 2]]
    if opens[:1] != [","] or opens[1:] != ["in"]:
        return start
    aside = range(start + 1, min(len(tokens), start + MAX_ASIDE))
    return next((i + 1 for i in aside if tokens[i].text == ","), start)


def _is_object_told(said: list[Token]) -> bool:
    """Say whether a figure is what was recorded: `recorded a total of 98`, `recorded that …`."""
    for token in said:
        if token.measured or token.lower == "that":
            return True
        if token.lower in word_class("prepositions") - OF_AMOUNT:
            return False
    return False


def _verb_after(tokens: list[Token], start: int) -> int | None:
    """Return where the reporting verb of a subject stands: `the Board found`, `Board data show`."""
    window = range(start, min(len(tokens), start + MAX_TO_VERB))
    verb = next((i for i in window if tokens[i].lower in forms_of("reporting")), None)
    if verb is None or tokens[start].lower in PASSIVE:
        return None
    between = [t for t in tokens[start:verb] if t.found is None]
    owned = bool(between) and is_data(between[-1].text)
    plain = all(t.lower in BEFORE_VERB for t in between)
    return verb if plain or (owned and not any(_parts(t) for t in between)) else None


def _parts(token: Token) -> bool:
    """Say whether a token ends what is said of a name: a comma, a bracket, a preposition."""
    return not token.is_word or token.lower in word_class("prepositions")


def _assign(sentence: Sentence, name: Cited, span: Span, rule: str, *, over: bool = False) -> None:
    """Source the figures in a stretch that have no source yet; with `over` all of them."""
    for found in sentence.founds:
        inside = span[0] <= found.span[0] and found.span[1] <= span[1]
        if inside and not found.is_time and (over or not found.sources):
            found.sources = [SourceBinding(name.name, "stated", rule, name.span, url=name.url)]
