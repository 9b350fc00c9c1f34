"""What a sentence leaves to the one that follows it."""

from dataclasses import dataclass

from extractor.bind.found import Found
from extractor.bind.passage import Sentence

MAX_GAP = 3  # characters between two sentences that follow each other


@dataclass(slots=True)
class Carried:
    """A figure whose group or noun the next sentence may take over."""

    found: Found | None = None
    sentence: Sentence | None = None
    """The last one."""

    def follows(self, sentence: Sentence) -> bool:
        """Say whether a sentence follows the last one in its passage."""
        last = self.sentence
        if last is None or last.passage != sentence.passage:
            return False
        return sentence.span[0] <= last.span[1] + MAX_GAP

    def move_to(self, sentence: Sentence) -> None:
        """Make a sentence the last one."""
        self.sentence = sentence
