"""Entities: organisations, places, people, groups, acronyms."""
