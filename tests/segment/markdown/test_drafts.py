"""Drafts of Markdown: what becomes of each block, on invented documents."""

from pathlib import Path

import pytest

from extractor.readers.markdown import read
from extractor.segment.draft import Draft, Drafts
from extractor.segment.markdown import drafts
from schemas.base import OffsetPiece


def drafts_of(raw: str) -> Drafts:
    return drafts(read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8"))


def told(raw: str) -> list[tuple[str, str]]:
    return [(draft.type, draft.content.text) for draft in drafts_of(raw).blocks]


def quoted(draft: Draft) -> list[str]:
    return [draft.content.text[start:end] for start, end in draft.bold]


def cells(draft: Draft) -> list[list[tuple[str, str | None]]]:
    assert draft.table is not None
    rows: list[list[tuple[str, str | None]]] = [[] for _ in range(draft.table.n_rows)]
    for cell in draft.table.cells:
        rows[cell.row].append((cell.content.text, cell.header))
    return rows


# --- text ---------------------------------------------------------------------------------------


def test_text_is_single_spaced_and_knows_its_printed_lines() -> None:
    [draft] = drafts_of("  **T**wo years  \nof  relief\nin Lorn. ").blocks
    assert draft.content.text == "Two years of relief in Lorn."
    assert draft.lines == [10, 20]
    assert quoted(draft) == ["T"]


def test_offsets_survive_cleaning() -> None:
    raw = "A  long[^1]\n [link  here](u) and **bold**\n\n[^1]: Note"
    draft = drafts_of(raw).blocks[0]
    assert draft.content.text == "A long link here and bold"
    assert [draft.content.text[k.start : k.end] for k in draft.links] == ["link here"]
    assert quoted(draft) == ["bold"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("- \\$5M**  \nneeded", "$5M", id="closing marks that nothing opened"),
        pytest.param("It costs **5 a day.", "It costs 5 a day.", id="opening marks never closed"),
        pytest.param("5 * 3 and 2 ** 4", "5 * 3 and 2 ** 4", id="signs of arithmetic"),
        pytest.param("snake_case_name", "snake_case_name", id="a name"),
    ],
)
def test_stray_marks_are_no_text(raw: str, text: str) -> None:
    assert drafts_of(raw).blocks[0].content.text == text


def test_words_cut_at_a_line_end() -> None:
    raw = (
        "The inter-\nnational long-\nterm aid of com-\nmunity groups"
        " is a long-term one; international."
    )
    text = drafts_of(raw).blocks[0].content.text
    assert text.startswith("The international long-term aid of community groups")


def test_a_bare_address_is_a_link() -> None:
    [draft] = drafts_of("See https://lorn.example/a_b (2031).").blocks
    assert [link.url for link in draft.links] == ["https://lorn.example/a_b"]


# --- paragraphs that a page cut -----------------------------------------------------------------

FIRST = "The authority of Lorn gives food to the families who wait in the northern counties"


@pytest.mark.parametrize(
    "between",
    [
        "\n\n",
        "\n\n\n \n\n",
        "\n\n![x](y)\n\n",
        "\n\n---\n\n",
        "\n\n.....\n\n",
        "\n\n*A market in Lorn. © LRA 2031*\n\n",
        "\n\n[^1]: A note.\n\n",
    ],
)
def test_a_cut_paragraph_is_one(between: str) -> None:
    whole = f"{FIRST} and in the southern ones."
    assert ("paragraph", whole) in told(f"{FIRST}{between}and in the southern ones.")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(f"{FIRST}.\n\nand so on.", id="the first sentence ends"),
        pytest.param("Food and shelter\n\nfor all who wait.", id="a label is no sentence"),
        pytest.param(f"{FIRST}\n\nFood is short.", id="a new sentence"),
        pytest.param(f"{FIRST}\n\n## Food\n\nand more.", id="a heading between"),
        pytest.param(f"{FIRST}\n\n- item\n\nand more.", id="a list between"),
    ],
)
def test_paragraphs_that_stay_apart(raw: str) -> None:
    assert (
        ("paragraph", FIRST) in told(raw)
        or ("paragraph", f"{FIRST}.") in told(raw)
        or (
            "paragraph",
            "Food and shelter",
        )
        in told(raw)
    )


