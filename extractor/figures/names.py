"""Digits of names: of documents, laws, licences, standards, and of things (`the Alba 21 road`)."""

import regex

from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.phrases import LazyPattern, after, any_of, before, longest_first

_CREDITED_YEAR = regex.compile(r"(?:19|20)[0-9]{2} \ ? / \ ? \p{Lu}", regex.X)
_NAME_WORD = r"\p{Lu}[\p{L}\p{M}'’&-]{0,30}"
_NAME_LINK = r"""
    of | the | and | for | on | to | & | de | la | les | du | des | del | y | et | para | sobre
"""
_CAPITAL_BEFORE = regex.compile(
    r"(?r) (?: (?<![\p{L}'-]) \p{Lu}[\p{L}\p{M}'-]{0,30} | \) ) \ ", regex.X
)
_PROPER_BEFORE = regex.compile(r"(?r) (?<![\p{L}'’-]) \p{Lu}[\p{L}\p{M}'’-]{1,30} \ ", regex.X)
_MOST_DIGITS = 3  # of a number in the name of a thing; longer ones count, or are years
# The number of an instrument: 27/2030, 2001/55/EC, 2030-IX, 2254 (2015), 1448 of 2011.
_YEAR = r"(?: 19 | 20 ) [0-9]{2} (?![0-9])"
_NUMBER = rf"""
    [0-9]{{1,5}}+ (?: [./-] [0-9]{{1,5}}+ ){{0,4}}+
    (?: [-–] [IVXLC]{{1,6}}+ )?+ (?: / \p{{Lu}}{{2,5}}+ )?+ (?! [\p{{L}}0-9%] | ,[0-9]{{3}} )
    (?P<year> \ \( {_YEAR} \) | \ (?: of | de | du | del ) \  {_YEAR} )?+
"""
_NUMBER_SIGN = r"(?: (?<!\p{L}) (?: No | Nr | N | n ) (?: [.°º]\ ? | \  ) | № \ ? )"
_BODY = r"(?: \( \p{Lu}{2,8} (?: ,\ \p{Lu}\p{L}{1,10} )? \) \  )"
_YEARED = regex.compile(rf"[0-9]{{2,5}}+ \ \({_YEAR}\)", regex.X)
_DOUBTFUL = regex.compile(rf"{_YEAR} | [0-9]++ \. [0-9]++", regex.X)  # a name's year, an amount


