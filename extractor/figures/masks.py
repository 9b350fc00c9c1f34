"""Stretches of a text without figures: addresses, credits, telephone numbers, licences."""

from dataclasses import dataclass

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of
from schemas.extraction import LedgerStatus

_URL = regex.compile(
    r"""
      (?: https?:// | www\. ) \S++
    | (?<! [\p{L}0-9.+_-] ) [\p{L}0-9.+_-]{1,64}+ @ [\p{L}0-9.-]{1,255}+
    | (?<! [\p{L}0-9.@_/-] ) (?: [\p{L}0-9_-]{1,63} \. ){1,4}
      (?: org | int | com | net | gov | edu | info | eu | io ) (?![\p{L}0-9]) (?: / \S*+ )?
    """,
    regex.X | regex.I,
)
_YEAR = r"(?: 19 | 20 ) [0-9]{2} (?![0-9])"
_COPYRIGHT = regex.compile(rf"© [^\n©]{{0,80}}? {_YEAR}", regex.X)
_CODE = regex.compile(
    r"\b(?:doi|isbn|issn|iban|swift)\b[:\ ]\ ?[^\s,;]++(?:[-\ ][0-9xX-]++)*+", regex.I
)
_PHONE = regex.compile(
    r"(?<![0-9\p{L}]) \+ [0-9]{1,3} (?: [\ ().-]{1,2} [0-9]{1,5} ){2,6}+ (?![0-9,.]?[0-9])", regex.X
)
# National numbers that begin with a zero, in groups of two digits: 01 98 76 54 32.
_PAIRED_PHONE = regex.compile(
    r"(?<![0-9\p{L},.]) 0[1-9] (?: ([ .-]) [0-9]{2} ) (?: \1 [0-9]{2} ){3}+ (?![0-9,.]?[0-9])",
    regex.X,
)
# Licences and standards are named alike in all languages: CC BY-SA 4.0, GPL v3, ISO 9001:2015.
_LICENCE = regex.compile(
    r"""
    (?<! [\p{L}0-9] ) (?:
        (?: CC0 | CC[ -]BY (?: -(?: SA | NC | ND ) ){0,3}+ | [AL]?GPL | GFDL | MPL | ODbL | EUPL )
        [ -]? v? [0-9] (?: \.[0-9] ){0,2}+
      | (?: Licen[cs]e | Licencia | Lizenz | Attribution (?: -\p{Lu}\p{L}{2,20} ){0,3}+ )
        ,? \ (?: [Vv]ersion \ | v )?+ [0-9] (?: \.[0-9] ){1,2}+
      | (?: (?: EN \  )?+ ISO (?: /(?: IEC | TS | TR ) )?+ | IEC | RFC )
        [ -] [0-9]{3,6}+ (?: -[0-9]{1,3} )?+ (?: : (?:19|20)[0-9]{2} )?+
      | CC0
    ) (?! [\p{L}0-9%] | [.,][0-9] )
    """,
    regex.X,
)

# A standard of accounting; but an agency of that name may have reached so many households.
_STANDARD = r"(?: IFRS | IFRIC | IPSAS | IAS | ISA ) \ [0-9]{1,3}+ (?! [\p{L}0-9%] | [.,][0-9] )"

# The symbol of a document of an international body: S/2023/413, E/CN.6/2023/2, CEDAW/C/CAF/CO/6.
_SYMBOL = regex.compile(
    r"""
    (?<! [A-Za-z0-9/] ) [A-Z]{1,8}+ (?= (?: /[A-Z.]{1,12} ){0,8}+ / [A-Z.]{0,8}+ [0-9] )
    (?: / (?: [A-Z0-9]{1,12}+ (?: [.-][A-Z0-9]{1,8} ){0,3}+ ) ){2,8}+ (?! [\p{L}0-9%/] | [.,][0-9] )
    """,
    regex.X,
)

_DIGIT = regex.compile(r"[0-9]")
_URL_SIGNS = tuple(":// www. @ .org .int .com .net .gov .edu .info .eu .io".split())
_LICENCE_SIGNS = tuple("cc gpl gfdl mpl odbl eupl licen lizenz attribution iso iec rfc".split())
_STANDARD_SIGNS = ("ifr", "ipsas", "ias", "isa")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of mask."""

    pattern: "LazyPattern | regex.Pattern[str]"
    status: LedgerStatus
    signs: tuple[str, ...]
    """In lower case; a text without any of them is not searched, which takes ten times as long."""
    numbered: bool = True
    """Whether each such stretch has a digit in it."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch without figures."""

    start: int
    end: int
    status: LedgerStatus


class Masks:
    """Finds the masks of one language."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("credits")
        labels = any_of(section.words("words"))
        phones = any_of(section.words("phone"))
        credit = LazyPattern(
            rf"(?<!\p{{L}}) (?: {labels} ) \ ?+ [:©/] \ ? [^\n.;]{{0,60}}? {_YEAR}",
            regex.X | regex.I,
        )
        telephone = LazyPattern(
            rf"(?<!\p{{L}}) (?: {phones} ) \.? \ ? :? \ ? [(+]? [0-9] [0-9\ ().+/-]{{4,25}}+",
            regex.X | regex.I,
        )
        counted = any_of((*pack.section("noun").words("people"), *pack.numbers("magnitudes")))
        standard = LazyPattern(
            rf"(?<![\p{{L}}0-9]) {_STANDARD} (?! \ {counted} (?!\p{{L}}) )", regex.X
        )
        self._kinds: tuple[_Kind, ...] = (
            _Kind(_URL, "url", _URL_SIGNS, numbered=False),
            _Kind(_COPYRIGHT, "credit", ("©",)),
            _Kind(credit, "credit", (":", "©", "/")),
            _Kind(_CODE, "code", ("doi", "isbn", "issn", "iban", "swift"), numbered=False),
            _Kind(_LICENCE, "name", _LICENCE_SIGNS),
            _Kind(standard, "name", _STANDARD_SIGNS),
            _Kind(_SYMBOL, "code", ("/",)),
            _Kind(_PHONE, "code", ("+",)),
            _Kind(_PAIRED_PHONE, "code", tuple(f"0{digit}" for digit in range(1, 10))),
            _Kind(telephone, "code", tuple(w.casefold() for w in section.words("phone"))),
        )
        self._signs = [(sign, at) for at, kind in enumerate(self._kinds) for sign in kind.signs]
        self._without_digits = [(s, at) for s, at in self._signs if not self._kinds[at].numbered]

    def find(self, text: str) -> list[Mask]:
        """Return the masks of a text in order, disjoint."""
        folded = text.casefold()
        signs = self._signs if _DIGIT.search(text) else self._without_digits
        signed = {at for sign, at in signs if sign in folded}
        found = [
            Mask(*match.span(), self._kinds[at].status)
            for at in sorted(signed)
            for match in self._kinds[at].pattern.finditer(text)
        ]
        found.sort(key=lambda mask: (mask.start, -mask.end))
        disjoint: list[Mask] = []
        for mask in found:
            if not disjoint or mask.start >= disjoint[-1].end:
                disjoint.append(mask)
        return disjoint
