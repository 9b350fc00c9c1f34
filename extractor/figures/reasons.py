"""Why digits are no figure: codes, references, ordinals, ages, list numbers, years in names."""

import regex

from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack, Section, Words
from extractor.figures.phrases import after, any_of, before, longest_first

_ATOM = r"[0-9]{1,5}+ (?: [./-] [0-9]{1,5}+ ){0,4}+ [a-z]? (?: \( [0-9a-z]{1,4} \) ){0,3}+ (?: / \p{Lu}{2,5} )?+ (?! [\p{L}0-9%] )"
_LIST_NUMBER = regex.compile(
    r"\s*+ (?: [0-9]{1,3} (?: \.[0-9]{1,3} ){0,4}+ [.)] (?=\s) | \( [0-9]{1,2} \) (?=\s) | [0-9]{1,2} (?: \.[0-9]{1,2} ){1,4}+ (?=\ \p{Lu}) )",
    regex.X,
)
_INLINE_NUMBER = regex.compile(r"\( ([0-9]{1,2}) \) (?= \ \p{L} )", regex.X)
_ORDINAL = regex.compile(r"[0-9]{1,4}(?:st|nd|rd|th|er|ère|ème|º|ª|\.º|\.ª)(?![\p{L}0-9])", regex.I)
_CHUNK = regex.compile(r"(?r) [\p{L}\p{M}0-9._/&#-]{1,40}", regex.X)
_NAMED = regex.compile(
    r"(?: \p{Lu}\p{L}{2,20} | \p{L}{4,20} ) [-–] \ ? [0-9]{1,2} (?![\p{L}0-9.,]*[\p{L}0-9])",
    regex.X,
)
_CODED = regex.compile(
    r"[\p{L}\p{M}0-9]++ (?: (?: [._/&#-]++ | ,(?=[0-9]) ) [\p{L}0-9]++ ){0,12}+", regex.X
)
_PREFIXED_YEAR = regex.compile(r"(?r) (?<![\p{L}]) \p{Ll}{2,6} [-‑]", regex.X)
_SERIAL = regex.compile(
    r"(?: [0-9]{1,8} - ){0,3} 0 [0-9]{1,12} (?! [0-9\p{L}%] | [.,:/-][0-9] )", regex.X
)
_DOTTED = regex.compile(r"[0-9]++ (?: [./-] [0-9]++ ){1,12}+", regex.X)
_CLOCK = regex.compile(
    r"[0-2]?[0-9] (?: [:hH.] [0-5][0-9] )? (?: \ ? [ap]\.?m\.? | \ ?hrs | (?<=:[0-9]{2}) | (?<=[hH][0-9]{2}) ) (?![\p{L}0-9:])",
    regex.X,
)
_CREDITED_YEAR = regex.compile(r"(?:19|20)[0-9]{2} \ ? / \ ? \p{Lu}", regex.X)
_BRACKETED = regex.compile(r"\([0-9]{1,5}\)")
_NEAR = 150  # characters around; a second number in brackets there makes a list of counts
_NAME_LINK = r"(?: of | the | and | for | on | to | & | de | la | les | du | des | del | y | et | para | sobre )"


