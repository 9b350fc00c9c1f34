"""What repeats over the pages is furniture, and what only looks like it is not."""

from collections.abc import Callable

import pytest

from extractor.readers.source import Word
from extractor.segment.draft import Drafts
from extractor.segment.layout.furniture.numbers import (
    lone_of_turned,
    named_of_turned,
    page_number,
)
from extractor.segment.layout.lines import Line
from extractor.segment.layout.turned import turned_labels

LayOut = Callable[[str], Drafts]

BODIES = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain wait for it.",
    "Wells were dug in nine villages, and each of them gives water enough for a hundred goats.",
    "Nobody has repaired the mill, since its owner went to Ostrel with the last of the oxen.",
    "Salt is dear in spring; what the traders ask for a sack would buy two sheep in autumn.",
    "Children walk to school along the dike, which the council means to raise by a foot.",
)


def furniture(drafts: Drafts) -> list[tuple[int | None, str]]:
    return [(piece.page, piece.text) for piece in drafts.furniture]


def texts(drafts: Drafts) -> list[str]:
    return [block.content.text for block in drafts.blocks]


def pages(number: int) -> str:
    return "\n#pagebreak()\n".join(BODIES[:number])


def test_heads_of_odd_and_even_pages_are_told_apart(lay_out: LayOut) -> None:
    head = 'context if calc.odd(here().page()) { "Plan of the ferries" } else { "Council of Lorn" }'
    drafts = lay_out(f"#set page(header: {head})\n{pages(5)}")
    heads = ["Plan of the ferries", "Council of Lorn"]
    assert furniture(drafts) == [(page, heads[(page + 1) % 2]) for page in range(1, 6)]
    assert texts(drafts) == list(BODIES)


def test_the_head_of_a_chapter_of_one_page_is_furniture(lay_out: LayOut) -> None:
    names = '("Roads", "Wells", "Wells", "Mills")'
    head = f"context text(7pt, {names}.at(here().page() - 1))"
    drafts = lay_out(f"#set page(header: {head}, header-ascent: 60%)\n{pages(4)}")
    assert [text for _, text in furniture(drafts)] == ["Roads", "Wells", "Wells", "Mills"]


@pytest.mark.parametrize(
    "number",
    ["1/2", "Page 1 of 2", "p. 1", "– 1 –"],
)
def test_a_page_number_is_told_by_its_own_page(number: str, lay_out: LayOut) -> None:
    first = f"{BODIES[0]}\n#place(bottom + right, dy: 25pt)[{number}]"
    drafts = lay_out(f"{first}\n#pagebreak()\n{BODIES[1]}")
    assert furniture(drafts) == [(1, number)]


def test_roman_page_numbers_count_up(lay_out: LayOut) -> None:
    drafts = lay_out(f'#set page(numbering: "i")\n{pages(4)}')
    assert [text for _, text in furniture(drafts)] == ["i", "ii", "iii", "iv"]


def test_numbers_beside_the_page_number_are_those_of_a_table(lay_out: LayOut) -> None:
    first = (
        f"{BODIES[4]}\n#place(bottom + left, dy: 20pt)[61]\n#place(bottom + center, dy: 20pt)[70]"
    )
    number = "#set page(footer: align(right, context counter(page).display()), margin: 60pt)\n"
    drafts = lay_out(f"{number}{first}\n#pagebreak()\n{pages(4)}")
    assert furniture(drafts) == [(page, str(page)) for page in range(1, 6)]


def test_equal_numbers_of_one_page_count_no_pages(lay_out: LayOut) -> None:
    row = "".join(
        f"#place(bottom + left, dx: {60 * at}pt, dy: 20pt)[{told}]"
        for at, told in enumerate((0, 0, 0, 7))
    )
    assert furniture(lay_out(f"#set page(margin: 60pt)\n{pages(3)}\n{row}")) == []


