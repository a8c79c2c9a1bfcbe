"""The options that mean the same in every verb."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simcase.cli.help import language_of
from simcase.cli.log_handlers import log_to
from simcase.cli.numbers import Decimal, Whole, quoted
from simcase.defaults import CALIBRATION, DISCOUNT, PRICES, RESULTS, SEED, UNCERTAINTY
from simcase.errors import MOST_REPLICATIONS, MOST_SEED, MOST_WORKERS
from simcase.words import said
from simcase.words.language import LANGUAGES

if TYPE_CHECKING:
    from simcase.study import Request
    from simcase.vocabulary import Uncertainty
    from simcase.words import Words

Verb = Callable[..., None]


class AnyPath(click.Path):
    """A path as the user wrote it, with the user's folder in the place of `~`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401 - click's own
        """Return the path that a text stands for."""
        from simcase.declare import path_of  # noqa: PLC0415 - help answers without it

        if "\0" in str(value):
            self.fail(said("error.usage.null"), param, ctx)
        path = path_of(str(value))
        super().convert(path, param, ctx)
        return path


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose; `settings` are for no scenario yet, and where a verb lacks an option they say what every request does."""

    settings: Request
    as_json: bool = False
    as_csv: bool = False
    log_file: Path | None = None
    progress: str = "auto"
    lang: str = "da"
    quiet: bool = False

    def words(self) -> Words:
        """Return the language that the user reads."""
        from simcase.words import Words  # noqa: PLC0415 - help answers without it

        return Words(self.lang)

    def request(self, scenario: str) -> Request:
        """Return the request to simulate a scenario as chosen."""
        return replace(self.settings, scenario=scenario)


class Varying(click.ParamType):  # type: ignore[type-arg]
    """Parts of what is uncertain, with `+` or `,` between them."""

    name = "parts"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Uncertainty:  # noqa: ANN401 - click's own
        """Return what varies by a text."""
        from simcase.vocabulary import uncertainty_of  # noqa: PLC0415 - help answers without it

        try:
            return uncertainty_of(str(value))
        except ValueError as error:
            self.fail(said("error.usage.is_not", value=quoted(str(value)), error=error.args[0]), param, ctx)


def first_day(text: str) -> date:
    """Return a day, or the first one of a month or year."""
    year, month, day = _parts(text)
    return _date(text, year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return a day, or the last one of a month or year."""
    year, month, day = _parts(text)
    month = month or 12
    return _date(text, year, month, day or (calendar.monthrange(year, month)[1] if month in range(1, 13) else 1))


def _parts(text: str) -> tuple[int, int, int]:
    """Return year, month and day as written, 0 for one that is not; anything but YYYY, YYYY-MM, YYYY-MM-DD or DD-MM-YYYY is refused."""
    from simcase.declare import iso_date  # noqa: PLC0415 - help answers without it

    written = iso_date(text)
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", written):
        raise click.BadParameter(said("error.usage.date", text=repr(text)))
    year, month, day = [*map(int, written.split("-")), 0, 0][:3]
    return year, month, day


def _date(text: str, year: int, month: int, day: int) -> date:
    """Return a day of the calendar; another one is refused."""
    try:
        return date(year, month, day)
    except ValueError:
        raise click.BadParameter(said("error.usage.date", text=repr(text))) from None


def _option(name: str, *flags: str, **settings: Any) -> Callable[[Verb], Verb]:  # noqa: ANN401 - click's own settings
    """Return an option that also reads SIMCASE_<OPTION> from the environment."""
    variable = f"SIMCASE_{flags[0].removeprefix('--').replace('-', '_').upper()}"
    return click.option(name, *flags, envvar=variable, show_envvar=True, **settings)


OPTIONS: dict[str, Callable[[Verb], Verb]] = {
    "calibration": _option("calibration", "--calibration", metavar="NAME", default=CALIBRATION, show_default=True),
    "fit": _option("fit", "--fit", metavar="NAME"),
    "first": _option("first", "--from", type=first_day, metavar="DATE"),
    "last": _option("last", "--to", type=last_day, metavar="DATE"),
    "replications": _option(
        "replications",
        "--replications",
        type=Whole(1, MOST_REPLICATIONS, "auto"),
        metavar="N|auto",
    ),
    "seed": _option("seed", "--seed", type=Whole(0, MOST_SEED), default=SEED, show_default=True),
    "workers": _option("workers", "--workers", type=Whole(1, MOST_WORKERS), metavar="N"),
    "cluster": _option("cluster", "--cluster", metavar="ADDRESS"),
    "uncertainty": _option(
        "uncertainty",
        "--uncertainty",
        type=Varying(),
        metavar="none|all|chance+parameters+economy",
        default=UNCERTAINTY,
        show_default=True,
    ),
    "prices": _option("prices", "--prices", type=click.Choice(["current", "2019"]), default=PRICES, show_default=True),
    "discount": _option(
        "discount",
        "--discount",
        type=Decimal(0.0, 1.0),
        default=DISCOUNT,
        show_default=True,
        metavar="RATE",
    ),
    "assumptions": _option(
        "assumptions",
        "--assumptions",
        type=AnyPath(dir_okay=False),
        metavar="FILE",
    ),
    "results": _option("results", "--results", type=AnyPath(), default=RESULTS, show_default=True),
    "as_json": _option("as_json", "--json", is_flag=True),
    "as_csv": _option("as_csv", "--csv", is_flag=True),
    "log_file": _option("log_file", "--log-file", type=AnyPath(dir_okay=False)),
    "progress": _option("progress", "--progress", type=click.Choice(["auto", "json"]), default="auto", show_default=True),
    "lang": _option("lang", "--lang", type=click.Choice(LANGUAGES)),
    "quiet": _option("quiet", "--quiet", is_flag=True),
}

SIMULATING = tuple(name for name in OPTIONS if name != "discount")
"""The options of verbs that simulate."""


def shared(*names: str) -> Callable[[Verb], Verb]:
    """Give a verb the options named, as one `Options` in its first argument."""

    def decorate(verb: Verb) -> Verb:
        @functools.wraps(verb)
        def with_options(**values: object) -> None:
            chosen = _chosen(names)
            with log_to(chosen.log_file, None if chosen.quiet else chosen.words):
                verb(chosen, **{name: value for name, value in values.items() if name not in names})

        decorated: Verb = with_options
        for name in reversed(names):
            decorated = OPTIONS[name](decorated)
        return decorated

    return decorate


def _chosen(names: tuple[str, ...]) -> Options:
    """Return what the user chose among the options named; two forms of output at once are refused."""
    from simcase.study import Request  # noqa: PLC0415 - help answers without it

    context = click.get_current_context()
    values = {name: context.params[name] for name in names}
    if values.get("as_json") and values.get("as_csv"):
        message = said("error.usage.json_csv")
        raise click.UsageError(message)
    values["lang"] = language_of(context)
    chosen = {each.name for each in fields(Request)} & values.keys()
    return Options(Request("", **{name: values.pop(name) for name in chosen}), **values)