class Reasons:
    """Explains digits of one language."""

    def __init__(self, pack: Pack) -> None:
        references, names = pack.section("references"), pack.section("names")
        gap = r"\ ?+ (?: \( \p{Lu}{2,5} \) \ )?+ (?: (?<!\p{L}) (?:No|Nr|n) (?: [.°º]\ ? | \  ) )?+"
        self._strict = before(references.words("words"), gap=gap)
        self._soft = before(_capitalised(references.words("soft")), gap=gap, cased=True)
        self._code = before(_capitalised(references.words("codes")), gap=r"\ ", cased=True)
        self._lower_code = before(references.words("lower_codes"), gap=r"\ ")
        links = any_of(references.words("lists"))
        self._atom = regex.compile(_ATOM, regex.X)
        self._atoms = regex.compile(
            rf"{_ATOM} (?: (?: \ ?[,–&-]\ ? | ,?\ (?: {links} )\  ) {_ATOM} ){{0,20}}+", regex.X
        )
        self._range = regex.compile(rf"{_ATOM} (?: \ ?[–-]\ ? {_ATOM} )?+", regex.X)
        documents = longest_first(
            [*names.words("documents"), *(w.upper() for w in names.words("documents"))]
        )
        run = rf"(?: (?: \p{{Lu}}[\p{{L}}\p{{M}}'’&-]{{0,30}} | {_NAME_LINK} | [-–:] | \(\p{{Lu}}{{2,8}}\) ) \  ){{1,14}}"
        self._name_before = regex.compile(rf"(?r) (?<![\p{{L}}-]) (?P<run> {run} )", regex.X)
        self._name_after = regex.compile(
            rf"\ (?P<run> (?: (?: \p{{Lu}}[\p{{L}}\p{{M}}'’&-]*+ | {_NAME_LINK} | [-–] ) (?: \ | (?=\P{{L}}) | \Z ) ){{1,12}}+ )",
            regex.X,
        )
        self._document = regex.compile(r"(?<!\p{L})\L<documents>(?!\p{L})", documents=documents)
        self._last_capital = regex.compile(
            r"(?r) (?: (?<![\p{L}'-]) \p{Lu}[\p{L}\p{M}'-]{0,30} | \) ) \ ", regex.X
        )
        self._fixed = regex.compile(
            r"\L<fixed>(?![\p{L}0-9])", fixed=longest_first(names.words("fixed"))
        )

    def list_number(self, text: str, at: int) -> Found | None:
        """Return the number that a block begins with (`1.`, `2.1` before a title)."""
        match = _LIST_NUMBER.match(text)
        if match is None or at >= match.end():
            return None
        return explained(text, at, match.end(), "list_number")

    def glued(self, text: str, at: int, floor: int) -> Found | None:
        """Return the code or name that digits are the tail of (`SO1`, `A/79/797`, `COVID-19`)."""
        chunk = _CHUNK.match(text, floor, at)
        if chunk is None or not any(c.isalpha() for c in chunk[0]):
            return None
        start = chunk.start()
        if fixed := self._fixed.match(text, start):
            return explained(text, at, fixed.end(), "name")
        if named := _NAMED.match(text, start):
            return explained(text, at, named.end(), "name")
        code = _CODED.match(text, start)
        if code is None or code.end() <= at or _PREFIXED_YEAR.match(text, floor, at):
            return None
        return explained(text, at, code.end(), "code")

    def referred(self, text: str, at: int, floor: int) -> Found | None:
        """Return the reference or code that the word before the digits makes of them."""
        for pattern, status in (
            (self._strict, "reference"),
            (self._soft, "reference"),
            (self._code, "code"),
            (self._lower_code, "code"),
        ):
            word = pattern.match(text, floor, at)
            if word is None:
                continue
            plural = word["phrase"].casefold().endswith("s")
            match = (self._atoms if plural else self._range).match(text, at)
            if match is None or (pattern is not self._strict and not _is_small(match[0])):
                continue
            if _is_year(match[0]):
                continue
            return explained(text, at, match.end(), "code" if status == "code" else "reference")
        return None

    def before_amount(self, text: str, at: int) -> Found | None:
        """Return ordinals, clock times, fixed names and inline list numbers that begin at a place."""
        if match := self._fixed.match(text, at):
            return explained(text, at, match.end(), "name")
        if match := _SERIAL.match(text, at):
            return explained(text, at, match.end(), "code")
        if match := _ORDINAL.match(text, at):
            return explained(text, at, match.end(), "ordinal")
        if (match := _CLOCK.match(text, at)) and not match[0].isdigit():
            return explained(text, at, match.end(), "reference")
        return None

    def instead(self, text: str, at: int) -> Found | None:
        """Return the code that unreadable digits are part of (`1a.1`, `2.1.3`)."""
        if (match := _DOTTED.match(text, at)) and not text[match.end() : match.end() + 1].isalpha():
            return explained(text, at, match.end(), "code")
        match = _CODED.match(text, at)
        if match and any(c.isalpha() for c in match[0]) and len(match[0]) < 40:
            return explained(text, at, match.end(), "code")
        return None

    def named_year(self, text: str, start: int, end: int, floor: int) -> Found | None:
        """Return a year that belongs to a document's name (`Global Appeal 2024`) or to a credit."""
        if _CREDITED_YEAR.match(text, start):
            return explained(text, start, end, "credit")
        run = self._name_before.match(text, floor, start)
        if run and self._last_capital.match(text, floor, start) and self._is_name(run["run"]):
            return explained(text, start, end, "name")
        run = self._name_after.match(text, end)
        if run and self._is_name(run["run"]):
            return explained(text, start, end, "name")
        return None

    def _is_name(self, run: str) -> bool:
        return self._document.search(run) is not None


