"""The pipeline: from a published plan to figures with the place that proves each."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.pipeline import extract

__all__ = ["extract"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # what a module attribute is, only its name tells
    """Load the library's one entry when it is first asked for: its imports are heavy."""
    if name == "extract":
        from extractor.pipeline import extract  # noqa: PLC0415

        return extract
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
