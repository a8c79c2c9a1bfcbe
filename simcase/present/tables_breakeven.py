"""Where a scenario breaks even, in sentences, with what was tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from simcase.compare.results import Tried
from simcase.model.doses import COUNTED
from simcase.present.labels import Labels
from simcase.present.sentences_compare import not_its_own
from simcase.present.sentences_run import fit_and_prices
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.study.results import YEARLY, BreakevenFigure, BreakevenResult
from simcase.words import Words

DIGITS: Final = 2
"""Decimals of what is varied."""


def breakeven_parts(result: BreakevenResult, base: Labels, own: Labels) -> Iterator[Table | Sentence]:
    """Yield what is printed of a break-even: what was held against what, the answer, the figures, and what was tried."""
    words = own.words
    said = {"calibration": result.calibration, "fit": fit_and_prices(result.fit, own), "seed": result.seed}
    runs = words.number(result.replications)
    yield Sentence(words.say("even.about", title=own.title, base=base.title, runs=runs, **said), "faint")
    yield Sentence(answer(result, words), "strong")
    if foreign := not_its_own(result.own_baseline, result, base, own):
        yield Sentence(foreign[0], "strong")
    yield from _along(result, words)
    yield Sentence(" ".join([*_as_it_is(result, words), *_runs(result, words)]))
    if result.outcome == "found":
        yield _figures(result, own)
    yield _tried(result, words)
    notes = {f"even.note.{result.vary}": result.vary != "cost", "even.note.interval": result.outcome == "found", "note.net": True}
    yield Sentence("\n".join(words.say(note) for note, there in notes.items() if there), "faint")


def answer(result: BreakevenResult, words: Words) -> str:
    """Return where the net result is zero, or that it is nowhere in the range, in one sentence."""
    outcome, by = result.outcome, words.date(result.by)
    asked = f"even.{result.vary}.{'more' if _pays_with_more(result) else 'less'}.{outcome}"
    if outcome == "found":
        between = words.interval(_times(result.low, words), _times(result.high, words))
        return words.say(asked, times=_times(result.times, words), interval=between, by=by)
    least, most = (words.change_millions(result.tried[at].net.mean) for at in (0, -1))
    return words.say(asked, by=by, most=words.figure(result.range[1]), net=most, least=least)


def _along(result: BreakevenResult, words: Words) -> Iterator[Sentence]:
    """Yield that yearly costs went along with the places, and how they are held as they are."""
    yearly = sum(row.declared for row in result.figures if row.figure == YEARLY)
    if yearly:
        size = next(row.figure for row in result.figures if row.figure != YEARLY)
        said = {"kroner": words.millions(yearly), "by": words.date(result.by)}
        yield Sentence(words.say("even.along", path=f"programme.{size}.value", **said))


def _pays_with_more(result: BreakevenResult) -> bool:
    """Tell whether it pays with more of what is varied, not with less: from the zero on, or over all that was tried."""
    means = [each.net.mean for each in result.tried]
    return next(filter(None, means), 0.0) < 0.0 if result.outcome == "found" else means[-1] > means[0]


def _as_it_is(result: BreakevenResult, words: Words) -> Iterator[str]:
    """Yield the net result of the scenario as it stands."""
    for row in result.tried:
        if row.value == 1.0:
            net = row.net
            between = words.interval(*(words.change(edge / 1e6, 1) for edge in (net.p05, net.p95)))
            yield words.say("even.as_is", net=words.change_millions(net.mean), interval=between)


def _runs(result: BreakevenResult, words: Words) -> Iterator[str]:
    """Yield between what single runs break even, where the mean does."""
    if result.outcome != "found":
        return
    low, middle, high = result.runs.p05, result.runs.p50, result.runs.p95
    most = words.figure(result.range[1])
    if middle is None:
        yield words.say("even.runs_few", most=most)
    elif high is None:
        yield words.say("even.runs_some", most=most, middle=_times(middle, words))
    else:
        yield words.say("even.runs", low=_times(low, words), high=_times(high, words))


def _figures(result: BreakevenResult, labels: Labels) -> Table:
    """Return the figures that were varied, as the scenario states them and at break-even."""
    words = labels.words
    heads = [words.say(f"even.{head}") for head in ("declared", "needed", "interval")]
    columns = [*texts(words.say("head.initiative"), words.say("even.figure")), *figures(*heads)]
    rows = []
    for row in result.figures:
        name = labels.initiative(row.initiative) if row.initiative else ", ".join(map(labels.initiative, result.initiatives))
        written = _written(row.figure, words)
        between = words.interval(written(row.low), written(row.high))
        rows.append(Row([name, _name(row, result, labels), written(row.declared), written(row.needed), between]))
    return Table("", words.say("even.figures"), columns, rows)


def _name(row: BreakevenFigure, result: BreakevenResult, labels: Labels) -> str:
    """Return what a figure is called."""
    parts = [part for part in row.figure.split(".") if not part.isdecimal()]
    to = ", ".join(labels.state(name) for name in row.exits_to)
    return labels.words.say(f"even.{'.'.join(parts)}", to=to, by=labels.words.date(result.by))


def _written(figure: str, words: Words) -> Callable[[float | None], str]:
    """Return how a figure is written."""
    digits = {"kroner": words.kroner_1000, YEARLY: words.kroner_1000, "places": words.persons, "slots_per_year": words.persons}.get(figure)
    return lambda value: "" if value is None else digits(value) if digits else words.number(value, DIGITS)


def _tried(result: BreakevenResult, words: Words) -> Table:
    """Return the net result at each point tried: of those that are written alike the one that is so, or else the nearest to zero.

    Of a cost, whose net result is a straight line, none beyond the zero and the scenario as it stands.
    """
    heads = [words.say(f"even.{head}") for head in ("times", "net", "range")]
    sizes = [row for row in result.figures if row.figure in COUNTED]
    size = sizes[0] if len(sizes) == 1 else None
    if size:
        heads.insert(1, words.say(f"even.{size.figure}").capitalize())
    shown: dict[str, Tried] = {}
    for row in sorted(result.tried, key=lambda each: (round(each.value, DIGITS) != each.value, abs(each.net.mean))):
        shown.setdefault(_times(row.value, words), row)
    last = max(1.0, result.times) if result.vary == "cost" and result.times is not None else result.range[1]
    rows = []
    for row in sorted(shown.values(), key=lambda each: each.value):
        if row.value > last:
            break
        net = row.net
        between = words.interval(words.change_1000(net.p05), words.change_1000(net.p95))
        so_many = [words.persons(size.declared * row.value)] if size else []
        rows.append(Row([_times(row.value, words), *so_many, words.change_1000(net.mean), between]))
    return Table("", words.say("even.tried", by=words.date(result.by)), figures(*heads), rows)


def _times(value: float | None, words: Words) -> str:
    """Return how many times something is what the scenario states."""
    return "" if value is None else words.number(value, DIGITS)
