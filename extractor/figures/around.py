"""What the words around a figure say of it: how exact it is, and what a rate is counted on."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, after, any_of, before
from extractor.figures.reading import Span
from schemas.figure import Modifier

Limit = tuple[Modifier, Span]
"""A modifier and where its words stand."""

_SIGNS: dict[str, Modifier] = {
    ">": "at_least", "≥": "at_least", "<": "at_most", "≤": "at_most",
    "~": "approx", "≈": "approx", "±": "approx", "+/-": "approx",
}  # fmt: skip
_SIGN_BEFORE = regex.compile(r"(?r) ([<>≤≥~≈±] | \+/-) =? \ ?", regex.X)
_OF_TIME = ("date", "duration")
_NAMED_BY_LIMIT = (*_OF_TIME, "money")  # a minimum wage is no lower limit of what is paid
_MOST_PER = 3
_THAN = " than"
_UP_TO = "up to"  # behind a verb of moving it tells where something got: prices went up to 5
_STUFF = regex.compile(r"\p{L}[\p{L}\p{M}'’-]{1,20}+")
_DONE = regex.compile(r"(?<!e)ed\Z")  # ends a verb: no rate stands behind `30 kg of rice lasted`
_MOST_STUFF = 3  # words between a measure and its rate: 30 tonnes of solid waste a day
_CLAUSE = 60  # characters before a limit in which its negation may stand


@dataclass(frozen=True, slots=True)
class Rate:
    """What a rate is counted on: `person/month`."""

    base: str
    span: Span


class Around:
    """Reads the words before and after a figure in one language."""

    def __init__(self, pack: Pack) -> None:
        words = pack.section("modifiers")
        gap = rf"(?: \ {{1,2}} | (?<=') ) (?: (?: {any_of(words.words('fillers'))} ) \  )?"
        self._before = _classes(pack, "modifiers.before")
        self._before_pattern = before(self._before, gap=gap)
        self._spread = _classes(pack, "modifiers.spread")
        of = any_of(words.words("of"))
        named = rf"(?: \ [\p{{L}}0-9/-]{{2,20}}+ ){{1,4}}? \ {of} \ "
        self._spread_pattern = before(self._spread, gap=named)
        self._label = _labelling(pack, self._spread)
        self._after = _classes(pack, "modifiers.after")
        self._after_pattern = after(self._after, gap=r"[\ -]", end=r"(?![\p{L}0-9]|\ [0-9])")
        self._article = after(pack.section("number").words("articles"), gap=r"\ ")
        self._negated, self._no_count, self._circling, self._during = map(
            words.folded, ("negated", "no_count", "circling", "during")
        )
        ends = any_of(words.words("negation_ends"))
        self._negation = LazyPattern(
            rf"""(?<!\p{{L}}) {any_of(words.words("negations"))}
            (?: \ (?! {ends} (?!\p{{L}}) ) [\p{{L}}'-]{{1,20}}+ ){{1,5}}+ \ \Z""",
            regex.X | regex.I,
        )
        self._moving, self._arranging = (
            before(words.words("moving")),
            before(words.words("arranging")),
        )
        self._obliging = LazyPattern(
            rf"(?<!\p{{L}}) (?: {any_of(words.words('obliging'))} )", regex.X | regex.I
        )
        self._first = before(words.words("first"))
        self._amount_before = before(
            (
                *pack.section("percent").words("words"),
                *pack.section("percent").words("points"),
                *pack.section("percent").words("bare_points"),
                *(*pack.numbers("magnitudes"), *pack.section("ratio").words("times"), "%"),
            )
        )
        self._measuring = before(words.words("measuring"))
        per = pack.section("per")
        self._adverbs: dict[str, str] = dict(per.lists["adverbs"])
        self._per = _rates(pack)
        self._each = after(per.words("each"), gap=r"\ ")
        self._of_stuff = after(per.words("stuff"), gap=r"\ ", end=r"(?: \  | (?<=['’]) )")
        noun = pack.section("noun")
        self._no_stuff = noun.folded("stops") | noun.folded("verbs")
        self._told_from = after(per.words("told_from"), gap=r"\ ")
        joined = any_of((*noun.words("coordinators"), *noun.words("compared")))
        self._sold_by = LazyPattern(
            rf"\ {any_of(per.words('articles'))}\ ?(?P<base>{any_of(per.words('sold_by'))})"
            rf"(?=\ ?[.,;:)]|\s*+\Z|\ {joined}\ )",
            regex.I,
        )

    def modifier(self, text: str, start: int, floor: int, kind: str | None) -> Limit | None:
        """Return what the words before a figure of a kind say."""
        timed = kind in _OF_TIME
        if sign := _SIGN_BEFORE.match(text, floor, start):
            return _SIGNS[sign[1]], (sign.start(1), sign.end(1))
        match = self._before_pattern.match(text, floor, start)
        if match is None:
            return self._beside(text, start, floor, kind)
        phrase, at = match["phrase"].casefold(), match.start("phrase")
        no_limit = kind is None and (
            phrase in self._no_count
            or (phrase in self._circling and self._arranging.match(text, floor, at) is not None)
        )
        if no_limit or self._says_other(text, phrase, at, floor, timed=timed):
            return None
        limit = self._before[phrase]
        if phrase in self._negated and self._negation.search(text[max(0, at - _CLAUSE) : at]):
            limit = "at_most" if limit == "at_least" else "at_least"
        return limit, match.span("phrase")

    def _says_other(self, text: str, phrase: str, at: int, floor: int, *, timed: bool) -> bool:
        """Say whether the words of a limit are of something else: `over` a stretch of time.

        In `5 per cent more than 20` two amounts are compared.
        """
        if timed and phrase in self._during:
            due = self._obliging.search(text, max(0, at - _CLAUSE), at + _CLAUSE)
            return not (due or self._measuring.match(text, floor, at))
        if phrase == _UP_TO and self._moving.match(text, floor, at):
            return True
        return phrase.endswith(_THAN) and self._amount_before.match(text, 0, at) is not None

    def _beside(self, text: str, start: int, floor: int, kind: str | None) -> Limit | None:
        """Return what words some way before say, and those of a first stretch of time."""
        if kind in _OF_TIME and (first := self._first.match(text, floor, start)):
            return "at_most", first.span("phrase")
        spread = self._spread_pattern.match(text, floor, start)
        if spread is None and kind not in _NAMED_BY_LIMIT:
            spread = self._label.match(text, floor, start)  # max. working pressure 10 bar
        if spread is None:
            return None
        return self._spread[spread["phrase"].casefold()], spread.span("phrase")

    def modifier_after(self, text: str, end: int) -> Limit | None:
        """Return what the words after a figure say (`or more`, `and beyond`)."""
        match = self._after_pattern.match(text, end)
        if match is None:
            return None
        one_word = " " not in match["phrase"]
        if one_word and self._article.match(text, match.end()):
            return None  # 4 per cent plus a bonus
        return self._after[match["phrase"].casefold()], match.span("phrase")

    def rate(self, text: str, at: int) -> Rate | None:
        """Return what follows a rate (`per person per month`, `/kg`, `a day`)."""
        bases: list[str] = []
        first, end = at, at
        for _ in range(_MOST_PER):
            match = self._per.match(text, end)
            if match is None:
                break
            kind = str(match.lastgroup)
            base = match[kind].strip(" ,.")
            end = match.start(kind) + len(base)
            first = first if bases else match.start() + (match[0][:1] == " ")
            bases.append(self._adverbs.get(base.casefold(), base))
        return Rate("/".join(bases), (first, end)) if bases else None

    def rate_of(self, text: str, at: int) -> Rate | None:
        """Return the rate behind what so much is of: `30 tonnes of solid waste a day`.

        Between the two stands nothing else: in `15 kg of rice for a month` there is no rate.
        """
        of = self._of_stuff.match(text, at)
        place = of.end() if of else at
        for _ in range(_MOST_STUFF if of else 0):
            word = _STUFF.match(text, place)
            if word is None or word[0].casefold() in self._no_stuff:
                break
            if rate := self.rate(text, word.end()):
                return None if self._is_time(text, word, rate) else rate
            place = word.end() + 1
            if text[word.end() : place] != " ":
                break
        return None

    def _is_time(self, text: str, stuff: "regex.Match[str]", rate: Rate) -> bool:
        """Say whether an article tells when or how long: `lasted a day`, `a day after the raid`."""
        if not self._article.match(text, rate.span[0] - 1):
            return False
        done = _DONE.search(stuff[0].casefold())
        return bool(done or self._told_from.match(text, rate.span[1]))

    def price(self, text: str, at: int) -> Rate | None:
        """Return what so much is paid for, by its article, where no more follows: `4 € le kilo`."""
        match = self._sold_by.match(text, at)
        return Rate(match["base"], (match.start() + 1, match.end())) if match else None


def _rates(pack: Pack) -> LazyPattern:
    """Return the pattern of what a rate is per: `/kg`, `par ménage`, `a day`."""
    per = pack.section("per")
    bases, always = any_of(per.words("bases")), any_of(per.words("always"))
    joins = any_of(per.words("joins"))
    others, rounds = any_of(per.words("words")), any_of(per.words("round"))
    magnitudes = any_of(pack.numbers("magnitudes"))
    # In `am Tag der Wahl`, `im Jahr 2031`, `im Monat Mai` an article makes one time of it.
    one = per.words("defined")
    months = any_of(pack.section("date.months").inverted())
    named = rf"\ (?: {months} (?!\p{{L}}) | (?: \p{{L}}{{2,4}}\  )?+ [0-9] )"
    once = rf"(?: (?: \  | (?=,) ) {any_of(one)} (?!\p{{L}}) | {named} )" if one else "(?!)"
    apart, last = any_of(per.words("apart")), any_of(per.words("apart_last"))
    number = r"""(?! (?:19|20)[0-9]{2} (?![0-9]) ) [0-9][0-9,.\ ]{0,12}+
        (?: \p{L}[\p{L}-]{1,24}+ (?: \ \p{L}[\p{L}-]{2,24}s\b )?+ )?+"""
    word = r"\p{L}[\p{L}²³2-]{0,24}+"
    # `par rapport`, `por la violencia` tell how, why or by whom, not for each of what.
    ends, means = any_of(per.words("no_base_ends")), any_of(per.words("no_bases"))
    counted = rf"""(?: {any_of(per.words("counted"))} (?![\p{{L}}²³0-9])
        | (?! (?: {means} | \p{{L}}*? {ends} ) (?!\p{{L}}) ) {word} )"""
    return LazyPattern(
        rf"""(?: \ ?+ / \ ?+ (?P<base> {number} | {word} )
            | \ (?: {joins} \  )?+ (?: {always} ) \  (?P<base> {number} | {counted} )
          ) (?![\p{{L}}0-9'’])
        | \ (?: {rounds} ) \ (?P<round>
            (?: 10{{0,2}} (?: [,.\ ]?000 ){{1,2}} | 100 | 10{{0,3}}\ (?: {magnitudes} ) )
            (?: \ (?! (?: {rounds} )\  ) \p{{L}}[\p{{L}}'-]{{1,24}}+ ){{1,2}}? )
          (?![\p{{L}}0-9]) (?: (?<=s) | (?! \ \p{{L}}+s\b ) )
        | \ (?: {others} ) \ (?P<timed> {bases} )
          (?![\p{{L}}-]) (?! \ {apart} (?!\p{{L}}) | \ {last} (?: [.,;:)] | \Z ) | {once} )""",
        regex.X | regex.I,
    )


def _labelling(pack: Pack, limits: Iterable[str]) -> LazyPattern:
    """Return the pattern of a label that tells a limit: `Max. working pressure 10 bar`.

    Whole words do so of what is technical only, and no label of what is observed does, as
    `Maximum temperature 38 °C`, but for one that is permitted: `Max. operating temperature`.
    """
    words = pack.section("modifiers")
    technical, permitted = any_of(words.words("technical")), any_of(words.words("permitted"))
    observed = any_of(words.words("observed"))
    other = any_of((*pack.section("noun").words("stops"), *words.words("observed")))
    short = any_of(phrase for phrase in limits if phrase in words.folded("short"))
    word = r"[\p{L}/-]{2,20}+"
    return LazyPattern(
        rf"""(?r) (?: \A | [.;:,(•–] \ ?+ ) (?:
            (?P<phrase> {short} ) (?: \ (?! {other} [:\ ] ) {word} ){{1,3}}?
          | (?P<phrase> {any_of(limits)} ) (?: \ {permitted} ){{1,2}} (?: \ {word} )?
              \ (?: {technical} | {observed} )
          | (?P<phrase> {any_of(limits)} ) \ {technical}
        ) :? \ """,
        regex.X | regex.I,
    )


def _classes(pack: Pack, path: str) -> dict[str, Modifier]:
    found: dict[str, Modifier] = {}
    for phrase, kind in pack.section(path).inverted().items():
        match kind:
            case "at_least" | "at_most" | "approx":
                found[phrase.casefold()] = kind
            case _:
                raise ValueError(f"{kind!r} in [{path}] is no modifier")
    return found
