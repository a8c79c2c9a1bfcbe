"""The options that mean the same in every verb."""

from __future__ import annotations

import calendar
import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from simcase.study import Request
    from simcase.words import Words

Verb = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose; a verb that lacks an option has its default here."""

    calibration: str = "aabenraa-2019"
    fit: str | None = None
    first: date | None = None
    last: date | None = None
    replications: int | None = None
    seed: int = 2019
    workers: int | None = None
    prices: str = "current"
    results: Path = Path("results")
    as_json: bool = False
    as_csv: bool = False
    lang: str = "da"
    quiet: bool = False

    def words(self) -> Words:
        """Return the language that the user reads."""
        from simcase.words import Words  # noqa: PLC0415 - help answers without it

        return Words(self.lang)

    def request(self, scenario: str) -> Request:
        """Return the request to simulate a scenario as chosen."""
        from simcase import study  # noqa: PLC0415 - help answers without it

        return study.Request(
            scenario=scenario,
            calibration=self.calibration,
            fit=self.fit,
            replications=self.replications,
            seed=self.seed,
            workers=self.workers,
            first=self.first,
            last=self.last,
            results=self.results,
            prices=self.prices,
        )


class _Edge(click.ParamType):
    """A day, or a month or year that stands for its first or last day."""

    name = "date"

    def __init__(self, month: int, day: Callable[[int, int], int]) -> None:
        """Say which month of a year and which day of a month are meant where none is written."""
        self._month = month
        self._day = day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - as click declares it
        """Return the day; anything but YYYY, YYYY-MM or YYYY-MM-DD is refused."""
        if isinstance(value, date):
            return value
        try:
            year, month, day = [*(int(part) for part in str(value).split("-")), 0, 0][:3]
            month = month or self._month
            return date(year, month, day or self._day(year, month))
        except (ValueError, calendar.IllegalMonthError):
            self.fail(f"{value!r} is not a date such as 2019, 2019-12 or 2019-12-31.", param, ctx)


class _Replications(click.ParamType):
    """A number of runs, or `auto`."""

    name = "n|auto"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:  # noqa: ANN401 - as click declares it
        """Return the number, or None where precision decides."""
        if value in {"auto", None}:
            return None
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is neither a whole number above 0 nor 'auto'.", param, ctx)
        return int(value)


def _first_day(_year: int, _month: int) -> int:
    """Return the first day of a month."""
    return 1


def _last_day(year: int, month: int) -> int:
    """Return the last day of a month."""
    return calendar.monthrange(year, month)[1]


def _option(name: str, *flags: str, **settings: Any) -> Callable[[Verb], Verb]:  # noqa: ANN401 - click's own settings
    """Return an option that also reads SIMCASE_<OPTION> from the environment."""
    variable = f"SIMCASE_{flags[0].removeprefix('--').upper()}"
    return click.option(name, *flags, envvar=variable, show_envvar=True, **settings)


OPTIONS: dict[str, Callable[[Verb], Verb]] = {
    "calibration": _option("calibration", "--calibration", metavar="NAME", default="aabenraa-2019", show_default=True, help="Municipality and year."),
    "fit": _option("fit", "--fit", metavar="NAME", help="budget-2019 follows the plan, counts-2019 the counts.  [default: the calibration's]"),
    "first": _option("first", "--from", type=_Edge(1, _first_day), help="First day, month or year reported."),
    "last": _option("last", "--to", type=_Edge(12, _last_day), help="Last day, month or year reported."),
    "replications": _option("replications", "--replications", type=_Replications(), help="Number of runs, or auto: until precise.  [default: auto]"),
    "seed": _option("seed", "--seed", type=click.IntRange(0, 2**64 - 1), default=2019, show_default=True, help="Same seed, same luck."),
    "workers": _option("workers", "--workers", type=click.IntRange(1), help="Processes at work; the result does not depend on it."),
    "prices": _option("prices", "--prices", type=click.Choice(["current", "2019"]), default="current", show_default=True, help="Price level."),
    "results": _option("results", "--results", type=click.Path(path_type=Path), default="results", show_default=True, help="Folder of results."),
    "as_json": _option("as_json", "--json", is_flag=True, help="Print one JSON document."),
    "as_csv": _option("as_csv", "--csv", is_flag=True, help="Print one long CSV table."),
    "lang": _option("lang", "--lang", type=click.Choice(["da", "en"]), help="Language of the output.  [default: the locale's]"),
    "quiet": _option("quiet", "--quiet", is_flag=True, help="No progress and no remarks."),
}

SIMULATING = tuple(OPTIONS)
"""The options of verbs that simulate."""


def shared(*names: str) -> Callable[[Verb], Verb]:
    """Give a verb the options named, as one `Options` in its first argument."""

    def decorate(verb: Verb) -> Verb:
        @functools.wraps(verb)
        def with_options(**values: object) -> None:
            chosen = _chosen(names)
            verb(chosen, **{name: value for name, value in values.items() if name not in names})

        return functools.reduce(lambda wrapped, name: OPTIONS[name](wrapped), reversed(names), with_options)

    return decorate


def _chosen(names: tuple[str, ...]) -> Options:
    """Return what the user chose among the options named; two forms of output at once are refused."""
    from simcase.words import language  # noqa: PLC0415 - help answers without it

    context = click.get_current_context()
    values = {name: context.params[name] for name in names}
    if values.get("as_json") and values.get("as_csv"):
        message = "--json and --csv exclude each other."
        raise click.UsageError(message)
    values["lang"] = values.get("lang") or language(os.environ)
    context.meta["simcase.lang"] = values["lang"]
    return Options(**values)
