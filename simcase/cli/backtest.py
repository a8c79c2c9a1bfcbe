"""`simcase backtest`: a past is forecast from what was known then, and scored against what came after."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcase.cli.backtest_panel import panel
from simcase.cli.help import Group
from simcase.cli.options import AnyPath, Options, shared
from simcase.errors import FELL_SHORT
from simcase.words import said

if TYPE_CHECKING:
    from simcase.evaluate import Judged

SHARED = ("results", "as_json", "as_csv", "lang", "quiet")
FILE = AnyPath(dir_okay=False)


class Cases(Group):
    """A group whose word that is no command of it is a case to run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `run` before anything that is neither a command nor a call for help, whatever the language asked for before it."""
        first = 2 if args[:1] == ["--lang"] else int(args[:1] != [] and args[0].startswith("--lang="))
        known = args[first:] and (args[first] in self.commands or args[first] in ctx.help_option_names)
        return super().parse_args(ctx, args if known else [*args[:first], "run", *args[first:]])


@click.group(
    cls=Cases,
    examples=(
        "simcase backtest kik-2015-2018",
        "simcase backtest list",
    ),
)
def backtest() -> None:
    """Forecast a known past from what was known at the time, and score it against what came after; without a command: run."""


backtest.add_command(panel)


@backtest.command("list", examples=("simcase backtest list",))
@shared("results", "as_json", "lang", "quiet")
def list_(options: Options) -> None:
    """List the cases: when the forecast is made, how far it reaches, outcomes known, forecasts stored."""
    from simcase import evaluate
    from simcase.cli.deliver import deliver
    from simcase.present.tables_backtest import cases_table, listed

    cases = [evaluate.read_case(name) for name in evaluate.names()]
    rows = [(case, len(evaluate.read_outcomes(case)), len(evaluate.all_stored(case.name, options.settings.results))) for case in cases]
    deliver(options, {"backtests": [listed(*row) for row in rows]}, [cases_table(rows, options.words())])


@backtest.command(examples=("simcase backtest run kik-2015-2018 -o forecast-and-outcome.html",))
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@click.option("shocks", "--shocks", metavar="SCENARIO", multiple=True)
@click.option("-o", "--output", type=AnyPath())
@shared("workers", "cluster", "progress", *SHARED)
def run(options: Options, cases: tuple[str, ...], shocks: tuple[str, ...], output: Path | None) -> None:
    """Forecast cases and score them: CRPS beside naive forecasts, and how many outcomes lie in the interval."""
    from simcase import evaluate, report
    from simcase.cli.progress import progress
    from simcase.engine import Crew, available_cores

    if output is not None:
        report.check(output, (*report.ENDINGS, ".csv"))
    crew = Crew(options.settings.workers or available_cores(), options.settings.cluster)
    every = [evaluate.read_case(name) for name in cases or evaluate.names()]
    known = [evaluate.read_outcomes(case) for case in every]
    done: list[Judged] = []
    for case, outcomes in zip(every, known, strict=True):
        for world in ((), shocks) if shocks else ((),):
            with progress(options) as progressed:
                made = evaluate.forecast(case, world, options.settings.results, crew, progressed)
            done.append(evaluate.judge(made, outcomes))
    _shown(options, done, output)


@backtest.command(examples=("simcase backtest score kik-2015-2018",))
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@shared(*SHARED)
def score(options: Options, cases: tuple[str, ...]) -> None:
    """Score every stored forecast of the CASEs against what is known by now, as it was made; nothing is simulated."""
    from simcase import evaluate
    from simcase.errors import Issue, UserError

    done: list[Judged] = []
    issues: list[Issue] = []
    for case in [evaluate.read_case(name) for name in cases or evaluate.names()]:
        made = evaluate.all_stored(case.name, options.settings.results)
        if cases and not made:
            issues.append(
                Issue(
                    "",
                    0,
                    case.name,
                    said("error.backtest.none_stored"),
                    said("error.backtest.stored_in", results=options.settings.results, name=case.name),
                )
            )
        done.extend(evaluate.judge(each, evaluate.read_outcomes(case)) for each in made)
    if issues:
        raise UserError(issues)
    _shown(options, done, None)


@backtest.command("add-outcome", examples=("simcase backtest add-outcome my-case counted-in-march.yaml",))
@click.argument("words", nargs=-1, required=True, metavar="[CASE] FILE")
@shared("lang", "quiet")
def add_outcome(options: Options, words: tuple[str, ...]) -> None:
    """Add the outcomes of FILE to a case in ./backtests; without CASE to the one that the file names."""
    from simcase import evaluate
    from simcase.cli.console import remark
    from simcase.declare import path_of

    *names, last = words
    if len(names) > 1:
        message = said("error.usage.one_case")
        raise click.UsageError(message)
    file = path_of(last)
    case, new = evaluate.add_outcomes(names[0] if names else evaluate.case_of(file), file)
    remark(options, "backtest.added", n=new, name=case.name)


def _shown(options: Options, done: list[Judged], output: Path | None) -> None:
    """Print the scores, draw them where asked, and end with exit code 3 where a case falls short."""
    from simcase import __version__, charts, report
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.present.tables_backtest import csv_rows, judged_parts, name_of, points_of

    words = options.words()
    document = {"simcase": __version__, "backtests": [each.result for each in done]}
    deliver(options, document, (part for each in done for part in judged_parts(each, words)), csv_rows(done))
    if output is not None:
        points = points_of(done, words)
        if output.suffix.lower() == ".csv":
            report.write_table(points, output)
        else:
            title = ", ".join(dict.fromkeys(name_of(each, words) for each in done))
            report.write(
                charts.backtest(points, options.lang, title), output, (part for each in done for part in judged_parts(each, words))
            )
        remark(options, "chart.stored", file=output)
    if not done:
        remark(options, "backtest.none")
    short = [name_of(each, words) for each in done if not each.result.par]
    if short:
        remark(options, "backtest.short", names=", ".join(short))
        raise click.exceptions.Exit(FELL_SHORT)
