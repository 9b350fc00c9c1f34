"""Words whose letters are set apart, and words that begin with a large initial."""

from collections.abc import Callable

import pytest

from extractor.readers.source import PdfSource
from extractor.segment import layout

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

BODY = " BT /F1 10 Tf 30 20 Td (The wells were counted again) Tj ET "


def words(source: PdfSource) -> list[str]:
    return [word.text for word in source.pages[0].words][:-5]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param("(S U M M A R Y)", ["SUMMARY"], id="printed spaces"),
        pytest.param("(S U M M A R Y   O F   N E E D S)", ["SUMMARY", "OF", "NEEDS"], id="words"),
        pytest.param("4 Tc (SUMMARY)", ["SUMMARY"], id="spacing of letters"),
        pytest.param("4 Tc (THE PLAN)", ["THE", "PLAN"], id="spacing of letters and words"),
        pytest.param("(P L A N   2 0 3 1)", ["PLAN", "2031"], id="a year too"),
        pytest.param("1.7 Tc [(CONT) 40 (EXT)] TJ", ["CONTEXT"], id="with a kerned pair"),
        pytest.param(
            "1.7 Tc [(A) 110 (CTION PL) 130 (A) 60 (N)] TJ", ["ACTION", "PLAN"], id="pairs at ends"
        ),
        pytest.param(
            "1.7 Tc [(LINE OF W) 120 (A)] TJ", ["LINE", "OF", "WA"], id="a pair that ends"
        ),
        pytest.param("1.7 Tc [(AC) 30 (C) 30 (OUNTS)] TJ", ["ACCOUNTS"], id="two pairs in a row"),
        pytest.param("(5 M to 6 M)", ["5", "M", "to", "6", "M"], id="nor are short words"),
        pytest.param("(to be or no)", ["to", "be", "or", "no"], id="nor words of two letters"),
        pytest.param("(A B C D E F)", [*"ABCDEF"], id="the alphabet is no word"),
        pytest.param("(J F M A M J J A)", [*"JFMAMJJA"], id="nor are months"),
        pytest.param("(x x x x x)", [*"xxxxx"], id="nor are crosses"),
        pytest.param("(1 2 5 3)", [*"1253"], id="nor are digits"),
        pytest.param("(s u m m a r y)", ["summary"], id="small letters too"),
        pytest.param("(era o y a el)", ["era", "o", "y", "a", "el"], id="words of one letter"),
    ],
)
def test_letters_set_apart(
    shown: str, expected: list[str], write_pdf: Maker, read_pdf: Reader
) -> None:
    source = read_pdf(write_pdf(f"BT /F1 14 Tf 30 160 Td {shown} Tj ET{BODY}"))
    assert words(source) == expected


def test_columns_of_single_letters_stay_apart(write_pdf: Maker, read_pdf: Reader) -> None:
    row = " ".join(f"BT /F1 10 Tf {30 + 40 * i} 160 Td ({c}) Tj ET" for i, c in enumerate("YNYYN"))
    assert words(read_pdf(write_pdf(row + BODY))) == [*"YNYYN"]


LINES = (
    "BT /F1 10 Tf 54 160 Td ({first}) Tj 0 -12 Td (of the river were counted) Tj ET "
    "BT /F1 10 Tf 30 136 Td (by the council of the north) Tj ET "
)


@pytest.mark.parametrize("order", ["{initial}{lines}", "{lines}{initial}"])
def test_an_initial_begins_its_word(order: str, write_pdf: Maker, read_pdf: Reader) -> None:
    content = order.format(
        initial="BT /F1 32 Tf 30 146 Td (T) Tj ET ", lines=LINES.format(first="wo wells")
    )
    source = read_pdf(write_pdf(content + BODY))
    assert words(source)[:2] == ["Two", "wells"]
    two = source.pages[0].words[0]
    assert (two.size, round(two.box[0]), two.baseline) == (10.0, 30, 40.0)
    assert two.initial > 50


@pytest.mark.parametrize(
    ("initial", "first"),
    [
        pytest.param("BT /F1 32 Tf 30 146 Td (TO) Tj ET ", "wo wells", id="more than a letter"),
        pytest.param("BT /F1 32 Tf 30 146 Td (5) Tj ET ", "wells", id="a digit"),
        pytest.param("BT /F1 32 Tf 30 146 Td (A) Tj ET ", "Wells", id="a letter before a name"),
        pytest.param("BT /F1 12 Tf 40 158 Td (T) Tj ET ", "wo wells", id="no larger type"),
        pytest.param("BT /F1 32 Tf 30 60 Td (T) Tj ET ", "wo wells", id="far below"),
    ],
)
def test_what_is_no_initial_stays_apart(
    initial: str, first: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    source = read_pdf(write_pdf(initial + LINES.format(first=first) + BODY))
    assert first.split(maxsplit=1)[0] in words(source)


def test_the_lines_beside_an_initial_are_one_paragraph(write_pdf: Maker, read_pdf: Reader) -> None:
    initial = "BT /F1 32 Tf 30 146 Td (T) Tj ET "
    source = read_pdf(write_pdf(initial + LINES.format(first="wo wells beside the ford")))
    (block,) = layout.drafts(source).blocks
    assert block.content.text.startswith(
        "Two wells beside the ford of the river were counted by the"
    )
