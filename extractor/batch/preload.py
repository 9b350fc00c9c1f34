"""What every process of a batch needs, imported once: the processes begin as copies of that one.

Only the server that makes the copies imports this module, by its name.
"""

import extractor.check.audit
import extractor.pipeline

__all__ = ["extractor"]
