"""What opens a plan: its title and its contents."""

from collections.abc import Sequence

from pages.generator.desk import Desk
from pages.generator.inline import plain, quoted
from pages.generator.prose import titled
from pages.generator.unit import Block, Unit, alone, stacked

DEEPEST = 2  # level of headings in the contents


def title_block(desk: Desk, title: str) -> Block:
    """Return the title, larger than any heading."""
    size = desk.style.levels[0].size * desk.rng.choice((1.4, 1.7))
    unit = desk.unit(
        f"#block(below: 2em)[#set par(justify: false)\n#text(size: {size:.1f}pt, "
        f'weight: "bold", hyphenate: false, fill: rgb("{desk.style.colour}"))[#{quoted(title)}]]'
    )
    unit.say(plain(title))
    return alone(unit)


def contents(desk: Desk, units: Sequence[Unit]) -> Block:
    """Return the contents: the headings of the first levels with leaders and pages."""
    heading = titled(desk, 1, desk.words.labels["contents"])
    fill = desk.rng.choice(("repeat[.]", "repeat[. ]", "[]"))
    entries = [
        (h.level, h.text, unit.name) for unit in units for h in unit.headings if h.level <= DEEPEST
    ]
    lines = "\n".join(
        f"#block(spacing: 0.6em)[#h({(level - 1) * 1.4}em)#{quoted(text)} #box(width: 1fr, {fill}) "
        f'#context query(<at>).find(m => m.value == "{name}").location().page()]'
        for level, text, name in entries
    )
    listing = desk.unit(f"#block[#set par(justify: false, first-line-indent: 0em)\n{lines}]")
    listing.entries = [(text, name) for _, text, name in entries]
    return Block(stacked([heading, listing]) + "\n#pagebreak(weak: true)", [heading, listing])
