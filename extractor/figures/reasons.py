"""Why digits are no figure: codes, references, ordinals, list numbers."""

import regex

from extractor.figures import clocks
from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack, Words
from extractor.figures.marked import ordinals_with_degree, ordinals_with_stop
from extractor.figures.named_numbers import NamedNumbers
from extractor.figures.phrases import LazyPattern, any_of, before, longest_first
from extractor.figures.term import Term
from schemas.extraction import LedgerStatus

_HEADING_NUMBER = regex.compile(
    r"""
    \W{0,4}+ (?: \p{Lu} | \p{Arabic} ) [\p{L}\p{M}’'-]*+
    (?: \ [\p{L}\p{M}’'-]++ ){0,3}?
    \ (?P<number> [0-9]{1,2} (?: \.[0-9]{1,2} ){0,3}+ \p{Ll}?+ ) (?= \ ?: (?: \ | $ ) )
    """,
    regex.X,
)
"""What a block opens with where its words and number only head what their colon opens."""
_ORDINAL = regex.compile(
    r"""
    [0-9]{1,4} (?: st | nd | rd | th | er | ère | ème | \.?[ºª] (?! \ ?[CF] (?!\p{L}) )
      | -(?: [йяем] | [ое]?го | о?му | ий | ій | ої | ою | ша | те | ті | ая | ое | ые ) )
    (?! [\p{L}0-9] )
    """,
    regex.X | regex.I,
)
_CHUNK = regex.compile(r"(?r) [\p{L}\p{M}0-9._/&#-]{1,40}", regex.X)
_NAMED = regex.compile(
    r"(?: \p{Lu}\p{L}{2,20} | \p{L}{4,20} ) [-–] \ ? [0-9]{1,2} (?![\p{L}0-9.,]*[\p{L}0-9])",
    regex.X,
)
_CODED = regex.compile(
    r"[\p{L}\p{M}0-9]++ (?: (?: [._/&#-]++ | ,(?=[0-9]) ) [\p{L}0-9]++ ){0,12}+", regex.X
)
_UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
)
"""Scripts that part no words: a letter may begin the next one."""
_NUMBER_SIGNS = ("No.", "Nos.", "Nr.", "N°", "Nº", "N.º", "n°", "nº", "n.º", "№")
_NUMBER_WORDS = frozenset(("no", "núm.", "رقم"))  # references of some languages that say no more
_PREFIXED_YEAR = regex.compile(r"(?r) (?<![\p{L}]) \p{Ll}{2,6} [-‑]", regex.X)
_SERIAL = regex.compile(
    r"(?: [0-9]{1,8} - ){0,3} 0 [0-9]{1,12} (?! [0-9\p{L}%] | [.,:/-][0-9] )", regex.X
)
_DOTTED = regex.compile(r"[0-9]++ (?: [./-] [0-9]++ ){1,12}+", regex.X)
_COORDINATE = regex.compile(
    r"""
    [0-9]{1,3} (?: \.[0-9]{1,8} )?+ \ ?° \ ?
    (?: [0-9]{1,2} (?: \.[0-9]{1,6} )?+ \ ?['′’] \ ?
        (?: [0-9]{1,2} (?: \.[0-9]{1,6} )?+ \ ?["″”] \ ? )?+ )?+
    (?: [NSEWO] | north | south | east | west ) (?! [\p{L}0-9] )
    """,
    regex.X,
)
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_YEARS = regex.compile(r"(?:19|20)[0-9]{2}[/–-](?:(?:19|20)[0-9]{2}|[0-9]{2})")
_YEAR_BEHIND = regex.compile(
    r"\ (?:\((?:19|20)[0-9]{2}\)|(?:لسنة|لعام)\ (?:19|20)[0-9]{2})"
)  # of a document: No. 24 (1999)
_SMALL = regex.compile(r"[0-9]{1,3}(?![0-9])")
_ROUND_BASE = regex.compile(r"1(?:0{2,6}|0{0,2}(?:[,.\ ]000){1,2})(?![0-9]|[.,][0-9]|\ ?%)")
_PLURAL = regex.compile(r"\ \p{Ll}{3,20}s(?!\p{L})")
_LONGEST_CODE = 40  # characters; what is longer is no code that a person would write

_Rule = tuple["LazyPattern | regex.Pattern[str]", LedgerStatus]


