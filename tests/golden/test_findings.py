"""The golden findings in golden/findings/, one test a document, and how gaps are held."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.golden.findings import (
    check_findings,
    compare_findings,
    findings_paths,
    load_findings,
)
from extractor.golden.store import find_named
from schemas.base import OffsetPiece
from schemas.extraction import Extraction
from schemas.findings_golden import FalseAlarm, GoldenFinding, GoldenFindings

PATHS = findings_paths(Path(__file__).parents[2] / "golden" / "findings")
REVERSED = "We saw between 60 and 45 wells."
Alter = Callable[..., GoldenFindings]


@pytest.mark.corpus
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_audit_finds_what_a_person_found(
    path: Path, extracted: Callable[[Path], Extraction], absent: Callable[[str], None]
) -> None:
    golden = load_findings(path)
    document = find_named(path, golden.document, golden.sha256)
    if document is None:
        return absent(f"{golden.document} is not here, or is another edition")
    verdict = compare_findings(golden, extracted(document))
    assert not verdict.differences, "\n".join(verdict.differences)
    return None


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    """An invented document with one fault."""
    from extractor.pipeline import extract

    path = tmp_path_factory.mktemp("corpus") / "lorn.txt"
    path.write_text(f"# Lorn\n\n{REVERSED}\n", "utf-8")
    return extract(path)


@pytest.fixture
def golden(audited: Extraction) -> Alter:
    """Give what makes golden findings of the invented document, with the fault or without it."""
    start = f"# Lorn\n\n{REVERSED}".index("60")
    truth = GoldenFinding.model_validate(
        {
            "id": "F01",
            "code": "range_reversed",
            "severity": "error",
            "severity_ok": ["error"],
            "required": True,
            "figures": [{"quote": "60", "start": start, "end": start + 2}],
            "sentence": "It falls.",
        }
    )

    def alter(
        *, findings: int = 1, alarms: tuple[FalseAlarm, ...] = (), **more: object
    ) -> GoldenFindings:
        return GoldenFindings(
            document="lorn.txt",
            sha256=audited.document.sha256,
            covered={"lines": (1, 3), "complete": True},
            method="by hand",
            findings=(truth.model_copy(update=more),) * findings,
            agreements=(),
            not_faults=(),
            observations=(),
            false_alarms=alarms,
        )

    return alter


def test_what_must_be_found_is_found(golden: Alter, audited: Extraction) -> None:
    verdict = compare_findings(golden(), audited)
    assert (verdict.differences, verdict.found, verdict.right) == ([], 1, 1)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"code": "part_over_whole"}, ["not found", "not in the golden"], id="code"),
        pytest.param({"severity_ok": ("info",)}, ["not found", "not in the golden"], id="severity"),
        pytest.param({"code": "part_over_whole", "gap": True}, ["not in the golden"], id="gap"),
        pytest.param({"gap": True}, ["found, the gap is closed"], id="closed"),
        pytest.param({"required": False}, [], id="may be found"),
        pytest.param({"findings": 0}, ["not in the golden"], id="unknown"),
    ],
)
def test_what_differs(
    golden: Alter, audited: Extraction, changed: dict[str, object], told: list[str]
) -> None:
    differences = compare_findings(golden(**changed), audited).differences
    assert len(differences) == len(told)
    assert all(each.startswith(says) for each, says in zip(differences, told, strict=True))


@pytest.mark.parametrize(("code", "told"), [("range_reversed", 0), ("truncated", 2)])
def test_a_known_false_alarm(golden: Alter, audited: Extraction, code: str, told: int) -> None:
    alarm = FalseAlarm(code=code, source=(OffsetPiece(start=0, end=60),), why="It may fall.")
    verdict = compare_findings(golden(findings=0, alarms=(alarm,)), audited)
    assert len(verdict.differences) == told


def test_the_command_tells_what_differs(golden: Alter, audited: Extraction, tmp_path: Path) -> None:
    folder = tmp_path / "golden" / "findings"
    folder.mkdir(parents=True)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "lorn.txt").write_text(f"# Lorn\n\n{REVERSED}\n", "utf-8")
    path = folder / "lorn.json"
    said: list[str] = []
    for findings, code in ((1, 0), (0, 1)):
        path.write_text(golden(findings=findings).model_dump_json(), "utf-8")
        assert check_findings([path], lambda _: audited, said.append, said.append) == code
    assert [line[:24] for line in said] == [
        "== lorn: 0 differences, ",
        "== lorn: 1 differences, ",
        "not in the golden: at 23",
    ]
