"""Sentences that are lists of figures: what all ask is looked up once, not by each of each."""

from cProfile import Profile
from pathlib import Path

import pytest

from extractor import entities
from extractor.bind import bind, collect
from extractor.readers import read
from extractor.segment import segment

MOST_CALLS = 900  # of a figure; each made a spot of each other one took 2,400
FIGURES = 200


@pytest.mark.no_cover
@pytest.mark.parametrize("line", ["12 ", "5% "])
def test_a_figure_of_a_list_asks_little_of_the_others(line: str, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    calls = []
    for times in (1, FIGURES):  # the first fills what is kept for all
        file.write_text(line * times + "\n", encoding="utf-8")
        doc = segment(read(file))
        collected, found = collect(doc), entities.find(doc.text)
        count = len(collected.founds)
        profile = Profile()
        profile.runcall(bind, doc, collected, *found)
        calls.append(sum(entry.callcount for entry in profile.getstats()) / count)
    assert count == FIGURES
    assert calls[-1] < MOST_CALLS, calls
