"""One page on A4: the answer, the budget, the fan, the goals, the business case, and what it leans on most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from simcase import charts
from simcase.compare import estimate
from simcase.declare import AS_IS, BASELINE
from simcase.errors import Issue, UserError
from simcase.present.labels import TOTAL, Labels, labels_of
from simcase.present.sentences_compare import moved, payback_sentence
from simcase.present.sentences_run import common_notes, headline, period
from simcase.present.table import Look
from simcase.report import told
from simcase.report.leading import leading
from simcase.report.listing import Line, Listing, listing
from simcase.report.page_of import about
from simcase.report.pictures import svg_of
from simcase.report.policy import policy
from simcase.study import Shown, cost_split, goals_by_line, headcounts, levers
from simcase.study.periods import plan_year
from simcase.vocabulary import Floats
from simcase.words import Words

"""What the page may load: nothing, and nothing in it runs."""
WIDTH, HEIGHT = 620, 78
"""Size of the fan in pixels, of which so many fill the page that its letters can be read on paper."""
MILLION: Final = 1e6
VISIBLE: Final = 0.05
"""Million kroner that are written as something."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """What stands on the page, from top to bottom; `fan` is a picture in lines."""

    lang: str
    title: str
    about: str
    answer: str
    budget: Listing
    fan_title: str
    fan: str
    goals: Listing
    case: Listing
    leading: Listing
    notes: Sequence[str]
    commands: Sequence[str]


def one_page(runs: Sequence[Shown], lang: str) -> str:
    """Return a run, or a scenario held against a baseline, as one page of HTML that asks for nothing.

    Raises UserError for more than two runs, and for a model without a budget.
    """
    if len(runs) > 2:  # noqa: PLR2004 - a baseline and a scenario
        raise UserError([Issue("", 0, "--one-page", f"{len(runs)} runs", "one run, or a baseline and a scenario")])
    shown, words = runs[-1], Words(lang)
    if not shown.result.budget:
        raise UserError([Issue("", 0, "--one-page", f"'{shown.world.model.scenario}' without a budget", "a model with lines of a budget")])
    labels = labels_of(shown.world.model, words)
    fan_title, fan = _fan(shown, labels)
    page = OnePage(
        lang=lang,
        title=labels.title,
        about=about(runs[0], words),
        answer=headline(shown.result, labels),
        budget=_budget(shown, labels),
        fan_title=fan_title,
        fan=fan,
        goals=_goals(shown, labels),
        case=_case(shown, labels),
        leading=leading(shown, labels),
        notes=_notes(shown, words),
        commands=told.commands(runs),
    )
    environment = Environment(loader=PackageLoader("simcase.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("one_page.html").render(page=page, say=words.say, listing=listing(environment, words), policy=policy())


def _budget(shown: Shown, labels: Labels) -> Listing:
    """Return the plan's lines, their total and the lines outside it, in the year of the plan, else in the last."""
    words, result = labels.words, shown.result
    year = plan_year(result) or max(row.year for row in result.budget)
    rows = {row.line: row for row in result.budget if row.year == year}
    lines = []
    for name in labels.ordered(rows):
        row, net = rows[name], rows[name].municipality
        cells = [labels.line(name), words.persons(row.full_year_persons.mean)]
        cells.append("" if row.unit_price is None else words.number(row.unit_price / 1e3, 1))
        cells.append("" if row.plan is None else words.kroner_1000(row.plan))
        cells.append(words.kroner_1000(net.mean))
        cells.append("" if row.plan is None else words.change_1000(net.mean - row.plan))
        cells.append(words.interval(words.kroner_1000(net.p05), words.kroner_1000(net.p95)))
        lines.append(Line(cells, "strong" if name.startswith(TOTAL) else "faint" if name in labels.memos else ""))
    heads = [words.say(f"one.{head}") for head in ("persons", "price", "budget", "expected", "deviation", "interval")]
    said = {"year": period(result.run, year, words), "prices": words.say(f"prices.{shown.request.prices}")}
    return Listing(words.say("one.budget_title", **said), [words.say("head.line"), *heads], lines)