class Reasons:
    """Explains digits of one language."""

    def __init__(self, pack: Pack) -> None:
        references, names = pack.section("references"), pack.section("names")
        gap = r"\ ?+ (?: \( \p{Lu}{2,5} \) \ )?+ (?: (?<!\p{L}) (?:No|Nr|n) (?: [.°º]\ ? | \  ) )?+"
        bracketed = gap + r"(?: \( \ ?+ )?+ (?: (?<!\p{L}) (?-i:[A-Z])\.\ ? )?"
        carried = gap + r"(?P<carrier> (?<!\p{L}) (?-i:[A-Z]{2})\  )?"
        self._flight = before(references.words("flights"), gap=carried)
        self._model = before(_capitalised(references.words("models")), gap=r"\ ", cased=True)
        self._strict = before(references.words("words"), gap=bracketed)
        words = (word for word in references.words("words") if word in _NUMBER_WORDS)
        self._signed = before((*_NUMBER_SIGNS, *words), gap=r"\ ?", cased=True)
        codes, measured = references.words("codes"), references.folded("measured")
        self._codes = before(_capitalised(codes), gap=r"\ ", cased=True)
        self._several = before(_capitalised(references.words("several")), gap=r"\ ", cased=True)
        heads = (word for word in codes if not word.endswith("s") and word not in measured)
        self._heading = before(heads)
        self._named_numbers: list[_Rule] = [
            (self._strict, "reference"),
            (self._flight, "reference"),
            (self._model, "code"),
            (self._signed, "reference"),
            (before(_capitalised(references.words("soft")), gap=gap, cased=True), "reference"),
            (_aside(references.words("soft"), references.words("pointing")), "reference"),
            (self._codes, "code"),
            (self._several, "code"),
            (before(references.words("lower_codes"), gap=r"\ "), "code"),
        ]
        self._per = before(pack.section("per").words("surely"), gap=r"\ ")
        cited, to = references.words("bracketed"), pack.section("range").words("to")
        self._bracketed = LazyPattern(
            rf"""(?r) (?<!\p{{L}}) {any_of(cited)} (?: \ [\p{{L}}\p{{M}}]{{2,20}} ){{0,3}}
            (?: \ \( [0-9]{{1,3}} \ ?\) \ {any_of(to)} )?+ \ \( \ ?""",
            regex.X,
        )
        self._plurals = references.folded("plurals")
        self._fixed = LazyPattern(
            r"\L<fixed>(?![\p{L}0-9])", fixed=longest_first(names.words("fixed"))
        )
        self._numbers = NamedNumbers(pack)
        self._lasting = before(references.words("lasting"))
        self._till = LazyPattern(rf"\ (?:{any_of(to)})\ [0-9]", regex.I)
        self._clock_time = clocks.told_before(pack)
        self._whole_forms: list[_Rule] = [
            (clocks.told_behind(pack), "reference"),
            (self._fixed, "name"),
            (_SERIAL, "code"),
            (_ORDINAL, "ordinal"),
            (ordinals_with_stop(pack), "ordinal"),
            (ordinals_with_degree(pack), "ordinal"),
            (clocks.WRITTEN, "reference"),
            (_COORDINATE, "code"),
            (_manner(references.words("manners")), "name"),
        ]

    def heading_number(self, text: str, at: int) -> Found | None:
        """Return the number that words at the start of a block give what follows their colon.

        `Key result 1.2: 340 boats`; only the noun of a numbered part has such a number, no other
        that may be counted or measured: `Boats 12: of which 3 new`, `Inflation 8.1: down again`.
        """
        match = _HEADING_NUMBER.match(text)
        if match is None or match.start("number") != at or not self._heading.match(text, 0, at):
            return None
        return explained(text, at, match.end("number"), "code")

    def glued(self, text: str, at: int, floor: int) -> Found | None:
        """Return the code or name that digits are the tail of (`SO1`, `A/79/797`, `COVID-19`)."""
        chunk = _CHUNK.match(text, floor, at)
        if chunk is None or not any(c.isalpha() for c in chunk[0]):
            return None
        start = chunk.start()
        if named := self._fixed.match(text, start) or _NAMED.match(text, start):
            return explained(text, at, named.end(), "name")
        code = _CODED.match(text, start)
        if code is None or code.end() <= at or _PREFIXED_YEAR.match(text, floor, at):
            return None
        return _coded(text, at, code)

    def base_of_rate(self, text: str, at: int, floor: int) -> Found | None:
        """Return the round number that a rate is counted on: `deaths per 100,000 people`."""
        base = _ROUND_BASE.match(text, at)
        per = self._per.match(text, floor, at) if base else None
        return explained(text, at, base.end(), "reference") if base and per else None

    def referred(self, text: str, at: int, floor: int, term: Term | None) -> Found | None:
        """Return the reference or code that the word before the digits makes of them.

        `term` is what else they may be.
        """
        for pattern, status in self._named_numbers:
            word = pattern.match(text, floor, at)
            if word is None:
                continue
            phrase = word["phrase"].casefold()
            plural = phrase.rstrip(".").endswith("s") or phrase in self._plurals
            match = self._numbers.match(text, at, several=plural)
            if match is None or _YEAR.fullmatch(match[0]) or _left_open(text, at, match.end()):
                continue
            if self._is_amount(pattern, text, match, term):
                continue
            if pattern in (self._flight, self._model) and _counts(text, word, match, term):
                continue
            strict = pattern in (self._strict, self._signed, self._flight)
            if not strict and _YEARS.fullmatch(match[0]):  # Target 2031/32
                continue
            if strict or _SMALL.match(match[0]) or "/" in match[0]:
                signed = self._signed.match(text, floor, at)
                year = _YEAR_BEHIND.match(text, match.end()) if signed else None
                end = year.end() if year else self._numbers.end(text, match)
                return explained(text, at, end, status)
        return None

    def _is_amount(
        self, pattern: object, text: str, match: "regex.Match[str]", term: Term | None
    ) -> bool:
        """Say whether what looks like a code is an amount: `Target 12 months`, `Tasks 15 done`."""
        if pattern is self._several:
            return match[0].isdigit()
        if pattern is not self._codes or term is None or term.kind != "duration":
            return False
        numbered = text[term.end : term.end + 2].lstrip(" ")[:1].isdigit()  # Stage 2 month 3
        return term.number.value != 1 and not numbered

    def bracketed(self, text: str, at: int, end: int) -> Found | None:
        """Return the number in brackets behind the name of a standard, note or act."""
        closed = text[end : end + 2].lstrip(" ").startswith(")")
        if not (closed and self._bracketed.match(text, 0, at)):
            return None
        return explained(text, at, end, "reference")

    def clock_time(self, text: str, at: int) -> Found | None:
        """Return the time of the day at a place that the word before it tells: `alle 18.30`."""
        match = self._clock_time.match(text, at)
        return explained(text, at, match.end(), "reference") if match else None

    def before_amount(self, text: str, at: int) -> Found | None:
        """Return the fixed name, serial number, ordinal or clock time that begins at a place."""
        for pattern, status in self._whole_forms:
            match = pattern.match(text, at)
            if match and not self._lasts(text, at, match):
                return explained(text, at, match.end(), status)
        return None

    def _lasts(self, text: str, at: int, match: "regex.Match[str]") -> bool:
        """Say whether hours and minutes measure a stretch: `une durée de 2 h 30`."""
        measured = " h " in match[0] and self._lasting.match(text, 0, at)
        return bool(measured) and not self._till.match(text, match.end())

    def instead(self, text: str, at: int) -> Found | None:
        """Return the code that unreadable digits are part of (`1a.1`, `2.1.3`)."""
        if (match := _DOTTED.match(text, at)) and not text[match.end() : match.end() + 1].isalpha():
            return explained(text, at, match.end(), "code")
        match = _CODED.match(text, at)
        if match and any(c.isalpha() for c in match[0]) and len(match[0]) < _LONGEST_CODE:
            return _coded(text, at, match)
        return None


