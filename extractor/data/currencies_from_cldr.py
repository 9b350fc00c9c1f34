"""Writes `currencies.json` out of the CLDR data that Babel carries.

Run `python -m extractor.data.currencies_from_cldr`. The grammar reads the file and not Babel,
because loading Babel's locales costs more than reading a plan.
"""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

LANGUAGES = ("en", "fr", "es", "pt", "de", "it")
NOUN_LAST = frozenset({"en", "de"})  # in their names of money: Norwegian krone
SINCE, UNTIL = date(2000, 1, 1), date(2026, 1, 1)
LIVE_SINCE = date(2020, 1, 1)  # a short name means the money of today: "leva", not the old one
SHORTEST_NAME = 3  # letters
NOT_TERRITORIAL = ("XDR", "XOF", "XAF", "XPF", "XCD")

# Signs that CLDR leaves to context or does not hold; `$` is resolved by the document.
SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "₩": "KRW",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₵": "GHS",
    "₡": "CRC",
    "₲": "PYG",
    "₮": "MNT",
    "₭": "LAK",
    "៛": "KHR",
    "৳": "BDT",
    "฿": "THB",
    "¥": "JPY",
    "֏": "AMD",
    "US$": "USD",
    "US $": "USD",
    "U.S. $": "USD",
    "U.S.$": "USD",
    "$US": "USD",
    "USD$": "USD",
    "U$S": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "CDN$": "CAD",
    "Can$": "CAD",
    "$CA": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "N$": "NAD",
    "L$": "LRD",
    "B$": "BND",
    "SI$": "SBD",
    "WS$": "WST",
    "SR$": "SRD",
    "Bds$": "BBD",
    "CI$": "KYD",
    "B/.": "PAB",
    "G$": "GYD",
    "J$": "JMD",
    "EC$": "XCD",
    "TT$": "TTD",
    "BZ$": "BZD",
    "FJ$": "FJD",
    "MX$": "MXN",
    "CL$": "CLP",
    "COL$": "COP",
    "AR$": "ARS",
    "RD$": "DOP",
    "Bs.": "BOB",
    "S/": "PEN",
    "S/.": "PEN",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "KSh": "KES",
    "Ksh": "KES",
    "KSh.": "KES",
    "Ksh.": "KES",
    "Kshs": "KES",
    "Kshs.": "KES",
    "KShs": "KES",
    "KShs.": "KES",
    "Tsh": "TZS",
    "TShs": "TZS",
    "Tshs": "TZS",
    "Ush": "UGX",
    "Ushs": "UGX",
    "SSh": "SOS",
    "GH¢": "GHS",
    "GH₵": "GHS",
    "Nu.": "BTN",
    "TSh": "TZS",
    "USh": "UGX",
    "Sh": None,
    "Sh.": None,
    "Shs": None,
    "Shs.": None,
    "UShs": "UGX",
    "₨": None,
    "FCFA": "XOF",
    "F CFA": "XOF",
    "CFA": "XOF",
    "Tk": "BDT",
    "Tk.": "BDT",
    "Rp": "IDR",
    "RM": "MYR",
    "NRs": "NPR",
    "NRs.": "NPR",
    "SFr": "CHF",
    "Fr.": "CHF",
    "CN¥": "CNY",
    "RMB": "CNY",
    "SDR": "XDR",
    "руб.": "RUB",
    "Kz": "AOA",
    "грн": "UAH",
    "грн.": "UAH",
    "R": "ZAR",
    "N": "NGN",
    "Bs": "BOB",
    "Q": "GTQ",
    "Rs": None,
    "Rs.": None,
    "kr": None,
    "kr.": None,
    "$": None,
}

# Names of money that are first of all other words.
OTHER_WORDS = frozenset(
    "won sum real mark pound pounds real reales reais som pound libra libras livre "
    "livres peso punt crown sol soles franc special derechos droits droit rights "
    "unidad unité gold ancien nouveau nouveaux nuevo nuevos antiguo antiguos super "
    "bat bats marco marcos corona coronas colón colon colons león leones couronne couronnes"
    " marks quetzal sucre sucres guaraní guaraníes boliviano bolivianos".split()
)
# So too in one language: new, rights, lions, pounds that are weighed.
OTHER_WORDS_OF = {
    "pt": frozenset("novo novos sons wons direitos coroa coroas".split()),
    "de": frozenset("pfund pfunds krone kronen rand herzegowina".split()),
    "it": frozenset("nuovo nuovi diritti marchi lei leva leone leoni corone lire".split()),
}


def codes(since: date) -> list[str]:
    """Return the codes of the money that was tender anywhere since the given day."""
    found = set(NOT_TERRITORIAL)
    for territory in get_global("territory_currencies"):
        found.update(get_territory_currencies(territory, since, UNTIL))
    return sorted(found)


def names(language: str) -> dict[str, str | None]:
    """Return full and short names of money; a short name of several countries has no code."""
    found: dict[str, str | None] = {}
    short: defaultdict[str, set[str]] = defaultdict(set)
    live = frozenset(codes(LIVE_SINCE))
    for code in codes(SINCE):
        for count in (1, 2, None):
            name = get_currency_name(code, count, Locale(language)).casefold()
            if "(" in name or name == code.casefold():
                continue
            found[name] = code
            if code in live:
                short[name.split()[-1 if language in NOUN_LAST else 0]].add(code)
    for name, owners in short.items():
        other = name in OTHER_WORDS or name in OTHER_WORDS_OF.get(language, ())
        if len(name) >= SHORTEST_NAME and not other and name not in found:
            found[name] = owners.pop() if len(owners) == 1 else None
    return dict(sorted(found.items()))


def main() -> None:
    """Write the table beside this script."""
    table = {
        "codes": codes(SINCE),
        "signs": SIGNS,
        "names": {language: names(language) for language in LANGUAGES},
    }
    target = Path(__file__).with_name("currencies.json")
    target.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
