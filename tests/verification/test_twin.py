"""The kernel writes the event log that the twin writes, to the last bit, on the shipped model and on invented ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from both import disagreement, lived_before, logged, model_of, played
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import models
from mutants import AGREED, MUTANTS, UNTOUCHED, Mutant, all_tried
from small import TOWN
from twin import ADMITTED, COMPLETED, DROPPED, LEFT, MOVED

import simcase
from simcase.declare.initiatives import Initiative
from simcase.declare.schema import StaffPool
from simcase.engine.kernel.records import PHASES
from simcase.model import Model, read_donors, resolve
from simcase.tables import tabulate

TWIN = Path(__file__).with_name("twin.py")
LUCKS = ((7, 3), (2**40 + 5, 2**32 - 1))
HELPED = ("kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat")
YOUNG = ("uddannelseshjaelp_uddannelsesparat", "uddannelseshjaelp_aktivitetsparat")
WORK = {"exits_to": ["employment"], "hazard_ratio": 1.5}


def initiative(name: str, states: tuple[str, ...], start: date = date(2018, 9, 1), **more: object) -> Initiative:
    """Return an initiative of the municipality."""
    return Initiative.model_validate({"id": name, "label": name, "target": {"states": states}, "window": {"start": start}, **more})


def course(**more: object) -> Mapping[str, Any]:
    """Return a programme of a quarter that holds its participants back while it lasts and eases their way to work afterwards."""
    during = [{"exits_to": ["employment"], "hazard_ratio": 0.6}]
    return {"weeks": 13, "during": during, "after": [{"weeks": 26, "effects": [WORK]}], "again_after_weeks": 4, **more}


def thinned(model: Model, share: float, end: date) -> Model:
    """Return a model that ends earlier, with a share of its starting stock."""
    states = {name: figure.model_copy(update={"value": figure.value * share}) for name, figure in model.stock.states.items()}
    return replace(model, end=end, stock=model.stock.model_copy(update={"states": states, "rest": None}))


def busy(model: Model) -> Model:
    """Return a model with programmes, slots, staff, a diversion, and an initiative whose dose follows the staff."""
    more = (
        initiative("care", YOUNG, effects=[WORK], staff={"pool": "team", "hours_a_week": 0.5}),
        initiative(
            "course",
            HELPED,
            kind="programme",
            programme=course(places=8, drop_out_per_year=1.0),
            staff={"pool": "team", "hours_a_week": 1.5},
        ),
        initiative("guard", YOUNG, kind="diversion", prevents=0.3),
        initiative("jobs", HELPED + YOUNG, kind="programme", programme=course(slots_per_year=120, wage=3_000, queue="random")),
    )
    staff = (StaffPool.model_validate({"id": "team", "label": "team", "hours_a_week": 20}),)
    return replace(model, staff=staff, initiatives=tuple(sorted((*model.initiatives, *more), key=lambda each: each.id)))


def known(model: Model) -> str:
    """Return the first thing on which kernel and twin disagree in a model that starts with the donors of its fit."""
    assert model.donors is not None
    return disagreement(model, read_donors(model))


@pytest.fixture(scope="module")
def shipped() -> Model:
    """Return the shipped model with KIK II."""
    return resolve("kik-ii")


def test_the_twin_is_short_and_knows_nothing_of_the_engine() -> None:
    sources = [TWIN.read_text(encoding="utf-8"), TWIN.with_name("newcomers.py").read_text(encoding="utf-8")]
    assert len(sources[0].splitlines()) <= 410
    assert not [source for source in sources if "simcase.engine" in source]


def test_the_shipped_model_with_a_tenth_of_the_citizens(shipped: Model) -> None:
    assert known(thinned(shipped, 0.1, date(2019, 6, 30))) == ""


def test_the_shipped_model_with_programmes_and_staff(shipped: Model) -> None:
    assert known(thinned(busy(shipped), 0.1, date(2019, 6, 30))) == ""


@pytest.mark.slow
def test_the_whole_shipped_model(shipped: Model) -> None:
    assert known(shipped) == ""


@pytest.mark.slow
def test_the_shipped_model_with_programmes_and_staff_to_its_end(shipped: Model) -> None:
    assert known(thinned(busy(shipped), 0.3, shipped.end)) == ""


@pytest.mark.parametrize("luck", LUCKS)
@pytest.mark.parametrize("days", [0, 800])
def test_a_small_town_in_which_everything_happens(luck: tuple[int, int], days: int) -> None:
    model = model_of(TOWN)
    assert disagreement(model, lived_before(model, days, 5) if days else None, luck) == ""


def test_a_town_whose_citizens_come_to_programmes_again_and_again() -> None:
    again = [
        {**each, "programme": {**each["programme"], "weeks": 1, "every_days": 2, "again_after_weeks": 0}}
        for each in TOWN["initiatives"][:3]
    ]
    calm = [{**each, "rate": each["rate"] / 10} for each in TOWN["transitions"]]
    model = model_of({**TOWN, "transitions": calm, "rules": [], "initiatives": again})
    assert disagreement(model) == ""
    assert played(tabulate(model), None, LUCKS[0]).who.phase.shape[1] >= 4 * PHASES


def test_everything_happens_in_the_small_town() -> None:
    events = Counter((kind, one) for _, _, kind, one, _ in logged(played(tabulate(model_of(TOWN)), None, LUCKS[0])))
    ended = {(kind, programme) for kind in (ADMITTED, COMPLETED, LEFT) for programme in range(3)}
    assert ended | {(MOVED, -1), (DROPPED, 0)} <= set(events)
    assert min(events.values()) > 10


def invented(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what gives a test so many invented models, always the same, each with days lived before the start and luck."""

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        profile = settings(max_examples=count)
        return profile(given(models(), st.sampled_from((0, 300, 1000)), st.sampled_from(LUCKS))(test))

    return decorated


@invented(25)
def test_invented_models(model: Model, days: int, luck: tuple[int, int]) -> None:
    assert disagreement(model, lived_before(model, days, 5) if days else None, luck) == ""


@pytest.mark.slow
@invented(200)
def test_many_invented_models(model: Model, days: int, luck: tuple[int, int]) -> None:
    assert disagreement(model, lived_before(model, days, 5) if days else None, luck) == ""


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutants_text_stands_once_in_the_engine(mutant: Mutant) -> None:
    assert (Path(simcase.__file__).parent / "engine" / mutant.file).read_text(encoding="utf-8").count(mutant.text) == 1


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return what the comparison says of each mutant of the kernel."""
    return {mutant.name: said for mutant, said in all_tried(tmp_path_factory.mktemp("mutants"))}


@pytest.mark.slow
def test_the_kernel_without_a_mistake_passes_in_the_mutants_place(verdicts: Mapping[str, str]) -> None:
    assert verdicts[UNTOUCHED.name] == AGREED


@pytest.mark.slow
@pytest.mark.parametrize("name", [mutant.name for mutant in MUTANTS])
def test_the_twin_notices_a_mistake_in_the_kernel(verdicts: Mapping[str, str], name: str) -> None:
    assert verdicts[name].startswith("row "), verdicts[name]
