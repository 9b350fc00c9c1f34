"""The title, the lines of a cover, and which lines are headings, at which level."""

from collections.abc import Callable

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)
BIG, SMALL = "#text(16pt, weight: 700)", "#text(10pt, weight: 700)"
LETTERED = [("a", "On wages"), ("b", "On mills")]


def texts(drafts: Drafts, kind: str) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == kind]


def outline(drafts: Drafts) -> list[tuple[int | None, str]]:
    return [(block.level, block.content.text) for block in drafts.blocks if block.type == "heading"]


def test_a_title_goes_on_in_a_line_of_another_colour(lay_out: LayOut) -> None:
    cover = (
        "#block(text(30pt, weight: 700)[The Ferry Plan])\n"
        "#block(above: 14pt, text(30pt, fill: red)[Lorn 2031])\n"
        "#block(above: 40pt, text(14pt)[Office of Ferries and Wells])\n#pagebreak()\n"
    )
    drafts = lay_out(cover + f"{BIG}[Roads]\n\n{BODY}\n\n{BODY}")
    assert texts(drafts, "title") == ["The Ferry Plan Lorn 2031"]
    assert texts(drafts, "heading") == ["Roads"]


def test_a_numbered_heading_is_no_title(lay_out: LayOut) -> None:
    sheet = f"#text(12pt, weight: 700)[Plan of the Ferries]\n\n#text(20pt)[1. Roads]\n\n{BODY}"
    drafts = lay_out(f"{sheet}\n\n#text(20pt)[2. Wells]\n\n{BODY}")
    assert texts(drafts, "title") == ["Plan of the Ferries"]
    assert texts(drafts, "heading") == ["1. Roads", "2. Wells"]


def test_a_letterhead_is_neither_title_nor_heading(lay_out: LayOut) -> None:
    head = (
        "#grid(columns: (1fr, 1fr), text(20pt, weight: 700)[Council of Lorn],"
        " align(right)[Sheet: general\\ 21 May 2031\\ Original: Lornish])\n\n"
        "#block(above: 60pt, text(14pt, weight: 700)[On the wells of the valley])\n\n"
    )
    drafts = lay_out(head + f"{BIG}[1. Roads]\n\n{BODY}\n\n{BODY}")
    assert texts(drafts, "title") == ["On the wells of the valley"]
    assert texts(drafts, "heading") == ["1. Roads"]


def test_a_document_that_opens_with_a_section_has_no_title(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BIG}[Roads]\n\n{BODY}\n\n{BIG}[Wells]\n\n{BODY}")
    assert texts(drafts, "title") == []
    assert texts(drafts, "heading") == ["Roads", "Wells"]


def test_a_name_over_an_office_is_no_heading(lay_out: LayOut) -> None:
    signed = f"{SMALL}[Ada M. Fenn]\\\n#text(8pt)[Warden of the Ferries]"
    drafts = lay_out(f"{BIG}[Foreword]\n\n{BODY}\n\n{BODY}\n\n{signed}")
    assert "Ada M. Fenn" in texts(drafts, "paragraph")


def test_labels_in_a_row_are_no_headings(lay_out: LayOut) -> None:
    labels = "\n\n".join(f"{SMALL}[{name} stock]" for name in ("Grain", "Timber", "Salt"))
    drafts = lay_out(f"{BIG}[Stores]\n\n{BODY}\n\n{labels}\n\n{BIG}[Roads]\n\n{BODY}")
    assert texts(drafts, "heading") == ["Stores", "Roads"]


def test_a_place_over_one_number_is_its_label(lay_out: LayOut) -> None:
    cells = ", ".join(
        f"[{SMALL}[{name}]\\\n#text(18pt)[{count}]]"
        for name, count in (("EAST LORN", "1,200"), ("WEST LORN", "940"), ("OLD LORN", "75"))
    )
    sheet = f"{BIG}[Roads]\n\n{BODY}\n\n{BIG}[Wells]\n\n{BODY}\n\n"
    drafts = lay_out(f"{sheet}#grid(columns: (1fr, 1fr, 1fr), {cells})")
    assert outline(drafts) == [(1, "Roads"), (1, "Wells")]
    pairs = ["1,200", "EAST LORN", "940", "WEST LORN", "75", "OLD LORN"]
    assert texts(drafts, "key_figure") == pairs


def test_numbers_nest_headings_where_their_type_does_not(lay_out: LayOut) -> None:
    sheet = "\n\n".join(
        f"{SMALL}[{title}]\n\n{BODY}"
        for title in ("1. Roads", "1.1 Bridges", "1.2 Carts", "2. Wells", "2.1 Ropes")
    )
    assert [level for level, _ in outline(lay_out(sheet))] == [1, 2, 2, 1, 2]


