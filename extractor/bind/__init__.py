"""The binder: what each figure measures, of whom, where, as of when, who says so."""
