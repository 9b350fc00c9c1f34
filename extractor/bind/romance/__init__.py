"""French and Spanish sentences: the subject, the verb or the predicate that tells what is measured.

No parse is assumed: small words and endings of verbs tell the parts of a clause, and what they do
not tell stays unbound.
"""

from extractor.bind.found import Binding
from extractor.bind.passage import Sentence
from extractor.bind.romance.clause import Clause
from extractor.bind.romance.predicates import base_of_share, by_predicate
from extractor.bind.romance.shares import said_again, share_done
from extractor.bind.romance.subjects import again, by_subject, subjects_changed
from extractor.bind.romance.verbs import by_verb
from extractor.bind.romance.wholes import part_named

__all__ = ["base_of_share", "subjects_changed", "told"]


def told(sentence: Sentence, at: int, language: str) -> Binding | None:
    """Return what the clause of a figure says that it measures; None where no rule fits."""
    found = sentence.tokens[at].found
    if found is None:
        return None
    clause = Clause(sentence, at, found, language)
    rules = (part_named, share_done, by_subject, by_verb, by_predicate, again, said_again)
    return next((told for rule in rules if (told := rule(clause)) is not None), None)