def test_a_sentence_that_breaks_off_at_a_preposition_goes_on_with_a_name() -> None:
    raw = f"{FIRST} and for the\n\nLorn River people."
    assert told(raw) == [("paragraph", f"{FIRST} and for the Lorn River people.")]


def test_the_join_stands_for_nothing_in_the_file() -> None:
    raw = f"{FIRST}\n\nand more."
    source = read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8")
    [draft] = drafts(source).blocks
    pieces = source.locator.pieces(draft.content.glyph_spans())
    assert len(pieces) == 2


# --- key figures --------------------------------------------------------------------------------


def figures(raw: str) -> list[str]:
    return [text for kind, text in told(raw) if kind == "key_figure"]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        pytest.param(
            "**3.7M**  \nPeople displaced\n\n*As of May 2031*",
            ["3.7M", "People displaced", "As of May 2031"],
            id="value, label, as-of line",
        ),
        pytest.param("**\\$5M**\n\nNEEDED IN LORN", ["$5M", "NEEDED IN LORN"], id="two paragraphs"),
        pytest.param("## ARDEN\n\n8,870  \n15", ["8,870", "15"], id="two bare numbers"),
        pytest.param("## ARDEN\n\n40\n\n## BRAY", ["40"], id="a number fills its section"),
        pytest.param(
            "- \\$5M**  \n**S01**  \nTOTAL NEEDED",
            ["$5M", "S01", "TOTAL NEEDED"],
            id="a list item with stray marks",
        ),
        pytest.param(
            "**26%** of all returned\n\n*As of May 2031*",
            ["26% of all returned", "As of May 2031"],
            id="a sentence stays one",
        ),
        pytest.param(
            "**18** partners\n\n**90%** are local",
            ["18 partners", "90% are local"],
            id="a row of sentences",
        ),
        pytest.param(
            "Needs\n\n2.5M\n\nReached\n\n1.2M",
            ["Needs", "2.5M", "Reached", "1.2M"],
            id="labels above their values",
        ),
        pytest.param("People reached  \n**1.2M**", ["People reached", "1.2M"], id="label on top"),
        pytest.param("**41 por ciento**\n\nmujeres", ["41 por ciento", "mujeres"], id="Spanish"),
        pytest.param("**2,4 млн**\n\nлюдей", ["2,4 млн", "людей"], id="Ukrainian"),
        pytest.param(
            "**5M**\n\nPEOPLE\nAs of May 2031", ["5M", "PEOPLE", "As of May 2031"], id="date below"
        ),
    ],
)
def test_key_figures(raw: str, parts: list[str]) -> None:
    assert figures(raw) == parts


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("12", id="a lone number"),
        pytest.param("**2031**", id="a year"),
        pytest.param("**14** agreements were signed by the ministries.", id="a sentence alone"),
        pytest.param("Amy Lorn\n\nDirector", id="a signature"),
    ],
)
def test_what_is_no_key_figure(raw: str) -> None:
    assert figures(raw) == []


# --- tables -------------------------------------------------------------------------------------


def test_a_table_of_tabs_with_blank_heads() -> None:
    [draft] = drafts_of("\t2031\t2032\n\t\\$5\t\\$6\n\t\\$7\t\\$8\n").blocks
    assert cells(draft) == [
        [("", None), ("2031", "column"), ("2032", "column")],
        [("", None), ("$5", None), ("$6", None)],
        [("", None), ("$7", None), ("$8", None)],
    ]