def test_the_contents_give_the_levels(lay_out: LayOut) -> None:
    lines = "\n\n".join(
        f"#h({indent}pt) {title} #box(width: 1fr, repeat[.]) 2"
        for title, indent in (("Roads", 0), ("Bridges", 20), ("Wells", 0), ("Ropes", 20))
    )
    body = "\n\n".join(
        f"{SMALL}[{title}]\n\n{BODY}" for title in ("Roads", "Bridges", "Wells", "Ropes")
    )
    drafts = lay_out(f"{BIG}[Contents]\n\n{lines}\n#pagebreak()\n{body}")
    assert outline(drafts)[1:] == [(1, "Roads"), (2, "Bridges"), (1, "Wells"), (2, "Ropes")]


def test_a_year_and_its_amount_beside_a_bar_are_a_key_figure(lay_out: LayOut) -> None:
    bars = "\n\n".join(
        f"{SMALL}[{year} USD {amount} million]" for year, amount in ((2031, "5.5"), (2032, "4.1"))
    )
    drafts = lay_out(f"{BIG}[Costs]\n\n{BODY}\n\n{BODY}\n\n{bars}")
    assert texts(drafts, "key_figure") == ["2031 USD 5.5 million", "2032 USD 4.1 million"]


def test_boxes_below_columns_are_read_after_them(lay_out: LayOut) -> None:
    wells = "[East\\ 12\\ wells], [West\\ 30\\ wells], [North\\ 7\\ wells], [South\\ 9\\ wells]"
    box = "rect(width: 100%, fill: luma(230), inset: 8pt)"
    drafts = lay_out(
        f"{BODY}\n\n#grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: 12pt, {wells})\n"
        f"#grid(columns: (1fr, 1fr), gutter: 12pt, {box}[In all\\ 58 wells],"
        f" {box}[Mills\\ 4 mills])"
    )
    text = " ".join(block.content.text for block in drafts.blocks)
    assert text.index("South") < text.index("In all") < text.index("Mills")


def test_a_note_above_a_table_at_the_foot_is_a_footnote(lay_out: LayOut) -> None:
    note = "#v(30pt)\n#line(length: 60pt, stroke: 0.5pt)\n#text(7pt)[#super[1]Lorn Ferry Register.]"
    table = "#table(columns: 3, [Ferry], [Carts], [Boats], [North], [12], [3], [South], [9], [4])"
    drafts = lay_out(f"{BODY}#super[1]\n\n{BODY}\n\n{note}\n\n#v(20pt)\n{table}")
    notes = [(b.label, b.content.text) for b in drafts.blocks if b.type == "footnote"]
    assert notes == [("1", "Lorn Ferry Register.")]


def test_headings_of_a_first_page_without_long_text_are_headings(lay_out: LayOut) -> None:
    title = "#block(text(20pt, weight: 700)[Cholera Plan 2031])\n"
    head = "#block(above: 20pt, text(14pt, weight: 700)[{}])\n"
    aims = head.format("Aims") + "- Find each case.\n- Treat all who are ill.\n"
    cause = head.format("Context") + "Cholera came back in April.\n"
    drafts = lay_out(title + cause + aims)
    assert texts(drafts, "title") == ["Cholera Plan 2031"]
    assert texts(drafts, "heading") == ["Context", "Aims"]


def test_a_line_right_under_the_title_goes_with_it(lay_out: LayOut) -> None:
    under = "#block(above: 6pt, text(12pt, weight: 700)[Report of the Warden])\n\n#v(20pt)\n"
    drafts = lay_out(f"#block(text(20pt, weight: 700)[Ferries of Lorn])\n{under}{BODY}\n\n{BODY}")
    assert texts(drafts, "title") == ["Ferries of Lorn"]
    assert texts(drafts, "heading") == []


def test_a_first_heading_set_as_those_of_later_pages_is_no_title(lay_out: LayOut) -> None:
    parts = "\n#pagebreak()\n".join(
        f"#text(18pt)[{part}]\n\n{BIG}[{name}]\n\n{BODY}\n\n{BODY}"
        for part, name in (("Needs", "Food"), ("Response", "Wells"))
    )
    drafts = lay_out(parts)
    assert texts(drafts, "title") == []
    assert outline(drafts) == [(1, "Needs"), (2, "Food"), (1, "Response"), (2, "Wells")]


def test_a_title_over_key_figures_is_no_letterhead(lay_out: LayOut) -> None:
    values = "#grid(columns: 3, gutter: 40pt, {})".format(
        ", ".join(
            f"[#text(16pt, weight: 700)[{n}]\\ {w}]"
            for n, w in ((120, "wells"), (14, "mills"), (31, "carts"))
        )
    )
    title = "#block(text(26pt, weight: 700)[Lorn: Flood])\n"
    drafts = lay_out(f"{title}{values}\n\n{BIG}[Roads]\n\n{BODY}\n\n{BODY}")
    assert texts(drafts, "title") == ["Lorn: Flood"]


