"""Where a paragraph ends: by its sentence, its room, its indent; and what goes on elsewhere."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

FIRST = (
    "The upper valley lost most of its bridges in the spring flood, and the carts that once took"
    " grain to the market of Ostrel now wait for the ferry, which runs twice a day when the river"
    " is low and not at all when it is high."
)
SECOND = (
    "In the lower valley the roads held, but the mills stand still, because the canal that fed"
    " them has filled with gravel; three companies have offered to dig it out before the autumn,"
    " and none of them has been paid so far by the council."
)


def texts(drafts: Drafts, kind: str = "paragraph") -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == kind]


def test_a_line_in_lower_case_goes_on_whatever_room_is_left(lay_out: LayOut) -> None:
    short = "#block(width: 40%)[The needs of the villages\\\nof the upper valley]"
    drafts = lay_out(f"{FIRST}\n\n{short}")
    assert texts(drafts)[-1] == "The needs of the villages of the upper valley"


def test_a_number_inside_a_sentence_begins_no_item(lay_out: LayOut) -> None:
    text = (
        "Every village of the valley and of the hills around it has told the council its aims,"
        " which are (a) roads that the carts can use; #linebreak(justify: true) "
        " (b) mills that stand; and (c) wells."
    )
    drafts = lay_out(f"#set par(justify: true)\n{text}")
    assert texts(drafts, "list_item") == []
    assert len(texts(drafts)) == 1


@pytest.mark.parametrize(
    ("first", "second", "items"),
    [
        (
            "The aims of the new plan of the valley for ten years are these: (a) roads;",
            "(b) mills that stand; and (c) wells.",
            0,
        ),
        (
            "As it told the council of the valley in the report of last year (A/80/12,",
            "p. 18), the ward recommends that it pay.",
            0,
        ),
        (
            "The aims of the new plan of the valley, as told in the report (A/80/12)",
            "a) roads that the carts can use",
            1,
        ),
        (
            "The aims of the new plan of the valley are many, for all of its villages",
            "(b) mills that stand",
            1,
        ),
        (
            "Of the seven wards that the council asked None came with a plan for",
            "1. roads that the carts can use",
            1,
        ),
        (
            "The council told its aims for the valley under point 1. of it, and so the",
            "2. Roads that the carts can use",
            1,
        ),
        (
            "The aims of the new plan of the valley for ten years are these: (iv) roads;",
            "(v) mills that stand; and (vi) wells.",
            0,
        ),
    ],
)
def test_what_counts_on_from_the_line_before(
    first: str, second: str, items: int, lay_out: LayOut
) -> None:
    line = f"{first} #linebreak(justify: true) {second}"
    drafts = lay_out(f"#set par(justify: true)\n{FIRST}\n\n{line}")
    assert len(texts(drafts, "list_item")) == items


def test_a_hyphen_printed_twice_at_a_break_is_one(lay_out: LayOut) -> None:
    drafts = lay_out("Un enfoque social-\\\n-económico para el valle y sus molinos.")
    assert texts(drafts) == ["Un enfoque social-económico para el valle y sus molinos."]


def test_a_list_of_counted_items_is_one(lay_out: LayOut) -> None:
    items = "\n".join(f"#par(hanging-indent: 18pt)[({n}) #h(8pt) {FIRST}]" for n in "abc")
    assert texts(lay_out(items), "list_item") == [FIRST] * 3


def test_text_around_a_picture_is_one_paragraph(lay_out: LayOut) -> None:
    narrow = '#block(width: 55%, below: 0.65em, par(justify: true, linebreaks: "simple")[{}])'
    words = f"{FIRST} {SECOND}".split()
    sheet = narrow.format(" ".join(words[:45]) + r"#linebreak(justify: true)")
    drafts = lay_out(f"{sheet}\n#par(justify: true)[{' '.join(words[45:])}]")
    assert len(texts(drafts)) == 1


def test_a_stretched_line_stays_whole(lay_out: LayOut) -> None:
    stretched = "#block(width: 100%)[of grain and of salt to buy#linebreak(justify: true)]"
    drafts = lay_out(f"#set par(justify: true)\n{FIRST}\n\n{stretched}")
    assert texts(drafts) == [FIRST, "of grain and of salt to buy"]


def test_numbered_paragraphs_keep_their_numbers(lay_out: LayOut) -> None:
    sheet = "\n\n".join(f"{n}\\. #h(14pt) {FIRST}" for n in (14, 15, 16))
    assert texts(lay_out(sheet)) == [f"{n}. {FIRST}" for n in (14, 15, 16)]


def test_hanging_numbers_are_items_without_them(lay_out: LayOut) -> None:
    sheet = "\n".join(f"+ {FIRST}" for _ in range(3))
    assert texts(lay_out(sheet), "list_item") == [FIRST] * 3


def test_entries_without_dots_are_a_line_each(lay_out: LayOut) -> None:
    entries = [("Roads of the valley", 2), ("Wells", 3), ("Mills and canals", 5)]
    sheet = "\\\n".join(f"{title} #h(1fr) {page}" for title, page in entries)
    assert texts(lay_out(sheet)) == [f"{title} {page}" for title, page in entries]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        pytest.param(["gender-", "based"], "gender-based", id="no document of cut words"),
        pytest.param(["flood-", "prone"], "flood-prone", id="parts that stand nowhere else"),
    ],
)
def test_a_document_that_cuts_no_words_keeps_its_hyphens(
    lines: list[str], joined: str, lay_out: LayOut
) -> None:
    long = " ".join([FIRST, SECOND] * 4)
    sheet = f"#set text(hyphenate: false)\n{long}\n\nThey want {lines[0]}\\\n{lines[1]} plans."
    assert texts(lay_out(sheet))[-1] == f"They want {joined} plans."


def test_a_document_that_cuts_words_mends_them(lay_out: LayOut) -> None:
    sheet = f"#set page(width: 200pt)\n#set par(justify: true)\n#set text(hyphenate: true)\n{FIRST}"
    drafts = lay_out(f"{sheet}\n\n{SECOND}")
    assert texts(drafts) == [FIRST, SECOND]


def test_a_text_and_the_box_beside_it_go_on_apart(lay_out: LayOut) -> None:
    def page(text: str, box: str) -> str:
        boxed = f"#block(fill: luma(90%), inset: 6pt, text(9.2pt)[{box}])"
        return f"#grid(columns: (2fr, 1fr), gutter: 16pt)[{text}][{boxed}]"

    one, two = FIRST.split(" which "), SECOND.split(" because ")
    full = "#linebreak(justify: true) "
    sheet = (
        "#set par(justify: true)\n"
        + page(f"{one[0]}{full}", f"{two[0]}{full}")
        + "\n#pagebreak()\n"
        + page(f"which {one[1]}", f"because {two[1]}")
    )
    assert texts(lay_out(sheet)) == [FIRST, SECOND]


def test_a_box_at_the_left_is_read_after_the_text(lay_out: LayOut) -> None:
    boxed = f"#block(fill: luma(90%), inset: 6pt, text(8pt)[{SECOND}])"
    drafts = lay_out(f"#grid(columns: (1fr, 2fr), gutter: 16pt)[{boxed}][{FIRST}\n\n{FIRST}]")
    assert texts(drafts) == [FIRST, FIRST, SECOND]


def test_a_picture_ends_the_columns_over_it(lay_out: LayOut) -> None:
    columns = "#grid(columns: (1fr, 1fr), gutter: 20pt)[{}][{}]"
    picture = (
        '#image(bytes(range(256).map(n => (n, 99, 255 - n)).flatten()), format: (encoding: "rgb8",'
        " width: 16, height: 16), width: 100%, height: 60pt)"
    )
    sheet = f"{columns.format(FIRST, SECOND)}\n{picture}\n{columns.format(SECOND, FIRST)}"
    assert texts(lay_out(sheet)) == [FIRST, SECOND, SECOND, FIRST]


def test_a_label_goes_before_the_title_set_in_from_it(lay_out: LayOut) -> None:
    title = (
        "Wells dug in the north of Lorn in each year since the flood and those that the towns"
        " have promised to dig (in thousands of wells)"
    )
    label = "#grid(columns: (45pt, 1fr), column-gutter: 12pt)[Table 1:][{}]"
    drafts = lay_out(f"#set par(justify: true)\n{label.format(title)}\n\n{FIRST}")
    assert texts(drafts) == [f"Table 1: {title}", FIRST]


def test_a_word_cut_in_a_heading_goes_on_over_wide_leading(lay_out: LayOut) -> None:
    cut = "Literacy of all the Millers and the Mar-\\ket Day over the Years"
    grid = f"#grid(columns: (16pt, 1fr), column-gutter: 12pt)[B][{cut}]"
    heading = f'#text(17pt, weight: "bold")[#set par(leading: 22pt)\n{grid}]'
    drafts = lay_out(f"{heading}\n\n{FIRST}\n\n{SECOND}\n\n{FIRST}")
    assert drafts.blocks[0].content.text.endswith("the Market Day over the Years")


def test_a_dash_that_a_full_line_is_cut_at_opens_no_item(lay_out: LayOut) -> None:
    text = (
        "The loans of the town are paid back as follows over the three years to come, in 2032"
        " #linebreak(justify: true) - 3,200 crowns; 2033 - 3,300 crowns."
    )
    drafts = lay_out(f"#set par(justify: true)\n{text}")
    assert (texts(drafts, "list_item"), len(texts(drafts))) == ([], 1)


def test_dashes_below_each_other_open_items(lay_out: LayOut) -> None:
    assert texts(lay_out("The town buys\\\n- boats\\\n- sails"), "list_item") == ["boats", "sails"]


def test_a_number_after_a_cut_line_opens_an_item_all_the_same(lay_out: LayOut) -> None:
    drafts = lay_out("The town paid its loans back in the years from 2030-\\\n2) Water was dear.")
    assert texts(drafts, "list_item") == ["Water was dear."]


def test_a_caption_behind_a_finished_line_is_its_own(lay_out: LayOut) -> None:
    line = "The ferry carried more people in every one of the years, and lost no boat at all."
    gap = "#set par(spacing: 0.65em)\n"
    caption = "Figure 2. Rate of accidents (per cent)"
    assert texts(lay_out(f"{gap}{line}\n\n{caption}")) == [line, caption]


def test_a_figure_that_a_sentence_names_begins_nothing(lay_out: LayOut) -> None:
    line = "The ferry carried more people in every year and lost no boat at all, as is seen in"
    drafts = lay_out(f"#set par(spacing: 0.65em)\n{line}\n\nFigure 2. No boat sank.")
    assert texts(drafts) == [f"{line} Figure 2. No boat sank."]


@pytest.mark.parametrize(
    ("gap", "expected"),
    [("2pt", ["210 348"]), ("45pt", ["210  348"]), ("6pt", ["210 348"])],
    ids=["a_blank", "white_as_wide_as_words", "a_stretched_blank"],
)
def test_white_parts_numbers_that_a_blank_would_make_one(
    lay_out: LayOut, gap: str, expected: list[str]
) -> None:
    assert texts(lay_out(f"210#h({gap})348")) == expected


def test_years_far_apart_stay_words_of_one_line(lay_out: LayOut) -> None:
    assert texts(lay_out("2031#h(45pt)2032#h(45pt)2033")) == ["2031 2032 2033"]


def test_numbers_side_by_side_at_nearly_one_level_are_two_blocks(lay_out: LayOut) -> None:
    place = "#place(top + left, dx: {}pt, dy: {}pt)[{}]"
    sheet = place.format(0, 4, 160) + place.format(45, 0, 155)
    assert sorted(texts(lay_out(f"#block(height: 40pt, width: 100%)[{sheet}]"))) == ["155", "160"]


SMALL_END = (
    "#text(9pt)[Children at the new well of Lorn. #text(7pt)[© Valley]] \\ #text(7pt)[Press]"
)


def test_a_line_goes_on_in_the_smaller_type_with_which_the_one_before_ends(
    lay_out: LayOut,
) -> None:
    drafts = lay_out(SMALL_END)
    assert [b.content.text for b in drafts.blocks] == [
        "Children at the new well of Lorn. © Valley Press"
    ]


def test_a_mark_in_small_type_at_a_lines_end_joins_no_smaller_text(lay_out: LayOut) -> None:
    sheet = "Children at the new well of Lorn.#super[2] \\ #text(6pt)[Seen in spring by a miller]"
    assert len(lay_out(sheet).blocks) == len(("text", "smaller text"))


def test_centred_names_of_statements_do_not_go_on_over_the_page(lay_out: LayOut) -> None:
    names = ["Consolidated Statement of Operations", "Notes to the Consolidated Statements"]
    centred = [
        f"#align(center)[{name}]#align(center)[(in thousands of crowns)]"
        "#align(center)[For the year ended June 30, 2031]"
        for name in names
    ]
    sheet = "#pagebreak()".join(f"{name}\n#table(columns: 2)[Nets][12]" for name in centred)
    found = texts(lay_out(sheet))
    assert not any(all(name in text for name in names) for text in found)
    assert all(any(text.startswith(name) for text in found) for name in names)
