"""The script of a text, and the language that the letters of an alphabet tell by themselves."""

from typing import Literal

import regex

Script = Literal["latin", "cyrillic", "arabic", "other"]
MARKED = 100  # letters of which one that only some languages have is no accident

_LETTER = regex.compile(r"\p{L}++")
_CYRILLIC = regex.compile(r"[\u0400-\u04ff]++")
_ARABIC = regex.compile(r"[\u0620-\u06d3]++")
_NO_LATIN = regex.compile(r"[\u0400-\u04ff\u0620-\u06d3]")  # letters of both: most texts have none
_NOT_ARABIC = regex.compile("[پچژگکیےٹڈڑںۀەڭ]")  # of Persian, Urdu, Kurdish, Uyghur
_UKRAINIAN = regex.compile("[іїєґ]")
_RUSSIAN = regex.compile("[ыэё]")
_OTHER_CYRILLIC = regex.compile("[әғқңөұүһўјљњђћџѓќѕ]")  # of Kazakh, Serbian, Macedonian …
_HARD = regex.compile("ъ(?![еёюя])")  # a vowel in Bulgarian; Russian has it before vowels alone


def by_letters(text: str) -> tuple[Script, str | None]:
    """Return the script of most letters and the language that its letters alone tell.

    `other` is an alphabet of a language that we do not read (Persian's, Serbian's).

    >>> by_letters("потреби та ресурси"), by_letters("بلغ عدد السكان"), by_letters("The plan")
    (('cyrillic', None), ('arabic', 'ar'), ('latin', None))
    >>> by_letters("не менее 46 млн"), by_letters("їхні потреби")
    (('cyrillic', None), ('cyrillic', 'uk'))
    """
    if text.isascii() or _NO_LATIN.search(text) is None:
        return "latin", None
    letters = _count(_LETTER, text)
    cyrillic, arabic = _count(_CYRILLIC, text), _count(_ARABIC, text)
    if 2 * max(cyrillic, arabic) <= letters:
        return "latin", None
    if arabic > cyrillic:
        return ("other", None) if _marks(_NOT_ARABIC, text, arabic) else ("arabic", "ar")
    return _cyrillic(text, cyrillic)


def _cyrillic(text: str, letters: int) -> tuple[Script, str | None]:
    ukrainian, russian = _marks(_UKRAINIAN, text, letters), _marks(_RUSSIAN, text, letters)
    others = _marks(_OTHER_CYRILLIC, text, letters)
    if others or (ukrainian and russian):  # both are Belarusian's
        return "other", None
    if ukrainian or russian:
        return "cyrillic", "uk" if ukrainian else "ru"
    return ("other" if _marks(_HARD, text, letters) else "cyrillic"), None


def _marks(own: regex.Pattern[str], text: str, letters: int) -> bool:
    """Say whether letters of some languages only are no accident among those of an alphabet."""
    return MARKED * _count(own, text) >= letters


def _count(letters: regex.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
