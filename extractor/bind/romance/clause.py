"""A figure of a French or Spanish sentence with the words around it, by class and by ending."""

from dataclasses import dataclass
from functools import cache, cached_property

import regex

from extractor.bind.found import Found, Span
from extractor.bind.passage import Sentence, Token
from extractor.data.tables import load

PUNCTUATION = frozenset(',;:().[]—–!?«»“”"')
DETERMINERS = frozenset(
    "le la les l un une des l' d' ce cet cette ces son sa ses leur leurs el los las una unos unas"
    " lo su sus este esta estos estas al del aux au du".split()
)
PREPOSITIONS = frozenset(
    "à al au aux ante avec bajo chez como comme con contra de del d' des du desde dès durante"
    " durant en entre hacia hasta lors malgré mediante par para pendant por pour sans según selon"
    " sin sobre sous sur tras après dans vers".split()
)
"""Words right behind which a noun stands, and no finite verb."""
ELIDED = regex.compile(r"^ [ldLD] ['’] (?= \p{L} )", regex.X)
ENDINGS = {
    "fr": {
        "participle": regex.compile(
            r"^ \p{Ll}{2,}+ (?<= é | ée | és | ées | i | is | it | u | us | ert ) $", regex.X
        ),
        "infinitive": regex.compile(r"^ \p{Ll}{3,}+ (?<= er | ir | re | oir ) $", regex.X),
        "finite": regex.compile(
            r"^ \p{Ll}{4,}+ (?<= era | eront | ira | iront | èrent ) $", regex.X
        ),
        "plural": regex.compile(r"^ \p{Ll}{4,}+ (?<= ent | eront | iront ) (?<! ment ) $", regex.X),
        "done": regex.compile(r"^ \p{Ll}{4,}+ (?<= és | ées ) $", regex.X),
    },
    "es": {
        "participle": regex.compile(r"^ \p{Ll}{3,}+ (?<= ado | ido | ída ) $", regex.X),
        "infinitive": regex.compile(r"^ \p{Ll}{4,}+ (?<= ar | er | ir ) $", regex.X),
        "finite": regex.compile(
            r"^ \p{Ll}{3,}+ (?<= ó | aron | eron | ará | arán | erá | erán | irá | irán ) $",
            regex.X,
        ),
        "plural": regex.compile(r"^ \p{Ll}{4,}+ (?<= an | en | aron | eron | án ) $", regex.X),
        "done": regex.compile(r"^ \p{Ll}{4,}+ (?<= ados | adas | idos | idas ) $", regex.X),
    },
}
"""How verbs end, by language: participles, infinitives, finite forms of what was or will be done,
finite forms of a plural, and participles of several."""
REACHING = frozenset({"atteindre", "alcanzar"})
DENIALS = frozenset("ne pas jamais nunca jamás tampoco".split())
VERBS = (
    "auxiliaries",
    "having",
    "copulas",
    "links",
    "present",
    "acting",
    "subject_verbs",
    "clitics",
)
"""Classes of words of which one follows a `no` that denies a verb."""
MAX_LEADS = 5  # small words between a verb and its amount


@dataclass(frozen=True)
class Clause:
    """A figure in its sentence, with the words of its language."""

    sentence: Sentence
    at: int
    found: Found
    language: str

    @property
    def tokens(self) -> list[Token]:
        """The tokens of its sentence."""
        return self.sentence.tokens

    @cached_property
    def words(self) -> list[str]:
        """The tokens in lower case, with straight apostrophes; of a figure nothing."""
        return ["" if t.found else t.lower.replace("’", "'") for t in self.tokens]

    def has(self, i: int, name: str) -> bool:
        """Say whether the token at `i` is of a class of words."""
        return 0 <= i < len(self.words) and self.words[i] in self.forms(name)

    def forms(self, name: str) -> frozenset[str]:
        """Return a class of words of its language."""
        return _words(self.language, name)

    def ends(self, i: int, form: str) -> bool:
        """Say whether the token at `i` ends as a form of verbs does, and is one."""
        inside = 0 <= i < len(self.words) and not self.has(i, "no_verb")
        return inside and ENDINGS[self.language][form].match(self.words[i]) is not None

    def denies(self, i: int) -> bool:
        """Say whether the token at `i` denies a verb: `ne`, `n'ont`, `nunca`, `no` before one.

        Before an adjective `no` belongs to its noun: `hogares no pobres`.
        """
        if not 0 <= i < len(self.words):
            return False
        word = self.words[i]
        if word == "no":
            return self._may_be_verb(i + 1)
        return word in DENIALS or word.startswith("n'")

    def _may_be_verb(self, i: int) -> bool:
        finite = self.ends(i, "finite") or self.ends(i, "plural")
        return finite or any(self.has(i, name) for name in VERBS) or self.denies(i)

    def opens_difference(self, i: int) -> bool:
        """Say whether a token opens by how much a share is more or less: `de plus que prévu`."""
        return self.has(i, "of") and self.has(i + 1, "more_or_less")

    def text(self, first: int, end: int) -> tuple[str, Span] | None:
        """Return what tokens say, without the articles that open them, and where it stands."""
        while first < end and self.words[first] in DETERMINERS:
            first += 1
        if first >= end:
            return None
        raw = " ".join(t.text for t in self.tokens[first:end])
        elided = ELIDED.match(raw)
        start = self.tokens[first].start + (elided.end() if elided else 0)
        return raw[elided.end() :] if elided else raw, (start, self.tokens[end - 1].end)


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(load("romance.toml")[language][name])


def is_word(clause: Clause, i: int) -> bool:
    """Say whether the token at `i` is a word, no figure and no mark."""
    return clause.tokens[i].is_word and clause.words[i] not in PUNCTUATION


def measured_before(clause: Clause) -> Found | None:
    """Return the figure before in the sentence that is no time; None for the first."""
    return next((t.found for t in reversed(clause.tokens[: clause.at]) if t.measured), None)
