"""Units beside a number: money, per cent, measures, stretches of time, multiples."""

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE, Number
from extractor.figures.phrases import after
from extractor.figures.reading import NumberFormat
from extractor.figures.units.measures import Measures
from extractor.figures.units.money import Moneys
from extractor.figures.units.scaled_money import ScaledMoney
from extractor.figures.units.shares import Shares
from extractor.figures.units.stretches import Stretches
from extractor.figures.units.unit import Unit

_CROSS = regex.compile(r"[xX×](?![\p{L}0-9])")


class Units:
    """Finds the units of one language."""

    def __init__(self, pack: Pack, numbers: NumberFormat) -> None:
        moneys, shares, stretches = Moneys(pack, numbers), Shares(pack), Stretches(pack)
        self.money_before, self.is_share_before = moneys.before, shares.is_before
        self.whole, self.openers = stretches.whole, stretches.openers
        self._scaled = ScaledMoney(pack, numbers)
        self._readers = (
            shares.after,
            moneys.minor,
            moneys.after,
            stretches.after,
            Measures(pack).after,
        )
        self._times = after(pack.section("ratio").words("times"))
        self._compared = after(pack.section("ratio").words("comparatives"), gap=r"\ ")

    def after(self, text: str, number: Number) -> Unit | None:
        """Return the unit that follows a number, or None."""
        at = number.end
        following = text[at : at + 1]
        if following == "" or following in ".,;:)]?!\n\t":
            return None
        if number.factor != ONE and (scaled := self._scaled.read(text, number)):
            return Unit("money", scaled[0], *scaled[1], "name_suffix")
        for read in self._readers:
            unit = read(text, at)
            if unit is not None:
                return unit
        return self._times_after(text, number)

    def _times_after(self, text: str, number: Number) -> Unit | None:
        at = number.end
        if match := _CROSS.match(text, at):
            return Unit("times", "times", at, match.end(), "cross")
        match = self._times.match(text, at)
        if match and (number.quantum < ONE or self._compared.match(text, match.end())):
            return Unit("times", "times", at, match.end(), "times")
        return None
