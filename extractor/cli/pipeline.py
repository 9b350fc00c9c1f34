"""The pipeline, imported when a command needs it."""

import gc
from importlib import import_module
from types import ModuleType

OBJECTS_BEFORE_COLLECTION = 5_000_000  # a page leaves some 5,000, and 15 that hold each other


def load_pipeline() -> ModuleType:
    """Import the pipeline and return it.

    What importing makes lives to the end, and so does nearly all that is read. The collector would
    walk it again and again, which takes a sixth of the time.
    """
    gc.disable()
    pipeline = import_module("extractor.pipeline")

    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    gc.enable()
    return pipeline
