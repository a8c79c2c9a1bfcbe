"""The economy of a model against closed forms: how far a process walks, what it multiplies hazards by, and the courses of scenarios."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from simcase.declare.economy import Course, Economy, Process
from simcase.declare.schema import State, Stock, Transition
from simcase.declare.values import Label
from simcase.model import Model, drawn_processes, drift_months, group_factors, groups_by_move, walks, with_walks
from simcase.model.check_economy import economy
from simcase.model.economy import persistence, raised
from simcase.tables import tabulate

HALF_LIFE, SPREAD, START = 6.0, 0.3, 0.2
ECONOMY = {
    "groups": [{"id": "up", "label": "up", "from": ["idle"], "to": ["work"]}, {"id": "down", "label": "down", "from": ["work"]}],
    "processes": [
        {"id": "n", "label": "n", "scope": "national", "half_life_months": HALF_LIFE, "sd": SPREAD, "loadings": {"up": 0.5, "down": -1.0}},
        {"id": "l", "label": "l", "scope": "local", "half_life_months": 1, "sd": 0.1, "loadings": {"up": 2.0}},
    ],
}
MOVES = (("idle", "work"), ("work", "idle"), ("work", "gone"))


def town(**more: object) -> Model:
    title = Label(da="By", en="Town")
    states = tuple(State(id=name, label=title, absorbing=name == "gone") for name in ("idle", "work", "gone"))
    transitions = tuple(Transition.model_validate({"from": left, "to": to, "rate": 1.0}) for left, to in MOVES)
    days = {"start": date(2019, 1, 1), "end": date(2020, 12, 31), "known_until": date(2019, 6, 30)}
    parts = {"economy": Economy.model_validate(ECONOMY), **days, **more}
    return Model("town", title, "town", title, states=states, transitions=transitions, stock=Stock(states={}), **parts)  # type: ignore[arg-type]


def begun(start: float) -> Economy:
    """Return the economy with its first process somewhere on the last day known."""
    first, second = ECONOMY["processes"]
    return Economy.model_validate({**ECONOMY, "processes": [{**first, "start": start}, second]})


def answering(turnover: float) -> Process:
    """Return the first process, with a stock that answers it."""
    return Process.model_validate({**ECONOMY["processes"][0], "answer": {"gain": 1.25, "turnover": turnover}})


def luck(model: Model, *shape: int) -> list[dict[str, np.ndarray]]:
    """Return standard normals for each drawn process, so many times."""
    draws = np.random.default_rng(4).standard_normal((*shape, len(drawn_processes(model)), len(drift_months(model))))
    return [dict(zip(drawn_processes(model), each, strict=True)) for each in draws]


def test_it_drifts_from_the_month_after_the_last_day_known_to_the_end() -> None:
    assert drift_months(town())[::17] == (date(2019, 7, 1), date(2020, 12, 1))
    assert drift_months(town(known_until=None))[0] == date(2019, 1, 1)
    assert drift_months(town(known_until=date(2020, 12, 31))) == ()
    assert drift_months(town(economy=None)) == ()


def test_a_walk_is_a_stationary_autoregression_that_begins_at_none() -> None:
    model = town(end=date(2024, 12, 31))
    found = np.array([walks(model, each)["n"] for each in luck(model, 4_000)])
    month = np.arange(1, found.shape[1] + 1)
    sd = SPREAD * np.sqrt(1.0 - 0.25 ** (month / HALF_LIFE))
    assert found.std(axis=0) == pytest.approx(sd, rel=0.05)
    assert found.mean(axis=0) == pytest.approx(0.0, abs=4 * SPREAD / math.sqrt(4_000))
    late = found[:, 40:]
    lagged = np.mean(late[:, :-6] * late[:, 6:]) / late.var()
    assert lagged == pytest.approx(0.5, abs=0.04), "half of it is gone after a half-life"


def for_a_time() -> Process:
    """Return the first process, with a stock that answers it, moved from October to December 2019 alone."""
    said = {"from": "2019-10-01", "until": "2019-12-31", "answer": {"gain": 1.25, "turnover": 2.0}}
    return Process.model_validate({**ECONOMY["processes"][0], **said})


def test_what_moves_for_a_time_walks_in_its_months_alone_and_then_goes_back() -> None:
    model = town(economy=Economy.model_validate({**ECONOMY, "processes": [for_a_time()]}))
    walk = np.array(walks(model, {"n": np.ones(18)})["n"])  # from July 2019 on
    assert not walk[:3].any()
    left = 0.5 ** (1.0 / HALF_LIFE)
    step = SPREAD * math.sqrt(1.0 - left**2)
    assert walk[3:6] == pytest.approx([step, step * (1.0 + left), step * (1.0 + left + left**2)])
    assert walk[6:] == pytest.approx(walk[5] * left ** np.arange(1, 13))


def test_a_process_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2019-10-01"):
        Process.model_validate({**ECONOMY["processes"][0], "from": "2019-10-01", "until": "2019-09-30"})


def test_a_hazard_is_multiplied_by_what_loads_on_it() -> None:
    model = town()
    normals = luck(model, 1)[0]
    walked = walks(model, normals)
    n, local = (np.array(walked[name]) for name in ("n", "l"))
    found = group_factors(with_walks(model, walked))
    assert found["down"] == pytest.approx(np.exp(-n))
    assert found["up"] == pytest.approx(np.exp(0.5 * n + 2.0 * local))
    assert all((factors == 1.0).all() for factors in group_factors(model).values()), "nothing is drawn"


@pytest.mark.parametrize("turnover", [0.5, 2.0, 90.0])
def test_a_process_is_raised_by_what_leaves_the_mean_of_a_stock_in_every_month(turnover: float) -> None:
    """The log of the stock, played month by month, has half its variance below 0 for a mean."""
    process = answering(turnover)
    month, left = np.arange(1, 61), persistence(process)
    spread = SPREAD**2 * (left ** abs(month[:, None] - month) - left ** (month[:, None] + month))
    behind = np.exp(-turnover / 12.0)
    moved = np.tril(-1.25 * (1.0 - behind) * behind ** np.maximum(month[:, None] - month, 0))
    assert moved @ raised(process, np.ones(60)) == pytest.approx(-0.5 * np.diag(moved @ spread @ moved.T), rel=1e-9)


def test_what_moves_for_a_time_is_raised_as_much_as_leaves_the_mean() -> None:
    process = for_a_time()
    times = np.array([process.moves(date(2019 + at // 12, at % 12 + 1, 1)) for at in range(60)], dtype=float)
    month, left, behind = np.arange(60), persistence(process), np.exp(-2.0 / 12.0)
    since = month[:, None] - month
    steps = np.where(since >= 0, left ** np.maximum(since, 0), 0.0) * SPREAD * np.sqrt(1.0 - left**2) * times
    moved = np.tril(-1.25 * (1.0 - behind) * behind ** np.maximum(since, 0))
    variance = np.diag(moved @ steps @ steps.T @ moved.T)
    assert moved @ raised(process, times) == pytest.approx(-0.5 * variance, rel=1e-9, abs=1e-15)


def test_only_a_process_that_is_drawn_is_raised() -> None:
    model = town(economy=Economy.model_validate({**ECONOMY, "processes": [answering(2.0)]}))
    shared = {"n": np.zeros(18)}
    assert group_factors(with_walks(model, walks(model, shared)))["down"] == pytest.approx(np.exp(-raised(answering(2.0), np.ones(18))))
    assert (group_factors(model)["down"] == 1.0).all()
    alone = replace(model, courses=(COURSE.model_copy(update={"drawn": False}),))
    assert (group_factors(with_walks(alone, walks(alone, shared)))["down"] == group_factors(alone)["down"]).all()


def test_what_stood_high_goes_back_and_hazards_are_those_of_the_last_day_known() -> None:
    model = town(economy=begun(START))
    month = np.arange(1, 19)
    back = START * (0.5 ** (month / HALF_LIFE) - 1.0)
    assert group_factors(model)["up"] == pytest.approx(np.exp(0.5 * back))


COURSE = Course.model_validate({"process": "n", "course": {"2019-12-31": -1.0, "2020-03-31": 1.0}})


def test_a_course_runs_straight_between_its_dates_and_stays_after_the_last() -> None:
    model = town(economy=begun(0.15), courses=(COURSE,))
    found = np.log(group_factors(model)["down"])  # loading -1, from where it stood
    days = {date(2019, 6, 30): 0.15, date(2019, 12, 31): -SPREAD, date(2020, 3, 31): SPREAD}
    at = np.interp([date(2019, 8, 31).toordinal()], [day.toordinal() for day in days], list(days.values()))[0]
    assert found[[1, 5, 8, 17]] == pytest.approx([0.15 - at, 0.15 + SPREAD, 0.15 - SPREAD, 0.15 - SPREAD])


def test_a_course_is_drawn_around_unless_it_says_otherwise() -> None:
    around, alone = (town(courses=(COURSE.model_copy(update={"drawn": drawn}),)) for drawn in (True, False))
    assert list(drawn_processes(around)) == ["n", "l"]
    assert list(drawn_processes(alone)) == ["l"]
    shared = luck(around, 1)[0]
    moved = [group_factors(with_walks(each, walks(each, shared)))["down"] for each in (around, alone)]
    assert moved[0] / moved[1] == pytest.approx(group_factors(with_walks(town(), walks(town(), shared)))["down"])


def test_the_calendar_of_a_transition_holds_its_group_s_factor_by_month() -> None:
    model = town()
    moved = with_walks(model, walks(model, luck(model, 1)[0]))
    work, plain = tabulate(moved).clockwork, tabulate(model).clockwork
    assert plain.calendar_row.tolist() == [-1, -1, -1], "a model whose economy does not move costs nothing"
    factors = group_factors(moved)
    for exit_, group in ((0, "up"), (1, "down")):
        assert work.calendar_factor[work.calendar_row[exit_]] == pytest.approx([*[1.0] * 6, *factors[group]])
    assert work.calendar_row[2] == -1, "nobody leaves the town by the cycle"
    assert groups_by_move(model) == {("idle", "work"): ["up"], ("work", "idle"): ["down"]}


def test_a_drift_of_its_own_moves_what_the_cycle_moves_too() -> None:
    """A budget line drifts by a local process whose group may hold transitions of the cycle's groups; their factors multiply."""
    groups = [*ECONOMY["groups"], {"id": "onto_idle", "label": "onto idle", "to": ["idle"]}]
    drift = {"id": "d", "label": "d", "scope": "local", "half_life_months": 24, "sd": 0.2, "loadings": {"onto_idle": 1.0}}
    whole = Economy.model_validate({"groups": groups, "processes": [*ECONOMY["processes"], drift]})
    model = town(economy=whole)
    assert list(economy(model)) == []
    moved = with_walks(model, walks(model, luck(model, 1)[0]))
    work, factors = tabulate(moved).clockwork, group_factors(moved)
    found = work.calendar_factor[work.calendar_row[1]][6:]
    assert found == pytest.approx(factors["down"] * factors["onto_idle"])


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"known_until": date(2019, 6, 29)}, ("known_until",)),
        ({"courses": (COURSE.model_copy(update={"process": "m"}),)}, ("courses", 0, "process")),
        ({"economy": None, "courses": (COURSE,)}, ("courses", 0, "process")),
    ],
)
def test_what_does_not_fit_is_found(more: dict[str, object], where: tuple[object, ...]) -> None:
    assert [finding.where for finding in economy(replace(town(), **more))] == [where]  # type: ignore[arg-type]
