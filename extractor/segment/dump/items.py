"""List items: the bullet or number at a line's start, and how deep the item stands."""

from dataclasses import dataclass, field

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line

_GLYPHS = "•●▪■◦○◾◼▫□‣⁃∙➢➤►▶✓✔✗❖◆◇★☐☑→\u00b7\uf000-\uf0ff"
_ORDER = r"(?: [a-z] | [ivx]{2,5} | \d{1,3} )"
BULLET = regex.compile(
    rf"""
    ^ (?: (?P<glyph> [{_GLYPHS}] ) [ \t\u00a0]*+
        | (?P<soft> [\-–—*o§»] ) [ \t\u00a0]++
        | (?P<order> \( (?: \p{{L}} | [ivx]{{2,5}} | \d{{1,3}} ) \) | {_ORDER} \) | {_ORDER} \. )
          (?: [ \t\u00a0]++ | $ )
      )
    """,
    regex.X,
)
LOOK = 60  # characters of a line that hold its bullet
INDENT = 2  # columns by which a deeper item is set in


@dataclass(frozen=True, slots=True)
class Bullet:
    """What opens a list item."""

    kind: str
    """The glyph, or the style of its number: `1.`, `a)`, `(i)`."""
    start: int
    end: int
    """One past the glyph or number, white space not counted."""
    text: int
    """Where the item's text begins."""
    value: int | None = None
    """Of an ordered item, its place in the order."""

    @property
    def soft(self) -> bool:
        """Whether the sign also occurs inside sentences: a dash, a letter, a number."""
        return self.value is not None or self.kind in "-–—*o§»"


def bullet_of(text: str) -> Bullet | None:
    """Return the bullet that a line begins with.

    >>> bullet_of("• clean water").kind, bullet_of("(b) schools").value, bullet_of("3.5 million")
    ('•', 2, None)
    """
    match = BULLET.match(text[:LOOK])
    if match is None:
        return None
    group = match.lastgroup or "glyph"
    start, end = match.span(group)
    if group != "order":
        return Bullet(match[group], start, end, match.end())
    return Bullet(_style(match[group]), start, end, match.end(), _value(match[group]))


def _style(order: str) -> str:
    inside = order.strip("().")
    sign = "1" if inside.isdigit() else "A" if inside.isupper() else "i" if len(inside) > 1 else "a"
    return order.replace(inside, sign)


def _value(order: str) -> int:
    inside = order.strip("().").casefold()
    if inside.isdigit():
        return int(inside)
    if len(inside) > 1:
        return _roman(inside)
    return ord(inside) - ord("a") + 1 if "a" <= inside <= "z" else 0


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


@dataclass(slots=True)
class ListState:
    """The lists that are open while the flow is read."""

    stack: list[tuple[str, int]] = field(default_factory=list)
    """Kind and indent of the open items, the outermost first."""
    reached: dict[str, int] = field(default_factory=dict)
    """The last number of each style of ordered item."""

    def opens(self, bullet: Bullet, line: Line, before: Line | None) -> bool:
        """Say whether a bullet-like sign opens an item here, and is no part of a sentence."""
        if not bullet.soft:
            return True
        free = (
            before is None or not line.close or shape.ends_block(before.text) or not before.full()
        )
        if bullet.value is not None:
            return self._in_order(bullet, free=free) and (free or bool(line.text[bullet.text :]))
        is_open = any(kind == bullet.kind for kind, _ in self.stack)
        rest = line.text[bullet.text :]
        if bullet.kind == "o":
            leads = before is not None and shape.LEADS_IN.search(before.text[-40:]) is not None
            deeper = bool(self.stack) and line.gap > 0 and line.indent >= self.stack[-1][1]
            return is_open or leads or (free and (deeper or shape.starts_upper(rest)))
        return free or (is_open and shape.starts_upper(rest))

    def _in_order(self, bullet: Bullet, *, free: bool) -> bool:
        after = self.reached.get(bullet.kind, 0) + 1 == bullet.value
        return after or (free and (bullet.value == 1 or bullet.kind in ("1.", "1)", "(1)")))

    def level(self, bullet: Bullet, line: Line) -> int:
        """Return the depth of the item, and remember it as open."""
        kind, indent = bullet.kind, line.indent
        if bullet.value is not None:
            self.reached[kind] = bullet.value
        depth = self._depth_of(kind, indent)
        del self.stack[depth:]
        self.stack.append((kind, indent))
        return depth + 1

    def _depth_of(self, kind: str, indent: int) -> int:
        same = [i for i, (open_kind, _) in enumerate(self.stack) if open_kind == kind]
        if not same:
            shallower = [i for i, (_, at) in enumerate(self.stack) if indent < at - INDENT]
            return shallower[0] if shallower else len(self.stack)
        near = [i for i in same if abs(self.stack[i][1] - indent) <= INDENT]
        if near:
            return near[-1]
        return same[-1] + 1 if indent > self.stack[same[-1]][1] else same[0]

    def close(self) -> None:
        """Close the open lists: the text went on in between."""
        self.stack.clear()
