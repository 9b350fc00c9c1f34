"""Small things that are found or not: footnotes, their marks, captions, key figures."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pages.metrics.tally import Tally, f1
from pages.metrics.text import compared, lettered, squeezed
from pages.truth import TAIL, Caption, KeyFigure, Reading

Key = tuple[str | None, ...]
LEAST_LETTERS = 4  # before a mark, which tell its place


def pooled(truth: Iterable[Key], read: Iterable[Key]) -> Tally:
    """Match equal things one to one."""
    wanted, given = Counter(truth), Counter(read)
    return f1((wanted & given).total(), wanted.total(), given.total())


def footnotes(truth: Reading, read: Reading) -> Tally:
    """Score the notes by label and text."""
    return pooled(*([(n.label, lettered(n.text)) for n in r.footnotes] for r in (truth, read)))


def marks(truth: Reading, read: Reading) -> Tally:
    """Score the marks by label and by the letters and digits before them.

    A block that was cut has fewer letters before its mark; those it has must be the same. That the
    block was cut is reading order's to count.
    """
    wanted = [(m.label, lettered(m.before)[-TAIL:]) for m in truth.marks]
    given = [(m.label, lettered(m.before)[-TAIL:]) for m in read.marks]
    left = Counter(wanted)
    cut: list[tuple[str, str]] = []
    for mark in given:
        if left[mark]:
            left[mark] -= 1
        else:
            cut.append(mark)
    for label, tail in cut:
        whole = next((mark for mark in left.elements() if _ends(mark, (label, tail))), None)
        if whole:
            left[whole] -= 1
    return f1(len(wanted) - left.total(), len(wanted), len(given))


def _ends(whole: tuple[str, str], cut: tuple[str, str]) -> bool:
    """Whether two marks of one label stand after the same letters, as far as both have any."""
    shorter, longer = sorted((whole[1], cut[1]), key=len)
    return whole[0] == cut[0] and len(shorter) >= LEAST_LETTERS and longer.endswith(shorter)


def captions(truth: Reading, read: Reading) -> Tally:
    """Score the captions by text, credit line included."""
    whole = _lengthened(truth)
    texts = [lettered(caption.text) for caption in read.captions]
    given: list[Key] = [(whole.get(text, text),) for text in texts]
    return pooled([(lettered(caption.text),) for caption in truth.captions], given)


def caption_kinds(truth: Reading, read: Reading) -> Tally:
    """Score the captions by text and by the kind of what they belong to."""
    whole = _lengthened(truth)
    texts = [(caption.kind, lettered(caption.text)) for caption in read.captions]
    given: list[Key] = [(kind, whole.get(text, text)) for kind, text in texts]
    return pooled([(c.kind, lettered(c.text)) for c in truth.captions], given)


def _lengthened(truth: Reading) -> dict[str, str]:
    """Return captions with the line beside them, and without."""
    return {lettered(c.text + c.beside): lettered(c.text) for c in truth.captions if c.beside}


def _credits(reading: Reading) -> list[Key]:
    return [
        (lettered(c.text), lettered(c.credit), c.credit_year)
        for c in reading.captions
        if c.credit is not None
    ]


def credit_lines(truth: Reading, read: Reading) -> Tally:
    """Score the credits by caption, holder and year."""
    return pooled(_credits(truth), _credits(read))


def _tables_of(captions: Iterable[Caption], whole: Mapping[str, str]) -> list[Key]:
    texts = ((lettered(c.text), c.of) for c in captions)
    return [(whole.get(text, text), lettered(of)[:TAIL]) for text, of in texts if of is not None]


def captioned_tables(truth: Reading, read: Reading) -> Tally:
    """Score which table each table's caption belongs to."""
    whole = _lengthened(truth)
    return pooled(_tables_of(truth.captions, {}), _tables_of(read.captions, whole))


def key_figures(truth: Reading, read: Reading) -> Tally:
    """Score the pairs of value and label; an as-of line may be read as part of the label.

    What stands in a chart or on a map may be given or left out.
    """
    wanted = [_key(figure) for figure in truth.key_figures]
    whole = {_key(figure, figure.as_of or ""): _key(figure) for figure in truth.key_figures}
    pairs = ((figure, whole.get(_key(figure), _key(figure))) for figure in read.key_figures)
    given = [key for figure, key in pairs if key in wanted or not _is_drawn(figure, truth)]
    return pooled(wanted, given)


def _is_drawn(figure: KeyFigure, truth: Reading) -> bool:
    """Whether the words of a figure stand in a chart or on a map."""
    words = Counter(f"{figure.value} {figure.label}".split())
    return any(words <= Counter(graphic.split()) for graphic in truth.graphics)


def _key(figure: KeyFigure, as_of: str = "") -> Key:
    value = compared(squeezed(figure.value).replace("%", "percent"))
    return (value, lettered(figure.label + as_of))