def test_a_table_without_a_header_row() -> None:
    [draft] = drafts_of("\tARDEN\t\\$5,000\n\tBRAY\t\\$6,000\n").blocks
    assert cells(draft)[0] == [("", None), ("ARDEN", "row"), ("$5,000", None)]


def test_a_blank_header_row_says_that_there_is_none() -> None:
    [draft] = drafts_of("| | |\n|---|---|\n| Sector | 2031 |\n| Food | 5 |\n").blocks
    assert cells(draft) == [
        [("Sector", "column"), ("2031", "column")],
        [("Food", "row"), ("5", None)],
    ]


def test_what_tells_a_value_heads_no_column() -> None:
    raw = "| Budget | CHF 12,000 |\n|---|---|\n| Term | 18 months |\n| Coverage | 43% |\n"
    [draft] = drafts_of(raw).blocks
    assert cells(draft) == [
        [("Budget", "row"), ("CHF 12,000", None)],
        [("Term", "row"), ("18 months", None)],
        [("Coverage", "row"), ("43%", None)],
    ]


def test_a_title_with_a_value_stands_over_the_heads() -> None:
    title, heads = "| Shelter | People: 2,500 | |", "| Indicator | Actual | Target |"
    [draft] = drafts_of(f"{title}\n|---|---|---|\n{heads}\n| Homes | 3 | 5 |").blocks
    assert cells(draft) == [
        [("Shelter", "row"), ("People: 2,500", None), ("", None)],
        [("Indicator", "column"), ("Actual", "column"), ("Target", "column")],
        [("Homes", "row"), ("3", None), ("5", None)],
    ]


@pytest.mark.parametrize(
    "heads",
    ["<5% | 5-10%", "2031 | 2032", "18 | 25", "May 2031 | June 2031", "USD 1,000 | USD 5,000"],
)
def test_classes_of_values_head_columns(heads: str) -> None:
    [draft] = drafts_of(f"| Town | {heads} |\n|---|---|---|\n| Lorn | 12 | 14 |\n").blocks
    assert [header for _, header in cells(draft)[0]] == ["column"] * 3


@pytest.mark.parametrize(
    ("first", "rows", "heads"),
    [
        ("Item: | Cost (USD)", ["Tents: | 2,000", "Boats: | free of charge"], 1),
        ("Item: | EUR thousand", ["Tents: | 20", "Boats: | Unknown"], 1),
        ("Post: | Number of staff", ["Clerks: | 320"], 1),
        ("Post: | Number of staff", ["Clerks: | 320", "Guards: | none yet"], 1),
        ("Town: | Population | Source: | Year", ["Lorn: | 250 | Census: | 2031"], 1),
        ("Sign: | Target", ["Girls in school: | 40%", "Law: | Adopted"], 1),
        ("Nets: | 2025 target", ["New: | 250", "Old: | 300"], 1),
        ("Nets: | January 2031", ["New: | 250", "Old: | 300"], 1),
        ("Nets: | FY2031", ["New: | 250", "Old: | Unknown"], 1),
        ("Item: | Amount", ["Grants: | $ 250", "Fees: | 300", "Total: | $ 550"], 1),
        ("Item: | Amount", ["Grants: | 250", "Fees: | 300", "Total: | $ 550"], 1),
        ("Item: | Amount | Item: | Amount", ["Nets: | 20 | Oars: | 30"], 1),
        ("Group: | Lead", ["Food: | Tidal Board", "Boats: | Red Fund"], 1),
        ("People: | 2,500 | Lead time: | 72 hours", ["Signal: | Flood | Term: | 5 years"], 0),
        ("Signal: | Flood | Funds: | EUR 400", ["People: | 320 | Boats: | 41"], 0),
        ("Event: | Floods in Lorn", ["People: | 41,000", "Budget: | USD 120,000"], 0),
        ("Event: | Floods", ["People: | 41,000", "Start: | May 2031", "Lead: | Red Fund"], 0),
        ("Start: | 2030 | People: | 4,300", ["Boats: | 41 | End: | 2032"], 0),
    ],
)
def test_the_first_row_of_a_form_heads_nothing(first: str, rows: list[str], heads: int) -> None:
    width = first.count("|") + 1
    raw = "\n".join(f"| {row} |" for row in [first, " | ".join(["---"] * width), *rows])
    [draft] = drafts_of(raw).blocks
    assert [header == "column" for _, header in cells(draft)[0]] == [bool(heads)] * width


