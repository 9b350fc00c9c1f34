"""Databases: extractions as rows, versions of them, and views over these."""

from extractor.store.changes import Compare, record_changes
from extractor.store.database import Database, connect, opened
from extractor.store.held import extractions
from extractor.store.load import load
from extractor.store.loaded import Loaded, Run

__all__ = [
    "Compare",
    "Database",
    "Loaded",
    "Run",
    "connect",
    "extractions",
    "load",
    "opened",
    "record_changes",
]
