"""Bytes to text: the codec is told by a byte order mark, is UTF-8, or is found from the bytes."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import UnreadableSourceError
from schemas.extraction import ReadWarning

MAX_TEXT_BYTES = 20_000_000  # a plan of a thousand pages has about three million characters

MAGIC = {
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
BINARY_SHARE = 0.01  # of the bytes are control characters that no text has


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file; a byte order mark is not part of the text."""

    text: str
    encoding: str
    warnings: tuple[ReadWarning, ...] = ()


def decode(path: Path, data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        UnreadableSourceError: binary, too large, of no codec that fits, or only white space.
    """
    _refuse_binary(path, data)
    if len(data) > MAX_TEXT_BYTES:
        size, limit = len(data) / 1e6, MAX_TEXT_BYTES / 1e6
        raise UnreadableSourceError(
            f"{path}: {size:.0f} MB of plain text is no plan; the limit is {limit:.0f} MB"
        )
    decoded = _decode(path, data)
    if not decoded.text.strip():
        raise UnreadableSourceError(f"{path}: holds nothing but white space")
    return decoded


def _refuse_binary(path: Path, data: bytes) -> None:
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise UnreadableSourceError(f"{path}: is {what}, not a PDF, Markdown or plain text")
    if any(data.startswith(bom) for bom, _ in BOMS):
        return
    head = data[:65536]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if b"\0" in head or controls > BINARY_SHARE * len(head):
        raise UnreadableSourceError(f"{path}: is a binary file, not a PDF, Markdown or plain text")


def _decode(path: Path, data: bytes) -> Decoded:
    codec = next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    try:
        return Decoded(data.decode(codec), "utf-8" if codec == "utf-8-sig" else codec)
    except UnicodeDecodeError as error:
        if codec != "utf-8":
            raise UnreadableSourceError(f"{path}: is not valid {codec}: {error.reason}") from error
        return _guessed(path, data, error)


def _guessed(path: Path, data: bytes, error: UnicodeDecodeError) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only a file that is no UTF-8 needs it

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableSourceError(
            f"{path}: is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x})"
            " and fits no other encoding; save it as UTF-8"
        )
    message = f"the file is not UTF-8; read as {best.encoding}: check its accented letters"
    warning = ReadWarning(code="encoding-guessed", message=message)
    return Decoded(data.decode(best.encoding), best.encoding, (warning,))
