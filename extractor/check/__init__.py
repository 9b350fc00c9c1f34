"""Checks: the digit ledger, and the audit of one document and of several."""
