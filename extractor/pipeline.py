"""The pipeline: the list of the stages, each of which sees only what the ones before it gave."""

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

from extractor import entities
from extractor.bind import Context, bind, collect
from extractor.entities import Mention
from extractor.publish import Publication
from extractor.readers import read
from extractor.readers.options import ReadOptions
from extractor.readers.source import Source
from extractor.segment import segment
from schemas.extraction import Extraction, ReadWarning, Role

PROSE = ("paragraph", "list_item", "caption", "footnote")
"""The blocks whose sentences a statistical model can read."""


def extract(path: str | Path, *, model: bool = False, **options: Unpack[ReadOptions]) -> Extraction:
    """Read one document and return everything that was read from it.

    `model` has a statistical model tell further names and noun phrases; it changes nothing else.

    Raises:
        UnreadableSourceError: the file cannot be read; the message names the file and the fault.
        UsageError: what is asked for needs an extra that is not installed.
    """
    return published(path, model=model, **options).extraction()


def published(
    path: str | Path, *, model: bool = False, **options: Unpack[ReadOptions]
) -> Publication:
    """Read one document and return what was read from it, to be written part by part.

    Raises:
        UnreadableSourceError: the file cannot be read; the message names the file and the fault.
        UsageError: what is asked for needs an extra that is not installed.
    """
    return of_source(read(Path(path), **options), model=model)


def of_source(source: Source, *, model: bool = False) -> Publication:
    """Return what is read from a source, which is used up by it."""
    raw, findings = source.raw, source.findings
    roles: dict[str, Role] = {source.engine: "characters"} if source.engine else {}
    doc = segment(source)
    collected = collect(doc)
    mentions, acronyms = entities.find(doc.text)
    context = bind(doc, collected, mentions, acronyms)
    context.let_go()
    told = entities.further(doc.text, mentions, collected.language)
    if model:
        told += _told_by_model(context, told, roles)
    return Publication(context, raw, findings=findings, roles=roles, told=told)


def _told_by_model(
    context: Context, told: Sequence[Mention], roles: dict[str, Role]
) -> Sequence[Mention]:
    """Return what the model adds to all mentions; it is noted in `roles` where it can read."""
    from extractor.entities import model  # noqa: PLC0415  # an extra, which takes long to load

    nlp = model.load_model()
    if context.collected.language != model.LANGUAGE:
        message = f"the model reads English; the text is in {context.collected.language or 'none'}"
        context.doc.warnings.append(ReadWarning(code="model-not-used", message=message))
        return ()
    roles[model.DISTRIBUTION] = "names"
    prose = [block.span for block in context.doc.blocks if block.type in PROSE]
    return model.told_by_model(context.doc.text, prose, [*context.mentions, *told], nlp)
