"""What a document tells of itself: language, publisher, period, publication, edition."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.language import language_of
from schemas.document import DocumentInfo

BODY = (
    "The plan is for the people of the north and for those who fled to the south in the winter. "
    * 3
)
Read = Callable[[str], DocumentInfo]


@pytest.fixture
def info(tmp_path: Path) -> Read:
    """Give the function from an invented text to what it tells of itself."""
    from extractor.pipeline import extract

    def from_text(text: str) -> DocumentInfo:
        path = tmp_path / "plan.md"
        path.write_text(text, "utf-8")
        return extract(path).document

    return from_text


def plan(*cover: str, body: str = BODY) -> str:
    """Write a plan with a title, further lines of a cover, and a body."""
    return (
        "\n\n".join(["# A plan for Lorn", *cover, body, "## Roads", body, "### Wells", body]) + "\n"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Le plan est pour les gens du nord et pour ceux qui sont dans les villes par la mer.",
            "fr",
        ),
        ("El plan es para la gente que se fue del norte y para los que viven en las aldeas.", "es"),
        ("План для тех, кто не может жить на севере, и для всех, кто от этого ушел из дома.", "ru"),
        (
            "План для тих, хто не може жити на півночі, і для всіх, хто від цього пішов за межі.",
            "uk",
        ),
        ("هذه الخطة من أجل الناس الذين في الشمال على أن عن مع بين هذا ذلك", "ar"),
        ("Environ 27,4 millions d’euros sont disponibles.", "fr"),
        ("Unas 36.000 personas viven en 12 aldeas.", "es"),
        ("Ремонт триватиме два роки та коштуватиме 46 млн грн.", "uk"),
        ("Выросли цены.", "ru"),
        ("بلغ عدد السكان 45 ألفا", "ar"),
        ("The plan of Лорн and its roads is for the people.", "en"),
        ("Os planos são para as pessoas que não têm água.", "pt"),
        ("Il piano è per le persone che non hanno casa.", "it"),
        ("План је за људе који немају кућу.", None),
        ("این برنامه برای مردم است که در شمال زندگی می‌کنند.", "fa"),
        ("Lorn Ost 4,000", None),
        ("", None),
    ],
)
def test_the_language_is_the_one_whose_words_are_used(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("names", "publisher"),
    [
        ("WFP pays. " * 6, "World Food Programme"),
        ("WFP pays. ", None),
        ("WFP pays. " * 2 + "UNDP and UNICEF and FAO pay. " * 4, None),
        ("", None),
    ],
)
def test_the_publisher_is_the_one_that_speaks(
    info: Read, names: str, publisher: str | None
) -> None:
    assert info(plan(body=BODY + names)).publisher == publisher


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("A plan for Lorn 2031-2033", "2031/2033"),
        ("A plan for Lorn 2031", "2031"),
        ("A plan for Lorn", None),
        ("The state of Lorn, 3 May 2031", None),
        ("From the plan of 2029 to that of 2031", None),
    ],
)
def test_the_title_tells_the_period(info: Read, title: str, period: str | None) -> None:
    assert info(plan().replace("A plan for Lorn", title)).period == period


@pytest.mark.parametrize(
    ("cover", "published"),
    [
        (["Published in July 2031"], "2031-07"),
        (["Published on 3 July 2031"], "2031-07-03"),
        (["Publication date: 3 July 2031"], "2031-07-03"),
        (["Issued 3 July 2031"], "2031-07-03"),
        (["Date: 3 July 2031"], "2031-07-03"),
        (["Date: 3 July 2031. Period covered: 26 June to 2 July 2031"], "2031-07-03"),
        (["Date: 3 July 2031, amended 9 July 2031"], None),
        (["Date: 3 July 2031. Amended 9 July 2031"], None),
        (["3 July 2031"], "2031-07-03"),
        (["July 2031"], "2031-07"),
        (["3 July 2031", "Published 5 July 2031"], "2031-07-05"),
        (["Sitrep No. 13, 29 May 2031"], "2031-05-29"),
        (["Distr.: General 29 May 2031"], "2031-05-29"),
        (["| Data of | 2 May 2031 |\n|---|---|\n| Publication date | 3 May 2031 |"], "2031-05-03"),
        # What is in doubt stays untold.
        (["3 July 2031", "4 July 2031"], None),
        (["2031"], None),
        (["January 2031 to May 2031"], None),
        (["Data of 3 July 2031"], None),
        (["Published reports on the roads of 3 July 2031"], None),
        (["Published reports of the agencies since 3 July 2031"], None),
        ([], None),
    ],
)
def test_the_cover_tells_when_it_was_published(
    info: Read, cover: list[str], published: str | None
) -> None:
    assert info(plan(*cover)).published == published


def test_an_imprint_at_the_end_tells_when_it_was_published(info: Read) -> None:
    assert info(plan() + "\nPublished in July 2031\n").published == "2031-07"


def test_a_note_on_another_publication_is_no_imprint(info: Read) -> None:
    note = "It rained[^1].\n\n[^1]: Published in July 2030."
    assert info(plan(body=BODY + note)).published is None


def test_a_date_alone_below_the_body_is_no_publication(info: Read) -> None:
    assert info(plan() + "\n3 July 2031\n").published is None


@pytest.mark.parametrize(
    ("cover", "edition"),
    [
        (["Version 2"], "Version 2"),
        (["Version 2.1, July 2031"], "Version 2.1"),
        (["Revision 3"], "Revision 3"),
        (["2nd edition"], "2nd edition"),
        (["Second edition"], "Second edition"),
        (["Revised edition"], "Revised edition"),
        (["Flash Update No. 13"], "Update No. 13"),
        (["Sitrep N° 39"], "Sitrep N° 39"),
        (["No. 13 of 29 May 2031"], "No. 13"),
        (["Mise à jour n° 4"], "Mise à jour n° 4"),
        (["Edición 2"], "Edición 2"),
        (["Version 2", "version 2"], "Version 2"),
        # What is in doubt stays untold.
        (["Version 2", "Version 3"], None),
        (["Update 2031"], None),
        (["An update on 3 roads"], None),
        (["No. 13/2031"], None),
        ([], None),
    ],
)
def test_the_cover_tells_the_edition(info: Read, cover: list[str], edition: str | None) -> None:
    assert info(plan(*cover)).edition == edition


def test_the_body_tells_no_edition(info: Read) -> None:
    assert info(plan(body="This is version 2 of the plan. " + BODY)).edition is None
