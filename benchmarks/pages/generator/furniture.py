"""What repeats on every page: running heads, page numbers, watermarks, labels at the side."""

from pages.generator.desk import Desk
from pages.generator.inline import quoted


def page_rule(desk: Desk, title: str) -> str:
    """Return the setting of the pages."""
    style, rng = desk.style, desk.rng
    width, height = style.page
    head = _head(desk, title) if style.header else "none"
    foot = _foot(desk, title)
    rules = [
        f"width: {width}pt, height: {height}pt, margin: {style.margin}pt",
        f"header: {head}",
        f"footer: {foot}",
    ]
    if style.hidden:
        unseen = f"{desk.words.labels['draft']} 7731"
        rules.append(
            f"background: {{ place(dx: 60pt, dy: 70pt, text(fill: white)[#{quoted(unseen)}]); "
            f"place(dx: -300pt, dy: 90pt)[#{quoted(unseen)}] }}"
        )
    elif style.watermark:
        word = desk.words.labels["draft"]
        rules.append(
            f"background: rotate(-45deg, text(size: 90pt, fill: luma(225))[#{quoted(word)}])"
        )
    if style.side_label:
        side = rng.choice(("right", "left"))
        rules.append(
            f"foreground: place({side} + horizon, dx: {-8 if side == 'right' else 8}pt, "
            f"rotate(90deg, reflow: true, text(size: 8pt, fill: luma(90))[#{quoted(title)}]))"
        )
    return f"#set page({', '.join(rules)})\n"


def _head(desk: Desk, title: str) -> str:
    """Return a running head; on the pages of a two-sided plan it changes its text and its side."""
    other = desk.words.labels["annex"] if desk.chance(1 / 3) else "NAVO"
    text = f"text(size: 7.5pt, fill: luma(80))[#{quoted(title)}]"
    if not desk.style.two_sided:
        line = desk.rng.choice((", line(length: 100%, stroke: 0.4pt)", ""))
        return f"stack(spacing: 4pt, {text}{line})"
    even = f"text(size: 7.5pt, fill: luma(80))[#{quoted(other)} | 2031]"
    return f"context if calc.odd(here().page()) {{ align(right, {text}) }} else {{ {even} }}"


def _foot(desk: Desk, title: str) -> str:
    """Return a page number as it is printed."""
    number = "#counter(page).display()"
    form = desk.rng.choice(
        (
            f"[{number}]",
            f"[– {number} –]",
            f"[#{quoted(desk.words.labels['page'])} {number}]",
            f"[#{quoted(title)} #h(1fr) {number}]",
        )
    )
    inner = f"text(size: 8pt, {form})"
    if desk.style.two_sided:
        return (
            f"context if calc.odd(here().page()) {{ align(right, {inner}) }} "
            f"else {{ align(left, {inner}) }}"
        )
    return f"context align({desk.rng.choice(('center', 'right'))}, {inner})"
