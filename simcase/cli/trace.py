"""`simcase trace`: one synthetic citizen's life, in one world or in two."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.options import Options, shared


@click.command(epilog="Example: simcase trace baseline small-jobs --citizen 24277 -o life.html")
@click.argument("scenario")
@click.argument("other", required=False, metavar="[SCENARIO]")
@click.option("--citizen", type=click.IntRange(0), required=True, metavar="N", help="From 0: those there at the start, then arrivals.")
@click.option("--replication", type=click.IntRange(0), default=0, show_default=True, metavar="R", help="Which of the runs, from 0.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Chart: .html (offline), .png, .svg, .pdf or .json (Vega-Lite).")
@shared("calibration", "fit", "seed", "as_json", "lang", "quiet")
def trace(options: Options, scenario: str, other: str | None, citizen: int, replication: int, output: Path | None) -> None:
    """Tell the life of a synthetic citizen in SCENARIO; in a second one too, with the same luck, and from when on the two lives differ."""
    from simcase import charts, report, study
    from simcase.cli.console import remark, show, show_json
    from simcase.cli.show_life import Life, life_parts, parting, who
    from simcase.model import resolve
    from simcase.study.labels import labels_of

    if output is not None:
        report.check(output)
    scenarios = [scenario, other] if other else [scenario]
    labels = [labels_of(resolve(name, calibration=options.calibration, fit=options.fit), options.words()) for name in scenarios]
    document = study.trace(options.request(scenario), citizen, scenarios[1:], replication)
    life = Life(document, labels, parting(document["worlds"]))
    if options.as_json:
        show_json({**document, "differ_from": life.parted})
    else:
        show(life_parts(life))
    if output is not None:
        report.write(charts.life(life.titled(), life.parted, options.lang, who(life), life.names()), output)
        remark(options, "chart.stored", file=output)
