"""What people write in the cells of a table: numbers and months, the Danish way or plain."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from datetime import date
from typing import Final

from simcase.errors import LARGEST
from simcase.words import said

MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
YEARS: Final = range(1800, 2400)
"""Years that a table may be of: those that a file in YAML may name."""
DIGITS: Final = 300
"""Characters a number may have."""
FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
"""How a number is written, without blanks."""
_DANISH_DATE: Final = re.compile(r"\s*(?:(\d{1,2})[-.])?(\d{1,2})[-.](\d{4})\s*")
"""A day, or a month, as Danes write it."""
_DANISH = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+")


class Grouped(float):
    """A number written with a point and three digits after it, as Danes write thousands: 45.000.

    >>> str(Grouped("45.000")), Grouped("1.234").readings
    ('45.000', '1234 for thousands, or 1.2340 for a decimal point')
    >>> Grouped("45.000").readings
    '45000 for thousands, or 45.0 for a decimal point'
    """

    FORM: Final = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
    """How such a number is written."""

    def __str__(self) -> str:
        """Return the number as it was written."""
        return f"{float(self):.3f}"

    @property
    def readings(self) -> str:
        """Return the two numbers that it may mean, each as it is written without doubt."""
        short = repr(float(self))
        decimal = f"{self}0" if short == str(self) else short
        return said("error.value.readings", thousands=float(self) * 1000.0, decimal=decimal)


def decimal(text: str) -> float | None:
    """Return the number that a text with a decimal point stands for, None for none; infinite where it is too large for any number."""
    if not FLOAT.fullmatch(text):
        return None
    return Grouped(text) if Grouped.FORM.fullmatch(text) else float(text)


def plain_number(text: str) -> float | None:
    """Return the number that a text with a decimal point stands for, None for none, and for one that is no number of anything.

    >>> [plain_number(text) for text in ("0.5", "-1e3", "0,5", "nan", "inf", "1e308", "9" * 400)]
    [0.5, -1000.0, None, None, None, None, None]
    """
    number = decimal(text) if len(text) <= DIGITS else None
    return number if number is not None and abs(number) <= LARGEST else None


def iso_date(text: str) -> str:
    """Return a day or month with the year first; any other text is as it is.

    >>> [iso_date(text) for text in ("31-03-2019", "1.3.2019", "03-2019", "2019-03-31", "2019")]
    ['2019-03-31', '2019-03-01', '2019-03', '2019-03-31', '2019']
    """
    parts = _DANISH_DATE.fullmatch(text)
    if parts is None:
        return text
    day = f"-{int(parts[1]):02}" if parts[1] else ""
    return f"{parts[3]}-{int(parts[2]):02}{day}"


def month_of(text: str) -> date | None:
    """Return the month that a period, or a month's first or last day, names; None for anything else.

    >>> [month_of(text) for text in ("2019M03", "2019-03", "mar 2019", "Marts 2019", "2019QMAT02", "0000M01")]
    [datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), None, None]
    >>> [month_of(text) for text in ("01-03-2019", "31.03.2019", "2019-03-31", "03-2019", "15-03-2019")]
    [datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), None]
    """
    digits = re.fullmatch(r"\s*(\d{4})\s*[M-]\s*(\d{2})(?:-(\d{2})(?!\d).*)?\s*", iso_date(text))
    if digits:
        year, month = int(digits[1]), int(digits[2])
        if digits[3] and int(digits[3]) not in {1, _days_in(year, month)}:
            return None
    else:
        words = re.fullmatch(r"\s*([a-zæøå]+)\.?\s+(\d{4})\s*", text.lower())
        if words is None or words[1][:3] not in MONTHS:
            return None
        year, month = int(words[2]), MONTHS.index(words[1][:3]) + 1
    return date(year, month, 1) if 1 <= month <= len(MONTHS) and year in YEARS else None


def _days_in(year: int, month: int) -> int:
    """Return the days of a month; 1 for none."""
    return monthrange(year, month)[1] if 1 <= month <= len(MONTHS) and year in YEARS else 1


def number_of(cell: object) -> float | None:
    """Return a number as a Danish file has it: a point between thousands, a comma before decimals; None for none, or one beyond bounds.

    >>> [number_of(cell) for cell in ("1.234,5", "1.234", 640, "640.5", "x", None, float("nan"), "9" * 400, 10**400)]
    [1234.5, 1234.0, 640.0, 640.5, None, None, None, None, None]
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell) if abs(cell) <= LARGEST else None
    text = str(cell).strip().replace("\u00a0", "")
    if _DANISH.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    number = float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else math.nan
    return number if abs(number) <= LARGEST else None
