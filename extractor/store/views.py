"""The views: the common questions as one line of SQL. Made anew whenever the tables change."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, text
from sqlalchemy.schema import SetColumnComment, SetTableComment

from extractor.store.model import METADATA

NUMBERS = {
    "postgresql": "{}",
    "sqlite": "CAST({} AS NUMERIC)",
    "duckdb": "{}",
}
"""How a view gives an exact column as a number."""

_BOUND = (
    ("indicator", "ind", ("value", "key", "state")),
    ("population", "pop", ("value", "state")),
    ("place", "pla", ("value", "code", "state")),
    ("as_of", "tim", ("value", "first_day", "last_day", "state")),
    ("status", "sta", ("value",)),
    ("per", "per", ("value",)),
)
NOW_OR_WAS = "CASE WHEN now.figure_id IS NULL THEN was.{0} ELSE now.{0} END"
MEANING = """CASE WHEN f.indicator_id IS NOT NULL THEN
  f.kind || ' | ' || COALESCE(f.unit, '') || {} END"""
"""What a figure says but for its value; null if it is not told what it measures."""
NAMES = {"first_day": "first", "last_day": "last"}

FIGURES_WIDE = """
SELECT e.document_id, e.title AS document, e.publisher, e.published, e.edition, e.period,
  e.language, e.file_name, e.sha256, v.version_id, v.tool_version, v.valid_from, v.valid_to,
  f.figure_id, f.ordinal, f.kind, f.value, f.low, f.high, {number} AS number,
  {number_low} AS number_low, {number_high} AS number_high, f.unit, f.modifier, f.precision,
  f.first_day, f.last_day, a.quote, p.page, f.zone, s.title AS section, t.title AS table_title,
  f.table_id, f.row_index, f.col_index, {bound}, f.whole_id,
  src.value AS source, src.url AS source_url, {meaning} AS meaning, f.rule
FROM figures f
JOIN versions v ON v.version_id = f.version_id
JOIN editions e ON e.sha256 = v.sha256
JOIN anchors a ON a.version_id = f.version_id AND a.anchor_id = f.anchor_id
LEFT JOIN pieces p ON p.version_id = f.version_id AND p.anchor_id = f.anchor_id AND p.ordinal = 0
LEFT JOIN sections s ON s.version_id = f.version_id AND s.section_id = f.section_id
LEFT JOIN tables t ON t.version_id = f.version_id AND t.table_id = f.table_id
LEFT JOIN figure_sources src ON src.version_id = f.version_id AND src.figure_id = f.figure_id
  AND src.ordinal = 0
{joins}
"""
CURRENT_FIGURES = "SELECT * FROM figures_wide WHERE valid_to IS NULL"
PROVENANCE = """
SELECT e.document_id, e.file_name, e.sha256, v.valid_to, b.version_id, b.figure_id, b.what,
  b.value, b.state, b.rule, a.quote, a.text_start, a.text_end, p.ordinal, p.page, p.x0, p.top,
  p.x1, p.bottom, p.source_start, p.source_end
