"""What ships with simcase resolves, adds up to the figures of the plan, and says for every number where it is from."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pydantic import BaseModel
from worlds import shipped_for

from simcase.declare import Library, read_document, shipped
from simcase.declare.initiatives import Initiative
from simcase.defaults import CALIBRATION
from simcase.errors import UserError
from simcase.model import Model, drawn_processes, drift_months, group_factors, resolve, weakest_grade
from simcase.model.files import all_problems
from simcase.model.uncertainty import effects_of

LIBRARY = Library((shipped(),))
PLAN = {
    "kontant_og_uddannelseshjaelp": (83_808, 12_380, 11_750),
    "integrationsydelse_i_program": (6_314, 7_425, 0),
    "integrationsydelse_uden_program": (2_502, 0, 0),
    "a_dagpenge": (79_872, 3_931, 700),
    "ressourceforloebsydelse": (31_894, 2_492, 0),
    "sygedagpenge": (67_798, 3_270, 0),
    "jobafklaring": (35_868, 3_473, 0),
    "fleksjob": (143_512, 50, 0),
    "ledighedsydelse": (19_547, 1_635, 0),
}
"""The plan's table for 2019 in thousand kroner: support, ordinary measures, investment."""
ASSISTANCE = (
    "kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat", "uddannelseshjaelp_uddannelsesparat", "uddannelseshjaelp_aktivitetsparat",
)  # fmt: skip
WITHOUT_SOURCE = {("budget", "year"), ("burn_in_years",), ("fitted",), ("covariance",), ("transitions", "segments")}
"""Numbers that have no room for a source: dates, the fit's own (its file says how it came about), factors beside a rate that has one."""


@pytest.fixture(scope="module")
def model(parsed: Path) -> Model:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SIMCASE_CACHE", str(parsed))
        return resolve("kik-ii", library=LIBRARY)