def _coded(text: str, at: int, code: "regex.Match[str]") -> Found:
    """Return a code; beside letters of a script without blanks digits are of a word unread.

    They stay unexplained: `120万` may be 1.2 million.
    """
    if _UNSPACED.search(code[0]):
        return Found(code.end())
    return explained(text, at, code.end(), "code")


def _aside(words: Words, pointing: Words) -> LazyPattern:
    """Return the pattern of words that open a bracket or are pointed to: `(note 2)`."""
    return LazyPattern(
        rf"""(?r) (?: [(\[] | (?<!\p{{L}}) {any_of(pointing)} \  )
        (?P<phrase> {any_of(words)} ) \ """,
        regex.X | regex.I,
    )


def _manner(words: Words) -> LazyPattern:
    """Return the pattern of a number that tells how something is done: `2-stage`."""
    return LazyPattern(rf"[0-9]{{1,2}}-{any_of(words)}(?![\p{{L}}0-9])", regex.I)


def _left_open(text: str, start: int, end: int) -> bool:
    """Say whether a bracket that opens before a number says more: `round (1 May 2031)`."""
    opens = text[max(0, start - 2) : start].rstrip(" ").endswith("(")
    return opens and not text[end : end + 2].lstrip(" ").startswith((")", ",", ";"))


def _counts(
    text: str,
    word: "regex.Match[str]",
    number: "regex.Match[str]",
    term: Term | None,
) -> bool:
    """Say whether a number counts or measures: `flights 45`, `runway 800 m`, `HDMI 30 pieces`.

    Several flights have numbers only behind their carrier: `flights XY 12 and 14`.
    """
    if term and (term.kind or term.number.end > number.end()):
        return True
    if "carrier" not in word.groupdict():
        return len(number[0]) > 1 and _PLURAL.match(text, number.end()) is not None
    return word["carrier"] is None and word["phrase"].casefold().endswith("s")


def _capitalised(words: Words) -> list[str]:
    return [
        spelling for word in words for spelling in (word.capitalize(), word.upper(), word.title())
    ]
