"""What is told to be missing, of what is asked for and what there is."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
GAP = [("difference_mismatch", "warning")]
ASKED = "The appeal asks for USD 84.6 million. By June, USD 52.4 million was received."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ASKED} The gap is USD 34.2 million.", GAP),
        ("- Needs: USD 84.6 million\n- Received: USD 52.4 million\n- Gap: USD 34.2 million", GAP),
        pytest.param(
            "It got USD 52.4 million: USD 18.9 million from aid, USD 33.5 million from banks. It"
            " asks for USD 84.6 million. The gap is USD 34.2 million.",
            GAP,
            id="of parts",
        ),
        (
            "El Estado aporta 52,4 millones de euros y pide 84,6 millones. Faltan 34,2 millones.",
            GAP,
        ),
        pytest.param(f"{ASKED} The gap is USD 32.2 million.", [], id="right"),
        pytest.param(f"{ASKED} The gap for health is USD 34.2 million.", [], id="of a sector"),
        pytest.param(f"{ASKED} The gap was USD 34.2 million in May and June.", [], id="of a time"),
        pytest.param(f"{ASKED} The gap is USD 19.5 million.", [], id="far off"),
        pytest.param(f"{ASKED} Health needs USD 34.2 million.", [], id="no gap"),
        pytest.param(
            f"About EUR 2 million came. {ASKED} The gap is USD 34.2 million.", [], id="EUR"
        ),
        pytest.param("The gap is USD 34.2 million.", [], id="alone"),
        pytest.param(
            "The appeal asks for USD 60.0 million. The bank lent USD 15.0 million, and USD 0.5"
            " million was paid back. The gap is USD 45.5 million.",
            [],
            id="paid back",
        ),
        pytest.param(
            "- Needs: USD 84.6 million\n- Received: USD 52.4 million\n- Left over: USD 4 million\n"
            "- Gap: USD 28.2 million",
            [],
            id="of three",
        ),
        pytest.param(
            "- Needs: USD 84.6 million\n- Received: USD 52.4 million\n- Lent: USD 4 million\n"
            "- Gap: USD 32.2 million",
            [],
            id="of two of three",
        ),
    ],
)
def test_what_is_missing(found: Audit, text: str, expected: list[tuple[str, str]]) -> None:
    findings = found(f"# Lorn Appeal 2033\n\n## Money\n\n{text}\n")
    assert [(each.code, each.severity) for each in findings] == expected
