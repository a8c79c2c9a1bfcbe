"""The tables of one page: the goals, and what a scenario costs and saves."""

from __future__ import annotations

from typing import Final

from simcase.compare import estimate
from simcase.declare import AS_IS, BASELINE
from simcase.defaults import CALIBRATION
from simcase.model import own_initiatives
from simcase.present.commands import command_in
from simcase.present.labels import Labels
from simcase.present.sentences_compare import moved, payback_sentence
from simcase.present.table import Look, Row, Table, figures, texts
from simcase.present.tables_goals import goal_figure
from simcase.study.cost_split import cost_split
from simcase.study.open_runs import Shown
from simcase.vocabulary import Floats

MILLION: Final = 1e6
VISIBLE: Final = 0.05
"""Million kroner that are written as something."""


def goals_of_page(shown: Shown, labels: Labels) -> Table:
    """Return the goals that can be judged, and in how many of ten runs each is met."""
    words, rows = labels.words, shown.result.goals
    judged = [(row, row.value, row.chance) for row in rows if row.value is not None and row.chance is not None]
    lines = []
    for row, value, chance in judged:
        expected = goal_figure(row, value.mean, labels)
        lines.append(Row([labels.goal(row.id), words.month_and_year(row.date), expected, words.in_runs(chance.probability)]))
    heads = [words.say(f"one.goal.{head}") for head in ("name", "date", "expected", "met")]
    below = words.say("one.goal.others", n=len(rows) - len(judged)) if len(judged) < len(rows) else ""
    return Table("", words.say("one.goals"), [*texts(heads[0]), *figures(*heads[1:])], lines, below=below)


def case_of_page(shown: Shown, labels: Labels) -> Table:
    """Return investment, saved, moved to other benefits and the net result; without a baseline the investment alone."""
    words, result = labels.words, shown.result
    run = result.run
    span = {"first": words.month_and_year(run.first), "last": words.month_and_year(run.last)}
    title = words.say("one.case", names=_investing(shown, labels), **span)
    heads = [*texts(""), *figures(words.say("one.case.millions"), words.say("one.interval"))]
    if shown.baseline is None:
        spent = sum(row.kroner.mean for row in result.measures if row.initiative and row.kind != "grant")
        row = Row([words.say("case.investment"), words.number(spent / MILLION, 1), ""])
        alone = "one.case.is_base" if run.scenario in {BASELINE, AS_IS} else "one.case.alone"
        base = BASELINE if run.calibration == CALIBRATION else AS_IS
        return Table("", title, heads, [row], below=words.say(alone, command=command_in(run, "report", base, run.scenario, "--one-page")))
    parts = cost_split(shown)
    lines = ", ".join(name[:1].lower() + name[1:] for name in map(labels.line, parts.lines))
    parted: list[tuple[str, Floats, Look]] = [
        (words.say("case.investment"), -parts.investment, ""),
        (words.say("one.case.saved", lines=lines), parts.saved, ""),
        (words.say("one.case.moved"), -parts.moved, ""),
        (words.say("one.case.grants"), parts.grants, ""),
        (words.say("case.net"), parts.net, "strong"),
    ]
    if abs(float(parts.grants.mean())) < VISIBLE * MILLION:
        del parted[3]
    rows = []
    for name, kroner, looks in parted:
        each = estimate(kroner / MILLION)
        low, high = (words.change(edge, 1) for edge in (each.p05, each.p95))
        rows.append(Row([name, words.change(each.mean, 1), words.interval(low, high) if low != high else ""], looks))
    base = words.say("one.case.base", base=words.text(shown.baseline.world.model.title))
    said = [base, moved(shown.compared, labels), payback_sentence(shown.compared.payback, words)]
    return Table("", title, heads, rows, below=" ".join(filter(None, said)))


def _investing(shown: Shown, labels: Labels) -> str:
    """Return the names of the initiatives that cost something, those alone that a baseline has not, else of the scenario."""
    model = shown.world.model
    ours = own_initiatives(shown.baseline.world.model, model) if shown.baseline else [each.id for each in model.initiatives]
    costing = [row.initiative for row in shown.result.measures if row.initiative in ours and row.kind != "grant"]
    return ", ".join(labels.initiative(name) for name in dict.fromkeys(costing)) or labels.title
