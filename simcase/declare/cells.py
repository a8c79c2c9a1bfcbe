"""What people write in the cells of a table: numbers and months, the Danish way or plain."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
YEARS: Final = range(1800, 2400)
"""Years that a table may be of: those that a file in YAML may name."""
_DANISH = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+")


def month_of(text: str) -> date | None:
    """Return the month that a period names, None for anything else.

    >>> [month_of(text) for text in ("2019M03", "2019-03", "mar 2019", "Marts 2019", "2019QMAT02", "0000M01")]
    [datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), None, None]
    """
    digits = re.fullmatch(r"\s*(\d{4})\s*[M-]\s*(\d{2})(?:-01.*)?\s*", text)
    if digits:
        year, month = int(digits[1]), int(digits[2])
    else:
        words = re.fullmatch(r"\s*([a-zæøå]+)\.?\s+(\d{4})\s*", text.lower())
        if words is None or words[1][:3] not in MONTHS:
            return None
        year, month = int(words[2]), MONTHS.index(words[1][:3]) + 1
    return date(year, month, 1) if 1 <= month <= len(MONTHS) and year in YEARS else None


def number_of(cell: object) -> float | None:
    """Return a number as a Danish file has it: a point between thousands, a comma before decimals; None for none, or one without end.

    >>> [number_of(cell) for cell in ("1.234,5", "1.234", 640, "640.5", "x", None, float("nan"), "9" * 400, 10**400)]
    [1234.5, 1234.0, 640.0, 640.5, None, None, None, None, None]
    """
    text = str(cell).strip().replace("\u00a0", "") if not isinstance(cell, int | float) or isinstance(cell, bool) else cell
    if isinstance(text, str) and _DANISH.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if isinstance(text, str) and not re.fullmatch(r"-?\d+(\.\d+)?", text):
        return None
    try:
        value = float(text)
    except OverflowError:
        return None
    return value if math.isfinite(value) else None
