"""How runs were made: the entries of their manifests, and the commands that give their figures again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Final

from simcase.defaults import PRICES
from simcase.present.sentences_run import named_parts
from simcase.present.table import Row, Table, texts
from simcase.study.identity import Manifest, command_again
from simcase.study.open_runs import Shown
from simcase.vocabulary import parts_varying
from simcase.words import Words

DIGESTS: Final = ("code", "model")
"""Entries of a manifest that are digests."""
HEAD: Final = 16
"""Letters of a digest that are shown."""
REPORTED: Final = {"--calibration", "--fit", "--assumptions", "--uncertainty", "--from", "--to", "--prices", "--discount"}
"""Options of a run that a report has too, which opens what was played."""
STATED_OF_A_RUN: Final = (
    "scenario", "calibration", "fit", "replications", "seed", "uncertainty", "assumptions", "edited", "from", "to", "simcase", "code",
    "model",
)  # fmt: skip
"""Entries of a manifest that a report names."""


def commands(runs: Sequence[Shown], *report: str) -> list[str]:
    """Return the command that plays a run again, or scenarios beside the first one, and the one that reports them in a form."""
    request, made = runs[0].request, shlex.split(command_again(runs[0].manifest))
    first = next((n for n, word in enumerate(made) if word.startswith("--")), len(made))
    verb, options, names = made[:first], made[first:], [each.manifest["scenario"] for each in runs]
    if request.assumptions:
        options += ["--assumptions", str(request.assumptions)]
    if len(runs) > 1:
        verb = ["simcase", "compare", *(_asked(each.manifest) for each in runs)]
    asked = {"--from": request.first, "--to": request.last, "--prices": request.prices if request.prices != PRICES else None}
    asked |= {"--discount": str(request.discount) if len(runs) > 1 and request.discount else None}
    options += [word for name, value in asked.items() if value is not None for word in (name, str(value))]
    told = [pair for pair in zip(options[::2], options[1::2], strict=False) if pair[0] in REPORTED]
    reported = ["simcase", "report", *names, *(word for pair in told for word in pair), *report]
    return [shlex.join([*verb, *options]), shlex.join(reported)]


def _asked(manifest: Manifest) -> str:
    """Return a scenario as it was named when it was run: a file of its own by its path, where a report has the name of its runs."""
    _, verb, scenario, *_ = manifest["command"]
    return scenario if verb == "run" else manifest["scenario"]


def manifest(runs: Sequence[Shown], words: Words) -> Table:
    """Return what each run is: enough to know it again."""
    heads = ["", *(words.text(each.world.model.title) for each in runs)]
    rows = [
        Row([words.say(f"report.manifest.{name}"), *cells])
        for name in STATED_OF_A_RUN
        if any(cells := [manifested(name, each.manifest, words, HEAD) for each in runs])
    ]
    ids = Row([words.say("report.manifest.id"), *(each.run.folder.name for each in runs)])
    return Table("", words.say("report.manifest.title"), texts(*heads), [ids, *rows])


def manifested(name: str, manifest: Manifest, words: Words, digits: int | None = None) -> str:
    """Return an entry of a manifest as text, so many digits of a digest; empty where there is none."""
    edits = manifest["resolved"].get("edits") or {}
    if name == "assumptions":
        return words.say("report.manifest.workbook", file=edits["file"], digest=edits["sha256"][:digits]) if edits else ""
    if name == "edited":
        return ", ".join(edits.get("paths", ()))
    told: Mapping[str, object] = manifest
    value = told.get(name)
    if name == "uncertainty":
        return named_parts(parts_varying(manifest["uncertainty"]), words) or words.say("report.uncertainty.none")
    return "" if value is None else str(value)[: digits if name in DIGESTS else None]
