"""`simcase import statbank`: population by age, or recipients by benefit."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.import_options import area_of, import_options, years_of
from simcase.cli.options import Options, shared

TABLES = {"population": "FOLK1A", "recipients": "AUK01"}


@click.command(cls=Command, examples=("simcase import statbank population --calibration greve-2019 --area Greve --years 2019",))
@click.argument("what", type=click.Choice(list(TABLES)))
@click.option("--table")
@click.option("--variable", "variables", metavar="CODE=VALUE", multiple=True)
@click.option("--map", "mapping", metavar="TEXT=STATE", multiple=True)
@click.option("--bulk", is_flag=True)
@import_options
@click.option("--url", envvar="SIMCASE_STATBANK_URL", show_envvar=True)
@shared("calibration", "as_json", "lang", "quiet")
def statbank(
    options: Options,
    what: str,
    table: str | None,
    variables: tuple[str, ...],
    mapping: tuple[str, ...],
    url: str | None,
    **into: str | bool | None,
) -> None:
    """Write the population by age of 1 January, or yearly full-time recipients by benefit as targets, into --calibration."""
    from simcase.cli.deliver import deliver
    from simcase.cli.import_options import confirm_written
    from simcase.declare import AS_IS
    from simcase.importers import Question, import_population, import_recipients, pairs, states_by_name
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_import import targets_table

    years = years_of(into["years"], options.settings.calibration)
    question = Question(
        calibration=options.settings.calibration,
        area=area_of(into["area"], options.settings.calibration),
        years=years,
        fit=str(into["fit"] or f"counts-{max(years)}"),
        table=table or TABLES[what],
        variables=pairs(variables, "--variable"),
        states=states_by_name(mapping, "--map"),
        bulk=bool(into["bulk"]),
        refresh=bool(into["refresh"]),
        replace=bool(into["replace"]),
        lang=options.lang,
        **({"url": url} if url else {}),
    )
    brought = import_population(question) if what == "population" else import_recipients(question)
    model = resolve(AS_IS, calibration=options.settings.calibration, without_fit=True)
    deliver(options, brought, [targets_table(brought, labels_of(model, options.words()))] if brought.targets else [])
    confirm_written(options, brought)
