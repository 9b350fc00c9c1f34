"""What a stream of a PDF holds once its filters are undone: never more than asked for."""

import base64
import binascii
import zlib

import regex

CHUNK_BYTES = 1 << 16
LZW_CLEAR, LZW_END = 256, 257
LZW_NARROWEST, LZW_WIDEST = 9, 12  # bits of a code
LZW_MOST_CODES = 1 << LZW_WIDEST
RUN_END = 128

_FILTERS = regex.compile(
    rb"""/F (?:ilter)?+ \s*+
    (?: \[ (?P<names> [^\]]{0,200}+ ) \] | (?P<names> / [^\s/<>\[\]()]++ ) )""",
    regex.X,
)
_NAME = regex.compile(rb"/ ( [^\s/<>\[\]()]++ )", regex.X)
_ESCAPE = regex.compile(rb"\# ( [0-9A-Fa-f]{2} )", regex.X)
_SPACE = regex.compile(rb"\s++")


class TooMuchError(Exception):
    """A stream that holds more than is looked at."""


def unescaped(name: bytes) -> bytes:
    """Return a name with its escapes resolved.

    >>> unescaped(b"Fl#61te")
    b'Flate'
    """
    if b"#" not in name:
        return name
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), name)


def filters(head: bytes) -> list[bytes]:
    """Return the names of the filters in a stream's dictionary, the outermost first.

    >>> filters(b"<< /Filter [ /ASCII85Decode /Fl ] /Length 5 >>")
    [b'ASCII85Decode', b'Fl']
    """
    found = _FILTERS.search(unescaped(head))
    return _NAME.findall(found["names"]) if found else []


def inflated(head: bytes, data: bytes, most: int) -> bytes:
    """Return what a stream holds; of a damaged one what comes before the damage.

    A stream with a filter of pictures is returned as it is there.

    Raises:
        TooMuchError: It holds more than `most` bytes.
    """
    for name in filters(head):
        undo = _UNDO.get(name)
        if undo is None:
            break
        data = undo(data, most)
    if len(data) > most:
        raise TooMuchError
    return data


def _flate(data: bytes, most: int) -> bytes:
    machine = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    pending = data
    try:
        while pending and not machine.eof:
            part = machine.decompress(pending, max(CHUNK_BYTES, len(data)))
            size += len(part)
            if size > most:
                raise TooMuchError
            parts.append(part)
            pending = machine.unconsumed_tail
    except zlib.error:
        pass  # what came before the damage counts
    return b"".join(parts)


def _lzw(data: bytes, most: int) -> bytes:
    first = [bytes([value]) for value in range(256)] + [b"", b""]
    table, before, width = list(first), b"", LZW_NARROWEST
    out = bytearray()
    bits = have = 0
    for byte in data:
        bits, have = (bits << 8 | byte) & 0xFFFFFF, have + 8
        if have < width:
            continue
        have -= width
        code = bits >> have & ((1 << width) - 1)
        if code == LZW_CLEAR:
            table, before, width = list(first), b"", LZW_NARROWEST
            continue
        entry = table[code] if code < len(table) else before + before[:1]
        if code == LZW_END or not entry:
            break
        out += entry
        if len(out) > most:
            raise TooMuchError
        if before and len(table) < LZW_MOST_CODES:
            table.append(before + entry[:1])
        before, width = entry, min((len(table) + 1).bit_length(), LZW_WIDEST)
    return bytes(out)


def _runs(data: bytes, most: int) -> bytes:
    out = bytearray()
    at = 0
    while at < len(data) and (length := data[at]) != RUN_END:
        if length < RUN_END:
            out += data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += data[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(out) > most:
            raise TooMuchError
    return bytes(out)


def _ascii85(data: bytes, _most: int) -> bytes:
    digits = _SPACE.sub(b"", data.partition(b"~>")[0]).removeprefix(b"<~")
    try:
        return base64.a85decode(digits)
    except ValueError:
        return b""


def _hex(data: bytes, _most: int) -> bytes:
    digits = _SPACE.sub(b"", data.partition(b">")[0])
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except binascii.Error:
        return b""


_UNDO = {
    b"FlateDecode": _flate,
    b"Fl": _flate,
    b"LZWDecode": _lzw,
    b"LZW": _lzw,
    b"RunLengthDecode": _runs,
    b"RL": _runs,
    b"ASCII85Decode": _ascii85,
    b"A85": _ascii85,
    b"ASCIIHexDecode": _hex,
    b"AHx": _hex,
}
