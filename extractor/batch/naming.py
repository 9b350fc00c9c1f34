"""Where results go: a name for each document, below the folder of results whatever it is called."""

import unicodedata
from hashlib import sha256
from pathlib import PurePath, PurePosixPath

import regex

from extractor.batch.job import KEPT, shown
from extractor.batch.listing import Found
from extractor.output import Form

MANIFEST = "manifest.jsonl"
"""The file, among the results, that tells what became of each document."""
LONGEST = 200  # bytes of a part of a path; systems allow 255, endings are added
UNSAFE = regex.compile(r"[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\\]")


class Names:
    """The names of results: no two are the same, and none is the folder of another.

    Nor do two differ only in what some systems do not tell apart.
    """

    def __init__(self, form: Form) -> None:
        """Take the form of all results, which their names end in."""
        self._form = form
        self._given: dict[str, str] = {}
        self._files = {_folded(MANIFEST), _folded(KEPT)}
        self._folders = {_folded(KEPT)}

    def of(self, document: Found) -> str:
        """Return the result of a document, as a path below the folder of results."""
        known = self._given.get(document.source)
        if known is None:
            known = self._given[document.source] = self._new(document)
        return known

    def _new(self, document: Found) -> str:
        parts = [_safe(p) for p in PurePath(document.place).parts if p not in {"/", ".", ".."}]
        own = _hashed(parts[-1] if parts else "document", document.source)
        wanted = ("/".join(parts), "/".join([*parts[:-1], own]), own)
        name = next(name for name in wanted if name and (name is own or self._is_free(name)))
        result = PurePosixPath(_folded(f"{name}.{self._form}"))
        self._files.add(str(result))
        self._folders.update(_above(result))
        return f"{name}.{self._form}"

    def _is_free(self, name: str) -> bool:
        """Say whether a result can have a name, and its folders theirs."""
        result = PurePosixPath(_folded(f"{name}.{self._form}"))
        above = _above(result)
        is_taken = str(result) in self._files or str(result) in self._folders
        return not is_taken and not above & self._files


def _above(result: PurePosixPath) -> set[str]:
    return {str(folder) for folder in result.parents} - {"."}


def _safe(part: str) -> str:
    """Return a part of a path as every system can show it, no matter what it is called."""
    clean = UNSAFE.sub("_", shown(part))
    if len(clean.encode()) <= LONGEST:
        return clean
    return _hashed(clean.encode()[: LONGEST // 2].decode("utf-8", "ignore"), part)


def _hashed(name: str, source: str) -> str:
    return f"{name}~{sha256(source.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
