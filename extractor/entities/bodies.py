"""Organisations and programmes told by their form: capitalised words with a noun for one."""

from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from extractor.entities.mention import Mention

BODY = r"""
    (?: Agency | Alliance | Association | Authority | Bank | Board | Bureau | Chamber
      | Commission | Committee | Company | Confederation | Consortium | Corporation | Council
      | Court | Cabinet | Congress | Department | Directorate | Federation | Foundation | Fund
      | Government | Institute | Ministry | Office | Mission | Organi[sz]ation | Parliament
      | Police | Regulator | Secretariat | Senate | Service | Society | Treasury | Union
      | University
      | Agence | Banque | Comité | Conseil | Fondation | Gouvernement | Institut | Ministère
      | Agencia | Banco | Consejo | Fundación | Gobierno | Instituto | Ministerio )
"""
PROGRAMME = (
    r"(?: Programme | Program | Project | Initiative | Scheme | Projet | Programa | Proyecto )"
)
GENERAL = r"""
    (?: Annual | Country | Current | Global | Joint | Local | National | New | Pilot | Previous
      | Regional | Research | Support | Training | Work )
"""
"""Words that tell no programme from another (`Country Programme`)."""
NO_BODY = r"""
    (?: The | This | That | Our | Its | Their | Each | Every | In | Of | By | For | To | With
      | Chair | Director | Head | Member | Minister | President | Secretary ) \b
"""
WORD = r"\p{Lu}\p{Ll}[\p{L}\-]{0,22}+ (?: [’'](?: s \b )? )?+"
LINK = (
    r"(?: and | & | of \ the | of | for \ the | for | on | de \ la | de | des | du | del | y | et )"
)
NAME = regex.compile(
    rf"""
    (?<! [\p{{L}}\d.] | \p{{L}}- )
    (?! {NO_BODY} )
    {WORD} (?: \  (?: {LINK} \  )? (?! {NO_BODY} ) {WORD} ){{1,8}}+
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)
BODY_BEHIND = regex.compile(rf"\  {BODY} (?: $ | \  {LINK} \  )", regex.X)
BODY_BEFORE = regex.compile(rf"{BODY} \  {LINK} \ ", regex.X)
PROGRAMME_BEHIND = regex.compile(
    rf"(?! (?: {GENERAL} \ )+ {PROGRAMME} $ ) .* (?<! and | & ) \  {PROGRAMME} $", regex.X
)
PROGRAMME_BEFORE = regex.compile(
    rf"{PROGRAMME} \  (?: {LINK} \  | Nationale? \b | Nacional \b | Régionale? \b )", regex.X
)
OF_PLACE = regex.compile(
    rf"(?<! [\p{{L}}\d] ) {BODY} \  (?: of \ (?: the \  )? | de \  | du \  | del \  ) $", regex.X
)
TAIL = regex.compile(rf"(?: \  (?: {LINK} \  )? (?! {NO_BODY} ) {WORD} ){{1,6}}+", regex.X)
BRANCH = regex.compile(r"\  (?: (?: Country | Field | Liaison | Project ) \  )? Office $", regex.X)
"""What an organisation has in a place (`Lorn Country Office`)."""
BEFORE = 24  # characters before a place in which the noun for its body stands
LINK_AT_END = regex.compile(rf"(?: \  {LINK} )? [\ ’']* $", regex.X)


def bodies(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the organisations and programmes whose form tells that they are one.

    They end where a known name begins: `Ministry of Works of Kenya` is a ministry and a place.

    >>> [body.value for body in bodies("the Lorn Roads Board and the Ministry of Public Works", [])]
    ['Lorn Roads Board', 'Ministry of Public Works']
    """
    starts = {mention.span[0] for mention in known if mention.type != "population"}
    for match in NAME.finditer(text):
        start, end = match.span()
        end = next((at for at in range(start, end) if at in starts), end)
        name = LINK_AT_END.sub("", text[start:end])
        kind = _kind(name)
        if kind is not None:
            yield Mention(kind, (start, start + len(name)), name)


def bodies_of_places(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the organisations named by a known place: `Government of Lorn`, `Lorn Roads Board`.

    The place stays one: what is said of its government holds there.
    """
    named = [mention for mention in known if mention.type != "population"]
    starts = [mention.span[0] for mention in named] + [len(text)]
    for at, place in enumerate(named):
        if place.type != "place" or not text[place.span[0]].isupper():
            continue
        start, end = place.span
        of = OF_PLACE.search(text, max(0, start - BEFORE), start)
        tail = TAIL.match(text, end, starts[at + 1])
        name = LINK_AT_END.sub("", text[start : tail.end()]) if tail is not None else ""
        if of is not None:
            yield Mention("organisation", (of.start(), end), text[of.start() : end])
        elif (
            _kind(name) == "organisation" and BRANCH.fullmatch(text, end, start + len(name)) is None
        ):
            yield Mention("organisation", (start, start + len(name)), name)


def _kind(name: str) -> Literal["organisation", "programme"] | None:
    """Return what a name is by the noun in it; None where it has none."""
    if BODY_BEHIND.search(name) or BODY_BEFORE.match(name):
        return "organisation"
    if PROGRAMME_BEHIND.match(name) or PROGRAMME_BEFORE.match(name):
        return "programme"
    return None
