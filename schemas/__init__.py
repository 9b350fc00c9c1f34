"""The records that leave the pipeline."""
