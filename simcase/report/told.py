"""What a report says besides charts and tables: key figures, assumptions with source and grade, the uncertainty split, the manifest."""

from __future__ import annotations

import math
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from simcase.compare import Estimate, estimate, net_result
from simcase.declare.initiatives import Effect, Initiative
from simcase.declare.values import Figure
from simcase.money import price_of
from simcase.present.labels import TOTAL, Labels
from simcase.present.sentences_compare import payback_sentence, payback_word, range_of, span
from simcase.present.sentences_price import price_sentence
from simcase.present.sentences_run import period
from simcase.report.listing import Line, Listing
from simcase.report.page import Key
from simcase.study import Shown
from simcase.study.changes import changes_of
from simcase.study.periods import plan_year, whole_years
from simcase.study.results import PriceTerms
from simcase.words import Words

Row = Mapping[str, Any]
STATED: Final = ("places", "slots_per_year", "drop_out_per_year", "wage", "kroner_per_place", "kroner_per_start")
"""Figures of a programme that a report names."""
HALF: Final = 0.5
DIGESTS: Final = ("code", "model")
"""Entries of a manifest that are digests,"""
HEAD: Final = 16
"""and how much of one is shown."""


def run_keys(shown: Shown, labels: Labels) -> Iterator[Key]:
    """Yield the key figures of a run: net spending, its distance from the plan, persons, goals."""
    words, result = labels.words, shown.result
    if result.budget:
        year = plan_year(result) or max(row.year for row in result.budget)
        row = next(row for row in result.budget if row.year == year and row.line == TOTAL)
        said = period(result.run, year, words)
        net = row.municipality
        yield Key(words.say("report.key.net", year=said), words.millions(net.mean), _of_ten(net, 1e-6, 1, words))
        if row.plan is not None:
            more = words.say("report.key.plan_is", plan=words.millions(row.plan))
            yield Key(words.say("report.key.deviation", year=said), words.change_millions(net.mean - row.plan), more)
        yield Key(words.say("report.key.persons", year=said), words.persons(row.persons.mean), _of_ten(row.persons, 1.0, 0, words))
    judged = [row for row in result.goals if row.chance is not None]
    if judged:
        likely = sum(row.chance is not None and row.chance.probability >= HALF for row in judged)
        yield Key(
            words.say("report.key.goals"), words.say("report.key.goals_of", n=likely, all=len(judged)), words.say("report.key.goals_how")
        )


def _of_ten(figure: Estimate, times: float, digits: int, words: Words) -> str:
    """Return what nine runs of ten lie between, as a remark."""
    low, high = (words.number(edge * times, digits) for edge in (figure.p05, figure.p95))
    return words.say("report.nine_of_ten", interval=words.interval(low, high))


def case_keys(shown: Shown, labels: Labels) -> Iterator[Key]:
    """Yield the key figures of a comparison: persons, kroner, investment, net result, payback."""
    if shown.baseline is None or not shown.compared.difference.budget:
        return
    words, result = labels.words, shown.compared
    persons, kroner = changes_of(result, "persons"), changes_of(result, "municipality")
    widest = list(dict.fromkeys(line for line, _ in kroner))[-1]
    years = whole_years(result)
    last = period(result.run, years[-1], words)
    for change, key, written in (
        (persons[widest, years[-1]], "persons", words.change),
        (kroner[widest, years[-1]], "kroner", words.change_millions),
    ):
        noise = words.say("report.noise") if change.noise else ""
        between = words.say("report.nine_of_ten", interval=range_of(change.dist, written, words))
        yield Key(words.say(f"report.key.more_{key}", year=last), written(change.dist.mean), f"{between} {noise}".strip())
    rows = [row for row in result.business_case if row.payer == "municipality" and row.year in years]
    said = {"years": span(result.run, years, words)}
    saved = words.say("report.key.saved", saved=words.millions(sum(row.saved.mean for row in rows)))
    yield Key(words.say("report.key.investment", **said), words.millions(sum(row.investment.mean for row in rows)), saved)
    net = estimate(net_result(shown.baseline.world, shown.world, years))
    between = words.say("report.nine_of_ten", interval=range_of(net, lambda kroner: words.change(kroner / 1e6, 1), words))
    yield Key(words.say("report.key.result", **said), words.change_millions(net.mean), between)
    yield Key(words.say("chart.payback.title"), payback_word(result.payback, words), payback_sentence(result.payback, words))


def assumptions(shown: Shown, labels: Labels) -> Listing:
    """Return what a scenario's initiatives assume, each figure with range, grade and source."""
    words = labels.words
    heads = [words.say(f"report.assume.{head}") for head in ("what", "value", "grade", "source")]
    rows = [
        Line(
            [
                words.say("report.assume.of", initiative=labels.initiatives[each.id], what=what),
                _figure(figure, words),
                figure.grade,
                figure.source,
            ]
        )
        for each in shown.world.model.initiatives
        for what, figure in _figures(each, labels)
    ]
    priced = ((each, price_of(shown.world.model, each)) for each in shown.world.model.initiatives)
    below = [f"{labels.initiatives[each.id]}: {price_sentence(PriceTerms(*price), words)}" for each, price in priced if price is not None]
    below += [f"{labels.initiatives[each.id]}: {words.text(each.caveat)}" for each in shown.world.model.initiatives if each.caveat]
    return Listing(words.say("report.assume.title", title=labels.title), heads, rows, texts=4, below=" ".join(below))


