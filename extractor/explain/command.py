"""`explain`: finds the figure and its source, and writes the page, the JSON and the picture."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractor.errors import UsageError
from extractor.explain import Explanation, explain
from extractor.explain.picture import picture
from extractor.explain.sheet import sheet
from extractor.given import (
    find_source,
    has_hash,
    is_extraction,
    keep_inputs,
    read_given,
    source_text,
)
from extractor.output import STANDARD_OUTPUT, write_output, write_result
from schemas.extraction import Extraction

Form = Literal["text", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a user asks for."""

    file: Path
    """A document, or an extraction of one."""
    figure: str
    output: str
    form: Form
    image: Path | None
    """Where a picture of the figure is written; None for no picture."""
    source: Path | None
    """The document of an extraction; None for the one beside it."""
    password: str | None


def write_explanation(request: Request) -> None:
    """Write what is to be told of a figure.

    Raises:
        UsageError: No figure has that id, a result would replace an input or the other result, or
            the picture is asked for and the source is not a PDF, not here, or not the file that
            was read.
        PlanfactsError: The file cannot be read, or a result cannot be written.
    """
    given = [each for each in (request.file, request.source) if each is not None]
    picture_to = None if request.image is None else str(request.image)
    keep_inputs([request.output, picture_to], given)
    _keep_apart(request.output, picture_to)
    extraction = read_given(request.file, password=request.password)
    source = _source(request, extraction)
    told = explain(extraction, request.figure, text=_text(source, extraction))
    if request.image is not None:
        _write_image(request, extraction, told, source)
    content = f"{told.model_dump_json(indent=1)}\n" if request.form == "json" else sheet(told)
    write_output(request.output, [content.encode()])


def _keep_apart(*targets: str | None) -> None:
    """Refuse results that would go to one place.

    Raises:
        UsageError: Two would.
    """
    named = [each for each in targets if each is not None]
    places = {each if each == STANDARD_OUTPUT else Path(each).resolve() for each in named}
    if len(places) < len(named):
        raise UsageError(f"{named[0]}: both the text and the picture would go there (-o, --image)")


def _source(request: Request, extraction: Extraction) -> Path | None:
    """Return the file that was read; None where it is not told, not beside, or was changed.

    Raises:
        UsageError: One was named that is another file, or a picture asked for where none is.
    """
    sha256 = extraction.document.sha256
    if request.source is None and not is_extraction(request.file):
        return request.file
    try:
        source = request.source or find_source(request.file, sha256)
    except UsageError:
        if request.image is not None:
            raise
        return None
    if has_hash(source, sha256):
        return source
    if request.source is None and request.image is None:
        return None
    raise UsageError(f"{source}: is missing, or not the file that was read")


def _text(source: Path | None, extraction: Extraction) -> str | None:
    """Return the decoded source; None where it is away, or not in the encoding that is told."""
    try:
        return None if source is None else source_text(source, extraction.document)
    except (LookupError, UnicodeDecodeError):
        return None  # an extraction from outside may tell any


def _write_image(
    request: Request, extraction: Extraction, told: Explanation, source: Path | None
) -> None:
    if request.image is None or source is None:
        return
    figure = next(one for one in extraction.figures if one.id == told.id)
    write_result(str(request.image), picture(figure, source, request.password))
