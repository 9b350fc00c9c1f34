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
UNDERSIGNED = regex.compile(
    rf"\( (?: Signed | Signé | Firmado ) \) \s (?P<name> {PART} (?: {FURTHER} ){{1,3}}+ ) \n",
    regex.X,
)


NO_CYRILLIC_NAME = r"""
    \p{L}+ (?: ского | ской | ських | ського | ської | ой | ого | ої | их | ых | ий | ый | ции | ції
      | ства ) \b
"""
"""What names of states and bodies open with: `Российской Федерации`, `Организации`."""
CYRILLIC_NAME = rf"""
    (?: (?: \p{{Lu}}\. \ ? ){{1,2}} \p{{Lu}}[\p{{L}}’'-]{{2,24}}
      | (?! {NO_CYRILLIC_NAME} )
        \p{{Lu}}\p{{Ll}}[\p{{L}}’'-]{{0,24}} (?: \  \p{{Lu}}[\p{{L}}’'-]{{2,24}} ){{1,2}} )
"""
"""Initials and surname, or two words or three."""
CYRILLIC_TITLED = regex.compile(
    rf"""
    (?<! [\p{{L}}\d] )
    (?: (?i: пана? | пані | г-н[ау]? | г-ж[аеиу] | господина? | госпож[аеиу] | д-р )
      | (?i: (?: віце-? | вице-? )? (?: президент | губернатор | посол | омбудсмен ) | міністр
          | министр | прем[’']єр-міністр | премьер-министр | директор | голова | глава
          | секретар | секретарь | координатор | комісар | комиссар )
        \p{{L}}{{0,3}} (?: \  \p{{Ll}}[\p{{L}}’'-]{{0,24}}+ ){{0,4}} )
    \  (?P<name> {CYRILLIC_NAME} ) (?! [\p{{L}}\d] )
    """,
    regex.X,
)
ARABIC_PART = r"(?: (?: عبد | أبو | بن | آل ) \  )? (?! ال ) \p{L}[\p{L}\p{M}]{1,15}"
ARABIC_TITLED = regex.compile(
    rf"""
    (?<! [\p{{L}}\d] )
    (?: السيدة? | الدكتورة? | الرئيسة? | الوزيرة? | السفيرة? | الأستاذة? )
    \  (?P<name> {ARABIC_PART} \  (?: {ARABIC_PART} | ال\p{{L}}{{2,15}} ) ) (?! [\p{{L}}\d] )
    """,
    regex.X,
)
"""Two words, as nothing in the script tells where a name ends."""
SCRIPTS = (
    (regex.compile(r"\p{Cyrillic}"), CYRILLIC_TITLED),
    (regex.compile(r"\p{Arabic}"), ARABIC_TITLED),
)


def people(text: str) -> Iterator[Mention]:
    """Yield the mentions of people, in no order; a person's value is the name without the title.

    >>> [person.value for person in people("Mr. Olan Brisk met President Ama de Veldt.")]
    ['Olan Brisk', 'Ama de Veldt']
    """
    of_scripts = (titled for letter, titled in SCRIPTS if letter.search(text))
    for pattern in (TITLED, SIGNED, UNDERSIGNED, *of_scripts):
        for match in pattern.finditer(text):
            yield Mention("person", match.span("name"), match["name"])
