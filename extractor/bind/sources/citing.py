"""Which stretches of a note cite a work, and which only explain.

A citation is a phrase: a name and a title, a date, an address. What tells something in a sentence
of its own (`This total excludes aviation.`) explains a figure and says nothing of who gives it.
"""

from collections.abc import Iterator

import regex

from extractor.bind.found import Span
from extractor.bind.sources.references import refers
from extractor.bind.sources.telling import sentences, tells
from extractor.bind.sources.works import ADDRESS, OPENING, YEAR, is_data, publisher_of
from extractor.bind.words import is_verb

REMARK = regex.compile(
    r"""
    ^ \W*+
    (?: (?: includ | exclud | consist | represent | correspond | compris | cover | assum ) \p{L}*+
      | established | created | formerly | previously
      | this | these | they | it | there | here | where | which
      | (?: all \s | the \s )?+
        (?: amounts | figures | sums | numbers | values | prices | totals? | shares | percentages )
      | no \s data | (?: preliminary | provisional | unaudited | revised | rounded | estimated ) \s
        (?: data | figures | results | estimates | in | by )
      | (?: data | données | datos | chiffres | cifras )
        \s (?: preliminary | provisional (?:es)? | provisoires | préliminaires | preliminares )
      | data \s (?: as \s | for \s | cover | include | refer ) \p{L}*+
      | y \s compris | non \s compris | hors | ces | il | elle | ils
      | les \s (?: montants | chiffres )
      | incluye | excluye | est[eao]s? | los \s montos | las \s cifras
    )
    (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""How a sentence opens that explains a figure."""
GIVER = regex.compile(
    r"""
    \s*+ (?: , | \b (?: from | by | of | de | del | du | des | par | por ) (?! \p{L} ) )
    \s++ (?: (?: the | el | la | los | las | le | les ) \s | l['’] )?+ (?= \p{Lu} )
    """,
    regex.X,
)
"""What leads from a remark on data to who gives them."""
CIRCUMSTANCE = regex.compile(
    r"^ (?: In | As\sof | As\sat | At | Of | For | Since | During | Until )"
    r" \s (?: \p{Nd} | \p{Ll} | \p{Lu}\p{Ll}++ \s \p{Nd} )",
    regex.X,
)
"""How a sentence opens that says when or where: `In 2031, …`, `As of May 2031 …`."""
RATE = regex.compile(
    r"""
    (?<! \p{L} )
    (?: exchange \s rates? | rates? \s of \s exchange | taux \s de \s change
      | (?: tasa | tipo )s? \s de \s cambio )
    (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""What a sum was converted by: it says how, not who gives the sum."""
GLOSS = regex.compile(r"^ (?P<short> \p{Lu}{2,9}+ ) \s? [:=] \s (?P<long> [^.]*+ )", regex.X)
"""How a short form is spelled out: `NDC: Nationally Determined Contribution`."""
LEAD = regex.compile(
    r"""
    (?<! \p{L} )
    (?i: see (?: \s also )?+ | sources?: | cf\. | vid\. | voir (?: \s aussi )?+
      | véase (?: \s también )?+ | according \s to | selon | según
      | (?: reported | published | cited | quoted | presented | described ) \s (?: in | by )
      | (?: based | drawn | taken | derived | calculated ) \s (?: on | from )
    )
    \s++ (?: (?: the | a | la | le | el ) \s | l['’] )?+
    (?= [\p{Lu}“‘"«] | \p{Nd}{4} \s \p{Lu} | https?: | www\. )
    """,
    regex.X,
)
"""What leads to a work within a sentence that tells; the work opens with a capital or a quote."""
WITHIN = regex.compile(
    r"""
    ^ (?: (?: the | el | la | le | les | los | las ) \s | l['’] )?+
    (?: annex | appendix | box | chapter | figure | paragraph | para\. | part | section | table
      | note | page | p\. | above | below | annexe | encadré | chapitre | graphique | paragraphe
      | partie | tableau | anexo | cuadro | capítulo | gráfico | párrafo | sección | tabla
      | recuadro | tabela | quadro | secção | seção
      | tabell[ae] | capitolo | paragrafo | allegato | sezione
      | abschnitt | kapitel | anlage | anhang | abbildung
    )
    (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""What is a part of the document itself: no work of another."""
PART_OF_WORK = regex.compile(
    r"""
    [^,.;:]{3,30}? \s (?: of | in | from | by | de | del | du | des | dans )
    \s (?: (?: the | el | la | los | las | le | les ) \s | l['’] )?+ (?= \p{Lu} )
    """,
    regex.X,
)
"""What leads from a part of a work to whose it is: `table 2 of the …`."""
QUOTED = regex.compile(r"[“«\"‘] [^”»\"’]{4,300}+ [”»\"’]", regex.X)
AUTHORED = regex.compile(
    r"""
    ^ \p{Lu} [\p{L}’'.\-]*+
    (?: \s (?: (?: of | for | the | and | on | de | du | des | la | y | et ) \s ){0,2}
        \p{Lu} [\p{L}’'.\-]*+ ){0,9}+
    , \s (?= \p{Lu} | \p{Nd} )
    """,
    regex.X,
)
"""A name before a comma, after which a title begins."""
PARTICIPLE = regex.compile(r"\b \p{Ll}++ (?<= ed ) (?= \s \p{Ll}{4} )", regex.X)
"""A participle before its noun, as titles have it: `armed conflict`."""
PRESENT = regex.compile(
    r"(?<= \p{Ll} \s | \) \s ) (?P<word> \p{Ll}{3,}+ (?<= s ) )"
    r" (?= \s (?: the | a | an | all | only | to | that | on | in | from | by | no | not ) \s )",
    regex.X,
)
"""What may be a verb in the third person."""
AFTER_COLON = regex.compile(r"(?: : | \s[–—] ) \s .*+", regex.X | regex.S)
BETWEEN_NAMES = regex.compile(r", \s (?: and \s )?+ | \s and \s", regex.X)
CAPITALISED = regex.compile(r"(?<! [\p{L}’'] ) \p{Lu} [\p{L}’'.\-]*+", regex.X)
NAMED = regex.compile(r"[\p{Lu}\p{Lo}“«]")
"""A capital, a letter of a script without them, or a quote: what a name or a title has."""
SYMBOL = regex.compile(r"(?<! [\p{L}\d/] ) \p{Lu}{1,4} (?: / [\p{Lu}\d.]{1,12}+ ){2,5}", regex.X)
"""The symbol of a document of the United Nations: `A/77/310`."""
MIN_CAPITALISED = 3  # words with a capital beside a year make a title; `Fiscal Year 2024` does not
MIN_LISTED = 3  # names that make a list
MAX_PHRASE = 14  # words of a phrase that names data without a date (`Interviews with staff`)


def citations(note: str, *, linked: bool = False) -> list[Span]:
    """Return where a note cites; nowhere where it only explains.

    What is `linked` to an address and tells nothing is a citation, however it is worded.

    >>> citations("Of these 62 came later. Lorn Relief, Forty Towns, 2031.")
    [(24, 55)]
    >>> citations("This total excludes aid by air."), citations("1979 to 2022")
    ([], [])
    """
    stretches = list(_stretches(note))
    return [s for s in stretches if _cites(note[slice(*s)])] or (stretches if linked else [])


def _stretches(note: str) -> Iterator[Span]:
    """Yield the runs of sentences that tell nothing, and what a sentence that tells refers to."""
    run: Span | None = None
    for start, end in sentences(note):
        if not _explains(note[start:end]):
            again = OPENING.match(note[start:end]) and run and not _cites(note[slice(*run)])
            run = (start, end) if run is None or again else (run[0], end)
            continue
        if run is not None:
            yield run
        run = _referred(note, start, end)
        if run is not None and run[1] < end:
            yield run
            run = None
    if run is not None:
        yield run


def _referred(note: str, start: int, end: int) -> Span | None:
    """Return what a sentence that tells refers to: to its end, or a comma after which it tells."""
    lead = LEAD.search(note, start, end)
    if lead is None:
        return None
    comma = note.find(",", lead.end(), end)
    return lead.end(), comma if comma >= 0 and tells(note[comma:end]) else end


def _explains(sentence: str) -> bool:
    """Say whether a sentence tells something: its verb stands outside titles and quotes."""
    if refers(sentence) or OPENING.match(sentence):
        return False
    remark = REMARK.match(sentence)
    if remark is not None and _names_giver(sentence, remark.end()):
        return False
    if remark is not None or CIRCUMSTANCE.match(sentence) or _spells_out(sentence):
        return True
    in_bracket = sentence.startswith("(") and sentence.endswith(")")
    bare = _without_titles(sentence)
    return in_bracket or tells(bare) or any(_is_present(m) for m in PRESENT.finditer(bare))


def _names_giver(sentence: str, end: int) -> bool:
    """Say whether a remark goes on with a body: `Revised figures by the Harbour Office, 2031`."""
    lead = GIVER.match(sentence, end)
    given = sentence[lead.end() :] if lead is not None else ""
    return not tells(given) and publisher_of(f"{given.rstrip(' .')},") is not None


def _spells_out(sentence: str) -> bool:
    """Say whether a sentence tells what a short form stands for, in whatever order of words."""
    gloss = GLOSS.match(sentence)
    if gloss is None:
        return False
    return {word[0].lower() for word in gloss["long"].split()} >= set(gloss["short"].lower())


def _is_present(match: "regex.Match[str]") -> bool:
    """Say whether a word is a verb of the present: `applies to`, but not `reports on`."""
    word = match["word"]
    return is_verb(word) and not is_data(word)


def _without_titles(sentence: str) -> str:
    """Return a sentence without its quotes and addresses, and without the title after an author.

    Titles of reports may hold a verb: `Harbour Office, Nets: how storms moved the fleet`.
    """
    bare = ADDRESS.sub(" ", QUOTED.sub(" ", sentence))
    if AUTHORED.match(bare) is None:
        return bare
    return PARTICIPLE.sub(" ", AFTER_COLON.sub(" ", bare))


def _cites(text: str) -> bool:
    """Say whether a phrase names a work: by an address, a date beside a title, a body, or data."""
    told = OPENING.sub("", text)
    rate = RATE.search(told) is not None and AUTHORED.match(told) is None
    if (WITHIN.match(told) and not _of_another(told)) or _lists_bodies(text) or rate:
        return False
    led = told != text and (told[:1].isdecimal() or NAMED.search(told) is not None)
    if (
        led
        or SYMBOL.search(text)
        or ADDRESS.search(text)
        or refers(text)
        or publisher_of(f"{text},")
    ):
        return True
    titled = len(CAPITALISED.findall(text)) >= MIN_CAPITALISED or QUOTED.search(text) is not None
    return (titled and YEAR.search(text) is not None) or _names_data(told)


def _of_another(told: str) -> bool:
    """Say whether a part is one of what a body published: `table 2 of the Harbour Office, 2031`."""
    part = PART_OF_WORK.match(told)
    return part is not None and publisher_of(f"{told[part.end() :].rstrip(' .')},") is not None


def is_name_alone(note: str) -> bool:
    """Say whether a note is a name and nothing else: no title, date, address or data.

    >>> is_name_alone("Central Harbour Fund."), is_name_alone("Harbour Office, Boats")
    (True, False)
    """
    name = note.rstrip(" .")
    plain = regex.search(r"[\d,:;/.()“\"]", name) is None
    return plain and publisher_of(f"{name},") is not None and not _names_data(name)


def _lists_bodies(text: str) -> bool:
    """Say whether a phrase lists bodies (`The Red Fund, the Harbour Office and the Bank`)."""
    parts = BETWEEN_NAMES.split(text)
    bodies = [part for part in parts if publisher_of(f"{part},") is not None]
    return YEAR.search(text) is None and len(parts) >= MIN_LISTED and len(bodies) > 1


def _names_data(text: str) -> bool:
    words = regex.findall(r"[\p{L}’'\-]+", text)
    return len(words) <= MAX_PHRASE and any(map(is_data, words))
