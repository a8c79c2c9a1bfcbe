"""One page on A4: the answer, the budget, the fan, the goals, the business case, and what it leans on most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
from jinja2 import Environment, PackageLoader, StrictUndefined

from simcase import charts
from simcase.errors import Issue, UserError
from simcase.evaluate import information_of
from simcase.present import figures_run
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import headline as said_of_pair
from simcase.present.sentences_run import about, common_notes, headline, parts_seen, together
from simcase.present.table import Table
from simcase.present.tables_budget import budget_table
from simcase.present.tables_information import worth_of_measuring
from simcase.present.tables_manifest import commands
from simcase.present.tables_one_page import case_of_page, goals_of_page
from simcase.present.tables_uncertainty import leading
from simcase.report.listing import listing
from simcase.report.pictures import svg_of
from simcase.report.policy import policy
from simcase.study import Shown, goals_by_line
from simcase.study.periods import plan_year
from simcase.words import Words, said

"""What the page may load: nothing, and nothing in it runs."""
WIDTH, HEIGHT = 620, 59
"""Size of the fan in pixels, of which so many fill the page that its letters can be read on paper."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """What stands on the page, from top to bottom; `fan` is a picture in lines."""

    lang: str
    title: str
    about: str
    answer: str
    budget: Table
    fan_title: str
    fan: str
    fan_note: str
    goals: Table
    case: Table
    leading: Table
    worth: str
    notes: Sequence[str]
    commands: Sequence[str]


def one_page(runs: Sequence[Shown], lang: str) -> str:
    """Return a run, or a scenario held against a baseline, as one page of HTML that asks for nothing.

    Raises UserError for more than two runs, and for a model without a budget.
    """
    if len(runs) > 2:  # noqa: PLR2004 - a baseline and a scenario
        raise UserError([Issue("", 0, "--one-page", said("error.paper.runs", n=len(runs)), said("error.paper.one_or_two"))])
    shown, words = runs[-1], Words(lang)
    if not shown.result.budget:
        raise UserError(
            [Issue("", 0, "--one-page", said("error.paper.no_budget", scenario=shown.world.model.scenario), said("error.paper.lines"))]
        )
    labels = labels_of(shown.world.model, words)
    fan_title, fan, key = _fan(shown, labels)
    base = labels_of(runs[0].world.model, words)
    page = OnePage(
        lang=lang,
        title=labels.title,
        about=about(runs, words),
        answer=said_of_pair(shown.compared, base, labels) if shown.baseline else headline(shown.result, labels),
        budget=_budget(shown, labels),
        fan_title=fan_title,
        fan=fan,
        fan_note=words.say("chart.fan.line")
        + words.say("one.fan.bands", outer=key[0], inner=key[1])
        + words.say("chart.fan.goals")
        + (words.say("chart.fan.base", base=base.title) if shown.baseline else "")
        + words.say("one.fan.axis"),
        goals=goals_of_page(shown, labels),
        case=case_of_page(shown, labels),
        leading=leading(shown, labels),
        worth=worth_of_measuring(worth, labels) if (worth := information_of(shown)) else "",
        notes=_notes(shown, words),
        commands=commands(runs, "--one-page", "-o", "x.html"),
    )
    environment = Environment(loader=PackageLoader("simcase.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("one_page.html").render(page=page, say=words.say, listing=listing(environment, words), policy=policy())


def _budget(shown: Shown, labels: Labels) -> Table:
    """Return the plan's lines, their total and the lines outside it, in the year of the plan, else in the last."""
    result = shown.result
    year = plan_year(result) or max(row.year for row in result.budget)
    return budget_table(result, year, labels, shown.request.prices)


def _fan(shown: Shown, labels: Labels) -> tuple[str, str, list[str]]:
    """Return the title and the fan of the first line that has goals, else of the first line, and what its bands are."""
    model, words = shown.world.model, labels.words
    goals = goals_by_line(model)
    line = next((each.id for each in model.lines if any(goal.line == each.id for goal in goals)), model.lines[0].id)
    aims = [goal for goal in goals if goal.line == line]
    own = figures_run.headcount(shown, labels).filter(pl.col("line") == line)
    spec = charts.headcount(own, words.lang, labels.title, aims, labels.lines).to_dict()
    spec.pop("title")
    (row,) = spec["vconcat"]
    (panel,) = row.get("concat", [row])  # without goals it stands in a row of small ones
    panel.pop("title", None)
    panel |= {"width": WIDTH, "height": HEIGHT}
    # heading and table have the goals' figures
    panel["layer"] = [layer for layer in panel["layer"] if layer["encoding"].get("text", {}).get("field") != "note"]
    for axis in (layer["encoding"].get(name, {}) for layer in panel["layer"] for name in "xy"):
        axis["title"] = None  # the heading says what is counted, and the years themselves
    fills = [layer["encoding"]["fill"] for layer in panel["layer"] if "fill" in layer["encoding"]]
    for fill in fills:
        fill["legend"] = None  # there is no room for a key
    for layer in panel["layer"]:
        layer["encoding"].get("y", {}).setdefault("scale", {})["zero"] = False  # there is no room for what lies far from the goals
    start = sum(model.stock.states[state.id].value for state in model.states if state.line == line and state.id in model.stock.states)
    steps = [(start, model.start), *((goal.threshold, goal.date) for goal in aims)]
    first, *others = (words.say("one.step", persons=words.persons(persons), month=words.month_and_year(day)) for persons, day in steps)
    title = words.say("one.fan_goals" if aims else "one.fan", line=labels.line(line), start=first, goals=", ".join(others))
    return title, svg_of(spec), fills[0]["scale"]["domain"]


def _notes(shown: Shown, words: Words) -> list[str]:
    """Return what to keep in mind."""
    every = [each.result for each in (shown, shown.baseline) if each]
    run, grade = together([each.run for each in every]), max(each.weakest_grade for each in every)
    varying = parts_seen(run, [shown.result])
    return common_notes(run, grade, labels_of(shown.world.model, words), varying=varying, budget=True)
