"""What the document is: title, publisher, period, language."""

from collections import Counter

import regex

from extractor import imprint
from extractor.bind import Context
from schemas.document import DocumentInfo

# The commonest function words of each language: a text's language is the one it uses most of.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in a is for that with on as are by from be".split()),
    "fr": frozenset("le la les des de et du en un une pour dans que sur est par aux".split()),
    "es": frozenset("el la los las de y en que del un una para por con se al es".split()),
    "ru": frozenset("и в на с по что для не к о из от за при как его это".split()),
    "uk": frozenset("і в на з та що для не до у за від про як із це є".split()),
    "ar": frozenset("في من على إلى أن التي الذي عن مع هذا هذه بين كما ذلك".split()),
}
SAMPLE = 200_000  # characters that decide the language
WORDS = regex.compile(r"[\p{L}\p{M}]+")
MIN_WORDS = 5
CLEAR_SHARE = 0.4  # of all mentions of organisations: the one that speaks
MIN_MENTIONS = 5
DAY = regex.compile(r"\d{4}-\d{2}-\d{2}")  # in a title it is the day of issue, no period


def document_info(context: Context) -> DocumentInfo:
    """Return what the document tells of itself."""
    doc = context.doc
    return DocumentInfo(
        sha256=doc.sha256,
        media_type=doc.media_type,
        encoding=doc.encoding,
        title=" ".join(doc.title.split()) if doc.title else None,
        publisher=_publisher(context),
        published=imprint.published(context),
        edition=imprint.edition(doc),
        period=_period(context),
        language=language_of(doc.text),
        pages=doc.pages,
        provenance="bbox" if doc.media_type == "application/pdf" else "offset",
    )


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language; None where it is not one of those known.

    >>> language_of("The plan is for the people in the north, and for those who fled.")
    'en'
    """
    words = Counter(w.lower() for w in WORDS.findall(text[:SAMPLE]))
    scores = {lang: sum(words[w] for w in known) for lang, known in FUNCTION_WORDS.items()}
    best = max(scores, key=lambda lang: (scores[lang], lang))
    return best if scores[best] >= MIN_WORDS else None


def _publisher(context: Context) -> str | None:
    """Return the organisation that the document speaks of most, when it is clear which."""
    named = Counter(m.value for m in context.mentions if m.type == "organisation")
    if not named:
        return None
    (name, count), total = named.most_common(1)[0], sum(named.values())
    return name if count >= MIN_MENTIONS and count >= CLEAR_SHARE * total else None


def _period(context: Context) -> str | None:
    span = context.doc.title_span
    if span is None:
        return None
    dates = [f for f in context.founds_in(span) if f.reading.kind == "date"]
    value = dates[0].reading.value if len(dates) == 1 else None
    return None if value is not None and DAY.fullmatch(value) else value
