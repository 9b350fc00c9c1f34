"""Names of money that are other words, too: behind a million `pounds` and `won` are money."""

from decimal import Decimal

from extractor.figures.lexicon import Pack
from extractor.figures.number import Number
from extractor.figures.phrases import after
from extractor.figures.reading import NumberFormat, Span
from extractor.figures.units.money_names import money_names, with_meant

_LEAST = Decimal(1_000_000)  # fewer pounds may be a weight


class ScaledMoney:
    """Reads such names in one language."""

    def __init__(self, pack: Pack, numbers: NumberFormat) -> None:
        self._names = with_meant(money_names(pack, "scaled", numbers), numbers)
        self._after = after(self._names, gap=r"\ ", end=r"(?![\p{L}0-9]|\ of\ )")

    def read(self, text: str, number: Number) -> tuple[str | None, Span] | None:
        """Return the money behind a number and where it is printed; None for none.

        Its code is None where several countries have it and the document tells none.
        """
        match = self._after.match(text, number.end) if number.factor >= _LEAST else None
        return (self._names[match["phrase"].casefold()], match.span()) if match else None
