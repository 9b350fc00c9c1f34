"""What a batch is given: folders, patterns, lists and files, and where their results go."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from extractor.batch.listing import Found, found
from extractor.batch.naming import Names
from extractor.errors import UsageError

ELSEWHERE = Path("/nonexistent/out")


def places(*given: object, outside: Path = ELSEWHERE) -> list[str]:
    return [one.place.lstrip("/") for one in found([str(g) for g in given], outside=outside)]


def test_a_folder_is_read_with_all_below_it_in_order(plans: Path) -> None:
    assert places(plans) == ["a.md", "b.md", "north/c.md", "north/east/d.md", "south/e.md"]


def test_what_is_hidden_in_a_folder_is_left_alone(plans: Path) -> None:
    (plans / ".a.md.swp").write_text("x")
    (plans / ".git").mkdir()
    (plans / ".git" / "config").write_text("x")
    assert len(places(plans)) == 5


def test_a_folder_in_itself_is_read_once(plans: Path) -> None:
    (plans / "north" / "again").symlink_to(plans)
    (plans / "north" / "self").symlink_to(".")
    assert len(places(plans)) == 5


def test_results_in_the_folder_are_no_documents(plans: Path) -> None:
    (plans / "out").mkdir()
    (plans / "out" / "a.md.json").write_text("{}")
    assert len(places(plans, outside=plans / "out")) == 5
    assert len(places(plans / "*", outside=plans / "out")) == 5
    assert len(places(f"{plans}/**/*", outside=plans / "out")) == 5


def test_results_do_not_go_into_the_folder_of_the_documents(plans: Path, batch: Callable) -> None:
    with pytest.raises(UsageError, match="another folder"):
        batch(plans, output=str(plans))


def test_a_pattern_keeps_the_tree_below_its_first_wildcard(plans: Path) -> None:
    assert places(f"{plans}/**/*.md") == [
        "a.md",
        "b.md",
        "north/c.md",
        "north/east/d.md",
        "south/e.md",
    ]
    assert places(f"{plans}/north/*/*.md") == ["east/d.md"]


def test_several_keep_the_tree_below_what_they_have_in_common(plans: Path) -> None:
    assert places(plans / "north", plans / "south") == [
        "north/c.md",
        "north/east/d.md",
        "south/e.md",
    ]
    assert places(plans / "a.md", plans / "south") == ["a.md", "south/e.md"]


def test_what_is_given_twice_is_read_once(plans: Path) -> None:
    assert len(places(plans, plans / "a.md", f"{plans}/north/*.md")) == 5


def test_a_list_names_a_document_a_line(plans: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(
        f"# what was published\n\n{plans}/a.md\n{plans}/north/c.md  \n{plans}/gone.md\n"
        "https://plans.example/2031/plan.pdf?lang=en\n"
    )
    assert places(listed) == [
        "a.md",
        "gone.md",
        "north/c.md",
        "plans.example/2031/plan.pdf",
    ]


def test_a_list_beside_its_documents_names_them_from_there(plans: Path) -> None:
    (plans / "plans.list").write_text("a.md\nnorth/c.md\n")
    assert places(plans / "plans.list") == ["a.md", "north/c.md"]


def test_a_document_is_no_list_unless_it_is_said_to_be(plans: Path) -> None:
    text = plans / "text.txt"
    text.write_text("Northland\nneeds USD 3 million\n")
    assert places(text) == ["text.txt"]
    assert places(f"@{text}") == ["Northland", "needs USD 3 million"]


def test_an_empty_list_or_a_pattern_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.list").write_text("# nothing\n")
    with pytest.raises(UsageError, match="the list is empty"):
        places(f"@{tmp_path}/empty.list")
    with pytest.raises(UsageError, match="matches no file"):
        places(f"{tmp_path}/*.pdf")


def test_a_folder_without_documents_is_refused(tmp_path: Path, batch: Callable) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no documents there"):
        batch(tmp_path / "empty")


def test_a_folder_that_cannot_be_read_is_told_of(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("north"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    faults = {one.place.lstrip("/"): one.fault for one in found([str(plans)], outside=ELSEWHERE)}
    assert faults == {
        "a.md": None,
        "b.md": None,
        "north": "the folder cannot be read: Permission denied",
        "south/e.md": None,
    }


def names(*places: str) -> list[str]:
    named = Names("json")
    return [named.of(Found(f"{at}:{place}", place)) for at, place in enumerate(places)]


@pytest.mark.parametrize(
    "place",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "a/../../b",
        ".planfacts/cache/x",
        "/",
        "",
        "..",
        "a\x00b",
        "a\nb",
        "\u202efdp.nalp",
        "..\\..\\windows",
        "n" * 255,
        "\udcff.pdf",
    ],
)
def test_a_result_stays_in_its_folder_whatever_a_document_is_called(
    place: str, tmp_path: Path
) -> None:
    (name,) = names(place)
    target = (tmp_path / name).resolve()
    assert target.is_relative_to(tmp_path)
    assert not name.startswith(".planfacts")
    assert name.isprintable()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"")  # the system takes the name


PLACES = st.lists(st.text("aA./\\:é\u0301", max_size=6), max_size=8)


@drawn(PLACES)
def test_no_two_results_have_one_name(given: list[str]) -> None:
    named = names(*given)
    folded = [name.casefold() for name in named]
    assert len(set(folded)) == len(folded)
    above = {str(folder) for name in folded for folder in Path(name).parents}
    assert not above.intersection(folded), "a result would be the folder of another"


def test_a_document_keeps_its_name_when_it_is_read_again() -> None:
    named = Names("json")
    first = [named.of(Found(f"{at}/plan.md", "plan.md")) for at in "ab"]
    assert [named.of(Found(f"{at}/plan.md", "plan.md")) for at in "ab"] == first
    assert first[0] == "plan.md.json"


def test_the_manifest_keeps_its_name() -> None:
    named = Names("jsonl")
    assert named.of(Found("manifest", "manifest")) != "manifest.jsonl"
