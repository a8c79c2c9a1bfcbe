"""What was tried, bet and decided, in order, as a page that can be printed and as a table."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, TypeAlias

from simcase.vocabulary import csv_text
from simcase.workshop.settings import Settings

What: TypeAlias = Literal["tried", "decided", "bet"]
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
</style>
</head>
<body>
<main><h1>{title}</h1><p>{days}</p><p>{about}</p>
<table><thead><tr>{heads}</tr></thead><tbody>
{rows}
</tbody></table></main>
</body>
</html>
"""


@dataclass(slots=True)
class Entry:
    """A line of the log: when, what it is, the settings and their result in words."""

    when: datetime
    what: What
    scenario: str
    settings: str
    persons: str
    net: str
    runs: int
    note: str = ""

    def cells(self, say: Callable[[str], str]) -> tuple[str, ...]:
        """Return the entry as it is written, column by column."""
        said = (f"{self.when:%H:%M:%S}", say(f"workshop.log.{self.what}"), self.scenario, self.settings)
        return (*said, self.persons, self.net, str(self.runs), self.note)


@dataclass(slots=True)
class Log:
    """The log of a session, the first entry first."""

    entries: list[Entry] = field(default_factory=list)
    _tried: Settings | None = None

    def tried(self, settings: Settings, entry: Entry) -> None:
        """Note what a setting gives; a better answer to the same setting takes the place of the one before."""
        if self._tried == settings and self.entries and self.entries[-1].what == "tried":
            entry.when = self.entries[-1].when
            self.entries[-1] = entry
        elif self._tried != settings:
            self.entries.append(entry)
        self._tried = settings

    def add(self, entry: Entry) -> None:
        """Note a bet or a decision."""
        self.entries.append(entry)

    def page(self, lang: str, title: str, about: str, say: Callable[[str], str]) -> str:
        """Return the log as one page that asks for nothing else; with the days that it is of; whatever was typed is escaped."""
        heads = "".join(f"<th>{html.escape(say(f'workshop.log.{column}'))}</th>" for column in COLUMNS)
        rows = "\n".join(_rows(self.entries, say))
        days = html.escape(", ".join(sorted({f"{entry.when:%Y-%m-%d}" for entry in self.entries})))
        return PAGE.format(lang=lang, days=days, title=html.escape(title), about=html.escape(about), heads=heads, rows=rows)

    def csv(self, say: Callable[[str], str]) -> str:
        """Return the log as a table; a cell that a spreadsheet would take for a formula is made a text."""
        heads = [say(f"workshop.log.{column}") for column in COLUMNS]
        return csv_text([heads, *(entry.cells(say) for entry in self.entries)], danish=True)


def _rows(entries: Sequence[Entry], say: Callable[[str], str]) -> Iterator[str]:
    """Yield the rows of the page."""
    for entry in entries:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in entry.cells(say))
        yield f'<tr class="{entry.what}">{cells}</tr>'
