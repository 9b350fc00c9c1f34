"""The schemas are documented, closed, and published as they are."""

import json
import types
import typing
from collections import defaultdict
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic_core import to_json

from schemas.base import Anchor, BoxPiece, OcrPiece, OffsetPiece, Record, plain, unchecked
from schemas.document import Page
from schemas.explanation import Explanation
from schemas.extraction import Extraction
from schemas.golden import Golden
from schemas.published import SCHEMA_NAMES, schema_json

ROOTS = Extraction, Golden, Explanation
PUBLISHED = Path(__file__).parents[2] / "schemas" / "json"

# Within each of the two files a name has one type (None aside), but for these.
SEVERAL_TYPES = {
    Extraction: {
        "figures": "the figures; in a finding, the ids of those concerned",
        "number": "of a page, counted; of a heading, as printed",
        "of": "the whole of a share; what a caption belongs to",
        "sources": "what the document cites; what a figure is taken from",
        "status": "of what a figure counts; of a run of digits",
        "type": "of a block; of an entity",
    },
    Golden: {
        "digits": "the runs; in a run, its digits",
        "source": "the pieces; a run of digits has one",
        "status": "of what a figure counts; of a run of digits",
        "value": "the value; of a place or source, its acceptable names",
    },
}


def models(*roots: type[BaseModel]) -> list[type[BaseModel]]:
    """Return every model that the given ones are made of."""
    seen: dict[type[BaseModel], None] = {}
    queue: list[typing.Any] = list(roots)
    while queue:
        found = queue.pop()
        if isinstance(found, type) and issubclass(found, BaseModel):
            if found not in seen:
                seen[found] = None
                queue += [field.annotation for field in found.model_fields.values()]
        else:
            queue += typing.get_args(found)
    return list(seen)


@pytest.mark.parametrize("model", models(*ROOTS), ids=lambda model: model.__name__)
def test_a_model_is_closed_and_documented(model: type[BaseModel]) -> None:
    assert issubclass(model, Record)
    assert (model.model_config["extra"], model.model_config["frozen"]) == ("forbid", True)
    assert model.__doc__
    undocumented = [name for name, field in model.model_fields.items() if not field.description]
    assert undocumented == []


@pytest.mark.parametrize("root", SEVERAL_TYPES, ids=lambda root: root.__name__)
def test_a_field_name_means_one_type(root: type[BaseModel]) -> None:
    types_of: dict[str, set[str]] = defaultdict(set)
    for model in models(root):
        for name, field in model.model_fields.items():
            types_of[name].add(_shape(field.annotation))
    assert {name for name, shapes in types_of.items() if len(shapes) > 1} == set(
        SEVERAL_TYPES[root]
    )


def _shape(annotation: object) -> str:
    """Return a type as text, without None: whether a value may be missing is each record's own."""
    if isinstance(annotation, types.UnionType):
        parts = [arg for arg in typing.get_args(annotation) if arg is not types.NoneType]
        return " | ".join(map(str, parts))
    return str(annotation)


def test_none_is_documented() -> None:
    """A field that may be None says what that means."""
    silent = [
        f"{model.__name__}.{name}"
        for model in models(*ROOTS)
        for name, field in model.model_fields.items()
        if type(None) in typing.get_args(field.annotation)
        and "None" not in (field.description or "")
        and "As in" not in (field.description or "")
    ]
    assert silent == []


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_the_published_schema_is_that_of_the_models(name: str) -> None:
    published = (PUBLISHED / f"{name}.schema.json").read_text("utf-8")
    assert published == schema_json(name), (
        "run `make schema`, and say in the changelog what changed"
    )
    assert json.loads(published)["$schema"].startswith("https://json-schema.org/")


PIECES = (
    BoxPiece(page=2, bbox=(1.0, 2.0, 3.0, 4.5)),
    OcrPiece(page=2, bbox=(1.0, 2.0, 3.0, 4.5), confidence=0.9),
    OffsetPiece(start=7, end=9),
)


@pytest.mark.parametrize(
    "record",
    [*PIECES, Anchor(start=0, end=3, quote="Lorn", source=PIECES), Page(number=3, label="iii")],
    ids=lambda record: type(record).__name__,
)
def test_a_record_made_unchecked_is_as_one_validated(record: Record) -> None:
    given = {name: getattr(record, name) for name in type(record).model_fields}
    made = unchecked(type(record))(**dict(reversed(given.items())))
    assert made == record
    assert repr(made) == repr(record)
    assert made.model_dump_json() == record.model_dump_json()
    assert made.model_copy(update={"page": 1}) == record.model_copy(update={"page": 1})


@pytest.mark.parametrize(
    "record",
    [*PIECES, Anchor(start=0, end=3, quote="Lorn", source=PIECES), Page(number=3)],
    ids=lambda record: type(record).__name__,
)
def test_what_is_written_of_a_record_is_in_the_order_of_its_fields(record: Record) -> None:
    given = {name: getattr(record, name) for name in record.model_fields_set}
    made = plain(type(record))(**dict(reversed(given.items())))
    assert to_json(made) == record.model_dump_json().encode()


def test_a_record_made_unchecked_takes_the_defaults() -> None:
    made = unchecked(Page)(number=3)
    assert made.model_dump_json() == Page(number=3).model_dump_json()
    with pytest.raises(ValueError, match="frozen"):
        made.number = 4


def test_only_records_are_made_unchecked() -> None:
    for maker in (plain, unchecked):
        with pytest.raises(TypeError, match="no type of records"):
            maker(len)
