"""Symbol fonts: their glyphs have codes of private use, and known meanings."""

from dataclasses import replace

import numpy as np
import regex

from extractor.readers.pdf.chars import Chars

PRIVATE = range(0xF020, 0xF100)  # where a symbol font's own codes are put: 0xF000 and the code
CODE = 0xFF

_FAMILY = regex.compile(
    r"(?P<second> wingdings [\s\-_]? 2 ) | (?P<first> wingdings (?! [\s\-_]? 3 ) )"
    r"| (?P<web> webdings ) | (?P<greek> symbol )",
    regex.X | regex.I,
)
# A code of the font in hexadecimal digits, and what it shows.
_TABLES = {
    "first": """
        6C● 6E■ 6F□ 71❑ 73⬧ 75◆ 76❖ 77◆ 9E· 9F• A1○ A7▪ A8□ D8➢ DF← E0→ E1↑ E2↓ F0⇨ FB✘ FC✔ FD☒ FE☑
    """,
    "second": "4F✘ 50✔ 51☒ 52☑ 53☒ 97● A3□",
    "web": "3D■ 61✔ 63□ 67■ 6E● 72✘",
    "greek": """
        2D− A3≤ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ AC← AD↑ AE→ AF↓ D7⋅
        44Δ 53Σ 61α 62β 64δ 67γ 6Dμ 70π 73σ
        300 311 322 333 344 355 366 377 388 399 25% 28( 29) 2B+ 2C, 2E. 2F/ 3A: 3B; 3C< 3D= 3E>
    """,
}
_MEANINGS = {
    family: {int(entry[:2], 16): entry[2] for entry in table.split()}
    for family, table in _TABLES.items()
}


def with_symbols(chars: Chars) -> Chars:
    """Return the characters, those of known symbol fonts by what they show."""
    private = np.flatnonzero((chars.codes >= PRIVATE.start) & (chars.codes < PRIVATE.stop))
    if not len(private):
        return chars
    codes = chars.codes.copy()
    fonts = [chars.styles[number].font for number in chars.style[private].tolist()]
    for i, font in zip(private.tolist(), fonts, strict=True):
        codes[i] = ord(_shown(chr(codes[i]), font))
    return replace(chars, codes=codes)


def _shown(character: str, font: str) -> str:
    r"""Return what a glyph of a font shows; its own code where that is not known.

    >>> _shown("\uf0fc", "Wingdings-Regular")
    '✔'
    """
    family = _FAMILY.search(font)
    meanings = _MEANINGS[family.lastgroup or ""] if family else {}
    return meanings.get(ord(character) & CODE, character)
