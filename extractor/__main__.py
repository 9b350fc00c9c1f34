"""`python -m extractor` is `planfacts`."""

from extractor.cli import main

main()