FROM (
  SELECT version_id, figure_id, 'value' AS what, value, 'stated' AS state, rule, anchor_id
    FROM figures
  UNION ALL
  SELECT version_id, figure_id, 'modifier', modifier, 'stated', NULL, modifier_anchor_id
    FROM figures WHERE modifier IS NOT NULL
  UNION ALL
  SELECT f.version_id, f.figure_id, t.name, t.value, t.state, t.rule, t.anchor_id
    FROM figures f JOIN attributes t ON t.version_id = f.version_id AND t.attribute_id
      IN (f.indicator_id, f.population_id, f.place_id, f.as_of_id, f.status_id, f.per_id)
  UNION ALL
  SELECT version_id, figure_id, 'source', value, state, rule, anchor_id FROM figure_sources
) b
JOIN versions v ON v.version_id = b.version_id
JOIN editions e ON e.sha256 = v.sha256
LEFT JOIN anchors a ON a.version_id = b.version_id AND a.anchor_id = b.anchor_id
LEFT JOIN pieces p ON p.version_id = b.version_id AND p.anchor_id = b.anchor_id
"""
CHANGES = """
WITH steps AS (
  SELECT n.version_id AS new_id, o.version_id AS old_id, n.sha256 = o.sha256 AS reread
  FROM versions n JOIN versions o ON o.version_id = n.replaces
  WHERE n.version_id NOT IN (SELECT version_id FROM comparisons)
), meant AS (
  SELECT f.version_id, f.figure_id, {meaning} AS meaning FROM figures f
  {meant_joins}
  WHERE f.version_id IN (SELECT new_id FROM steps UNION SELECT old_id FROM steps)
), once AS (
  SELECT version_id, meaning, MIN(figure_id) AS figure_id FROM meant
  WHERE meaning IS NOT NULL GROUP BY version_id, meaning HAVING COUNT(*) = 1
), pairs AS (
  SELECT version_id AS new_id, old_version_id AS old_id, new_figure_id AS new_figure,
      old_figure_id AS old_figure, types, difference AS stored, 'diff' AS basis
    FROM figure_changes WHERE types NOT IN ('unchanged', 'moved')
  UNION ALL
  SELECT s.new_id, s.old_id, a.figure_id, b.figure_id, NULL, NULL, 'file'
    FROM steps s JOIN figures a ON a.version_id = s.new_id
    JOIN figures b ON b.version_id = s.old_id AND b.figure_id = a.figure_id WHERE s.reread
  UNION ALL
  SELECT s.new_id, s.old_id, a.figure_id, b.figure_id, NULL, NULL, 'meaning'
    FROM steps s JOIN once a ON a.version_id = s.new_id
    JOIN once b ON b.version_id = s.old_id AND b.meaning = a.meaning WHERE NOT s.reread
  UNION ALL
  SELECT s.new_id, s.old_id, a.figure_id, NULL, NULL, NULL,
      CASE WHEN s.reread THEN 'file' ELSE 'meaning' END
    FROM steps s JOIN meant a ON a.version_id = s.new_id
    WHERE CASE WHEN s.reread THEN NOT EXISTS (SELECT 1 FROM figures b
        WHERE b.version_id = s.old_id AND b.figure_id = a.figure_id)
      ELSE a.meaning IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meant b
        WHERE b.version_id = s.old_id AND b.meaning = a.meaning) END
  UNION ALL
  SELECT s.new_id, s.old_id, NULL, b.figure_id, NULL, NULL,
      CASE WHEN s.reread THEN 'file' ELSE 'meaning' END
    FROM steps s JOIN meant b ON b.version_id = s.old_id
    WHERE CASE WHEN s.reread THEN NOT EXISTS (SELECT 1 FROM figures a
        WHERE a.version_id = s.new_id AND a.figure_id = b.figure_id)
      ELSE b.meaning IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meant a
        WHERE a.version_id = s.new_id AND a.meaning = b.meaning) END
)
SELECT e.document_id, e.title AS document, v.valid_from AS changed_at,
  CASE WHEN pair.types IS NOT NULL THEN pair.types WHEN was.figure_id IS NULL THEN 'added'
    WHEN now.figure_id IS NULL THEN 'withdrawn' ELSE 'changed' END AS change, pair.basis,
  COALESCE(now.kind, was.kind) AS kind, COALESCE(now.unit, was.unit) AS unit,
  ind.value AS indicator, pop.value AS population, pla.value AS place, tim.value AS as_of,
  was.value AS old_value, was.low AS old_low, was.high AS old_high,
  now.value AS new_value, now.low AS new_low, now.high AS new_high,
  CASE WHEN pair.types IS NULL THEN {new_number} - {old_number} ELSE {stored} END AS difference,
  pair.old_id AS old_version_id, pair.old_figure AS old_figure_id,
  pair.new_id AS new_version_id, pair.new_figure AS new_figure_id