def test_ticks_label_nothing() -> None:
    [draft] = drafts_of("| Sector | N | Sum |\n|---|---|---|\n| Food | ✓ | 5 |\n").blocks
    assert cells(draft)[1] == [("Food", "row"), ("✓", None), ("5", None)]


def test_the_widest_row_tells_the_columns() -> None:
    [draft] = drafts_of("| a | b |\n|---|---|\n| c | 1 | 2 |\n").blocks
    assert draft.table is not None
    assert (draft.table.n_rows, draft.table.n_cols, len(draft.table.cells)) == (2, 3, 6)


# --- footnotes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        pytest.param("Needs[^a] rose.\n\n[^a]: Office of Lorn.", "a", id="caret"),
        pytest.param("Needs<sup>1</sup> rose.\n\n<sup>1</sup> Office of Lorn.", "1", id="sup"),
        pytest.param("Needs¹ rose.\n\n¹ Office of Lorn.", "1", id="superscript letters"),
        pytest.param("Needs [1] rose.\n\n[1] Office of Lorn.", "1", id="brackets"),
        pytest.param("Needs$^{1}$ rose.\n\n$^{1}$ Office of Lorn.", "1", id="TeX"),
        pytest.param("Needs\\* rose.\n\n\\*Office of Lorn.", "*", id="asterisk"),
        pytest.param("Needs\\* rose.\n\n* Office of Lorn.", "*", id="asterisk read as a bullet"),
        pytest.param("Needs¹ rose.\n\n1 Office of Lorn.", "1", id="a bare number"),
        pytest.param("Needs<sup>1</sup> rose.\n\n---\n\n1. Office of Lorn.", "1", id="a list"),
        pytest.param("Needs1 rose.\n\n1 Office of Lorn.", "1", id="a number glued to a word"),
        pytest.param("Needs† rose.\n\n† Office of Lorn.", "†", id="dagger"),
    ],
)
def test_footnotes(raw: str, label: str) -> None:
    text, note = drafts_of(raw).blocks
    assert (text.content.text, text.marks[0].at, text.marks[0].label) == ("Needs rose.", 5, label)
    assert (note.type, note.content.text, note.label) == ("footnote", "Office of Lorn.", label)
    assert text.marks[0].glyphs[0] >= len("Needs")
    assert note.label_glyphs is not None
    assert label in raw[slice(*note.label_glyphs)].replace("¹", "1")


def test_several_notes_in_one_paragraph() -> None:
    blocks = drafts_of("A¹ and b².\n\n¹ One\n² Two\n").blocks
    assert [(b.label, b.content.text) for b in blocks[1:]] == [("1", "One"), ("2", "Two")]


def test_several_marks_in_one_superscript() -> None:
    [draft] = drafts_of("Needs<sup>1, 2</sup> rose.").blocks
    assert [(mark.at, mark.label) for mark in draft.marks] == [(5, "1"), (5, "2")]


@pytest.mark.parametrize("raw", ["25 km<sup>2</sup> of land", "25 km² of land"])
def test_an_area_is_no_mark(raw: str) -> None:
    [draft] = drafts_of(raw).blocks
    assert draft.marks == []


def test_a_mark_before_a_full_stop_takes_its_space_along() -> None:
    text = drafts_of("Needs rose [1].\n\n[1] Office.").blocks[0]
    assert (text.content.text, text.marks[0].at) == ("Needs rose.", len("Needs rose"))