class Ages:
    """Tells ages from counts and stretches of time in one language."""

    def __init__(self, pack: Pack) -> None:
        age: Section = pack.section("age")
        self._before = before(age.words("before"), gap=r"[\ -]")
        self._under = before(age.words("limits"), gap=r"[\ -]")
        self._alone = regex.compile(
            r"(?:\L<alone>)s?(?!\p{L}|[0-9]|[.,][0-9]|-\p{L})",
            regex.I,
            alone=longest_first(age.words("alone")),
        )
        self._after = after(age.words("after"), gap=r"[\ -]?")
        self._units = after(age.words("units"), gap=r"[\ -]?")
        self._family = regex.compile(
            r"(?<!\p{L})\L<family>(?!\p{L})", regex.I, family=longest_first(age.words("family"))
        )
        self._older = after(age.words("older"), gap=r"\ ")
        self._groups = before(
            [*age.words("groups"), *(f"{w}," for w in age.words("groups"))],
            gap=rf"\ (?:{any_of(age.words('links'))}\ )?",
        )
        number = r"[0-9]{1,3}+"
        to = any_of([*pack.section("range").words("to"), "and", "et", "y", "a", "à"])
        self._digits = regex.compile(
            rf"{number} (?: (?: \ ?[-–]\ ? | \ (?:{to})\  ) {number} | \+ )?+ (?! [0-9] | [.,][0-9] | \ ?% )",
            regex.X,
        )
        self._named = regex.compile(
            r"(?r) (?<! \b(?:in|at|of|from|to|en|de|à)\ ) (?<!\p{L}) \p{Lu}\p{Ll}{1,20} (?: ,\ | \ \( )",
            regex.X,
        )
        self._behind_name = regex.compile(
            r"[1-9][0-9]? (?: (?<=,\ [0-9]{1,2}) , | \) (?= ,? \ \p{Ll} | [’'] s | [.,] ) )",
            regex.X,
        )

    def digits(self, text: str, at: int, floor: int) -> Found | None:
        """Return the age in digits at a place."""
        match = self._digits.match(text, at)
        if match is None:
            return None
        end = match.end()
        if follows := self._after.match(text, end):
            return explained(text, at, follows.end(), "age")
        units = self._units.match(text, end)
        if self._before.match(text, floor, at):
            return explained(text, at, units.end() if units else end, "age")
        if self._limited(text, at, floor, end):
            return explained(text, at, units.end() if units else end, "age")
        if units and (self._groups.match(text, floor, at) or self._older.match(text, units.end())):
            return explained(text, at, units.end(), "age")
        if self._named.match(text, floor, at) and self._of_person(text, at):
            named = self._behind_name.match(text, at)
            return explained(text, at, named.end(), "age") if named else None
        return None

    def _of_person(self, text: str, at: int) -> bool:
        """Say whether a number beside a name stands alone, or near words of kinship: no list of counts."""
        if self._family.search(text, max(0, at - _NEAR // 2), at):
            return True
        return len(_BRACKETED.findall(text, max(0, at - _NEAR), at + _NEAR)) < 2

    def words(self, text: str, start: int, end: int, floor: int) -> Found | None:
        """Return the spelled age of which the number stands at `start` to `end`: no figure."""
        if follows := self._after.match(text, end):
            return Found(follows.end())
        units = self._units.match(text, end)
        if self._before.match(text, floor, start) or self._limited(text, start, floor, end):
            return Found(units.end() if units else end)
        if units and self._groups.match(text, floor, start):
            return Found(units.end())
        return None

    def _limited(self, text: str, at: int, floor: int, end: int) -> bool:
        """Say whether a group is bounded by age: `children under five`, `under 5 mortality`."""
        under = self._under.match(text, floor, at)
        if under is None:
            return False
        if self._groups.match(text, floor, under.start()):
            return (
                text[end : end + 1] in ""
                or text[end] not in "0123456789"
                and not self._counts_on(text, end)
            )
        return self._alone.match(text, under.start()) is not None and not self._counts_on(text, end)

    def _counts_on(self, text: str, end: int) -> bool:
        """Say whether a magnitude or a share follows, which no age has."""
        return (
            regex.match(
                r"\ ?(?:%|per\ ?cent|hundred|thousand|million|billion)", text[end : end + 12]
            )
            is not None
        )


def _capitalised(words: Words) -> list[str]:
    return [
        spelling for word in words for spelling in (word.capitalize(), word.upper(), word.title())
    ]


def _is_small(printed: str) -> bool:
    return regex.match(r"[0-9]{1,3}(?![0-9])", printed) is not None or "/" in printed


def _is_year(printed: str) -> bool:
    return regex.fullmatch(r"(?:19|20)[0-9]{2}", printed) is not None