FROM pairs pair
JOIN versions v ON v.version_id = pair.new_id
JOIN editions e ON e.sha256 = v.sha256
LEFT JOIN figures was ON was.version_id = pair.old_id AND was.figure_id = pair.old_figure
LEFT JOIN figures now ON now.version_id = pair.new_id AND now.figure_id = pair.new_figure
{joins}
WHERE pair.types IS NOT NULL OR now.figure_id IS NULL OR was.figure_id IS NULL
  OR COALESCE(now.value, '') <> COALESCE(was.value, '')
  OR COALESCE(now.low, '') <> COALESCE(was.low, '')
  OR COALESCE(now.high, '') <> COALESCE(was.high, '')
  OR COALESCE(now.unit, '') <> COALESCE(was.unit, '')
  OR COALESCE(now.modifier, '') <> COALESCE(was.modifier, '')
"""
FINDINGS_OPEN = """
SELECT e.document_id, e.title AS document, e.file_name, g.version_id, g.finding_id, g.origin,
  g.severity, g.code, g.message, g.stated, g.computed, g.tolerance, g.difference, f.figure_id,
  a.quote, p.page
FROM findings g
JOIN versions v ON v.version_id = g.version_id AND v.valid_to IS NULL
JOIN editions e ON e.sha256 = v.sha256
LEFT JOIN finding_figures h ON h.version_id = g.version_id AND h.finding_id = g.finding_id
  AND h.ordinal = 0
LEFT JOIN figures f ON f.version_id = h.version_id AND f.figure_id = h.figure_id
LEFT JOIN anchors a ON a.version_id = g.version_id
  AND a.anchor_id = COALESCE(g.anchor_id, f.anchor_id)
LEFT JOIN pieces p ON p.version_id = a.version_id AND p.anchor_id = a.anchor_id AND p.ordinal = 0
WHERE g.severity IN ('error', 'warning')
"""


def describe(connection: Connection) -> None:
    """Make the views, and the comments where the database has any."""
    views = definitions(connection.dialect.name)
    for name in reversed(views):
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
    for name, query in views.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
    if connection.dialect.supports_comments:
        for table in METADATA.sorted_tables:
            _comment(connection, table)


def definitions(dialect: str) -> dict[str, str]:
    """Return the queries of the views by name, each after those that it asks."""
    number = NUMBERS[dialect].format
    of_figures = {each: number(f"f.{each}") for each in ("number", "number_low", "number_high")}
    bound, joins = ", ".join(_bound_columns()), "\n".join(_joins("f.{}"))
    told = (
        f"COALESCE(NULLIF({a}.code, ''), NULLIF({a}.key, ''), {a}.value, '')" for _, a, _ in _BOUND
    )
    meaning = MEANING.format(" || ".join(f"' | ' || {each}" for each in told))
    changes = {
        "meaning": meaning,
        "meant_joins": joins,
        "old_number": number("was.number"),
        "new_number": number("now.number"),
        "stored": number("pair.stored"),
        "joins": "\n".join(list(_joins(NOW_OR_WAS))[:4]),
    }
    return {
        "figures_wide": FIGURES_WIDE.format(
            bound=bound, joins=joins, meaning=meaning, **of_figures
        ),
        "current_figures": CURRENT_FIGURES,
        "provenance": PROVENANCE,
        "changes": CHANGES.format(**changes),
        "findings_open": FINDINGS_OPEN,
    }


def _bound_columns() -> Iterator[str]:
    for name, alias, columns in _BOUND:
        for column in columns:
            end = "" if column == "value" else f"_{NAMES.get(column, column)}"
            yield f"{alias}.{column} AS {name}{end}"


def _joins(column: str) -> Iterator[str]:
    """Yield what joins the attributes of a figure; `column` says how one of its columns is told."""
    for name, alias, _ in _BOUND:
        yield (
            f"LEFT JOIN attributes {alias} ON {alias}.version_id = {column.format('version_id')}"
            f" AND {alias}.attribute_id = {column.format(f'{name}_id')}"
        )


def _comment(connection: Connection, table: Table) -> None:
    connection.execute(SetTableComment(table))
    for column in table.columns:
        if column.comment:
            connection.execute(SetColumnComment(column))