def test_small_type_of_a_long_table_is_not_the_body(lay_out: LayOut) -> None:
    cells = ", ".join(f"[Lorn {n}], [{n * 317}], [{n * 91}]" for n in range(1, 40))
    table = f"#text(7pt)[#table(columns: 3, inset: 2pt, {cells})]"
    drafts = lay_out(f"{BIG}[Wells]\n\n{BODY}\n\nNobody has counted the ropes.\n\n{table}")
    assert "Nobody has counted the ropes." in texts(drafts, "paragraph")


def test_white_type_on_a_band_is_of_the_level_of_its_size(lay_out: LayOut) -> None:
    def band(title: str) -> str:
        type_ = f"text(16pt, weight: 700, fill: white)[{title}]"
        return f"#block(fill: maroon, width: 100%, inset: 4pt, {type_})"

    red = "#text(16pt, weight: 700, fill: maroon)"
    drafts = lay_out(
        f"{red}[Risk]\n\n{BODY}\n\n{band('Budget')}\n\n{BODY}\n\n{red}[Contact]\n\n{BODY}"
    )
    assert outline(drafts) == [(1, "Risk"), (1, "Budget"), (1, "Contact")]


def test_a_letter_in_brackets_counts_below_the_numbered_heading(lay_out: LayOut) -> None:
    slanted = '#text(10pt, weight: 700, style: "italic")'
    sheet = f"{BIG}[Notes]\n\n{slanted}[Opinion]\n\n{BODY}\n\n{SMALL}[1. Roads]\n\n{BODY}\n\n"
    parts = "".join(f"{slanted}[{name}]\n\n{BODY}\n\n" for name in ("(a) Bridges", "(b) Carts"))
    found = {name: level for level, name in outline(lay_out(f"{sheet}{parts}"))}
    assert found["(a) Bridges"] == found["(b) Carts"] == (found["1. Roads"] or 0) + 1


def test_places_over_two_numbers_each_are_headings(lay_out: LayOut) -> None:
    under = "#text(18pt)[{}]\\\n#text(7pt)[people]\n\n#text(18pt)[{}]\\\n#text(7pt)[wells]"
    cells = ", ".join(
        f"[{SMALL}[{name}]\n\n{under.format(*counts)}]"
        for name, counts in (("EAST LORN", ("1,200", "14")), ("OLD LORN", ("940", "75")))
    )
    sheet = f"{BIG}[Roads]\n\n{BODY}\n\n{BIG}[Wells]\n\n{BODY}\n\n"
    drafts = lay_out(f"{sheet}#grid(columns: (1fr, 1fr), {cells})")
    assert outline(drafts)[2:] == [(2, "EAST LORN"), (2, "OLD LORN")]


def test_lettered_lines_in_italics_that_lead_texts_are_headings(lay_out: LayOut) -> None:
    parts = "\n\n".join(f"#v(8pt)\n_{letter}) {name}_\n\n{BODY}" for letter, name in LETTERED)
    drafts = lay_out(f"{BIG}[1. Spending]\n\n{BODY}\n\n{parts}")
    assert outline(drafts) == [(1, "1. Spending"), (2, "a) On wages"), (2, "b) On mills")]


def test_a_sentence_a_little_larger_than_the_body_is_no_heading(lay_out: LayOut) -> None:
    notes = f"{BIG}[Roads]\n\n{BODY}\n\n{BODY}\n\n#text(12pt)[The wells of Lorn were not counted.]"
    drafts = lay_out(f"#set text(10pt)\n{notes}\n\n{BIG}[Mills]\n\n{BODY}")
    assert texts(drafts, "heading") == ["Roads", "Mills"]


def test_words_pulled_out_of_a_text_are_no_heading(lay_out: LayOut) -> None:
    quote = '#block(above: 20pt, below: 20pt, text(14pt, style: "italic")[Nobody asked the mills.])'
    drafts = lay_out(f"{BIG}[Roads]\n\n{BODY}\n{quote}\nMiller, Lorn\n\n{BIG}[Mills]\n\n{BODY}")
    assert texts(drafts, "heading") == ["Roads", "Mills"]


def test_a_label_over_a_bare_number_is_no_heading(lay_out: LayOut) -> None:
    sheet = f"{BIG}[Roads]\n\n{BODY}\n\n{SMALL}[Toll roads]\n\n4.2\n\n{SMALL}[Tracks]\n\n{BODY}"
    assert texts(lay_out(sheet), "heading") == ["Tracks"]  # the large line is the title
