"""What a line of text looks like: how it begins, how it ends, what it is made of."""

import regex

SENTENCE_END = regex.compile(
    r"""
    (?: [!?…。！？؟۔।] | (?<= [^\d\s] ) \. | (?<= \d ) \. (?= [\s"'”’»)\]]* $ ) )
    [\s"'”’»)\]]*
    (?: \d{1,3} )?           # a footnote mark
    [\s"'”’»)\]]* $
    """,
    regex.X,
)
LEADS_IN = regex.compile(r"[:;][\s\"'”’»)\]]*\d{0,3}$", regex.X)
OPEN_END = regex.compile(r"(?: [,(\[«“/&] | [\p{L}\d] [\-\u2010\u00ad\ufffe] ) $", regex.X)
STARTS_LOWER = regex.compile(r"^ [\"'“‘«(\[]* \p{Ll}", regex.X)
STARTS_UPPER = regex.compile(r"^ [\"'“‘«(\[¿¡]* \p{Lu}", regex.X)
LETTER = regex.compile(r"\p{L}")
UPPER = regex.compile(r"\p{Lu}")
LOWER = regex.compile(r"\p{Ll}")
TOKENS = regex.compile(r"\S++")
DECORATION = regex.compile(r"^ [\p{P}\p{S}\p{C}\s]++ $", regex.X)

NUMBER_LINE = regex.compile(
    r"""
    ^ [~≈<>≤≥+±\-−]{0,2} [ ]?
    (?: \p{L}{0,3} \p{Sc} [ ]? | [A-Z]{3} [ ] )?
    \d [\d.,'’\u00a0\u202f ]{0,20}+
    (?: [ ]? \p{Sc} )?
    [ ]? (?: % | [KkMmBb] | [Mm]io | [Mm]illion s? | [Mm]illones | [Bb]illion s? | [Tt]housand
       | [Mm]rd | [Mm]lrd | [Mm]illiard s? | [Mm]iles | [Mm]il | bn | mn | млн | млрд
       | тис\.? | тыс\.? )?
    [ ]? (?: \p{Sc} | [A-Z]{3} )? [+*]? $
    """,
    regex.X,
)

MAX_NUMBER = 40  # characters of a line that is only a number
MIN_RULE = 3  # signs of a drawn rule
RULE_SIGNS = 2  # different ones
MIN_CAPITALS = 4
SMALL_PART = 12  # letters to one small one in a text in capitals: `IDPs`
MAX_COUNTED = 2000  # characters in which words are counted


def ends_sentence(text: str) -> bool:
    """Say whether a sentence ends here, a footnote mark after it allowed.

    >>> ends_sentence("was repaired.4"), ends_sentence("more than 5.1"), ends_sentence("in 2031.")
    (True, False, True)
    """
    return SENTENCE_END.search(text[-40:]) is not None


def ends_block(text: str) -> bool:
    """Say whether the text may end here: a sentence end, or a colon or semicolon."""
    return ends_sentence(text) or LEADS_IN.search(text[-40:]) is not None


def ends_open(text: str) -> bool:
    """Say whether the text cannot end here: a comma, an open bracket, a cut word."""
    return OPEN_END.search(text[-10:]) is not None


def starts_lower(text: str) -> bool:
    """Say whether the text begins in lower case."""
    return STARTS_LOWER.match(text) is not None


def starts_upper(text: str) -> bool:
    """Say whether the text begins with a capital."""
    return STARTS_UPPER.match(text) is not None


def is_number(text: str) -> bool:
    """Say whether a line is only a number, with its sign, currency or magnitude.

    >>> is_number("USD 12.4 million"), is_number("87%"), is_number("12 wells")
    (True, True, False)
    """
    return len(text) <= MAX_NUMBER and NUMBER_LINE.match(text) is not None


def is_rule(text: str) -> bool:
    """Say whether a line is drawn rather than written: dashes, dots, stars.

    >>> is_rule("* * *"), is_rule("------"), is_rule("- a")
    (True, True, False)
    """
    return len(text) >= MIN_RULE and not any(c.isalnum() for c in text[:200]) and _is_drawn(text)


def _is_drawn(text: str) -> bool:
    signs = set(text.replace(" ", ""))
    return len(signs) <= RULE_SIGNS and all(DECORATION.match(sign) for sign in signs)


def is_upper_case(text: str) -> bool:
    """Say whether a text is set in capitals; a single short word (an acronym) is not enough."""
    letters = len(LETTER.findall(text[:400]))
    capitals = len(UPPER.findall(text[:400]))
    small = len(LOWER.findall(text[:400]))
    return (
        capitals >= MIN_CAPITALS and capitals + small == letters and small * SMALL_PART <= letters
    )


def words(text: str) -> int:
    """Return the number of words, as white space tells them (of a very long text's beginning)."""
    return len(text[:MAX_COUNTED].split())
