"""Organisations told by their form: a run of capitalised words with a noun for a body in it."""

from collections.abc import Iterator, Sequence

import regex

from extractor.entities.mention import Mention, Span

BODY = r"""
    (?: Agency | Alliance | Association | Authority | Bank | Board | Bureau | Chamber | Commission
      | Committee | Company | Confederation | Consortium | Corporation | Council | Court
      | Department | Federation | Foundation | Fund | Government | Institute | Ministry | Office
      | Organi[sz]ation | Parliament | Regulator | Secretariat | Service | Society | Treasury
      | Union | University
      | Agence | Banque | Comité | Conseil | Fondation | Gouvernement | Institut | Ministère
      | Agencia | Banco | Consejo | Fundación | Gobierno | Instituto | Ministerio )
"""
NO_BODY = r"""
    (?: The | This | That | Our | Its | Their | Each | Every | In | Of | By | For | To | With
      | Chair | Director | Head | Member | Minister | President | Secretary ) \b
"""
WORD = r"\p{Lu}\p{Ll}[\p{Ll}\-]{0,22}+ (?: [’'](?: s \b )? )?+"
LINK = (
    r"(?: and | & | of \ the | of | for \ the | for | on | de \ la | de | des | du | del | y | et )"
)
NAME = regex.compile(
    rf"""
    (?<! [\p{{L}}\d.] )
    (?! {NO_BODY} )
    {WORD} (?: \  (?: {LINK} \  )? (?! {NO_BODY} ) {WORD} ){{1,8}}+
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)
BODY_BEHIND = regex.compile(rf"\  {BODY} (?: $ | \  {LINK} \  )", regex.X)
BODY_BEFORE = regex.compile(rf"{BODY} \  {LINK} \ ", regex.X)
LINK_AT_END = regex.compile(rf"(?: \  {LINK} )? [\ ’']* $", regex.X)


def bodies(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the organisations whose form tells that they are one, up to a known name in theirs.

    What they are *of* stays itself: `Ministry of Works of Kenya` is a ministry, and Kenya a place.

    >>> [body.value for body in bodies("the Lorn Roads Board and the Ministry of Public Works", [])]
    ['Lorn Roads Board', 'Ministry of Public Works']
    """
    starts = {mention.span[0] for mention in known if mention.type != "population"}
    for match in NAME.finditer(text):
        start, end = match.span()
        end = next((at for at in range(start, end) if at in starts), end)
        span = _body(text, (start, end))
        if span:
            yield Mention("organisation", span, text[slice(*span)])


def _body(text: str, span: Span) -> Span | None:
    """Return the stretch without a link at its end, if what is left names a body."""
    name = LINK_AT_END.sub("", text[slice(*span)])
    if BODY_BEHIND.search(name) or BODY_BEFORE.match(name):
        return span[0], span[0] + len(name)
    return None
