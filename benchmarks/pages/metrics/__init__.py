"""The field's metrics, and `score`, which gives them all for one document."""

from pages.metrics.scoring import METRICS, Score, score
from pages.metrics.tally import Tally

__all__ = ["METRICS", "Score", "Tally", "score"]