def test_a_watermark_is_furniture(lay_out: LayOut) -> None:
    mark = "#set page(background: text(60pt, luma(90%))[DRAFT])\n"
    drafts = lay_out(mark + pages(3))
    assert furniture(drafts) == [(page, "DRAFT") for page in (1, 2, 3)]
    assert texts(drafts) == list(BODIES[:3])


def test_what_a_box_leaves_of_a_watermark_is_furniture(lay_out: LayOut) -> None:
    mark = "#set page(background: text(60pt, luma(90%))[DRAFT])\n"
    box = "#place(center + horizon, dx: -85pt, rect(fill: white, width: 60pt, height: 90pt))"
    drafts = lay_out(f"{mark}{pages(3)}\n#pagebreak()\n{box}{BODIES[3]}")
    assert furniture(drafts)[:3] == [(page, "DRAFT") for page in (1, 2, 3)]
    assert [(page, text in "DRAFT") for page, text in furniture(drafts)[3:]] == [(4, True)]
    assert texts(drafts) == list(BODIES[:4])


def test_large_letters_like_some_of_a_watermark_are_read_elsewhere(lay_out: LayOut) -> None:
    mark = "#set page(background: text(60pt, luma(90%))[DRAFT])\n"
    drafts = lay_out(f"{mark}{pages(3)}\n\n#text(60pt, luma(90%))[RAFT]")
    assert len(furniture(drafts)) == 3
    assert "RAFT" in texts(drafts)


def test_a_stamp_across_one_page_is_furniture(lay_out: LayOut) -> None:
    stamp = "#place(center + horizon, rotate(-40deg, text(48pt, luma(80%))[CANCELLED]))\n"
    drafts = lay_out(stamp + pages(2))
    assert furniture(drafts) == [(1, "CANCELLED")]
    assert texts(drafts) == list(BODIES[:2])


@pytest.mark.parametrize("turned", ["90deg", "-90deg"])
def test_a_large_title_up_or_down_the_side_is_read(turned: str, lay_out: LayOut) -> None:
    title = f"#place(right, rotate({turned}, reflow: true, text(30pt)[Ferries]))\n"
    drafts = lay_out(title + pages(2))
    assert furniture(drafts) == []
    assert "Ferries" in texts(drafts)


def test_a_label_at_the_side_of_every_page_is_furniture(lay_out: LayOut) -> None:
    side = "#set page(foreground: place(right + horizon, rotate(90deg, reflow: true)[Lorn 2031]))\n"
    drafts = lay_out(side + pages(3))
    assert furniture(drafts) == [(page, "Lorn 2031") for page in (1, 2, 3)]


def test_a_label_at_the_side_of_one_page_is_read(lay_out: LayOut) -> None:
    drafts = lay_out(f"#place(right, rotate(90deg, reflow: true)[Salt and timber])\n{pages(3)}")
    assert furniture(drafts) == []
    assert "Salt and timber" in texts(drafts)


def test_the_title_that_the_running_head_repeats_is_no_furniture(lay_out: LayOut) -> None:
    title = "#text(24pt, weight: 700)[Plan of the ferries]\n\n"
    head = "#set page(header: text(7pt)[Plan of the ferries])\n"
    drafts = lay_out(f"{head}{title}{pages(3)}")
    assert texts(drafts)[0] == "Plan of the ferries"
    assert len(furniture(drafts)) == 3


def test_a_number_that_the_text_ends_with_is_no_page_number(lay_out: LayOut) -> None:
    tall = "#set page(height: 130pt)\n"
    drafts = lay_out(f"{tall}{BODIES[0]}\n\n1\n#pagebreak()\n{BODIES[1]}")
    assert furniture(drafts) == []


def test_a_bar_code_is_furniture(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BODIES[0]}\n#place(bottom)[\\*2505391\\*]")
    assert furniture(drafts) == [(1, "*2505391*")]


