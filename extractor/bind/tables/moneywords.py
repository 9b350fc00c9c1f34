"""The words by which heads, labels and titles of tables say that sums stand there, or counts."""

import regex

MONEY_TITLE = regex.compile(
    r"""
    \b
    (?: financial \s (?: plan | position | statements? | requirements? | needs | ask | resources
        | assets | liabilities | performance | results | summary | overview | tracking | report )
      | budget\p{L}*+ | funding | funded | requirements? | expenditures? | expenses?
      | revenues? | income | costs? | cash | assets? | liabilities
      | spending | disbursements? | financements? | d[ée]caissements?
      | financiaci[óo]n | financiamiento | desembolsos?
      | presupuest\p{L}*+ | ingresos | gastos | co[ûu]ts? | d[ée]penses | recettes
      | haushalt (?! e? n? s? \b ) \p{L}*+ | ausgaben | einnahmen | kosten | aufwendungen | erträge
      | or[çc]ament\p{L}*+ | despesas? | receitas? | custos? | financiamento | spese | entrate
      | costi | finanziament[oi] | ricavi
      | бюджет\p{L}*+ | видатк\p{L}++ | витрат\p{L}++ | доход\p{L}++ | фінансуванн\p{L}++
      | расход\p{L}++ | затрат\p{L}++ | финансировани\p{L}++
      | (?: ال )? (?: ميزانية | موازنة | نفقات | إيرادات | تمويل | تكاليف | تكلفة )
    )
    \b
    """,
    regex.X | regex.I,
)
COUNTED = regex.compile(
    r"""
    \b
    (?: number | persons? | people | beneficiaries | households? | staff | projects? | partners?
      | targeted | reached | assisted | affected | in \s need | PIN
      | cibl[ée]e?s | vis[ée]e?s | atteinte?s | assist[ée]e?s | touch[ée]e?s | affect[ée]e?s
      | dans \s le \s besoin | b[ée]n[ée]ficiaires
      | (?: focaliz | alcanz | atend | asist | afect | prioriz ) [ai] d [oa]s | en \s necesidad
      | con \s necesidad(?: es )? | beneficiari[oa]s
      | share | ratio | rate | coefficient | ind[ei]x | indice | índice | score
      | quantit(?: y | ies | [ée]s? ) | qty\.? | qté | cantidad(?: es )?
      | head[ -]?counts?+
      | posts? | positions | vacancies | full[ -]time | FTEs? | beds | items | visits
      | units?+ (?! \s (?: cost | price | rate | value ) )
      | cases | schools | facilities | postes | effectifs | puestos | plazas
      | nombre | n[uú]mero | personnes | personas | m[ée]nages | hogares
      | anzahl | personen | menschen | haushalte | stellen | schulen | pessoas | famílias | crianças
      | persone | famiglie | bambini | anteil
    )
    \b
    | \A \W*+ (?: HC | ETP ) \W*+ \Z  # headcount, équivalents temps plein
    | [\#№] | (?<! \d ) (?<! \d [\s\u00a0] ) %
    """,
    regex.X | regex.I,
)
PRICED = regex.compile(
    r"""
    (?<! \p{L} )
    (?: costs? | prices? | amounts? | values? | budget | expenditures? | co[ûu]ts? | prix
      | montants? | valeur | costos? | costes? | precios? | importes? | montos? | valor(?: es )?
    )
    (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""A head of sums: `Unit cost`."""
COUNTING = regex.compile(
    r"""
    ^ \s*+ (?: \# | % | (?: number | no\. | share | ratio | rate | percentage | headcount
        | nombre | taux | n[uú]mero | tasa ) (?! \p{L} ) )
    | (?<! \p{L} ) (?: persons | people | beneficiaries | households | posts | positions | vacancies
        | FTEs? | full[ -]time | beds | visits | effectifs | plazas ) \s*+ (?: \( | $ )
    """,
    regex.X | regex.I,
)
"""A row of something else than money among rows of money."""
