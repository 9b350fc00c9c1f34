"""Answers questions line by line in a peer's environment: `answering.py SCRIPT`.

The script has a function `answer` from a question to an answer; nothing of ours is installed there.
"""

import json
import runpy
import sys


def main(script: str) -> None:
    """Answer line by line."""
    answer = runpy.run_path(script)["answer"]
    out = sys.stdout
    sys.stdout = sys.stderr  # what a peer prints is no answer
    for line in sys.stdin:
        out.write(json.dumps(answer(json.loads(line))) + "\n")
        out.flush()


if __name__ == "__main__":
    main(sys.argv[1])
