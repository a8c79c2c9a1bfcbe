"""The tables that charts of a comparison draw: a scenario held against its baseline."""

from __future__ import annotations

from typing import Final

import polars as pl

from simcase.compare import Detected, cumulated
from simcase.present.figures_run import by_year, inside, short
from simcase.present.labels import Labels, lowered
from simcase.present.sentences_compare import elsewhere
from simcase.present.sentences_run import period
from simcase.study.changes import changes_of
from simcase.study.cost_split import cost_steps
from simcase.study.open_runs import Shown

MILLION: Final = 1e-6
FIGURES: Final[tuple[tuple[Detected, float], ...]] = (("persons", 1.0), ("municipality", MILLION))
"""What the chart of differences shows, and what it is multiplied by."""
HUNDRED: Final = 100
SMALL: Final = 0.05
"""Million kroner under which a step is one of the others."""


def widest(shown: Shown) -> str | None:
    """Return the total of most lines of those whose persons are compared; None where none are."""
    lines = dict.fromkeys(line for line, _ in changes_of(shown.compared, "persons"))
    return list(lines)[-1] if lines else None


def difference(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the paired difference of persons and of million kroner by line and year, and whether it is noise."""
    words, rows = labels.words, []
    for figure, times in FIGURES:
        changes = changes_of(shown.compared, figure)
        for line in labels.ordered(line for line, _ in changes):
            for year in dict.fromkeys(year for _, year in changes):
                change = changes[line, year]
                said = {"figure": words.say(f"chart.difference.{figure}"), "line": labels.row(line), "year": year}
                rows.append(
                    {**said, **short(change.dist, times), "noise": words.say("chart.difference.noise_true") if change.noise else ""}
                )
    return pl.DataFrame(rows)


def waterfall(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the steps from the baseline's net spending to the scenario's with its investment, million kroner over the years reported.

    No rows where no line has a price.
    """
    if shown.baseline is None:
        raise ValueError("a waterfall begins at a baseline")
    if not shown.world.accounts.lines:
        return pl.DataFrame()
    words, steps = labels.words, cost_steps(shown)
    at = steps.start * MILLION
    rows = [{"step": words.text(shown.baseline.world.model.title), "from": 0.0, "to": at, "kind": "end"}]
    changes: dict[str, float] = {}
    for line, kroner in steps.lines.items():
        changes[labels.line(line)] = changes.get(labels.line(line), 0.0) + kroner * MILLION
    large = {step: change for step, change in changes.items() if abs(change) >= SMALL}
    rest = {
        words.say("went.others"): sum(changes.values()) - sum(large.values()),
        words.say("chart.waterfall.grants"): steps.grants * MILLION,
        words.say("case.investment"): steps.investment * MILLION,
    }
    for step, change in {**large, **{step: change for step, change in rest.items() if abs(change) >= SMALL}}.items():
        rows.append({"step": step, "from": at, "to": at + change, "kind": "more" if change > 0 else "less"})
        at += change
    rows.append({"step": labels.title, "from": 0.0, "to": steps.end * MILLION, "kind": "end"})
    return pl.DataFrame(rows)


def payback(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the municipality's net result, cumulated over the years from the first of the run, in million kroner.

    No rows where no line has a price.
    """
    rows = [row for row in shown.compared.business_case if row.payer == "municipality" and shown.compared.difference.budget]
    years = [row.year for row in rows]
    band = None if shown.baseline is None else by_year(shown, cumulated(shown.baseline.world, shown.world, shown.request.discount), years)
    return pl.DataFrame(
        [
            {
                "year": period(shown.result.run, row.year, labels.words),
                **short(row.cumulated, MILLION),
                **inside(band, years.index(row.year), times=MILLION),
            }
            for row in rows
        ]
    )


def went(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return how many more moves than in the baseline left the target group, by destination outside it, over the years reported."""
    rows = shown.compared.where_they_went
    inside = {row.source for row in rows}
    more: dict[str, float] = {}
    for row in rows:
        if row.to not in inside:
            more[row.to] = more.get(row.to, 0.0) + row.persons.mean
    ranked = sorted(more.items(), key=lambda one: -abs(one[1]))
    return pl.DataFrame(
        [{"to": labels.place(state), "moves": moves, "pays": int(state in labels.benefits)} for state, moves in ranked],
        schema={"to": pl.String, "moves": pl.Float64, "pays": pl.Int64},
    )


def hundred(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return where a hundred of those fewer in the target group in the last year are: on the benefit of most, on others, on none."""
    found, words = elsewhere(shown.compared, labels), labels.words
    if found is None:
        return pl.DataFrame()
    on_others = min(HUNDRED, max(0, round(HUNDRED * sum(found.others.values()) / found.fewer)))
    most = max(found.others, key=lambda state: found.others[state], default=None)
    on_most = 0 if most is None else min(on_others, max(0, round(HUNDRED * found.others[most] / found.fewer)))
    groups = {"most": on_most, "others": on_others - on_most, "off": HUNDRED - on_others}
    name = {"most": lowered(labels.place(most))} if most else {}
    told = [
        (words.say(f"chart.hundred.{group}", n=words.percent(n / HUNDRED), **name), n, int(group != "off"))
        for group, n in groups.items()
        if n
    ]
    return pl.DataFrame([{"where": where, "pays": pays} for where, n, pays in told for _ in range(n)]).with_row_index("person")


def hundred_of(shown: Shown, labels: Labels) -> dict[str, float]:
    """Return how many persons the hundred stand for."""
    found = elsewhere(shown.compared, labels)
    return {"fewer": found.fewer if found else 0.0}
