"""Columns, paragraphs and what cuts them."""

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
THIRD = (
    "What remains is the work of many hands over several years, and it will be done in the order"
    " that the villages themselves have chosen in their meetings of last winter."
)

SPACED = "#set par(justify: true)\n#set text(hyphenate: true)\n"


def texts(drafts: Drafts, kind: str = "paragraph") -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == kind]


def test_columns_are_read_one_after_the_other(lay_out: LayOut) -> None:
    drafts = lay_out(f"#columns(2)[{FIRST}\n\n{SECOND}\n#colbreak()\n{THIRD}]")
    assert texts(drafts) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("gutter", [10, 11])
def test_columns_with_a_gutter_as_narrow_as_a_wide_space_are_two(
    gutter: int, lay_out: LayOut
) -> None:
    columns = f"[{FIRST}\n\n{SECOND}\n#colbreak()\n{SECOND}\n\n{THIRD}]"
    sheet = f"{SPACED}#columns(2, gutter: {gutter}pt){columns}"
    assert texts(lay_out(sheet)) == [FIRST, SECOND, SECOND, THIRD]


def test_a_narrow_gutter_ends_where_a_text_goes_across(lay_out: LayOut) -> None:
    columns = f"#columns(2, gutter: 10pt)[{FIRST} {SECOND}\n#colbreak()\n{SECOND} {THIRD}]"
    assert texts(lay_out(f"{SPACED}{THIRD}\n\n{columns}\n\n{FIRST}")) == [
        THIRD,
        f"{FIRST} {SECOND}",
        f"{SECOND} {THIRD}",
        FIRST,
    ]


def test_a_heading_over_columns_comes_between_them(lay_out: LayOut) -> None:
    beside = "#grid(columns: (1fr, 1fr), gutter: 20pt)"
    heading = "#text(16pt, weight: 700)[After the flood]"
    drafts = lay_out(f"{beside}[{FIRST}][{SECOND}]\n\n{heading}\n\n{beside}[{THIRD}][{FIRST}]")
    order = [block.content.text for block in drafts.blocks]
    assert order == [FIRST, SECOND, "After the flood", THIRD, FIRST]


def test_a_paragraph_cut_by_a_column_is_one(lay_out: LayOut) -> None:
    sheet = f"#set page(height: 160pt, columns: 2)\n#set par(justify: true)\n{FIRST} {SECOND}"
    assert texts(lay_out(sheet)) == [f"{FIRST} {SECOND}"]


def test_a_paragraph_cut_by_a_page_is_one(lay_out: LayOut) -> None:
    sheet = f"#set page(height: 130pt)\n#set par(justify: true)\n{FIRST} {SECOND}"
    drafts = lay_out(sheet)
    assert texts(drafts) == [f"{FIRST} {SECOND}"]
    assert drafts.blocks[0].page == 1


def test_a_frame_is_read_as_a_unit(lay_out: LayOut) -> None:
    sheet = (
        f"#grid(columns: (2fr, 1fr), gutter: 20pt)[{FIRST}\n\n{THIRD}]"
        f"[#rect(inset: 8pt)[Grain is counted in sacks.\n\nA sack holds eighty kilograms.]]"
    )
    assert texts(lay_out(sheet)) == [
        FIRST,
        THIRD,
        "Grain is counted in sacks.",
        "A sack holds eighty kilograms.",
    ]


LONG, BOXED = f"{FIRST} {SECOND}", f"{SECOND} {FIRST}"
CUT = (
    "#set page(height: 180pt)\n#grid(columns: (2fr, 1fr), gutter: 20pt, [{}],"
    " block(fill: luma(225), inset: 6pt, width: 100%, text(8pt)[{}]))\n{}"
)


