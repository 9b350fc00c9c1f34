"""`export`: reads a document or an extraction, and writes it in another form."""

from pathlib import Path

from extractor.errors import UsageError
from extractor.export import FORMATS, Exported, Form
from extractor.given import read_given
from extractor.output import STANDARD_OUTPUT, write_standard_output, write_whole


def export_file(
    file: Path, output: str, form: Form, *, address: str | None, password: str | None
) -> None:
    """Write a document or an extraction in a form.

    Raises:
        UsageError: The result would replace the input, or the address is none.
        PlanfactsError: The file cannot be read, or the result cannot be written.
    """
    if output != STANDARD_OUTPUT and Path(output).resolve() == file.resolve():
        raise UsageError(f"{output}: is the input; the export would replace it")
    content = FORMATS[form](Exported(read_given(file, password=password), address))
    if output == STANDARD_OUTPUT:
        write_standard_output(content)
    else:
        write_whole(Path(output), content)
