"""The pipeline: from a published plan to figures with the place that proves each."""
