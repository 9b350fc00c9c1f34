"""How an invented plan looks: drawn once for each document."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from pages.generator.words import LANGUAGES, Words

FONTS = ("Libertinus Serif", "Source Sans Pro", "New Computer Modern", "DejaVu Sans Mono")
COLOURS = ("#000000", "#1f3f6e", "#b03a2e", "#00695c", "#6a1b9a", "#c77700")
PAGES = ((595.28, 841.89), (612.0, 792.0), (498.9, 708.66))  # A4, Letter, B5
MOST_COLUMNS = 3
SIDE_LABEL_SHARE = 1 / 8

HeadingLook = Literal["size", "weight", "colour", "smallcaps", "tracked", "upper", "italic"]
Numbering = Literal["none", "decimal", "upper", "roman"]


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How headings of one level are set."""

    size: float
    weight: str
    colour: str
    look: HeadingLook


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for the whole document."""

    words: Words
    font: str
    heading_font: str
    size: float
    page: tuple[float, float]
    margin: float
    leading: float
    justify: bool
    hyphenate: bool
    indent: bool
    """New paragraphs are told by an indent, without space between them."""
    columns: int
    colour: str
    levels: tuple[LevelStyle, ...]
    numbering: Numbering
    two_sided: bool
    watermark: bool
    side_label: bool
    header: bool
    caption_colon: str
    caption_bold: bool
    tagged: bool
    entry_label: Literal["super", "plain", "dot"]
    ruled_notes: bool
    hidden: bool
    """White text and text off the page, which nobody sees."""
    doubled: bool
    """Headings of the first level are printed twice, a hair apart, to look bold."""

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.page[0] - 2 * self.margin


def draw_style(rng: Random) -> Style:
    """Draw the look of a document."""
    words = rng.choice(LANGUAGES)
    columns = rng.choice((1, 1, 1, 2, 2, MOST_COLUMNS))
    font = rng.choice((FONTS[0], FONTS[0], FONTS[1], FONTS[1], FONTS[2], FONTS[3]))
    mono = font == FONTS[3]
    page = rng.choice(PAGES[:2] if columns > 1 or mono else PAGES)
    if columns == MOST_COLUMNS and rng.random() < 1 / 2:
        page = (max(page), min(page))  # a wide page
    small = columns == MOST_COLUMNS or mono
    size = rng.choice((8.5, 9.0) if small else (9.0, 9.5, 10.0, 10.5, 11.0))
    colour = rng.choice(COLOURS)
    colons = (". ", ": ") if words.code != "fr" else (". ", "\N{NO-BREAK SPACE}: ")
    return Style(
        words=words,
        font=font,
        heading_font=font if mono or rng.random() < 2 / 3 else rng.choice(FONTS[:2]),
        size=size,
        page=page,
        margin=rng.choice((48.0, 56.0, 68.0)),
        leading=rng.choice((0.5, 0.6, 0.68)),
        justify=rng.random() < 1 / 2,
        hyphenate=rng.random() < 2 / 3,
        indent=rng.random() < 1 / 5,
        columns=columns,
        colour=colour,
        levels=_levels(rng, size, colour),
        numbering=rng.choice(("none", "none", "decimal", "decimal", "upper", "roman")),
        two_sided=rng.random() < 1 / 3,
        watermark=rng.random() < 1 / 6,
        side_label=rng.random() < SIDE_LABEL_SHARE,
        header=rng.random() < 3 / 4,
        caption_colon=rng.choice(colons),
        caption_bold=rng.random() < 1 / 2,
        tagged=rng.random() < 1 / 6,
        entry_label=rng.choice(("super", "super", "plain", "dot")),
        ruled_notes=rng.random() < 3 / 4,
        hidden=rng.random() < 1 / 10,
        doubled=rng.random() < 1 / 10,
    )


def _levels(rng: Random, size: float, colour: str) -> tuple[LevelStyle, ...]:
    """Draw four levels, each told from the next by its size or its look."""
    first = rng.choice((1.6, 1.8, 2.1))
    looks: list[HeadingLook] = [
        rng.choice(("size", "colour", "upper", "tracked")),
        rng.choice(("size", "colour", "smallcaps")),
        rng.choice(("weight", "colour")),
        rng.choice(("italic", "weight")),
    ]
    sizes = (first, 1 + (first - 1) * 0.55, 1 + (first - 1) * 0.22, 1.0)
    return tuple(
        LevelStyle(
            round(size * factor, 1),
            "bold" if look != "italic" and (at > 0 or rng.random() < 2 / 3) else "regular",
            colour if look == "colour" or (at == 0 and rng.random() < 1 / 2) else "#000000",
            look,
        )
        for at, (factor, look) in enumerate(zip(sizes, looks, strict=True))
    )


def prelude(style: Style, title: str) -> str:
    """Return the Typst settings of a document."""
    lines = [
        f'#set document(title: "{title}")',
        f'#set text(font: "{style.font}", size: {style.size}pt)',
        f'#set text(lang: "{style.words.code}", hyphenate: {str(style.hyphenate).lower()})',
        f"#set par(justify: {str(style.justify).lower()}, leading: {style.leading}em)",
        f"#set par(spacing: {style.leading if style.indent else style.leading + 0.55}em)",
        f"#set par(first-line-indent: {1.2 if style.indent else 0}em)",
        "#set super(typographic: false)",
        "#set table(stroke: none)",
        "#show heading: set text(hyphenate: false)",
        FUNCTIONS,
        _entries(style),
    ]
    lines += [_heading_rule(style, at + 1, level) for at, level in enumerate(style.levels)]
    return "\n".join(lines) + "\n"


FUNCTIONS = """
#let at(name) = [#metadata(name) <at>]
#let mark(label) = super(label)
#let note(label, name, body) = footnote(numbering: _ => label)[#at(name)#body]
#let balanced(n, gutter, slack, body) = layout(size => {
  let w = (size.width - gutter * (n - 1)) / n
  let h = measure(block(width: w, body)).height
  block(height: h / n + slack, above: 1.4em, below: 1em, columns(n, gutter: gutter, body))
})
#let picture(width, height, bytes-of) = image(
  bytes(bytes-of), format: (encoding: "rgb8", width: 4, height: 4), width: width, height: height,
  fit: "stretch", scaling: "smooth")
"""


def _entries(style: Style) -> str:
    """Return the rule that sets a foot note's label."""
    line = "" if style.ruled_notes else "#set footnote.entry(separator: v(2pt))\n"
    if style.entry_label == "super":
        return line
    label = "numbering(it.note.numbering, 1)" + (' + "."' if style.entry_label == "dot" else "")
    return f"{line}#show footnote.entry: it => [#{{{label}}} #it.note.body]"


def _heading_rule(style: Style, number: int, level: LevelStyle) -> str:
    """Return the rule that sets the headings of one level."""
    body = "smallcaps(it.body)" if level.look == "smallcaps" else "it.body"
    more = {"tracked": ", tracking: 0.12em", "italic": ', style: "italic"'}.get(level.look, "")
    if style.doubled and number == 1:
        body = f"[#place(dx: 0.25pt, {body})#{body}]"
    return (
        f"#show heading.where(level: {number}): it => block(sticky: true, above: 1.5em, "
        f'below: 0.8em, text(font: "{style.heading_font}", size: {level.size}pt, '
        f'weight: "{level.weight}", fill: rgb("{level.colour}"){more}, {body}))'
    )
