"""Personal numbers are never repeated: what looks like a CPR number, in whatever clothes, is seen and blanked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from simcase.errors.harmless import harmless

_BETWEEN = r"[\s./_\u00ad\u200b-\u200f\u2010-\u2015\u2060-\u2064\u2212\ufeff-]{0,6}"
"""What people, table programs and web pages put between the digits: spaces, dots, dashes of any length, signs without width."""
_PAIRS = rf"(\d\d){_BETWEEN}(\d\d){_BETWEEN}"
_TEN = re.compile(rf"(?<!\d)(?=(?:{_PAIRS}(\d\d){_BETWEEN}(\d{{4}})(?!\d))|(?:{_PAIRS}(\d{{4}}){_BETWEEN}(\d{{4}})(?!\d)))")
"""Day, month, year of two digits or of four, and the four digits that follow; looked ahead for, so that matches may overlap."""
_NINE = re.compile(r"\s*(\d{9})(?:\.0|\.[a-z]\w{0,7})?\s*", re.IGNORECASE)
"""Nothing but nine digits, as a number or as the name of a file."""
_DECIMAL = re.compile(r"\s*-?\d{1,3}[.,]\d+\s*")
_WEIGHTS: Final = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_CENTURIES: Final = {"0123": ((0, 99, 1900),), "49": ((0, 36, 2000), (37, 99, 1900)), "5678": ((0, 57, 2000), (58, 99, 1800))}
"""Seventh digit, then from which to which year of the century it means which one (the CPR office's own table)."""
_BORN: Final = range(1858, 2058)
"""The years that table knows."""


def looks_like_cpr(text: str) -> bool:
    """Tell whether a text holds a date of birth and four digits, as a CPR number does, wherever they stand and however they are written.

    Newer numbers break the rule of modulus 11, so a date is enough; nine digits, as a table program leaves them, count where the rule
    holds. Digits may be those of any script.

    >>> [looks_like_cpr(text) for text in ("born 010190-1234", "0101901234", "3002901234", "citizen-17", "45.1234567890")]
    [True, True, False, False, False]
    >>> [looks_like_cpr(text) for text in ("010190 \u2013 1234", "01.01.1990_1234", "\uff10\uff11\uff10\uff11\uff19\uff10-1234")]
    [True, True, True]
    """
    if _DECIMAL.fullmatch(text):
        return False
    return any(True for _ in _spans(_plain(text))) or _nine(text)


def names_cpr(path: Path) -> bool:
    """Tell whether the name of a file, or of a folder on the way to it, holds what looks like a CPR number."""
    return any(looks_like_cpr(part) for part in (path.as_posix(), *path.parts))


def without_cpr(text: str) -> str:
    """Return a text to show, in which the digits of what looks like a CPR number are blanked.

    >>> without_cpr("line 12: 010190-1234"), without_cpr("2019-01-31")
    ('line 12: ******-****', '2019-01-31')
    """
    if _nine(text):
        return re.sub(r"\d", "*", text)
    shown = list(text)
    for start, end in _spans(_plain(text)):
        shown[start:end] = ("*" if letter.isdecimal() or _plain(letter).isdecimal() else letter for letter in shown[start:end])
    return "".join(shown)


def shown_file(path: Path) -> str:
    """Return the name of a file as it may be shown: with forward slashes, and without personal numbers."""
    return without_cpr("/".join(without_cpr(part) for part in path.as_posix().split("/")))


def safe_message(text: str) -> str:
    """Return a message as it may be told to anybody: without personal numbers, and without what steers a terminal."""
    return harmless(without_cpr(text))


def keeps_modulus(digits: str) -> bool:
    """Tell whether ten digits keep the rule of modulus 11, as CPR numbers given before October 2007 do.

    >>> keeps_modulus("0707614285"), keeps_modulus("0707614286")
    (True, False)
    """
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _plain(text: str) -> str:
    """Return a text whose wide, raised and otherwise dressed letters are plain ones, each in its place."""
    return text if text.isascii() else "".join(one if len(one := unicodedata.normalize("NFKC", each)) == 1 else each for each in text)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers that begin with a date of birth stand in a text."""
    for match in _TEN.finditer(text):
        parts = match.groups()
        for first in (0, 4):
            if parts[first] is not None and _is_date(*parts[first : first + 4]):
                yield match.start(first + 1), match.end(first + 4)


def _nine(text: str) -> bool:
    """Tell whether a text is nine digits that keep the rule once a table program's lost nought stands before them."""
    nine = _NINE.fullmatch(text)
    digits = f"0{nine[1]}" if nine else ""
    return bool(digits) and _is_date(digits[:2], digits[2:4], digits[4:6], digits[6:]) and keeps_modulus(digits)


def _is_date(day: str, month: str, year: str, number: str) -> bool:
    """Tell whether digits are a date of birth; where the year has two, in the century that the seventh digit tells."""
    born = int(year)
    if len(year) == len("yy"):
        spans = next(spans for digits, spans in _CENTURIES.items() if str(int(number[0])) in digits)
        born += next(start for first, last, start in spans if first <= born <= last)
    try:
        return born in _BORN and bool(date(born, int(month), int(day)))
    except ValueError:
        return False
