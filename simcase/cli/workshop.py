"""`simcase workshop`: the live page."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import Options, shared


@click.command(cls=Command, examples=("simcase workshop kik-ii small-jobs kik-ii+small-jobs",))
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO...]")
@click.option("--baseline", metavar="SCENARIO")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=Whole(1, 65535), metavar="PORT", default=8501, show_default=True)
@shared("calibration", "fit", "seed", "results", "workers", "lang", "quiet")
def workshop(options: Options, scenarios: tuple[str, ...], baseline: str | None, host: str, port: int) -> None:
    """Serve a page on which SCENARIOs are moved and simulated anew at each move; without SCENARIO all can be chosen."""
    from simcase.workshop import serving

    if not serving.is_installed():
        raise click.UsageError(options.words().say("workshop.missing"))
    if (why := serving.in_the_way(host, port)) is not None:
        raise click.UsageError(options.words().say("workshop.in_the_way", host=host, port=port, why=why, other=port % 65535 + 1))
    from simcase.cli.console import remark
    from simcase.study import silent
    from simcase.workshop.answers import STEPS
    from simcase.workshop.sessions import Sessions
    from simcase.workshop.settings import Settings
    from simcase.workshop.shared_state import open_state

    offered = open_state(options.request(""), scenarios, baseline, options.lang)
    remark(options, "workshop.warming")
    offered.played(Settings(offered.choices[0]), STEPS[0], silent)
    if host not in {"127.0.0.1", "localhost", "::1"}:
        remark(options, "workshop.open_to_others", host=host)
    sessions, address = Sessions(offered), f"http://{host}:{port}"
    remark(options, "workshop.serving", address=address)
    if (last := sessions.latest()) is not None:
        remark(options, "workshop.resume", address=f"{address}/?session={last}")
    serving.serve(sessions, host, port)