@pytest.mark.parametrize(
    ("text", "box", "order"),
    [
        pytest.param(f"{LONG}\n\n{THIRD}", BOXED, [LONG, THIRD, BOXED, THIRD], id="both go on"),
        pytest.param(THIRD, SECOND, [THIRD, SECOND, THIRD], id="the box goes on"),
        pytest.param(LONG, THIRD, [LONG, THIRD, THIRD], id="the text goes on"),
    ],
)
def test_a_text_and_a_box_cut_by_a_page_are_read_one_after_the_other(
    text: str, box: str, order: list[str], lay_out: LayOut
) -> None:
    assert texts(lay_out(CUT.format(text, box, THIRD))) == order


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(
            "The recon- \\\n struction of the bridge goes on; reconstruction is slow",
            "The reconstruction of the bridge goes on; reconstruction is slow",
            id="cut word",
        ),
        pytest.param(
            "They chose a community- \\\n based plan and not the other community-based plan",
            "They chose a community-based plan and not the other community-based plan",
            id="compound",
        ),
        pytest.param(
            "Costs rose in 2031– \\\n 2032 and in every year after it",
            "Costs rose in 2031–2032 and in every year after it",
            id="range",
        ),
    ],
)
def test_hyphens_at_line_ends(lines: str, text: str, lay_out: LayOut) -> None:
    sheet = f"#set page(width: auto)\n{lines}"
    assert " ".join(texts(lay_out(sheet))) == text


def test_ligatures_and_accents_stay_whole(lay_out: LayOut) -> None:
    text = "The offices of the staff differ; les élèves affluent où l’eau suffit."
    assert texts(lay_out(text)) == [text]


def test_running_heads_and_page_numbers_are_furniture(lay_out: LayOut) -> None:
    number = '#counter(page).display("1 / 1", both: true)'
    sheet = f"#set page(header: [Norvia plan], footer: context align(center)[{number}])\n"
    drafts = lay_out(sheet + "\n#pagebreak()\n".join([FIRST, SECOND, THIRD]))
    assert texts(drafts) == [FIRST, SECOND, THIRD]
    assert {piece.text for piece in drafts.furniture if piece.page == 2} == {"Norvia plan", "2 / 3"}


def test_captions_that_count_up_are_no_running_heads(lay_out: LayOut) -> None:
    pages = [f"*Figure {n}*\n\n{FIRST}" for n in (2, 5, 9, 11)]
    drafts = lay_out("\n#pagebreak()\n".join(pages))
    assert not drafts.furniture


def test_contents_keep_a_line_an_entry_and_five_dots(lay_out: LayOut) -> None:
    entry = "#box(width: 1fr, repeat[.])"
    drafts = lay_out(f"Roads {entry} 3\n\nWells and mills {entry} 12\n\nSchools {entry} 14")
    assert texts(drafts) == ["Roads ..... 3", "Wells and mills ..... 12", "Schools ..... 14"]


def test_a_line_that_leads_to_an_amount_is_a_unit(lay_out: LayOut) -> None:
    entry = "#box(width: 1fr, repeat[.])"
    drafts = lay_out(f"Roads {entry} 3,400 \\ Wells {entry} 1.200,50 \\ Schools {entry} 14")
    assert texts(drafts) == ["Roads ..... 3,400", "Wells ..... 1.200,50", "Schools ..... 14"]


def test_nothing_is_lost_and_nothing_doubled(lay_out: LayOut) -> None:
    sheet = f"#columns(2)[{FIRST} #colbreak() - {SECOND}\n- {THIRD}]"
    drafts = lay_out(sheet)
    joined = " ".join(block.content.text for block in drafts.blocks)
    assert sorted(joined.split()) == sorted(f"{FIRST} {SECOND} {THIRD}".split())


def test_the_same_bytes_give_the_same_drafts(lay_out: LayOut) -> None:
    sheet = f"#columns(2)[{FIRST} #colbreak() {SECOND}]"
    assert texts(lay_out(sheet)) == texts(lay_out(sheet))


