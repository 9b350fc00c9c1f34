"""Checks: the digit ledger."""
