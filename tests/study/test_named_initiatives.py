"""Every initiative that the plan of 2019 names ships, runs, and changes only the lives of those whom it can reach."""

from __future__ import annotations

from functools import cache

import polars as pl
import pytest

from simcase import study
from simcase.declare import Library, shipped
from simcase.declare.initiatives import Effect, Initiative
from simcase.model import resolve

LIBRARY = Library((shipped(),))
NAMED = {
    "kik-ii", "kis", "kina", "small-jobs", "kui", "uu-mentor", "igu", "integration-programme", "virksomhedspraktik", "opkvalificering",
    "a-dagpenge-early", "a-dagpenge-late", "a-dagpenge-upskilling", "job-over-graensen", "team-tidlig-indsats", "fast-track",
    "trappemodellen", "jobafklaring", "fastholdelsesteam", "ressourceforloeb", "rejsehold", "videovejledning", "tidsstudie",
    "velfaerdsaftale",
}  # fmt: skip
ALONE = sorted(
    name
    for name in LIBRARY.scenarios()
    if name in NAMED or (name.endswith("-stopped-2019") and name.removesuffix("-stopped-2019") in NAMED - {"kik-ii"})
)


@cache
def lives(scenario: str) -> pl.DataFrame:
    """Return every citizen's spells in one world, numbered by citizen."""
    spells = study.event_register(study.Request(scenario, uncertainty="chance"))
    return spells.select("person", "state", "start", "end", pl.int_range(pl.len()).over("person").alias("spell"))


def changed(scenario: str) -> tuple[str, dict[str, Initiative]]:
    """Return a scenario's baseline, and the initiatives that are in one of the two only or otherwise in them."""
    world = resolve(scenario, library=LIBRARY)
    base = next(name for name in ("baseline", "baseline-2026") if resolve(name, library=LIBRARY).end == world.end)
    here, there = ({each.id: each for each in resolve(name, library=LIBRARY).initiatives} for name in (scenario, base))
    return base, {name: {**there, **here}[name] for name in here | there if here.get(name) != there.get(name)}


def effects(initiative: Initiative) -> tuple[Effect, ...]:
    """Return all effects of an initiative."""
    programme = initiative.programme
    inside = () if programme is None else (*programme.during, *(effect for phase in programme.after for effect in phase.effects))
    return (*initiative.effects, *inside)


def test_every_named_initiative_has_a_file_and_a_scenario() -> None:
    assert set(LIBRARY.initiatives()) >= NAMED
    assert {name.removesuffix("-stopped-2019") for name in ALONE} | {"kis", "kik-ii"} == NAMED
    inside = {each.id for each in resolve("all-named", library=LIBRARY).initiatives}
    assert inside >= NAMED


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ALONE)
def test_an_initiative_moves_only_those_whom_it_can_reach(scenario: str) -> None:
    """Nobody's life changes who was neither in a target state before nor in the queue of a programme, whose places others share."""
    base, moving = changed(scenario)
    acting = [each for each in moving.values() if each.kind != "hours"]
    queues = [each for each in resolve(scenario, library=LIBRARY).initiatives if each.kind == "programme"]
    targets = sorted({state for each in (*acting, *queues) for state in each.target.states})
    both = lives(base).join(lives(scenario), on=["person", "spell"], how="full", suffix="_other", coalesce=True)
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_other")) for name in ("state", "start", "end"))
    parted = both.filter(~same).group_by("person").agg(pl.col("spell").min().alias("parted"))
    prevents = any(each.prevents is not None for each in acting)  # then it is the next state that tells who was reached
    before = both.join(parted, on="person").filter(pl.col("spell") <= pl.col("parted") + int(prevents))
    inside = pl.any_horizontal(pl.col(name).is_in(targets).fill_null(value=False) for name in ("state", "state_other"))
    reached = before.group_by("person").agg(inside.any().alias("reached"))
    assert reached.filter(~pl.col("reached")).is_empty()
    known = [effect.hazard_ratio.value for each in acting for effect in effects(each)]
    assert (len(parted) > 0) == (prevents or any(ratio != 1.0 for ratio in known) or not acting)
