"""`simcase explain`: what a scenario's model implies, and where a number comes from."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import SIMULATING, Options, shared
from simcase.words import said

LAW = "law"
"""What stands in the place of a scenario for the law."""
YEARS = (2019, 2026)
"""The years whose changes of the law are listed unless others are named."""


@click.command(
    cls=Command,
    examples=(
        "simcase explain kik-ii budget.2020.sygedagpenge",
        "simcase explain law --between 2019 2026",
    ),
)
@click.argument("scenario")
@click.argument("path", required=False)
@click.option("--between", nargs=2, type=Whole(1990, 2100), metavar="YEAR YEAR")
@shared(*(name for name in SIMULATING if name not in {"first", "last", "as_csv"}))
def explain(options: Options, scenario: str, path: str | None, between: tuple[int, int] | None) -> None:
    """Print what SCENARIO implies: mean stays, steady stocks, initiatives; with a PATH, that number with source and grade."""
    if scenario == LAW and path is None:
        explain_law(options, between or YEARS)
        return
    if between:
        raise click.UsageError(said("error.usage.between", law=LAW))
    from simcase import api
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.labels import labels_of
    from simcase.present.path_names import PathNames
    from simcase.present.tables_apart import apart_parts
    from simcase.present.tables_explain import figure_parts, model_parts
    from simcase.study.results import FigureApart, ModelResult

    with progress(options) as progressed:
        explained = api.explain(options.request(scenario), path, progressed).result
    model = api.load(options.request(scenario))
    labels = labels_of(model, options.words())
    names = PathNames(model, labels)
    if isinstance(explained, ModelResult):
        deliver(options, explained, model_parts(explained, labels))
    elif isinstance(explained, FigureApart):
        deliver(options, explained, apart_parts(explained, labels, names))
    else:
        deliver(options, explained, figure_parts(explained, labels, names))


def explain_law(options: Options, between: tuple[int, int]) -> None:
    """Print what changed in the law in some years, and which of it a calibration is without."""
    from simcase import api
    from simcase.cli.deliver import deliver
    from simcase.present.tables_law import law_parts

    first, last = sorted(between)
    result = api.law(first, last, asked_of(options.settings.calibration)).result
    deliver(options, result, law_parts(result, options.words()))


def asked_of(calibration: str) -> str:
    """Return the calibration that is asked for the law: the one chosen, else the only one of the user's own where there is one."""
    from simcase.declare import Library, here, shipped

    chosen = click.get_current_context().get_parameter_source("calibration")
    own = set(here().calibrations()) - set(Library((shipped(),)).calibrations())
    return own.pop() if chosen is click.core.ParameterSource.DEFAULT and len(own) == 1 else calibration
