"""What is set like a heading and labels something else, and what heads a table all the same."""

from collections.abc import Callable

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)
BIG, SMALL = "#text(16pt, weight: 700)", "#text(10pt, weight: 700)"
TABLE = "#table(columns: 2, [Wells], [12], [Mills], [14])"


def headings(drafts: Drafts) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == "heading"]


def test_lines_set_as_the_text_beside_long_tables_are_no_headings(lay_out: LayOut) -> None:
    cells = ", ".join(f"[carts and oxen of village {n}], [{n * 317}]" for n in range(1, 40))
    table = f"#text(7pt)[#table(columns: 2, inset: 2pt, {cells})]"
    text = (
        f"{BIG}[Roads]\n\nThe council counts three kinds of carts, of which:\n\n- {BODY}\n- Sledges"
    )
    drafts = lay_out(f"{text}\n\n{BIG}[Wells]\n\nMiller of Lorn, Ferry Street\n\n{table}")
    assert headings(drafts) == ["Roads", "Wells"]


def test_names_over_one_number_each_are_no_headings(lay_out: LayOut) -> None:
    cells = ", ".join(
        f"[{SMALL}[{name}]\n\n#text(18pt, weight: 700)[{n}]\\\n#text(7pt)[counted]]"
        for name, n in (("Goats", "1,200"), ("Oxen", "940"), ("Carts", "75"))
    )
    sheet = f"{BIG}[Roads]\n\n{BODY}\n\n{BIG}[Wells]\n\n{BODY}\n\n"
    drafts = lay_out(f"{sheet}#grid(columns: (1fr, 1fr, 1fr), {cells})\n\n{BODY}")
    assert headings(drafts) == ["Roads", "Wells"]


def test_a_title_between_which_and_its_source_a_chart_is_drawn_is_no_heading(
    lay_out: LayOut,
) -> None:
    chart = "#rect(width: 60%, height: 60pt, fill: gray)\n\n#text(8pt)[Source: Council of Lorn]"
    sheet = f"{BIG}[Roads]\n\n{BODY}\n\n{SMALL}[Tolls paid, 2029 to 2031]\n\n{chart}\n\n"
    drafts = lay_out(f"{sheet}{BODY}\n\n{BIG}[Wells]\n\n{BODY}\n\n{SMALL}[Ropes]\n\n{BODY}")
    assert headings(drafts) == ["Roads", "Wells", "Ropes"]


def test_a_name_over_an_address_is_no_heading(lay_out: LayOut) -> None:
    contact = f"{SMALL}[Dr Ada Fenn]\\\nHead of wells\\\nfenn\\@lorn.example"
    drafts = lay_out(f"{BIG}[Roads]\n\n{BODY}\n\n{BIG}[Contact]\n\n{contact}")
    assert headings(drafts) == ["Roads", "Contact"]


def test_what_is_set_like_headings_of_their_own_size_heads_a_table(lay_out: LayOut) -> None:
    own = "#text(10.5pt, weight: 700)"
    parts = f"{own}[Ropes]\n\n{BODY}\n\n{own}[What was counted]\n\n{TABLE}"
    drafts = lay_out(f"{BIG}[Roads]\n\n{parts}\n\n{BIG}[Wells]\n\n{own}[Salt]\n\n{BODY}")
    assert headings(drafts) == ["Roads", "Ropes", "What was counted", "Wells", "Salt"]


def test_headings_before_the_first_upper_one_do_not_tell_their_level(lay_out: LayOut) -> None:
    cover = "\n\n".join(f"{SMALL}[{name}]\n\n{BODY}" for name in ("Aims", "Sums", "Dates"))
    parts = "\n\n".join(
        f"{BIG}[{n}. Part]\n\n{SMALL}[{name}]\n\n{BODY}" for n, name in ((1, "Roads"), (2, "Wells"))
    )
    drafts = lay_out(f"{cover}\n\n{parts}")
    levels = {b.content.text: b.level for b in drafts.blocks if b.type == "heading"}
    assert (levels["1. Part"], levels["Roads"], levels["Aims"]) == (1, 2, 2)
