"""What somebody types for a table and for its bet, as people write it."""

from __future__ import annotations

import re
from typing import Final

from simcase.workshop.bets import Asked

TABLE: Final = re.compile(r"(?:bord|table)?\s*(?:nr\.?|no\.?|#)?\s*(\d{1,3})", re.IGNORECASE)
"""A table that is known by its number."""
AMOUNT: Final = re.compile(
    r"(?P<sign>[-+]|minus |plus )?\s*(?:kr\.?|dkk)?\s*(?P<digits>\d[\d., ]*)\s*"
    r"(?P<times>million(?:er|s)?|mio\.?|mill\.?|tusinde?|thousand|t\.)?\s*"
    r"(?P<unit>kr\.?|kroner|dkk|personer|persons?)?\s*(?P<fewer>færre|fewer|mindre|less)?(?:flere|more)?\s*\.?"
)
"""A number with what may stand around it."""
DASHES: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u00a0": " ", "\u202f": " "})
"""What is written for a minus and for a blank."""
KRONER: Final = 100_000
"""An amount of at least this is in kroner, since nobody bets on as many millions."""
LARGEST: Final = 1e6
"""Persons, or million kroner, at the most."""


def table_name(text: str, word: str) -> str:
    """Return what a table is called, one that is known by its number by a word and that number.

    >>> table_name(" bord nr. 2", "Bord"), table_name("2", "Bord"), table_name("Ved  døren ", "Bord")
    ('Bord 2', 'Bord 2', 'Ved døren')
    """
    name = " ".join(text.split())
    number = TABLE.fullmatch(name)
    return f"{word} {int(number[1])}" if number else name


def amount(text: str, asked: Asked, lang: str) -> float | None:
    """Return a bet in persons, or in million kroner, None where it is no number; a bare number of a million bet is in millions.

    >>> [amount(text, "persons", "da") for text in ("-1.000", "1.000 færre", "50 færre", "1.5", "mange")]
    [-1000.0, -1000.0, -50.0, 1.5, None]
    >>> [amount(text, "net", "da") for text in ("1,5 million", "-1,5", "-1.500.000 kr.", "500 t. kr.", "1,5 mio. kr.")]
    [1.5, -1.5, -1.5, 0.5, 1.5]
    >>> [amount(text, "net", "en") for text in ("1.5 million", "1,500,000", "-1,000")]
    [1.5, 1.5, -1000.0]
    """
    found = AMOUNT.fullmatch(text.strip().lower().translate(DASHES))
    number = None if found is None else _number(found["digits"].replace(" ", "").rstrip(".,"), lang)
    if found is None or number is None:
        return None
    times = found["times"] or ""
    factor = 1e6 if times.startswith("mi") else 1e3 if times else 1.0
    if asked == "net" and (times or found["unit"] or number >= KRONER):
        factor /= 1e6
    less = (found["sign"] or "").strip() in {"-", "minus"} or found["fewer"]
    value = -number * factor if less else number * factor
    return value if abs(value) <= LARGEST else None


def _number(digits: str, lang: str) -> float | None:
    """Return a number with its thousands apart, as a language writes it or as the other one does where only that can be meant."""
    point, group = (",", ".") if lang == "da" else (".", ",")
    for decimal, apart in ((point, group), (group, point)):
        if re.fullmatch(rf"\d{{1,3}}(?:\{apart}\d{{3}})+(?:\{decimal}\d+)?", digits) and (apart == group or decimal in digits):
            return float(digits.replace(apart, "").replace(decimal, "."))
    return float(digits.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", digits) else None
