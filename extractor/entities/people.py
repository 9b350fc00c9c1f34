"""People whom a text names with a title, or who sign it."""

from collections.abc import Iterator

import regex

from extractor.entities.mention import Mention

NO_NAME = r"""
    (?: Council | Office | Cabinet | General | Counsell?or | Committee | Conference | Street
    | Avenue | Hospital | University | School | Foundation | Fund | Initiative | Party | House
    | County | Minister | Ministre | President | Director | Secretary | Excellency
    | Chair (?: man | person )? | January | February | March | April | May | June | July
    | August | September | October | November | December | The | Of | And | For | In ) \b
"""
PART = rf"""
    (?! {NO_NAME} )
    (?: \p{{Lu}}\.
      | \p{{Lu}}[\p{{L}}\p{{M}}]{{0,24}}+
        (?: [’'\-] (?! s \b ) [\p{{L}}\p{{M}}]{{1,24}}+ ){{0,3}}+ )
"""
PARTICLE = r"(?: al | bin | da | de | del | den | der | di | dos | du | el | ibn | la | van | von )"
FURTHER = rf"\  (?: {PARTICLE} \  ){{0,2}} {PART}"
COURTESY = r"""
    (?: Mr | Mrs | Ms | Dr | Prof | Sr | Sra | Dra ) \b \.?
    | Mme | Mlle | Monsieur | Madame | Señora? | Professor | Sir | Dame | H\.E\.
"""
OFFICE = r"""
    (?: Vice[\ -] )? (?: President | Présidente? | Presidente | Presidenta )
    | (?: Deputy \  )? Prime \ Minister | Premier \ ministre | Primera? \ [Mm]inistr[oa]
    | (?: Secretary | Director | Attorney ) [\ -] General
    | Minister | Ministre | Ministr[oa] | Ambassador | Chancellor | Senator | Governor
    | Commissioner | Archbishop | Bishop
"""
TITLED = regex.compile(
    rf"""
    (?<! [\p{{L}}\d] )
    (?: (?: {COURTESY} ) (?: \  (?: {OFFICE} ) )? | (?: {OFFICE} ) )
    \  (?P<name> {PART} (?: {FURTHER} ){{0,3}}+ ) (?! [\p{{L}}\d] | \  {NO_NAME} )
    """,
    regex.X,
)
SIGNED = regex.compile(
    rf"""
    (?: ^ | \n ) (?P<name> {PART} (?: {FURTHER} ){{1,3}}+ )
    \n{{1,2}}
    (?: (?: Deputy | Acting | Executive | Vice | Assistant | Under | Regional ) [\ -] ){{0,2}}
    (?: Director | Secretary | President | (?: Prime \  )? Minister | Commissioner | Chair
      | Coordinator | Representative | Administrator | Ambassador | Governor | High \ Commissioner
      | Chief \ Executive | Directeur | Directrice | Ministre | Présidente? | Secrétaire
      | Directora? | Ministr[oa] | President[ea] | Secretari[oa] | Coordonnateur | Coordinadora? )
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)
"""A name that is a line of its own, with an office in the next one, as a foreword is signed."""


def people(text: str) -> Iterator[Mention]:
    """Yield the mentions of people, in no order; a person's value is the name without the title.

    >>> [person.value for person in people("Mr. Olan Brisk met President Ama de Veldt.")]
    ['Olan Brisk', 'Ama de Veldt']
    """
    for pattern in (TITLED, SIGNED):
        for match in pattern.finditer(text):
            yield Mention("person", match.span("name"), match["name"])
