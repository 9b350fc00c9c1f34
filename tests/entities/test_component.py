"""The component carries the same entities into a spaCy pipeline of one's own."""

import pytest
import spacy

from extractor.entities.component import NAME


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_blank_pipeline_carries_the_entities(language: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(NAME)
    doc = nlp("UNHCR in Kenya, Law No. 12/2019")
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans[NAME]] == [
        ("UNHCR", "organisation", ""),
        ("Kenya", "place", "KE"),
        ("Law No. 12/2019", "law", ""),
    ]