def test_columns_end_where_a_heading_cuts_a_sentence(lay_out: LayOut) -> None:
    begun = " ".join(f"The carts of the valley wait for ferry {n} at dawn." for n in range(3, 9))
    left = f"{begun} Nobody knows whether the wells of"
    right = f"the hills will hold. {begun}"
    head = "#block(above: 12pt, below: 8pt, text(14pt, weight: 700)[Mills])"
    first = f"#grid(columns: (1fr, 1fr), gutter: 20pt, [{left}], [{right}])\n"
    second = (
        f"#grid(columns: (1fr, 1fr), gutter: 20pt, [{head} {begun} Grain comes], [late. {begun}])"
    )
    text = " ".join(block.content.text for block in lay_out(first + second).blocks)
    assert text.index("wells of the hills") < text.index("Mills") < text.index("Grain comes late")


@pytest.mark.parametrize("inset", ["6pt", "9pt"])
def test_a_coloured_bar_is_read_whole_beside_its_text(inset: str, lay_out: LayOut) -> None:
    look = f"fill: luma(225), width: 100%, inset: {inset}"
    bar = f"#block({look})[Points \\ Nine mills. \\ \\ Steps \\ Dig.]"
    text = f"#text(13pt)[Rain] \\\n{' '.join(['Snow fell on the hills.'] * 3)}\n\n"
    text += "#text(13pt)[Roads] \\\nOnly one road is open."
    columns = f"#grid(columns: (110pt, 1fr), column-gutter: 6pt, [{bar}], [{text}])"
    found = lay_out(f"{columns}\n\n#text(14pt)[Needs] \\\n{THIRD}")
    told = [block.content.text.split()[0] for block in found.blocks]
    assert "Points" not in told[told.index("Rain") : told.index("Roads")]
    assert told[-2:] == ["Needs", "What"]


HIGHER = (
    "#let column(body) = box(width: 155pt, par(justify: true, body))\n"
    "#place(top, text(14pt, weight: 700)[{heading}])\n"
    "#place(top, dy: 44pt, column[{first}])\n"
    "#place(top, dx: 180pt, dy: {above}pt, column[{second}])\n"
)


@pytest.mark.parametrize("above", [28, 36])
def test_a_later_column_may_begin_higher_than_the_first(lay_out: LayOut, above: int) -> None:
    drafts = lay_out(HIGHER.format(heading="The flood", first=FIRST, second=SECOND, above=above))
    assert texts(drafts) == [FIRST, SECOND]


def test_a_line_apart_over_a_later_column_is_read_before_the_columns(lay_out: LayOut) -> None:
    place = "#place(top, dx: 180pt, dy: 20pt)[Distributed on 3 May]\n"
    sheet = place + HIGHER.format(heading="The flood", first=FIRST, second=SECOND, above=44)
    assert texts(lay_out(sheet))[0] == "Distributed on 3 May"


HEAD = "#text(14pt, weight: 700)[{}]"
MILLS, ROADS = (f"{HEAD.format(head)}\\ " for head in ("Mills", "Roads"))
BOX = "#block(fill: luma(225), inset: 6pt, width: 100%)[Oil \\ and \\ boats \\ are \\ dear.]"
GRID = "#grid(gutter: 14pt, "
THIRDS = f"{GRID}columns: (1fr,) * 3, [{MILLS} {THIRD}], [{FIRST}], [{SECOND}])"
BESIDE = f"{GRID}columns: (2fr, 1fr), [{ROADS} {SECOND}], [{BOX}])"


@pytest.mark.parametrize("above", [THIRDS, BESIDE])
def test_columns_end_where_a_text_beside_a_box_has_others(above: str, lay_out: LayOut) -> None:
    below = BESIDE if above is THIRDS else THIRDS
    told = [draft.content.text for draft in lay_out(f"{above}\n\n{below}").blocks]
    thirds, beside = ["Mills", THIRD, FIRST, SECOND], ["Roads", SECOND, "Oil and boats are dear."]
    assert told == (thirds + beside if above is THIRDS else beside + thirds)


