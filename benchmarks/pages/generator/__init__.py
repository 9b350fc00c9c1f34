"""Invented plans, printed by Typst from a seed, each with its exact truth."""

from pages.generator.plan import Plan, make

__all__ = ["Plan", "make"]
