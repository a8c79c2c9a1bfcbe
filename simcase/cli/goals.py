"""`simcase goals`: how sure it is that each goal is met, and what it takes to meet one."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Decimal, quoted
from simcase.cli.options import SIMULATING, Options, shared
from simcase.errors import LARGEST
from simcase.words import said

SHOWN = tuple(name for name in SIMULATING if name not in {"first", "last"})
EXAMPLES = (
    "simcase goals kik-ii",
    "simcase goals kik-ii+small-jobs --solve initiatives.small-jobs.slots --goal kontanthjaelp-800 --probability 0.8",
)


@click.command(cls=Command, examples=EXAMPLES)
@click.argument("scenario")
@click.option("thresholds", "--threshold", metavar="GOAL=NUMBER", multiple=True)
@click.option("path", "--solve", metavar="PATH")
@click.option("goal", "--goal", metavar="ID")
@click.option("probability", "--probability", type=Decimal(0.0, 1.0, min_open=True), default=0.8, show_default=True, metavar="P")
@click.option("limit", "--up-to", type=Decimal(0.0, LARGEST, min_open=True), metavar="N")
@shared(*SHOWN)
def goals(
    options: Options,
    scenario: str,
    thresholds: tuple[str, ...],
    path: str | None,
    goal: str | None,
    probability: float,
    limit: float | None,
) -> None:
    """Print the goals of SCENARIO: the probability of each by its date, the month it is first met, and all of them at once."""
    if (path is None) != (goal is None):
        message = said("error.usage.solve")
        raise click.UsageError(message)
    levels = dict(_level(text) for text in thresholds)
    if len(levels) < len(thresholds):
        message = said("error.usage.threshold_once")
        raise click.UsageError(message)
    if path is None or goal is None:
        _judge(options, scenario, levels)
    else:
        _search(options, scenario, (path, goal, probability, limit), levels)


def _judge(options: Options, scenario: str, levels: dict[str, float]) -> None:
    """Judge the goals and show them."""
    from simcase import study
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.rows import goal_rows
    from simcase.present.tables_goals import fit_parts

    labels = labels_of(resolve(scenario, calibration=options.settings.calibration, fit=options.settings.fit), options.words())
    with progress(options) as progressed:
        result = study.goals(options.request(scenario), levels, progressed)
    deliver(options, result, fit_parts(result, labels), goal_rows(result))


def _search(options: Options, scenario: str, asked: tuple[str, str, float, float | None], levels: dict[str, float]) -> None:
    """Search for the dose that meets a goal and show it."""
    from simcase import study
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.path_names import PathNames
    from simcase.present.rows import dose_rows
    from simcase.present.tables_solve import solve_parts

    path, goal, probability, limit = asked
    model = resolve(scenario, calibration=options.settings.calibration, fit=options.settings.fit)
    labels = labels_of(model, options.words())
    with progress(options, "progress.step") as progressed:
        result = study.solve(options.request(scenario), path, goal, probability, progressed, limit, levels)
    deliver(options, result, solve_parts(result, labels, PathNames(model, labels)), dose_rows(result))


def _level(text: str) -> tuple[str, float]:
    """Return the goal and the threshold that GOAL=NUMBER names; anything else is refused."""
    from simcase.declare import plain_number

    name, _, written = text.partition("=")
    number = plain_number(written)
    if number is None:
        message = said("error.usage.threshold", text=quoted(text))
        raise click.BadParameter(message, param_hint="--threshold")
    return name, number
