"""Documents, their editions, and the versions in which each edition was read."""

from typing import get_args

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    UniqueConstraint,
)

from extractor.store.model.base import (
    METADATA,
    POINTS,
    ROWID,
    count,
    day,
    flag,
    moment,
    of_version,
    one_of,
    ordinal,
    points,
    text,
    told,
    version,
    within,
)
from schemas.document import MediaType
from schemas.extraction import Role

FROM = "When it became what holds; the time of the run that loaded it."
TO = "When something else took its place; null for what holds."

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("document_id", Text, primary_key=True, comment="Made of `family`."),
    Column("family", Text, nullable=False, unique=True, comment="What its editions have alike."),
    told("publisher", "As the first edition that was loaded has it."),
    told("title", "As the first edition that was loaded has it."),
    comment="What is published again and again: one row for all editions of a document.",
)

EDITIONS = Table(
    "editions",
    METADATA,
    Column("sha256", Text, primary_key=True, comment="Hash of the file's bytes."),
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False),
    text("file_name", "Name of the file that was loaded first, without its folder."),
    text("media_type", "What the content was recognised as."),
    told("encoding", "The codec of its text; null for a PDF."),
    told("title", "The document's own title."),
    told("publisher", "The organisation that speaks."),
    told("published", "ISO 8601 date at its own precision."),
    day("published_first", "First day of `published`."),
    day("published_last", "Last day of `published`."),
    told("edition", "The edition or revision as printed."),
    told("period", "The period that it covers, an ISO 8601 date or interval."),
    day("period_first", "First day of `period`."),
    day("period_last", "Last day of `period`."),
    told("language", "ISO 639-1 code."),
    text("provenance", "Whether places are boxes on pages or offsets in the file."),
    moment("valid_from", FROM),
    moment("valid_to", TO, optional=True),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    CheckConstraint("valid_to >= valid_from", name="valid"),
    one_of("media_type", get_args(MediaType)),
    one_of("provenance", ("bbox", "offset")),
    comment="One file that was published: an edition of a document.",
)
Index(None, EDITIONS.c.document_id)

RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", Text, primary_key=True, comment="A new one for each run that adds rows."),
    moment("started_at", "When it began."),
    text("tool_version", "The version of planfacts that loaded, and audited what it loaded."),
    comment="Runs of `load` that added something.",
)

VERSIONS = Table(
    "versions",
    METADATA,
    Column(
        "version_id",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="Made of the next three columns: the same in every database.",
    ),
    Column("sha256", Text, ForeignKey("editions.sha256"), nullable=False),
    text("tool_version", "The version of planfacts that read the file."),
    text("content_sha256", "Hash of the extraction as JSON lines."),
    text("schema_version", "The schema of the extraction."),
    Column("explained", POINTS, nullable=False, comment="Share of the digits explained."),
    Column("run_id", Text, ForeignKey("runs.run_id"), nullable=False),
    Column(
        "replaces",
        BigInteger,
        ForeignKey("versions.version_id"),
        comment="The version of the document that held until then; null for the first.",
    ),
    moment("valid_from", FROM),
    moment("valid_to", TO, optional=True),
    CheckConstraint("length(content_sha256) = 64", name="content_sha256"),
    CheckConstraint("valid_to >= valid_from", name="valid"),
    UniqueConstraint("sha256", "tool_version", "content_sha256"),
    comment="One extraction of an edition; all that follows belongs to a version.",
)

TEXTS = Table(
    "texts",
    METADATA,
    version(),
    text("text", "The document in reading order; anchors count in it."),
    of_version(),
    comment="The canonical text of each version.",
)

COMPONENTS = Table(
    "components",
    METADATA,
    version(),
    ordinal(),
    text("name", "Name of the distribution."),
    text("component_version", "Its version."),
    told("role", "What it did where another could have."),
    of_version(),
    one_of("role", get_args(Role)),
    comment="The software that shaped a version.",
)

PAGES = Table(
    "pages",
    METADATA,
    version(),
    ordinal("page", "Page index, from 1."),
    told("label", "The page number as printed or as the file labels it."),
    points("width", "Points; null where the source has no geometry."),
    points("height", "Points; null where the source has no geometry."),
    flag("ocr", "Whether its words were read in its picture."),
    of_version(),
    CheckConstraint("page >= 1", name="page"),
    comment="The pages of the source.",
)

ANCHORS = Table(
    "anchors",
    METADATA,
    version(),
    ordinal("anchor_id", "Counted in the version."),
    count("text_start", "First character in the text; null for furniture.", optional=True),
    count("text_end", "One past the last character.", optional=True),
    told("quote", "The text from start to end."),
    of_version(),
    CheckConstraint("text_start >= 0 AND text_end >= text_start", name="span"),
    comment="Places: what stands where; several things may stand at one.",
)

PIECES = Table(
    "pieces",
    METADATA,
    version(),
    ordinal("anchor_id", "The anchor."),
    ordinal(),
    count("page", "Page index, from 1; null for an offset.", optional=True),
    points("x0", "Left, in points from the top left of the page."),
    points("top", "Top."),
    points("x1", "Right."),
    points("bottom", "Bottom."),
    points("confidence", "How sure a reader of pictures is of it; else null."),
    count("source_start", "First code point in the file; null for a box.", optional=True),
    count("source_end", "One past the last code point.", optional=True),
    within("anchors", "anchor_id"),
    CheckConstraint("(page IS NULL) <> (source_start IS NULL)", name="either"),
    comment="The pieces of the source that an anchor was read from: boxes or offsets.",
    sqlite_with_rowid=ROWID,
)