def _figure(figure: Figure, words: Words) -> str:
    """Return a figure with its range."""
    said = words.figure(figure.value)
    if figure.low is None or figure.high is None:
        return said
    return f"{said} ({words.interval(words.figure(figure.low), words.figure(figure.high))})"


def _figures(each: Initiative, labels: Labels) -> Iterator[tuple[str, Figure]]:
    """Yield what each figure of an initiative is called, and the figure."""
    words, programme = labels.words, each.programme
    yield from _effects("effects", each.effects, labels)
    if each.prevents is not None:
        yield words.say("report.assume.prevents"), each.prevents
    if programme is not None:
        yield from _effects("during", programme.during, labels)
        for phase in programme.after:
            yield from _effects("after", phase.effects, labels)
        stated = ((name, getattr(programme, name)) for name in STATED)
        yield from ((words.say(f"report.assume.{name}"), figure) for name, figure in stated if figure is not None)
    for cost in each.costs:
        line = words.say("report.assume.cost", year=cost.year, line=labels.line(cost.line))
        yield line, Figure(value=cost.kroner, source=cost.source, grade=cost.grade)


def _effects(when: str, effects: Sequence[Effect], labels: Labels) -> Iterator[tuple[str, Figure]]:
    """Yield what hazard ratios multiply, and the ratios."""
    for effect in effects:
        exits = ", ".join(labels.state(state) for state in effect.exits_to)
        yield labels.words.say(f"report.assume.{when}", exits=exits), effect.hazard_ratio


def uncertainty(shown: Shown, labels: Labels) -> Listing | None:
    """Return how far chance and parameters alone would spread each line's net spending in a year, or None without a budget."""
    words, result = labels.words, shown.result
    if not result.variance:
        return None
    year = plan_year(result) or max(row.year for row in result.budget)
    parts = {tuple(row.figure.removeprefix("municipality.").rsplit(".", 1)): row for row in result.variance}
    rows = []
    for line in labels.ordered(line for line, at in parts if at == str(year)):
        row = parts[line, str(year)]
        chance, parameters = row.chance, row.parameters
        share = parameters / (chance + parameters) if chance + parameters > 0.0 else 0.0
        spread = [words.number(math.sqrt(max(variance, 0.0)) / 1e6, 2) for variance in (chance, parameters, chance + parameters)]
        if parameters <= 0.0 and shown.request.uncertainty == "all":
            spread[1], said = "", words.say("report.split.unseen")
        else:
            said = words.percent(share)
        rows.append(Line([labels.line(line), *spread, said], "strong" if line.startswith(TOTAL) else ""))
    heads = [words.say("head.line"), *(words.say(f"report.split.{head}") for head in ("chance", "parameters", "both", "share"))]
    return Listing(words.say("report.split.title", year=period(result.run, year, words)), heads, rows, below=words.say("report.split.note"))


def command(shown: Shown) -> str:
    """Return the command that gives a run's figures again, as they are shown."""
    request, made = shown.request, [str(word) for word in shown.manifest["command"]]
    if request.assumptions and "--assumptions" not in made:
        made += ["--assumptions", str(request.assumptions)]
    asked = {"--from": request.first, "--to": request.last, "--prices": request.prices if request.prices != "current" else None}
    return shlex.join([*made, *(word for name, value in asked.items() if value is not None for word in (name, str(value)))])


def commands(runs: Sequence[Shown]) -> list[str]:
    """Return the commands that give the figures of runs again; a rate that discounts their business case is one of the report's own."""
    rate = [str(runs[0].request.discount)] if len(runs) > 1 and runs[0].request.discount else []
    names = [each.manifest["scenario"] for each in runs]
    return [*map(command, runs), *(shlex.join(["simcase", "compare", *names, "--discount", each]) for each in rate)]


def manifest(runs: Sequence[Shown], words: Words) -> Listing:
    """Return what each run is: enough to know it again."""
    heads = ["", *(words.text(each.world.model.title) for each in runs)]
    rows = [
        Line([words.say(f"report.manifest.{name}"), *cells])
        for name in STATED_OF_A_RUN
        if any(cells := [manifested(name, each.manifest, words, HEAD) for each in runs])
    ]
    ids = Line([words.say("report.manifest.id"), *(each.run.folder.name for each in runs)])
    return Listing(words.say("report.manifest.title"), heads, [ids, *rows], texts=1 + len(runs))


STATED_OF_A_RUN: Final = (
    "scenario", "calibration", "fit", "replications", "seed", "uncertainty", "assumptions", "edited", "from", "to", "simcase", "code",
    "model",
)  # fmt: skip
"""Entries of a manifest that a report names."""


def manifested(name: str, manifest: Mapping[str, Any], words: Words, digits: int | None = None) -> str:
    """Return an entry of a manifest as text, so many digits of a digest; empty where there is none."""
    edits = manifest["resolved"].get("edits") or {}
    if name == "assumptions":
        return words.say("report.manifest.workbook", file=edits["file"], digest=edits["sha256"][:digits]) if edits else ""
    if name == "edited":
        return ", ".join(edits.get("paths", ()))
    value = manifest.get(name)
    if name == "uncertainty":
        return words.say(f"report.uncertainty.{value}")
    return "" if value is None else str(value)[: digits if name in DIGESTS else None]
