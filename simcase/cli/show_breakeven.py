"""Where a scenario breaks even, in sentences, with what was tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.console import Grid, table
from simcase.study.labels import Labels
from simcase.words import Words

Document = Mapping[str, Any]
Row = Mapping[str, Any]


def breakeven_parts(document: Document, base: Labels, own: Labels) -> Iterator[RenderableType]:
    """Yield what is printed of a break-even: what was held against what, the answer, the figures, and what was tried."""
    words = own.words
    said = {name: document[name] for name in ("calibration", "fit", "seed")}
    runs = words.number(document["replications"])
    yield Text(words.say("even.about", title=own.title, base=base.title, runs=runs, **said), style="dim")
    yield Text(answer(document, words), style="bold")
    yield Text(" ".join([*_as_it_is(document, words), *_runs(document, words)]))
    if document["outcome"] == "found":
        yield _figures(document, own)
    yield _tried(document, words)
    notes = ["even.note.effect"] if document["vary"] == "effect" else []
    yield Text("\n".join(words.say(note) for note in (*notes, "even.note.interval", "note.net")), style="dim")


def answer(document: Document, words: Words) -> str:
    """Return where the net result is zero, or that it is nowhere in the range, in one sentence."""
    vary, outcome, tried = document["vary"], document["outcome"], document["tried"]
    by = words.date(document["by"])
    if outcome == "found":
        between = words.interval(_times(document["low"], words), _times(document["high"], words))
        return words.say(f"even.{vary}.found", times=_times(document["times"], words), interval=between, by=by)
    least, most = (words.change_millions(tried[at]["net"]["mean"]) for at in (0, -1))
    return words.say(f"even.{vary}.{outcome}", by=by, most=words.figure(document["range"][1]), net=most, least=least)


def _as_it_is(document: Document, words: Words) -> Iterator[str]:
    """Yield the net result of the scenario as it stands."""
    for row in document["tried"]:
        if row["value"] == 1.0:
            net = row["net"]
            between = words.interval(*(words.change(net[edge] / 1e6, 1) for edge in ("p05", "p95")))
            yield words.say("even.as_is", net=words.change_millions(net["mean"]), interval=between)


def _runs(document: Document, words: Words) -> Iterator[str]:
    """Yield between what single runs break even, where the mean does."""
    if document["outcome"] != "found":
        return
    low, middle, high = (document["runs"][name] for name in ("p05", "p50", "p95"))
    if high is None:
        said = words.say("even.nowhere") if middle is None else _times(middle, words)
        yield words.say("even.runs_some", most=words.figure(document["range"][1]), middle=said)
    else:
        yield words.say("even.runs", low=_times(low, words), high=_times(high, words))


def _figures(document: Document, labels: Labels) -> Grid:
    """Return the figures that were varied, as the scenario states them and at break-even."""
    words = labels.words
    heads = [words.say(f"even.{head}") for head in ("declared", "needed", "interval")]
    grid = table(words.say("even.figures"), [words.say("head.initiative"), words.say("even.figure")], heads)
    for row in document["figures"]:
        name = labels.initiative(row["initiative"]) if row["initiative"] else ", ".join(map(labels.initiative, document["initiatives"]))
        written = _written(row["figure"], words)
        between = words.interval(written(row["low"]), written(row["high"]))
        grid.add_row(name, _name(row, document, labels), written(row["declared"]), written(row["needed"]), between)
    return grid


def _name(row: Row, document: Document, labels: Labels) -> str:
    """Return what a figure is called."""
    parts = [part for part in row["figure"].split(".") if not part.isdecimal()]
    to = ", ".join(labels.state(name) for name in row["exits_to"])
    return labels.words.say(f"even.{'.'.join(parts)}", to=to, by=labels.words.date(document["by"]))


def _written(figure: str, words: Words) -> Callable[[float], str]:
    """Return how a figure is written."""
    if figure == "kroner":
        return words.kroner_1000
    return words.persons if figure in {"places", "slots_per_year"} else lambda value: words.number(value, 2)


def _tried(document: Document, words: Words) -> Grid:
    """Return the net result at each point tried."""
    heads = [words.say(f"even.{head}") for head in ("times", "net", "range")]
    grid = table(words.say("even.tried", by=words.date(document["by"])), [], heads)
    for row in document["tried"]:
        net = row["net"]
        between = words.interval(words.change_1000(net["p05"]), words.change_1000(net["p95"]))
        grid.add_row(_times(row["value"], words), words.change_1000(net["mean"]), between)
    return grid


def _times(value: float, words: Words) -> str:
    """Return how many times something is what the scenario states."""
    return words.number(value, 2)