def test_a_mark_in_a_table() -> None:
    table, note = drafts_of("Total*\t12\nOther\t13\n\n\\* With staff.").blocks
    assert table.table is not None
    assert table.table.cells[0].content.text == "Total"
    assert [mark.label for mark in table.table.cells[0].marks] == ["*"]
    assert (note.type, note.content.text) == ("footnote", "With staff.")


# --- headings and hints -------------------------------------------------------------------------


def levels(raw: str) -> list[tuple[int | None, str]]:
    return [(d.level, d.content.text) for d in drafts_of(raw).blocks if d.type == "heading"]


BODY = "The authority of Lorn leads the work in every county of the land."


def test_a_bold_line_above_text_is_a_heading() -> None:
    assert levels(f"## Work\n\n**Who leads**\n\n{BODY}") == [(2, "Work"), (3, "Who leads")]


@pytest.mark.parametrize(
    "line", ["**Who leads.**", "**Table 1. Needs**", "**Who** leads", "**3.5M**"]
)
def test_bold_lines_that_are_no_headings(line: str) -> None:
    assert levels(f"{line}\n\n{BODY}") == []


def test_a_signature_in_bold_is_no_heading() -> None:
    assert levels("**Ada Fenn**\n\nDirector of Relief") == []


CAPITALS = f"# NEEDS\n\n{BODY}\n\n## FOOD\n\n{BODY}\n\n## WATER\n\n{BODY}\n\n"


def test_a_line_in_capitals_is_a_heading_where_headings_are_in_capitals() -> None:
    assert levels(f"{CAPITALS}WORK FORCE\n\n{BODY}")[-1] == (2, "WORK FORCE")
    assert levels(f"{CAPITALS}PART TWO\n\n# ROADS\n\n{BODY}")[-2] == (1, "PART TWO")
    assert levels(f"{CAPITALS}# ROADS\n\nFIRST GOAL\n\nSECOND GOAL\n\n{BODY}")[-2:] == [
        (2, "FIRST GOAL"),
        (2, "SECOND GOAL"),
    ]


def test_a_line_in_capitals_elsewhere_is_text() -> None:
    assert ("paragraph", "WORK FORCE") in told(f"# Needs\n\n{BODY}\n\nWORK FORCE\n\n{BODY}")


def test_hints_for_captions_and_key_figures() -> None:
    blocks = drafts_of(f"![x](y)\n\n*A market in Lorn*\n\n{BODY}\n\n---\n\nMore.").blocks
    assert [(b.italic, b.near_picture, b.separated) for b in blocks] == [
        (True, True, False),
        (False, False, False),
        (False, False, True),
    ]


def test_list_items_keep_their_bullet_apart() -> None:
    raw = "12. Deliver food\n    - in winter"
    first, second = drafts_of(raw).blocks
    assert (first.type, first.level, first.content.text) == ("list_item", 1, "Deliver food")
    assert first.bullet is not None
    assert (raw[slice(*first.bullet)], first.bullet_digits) == ("12.", True)
    assert (second.level, second.bullet_digits) == (2, False)


# --- furniture ----------------------------------------------------------------------------------


def furniture(raw: str) -> list[str]:
    source = read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8")
    found = drafts(source).furniture
    for item in found:
        assert all(isinstance(piece, OffsetPiece) for piece in item.pieces)
    return [item.text for item in found]


def test_alternative_text_and_dots_are_furniture() -> None:
    assert furniture("![Map of Lorn](m.png)\n\n.....\n\nText.") == ["Map of Lorn", "....."]


def test_page_numbers_that_count_up_are_furniture() -> None:
    raw = f"{BODY}\n\n3\n\n{BODY}\n\n4\n\n{BODY}\n\nPage 5\n\n{BODY}"
    assert furniture(raw) == ["3", "4", "Page 5"]


def test_years_and_values_are_no_page_numbers() -> None:
    raw = "**2031**\n\nUSD 5M\n\n**2032**\n\nUSD 6M\n\n**2033**\n\nUSD 7M"
    assert furniture(raw) == []


