"""An invented town with something of all that a result tells of: refusion, plan, goals, fits, programmes, accounts, a backtest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from worlds import TOWN, Tree, after, initiative, move, scenario, state, write


def text(da: str, en: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"da": da, "en": en}


def named(tree: Tree, da: str, en: str) -> Tree:
    """Return a part of a file, labelled in both languages."""
    return {**tree, "label": text(da, en)}


JUDGED = {"grade": "C", "source": "invented"}
PLAN = {
    "aid": {"support": 2.2e7, "measures": 1e6, "investment": 4e5, "full_time_persons": 210, **JUDGED},
    "sickness": {"support": 4e6, "full_time_persons": 45, **JUDGED},
}
GOAL = {"count": "persons", "states": ["ready", "unready"], "direction": "at_most"}
UNKNOWN = {"kind": "transitions", "sd": 0.2, "low": 0.3, "high": 3, **JUDGED}
CALIBRATION: dict[str, Any] = {
    "title": text("Opdigtet by", "Invented town"),
    "start": "2018-10-01",
    "end": "2020-12-31",
    "states": [
        named(state("ready", line="aid", ladder="benefit"), "Hjælp, parat", "Aid, ready"),
        named(state("unready", line="aid", ladder="benefit"), "Hjælp, ikke parat", "Aid, not ready"),
        named(state("sick", line="sickness", ladder="benefit", full_time_share=0.75), "Syg", "Sick"),
        named(state("pension", line="pension", ladder="benefit"), "Pension", "Pension"),
        named(state("work"), "I arbejde", "At work"),
        named(state("gone", absorbing=True), "Fraflyttet", "Moved away"),
    ],
    "lines": [
        named({"id": "aid"}, "Hjælp", "Aid"),
        named({"id": "sickness"}, "Sygdom", "Sickness"),
        named({"id": "pension", "memo": True}, "Pension", "Pension"),
    ],
    "transitions": [
        move("ready", "work", {"value": 1.5, "low": 1.0, "high": 2.0, **JUDGED}),  # type: ignore[arg-type]
        move("ready", "unready", 0.3),
        move("unready", "ready", 0.4),
        move("unready", "pension", 0.1),
        move("work", "ready", 0.3),
        move("work", "sick", 0.6),
        move("work", "gone", 0.02),
        move("sick", "work", 7.0),
        move("sick", "unready", 0.3),
    ],
    "rules": [named(after("review", "sick", 22, {"work": 0.4, "sick": 0.6}), "Vurdering", "Review")],
    "stock": {"states": {"ready": 120, "unready": 110, "sick": 50, "pension": 60, "work": 500}},
    "arrivals": [{"id": "movers", "per_year": 30, "states": {"work": 0.7, "ready": 0.3}}],
    "refusion": {
        "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
        "steps": [{"to_week": 4, "state_share": 0.8}, {"to_week": 26, "state_share": 0.4}, {"state_share": 0.2}],
    },
    "rates": {
        "aid_full": {"value": 11_500, "unit": "kr_per_month", **JUDGED},
        "sick_full": {"value": 4_300, "unit": "kr_per_week", **JUDGED},
        "pension_full": {"value": 18_800, "unit": "kr_per_month", **JUDGED},
    },
    "rate_classes": [
        {"id": "aid_all", "states": ["ready", "unready"], "pays": {"aid_full": 1}},
        {"id": "sick_all", "states": ["sick"], "pays": {"sick_full": 1}},
        {"id": "pension_all", "states": ["pension"], "pays": {"pension_full": 1}},
    ],
    "take_up": {"aid": 0.9},
    "index": {"years": {"2018": 1, "2019": 1.02, "2020": 1.04}},
    "budget": {"year": 2019, "lines": PLAN},
    "goals": [
        {"id": "few", "label": text("Højst 220 på hjælp", "At most 220 on aid"), **GOAL, "date": "2019-12-31", "threshold": 220},
        {"id": "fewer", "label": text("Højst 190 på hjælp", "At most 190 on aid"), **GOAL, "date": "2020-12-31", "threshold": 190},
        {"id": "vague", "label": text("Færre på hjælp", "Fewer on aid"), **GOAL, "date": "2020-12-31", "threshold": None},
    ],
    "parameters": [
        named({"id": "exit", "from": ["ready", "unready"], **UNKNOWN}, "Afgang fra hjælp", "Exits from aid"),
        named({"id": "entry", "to": ["ready"], **UNKNOWN}, "Tilgang til hjælp", "Entries to aid"),
    ],
}
PUSH = {
    **named(initiative("push", ["ready"], ["work"], 1.3), "Skub", "Push"),
    "effects": [{"exits_to": ["work"], "hazard_ratio": {"value": 1.3, "low": 1.0, "high": 1.7, "grade": "D", "source": "a guess"}}],
    "costs": [{"year": year, "line": "aid", "kroner": 400_000, "source": "invented", "grade": "C"} for year in (2019, 2020)],
    "caveat": text("Virkningen er et skøn.", "The effect is a judgement."),
}
COURSE = {
    **named(initiative("course", ["unready"], ["ready"], 1.0, kind="programme"), "Kursus", "Course"),
    "effects": [],
    "programme": {
        "places": {"value": 20, "low": 15, "high": 25, **JUDGED},
        "weeks": 13,
        "queue": "random",
        "during": [{"exits_to": ["ready"], "hazard_ratio": 0.5}],
        "after": [{"weeks": 26, "effects": [{"exits_to": ["ready"], "hazard_ratio": 3}]}],
        "kroner_per_place": 20_000,
        "line": "aid",
    },
}
SCENARIOS = {
    "plain": scenario(title=text("Som nu", "As now")),
    "pushed": scenario("push", title=text("Med skub", "With a push"), description=text("Flere i arbejde.", "More at work.")),
    "taught": scenario("course", title=text("Med kursus", "With a course")),
}
CASE = {
    "title": text("Byens år", "The town's year"),
    "calibration": TOWN,
    "scenario": "plain",
    "forecast_date": "2019-06-30",
    "until": "2020-12-31",
    "replications": 20,
    "series": [
        {
            "id": "aid",
            "label": text("På hjælp", "On aid"),
            "of": ["ready", "unready"],
            "known": [{"on": "2019-01-31", "value": 232, **JUDGED}, {"on": "2019-06-30", "value": 240, **JUDGED}],
        }
    ],
    "decided": text("Opdigtet.", "Invented."),
}
OUTCOMES = [{"series": "aid", "on": on, "value": value, **JUDGED} for on, value in (("2019-12-31", 236), ("2020-06-30", 300))]
ACCOUNTS = """month,line,gross,refund,persons
2019-01,aid,2330000,640000,228
2019-01,sickness,890000,420000,49
2019-01,pension,1130000,226000,60
2019-02,aid,2290000,610000,226
2019-02,sickness,905000,430000,50
2019-02,pension,1150000,230000,61
2019-03,aid,2360000,630000,231
2019-03,sickness,880000,415000,48
2019-03,pension,1150000,230000,61
"""
CORRECTED = """line,original,corrected
aid,22000000,21500000
sickness,4000000,4200000
"""


def fit(name: str, values: dict[str, float]) -> Tree:
    """Return a fit of the town."""
    parameters = [{"id": each, "value": value} for each, value in values.items()]
    return {"fit": name, "calibration": TOWN, "parameters": parameters, "covariance": [[0.01, 0.0], [0.0, 0.02]]}


def found(folder: Path) -> None:
    """Write the files of the town into a folder."""
    write(folder, CALIBRATION, SCENARIOS, [PUSH, COURSE])
    fits = {name: fit(name, {"exit": 1.05, "entry": entry}) for name, entry in (("counts", 0.95), ("plan", 1.1))}
    trees = {f"calibration/{TOWN}/fits/{name}.yaml": tree for name, tree in fits.items()}
    trees |= {"backtests/year/case.yaml": CASE, "backtests/year/outcomes.yaml": {"outcomes": OUTCOMES}}
    for name, tree in trees.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(tree), encoding="utf-8")
    (folder / "accounts.csv").write_text(ACCOUNTS, encoding="utf-8")
    (folder / "corrected.csv").write_text(CORRECTED, encoding="utf-8")