def test_titles_of_sheets_that_differ_by_their_number_are_no_furniture(lay_out: LayOut) -> None:
    sheets = [
        f"#text(14pt, weight: 700)[Budget of the ferries, year {n}]\n\n{BODIES[n]}" for n in (1, 2)
    ]
    drafts = lay_out("\n#pagebreak()\n".join(sheets))
    assert furniture(drafts) == []
    assert texts(drafts)[0] == "Budget of the ferries, year 1"


def test_a_large_running_head_that_stands_apart_is_furniture(lay_out: LayOut) -> None:
    head = "context text(14pt)[Plan #counter(page).display()]"
    drafts = lay_out(f"#set page(margin: 80pt, header: {head})\n{pages(3)}")
    assert [text for _, text in furniture(drafts)] == ["Plan 1", "Plan 2", "Plan 3"]


def test_a_running_head_with_a_name_in_italics_over_a_line_is_furniture(lay_out: LayOut) -> None:
    names = "([Council of Lorn], emph[Goats], [Council of Lorn], [Council of Lorn])"
    head = f'context [#{names}.at(here().page() - 1) \\ #("_" * 40)]'
    drafts = lay_out(f"#set page(header-ascent: 20%, header: {head})\n{pages(4)}")
    assert texts(drafts) == list(BODIES[:4])


def test_the_number_in_the_foot_of_a_lone_page_is_furniture(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BODIES[0]}\n#place(bottom + center, dy: 25pt)[61]")
    assert furniture(drafts) == [(1, "61")]


CHAPTERS = ("The upper valley", "The mills of Ostrel", "Roads and carts", "What is left to do")


def _chapters(heads: tuple[str, ...], *, size: int) -> str:
    sheets = [
        f"#place(top, text({size}pt, fill: gray)[{head}])\n#v(40pt)\n"
        f"#text(16pt, weight: 700)[{chapter}]\n\n{BODIES[0]}"
        for chapter, head in zip(CHAPTERS, heads, strict=True)
    ]
    return "\n#pagebreak()\n".join(sheets)


def test_a_line_that_names_the_chapter_of_its_page_is_furniture(lay_out: LayOut) -> None:
    drafts = lay_out(_chapters(CHAPTERS, size=8))
    assert [piece.text for piece in drafts.furniture] == list(CHAPTERS)
    assert texts(drafts)[::2] == list(CHAPTERS)


def test_lines_that_name_no_chapter_are_kept(lay_out: LayOut) -> None:
    heads = ("Ada Fenn", "Oren Malk of the council", "Seen from the ferry", "By a miller")
    drafts = lay_out(_chapters(heads, size=8))
    assert not drafts.furniture


def test_a_line_that_names_a_chapter_broken_into_lines_is_furniture(lay_out: LayOut) -> None:
    sheet = _chapters(CHAPTERS, size=8).replace(
        "[The mills of Ostrel]\n\n", "[The mills \\ of Ostrel]\n\n"
    )
    assert [piece.text for piece in lay_out(sheet).furniture] == list(CHAPTERS)


@pytest.mark.parametrize("tail", ["population 300,000 in 2031", "and its people", "12"])
def test_lines_that_say_more_than_a_chapter_does_are_kept(lay_out: LayOut, tail: str) -> None:
    drafts = lay_out(_chapters(tuple(f"{chapter} {tail}" for chapter in CHAPTERS), size=8))
    assert not drafts.furniture


def test_facts_in_the_feet_of_chapters_are_kept(lay_out: LayOut) -> None:
    sheets = [
        f"#text(16pt, weight: 700)[{chapter}]\n\n{BODIES[0]}"
        f"\n#place(bottom, text(8pt)[{chapter} needs \\$4 million for {count},000 people])"
        for chapter, count in zip(CHAPTERS, (300, 20, 4, 17), strict=True)
    ]
    drafts = lay_out("\n#pagebreak()\n".join(sheets))
    assert not drafts.furniture


