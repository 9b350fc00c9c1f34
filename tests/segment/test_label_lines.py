"""Lines of labels: which lines of a paragraph stand apart."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft
from extractor.segment.label_lines import stand_apart

Make = Callable[..., Draft]


def _of_lines(block: Make, *lines: str, **more: object) -> Draft:
    starts, at = [], 0
    for line in lines[:-1]:
        at += len(line) + 1
        starts.append(at)
    return block("paragraph", " ".join(lines), lines=starts, **more)


@pytest.mark.parametrize(
    "lines",
    [
        (["Nets cost: USD 3,400"], ["Boats to be mended: 45"], ["Funding gap: 62%"]),
        (["Coût par filet : 180 USD"], ["Part des bateaux : 52 %"]),
        (["Output 1.1: 12 boats are mended"], ["Output 1.2: 45 nets"], ["% of nets in use: 60"]),
        (["The plan in short:"], ["Harbour: Ost"], ["Boats: 45 in", "two villages"]),
        (["العدد: 45"], ["الميزانية: 300"]),
        (["The tide rose.", "Remark: boats of Lorn were lost."],),
        (["It was said that", "Boats: a song of the sea, and", "Nets: another one are sung"],),
        (["Help: boats in the bays of", "Lorn and Ost Mole. Nets: mended by", "hand"],),
        (["Approx. cost: 45"], ["No. of boats: 12"], ["Nets in St. Orn: 7"]),
        (["The tide rose and at 10:30 all", "were lost: 45 boats and"],),
        (["See https://lorn.example/boats and", "https://lorn.example/nets"],),
    ],
)
def test_each_line_with_a_label_is_a_block(block: Make, lines: tuple[list[str], ...]) -> None:
    whole = _of_lines(block, *(line for part in lines for line in part))
    parts = [part.content.text for part in stand_apart([whole])]
    assert parts == [" ".join(part) for part in lines]


@pytest.mark.parametrize(
    ("text", "bold", "parts"),
    [
        (
            "Time: 3 years Cost: CHF 4 million Nets: 45",
            ["Time:", "Cost:", "Nets:"],
            ["Time: 3 years", "Cost: CHF 4 million", "Nets: 45"],
        ),
        ("Time: 3 years Cost: 4", ["Time", "Cost"], ["Time: 3 years", "Cost: 4"]),
        ("Aim: boats are mended. Way: by hand", ["Aim:", "Way:"], None),  # sentences run on
        ("Nets of Lorn: 45 Cost: 4", ["Lorn:", "Cost:"], None),
        ("Time: 3 years of Cost: 4", ["Time:"], None),
        ("Time 3 years Cost 4: all", ["Time", "Cost"], None),
    ],
)
def test_bold_labels_on_one_line_are_blocks(
    block: Make, text: str, bold: list[str], parts: list[str] | None
) -> None:
    spans = [(text.index(label), text.index(label) + len(label)) for label in bold]
    found = [part.content.text for part in stand_apart([block("paragraph", text, bold=spans)])]
    assert found == (parts or [text])


def test_only_the_first_line_keeps_a_bullet(block: Make) -> None:
    whole = _of_lines(block, "Nets: 45", "Boats: 9", bullet=(0, 1), bullet_digits=True)
    first, second = stand_apart([whole])
    assert first.bullet == (0, 1)
    assert (second.bullet, second.bullet_digits) == (None, False)
