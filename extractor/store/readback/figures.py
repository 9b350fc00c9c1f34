"""The figures of a version, what they are bound to, and what was found about them."""

from extractor.store.model import figures
from extractor.store.readback.version import Told, Version, fields

FIGURE = (
    *("kind", "value", "low", "high", "unit", "modifier", "precision"),
    *("zone", "rule", "block_id", "section_id"),
)
BOUND = ("value", "code", "key", "state", "rule")
LINK = ("value", "footnote", "footnote_id", "url", "state", "rule")
FINDING = ("code", "severity", "message", "stated", "computed", "tolerance")


def figures_of(version: Version, explained: float) -> Told:
    """Return the figures, and what is told besides, by the names of an extraction."""
    return {
        "figures": _figures(version),
        "entities": _entities(version),
        "sources": _sources(version),
        "findings": _findings(version),
        "ledger": {"entries": _unexplained(version), "explained": explained},
        "warnings": [
            {
                **fields(row, "code", "message", "page"),
                "source": version.source(row["anchor_id"]),
            }
            for row in version.rows(figures.WARNINGS)
        ],
    }


def _figures(version: Version) -> list[Told]:
    bound = {
        row["attribute_id"]: {**fields(row, *BOUND), "anchor": version.anchor(row["anchor_id"])}
        for row in version.rows(figures.ATTRIBUTES)
    }
    links = version.grouped(figures.FIGURE_SOURCES, "figure_id")
    return [
        {
            **fields(row, *FIGURE, id="figure_id", of="whole_id"),
            **{name: bound.get(row[f"{name}_id"]) for name in figures.BOUND},
            "anchor": version.anchor(row["anchor_id"]),
            "modifier_anchor": version.anchor(row["modifier_anchor_id"]),
            "cell": _cell(row),
            "sources": [
                {**fields(link, *LINK), "anchor": version.anchor(link["anchor_id"])}
                for link in links.get(row["figure_id"], [])
            ],
        }
        for row in version.rows(figures.FIGURES)
    ]


def _cell(row: Told) -> Told | None:
    if row["table_id"] is None:
        return None
    return fields(row, "table_id", row="row_index", col="col_index")


def _entities(version: Version) -> list[Told]:
    mentions = version.grouped(figures.MENTIONS, "entity_id")
    return [
        {
            **fields(row, "type", "value", "code", id="entity_id"),
            "mentions": [
                version.anchor(each["anchor_id"]) for each in mentions.get(row["entity_id"], [])
            ],
        }
        for row in version.rows(figures.ENTITIES)
    ]


def _sources(version: Version) -> list[Told]:
    notes = version.grouped(figures.SOURCE_FOOTNOTES, "source_id")
    return [
        {
            **fields(row, "value", "publisher", "url", id="source_id", date="published"),
            "footnote_ids": [each["footnote_id"] for each in notes.get(row["source_id"], [])],
        }
        for row in version.rows(figures.SOURCES)
    ]


def _findings(version: Version) -> list[Told]:
    """Return what the extraction found itself; what `check` found is told by it again."""
    concerned = version.grouped(figures.FINDING_FIGURES, "finding_id")
    return [
        {
            **fields(row, *FINDING, type="difference"),
            "figures": [each["figure_id"] for each in concerned.get(row["finding_id"], [])],
            "source": version.source(row["anchor_id"]),
        }
        for row in version.rows(figures.FINDINGS)
        if row["origin"] == "extraction"
    ]


def _unexplained(version: Version) -> list[Told]:
    entries: list[Told] = []
    for row in version.rows(figures.UNEXPLAINED_DIGITS):
        place = version.anchor(row["anchor_id"])
        told = {"start": None, "end": None} if place is None else fields(place, "start", "end")
        entries.append(
            {**told, "source": version.source(row["anchor_id"]), "status": "unexplained"}
        )
    return entries
