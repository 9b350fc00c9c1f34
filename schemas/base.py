"""What every record shares: closed, frozen, and the anchor that proves where a thing stands."""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, Protocol, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from typing_extensions import override

Fields = ParamSpec("Fields")
Made = TypeVar("Made")

SLOTS = "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"
"""Where pydantic keeps of a record what is no value of it."""


class Record(BaseModel):
    """A closed, frozen record; every field is documented where it is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @override
    def model_post_init(self, _context: object, /) -> None:
        # pydantic keeps for each record a set of the fields that were given: for the hundreds of
        # thousands of a long document half of the memory. Nearly all give every field: one serves.
        if len(self.__pydantic_fields_set__) == len(self.__class__.__pydantic_fields__):
            every = _every_field(self.__class__)
            object.__setattr__(self, "__pydantic_fields_set__", every)


class Maker(Protocol):
    """Gives what makes a type's records, or what stands for them, of values that are ours."""

    def __call__(self, record: Callable[Fields, Made], /) -> Callable[Fields, Made]:
        """Return what makes records of the type."""


@cache
def _every_field(record: type[Record]) -> set[str]:
    """Return the names of a record's fields, one set for all records of the type."""
    return set(record.__pydantic_fields__)


def unchecked(record: Callable[Fields, Made]) -> Callable[Fields, Made]:
    """Return what makes a record of values that our own code made: typed, but not validated.

    A long document has hundreds of thousands of records. So made one takes a third of the time,
    and of the memory: pydantic keeps its values in a dictionary of its own, here it keeps them
    itself. What comes from outside is validated: call the type, or its `model_validate`.

    >>> unchecked(OffsetPiece)(start=3, end=5) == OffsetPiece(start=3, end=5)
    True
    """
    made_type = _type_of_records(record)
    defaults = _defaults(made_type)
    every, names, new = _every_field(made_type), tuple(defaults), object.__new__
    # Asked for once: to find a slot by its name takes as long as to fill it.
    put_every, put_extra, put_private = (BaseModel.__dict__[slot].__set__ for slot in SLOTS)

    def make(**values: object) -> Record:
        made = new(made_type)
        if len(values) < len(names):
            values = defaults | values
        kept = made.__dict__
        for name in names:  # in the order of the fields, in which a record is written
            kept[name] = values[name]
        put_every(made, every)
        put_extra(made, None)
        put_private(made, None)
        return made

    make()  # Python keeps the names of attributes once for all objects if the first one has them
    return cast(Callable[Fields, Made], make)


def plain(record: Callable[Fields, Made]) -> Callable[Fields, Made]:
    """Return what makes the dictionary that is written of a record, in place of that record.

    Whoever writes a record and lets it go needs no more. A dictionary takes a quarter of the time
    to make, and less to write; its keys and their order are the type's, whose name it goes by.

    >>> plain(OffsetPiece)(end=5, start=3)
    {'start': 3, 'end': 5}
    """
    defaults = _defaults(_type_of_records(record))

    def make(**values: object) -> dict[str, object]:
        return defaults | values

    return cast(Callable[Fields, Made], make)


def _type_of_records(given: object) -> type[Record]:
    if isinstance(given, type) and issubclass(given, Record):
        return given
    raise TypeError(f"{given!r} is no type of records")


def _defaults(record: type[Record]) -> dict[str, object]:
    """Return the fields of a type in their order, each with what it is if it is not given."""
    return {name: _default(field) for name, field in record.__pydantic_fields__.items()}


def _default(field: FieldInfo) -> object:
    return None if field.is_required() else field.get_default(call_default_factory=True)


class OffsetPiece(Record):
    """A run of code points of the decoded source file (Markdown, plain text)."""

    start: int = Field(ge=0)
    """First code point, counted from 0; a byte order mark is not counted."""
    end: int = Field(gt=0)
    """One past the last code point."""


class BoxPiece(Record):
    """A box on a page of the source file (PDF)."""

    page: int = Field(ge=1)
    """Page index, counted from 1."""
    bbox: tuple[float, float, float, float]
    """Left, top, right, bottom in points from the page's top left (media box, rotation applied)."""


class OcrPiece(BoxPiece):
    """A box on a page whose words were read in a picture."""

    confidence: float = Field(ge=0, le=1)
    """How sure the reader of pictures is of the least sure word in the box."""


Piece = OffsetPiece | OcrPiece | BoxPiece
"""One stretch of the source that a quote was read from."""


class Anchor(Record):
    """Where a thing stands: in the canonical text, and in the source that proves it."""

    start: int = Field(ge=0)
    """First character in `Extraction.text`."""
    end: int = Field(gt=0)
    """One past the last character in `Extraction.text`."""
    quote: str
    """`Extraction.text[start:end]`."""
    source: tuple[Piece, ...] = Field(min_length=1)
    """The pieces that the quote was read from, in reading order, merged where they touch."""

    @property
    def page(self) -> int | None:
        """The page that it begins on, from 1; None for a source without pages."""
        piece = self.source[0]
        return piece.page if isinstance(piece, BoxPiece) else None


class Reference(Record):
    """A footnote mark in the text; the mark itself is not part of the text."""

    at: int = Field(ge=0)
    """Offset in `Extraction.text` at which the mark stood (it follows the character before)."""
    source: tuple[Piece, ...] = Field(min_length=1)
    """Where the mark is printed."""
