"""A small town, made by hand, in which every rule of the semantics has something to do: kernel and twin are compared in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Tree = Mapping[str, Any]


def programme(name: str, states: list[str], target: Tree | None = None, staff: Tree | None = None, **more: object) -> dict[str, Any]:
    """Return a programme that begins after four weeks; it hampers the way to work while it lasts, and eases it afterwards."""
    settings = {
        "weeks": 8,
        "during": [{"exits_to": ["work"], "hazard_ratio": 0.5}],
        "after": [{"weeks": weeks, "effects": [{"exits_to": ["work"], "hazard_ratio": 3}]} for weeks in (6, 20)],
        **more,
    }
    found = {"kind": "programme", "target": {"states": states, **(target or {})}, "window": {"start": date(2019, 1, 29)}}
    return {"id": name, "label": name, **found, "staff": staff, "programme": settings}


def opened(name: str, states: list[str], ratio: float, **more: object) -> dict[str, Any]:
    """Return an open initiative that eases the way to work."""
    target = {"states": states, **more.pop("target", {})}  # type: ignore[dict-item]
    window = {"start": date(2019, 3, 14), "ramp_up_months": 4}
    return {
        "id": name,
        "label": name,
        "target": target,
        "window": window,
        "effects": [{"exits_to": ["work"], "hazard_ratio": ratio}],
        **more,
    }


def move(left: str, to: str, rate: float, **more: object) -> dict[str, Any]:
    """Return a transition."""
    return {"from": left, "to": to, "rate": rate, **more}


def rule(name: str, states: list[str], outcomes: Tree, **when: object) -> dict[str, Any]:
    """Return a statutory decision."""
    return {"id": name, "label": name, "states": states, "when": when, "outcomes": outcomes}


def suspended(name: str, what: list[str], start: date, end: date | None) -> dict[str, Any]:
    """Return a time in which rules or counters are suspended."""
    return {"id": name, "label": name, "kind": "terms", "suspends": what, "window": {"start": start, "end": end}}


SUSPENDED = (
    ("pause", ["review", "twelve_weeks"], date(2019, 9, 10), date(2019, 12, 1)),
    ("pause_on", ["review"], date(2019, 11, 20), date(2020, 1, 9)),
    ("pause_from_a_first", ["review", "age"], date(2020, 4, 1), date(2020, 6, 12)),
    ("frozen", ["right"], date(2019, 5, 3), date(2019, 7, 20)),
    ("frozen_again", ["right", "age"], date(2019, 12, 24), date(2020, 3, 2)),
)

LIMITED = [
    {"path": f"rules.{rule}.when.{limit}", "to": value, "why": "other limits from a day on"}
    for rule, limit, value in (
        ("review", "weeks", 5),
        ("twelve_weeks", "weeks", 9),
        ("age", "age", 39.5),
        ("second_end", "frame_weeks", 50),
    )
]
RAISED = [
    {"path": "rules.review.when.weeks", "times": 2, "why": "for a time"},
    {"path": "rules.twelve_weeks.when.weeks", "times": 3, "why": "for a time"},
]

TOWN: Tree = {
    "start": date(2019, 1, 1),
    "end": date(2021, 5, 31),
    "segments": [{"id": "x", "label": "x", "share": {0: 0.4, 30: 0.7}}, {"id": "y", "label": "y", "share": {0: 0.6, 30: 0.3}}],
    "states": [
        {"id": "idle", "label": "idle", "ladder": "benefit", "duration_group": "g"},
        {"id": "active", "label": "active", "ladder": "benefit", "duration_group": "g", "grant": "s"},
        {"id": "ill", "label": "ill", "ladder": "benefit"},
        {"id": "work", "label": "work", "ladder": "self_support"},
        {"id": "gone", "label": "gone", "absorbing": True},
    ],
    "transitions": [
        move("idle", "work", 1.2, duration="d", age="a", season="s", segments={"x": 1.5}),
        move("idle", "active", 0.6),
        move("idle", "ill", 0.5, season="s"),
        move("idle", "gone", 0.05),
        move("active", "work", 0.7, duration="d"),
        move("active", "idle", 0.9),
        move("ill", "idle", 1.5),
        move("ill", "work", 2.0, age="a"),
        move("work", "idle", 1.1, segments={"y": 0.5}),
        move("work", "ill", 0.8),
    ],
    "profiles": {
        "duration": {"d": {"factors": {0: 0.5, 8: 1.5, 26: 1, 52: 0.4}}},
        "age": {"a": {"factors": {0: 1.2, 25: 1, 40.5: 0.7}}},
        "season": {"s": {"factors": [0.6, 0.8, 1.2, 1.4, 1.2, 1, 0.8, 1, 1.2, 1, 0.9, 0.9]}},
    },
    "stock": {"states": {"idle": 60, "active": 30, "ill": 20, "work": 60}},
    "arrivals": [
        {"id": "movers", "per_year": 30, "ages": {18: 0.5, 30: 0.5, 41: 0}, "states": {"idle": 0.5, "work": 0.5}},
        {"id": "young", "turning": 18, "states": {"idle": 1}, "segments": {"x": 0.5, "y": 0.5}},
    ],
    "population": {"date": date(2019, 1, 1), "persons": {16: 12, 17: 12, 18: 12, 24: 30, 30: 30, 40: 60, 41: 20}},
    "counters": [
        {"id": "sickness", "runs_in": ["ill"], "within_weeks": 39},
        {"id": "helped", "runs_in": ["idle", "active"], "within_weeks": 30},
        {"id": "right", "runs_in": ["idle"], "earned_in": ["work"], "earn_weeks": 12, "window_weeks": 40},
    ],
    "rules": [
        rule("review", ["ill"], {"stay": 0.4, "idle": 0.3, "work": 0.3}, weeks=8, counter="sickness", at="month_end"),
        rule("first_end", ["idle"], {"stay": 0.5, "active": 0.5}, weeks=20, counter="right", frame_weeks=40),
        rule("second_end", ["idle"], {"active": 0.8, "work": 0.2}, weeks=40, counter="right", frame_weeks=70),
        rule("twelve_weeks", ["idle"], {"stay": 0.7, "work": 0.3}, weeks=12),
        rule("age", ["idle"], {"active": 0.5, "stay": 0.5}, age=41, at="month_end"),
    ],
    "refusion": {
        "counter": {"from": date(2019, 2, 1), "reset_weeks": 16, "window_weeks": 40},
        "steps": [{"to_week": 6, "state_share": 0.5}, {"state_share": 0.2}],
        "cohorts": [
            {"id": "lapsed", "states": ["active"], "granted_before": date(2019, 9, 2), "counter": "helped", "weeks": 20, "state_share": 0},
            {"id": "old", "states": ["active"], "granted_before": date(2019, 6, 1), "spell_before": date(2019, 8, 1), "state_share": 0.3},
        ],
    },
    "rate_classes": [{"id": "benefit", "states": ["idle", "active"], "pays": {}}],
    "wage_deductions": [{"id": "wage", "states": ["idle", "active"], "share": {0: 0.8}}],
    "staff": [{"id": "team", "label": "team", "hours_a_week": 6.5}],
    "initiatives": [
        programme("course", ["idle"], staff={"pool": "team", "hours_a_week": 0.7}, places=15, drop_out_per_year=1.5, again_after_weeks=6),
        programme("jobs", ["active"], slots_per_year=60, open_weeks=3, queue="random", again_after_weeks=20, wage=3_000),
        programme("talks", ["idle", "active"], {"share": 0.6}, places=6, queue="newest", again_after_weeks=0, weeks=3),
        opened("care", ["ill"], 2.5, staff={"pool": "team", "hours_a_week": 0.3}, dose_in_base=0.5),
        opened("push", ["idle", "active"], 3.0, target={"share": 0.5, "segments": ["x"], "min_weeks": 8, "to_age": 41}),
        {
            "id": "relief",
            "label": "relief",
            "window": {"start": date(2019, 4, 10), "ramp_up_months": 3, "end": date(2019, 9, 20)},
            "kind": "hours",
            "adds": {"pool": "team", "hours_a_week": 4.0},
        },
        *(suspended(*each) for each in SUSPENDED),
        {"id": "limits", "label": "limits", "kind": "terms", "window": {"start": date(2019, 6, 5)}, "changes": LIMITED},
        {
            "id": "limits_end",
            "label": "limits",
            "kind": "terms",
            "window": {"start": date(2020, 2, 1), "end": date(2020, 9, 13)},
            "changes": RAISED,
        },
        {**opened("guard", ["ill"], 1.0), "effects": [], "kind": "diversion", "prevents": 0.3},
    ],
}
