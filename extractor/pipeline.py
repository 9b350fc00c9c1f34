"""The pipeline: the list of the stages, each of which sees only what the ones before it gave."""

from pathlib import Path
from typing import Unpack

from extractor import entities
from extractor.bind import bind, collect
from extractor.publish import Publication
from extractor.readers import read
from extractor.readers.options import ReadOptions
from extractor.segment import assembled, drafted
from schemas.extraction import Extraction


def extract(path: str | Path, **options: Unpack[ReadOptions]) -> Extraction:
    """Read one document and return everything that was read from it.

    Raises:
        UnreadableSourceError: the file cannot be read; the message names the file and the fault.
        UsageError: what is asked for needs an extra that is not installed.
    """
    return published(path, **options).extraction()


def published(path: str | Path, **options: Unpack[ReadOptions]) -> Publication:
    """Read one document and return what was read from it, to be written part by part.

    Raises:
        UnreadableSourceError: the file cannot be read; the message names the file and the fault.
        UsageError: what is asked for needs an extra that is not installed.
    """
    source = read(Path(path), **options)
    raw, findings, engine = source.raw, source.findings, source.engine
    drafts = drafted(source)
    source = source.bare()  # the words of a long document are as large as all that is made of them
    doc = assembled(source, drafts)
    del drafts
    collected = collect(doc)
    mentions, acronyms = entities.find(doc.text)
    context = bind(doc, collected, mentions, acronyms)
    context.let_go()
    return Publication(context, raw, findings=findings, engine=engine)
