"""Weekly files on refund as the state sends them, made up from chance."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

HEAD = (
    "Uge;CPR nummer;Ydelse;Finansiering Kommunenavn;Indberetning udbetalingsbeløb;Beregnet udbetalingsbeløb;Refusionssats;Refusionsbeløb;"
    "Medfinansieringssats;Medfinansieringsbeløb"
)
SHARES = (80, 40, 30, 20)
BENEFITS = ("Kontanthjælp", "Sygedagpenge", "Ledighedsydelse", "Førtidspension")


def amount(oere: int) -> str:
    """Return an amount as the files have it."""
    whole, part = divmod(abs(oere), 100)
    return f"{'-' if oere < 0 else ''}{whole:,}".replace(",", ".") + f",{part:02d}"


def cpr(n: int) -> str:
    """Return an invented number in the form of a CPR number."""
    born = date(1960, 1, 1) + timedelta(days=n % 12000)
    return f"{born:%d%m%y}-{1000 + n // 12000:04d}"


def row(week: str, person: int, benefit: str, paid: int, share: int, payer: str = "Aabenraa Kommune") -> str:
    """Return a row: oere paid out, and percent of it that the state pays."""
    state = paid * share // 100
    shared = benefit == "Førtidspension"
    refund, own = (0, paid - state) if shared else (state, 0)
    cells = [week, cpr(person), benefit, payer, amount(paid), amount(paid), str(share), amount(refund), str(100 - share), amount(own)]
    return ";".join(cells)


def weeks(first: date, number: int) -> list[str]:
    """Return so many weeks from the one of a day, as the files name them."""
    calendar = ((first + timedelta(weeks=n)).isocalendar() for n in range(number))
    return [f"{year}-{week:02d}" for year, week, _ in calendar]


def write(path: Path, rows: list[str], encoding: str = "utf-8") -> Path:
    """Write a file."""
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding=encoding)
    return path


def many(persons: int, names: list[str], seed: int = 1) -> list[str]:
    """Return a row a person and week."""
    luck = random.Random(seed)  # noqa: S311 - made-up files
    who = [(person, luck.choice(BENEFITS), luck.choice(SHARES)) for person in range(persons)]
    return [row(name, person, benefit, luck.randrange(100_000, 400_000), share) for name in names for person, benefit, share in who]
