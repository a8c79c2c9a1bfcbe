"""Worlds that hypothesis invents: small, strange, and valid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from both import model_of
from hypothesis import strategies as st

from simcase.model import Model, drawn_processes, drift_months, walks, with_walks

Tree = dict[str, Any]
Draw = st.DrawFn
GONE = "gone"
RATES = (2.5, 1.0, 6.0, 0.3, 0.0)
RATIOS = (0.1, 0.5, 0.8, 1.0, 1.3, 2.0, 6.0)
AGES = (0.0, 16.0, 18.0, 25.0, 39.5, 40.25, 41.0, 50.0)
AT_ONCE = 1e3
"""A yearly rate, and a factor of every segment, that together leave hardly a moment: several clocks fire within one grid step."""


def some(draw: Draw, values: Sequence[Any], least: int = 0, most: int | None = None) -> list[Any]:
    """Return some of the values, each once, in any order."""
    return draw(st.lists(st.sampled_from(list(values)), min_size=least, max_size=most, unique=True)) if values else []


def one(draw: Draw, *values: Any) -> Any:  # noqa: ANN401 - whatever it is offered
    """Return one of the values."""
    return draw(st.sampled_from(values))


def shares(draw: Draw, names: Sequence[str]) -> dict[str, float]:
    """Return shares of 1 over names."""
    if len(names) == 1:
        return {names[0]: 1.0}
    part = one(draw, 0.125, 0.5, 0.9)
    return {names[0]: part, **{name: (1.0 - part) / (len(names) - 1) for name in names[1:]}}


def steps(draw: Draw, edges: Sequence[float], factors: Sequence[float]) -> list[tuple[float, float]]:
    """Return a step function."""
    return [(edge, one(draw, *factors)) for edge in sorted(some(draw, edges, 1, 4))]


def states(draw: Draw, names: Sequence[str], *, leave: bool) -> list[Tree]:
    """Return states to live in, and where asked one that nobody leaves."""
    found = [
        {
            "id": name,
            "label": name,
            "ladder": one(draw, "benefit", "neutral", "self_support"),
            "duration_group": one(draw, None, "g", "h"),
            "grant": one(draw, None, "s"),
        }
        for name in names
    ]
    return [*found, {"id": GONE, "label": GONE, "absorbing": True}] if leave else found


def transitions(draw: Draw, names: Sequence[str], segments: Sequence[str], *, leave: bool) -> list[Tree]:
    """Return transitions between the states."""
    found = []
    for left in names:
        for to in some(draw, [name for name in [*names, *[GONE] * leave] if name != left], 1, 4):
            rates = (*RATES, AT_ONCE) if to == GONE and left == names[-1] else RATES
            factors = {name: one(draw, 0.5, 1.0, 2.0) for name in some(draw, segments)}
            profiles = {"duration": one(draw, None, "d", "e"), "age": one(draw, None, "o"), "season": one(draw, None, "s")}
            rate = one(draw, *rates)
            factors = dict.fromkeys(segments, AT_ONCE) if rate == AT_ONCE else factors
            found.append({"from": left, "to": to, "rate": rate, "segments": factors, **profiles})
    return found


def profiles(draw: Draw) -> Tree:
    """Return the profiles that transitions name."""
    weeks, factors = (0.0, 1.0, 4.0, 6.5, 13.0, 26.0, 52.0), (0.0, 0.5, 1.0, 1.0, 3.0)
    return {
        "duration": {name: {"factors": steps(draw, weeks, factors)} for name in ("d", "e")},
        "age": {"o": {"factors": steps(draw, AGES, factors)}},
        "season": {"s": {"factors": [one(draw, *factors) for _ in range(12)]}},
    }


def counters(draw: Draw, names: Sequence[str]) -> list[Tree]:
    """Return a counter of latest weeks, one of a right, both or none."""
    latest = {"id": "latest", "runs_in": some(draw, names, 1), "within_weeks": one(draw, 12, 39, 80)}
    right: Tree = {"id": "right", "runs_in": some(draw, names, 1)}
    earned = some(draw, [name for name in names if name not in right["runs_in"]])
    if earned:
        right |= {"earned_in": earned, "earn_weeks": one(draw, 1, 3, 8), "window_weeks": one(draw, 8, 30, 156)}
    return [each for each, kept in ((latest, draw(st.booleans())), (right, draw(st.booleans()))) if kept]


def when(draw: Draw, known: Sequence[Tree], start: date) -> Tree:
    """Return when a rule falls."""
    kind = one(draw, "weeks", "age", "births", *(each["id"] for each in known), *(each["id"] for each in known))
    at = {"at": one(draw, "day", "month_end")}
    if kind == "age":
        return {"age": one(draw, 18.0, 30.0, 39.5, 40.0, 40.25, 40.5, 41.0), **at}
    if kind == "births":
        births = [{"from": date(1900, 1, 1), "age": 40.5}, {"from": start - timedelta(days=40 * 365), "age": one(draw, 18.0, 39.0, 41.0)}]
        return {"ages_by_birth": births, **at}
    if kind == "weeks":
        return {"weeks": one(draw, 1.0, 2.5, 8.0, 20.0), **at}
    frame = {"frame_weeks": one(draw, 10.0, 30.0)} if kind == "right" and draw(st.booleans()) else {}
    return {"weeks": one(draw, 1.0, 3.0, 8.0, 11.0), "counter": kind, **frame, **at}


def rules(draw: Draw, names: Sequence[str], known: Sequence[Tree], start: date, *, leave: bool) -> list[Tree]:
    """Return rules; each leads on to a later state, so that those which fall at once cannot go round."""
    found = []
    ends = [*names, *[GONE] * leave]
    for number in range(draw(st.integers(1, 4))):
        last = draw(st.integers(0, len(ends) - 2))
        every = leave and last == len(names) - 1 and draw(st.booleans())
        asked = "all" if every else some(draw, names[: last + 1], 1)
        outcomes = some(draw, [GONE, "stay"] if every else ["stay", *ends[last + 1 :]], 1, 3)
        found.append(
            {"id": f"r{number}", "label": "r", "states": asked, "when": when(draw, known, start), "outcomes": shares(draw, outcomes)}
        )
    return found


def cohorts(draw: Draw, world: Tree, start: date) -> list[Tree]:
    """Return cohorts off the ladder, some of them only while a counter of latest weeks is exceeded."""
    latest = [each for each in world["counters"] if "within_weeks" in each]
    found = []
    for number in range(draw(st.integers(0, 3))):
        day = start + timedelta(days=one(draw, -200, 1, 60, 400))
        old = {"id": f"c{number}", "granted_before": day, "spell_before": one(draw, None, day), "state_share": 0.4}
        counter = one(draw, None, *latest)
        runs = counter["runs_in"] if counter else [each["id"] for each in world["states"]]
        asked = some(draw, [each["id"] for each in world["states"] if each.get("grant") and each["id"] in runs])
        past = {"counter": counter["id"], "weeks": one(draw, 2, 6, 11)} if counter else {}
        found += [{**old, "states": asked, **past}] if asked else []
    return found


def laws(draw: Draw, world: Tree, start: date, *, leave: bool) -> list[Tree]:
    """Return laws that open, close and end states and change limits on some days; a closed state leads on to a later one."""
    names = [each["id"] for each in world["states"] if not each.get("absorbing")]
    found: list[Tree] = []
    for number in range(draw(st.integers(0, 3))):
        law: Tree = {"id": f"law{number}", "label": "l", "from": start + timedelta(days=one(draw, -40, 1, 31, 45, 100, 300))}
        if draw(st.booleans()):
            law["until"] = law["from"] + timedelta(days=one(draw, 20, 90))
        for state in some(draw, names if leave else names[:-1], 1, 3):
            onward = [*names[names.index(state) + 1 :], *[GONE] * leave]
            full = world["stock"]["states"][state] > 0 or world["stock"].get("rest") == state
            kinds = ["closes", *["ends"] * (2 * (law["from"] > start or not full)), *["opens"] * (law["from"] <= start or not full)]
            law.setdefault(one(draw, *kinds), {})[state] = one(draw, *onward)
        law["changes"] = [{"path": each["path"], "to": one(draw, 17.0, 26.0, 41.0)} for each in limits(draw, world)]
        found.append(law)
    return found


def initiative(draw: Draw, name: str, world: Tree, start: date) -> Tree:
    """Return an initiative of some kind that acts on moves that there are."""
    living = [each["id"] for each in world["states"] if not each.get("absorbing")]
    moves = [(each["from"], each["to"]) for each in world["transitions"]]
    left, to = one(draw, *moves)
    target: Tree = {"states": list(dict.fromkeys([left, *some(draw, living, most=2)]))}
    if draw(st.booleans()):
        target |= {
            "share": one(draw, 1.0, 0.6),
            "min_weeks": one(draw, 0.0, 2.0, 9.5),
            "segments": some(draw, [s["id"] for s in world["segments"]], most=1),
        }
        target |= one(draw, {}, {}, {"from_age": 16.0, "to_age": 40.25}, {"from_age": 40.25})
    window: Tree = {"start": start + timedelta(days=one(draw, -100, 0, 45, 100)), "ramp_up_months": one(draw, 0, 0, 3)}
    if draw(st.booleans()):
        window["end"] = window["start"] + timedelta(days=one(draw, 60, 200, 400))
    found: Tree = {"id": name, "label": name, "target": target, "window": window}
    if world["staff"] and one(draw, "hours", "other", "other", "other") == "hours":
        added = {"pool": one(draw, *world["staff"])["id"], "hours_a_week": one(draw, 0.4, 2.0, 15.0, 0.0)}
        return {"id": name, "label": name, "window": window, "kind": "hours", "adds": added}
    stopped = [*(each["id"] for each in world["rules"]), *(each["id"] for each in world["counters"] if each["id"] == "right")]
    stopped += [each["id"] for each in world["laws"]]
    if one(draw, "terms", "other", "other", "other") == "terms":
        terms = {"suspends": some(draw, stopped, 1), "changes": limits(draw, world)}
        return {"id": name, "label": name, "window": {**window, "ramp_up_months": 0}, "kind": "terms", **terms}
    kind = one(draw, "programme", "programme", "programme", "open", "diversion")
    effects = [{"exits_to": [to], "hazard_ratio": one(draw, *RATIOS)}]
    if kind != "diversion" and world["staff"] and draw(st.booleans()):
        found["staff"] = {"pool": one(draw, *world["staff"])["id"], "hours_a_week": one(draw, 0.5, 0.1, 1.0, 0.7)}
    if kind == "open":
        return {**found, "effects": effects, "dose_in_base": one(draw, 0.0, 0.25, 1.0)}
    if kind == "diversion":
        return {**found, "kind": kind, "prevents": one(draw, 0.0, 0.3, 0.9)}
    return {**found, "kind": kind, "programme": programme(draw, effects)}


def limits(draw: Draw, world: Tree) -> list[Tree]:
    """Return changes of the limits of some rules, not of those that let citizens stay who used up a right."""
    free = [rule for rule in world["rules"] if "stay" not in rule["outcomes"] or rule["when"].get("counter") != "right"]
    weeks = [f"rules.{rule['id']}.when.weeks" for rule in free if "weeks" in rule["when"]]
    ages = [f"rules.{rule['id']}.when.age" for rule in free if "age" in rule["when"]]
    changed = [{"path": path, "times": one(draw, 0.5, 2.0), "why": "for a time"} for path in some(draw, weeks)]
    return changed + [{"path": path, "to": one(draw, 25.0, 40.5), "why": "for a time"} for path in some(draw, ages)]


def programme(draw: Draw, effects: list[Tree]) -> Tree:
    """Return a programme with places or slots."""
    room = (
        {"places": one(draw, 5.0, 40.0, 1.0, 0.0)}
        if draw(st.booleans())
        else {"slots_per_year": one(draw, 5.0, 60.0), "open_weeks": one(draw, 1.0, 4.0)}
    )
    return {
        **room,
        "every_days": one(draw, 1, 7, 30),
        "queue": one(draw, "longest", "newest", "random"),
        "weeks": one(draw, 0.5, 4.0, 13.0),
        "drop_out_per_year": one(draw, 0.0, 2.0, 500.0),
        "again_after_weeks": one(draw, 0.0, 2.0, 26.0),
        "during": effects if draw(st.booleans()) else [],
        "after": [{"weeks": one(draw, 1.0, 6.0, 20.0), "effects": effects} for _ in range(draw(st.integers(0, 4)))],
        "wage": one(draw, None, 3_000.0),
    }


def newcomers(draw: Draw, names: Sequence[str], segments: Sequence[str], start: date) -> Tree:
    """Return the starting stock, who arrives, and the population whose young come of age."""
    stock: Tree = {"states": {name: one(draw, 20, 60, 5, 0) for name in names}}
    arrivals: list[Tree] = []
    for number in range(draw(st.integers(0, 2))):
        mixed = bool(segments) and draw(st.booleans())
        mix = shares(draw, some(draw, segments, 1)) if mixed else {}
        ages = one(draw, {}, {20.0: 1.0}, {18.0: 0.5, 30.0: 0.25, 40.0: 0.25, 60.0: 0.0})
        arrivals.append(
            {
                "id": f"in{number}",
                "per_year": one(draw, 0.0, 12.0, 50.0),
                "ages": ages,
                "states": shares(draw, some(draw, names, 1)),
                "segments": mix,
            }
        )
    found: Tree = {"stock": stock, "arrivals": arrivals}
    if draw(st.booleans()):
        persons = {float(age): float(one(draw, 0, 3, 20)) for age in range(14, 20)} | {40.0: 30.0}
        found["population"] = {"date": start - timedelta(days=one(draw, 0, 31)), "persons": persons}
        stock["rest"] = one(draw, None, names[0])
        arrivals.append({"id": "young", "turning": one(draw, 16, 18), "states": shares(draw, some(draw, names, 1))})
    return found


def economy(draw: Draw, moves: Sequence[Tree]) -> Tree:
    """Return an economy that moves all exits from some states but that from the town, and the day up to which it is known, or none."""
    left = some(draw, sorted({each["from"] for each in moves if each["to"] != GONE}))
    if not left:
        return {}
    groups = [{"id": name, "label": name, "from": [name]} for name in left]
    processes = [
        {
            "id": name,
            "label": name,
            "scope": one(draw, "national", "local"),
            "half_life_months": one(draw, 0.5, 6.0, 40.0),
            "sd": one(draw, 0.1, 0.8),
            "start": one(draw, 0.0, -0.4),
            "answer": one(draw, None, {"gain": 0.7, "turnover": 2.0}),
            "loadings": {group: one(draw, 1.0, -2.0, 0.0) for group in some(draw, left, 1)},
        }
        for name in some(draw, ["national", "local"], 1)
    ]
    known = one(draw, None, date(2018, 6, 30), date(2019, 2, 28), date(2020, 2, 29), date(2030, 12, 31))
    return {"economy": {"groups": groups, "processes": processes}, "known_until": known}


def swung(model: Model, seed: int) -> Model:
    """Return a model whose economy deviates from its mean course."""
    luck = np.random.default_rng(seed)
    return with_walks(model, walks(model, {name: luck.standard_normal(len(drift_months(model))) for name in drawn_processes(model)}))


@st.composite
def models(draw: Draw) -> Model:
    """Invent a model."""
    names, leave = "abcdef"[: draw(st.integers(2, 6))], draw(st.booleans())
    segments = one(draw, [], ["x", "y"])
    start = one(draw, date(2019, 1, 1), date(2018, 7, 16), date(2020, 2, 29))
    world: Tree = {
        "start": start,
        "end": start + timedelta(days=one(draw, 182, 365, 731, 1461)),
        "segments": [
            {"id": name, "label": name, "share": {0.0: share, 30.0: 0.5}} for name, share in zip(segments, (0.25, 0.75), strict=False)
        ],
        "states": states(draw, names, leave=leave),
        "transitions": transitions(draw, names, segments, leave=leave),
        "profiles": profiles(draw),
        "counters": counters(draw, names),
        "staff": [
            {"id": f"pool{number}", "label": "pool", "hours_a_week": one(draw, 3.0, 0.7, 20.0, 0.0)}
            for number in range(draw(st.integers(0, 2)))
        ],
        "wage_deductions": [{"id": "wage", "states": list(names), "share": {"0": 0.8}}],
        "rate_classes": [{"id": name, "states": [name], "to_age": one(draw, 40.25, 200.0), "pays": {}} for name in some(draw, names)],
        **newcomers(draw, names, segments, start),
    }
    world["rules"] = rules(draw, names, world["counters"], start, leave=leave)
    if draw(st.booleans()):
        law = {"reset_weeks": one(draw, 2, 8), "window_weeks": one(draw, 8, 40), "from": start + timedelta(days=one(draw, -400, 0, 90))}
        steps = [{"to_week": 6, "state_share": 0.5}, {"state_share": 0.2}]
        world["refusion"] = {"counter": law, "steps": steps, "cohorts": cohorts(draw, world, start)}
    world["laws"] = laws(draw, world, start, leave=leave)
    drawn = [initiative(draw, name, world, start) for name in some(draw, ["i0", "i1", "i2", "i3", "i4"], 1)]
    taken = {each["staff"]["pool"] for each in drawn if "staff" in each}
    world["initiatives"] = [each for each in drawn if "adds" not in each or each["adds"]["pool"] in taken]
    world |= economy(draw, world["transitions"])
    return swung(model_of(world), draw(st.integers(0, 9)))
