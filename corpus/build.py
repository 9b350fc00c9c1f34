"""Build the shipped plans: PDF, Markdown and text dump of each, from one content file.

usage: python corpus/build.py [--check]

`--check` builds everything and compares it with the committed files, without writing; it names each
file that differs and exits with 1.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import typst
from plan_content import Plan, as_json, load_plan
from plan_dump import write_dump
from plan_markdown import write_markdown

CORPUS = Path(__file__).resolve().parent


def print_pdf(folder: Path, plan: Plan) -> bytes:
    """The printed form, with the fonts that lie beside this script."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[CORPUS / "fonts"])
    printed = typst.compile(
        folder / "plan.typ",
        root=CORPUS,
        font_paths=fonts,
        sys_inputs={"content": json.dumps(as_json(plan))},
        timestamp=int(plan.printed_at.timestamp()),
    )
    if not isinstance(printed, bytes):
        message = f"{folder.name}: Typst gave no single PDF"
        raise TypeError(message)
    return printed


def forms_of(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Path and bytes of every form of one plan."""
    plan = load_plan(folder)
    yield folder / "plan.pdf", print_pdf(folder, plan)
    yield folder / "plan.md", write_markdown(plan).text.encode()
    yield folder / "plan.txt", write_dump(plan).text.encode()


def main(arguments: list[str]) -> int:
    """Write or check every form of every plan; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    differing = 0
    for source in sorted(CORPUS.glob("*/content.toml")):
        for path, built in forms_of(source.parent):
            if not arguments:
                path.write_bytes(built)
            elif not path.exists() or path.read_bytes() != built:
                differing += 1
                print(f"{path.relative_to(CORPUS)} is not what its source gives")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
