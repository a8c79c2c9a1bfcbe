"""What was tried, bet and decided, in order, as a page that can be printed and as a table."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal, NamedTuple, TypeAlias

from simcase.errors import without_cpr
from simcase.vocabulary import csv_text
from simcase.workshop.effects import Effects, Mean
from simcase.workshop.settings import Settings

What: TypeAlias = Literal["tried", "pinned", "decided", "bet"]
COLUMNS: Final = ("when", "what", "scenario", "settings", "persons", "net", "runs", "note")

PAGE: Final = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 11pt/1.4 "Segoe UI", "Liberation Sans", Arial, sans-serif; margin: 2rem; color: #262626; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #8c8c8c; padding: .35rem .6rem; text-align: left; vertical-align: top; }}
tr.decided td {{ font-weight: 600; }}
tr {{ break-inside: avoid; }}
@page {{ size: A4 landscape; margin: 15mm; }}
{looks}</style>
</head>
<body>
<main><h1>{title}</h1><p>{days}</p><p>{about}</p>
<table><thead><tr>{heads}</tr></thead><tbody>
{rows}
</tbody></table></main>
</body>
</html>
"""


class Told(NamedTuple):
    """What settings gave in so many runs: persons on a line in the last whole year, and the net result over all years in kroner."""

    line: str
    years: tuple[int, ...]
    persons: Mean
    net: Mean
    runs: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log: when, what it is, the settings, and what they gave, once there are as many runs as of every other entry."""

    when: datetime
    what: What
    settings: Settings
    note: str = ""
    told: Told | None = None


class Row(NamedTuple):
    """An entry in words, column by column."""

    what: What
    cells: tuple[str, ...]


@dataclass(slots=True)
class Log:
    """The log of a session, the first entry first; its figures are all of as many runs."""

    entries: list[Entry] = field(default_factory=list)

    def tried(self, settings: Settings) -> None:
        """Note that settings were tried; a later trial of the same takes the place of the earlier one."""
        trials = [entry for entry in self.entries if entry.what == "tried"]
        if trials and trials[-1].settings == settings:
            return
        earlier = next((entry for entry in trials if entry.settings == settings), None)
        if earlier is not None:
            self.entries.remove(earlier)
        self.add("tried", settings)

    def add(self, what: What, settings: Settings, note: str = "") -> None:
        """Note a trial, a bet or a decision; its figures come with the runs, unless the log has them already."""
        told = next((entry.told for entry in self.entries if entry.settings == settings and entry.told is not None), None)
        self.entries.append(Entry(datetime.now().astimezone(), what, settings, without_cpr(note), told))

    def fill(self, settings: Settings, effects: Effects) -> None:
        """Give the entries of settings their figures."""
        told = Told(effects.aimed, effects.summed, *effects.told(), effects.count)
        self.entries[:] = [replace(entry, told=told) if entry.settings == settings else entry for entry in self.entries]

    def unfilled(self) -> list[Settings]:
        """Return the settings of entries that have no figures yet, the latest first."""
        return [entry.settings for entry in reversed(self.entries) if entry.told is None]

    def days(self) -> str:
        """Return the days that the log is of."""
        return ", ".join(sorted({f"{entry.when:%Y-%m-%d}" for entry in self.entries}))


def page(rows: Sequence[Row], lang: str, head: tuple[str, str, str], say: Callable[[str], str]) -> str:
    """Return a log as one page that asks for nothing else, with a title, its days and what it is about; whatever was typed is escaped."""
    heads = "".join(f"<th>{html.escape(say(f'workshop.log.{column}'))}</th>" for column in COLUMNS)
    title, days, about = map(html.escape, head)
    return PAGE.format(lang=lang, days=days, title=title, about=about, heads=heads, rows="\n".join(_rows(rows)), looks="")


def table(rows: Sequence[Row], say: Callable[[str], str]) -> str:
    """Return a log as CSV; a cell that a spreadsheet would take for a formula is made a text."""
    heads = [say(f"workshop.log.{column}") for column in COLUMNS]
    return csv_text([heads, *(row.cells for row in rows)], danish=True)


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows of the page."""
    for row in rows:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in row.cells)
        yield f'<tr class="{row.what}">{cells}</tr>'
