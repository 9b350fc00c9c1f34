"""A sentence may break off anywhere: a page, a cell or a slide ends where it ends."""

from pathlib import Path

import pytest

from extractor import extract

SENTENCES = [
    "In all 310 people got food, 210 children milk and 90 families were given seeds.",
    "The yards reached 6,000 people with food, 4,000 people with care and 70 children.",
    "They counted 80 goats. Of these, 42 were found healthy, 5 lame and 12 lost.",
    "Trained rowers: 35%, of whom (12%) are women, the majority of whom (95%) can swim.",
    "The plan had received EUR 12 million, or 7 per cent, of what it asked for in 2031.",
    "Schools in Orn (21%), Vell (18%) and Sarn (4%) have no water (down from 46%).",
    "Repairs were hard for poor, retired teachers, with 37 per cent citing rent.",
    "Prices rose by 9 per cent to USD 4 per litre, followed by Lorn at USD 3 (up 2 per cent).",
    "A household spends USD 310 per month on food, an allowance of EUR 40 to each family.",
    "About 2 in 3 boats, between 30 and 40 per cent of which (12) leak, were sold for USD 5.",
]
CUT = [
    "300 people received food, 200 children",
    "5,000 people were reached with food, 4,000 people",
    "of which (12)",
    "Trained staff: 35%, of whom (12%)",
    "12 boats and, of which (3 per cent)",
]


@pytest.mark.parametrize("sentence", [*SENTENCES, *CUT])
def test_sentence_cut_after_any_word_is_bound(sentence: str, tmp_path: Path) -> None:
    words = sentence.split()
    # Blank lines part the pieces, so that each is a passage that ends without a stop.
    cuts = [" ".join(words[:end]).rstrip(".") for end in range(1, len(words) + 1)]
    memo = tmp_path / "memo.txt"
    memo.write_text("\n\n".join(cuts) + "\n", encoding="utf-8")
    figures = extract(memo).figures
    numbers = {w.strip("(),.%") for w in words if w[:1].isdigit()}
    assert all(any(n in f.anchor.quote for f in figures) for n in numbers)