def _fan(shown: Shown, labels: Labels) -> tuple[str, str]:
    """Return the title and the fan of the first line that has goals, else of the first line."""
    model, words = shown.world.model, labels.words
    table = headcounts(shown.world, shown.window.months)
    goals = [goal for goal in goals_by_line(model) if goal["threshold"] is not None]
    line = next((each.id for each in model.lines if any(goal["line"] == each.id for goal in goals)), model.lines[0].id)
    aims = [goal for goal in goals if goal["line"] == line]
    own = table.filter(table["line"] == line)
    spec = charts.headcount(own, words.lang, labels.title, aims, labels.lines).to_dict()
    spec.pop("title")
    panel = spec["vconcat"][0]
    panel.pop("title", None)
    panel |= {"width": WIDTH, "height": HEIGHT}
    start = sum(model.stock.states[state.id].value for state in model.states if state.line == line and state.id in model.stock.states)
    steps = [(start, model.start), *((goal["threshold"], goal["date"]) for goal in aims)]
    first, *others = (words.say("one.step", persons=words.persons(persons), month=words.month_and_year(day)) for persons, day in steps)
    title = words.say("one.fan_goals" if aims else "one.fan", line=labels.line(line), start=first, goals=", ".join(others))
    return title, svg_of(spec)


def _goals(shown: Shown, labels: Labels) -> Listing:
    """Return the goals that can be judged, and in how many of ten runs each is met."""
    words, rows = labels.words, shown.result.goals
    judged = [(row, row.value, row.chance) for row in rows if row.value is not None and row.chance is not None]
    lines = []
    for row, value, chance in judged:
        written = words.percent if row.id in labels.shares else words.persons
        lines.append(
            Line(
                [
                    labels.goal(row.id),
                    words.month_and_year(row.date),
                    written(value.mean),
                    words.in_runs(chance.probability),
                ]
            )
        )
    heads = [words.say(f"one.goal.{head}") for head in ("name", "date", "expected", "met")]
    below = words.say("one.goal.others", n=len(rows) - len(judged)) if len(judged) < len(rows) else ""
    return Listing(words.say("one.goals"), heads, lines, below=below)


def _case(shown: Shown, labels: Labels) -> Listing:
    """Return investment, saved, moved to other benefits and the net result; without a baseline the investment alone."""
    words, result = labels.words, shown.result
    run = result.run
    span = {"first": words.month_and_year(run.first), "last": words.month_and_year(run.last)}
    title = words.say("one.case", names=_investing(shown, labels), **span)
    heads = ["", words.say("one.case.millions"), words.say("one.interval")]
    if shown.baseline is None:
        spent = sum(row.kroner.mean for row in result.measures if row.initiative and row.kind != "grant")
        row = Line([words.say("case.investment"), words.number(spent / MILLION, 1), ""])
        alone = "one.case.is_base" if run.scenario in {BASELINE, AS_IS} else "one.case.alone"
        return Listing(title, heads, [row], below=words.say(alone, base=BASELINE, scenario=run.scenario))
    parts = cost_split(shown)
    lines = ", ".join(name[:1].lower() + name[1:] for name in map(labels.line, parts.lines))
    figures: list[tuple[str, Floats, Look]] = [
        (words.say("case.investment"), parts.investment, ""),
        (words.say("one.case.saved", lines=lines), parts.saved, ""),
        (words.say("one.case.moved"), parts.moved, ""),
        (words.say("one.case.grants"), parts.grants, ""),
        (words.say("case.net"), parts.net, "strong"),
    ]
    if abs(float(parts.grants.mean())) < VISIBLE * MILLION:
        del figures[3]
    rows = []
    for name, kroner, looks in figures:
        each = estimate(kroner / MILLION)
        low, high = (words.number(edge, 1) for edge in (each.p05, each.p95))
        rows.append(Line([name, words.number(each.mean, 1), words.interval(low, high) if low != high else ""], looks))
    base = words.say("one.case.base", base=words.text(shown.baseline.world.model.title))
    said = [base, moved(shown.compared, labels), payback_sentence(shown.compared.payback, words)]
    return Listing(title, heads, rows, below=" ".join(filter(None, said)))


def _investing(shown: Shown, labels: Labels) -> str:
    """Return the names of the initiatives that cost something, those alone that a baseline has not, else of the scenario."""
    model = shown.world.model
    ours = levers.own(shown.baseline.world.model, model) if shown.baseline else [each.id for each in model.initiatives]
    costing = [row.initiative for row in shown.result.measures if row.initiative in ours and row.kind != "grant"]
    return ", ".join(labels.initiative(name) for name in dict.fromkeys(costing)) or labels.title


def _notes(shown: Shown, words: Words) -> list[str]:
    """Return what to keep in mind."""
    parameters = any(row.parameters > 0.0 for row in shown.result.variance)
    grade = max(each.result.weakest_grade for each in (shown, shown.baseline) if each)
    return [words.say("one.no_persons"), *common_notes(shown.result.run, grade, words, parameters=parameters, budget=True)]
