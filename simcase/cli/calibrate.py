"""`simcase calibrate`: fit the unknowns of a calibration to its targets, and report how near they were reached."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, shared
from simcase.defaults import CALIBRATION, FIT_SEED
from simcase.errors import FELL_SHORT, MOST_SEED, Issue, UserError
from simcase.words import said

COMPARED = 100
"""Replications of each of two fits that are set side by side."""


@click.command(
    cls=Command,
    examples=(
        "simcase calibrate aabenraa-2019 --fit mine",
        "simcase run kik-ii --fit mine",
    ),
)
@click.argument("calibration", default=CALIBRATION, envvar="SIMCASE_CALIBRATION", metavar="[CALIBRATION]")
@click.option("--fit", "name", metavar="NAME")
@click.option("--seed", type=Whole(0, MOST_SEED), metavar="N", default=FIT_SEED, show_default=True)
@click.option("-o", "--output", type=AnyPath(), metavar="FILE")
@click.option(
    "--compare",
    "fits",
    nargs=2,
    metavar="A B",
)
@shared("workers", "results", "as_json", "progress", "lang", "quiet")
def calibrate(options: Options, calibration: str, name: str | None, seed: int, output: Path | None, fits: tuple[str, str] | None) -> None:
    """Fit CALIBRATION, which stands in ./calibration, and write the fit there with its starting stock; takes minutes."""
    from simcase.declare import here

    if fits and set(fits) <= set(here().calibrations()):
        between_two(options, fits)
    elif fits:
        side_by_side(options, calibration, fits)
    else:
        fit_anew(options, calibration, name, seed, output)


def side_by_side(options: Options, calibration: str, fits: tuple[str, str]) -> None:
    """Print two fits side by side."""
    from simcase.calibrate import compare_fits
    from simcase.cli.deliver import deliver
    from simcase.declare import AS_IS
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_price_volume import price_volume_parts

    model = resolve(AS_IS, calibration=calibration, fit=fits[0])
    if not any(target.measure == "municipality" for target in model.targets):
        raise UserError([Issue("", 0, "--compare", calibration, said("error.attribution.with_target"))])
    year = max(target.from_.year for target in model.targets if target.measure == "municipality")
    request = replace(options.request(AS_IS), calibration=calibration, replications=COMPARED)
    result = compare_fits(request, fits, year)
    deliver(options, result, price_volume_parts(result, labels_of(model, options.words())))


def between_two(options: Options, names: tuple[str, str]) -> None:
    """Print what the forecast moved by between two calibrations, and why."""
    from simcase.calibrate import attribute
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.declare import AS_IS
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_attribution import attribution_parts

    request = replace(options.request(AS_IS), calibration=names[0], replications=COMPARED, uncertainty="chance")
    with progress(options) as bar:
        result = attribute(request, names, bar)
    deliver(options, result, attribution_parts(result, labels_of(resolve(AS_IS, calibration=names[0]), options.words())))


def fit_anew(options: Options, calibration: str, name: str | None, seed: int, output: Path | None) -> None:
    """Fit a calibration, report and write the fit."""
    from simcase import api
    from simcase.cli.console import page_in, remark, write_page
    from simcase.cli.deliver import deliver
    from simcase.cli.terminal import render
    from simcase.declare import here
    from simcase.model import read_calibration
    from simcase.present.tables_fit import fit_parts, target_names

    if output:
        page_in(output)

    def told(evaluation: int, squares: float) -> None:
        remark(options, "fit.step", n=evaluation, squares=options.words().number(squares, 1))

    fit = api.calibrate(calibration, name, seed=seed, workers=options.settings.workers, tell=told)
    words = options.words()
    deliver(options, fit.result, fit_parts(fit, words))
    remark(options, "fit.stored", file=fit.file)
    if read_calibration(calibration, here()).sections.fit != fit.file.stem:
        remark(options, "fit.use", fit=fit.file.stem, line=f"fit: {fit.file.stem}", file=fit.file.parents[1] / "calibration.yaml")
    if output:
        write_page(
            render(fit_parts(fit, words), words), output, f"{words.text(fit.model.calibration_title)}: {fit.file.stem}", options.lang
        )
        remark(options, "fit.page", file=output)
    if fit.missed():
        names = target_names(fit.model, words)
        remark(options, "fit.missed", targets="; ".join(names[each] for each in fit.missed()))
        click.get_current_context().exit(FELL_SHORT)
