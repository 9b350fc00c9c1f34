"""Lines that name who issues a document, and not what it is."""

import regex

ISSUER = regex.compile(
    r"""
    \b (?: united \s nations | nations \s unies | naciones \s unidas | nações \s unidas
      | organi[sz]ations? | organisation s? | organización | organização
      | minist(?: ry | ère | erio | ério ) | department | départ[e]ment | departamento
      | council | conseil | consejo | conselho | assembly | assemblée | asamblea | assembleia
      | committee | comité | comitê | commission | comisión | comissão | board | secretariat
      | secrétariat | secretaría | secretaria | office | bureau | oficina | agency
      | agence | agencia | fund | fonds | fondo | government | gouvernement | gobierno | governo
      | authority | autorité
      | republic | république | república | federation | fédération | federación | society
      | bank | banque | banco | institut (?: e | o )? | (?: city | county | state ) \s of
      | организация | министерство | комитет | совет | ассамблея | фонд | правительство
    ) \b
    """,
    regex.X | regex.I,
)
KIND = regex.compile(
    r"""
    \b (?: reports? | plan s? | strateg (?: y | ies | ic ) | framework | budget | appeal | letter
      | update | review | evaluation | statements? | annex | resolution | overview | situation
      | survey | bulletin | outlook | guid e? | policy | summary | assessment | analysis
      | proposals? | rapport | stratég\p{L}+ | cadre | appel | lettre | bilan | revue | évaluation
      | états? | annexe | aperçu | enquête | politique | synthèse | analyse | projet
      | informe | estrateg\p{L}+ | marco | presupuesto | llamamiento | carta | revisión | evaluación
      | estados | anexo | panorama | encuesta | boletín | política | resumen | análisis | proyecto
      | relatório | quadro | orçamento | доклад | план | стратегия | бюджет | письмо | обзор | отчет
    ) \b | \d
    """,
    regex.X | regex.I,
)


def names_issuer(text: str) -> bool:
    """Whether a line names an office or a body, and no kind of document, number or year.

    >>> names_issuer("MINISTRY OF FERRIES"), names_issuer("Report of the Council")
    (True, False)
    """
    return ISSUER.search(text) is not None and KIND.search(text) is None
