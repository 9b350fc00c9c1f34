"""Which note a note stands for: `Ibid.`, `See note 3`, `Harbour Office, op. cit.`."""

from collections.abc import Sequence

import regex

from extractor.bind.sources.works import author_of

SAME = regex.compile(
    r"""
    (?: ^ \W*+ | (?<= [.;] ) \s++ ) (?: see \s | voir \s | véase \s )?
    (?:
        (?: ibid | ibíd | ibidem | ibídem | id | idem | íd | ídem ) (?! \p{L} )
      | (?: там \s же | там \s само | тамо \s же | the \s same ) \b
      | المرجع \s (?: نفسه | السابق ) | المصدر \s (?: نفسه | السابق ) | نفس \s المرجع
      | (?:
            (?: see | as ) \s (?: above | before ) | (?: same \s as \s )? above
          | voir \s (?: ci-dessus | plus \s haut ) | (?: véase | ver ) \s (?: más \s )? arriba
          | див\. \s вище | см\. \s выше
        ) \W*+ $
    )
    """,
    regex.X | regex.I,
)
"""What a note, or a sentence of it, opens with that cites the one before it."""
NOTE_NUMBER = regex.compile(
    r"""
    (?<! \p{L} )
    (?: footnote | endnote | notes? (?: \s de \s bas \s de \s page )? | fn\.?
      | nota (?: \s al \s pie )? | примітк[аиу] | примечани[ея] | сноск[аиу] | الحاشية | الهامش
    )
    (?: \s (?: no\.? | n° | nº | № ) )? \s*+
    (?P<label> \p{Nd}{1,3} ) (?! \p{Nd} )
    """,
    regex.X | regex.I,
)
AGAIN = regex.compile(
    r"""
    (?<! \p{L} )
    (?: op\.? \s? cit | loc\.? \s? cit | ob\.? \s? cit | supra | cited \s above | précité[es]{0,2}
      | citad[oa]s? \s (?: arriba | anteriormente ) | цит\. \s соч | (?: зазнач | вказ ) \. \s праця
    ) \b
    """,
    regex.X | regex.I,
)
MAX_REFERENCE = 160  # characters; a longer note says something of its own
MAX_STEPS = 40  # references from note to note


def resolved(notes: Sequence[tuple[str, str]], index: int) -> int:
    """Return the note that a note stands for, itself where it cites by its own words.

    `notes` are labels and texts in order; what cannot be found stays where it is.

    >>> resolved([("1", "Harbour Office, Boats (2031)"), ("2", "Ibid., p. 3")], 1)
    0
    >>> resolved([("1", "Harbour Office, Boats"), ("2", "Red Fund"), ("3", "See note 1.")], 2)
    0
    """
    for _ in range(MAX_STEPS):
        before = _referred(notes, index)
        if before is None:
            return index
        index = before
    return index


def refers(text: str) -> bool:
    """Say whether a note, or a sentence of it, cites by pointing to another note."""
    return SAME.search(text) is not None or AGAIN.search(text) is not None


def _referred(notes: Sequence[tuple[str, str]], index: int) -> int | None:
    """Return the earlier note that a note refers to; None where it refers to none."""
    text = notes[index][1]
    if len(text) > MAX_REFERENCE or not index:
        return None
    if SAME.search(text):
        return index - 1
    number = NOTE_NUMBER.search(text)
    if number is not None:
        labels = [i for i, (label, _) in enumerate(notes[:index]) if label == number["label"]]
        return labels[-1] if labels else None
    return _of_author(notes, index) if AGAIN.search(text) else None


def _of_author(notes: Sequence[tuple[str, str]], index: int) -> int | None:
    """Return the last note before that cites a work of the same author by its own words."""
    author = author_of(notes[index][1])
    for i in range(index - 1, -1, -1):
        text = notes[i][1]
        if author and author_of(text) == author and not AGAIN.search(text):
            return i
    return None
