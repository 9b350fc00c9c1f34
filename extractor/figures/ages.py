"""Ages, told from counts and from time: `aged 6-59 months`, `a 12-year-old`, `Alba (12)`."""

import regex

from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, after, any_of, before, longest_first
from extractor.figures.units.timed import timed, unit_adjectives

_BRACKETED = regex.compile(r"\([0-9]{1,5}\)")
_NEAR = 150  # characters around; a second number in brackets there makes a list of counts
_AGE_DIGITS = 2
_NAMED = regex.compile(
    r"""(?r) (?<! \b (?: in | at | of | from | to | en | de | à ) \  ) (?<! \p{L} )
    \p{Lu}\p{Ll}{1,20} (?: ,\  | \ \( )""",
    regex.X,
)
_LISTED = regex.compile(r"[0-9]{1,2},\ [0-9]")
_BEHIND_NAME = regex.compile(
    r"[1-9][0-9]? (?: (?<= ,\ [0-9]{1,2} ) , | \) (?= ,?\ \p{Ll} | ['’]s | [.,] ) )", regex.X
)


class Ages:
    """Finds ages in one language."""

    def __init__(self, pack: Pack) -> None:
        age = pack.section("age")
        groups = age.words("groups")
        self._before = before(age.words("before"), gap=r"[\ -]")
        self._before_units = before(age.words("before_units"), gap=r"\ ")
        self._before_years = before(age.words("before_years"), gap=r"\ ")
        self._years = after(pack.section("durations").words("1Y"), gap=r"\ ")
        self._of = after(pack.section("number").words("partitives"), gap=r"\ ")
        self._lasts = before(pack.section("references").words("lasting"))
        self._limit = before(age.words("limits"), gap=r"[\ -]")
        self._article = before(age.words("articles"), gap=r"\ ")
        self._alone = LazyPattern(
            r"(?:\L<alone>)s?(?!\p{L}|[0-9]|[.,][0-9]|-\p{L})",
            regex.I,
            alone=longest_first(age.words("alone")),
        )
        self._after = after(age.words("after"), gap=r"[\ -]?")
        self._units = after(age.words("units"), gap=r"[\ -]?")
        self._older = after(age.words("older"), gap=r"\ ")
        self._family = LazyPattern(
            r"(?<!\p{L})\L<family>(?!\p{L})", regex.I, family=longest_first(age.words("family"))
        )
        link = any_of(age.words("links"))
        self._groups = before([*groups, *(f"{w}," for w in groups)], gap=rf"\ (?:{link}\ )?")
        articles = (
            *pack.section("date").words("articles"),
            *pack.section("number").words("articles"),
        )
        self._role = LazyPattern(
            rf"""(?r) (?<! \p{{L}} ) {any_of(articles)} \ (?: \p{{L}}[\p{{L}}-]{{1,20}} \  ){{0,3}}
            {any_of(age.words("roles"))} ,\ """,
            regex.X | regex.I,
        )
        self._measured = _measured(pack)
        self._timed = timed(pack)
        self._aged = LazyPattern(
            rf"""(?: - {any_of(unit_adjectives(pack))} )?+
            (?P<person> \ (?: {any_of(age.words("persons"))} ) \p{{L}}{{0,5}}+ (?!\p{{L}}) )""",
            regex.X | regex.I,
        )
        said = age.words("copulas")
        self._grouped_is = before([f"{group} {is_}" for group in groups for is_ in said])
        counted = [*pack.numbers("magnitudes"), *pack.section("percent").words("words"), "%"]
        self._counted = after(counted)
        to = any_of([*pack.section("range").words("to"), *age.words("joins")])
        # Where nouns come first an age takes the article: "entre os 15 e os 24 anos".
        article = (
            any_of(pack.section("date").words("articles")) if pack.flag("noun_first") else "(?!)"
        )
        self._number = LazyPattern(
            rf"""[0-9]{{1,3}}+ (?:
                (?: ,\ [0-9]{{1,3}}+ (?! [.,]?[0-9] ) ){{0,6}}+
                (?: \ ?[-–]\ ? | [-,]?\ {to}\ (?: {article}\  )?+ )
                [0-9]{{1,3}}+ | \+ )?+
            (?! [0-9] | [.,][0-9] )""",
            regex.X,
        )

    def digits(self, text: str, at: int, floor: int) -> Found | None:
        """Return the age in digits at a place."""
        match = self._number.match(text, at)
        if match is None:
            return None
        end = self._end(text, at, match.end(), floor)
        near = text[match.end() : match.end() + 1]
        aged = self._aged.match(text, match.end()) if near == "-" else None
        end = aged.start("person") if aged else end
        if end is None and (named := _BEHIND_NAME.match(text, at)):
            end = named.end() if self._is_behind_person(text, at, floor) else None
        return explained(text, at, end, "age") if end else None

    def words(self, text: str, start: int, end: int, floor: int) -> Found | None:
        """Return the end of the spelled age whose number stands at `start` to `end`: no figure."""
        if text[start:end].casefold() in self._timed and self._aged.match(text, end):
            return Found(end)
        stop = self._end(text, start, end, floor)
        return Found(stop) if stop else None

    def _end(self, text: str, start: int, end: int, floor: int) -> int | None:
        """Return where the age ends whose number stands at `start` to `end`; None for no age."""
        if follows := self._after.match(text, end):
            return follows.end()
        units = self._units.match(text, end)
        stop = units.end() if units else end
        if self._before.match(text, floor, start) or self._limited(text, start, end, floor):
            return stop
        told = units is not None and (
            self._before_units.match(text, floor, start) or self._in_years(text, start, end, floor)
        )
        if units is None or told:
            return stop if told else None
        hyphened = "-" in text[start:end]  # les 15-24 ans
        grouped = (self._article if hyphened else self._groups).match(text, floor, start)
        return stop if grouped or self._is_told(text, start, stop, floor) else None

    def _in_years(self, text: str, start: int, end: int, floor: int) -> bool:
        """Say whether two ages have their articles: `entre os 15 e os 24 anos`, not `… de prisão`.

        Stretches of time that something takes have them in some languages, too.
        """
        years = self._years.match(text, end)
        if years is None or " " not in text[start:end]:
            return False
        opens = self._before_years.match(text, floor, start)
        if opens is None or self._of.match(text, years.end()):
            return False
        return self._lasts.match(text, floor, opens.start("phrase")) is None

    def _is_told(self, text: str, start: int, stop: int, floor: int) -> bool:
        """Say whether a group before, or words behind, tell an age with its unit."""
        return bool(self._groups.match(text, floor, start) or self._older.match(text, stop))

    def _limited(self, text: str, start: int, end: int, floor: int) -> bool:
        """Say whether a limit of age stands before: `children under five`, `under 5 mortality`."""
        limit = self._limit.match(text, floor, start)
        if limit is None or self._counted.match(text, end):
            return False
        grouped = self._groups.match(text, floor, limit.start())
        if end - start <= _AGE_DIGITS and self._grouped_is.match(text, floor, limit.start()):
            return True
        return bool(grouped or self._alone.match(text, limit.start()))

    def _is_behind_person(self, text: str, at: int, floor: int) -> bool:
        """Say whether a name stands before a place, or what a person is: `the striker, 31,`."""
        if _NAMED.match(text, floor, at):
            return self._of_person(text, at)
        listed = _LISTED.match(text, at) is not None  # the striker, 7, 8 and 9 goals
        role = None if listed else self._role.match(text, floor, at)
        return role is not None and not self._measured.search(text, max(0, at - _NEAR), at)

    def _of_person(self, text: str, at: int) -> bool:
        """Say whether a number beside a name is alone or near words of kinship."""
        if self._family.search(text, max(0, at - _NEAR // 2), at):
            return True
        around = _BRACKETED.finditer(text, max(0, at - _NEAR), at + _NEAR)
        return sum(1 for _ in around) <= 1


def _measured(pack: Pack) -> LazyPattern:
    """Return the pattern of a number of one: `the caseload of a nurse, 12, and of a doctor, `."""
    age = pack.section("age")
    of = rf"\ {any_of(age.words('links'))}\ "
    whose = rf"{of} (?: (?! {of} ) [\p{{L}}\ -] ){{1,40}}+ ,\ "
    return LazyPattern(
        rf"""(?<!\p{{L}}) {any_of(age.words("measured"))}
        (?: {whose} [0-9]{{1,5}}+ ,\ {any_of(age.words("joins"))} )* {whose} \Z""",
        regex.X | regex.I,
    )
