"""Databases: extractions as rows, versions of them, and views over these."""

from extractor.store.database import Database, connect
from extractor.store.load import load
from extractor.store.loaded import Loaded, Run

__all__ = ["Database", "Loaded", "Run", "connect", "load"]
