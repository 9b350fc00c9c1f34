"""Key figures: numbers that stand for themselves, in panels, charts and maps, with their labels."""
