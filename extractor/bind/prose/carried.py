"""What a sentence leaves to the one that follows it."""

from dataclasses import dataclass

from extractor.bind.found import Found
from extractor.bind.passage import Sentence

MAX_GAP = 3  # characters between two sentences that follow each other


@dataclass(slots=True)
class Carried:
    """A figure whose group or noun the next sentence may take over."""

    found: Found | None = None
    passage: int = -1
    end: int = -1
    """Where the sentence ended."""

    def follows(self, sentence: Sentence) -> bool:
        """Say whether a sentence follows the last one in its passage."""
        return sentence.passage == self.passage and sentence.span[0] <= self.end + MAX_GAP

    def move_to(self, sentence: Sentence) -> None:
        """Make a sentence the last one."""
        self.passage, self.end = sentence.passage, sentence.span[1]