LOGOS = "NORDA\nRELIEF AGENCY\n\nNORDA\nRELIEF AGENCY\n\nDA\nGENCY\n\nRDA"


def test_what_was_read_off_logos_is_furniture() -> None:
    assert len(furniture(f"{BODY}\n\n{LOGOS}\n\n{BODY}")) == 4


@pytest.mark.parametrize(
    "labels",
    [
        "WORK FORCE\n\nGENDER SPLIT\n\nFIELD OFFICES",
        "PHASE 1\n\nPHASE 2\n\nPHASE 3",
        "AREA A\n\nAREA B\n\nAREA C",
        "WHO\n\nUNDP\n\nUN",
        "PART I\n\nPART II\n\nPART III",
    ],
)
def test_labels_in_capitals_are_text(labels: str) -> None:
    assert furniture(f"{BODY}\n\n{labels}\n\n{BODY}") == []


# --- bullets that the markup does not know ------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "items"),
    [
        pytest.param(
            "Aid is:\n• food\n• clean\nwater",
            [
                ("paragraph", None, "Aid is:"),
                ("list_item", 1, "food"),
                ("list_item", 1, "clean water"),
            ],
            id="bullets below a line",
        ),
        pytest.param(
            "• food\no Rice\no Beans\n• water",
            [
                ("list_item", 1, "food"),
                ("list_item", 2, "Rice"),
                ("list_item", 2, "Beans"),
                ("list_item", 1, "water"),
            ],
            id="two kinds of bullets",
        ),
        pytest.param(
            "– food\n– water", [("list_item", 1, "food"), ("list_item", 1, "water")], id="dash"
        ),
        pytest.param(
            "(a) food\n(b) water",
            [("list_item", 1, "food"), ("list_item", 1, "water")],
            id="letters",
        ),
        pytest.param(
            "pane, riso\no fagioli", [("paragraph", None, "pane, riso o fagioli")], id="a word"
        ),
        pytest.param(
            "Aid\n– food – is short", [("paragraph", None, "Aid – food – is short")], id="aside"
        ),
    ],
)
def test_bullets(raw: str, items: list[tuple[str, int | None, str]]) -> None:
    blocks = drafts_of(raw).blocks
    assert [(b.type, b.level, b.content.text) for b in blocks] == items
    for block in blocks:
        if block.type == "list_item":
            assert block.bullet is not None
            assert raw[slice(*block.bullet)] in {"•", "o", "–", "(a)", "(b)"}


# --- notes without markup -----------------------------------------------------------------------


def test_a_list_of_notes_at_the_end() -> None:
    raw = f"# Work\n\n{BODY}¹ Done [2].\n\n# Notes\n\n1. Office of Lorn.\n2. Survey of 2031.\n"
    notes = [b for b in drafts_of(raw).blocks if b.type == "footnote"]
    assert [(b.label, b.content.text) for b in notes] == [
        ("1", "Office of Lorn."),
        ("2", "Survey of 2031."),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(f"{BODY}\n\n1 Office leads.", id="no mark calls it"),
        pytest.param("Needs¹ rose.\n\n4 Offices lead.", id="another number"),
        pytest.param("Needs¹ rose.\n\n# Goals\n\n1. Food\n2. Water", id="a list that is no notes"),
        pytest.param("In phase2 and Round3 of work.\n\n3 Offices lead.", id="glued to a name"),
    ],
)
def test_numbers_that_open_no_note(raw: str) -> None:
    assert "footnote" not in {b.type for b in drafts_of(raw).blocks}


def test_numbers_glued_to_words_stay_where_no_note_has_them() -> None:
    raw = "Needs1 rose in phase2 by CO2 and COVID-19.\n\n1 Office of Lorn."
    assert drafts_of(raw).blocks[0].content.text == "Needs rose in phase2 by CO2 and COVID-19."