def test_another_text_in_the_place_of_chapter_names_is_kept(lay_out: LayOut) -> None:
    drafts = lay_out(_chapters((*CHAPTERS[:3], "In all 12 mills"), size=8))
    assert [piece.text for piece in drafts.furniture] == list(CHAPTERS[:3])


SIDE = "context place(right + horizon, dx: -10pt, text(8pt)[#{}])"


def test_page_numbers_in_the_side_margin_are_furniture(lay_out: LayOut) -> None:
    number = SIDE.format("counter(page).display()")
    drafts = lay_out(f"#set page(background: {number})\n{pages(3)}")
    assert furniture(drafts) == [(1, "1"), (2, "2"), (3, "3")]
    assert texts(drafts) == list(BODIES[:3])


@pytest.mark.parametrize("numbers", ["(1, 4, 9)", "(12, 7, 31)"])
def test_numbers_in_the_side_margin_that_count_no_pages_are_kept(
    lay_out: LayOut, numbers: str
) -> None:
    number = SIDE.format(f"{numbers}.at(here().page() - 1)")
    assert furniture(lay_out(f"#set page(background: {number})\n{pages(3)}")) == []


@pytest.mark.parametrize(
    ("form", "numbers", "told"),
    [
        ("{}", [9, 7, 10, 8], True),
        ("Page {} of 12", [12, 2, 9, 8, 1, 11], True),  # parts of them, pages without a number
        ("{}", [1, 2, 3], False),  # too few
        ("{}", [7, 7, 8, 9], False),  # two pages with one number
        ("{}", [10, 2, 7, 5], False),  # none follows another
        ("{}", [61, 58, 63, 59, 60, 57], False),  # more than there are pages
        ("{}", [2021, 2019, 2022, 2020], False),
        ("{}%", [9, 7, 10, 8], False),
        ("Plan of Lorn, page {}", [9, 7, 10, 8], True),
        ("{} | Plan of Lorn | {}", [9, 7, 10, 8], True),
        ("31-00417 {}/12", [9, 7, 10, 8], True),
        ("Schools with wells: {}/15", [9, 7, 10, 8], False),  # there are 12 pages
        ("Number of schools: {}", [9, 7, 10, 8], False),
        ("Literacy rate: {} per cent", [9, 7, 10, 8], False),
        ("Results of {}", [2021, 2019, 2022, 2020], False),
    ],
)
def test_pages_in_another_order_keep_their_numbers(
    form: str, numbers: list[int], *, told: bool
) -> None:
    group = [(2 * at, piece(form.format(n, n))) for at, n in enumerate(numbers)]
    found = lone_of_turned(group, 12, 10.0) if page_number(group[0][1].text) else None
    assert (named_of_turned(group, 12) if found is None else found) is told


def test_a_large_number_at_the_head_of_a_page_counts_none() -> None:
    group = [(at, piece(str(n), 22.0)) for at, n in enumerate([9, 7, 10, 8])]
    assert not lone_of_turned(group, 12, 10.0)


def piece(text: str, size: float = 10.0) -> Line:
    word = Word(
        text,
        (0, 0, 80, size),
        size,
        "serif",
        bold=False,
        italic=False,
        color="#000000",
        glyph=0,
    )
    return Line.of([word], 1)


@pytest.mark.parametrize(
    ("gap", "labels"), [(0.0, ["4 /15", "Lorn"]), (30.0, ["4", "Lorn", "/15"])]
)
def test_a_turned_word_that_the_file_has_in_two_pieces_is_one(
    gap: float, labels: list[str]
) -> None:
    def part(text: str, left: float, top: float, glyph: int) -> Word:
        box = (left, top, left + 8, top + 4 * len(text))
        return Word(
            text,
            box,
            8.0,
            "serif",
            bold=False,
            italic=False,
            color="#000000",
            glyph=glyph,
            upright=False,
        )

    words = [part("4", 37, 60, 0), part("Lorn", 700, 60, 1), part("/15", 37, 64 + gap, 5)]
    assert [label.text for label in turned_labels(words, 1)] == labels
