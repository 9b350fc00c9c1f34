"""Marks: small words that stand higher than the line they belong to, and call a note."""

import regex

from extractor.readers.source import Word

# In parts of the type size.
RAISED_FROM, RAISED_TO = 0.12, 0.75  # how far above its word's baseline a mark stands
MARK_REACH = 0.6  # how far from its word
TOUCHING = 0.10  # the same for what does not read as a mark
SMALL = 0.82  # a mark's type, in parts of its word's
LESS, CLEAR_RISE = 0.92, 0.25  # the same for one that stands so high that nothing else is meant

MARK = regex.compile(
    r"""
    [(\[]?
    (?P<label>
        [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} | \d{1,3} (?: (?: [,;–-]\ ? | \]\[ ) \d{1,3} )*+
      | [*∗†‡§¶#]{1,4} | [a-z]
    )
    [)\]]? [,;]?
    """,
    regex.X,
)
SUPERIORS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERIOR = regex.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
NOUGHT = regex.compile(r"[(\[]? [0٠۰]", regex.X)  # opens no number of a note
LONGEST_MARK = 12  # characters
HOST_BANDS = 4  # baselines from a mark down to that of its word, at most
ORDINAL_END = regex.compile(
    r"""
    (?: (?<! [\d.,] ) \d{1,3} | \b (?: [NnMV] | [SD]r ) ) [eèoaºª] $
    | \b (?: [IVXLCDM]{1,8} | [ivxl]{2,8} ) [eè] $
    """,
    regex.X,
)
"""A word and one letter raised after it: `2ª`, `XXe`, `Nº`, `Dra`; an amount is no ordinal."""
POWER = regex.compile(
    r"(?: ^ | [^\p{L}] ) (?: [kcmdhµμ]? m | CO | [kc]?м | ft | yd | R | [x×·] \s? 10 ) $", regex.X
)


def raise_marks(bands: list[list[Word]]) -> set[int]:
    """Move raised words to the band they belong to; return the first glyphs of the marks."""
    found: list[tuple[Word, str]] = []
    openers: set[str] = set()
    largest = [max([word.size for word in band]) for band in bands]
    for i, band in enumerate(bands):
        reach = LESS * max(largest[i : i + HOST_BANDS])
        for word in _suspects(band, reach):
            superior = word.raised or SUPERIOR.fullmatch(word.text) is not None
            if not superior and word.size > reach:
                continue
            target, neighbour = _host(word, bands, i) if word.size <= reach else (band, None)
            if superior and neighbour is None:
                neighbour = _left_neighbour(word, band)
            if target is not band:
                band.remove(word)
                target.append(word)
            follows = neighbour is not None and neighbour.box[0] < word.box[0]
            if not follows:
                openers.add(word.text)
            if superior or neighbour is not None:
                told = (word.raised and word.text.isalpha()) or not follows
                found.append((word, neighbour.text if neighbour and not told else ""))
    bands[:] = [band for band in bands if band]
    return {word.glyph for word, before in found if _calls(word.text, before, openers)}


def _suspects(band: list[Word], reach: float) -> list[Word]:
    """Return the words that may be marks: few are, so the others are told by little."""
    return [
        word
        for word in band
        if (word.size <= reach or word.raised or word.text[0] in SUPERIORS)
        and len(word.text) <= LONGEST_MARK
    ]


def _calls(text: str, before: str, openers: set[str]) -> bool:
    """Whether a raised text is a mark; a letter after a number is, where a line opens with it."""
    ordinal = text.isalpha() and ORDINAL_END.search(before + text) is not None
    return is_mark(text, "" if ordinal and text in openers else before)


def is_mark(text: str, before: str) -> bool:
    """Whether a raised text reads as a footnote mark and not as an ordinal or a power.

    >>> is_mark("12", "refugees"), is_mark("2", "km"), is_mark("th", "5"), is_mark("*", "total")
    (True, False, False, True)
    """
    if not MARK.fullmatch(text) or NOUGHT.match(text):
        return False
    if ORDINAL_END.search(before + text):
        return False
    return not (text in "23²³" and POWER.search(before))


def _host(word: Word, bands: list[list[Word]], index: int) -> tuple[list[Word], Word | None]:
    """Return the band and word that a raised word belongs to; its own and None if not raised."""
    for band in bands[index : index + HOST_BANDS]:
        for other in band:
            rise = (other.baseline - word.baseline) / other.size
            if not RAISED_FROM <= rise <= RAISED_TO:  # so it is of most; neither is the word itself
                continue
            if word.size > (LESS if rise >= CLEAR_RISE else SMALL) * other.size:
                continue
            near = (MARK_REACH if MARK.fullmatch(word.text) else TOUCHING) * other.size
            beside = (
                -near < word.box[0] - other.box[2] < near
                or -near < other.box[0] - word.box[2] < near
            )
            if beside:
                return band, _left_neighbour(word, band) or other
    return bands[index], None


def _left_neighbour(word: Word, band: list[Word]) -> Word | None:
    before = [w for w in band if w is not word and w.box[2] <= word.box[0] + word.size]
    return max(before, key=lambda w: w.box[2], default=None)
