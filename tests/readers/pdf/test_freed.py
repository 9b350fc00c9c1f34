"""Memory that PDFium has let go is given back, where the C library can."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.readers.pdf import freed, opening

Maker = Callable[..., bytes]


def test_memory_is_given_back_once_the_document_is_closed(
    monkeypatch: pytest.MonkeyPatch, write_pdf: Maker
) -> None:
    told: list[str] = []
    monkeypatch.setattr(freed, "_give_back", lambda _: told.append("given back"))
    data = write_pdf("BT /F1 10 Tf 50 150 Td (Seven wells) Tj ET")
    with opening.opened(Path("plan.pdf"), data, None) as document:
        close = document.close
        document.close = lambda: told.append("closed")
    close()
    assert told == ["closed", "given back"]


def test_a_c_library_that_cannot_give_back_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freed, "_give_back", None)
    freed.give_back_memory()
