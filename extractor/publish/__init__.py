"""From the working records to the published ones: spans become anchors, bindings attributes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from typing import Any

from extractor.bind import Context
from extractor.check.ledger import Accounts
from extractor.data.packs import UNSPACED, pack_tree, packs
from extractor.entities import Mention
from extractor.profile import document_info
from extractor.publish.figures import Figures
from extractor.publish.parts import Parts
from extractor.publish.records import Records
from schemas.base import Maker, plain, unchecked
from schemas.extraction import Component, Extraction, Finding, Ledger, ReadWarning, Role

__all__ = ["Outcome", "Publication"]

FEW_WORDS = 50  # below which a text without a language is no wonder
ENGINE = ("planfacts", "markdown-it-py", "pdfplumber", "py3langid", "pypdfium2", "spacy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found in a document, in numbers."""

    pages: int
    sections: int
    tables: int
    kinds: Counter[str]
    """The figures of each kind."""
    bound: Counter[str]
    """Those of them that have an indicator."""
    explained: float
    warnings: tuple[ReadWarning, ...]


class Publication:
    """A bound document as it is published: as one extraction, or part by part to be written."""

    def __init__(
        self,
        context: Context,
        raw: str,
        *,
        findings: Sequence[Finding] = (),
        roles: Mapping[str, Role] = MappingProxyType({}),
        told: Sequence[Mention] = (),
    ) -> None:
        """Take what is published.

        `raw` is the decoded file, empty for a PDF; `findings` are those of its reader, `roles` the
        distributions that did what another could have, `told` what a model adds to the mentions.
        """
        self._context, self._findings, self._roles = context, findings, roles
        self._mentions = sorted([*context.mentions, *told], key=lambda m: m.span)
        self._accounts = Accounts(context, raw)
        self._warnings = (*context.doc.warnings, *_unknown_language(context))

    def extraction(self) -> Extraction:
        """Return everything that was read from the document."""
        return Extraction(**dict(self._made(unchecked, kept=True)))

    def parts(self) -> Iterator[tuple[str, Any]]:
        """Yield what is written of the extraction, field by field.

        What a long document has many of is given as an iterator, one after the other, so that no
        more than one is held. Records that are made for it are plain dictionaries.
        """
        yield from self._made(plain, kept=False)

    @property
    def outcome(self) -> Outcome:
        """What was found, in numbers."""
        doc, founds = self._context.doc, self._context.founds
        return Outcome(
            pages=len(doc.pages),
            sections=len(doc.sections),
            tables=len(doc.tables),
            kinds=Counter(found.reading.kind for found in founds),
            bound=Counter(f.reading.kind for f in founds if f.indicator and f.indicator.value),
            explained=self._accounts.explained,
            warnings=self._warnings,
        )

    def _made(self, made: Maker, *, kept: bool) -> Iterator[tuple[str, Any]]:
        """Yield the extraction field by field, its records as `made` makes them."""
        records = Records(self._context.doc, made, kept=kept)
        parts, figures = Parts(records), Figures(self._context, records)
        given = {
            "engine": tuple(
                Component(name=name, version=_version(name), role=self._roles.get(name))
                for name in dict.fromkeys((*ENGINE, *self._roles))
            ),
            "document": document_info(self._context),
            "text": self._context.doc.text,
            "blocks": parts.blocks(),
            "sections": parts.sections(),
            "tables": parts.tables(),
            "captions": parts.captions(),
            "footnotes": parts.footnotes(),
            "figures": figures.figures(),
            "entities": parts.entities(self._mentions),
            "sources": figures.sources(),
            "findings": figures.findings(self._findings),
            "ledger": made(Ledger)(
                entries=records.listed(self._accounts.entries(made)),
                explained=self._accounts.explained,
            ),
            "warnings": self._warnings,
        }
        for name, declared in Extraction.__pydantic_fields__.items():
            yield name, given[name] if declared.is_required() else declared.default


def _unknown_language(context: Context) -> Iterator[ReadWarning]:
    """Yield a warning where a text of some length is in no language whose words are all read."""
    language = context.collected.language
    if language in packs():
        return
    if language is None:
        code, message = (
            "language-unknown",
            "language not recognised; numbers are read as in English",
        )
        if sum(word.isalpha() for word in context.doc.text.split()) < FEW_WORDS:
            return
    else:
        code, read = "language-in-part", "numbers, months, money and words such as million"
        if language in UNSPACED:
            read = "digits apart from letters"
        elif not any(pack_tree(language)["magnitudes"].values()):
            read = "digits and months, no words such as million"
        message = f"of the language of the text ({language}) these are read: {read}"
    yield ReadWarning(code=code, message=message, page=None)


@cache
def _version(name: str) -> str:
    """Return the version of a distribution, which its whole description is read for."""
    return version(name)
