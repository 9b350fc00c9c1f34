"""What the document is: title, publisher, period, language."""

from collections import Counter

import regex

from extractor import imprint
from extractor.bind import Context
from schemas.document import DocumentInfo

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
        published=context.collected.published,
        edition=imprint.edition(doc),
        period=_period(context),
        language=context.collected.language,
        pages=doc.pages,
        provenance="bbox" if doc.media_type == "application/pdf" else "offset",
    )


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
