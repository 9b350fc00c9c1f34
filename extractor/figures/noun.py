"""The counted noun that follows a number: the head as printed, and the whole phrase."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.noun_words import NO_WORD, PARTICLES, VERBAL, WORD, Noun, Word, past_size
from extractor.figures.phrases import LazyPattern, after, any_of, before
from extractor.figures.preposed import Preposed
from extractor.figures.reading import Span

MOST_WORDS_OF_ONE = 5
MOST_WORDS = 7  # words of a noun phrase, names not counted; what is longer is a clause
MOST_NAMES = 14  # words of a noun phrase that are all part of a name
_ACRONYM = regex.compile(r"\p{Lu}{2,8}s")
_BARE_ACRONYM = regex.compile(r"(?![IVXLC]+\Z)\p{Lu}{3,8}")
_SHORTEST_PLURAL = 4  # letters; shorter words in s are mostly no nouns
_SHORTEST_NOUN = 3  # letters of an unknown word behind a number
_ADVERBIAL = ("ually", "ially", "ively", "ently", "antly", "но", "ко", "що")
# In Arabic "and", "with" and "to" are written together with the article of the next word.
_PREPOSED = ("وال", "بال", "لل", "كال", "فال")
_SINGULAR_S = ("ss", "'s", "’s")
_ACTING = ("ed", "ing")  # how words end that tell what somebody does or what was done
_AMOUNT = regex.compile(r"\s (?: [A-Z]{0,3} \p{Sc} | [A-Z]{3} \s | [0-9] )", regex.X)
_SINGULAR_LATIN = ("us", "is")  # where an adjective stands before: a French `avis` may be plural


def _is_doubled(text: str, word: Word, end: int) -> bool:
    """Say whether a word stands again behind what parts the two: `house to house teams`."""
    after = WORD.match(text, end)
    return after is not None and after["word"].casefold() == word.folded


class Nouns:
    """Finds counted nouns of one language."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("noun")
        self._plurals = section.folded("plurals")
        self._singulars = section.folded("singulars")
        self._skip = section.folded("skip")
        self._stops = section.folded("stops")
        self._verbs = section.folded("verbs")
        self._coordinators = section.folded("coordinators")
        self._people = section.folded("people")
        self._peoples = section.folded("peoples")
        self._states = section.folded("states")
        self._numbers = frozenset(pack.section("number.words").inverted())
        joints = any_of(section.words("coordinators"))
        self._joint = LazyPattern(rf"(?P<last> ,? \ {joints} ) (?=\ ) | , (?=\ )", regex.X)
        self._one_stops = section.folded("one_stops")
        self._elliptic = after(section.words("elliptic"), gap=r"\ ")
        named_before = (*section.words("elliptic"), *section.words("named_before"))
        self._named_before = after(named_before, gap=r"\ ")
        self._further = before(section.words("further"), gap=r"\ ")
        self._listing = LazyPattern(
            rf"(?r) (?: [,:] | (?<!\p{{L}}) {any_of(section.words('listing'))} ) \ ", regex.X
        )
        self._determined = before(section.words("determined"))
        self._first = pack.flag("noun_first")
        self._preposed = Preposed(pack)
        self._plural_endings = (*section.words("plural_endings"), "s")
        self._singular = _SINGULAR_S if self._first else (*_SINGULAR_S, *_SINGULAR_LATIN)
        self._by_place = pack.flag("noun_by_place")
        self._capitalised = pack.flag("nouns_capitalised")
        self._adjectival = section.words("adjective_endings")
        self._verbal = (*VERBAL, *section.words("verb_endings"))
        self._one_is_article = pack.flag("one_is_article")

    def counted(self, text: str, at: int) -> Noun | None:
        """Return the noun phrase that a number other than one counts, if one follows."""
        words = list(self._words(text, past_size(text, at), joined=not self._first))
        while words and words[0].folded in self._skip:
            words.pop(0)
        while words and words[-1].folded in self._coordinators:
            words.pop()  # what is joined is no word
        if self._by_place or self._capitalised:
            return self._noun_at_place(words) if self._by_place else self._capitalised_noun(words)
        if self._first:
            return self._noun_first(text, words)
        head = self._head(words)
        if head is None:
            return None
        first, last = words[0], words[head]
        noun = self._joined_people(text, last) or self._coordinated(text, last, plain=head == 0)
        end = noun[1] if noun else last.span[1]
        start = last.span[0]
        return Noun(text[start:end], (start, end), (first.span[0], end))

    def direct(self, text: str, at: int) -> Noun | None:
        """Return the noun right behind a share (`41 per cent women`), no base behind an "of"."""
        word = next(self._words(text, at), None)
        return None if word is None or word.folded in self._skip else self.counted(text, at)

    def single(self, text: str, at: int) -> Noun | None:
        """Return the noun that a spelled `one` counts."""
        words = [] if self._one_is_article else list(self._words(text, at))
        if not words or words[0].folded in self._one_stops or words[0].folded in self._skip:
            return None
        if words[0].folded in self._verbs:
            return None
        words = words[:1] + list(takewhile(self._goes_on, words[1:]))
        last = words[0] if self._first else words[-1]
        if len(words) > MOST_WORDS_OF_ONE or not self._goes_on(last) or self._is_plural(last):
            return None
        return Noun(last.text, last.span, (words[0].span[0], last.span[1]))

    def _goes_on(self, word: Word) -> bool:
        """Say whether a word may belong to the noun phrase of a single thing."""
        return not self._is_verb(word)

    def elliptic(self, text: str, start: int, end: int, floor: int) -> bool:
        """Say whether a spelled number counts a noun that was named before (`two in the north`)."""
        if self._further.match(text, floor, start):
            return True
        return bool(self._named_before.match(text, end)) and not self._determined.match(
            text, floor, start
        )

    def listed_one(self, text: str, start: int, end: int, floor: int) -> bool:
        """Say whether a bare `one` stands in a row (`two in the north, one in the south`)."""
        return bool(self._listing.match(text, floor, start) and self._elliptic.match(text, end))

    def counts_people(self, text: str, at: int) -> bool:
        """Say whether the very next word is a noun that is only ever counted."""
        word = next(self._words(text, at), None)
        return word is not None and word.folded in self._people

    def _words(self, text: str, at: int, *, joined: bool = False) -> Iterator[Word]:
        """Yield the words of a noun phrase; `joined` adjectives may be coordinated."""
        first, plain = True, 0
        found = NO_WORD
        for _ in range(MOST_NAMES):
            match = WORD.match(text, at)
            plain += match is not None and not match["word"][0].isupper()
            if match is None or plain > MOST_WORDS:
                return
            word = match["word"]
            folded = word.casefold()
            joins = not first and folded in self._coordinators
            joins = joins and (joined or self._preposed.joins(found.folded))
            ends = folded in self._stops or (not first and folded.endswith(_ADVERBIAL))
            ends = ends and folded not in self._skip and not joins
            if ends and (first or not _is_doubled(text, found, match.end())):
                return
            found = Word(word, folded, match.span("word"))
            yield found
            first, joined = False, joined and not self._is_plural(found)
            at = match.end()

    def _head(self, words: list[Word]) -> int | None:
        """Return the index of the head: the first plural, or a plural that it only qualifies."""
        for i, word in enumerate(words):
            if word.folded in self._verbs and (i == 0 or not self._is_plural(word)):
                return 0 if i == 1 and self._is_person(words[0]) else None
            following = words[i + 1] if i + 1 < len(words) else None
            if self._is_plural(word) or self._is_people(word, words[i + 1 :]):
                return i + 1 if following and self._qualifies(following) else i
        lone = len(words) == 1 and (
            self._is_person(words[0]) or _BARE_ACRONYM.fullmatch(words[0].text)
        )
        return 0 if lone else None

    def _is_people(self, word: Word, rest: list[Word]) -> bool:
        """Say whether a name stands for its people: `120 Sudanese fled`, not `… trained nurses`."""
        if word.folded not in self._peoples or not word.text[0].isupper():
            return False
        if not rest or rest[0].folded in self._verbs:
            return True
        clause = takewhile(lambda word: word.folded not in self._verbs, rest)
        acts = self._is_verb(rest[0]) or rest[0].folded.endswith(_ACTING)
        return acts and not any(map(self._is_plural, clause))

    def _is_person(self, word: Word) -> bool:
        """Say whether a singular stands for the people counted: `10 person died`."""
        return word.folded in self._singulars

    def _qualifies(self, following: Word) -> bool:
        """Say whether a word behind a plural is its noun: `aid workers`, not `people missing`."""
        says = following.folded in self._verbs or following.folded in self._states
        return not says and self._is_plural(following)

    def _is_plural(self, word: Word) -> bool:
        if word.folded in self._plurals or _ACRONYM.fullmatch(word.text):
            return True
        last = word.folded.rsplit("-", 1)[-1]
        if last in self._numbers:
            return False
        if last in self._plurals or (last in PARTICLES and last != word.folded):
            return True
        return (
            len(last) >= _SHORTEST_PLURAL
            and last.endswith(self._plural_endings)
            and not last.endswith(self._singular)
        )

    def _joined_people(self, text: str, head: Word) -> Span | None:
        """Return the span of `women, children and older men`, who are counted together."""
        at = head.span[1]
        while head.folded in self._people and (joint := self._joint.match(text, at)):
            words = list(self._words(text, joint.end(), joined=True))
            last = self._head(words)
            counted = last is None or words[0].folded in self._numbers
            if last is None or counted or words[last].folded not in self._people:
                return None
            at = words[last].span[1]
            if joint["last"]:
                return head.span[0], at
        return None

    def _coordinated(self, text: str, head: Word, *, plain: bool) -> Span | None:
        """Return the span of `women and girls`, where two bare plurals are counted together."""
        joint = WORD.match(text, head.span[1]) if plain else None
        if joint is None or joint["word"].casefold() not in self._coordinators:
            return None
        other = next(self._words(text, joint.end()), None)
        if other is None or not self._qualifies(other):
            return None
        # A verb has its own object: "killed 4 civilians and injured 25", "… and seeks USD 3m".
        alone = next(self._words(text, other.span[1]), None) is None
        acts = other.folded[-2:] == "ed" or _AMOUNT.match(text, other.span[1])
        return (head.span[0], other.span[1]) if alone and not acts else None

    def _noun_at_place(self, words: list[Word]) -> Noun | None:
        """Return the noun of a language whose endings tell no plural: the first word that can be.

        An adjective goes before it; where nothing follows, the adjective stands for the noun.
        """
        if not words:
            return None
        last = words[0]
        for word, following in pairwise(words):
            last = word
            if self._is_plural(word) or not self._is_adjective(word) or self._is_verb(following):
                break
            last = following
        if self._is_verb(last) or not (self._is_plural(last) or _may_be_noun(last)):
            return None
        return Noun(last.text, last.span, (words[0].span[0], last.span[1]))

    def _capitalised_noun(self, words: list[Word]) -> Noun | None:
        """Return the first noun of a language that writes all with a capital, its adjective before.

        What follows a verb is not counted: `von 40 kamen Frauen`.
        """
        at = next((at for at, word in enumerate(words) if word.text[0].isupper()), None)
        if at is None or (at and not self._is_adjective(words[at - 1])):
            return None
        if any(word.folded in self._verbs for word in words[:at]):
            return None
        head = words[at]
        return Noun(head.text, head.span, (words[0].span[0], head.span[1]))

    def _is_adjective(self, word: Word) -> bool:
        return word.folded.endswith(self._adjectival)

    def _is_verb(self, word: Word) -> bool:
        return word.folded in self._verbs or word.folded.endswith(self._verbal)

    def _noun_first(self, text: str, words: list[Word]) -> Noun | None:
        """Return the noun of a language that puts adjectives behind it."""
        if not words or words[0].folded in self._verbs:
            return None
        words = self._preposed.skipped(words, self._is_plural)
        plural = next((w for w in words[:3] if self._is_plural(w)), None)
        if plural is None:
            return None
        last = plural
        for word in words[words.index(plural) + 1 :]:
            if not self._is_plural(word) or word.folded in self._verbs:
                break
            last = word
        return Noun(text[slice(*plural.span)], plural.span, (words[0].span[0], last.span[1]))


def _may_be_noun(word: Word) -> bool:
    """Say whether an unknown word can be what is counted: no name, no adverb, no scrap."""
    return (
        len(word.text) >= _SHORTEST_NOUN
        and not word.text[0].isupper()
        and not word.text[-1].isdigit()
        and not word.folded.endswith(_ADVERBIAL)
        and not word.folded.startswith(_PREPOSED)
    )