ANEW = "#grid(columns: (1fr, 1fr), gutter: 20pt, row-gutter: 12pt, [{}], [{}], [{}], [{}])"


@pytest.mark.parametrize(
    ("short", "order"),
    [
        pytest.param(THIRD, [FIRST + " " + FIRST, THIRD, "Mills", SECOND, THIRD], id="anew"),
        pytest.param(
            FIRST[:-1], [FIRST + " " + FIRST, "Mills", SECOND, FIRST[:-1], THIRD], id="cut"
        ),
    ],
)
def test_a_heading_level_with_the_other_column_under_a_hole_begins_columns(
    short: str, order: list[str], lay_out: LayOut
) -> None:
    sheet = ANEW.format(f"{FIRST} {FIRST}", short, f"{MILLS} {SECOND}", THIRD)
    assert [draft.content.text for draft in lay_out(sheet).blocks] == order


@pytest.mark.parametrize(
    ("columns", "short"),
    [
        pytest.param("1fr, 1fr", f"{THIRD} #v(4pt) #circle(radius: 12pt)", id="drawn"),
        pytest.param("1fr, 1fr", f"{THIRD} #v(8pt) #line(length: 90%) #v(8pt)", id="ruled"),
        pytest.param("1fr, 1fr", f"#text(8pt)[{THIRD}]", id="small"),
        pytest.param("1.9fr, 1fr", THIRD, id="narrow"),
    ],
)
def test_columns_go_on_beside_a_drawing_or_a_column_unlike_them(
    columns: str, short: str, lay_out: LayOut
) -> None:
    sheet = ANEW.format(f"{FIRST} {FIRST} {FIRST}", short, f"{MILLS} {SECOND}", THIRD)
    told = [draft.content.text for draft in lay_out(sheet.replace("1fr, 1fr", columns)).blocks]
    assert told.index("Mills") < told.index(THIRD)


@pytest.mark.parametrize(
    ("head", "said", "before"),
    [
        pytest.param(MILLS, ".", 4, id="under a heading"),
        pytest.param("Table 1: Mills \\ ", ".", 4, id="under a caption"),
        pytest.param("", ".", 8, id="over no head"),
        pytest.param(MILLS, ":", 8, id="announced"),
    ],
)
def test_a_line_beside_a_hole_ends_its_column_where_what_follows_has_a_head(
    head: str, said: str, before: int, lay_out: LayOut
) -> None:
    ends = "and none of them paid" + said
    lines = [*["carts and the ferry wait here"] * 4, ends]
    sheet = ANEW.format(" \\ ".join(lines), " \\ ".join(lines[:4]), head + SECOND, THIRD)
    told = " ".join(texts(lay_out(sheet.replace("12pt, [", "36pt, ["))))
    assert told[: told.index(ends)].count(lines[0]) == before


def test_no_column_runs_on_between_the_names_of_a_map(lay_out: LayOut) -> None:
    spots = "\n".join(
        f"#place(dx: 20pt, dy: {at * 44 + 10}pt, stack(spacing: 3pt, text(8pt)[{name}], [*{n}*]))"
        for at, (name, n) in enumerate({"Ostrel": 250, "Kavenne": 940, "Lorn": 412}.items())
    )
    ground = "polygon(fill: luma(230), (0pt, 10pt), (150pt, 0pt), (140pt, 140pt), (20pt, 150pt))"
    drawn = f"#block(width: 155pt, height: 150pt)[#place({ground})\n{spots}]"
    left = f"{FIRST}#v(4pt){MILLS} {SECOND}"
    drafts = lay_out(f"#grid(columns: (1fr, 1fr), gutter: 20pt, [{left}], [{drawn} {THIRD}])")
    told = [draft.content.text for draft in drafts.blocks]
    assert (told[:4], told[-1]) == ([FIRST, "Mills", SECOND, "250"], THIRD)