class Names:
    """Finds names in one language."""

    def __init__(self, pack: Pack, nouns: Nouns) -> None:
        names = pack.section("names")
        self._nouns = nouns
        # An order may be one to do something; where nouns come first its number is right behind.
        self._cites_lower = pack.flag("noun_first")
        self._cased = any(word[0].isupper() for word in names.words("documents"))
        self._plurals = pack.section("references").folded("plurals")
        documents = longest_first(
            [*names.words("documents"), *(w.upper() for w in names.words("documents"))]
        )
        self._name_before = LazyPattern(
            rf"""(?r) (?<![\p{{L}}-]) (?P<run>
            (?: (?: {_NAME_WORD} | {_NAME_LINK} | [-–:] | \(\p{{Lu}}{{2,8}}\) ) \  ){{1,14}} )""",
            regex.X,
        )
        self._name_after = LazyPattern(
            rf"""\ (?P<run>
            (?: (?: {_NAME_WORD} | {_NAME_LINK} | [-–] ) (?: \ | (?=\P{{L}}) | \Z ) ){{1,12}}+ )""",
            regex.X,
        )
        self._document = LazyPattern(r"(?<!\p{L})\L<documents>(?!\p{L})", documents=documents)
        self._edition = after(names.words("editions"), gap=r"\ ")
        instruments = names.words("instruments")
        self._instrument = before(instruments, gap=rf"\ {_BODY}?+ (?P<sign> {_NUMBER_SIGN} )?+")
        self._signed = LazyPattern(
            rf"""(?r) (?<![\p{{L}}0-9]) (?P<phrase> \L<words> ) (?: \ [\p{{L}}'’-]{{1,25}} ){{1,8}}?
            \ (?P<sign> {_NUMBER_SIGN} )""",
            regex.X | regex.I,
            words=longest_first(instruments),
        )
        self._named_far = LazyPattern(
            r"(?r) (?<![\p{L}0-9]) (?P<phrase> \L<words> ) (?: \ [\p{L}'’-]{1,25} ){1,5}? \ ",
            regex.X | regex.I,
            words=longest_first(instruments),
        )
        words_between = "" if self._cased else r"(?: \ \p{L}{1,20} ){0,4}?"
        self._enacted = LazyPattern(
            rf"""(?r) (?<![\p{{L}}0-9]) (?P<phrase> \L<words> ) {words_between}
            \ {any_of(names.words("enacted"))} \ """,
            regex.X | regex.I,
            words=longest_first(instruments),
        )
        links = any_of(pack.section("references").words("lists"))
        self._numbers = LazyPattern(
            rf"""{_NUMBER} (?: (?: [,،]\ | [,،]?\ (?: {links} )\ ? ) {_NUMBER.replace("year", "y2")}
            ){{0,20}}+""",
            regex.X,
        )
        self._number = LazyPattern(_NUMBER, regex.X)
        self._thing_after = after(names.words("things"), gap=r"\ ")
        self._thing_before = LazyPattern(
            rf"""(?r) (?<!\p{{L}}) (?P<phrase> {any_of(names.words("things"))} )
            \ (?: {_NAME_WORD} \  ){{1,3}}""",
            regex.X | regex.I,
        )

    def instrument(self, text: str, at: int, floor: int) -> Found | None:
        """Return the number of a law, directive or resolution (`Law 27/2030`)."""
        word = self._instrument.match(text, floor, at) or self._signed.match(text, floor, at)
        if word is None:
            return None
        phrase = word["phrase"].casefold()
        plural = phrase.endswith("s") or phrase in self._plurals
        match = (self._numbers if plural else self._number).match(text, at)
        if match is None or not (word["sign"] or self._is_cited(word["phrase"], match)):
            return None
        return explained(text, at, match.end(), "name")

    def cited(self, text: str, at: int, floor: int) -> Found | None:
        """Return a number and year some words behind an act: `resolution of the body 93 (2031)`."""
        match = _YEARED.match(text, at)
        if match is None or not self._named_far.match(text, floor, at):
            return None
        return explained(text, at, match.end(), "name")

    def year(self, text: str, start: int, end: int, floor: int) -> Found | None:
        """Return a year that belongs to a document's name (`Global Appeal 2024`) or to a credit."""
        if _CREDITED_YEAR.match(text, start):
            return explained(text, start, end, "credit")
        run = self._name_before.match(text, floor, start)
        titled = run and _CAPITAL_BEFORE.match(text, floor, start) and self._is_document(run["run"])
        if titled or self._is_enacted(text, start, floor):
            return explained(text, start, end, "name")
        if self._edition.match(text, end):
            return explained(text, start, end, "name")
        run = self._name_after.match(text, end)
        titled = run and self._is_document(run["run"])
        return explained(text, start, end, "name") if titled else None

    def thing(self, text: str, start: int, end: int, floor: int) -> Found | None:
        """Return the number of a named thing (`the Alba 21 road`, `le projet Alba 21`)."""
        if end - start > _MOST_DIGITS or not _PROPER_BEFORE.match(text, floor, start):
            return None
        named = self._thing_after.match(text, end) or self._thing_before.match(text, floor, start)
        if named is None or self._nouns.counted(text, end):
            return None
        return explained(text, start, end, "name")

    def _is_document(self, run: str) -> bool:
        return self._document.search(run) is not None

    def _is_enacted(self, text: str, start: int, floor: int) -> bool:
        """Say whether an act is named by the year behind it (`the Convention of 1951`)."""
        act = self._enacted.match(text, floor, start)
        return act is not None and (act["phrase"][0].isupper() or not self._cased)

    def _is_cited(self, instrument: str, number: "regex.Match[str]") -> bool:
        """Say whether a number without a sign is that of an instrument (`order 27` is none)."""
        if number["year"] or "/" in number[0]:
            return True
        named = self._cites_lower or instrument[0].isupper()
        return named and not _DOUBTFUL.fullmatch(number[0])
