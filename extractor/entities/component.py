"""The entities as a component of a spaCy pipeline: `nlp.add_pipe("planfacts_entities")`.

Importing this module registers it; a blank pipeline of any language carries it.
"""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extractor.entities import find, further

NAME = "planfacts_entities"


@Language.component(NAME)
def planfacts_entities(doc: Doc) -> Doc:
    """Set `doc.spans["planfacts_entities"]`: a span a mention, its type as label, its code as id.

    A mention that a tokenizer keeps together with its neighbour takes the whole token.
    """
    mentions, _ = find(doc.text)
    told = further(doc.text, mentions, doc.lang_)
    spans = (
        doc.char_span(*m.span, m.type, m.code or m.area or "", alignment_mode="expand")
        for m in sorted([*mentions, *told], key=lambda mention: mention.span)
    )
    named = [span for span in spans if span is not None]
    doc.spans[NAME] = SpanGroup(doc, name=NAME, spans=named)
    return doc