def said_by(value: object, above: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return source and grade of the nearest thing around a value that has them, itself included."""
    source, grade = getattr(value, "source", None), getattr(value, "grade", None)
    return (source, grade) if isinstance(value, BaseModel) and source is not None and grade is not None else above


def inside(value: object) -> Iterator[tuple[str, object]]:
    """Yield what a value holds, by name; items of lists have no name."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from (("", item) for item in value.values())
    elif isinstance(value, tuple):
        yield from (("", item) for item in value)


def numbers(value: object, path: tuple[str, ...] = (), above: tuple[str, str] | None = None) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield each number of a model: its path without names of items, and the source and grade that hold for it."""
    said = said_by(value, above)
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield path, said
    for name, item in inside(value):
        yield from numbers(item, (*path, name) if name else path, said)


def test_everything_that_ships_is_without_problems_for_any_municipality_too() -> None:
    assert [str(issue) for issue in all_problems(LIBRARY, "any-municipality")] == []
    assert {"baseline", "kik-ii", "small-jobs"} <= set(LIBRARY.scenarios())
    assert CALIBRATION in LIBRARY.calibrations()


def test_scenarios_that_do_not_contradict_each_other_compose_in_either_order() -> None:
    against = {"no-places-limit", "upturn", "welfare-agreement-2024"}
    names = [name for name in shipped_for(CALIBRATION) if "stopped" not in name and name not in against]
    one, other = (resolve("+".join(order), library=LIBRARY, without_fit=True) for order in (names, names[::-1]))
    assert one.initiatives == other.initiatives
    assert [initiative.id for initiative in one.initiatives] == sorted(one.composed)


@pytest.mark.parametrize("both", ["recession+upturn", "kis-stopped-2019+no-places-limit"])
def test_scenarios_that_contradict_each_other_are_refused(both: str) -> None:
    with pytest.raises(UserError):
        resolve(both, library=LIBRARY)


def test_the_shipped_fit_has_a_value_for_every_unknown_within_its_bounds(model: Model) -> None:
    assert model.fit == "budget-2019"
    assert set(model.fitted) == {one.id for one in model.parameters}
    assert [one.id for one in model.parameters if not one.low <= model.fitted[one.id] <= one.high] == []
    assert model.donors is not None


def test_every_number_has_a_source_and_a_grade() -> None:
    lacking: set[tuple[str, ...]] = set()
    stated = 0
    for name in shipped_for(CALIBRATION):
        for path, said in numbers(resolve(name, library=LIBRARY)):
            stated += said is not None
            if said is None and path[0] == "initiatives":
                continue  # whom and when an initiative reaches is what it is, as its description says
            if said is None or "not stated" in said:
                lacking.add(path)
    assert lacking <= WITHOUT_SOURCE
    assert stated > 3000


def test_what_initiatives_do_is_judged_and_says_so() -> None:
    """README.md and docs/background/limits.md say that all of it is grade D."""
    every = [Initiative.model_validate(read_document(LIBRARY.initiative(name)).tree) for name in LIBRARY.initiatives()]
    figures = [effect.hazard_ratio for each in every for _, acting in effects_of(each) for effect in acting]
    figures += [each.prevents for each in every if each.prevents is not None]
    assert len(figures) > len(every) // 2
    assert [figure.source for figure in figures if figure.grade != "D" or "judgement" not in figure.source] == []


def test_the_budget_is_the_plans(model: Model) -> None:
    assert model.budget is not None
    assert model.budget.year == 2019
    lines = {name: (line.support, line.measures, line.investment) for name, line in model.budget.lines.items()}
    assert lines == {name: tuple(1000.0 * number for number in row) for name, row in PLAN.items()}
    assert [sum(column) for column in zip(*lines.values(), strict=True)] == [471_115_000, 34_656_000, 12_450_000]
    assert {line.grade for line in model.budget.lines.values()} == {"A"}
    assert [line.id for line in model.lines if not line.memo] == list(PLAN)


def test_the_fit_aims_at_the_budget(model: Model) -> None:
    aims = {target.of[0]: target.value for target in model.targets if target.measure == "municipality"}
    assert aims == {name: 1000.0 * support for name, (support, _, _) in PLAN.items()}


def test_the_investment_of_kik_ii_is_the_plans_and_within_its_frame(model: Model) -> None:
    (kik,) = (initiative for initiative in model.initiatives if initiative.id == "kik-ii")
    assert {cost.line: cost.kroner for cost in kik.costs if cost.year == 2019} == {
        "kontant_og_uddannelseshjaelp": 11_750_000,
        "a_dagpenge": 700_000,
    }
    assert sum(cost.kroner for cost in kik.costs) == 60_500_000
    assert (kik.window.start, kik.window.end) == (date(2018, 7, 1), date(2022, 6, 30))


def test_the_index_covers_every_year_that_can_be_simulated(model: Model) -> None:
    assert model.index is not None
    years = dict(model.index.years)
    assert list(years) == [float(year) for year in range(2018, 2027)]
    assert years[2019.0] == 1.0
    assert list(years.values()) == sorted(years.values())


def test_the_world_starts_with_1130_on_kontanthjaelp_and_uddannelseshjaelp(model: Model) -> None:
    assert model.start == date(2018, 7, 1)
    assert sum(model.stock.states[name].value for name in ASSISTANCE) == 1130
    assert [state.id for state in model.states if state.line == "kontant_og_uddannelseshjaelp"] == list(ASSISTANCE)


def test_the_population_adds_up(model: Model) -> None:
    assert model.population is not None
    persons = dict(model.population.persons)
    assert list(persons) == [float(age) for age in range(111)]
    assert sum(persons.values()) == 59_035
    assert sum(persons[float(age)] for age in range(16, 65)) == 35_113  # those of 65 or more had their pension that day


def test_the_ladder_is_the_law(model: Model) -> None:
    assert model.refusion is not None
    assert [(step.to_week, step.state_share) for step in model.refusion.steps] == [(4, 0.8), (26, 0.4), (52, 0.3), (None, 0.2)]
    counter = model.refusion.counter
    assert (counter.from_, counter.reset_weeks, counter.window_weeks) == (date(2014, 7, 1), 52, 156)


def test_no_result_claims_more_than_judgement(model: Model) -> None:
    assert weakest_grade(model) == "D"


def test_switching_an_initiative_off_does_not_fit_anew() -> None:
    on, off = resolve("kik-ii"), resolve("baseline")
    assert {each.id for each in on.initiatives} != {each.id for each in off.initiatives}
    assert (off.fitted, off.donors) == (on.fitted, on.donors)
    assert on.fitted


@pytest.mark.parametrize(("name", "way"), [("recession", -1.0), ("upturn", 1.0)])
def test_a_chosen_cycle_goes_as_far_as_2014_was(name: str, way: float) -> None:
    model = resolve(name, library=LIBRARY)
    answers = {"job_finding": -0.64, "job_finding_assistance": -0.11, "job_loss": 0.61}  # of the log of a stock, docs/background/economy.md
    stock = sum(answers[group] * np.log(factors) for group, factors in group_factors(model).items() if group in answers)
    assert stock[-1] == pytest.approx(-way * math.log(5.24 / 3.4), abs=0.01)
    assert stock[11] == stock[-1], "it stays from the end of 2020 on"
    assert stock[5] == pytest.approx(stock[11] / 2, rel=0.02)
    assert set(drawn_processes(model)) == set(drawn_processes(resolve("kik-ii", library=LIBRARY)))
    assert drift_months(model)[0] == date(2020, 1, 1)


def test_a_scenario_that_is_called_as_an_initiative_is_has_its_title() -> None:
    labels = LIBRARY.labels()
    titles = {name: title for name, title in LIBRARY.titles().items() if name in labels}
    assert len(titles) > 10
    for lang in ("da", "en"):
        said = {name: (getattr(title, lang), getattr(labels[name], lang)) for name, title in titles.items()}
        assert not {name: both for name, both in said.items() if not both[0].startswith(both[1])}
