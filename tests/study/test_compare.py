"""Comparisons in the calibrated world: what has no effect makes no difference at all, and contributions add up."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from worlds import DIST, initiative, numbers, scenario, stored, write

from simcase import study
from simcase.compare import smallest_detectable
from simcase.declare import shipped
from simcase.vocabulary import document_of

pytestmark = pytest.mark.usefixtures("library")

REPLICATIONS = 2
HELP = ["kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat", "uddannelseshjaelp_uddannelsesparat"]
EXITS = ["employment", "education", "fleksjob"]
MID_MONTH = {"start": "2019-03-14", "ramp_up_months": 5, "end": "2021-02-11"}
NARROW = {"share": 0.3, "min_weeks": 11, "from_age": 27.5, "to_age": 41, "segments": ["insured_children", "uninsured_no_children"]}
IDLE = [
    initiative("idle", HELP, EXITS, 1.0, window=MID_MONTH),
    initiative("idle-share", HELP, EXITS, 1.0, window=MID_MONTH, target={"share": 0.3}),
    initiative("idle-weeks", HELP, EXITS, 1.0, window=MID_MONTH, target={"min_weeks": 11}),
    initiative("idle-narrow", HELP, EXITS, 1.0, window=MID_MONTH, target=NARROW),
    initiative("idle-before", HELP, EXITS, 1.7, window={"start": "2010-01-01", "end": "2018-06-30"}),
]
"""Initiatives without effect: their hazard ratio is 1, or they ended before the world begins."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder, the current one meanwhile, with what is shipped and a scenario of all initiatives without effect."""
    folder = tmp_path_factory.mktemp("library")
    for name in ("scenarios", "calibration"):
        shutil.copytree(shipped() / name, folder / name)
    everything = [each["id"] for each in IDLE]
    write(folder, None, {"all-idle": scenario(*everything, based_on="baseline")}, IDLE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


def compared(baseline: str, *scenarios: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of a request
    request = study.Request(baseline, **{"replications": REPLICATIONS, "workers": 1, "uncertainty": "chance", **more})
    return document_of(study.compare(request, scenarios).result)


CHANGES = ("difference", "smallest_detectable", "where_they_went", "business_case", "contributions")


def test_a_comparison_has_the_keys_of_the_contract() -> None:
    document = compared("baseline", "kik-ii")
    assert list(document) == ["simcase", "baseline", "scenarios"]
    part = document["scenarios"][0]
    assert list(part)[-8:] == [*CHANGES[:4], "payback", CHANGES[4], "sum", "own_baseline"]
    assert list(part)[:-8] == list(document["baseline"])
    keys = {
        "smallest_detectable": {"year", "line", "kroner", "persons", "full_time_persons"},
        "where_they_went": {"year", "from", "to", "persons", "municipality"},
        "business_case": {"year", "payer", "investment", "saved", "grants", "net", "cumulated", "before"},
        "contributions": {"initiative", "municipality", "averaged"},
    }
    assert all(row.keys() == expected for section, expected in keys.items() for row in part[section])
    assert part["payback"].keys() == {"date", "probability", "discount", "investment"}
    difference = {
        "persons": {"month", "state", *DIST},
        "budget": {"year", "line", "persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality"},
        "flows": {"year", "from", "to", *DIST},
        "goals": {"id", "date", "threshold", "value"},
    }
    assert part["difference"].keys() == difference.keys()
    assert all(row.keys() == expected for section, expected in difference.items() for row in part["difference"][section])
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_differences_have_the_rows_of_the_run() -> None:
    document = compared("baseline", "kik-ii")
    part = document["scenarios"][0]
    for section, keys in (("persons", ("month", "state")), ("budget", ("year", "line")), ("goals", ("id",))):
        rows = [[tuple(row[key] for key in keys) for row in tree[section]] for tree in (document["baseline"], part["difference"])]
        assert rows[0] == rows[1], section


@pytest.mark.parametrize("name", ["baseline", "all-idle"])
def test_what_has_no_effect_makes_no_difference(library: Path, name: str) -> None:
    document = compared("baseline", name)
    part = document["scenarios"][0]
    for section in CHANGES:
        assert not any(numbers(part[section])), section
    assert len(numbers(part["difference"])) > 5_000
    assert part["where_they_went"] == []
    assert part["payback"] == {"date": None, "probability": None, "discount": 0.0, "investment": 0.0}
    added = {"baseline": [], "all-idle": [each["id"] for each in IDLE]}[name]
    assert [row["initiative"] for row in part["contributions"]] == added
    folders = [Path(tree["run"]["folder"]) for tree in (document["baseline"], part)]
    assert stored(library / folders[0]) == stored(library / folders[1])


def test_what_has_no_effect_makes_no_difference_beside_what_has() -> None:
    part = compared("kik-ii+small-jobs", "kik-ii+small-jobs+all-idle")["scenarios"][0]
    assert not any(any(numbers(part[section])) for section in CHANGES)


@pytest.mark.parametrize("composed", ["kik-ii+small-jobs", "small-jobs+kik-ii"])
def test_contributions_add_up_to_the_whole_difference(composed: str) -> None:
    part = compared("baseline", composed, uncertainty="chance")["scenarios"][0]
    assert [row["initiative"] for row in part["contributions"]] == composed.split("+")
    rows = part["difference"]["budget"]
    whole = sum(row["municipality"]["mean"] for row in rows if row["line"] == "i_alt_inkl_foertidspension")
    parts = [row["municipality"]["mean"] for row in part["contributions"]]
    assert sum(parts) == pytest.approx(whole, abs=0.005)
    assert all(kroner < -100_000 for kroner in parts)


def test_the_first_contribution_is_that_of_the_initiative_alone() -> None:
    both, alone = compared("baseline", "kik-ii+small-jobs", "kik-ii")["scenarios"]
    assert both["contributions"][0]["municipality"] == alone["contributions"][0]["municipality"]


def test_a_change_beside_the_initiatives_contributes_last_and_under_no_name(library: Path) -> None:
    change = {"path": "rates.flekstilskud_max", "times": 1.1, "why": "a dearer subsidy"}
    write(library, None, {"dearer": scenario("kik-ii", based_on="baseline", changes=[change])})
    part = compared("baseline", "dearer")["scenarios"][0]
    assert [row["initiative"] for row in part["contributions"]] == ["kik-ii", None]
    dearer = compared("kik-ii", "dearer")["scenarios"][0]["contributions"]
    assert [row["initiative"] for row in dearer] == [None]
    kroner = dearer[0]["municipality"]["mean"]
    assert part["contributions"][1]["municipality"]["mean"] == pytest.approx(kroner, abs=0.005)
    assert kroner > 1e7


def test_an_initiative_that_is_gone_contributes_first() -> None:
    part = compared("kik-ii", "small-jobs")["scenarios"][0]
    assert [row["initiative"] for row in part["contributions"]] == ["kik-ii", "small-jobs"]
    gone = compared("baseline", "kik-ii")["scenarios"][0]["contributions"][0]["municipality"]["mean"]
    assert part["contributions"][0]["municipality"]["mean"] == pytest.approx(-gone, abs=0.005)


INVESTED = {2018: 8_008_000, 2019: 12_450_000, 2020: 16_017_000, 2021: 16_017_000, 2022: 8_008_000}
TO_JUNE = 0.5 * 181 / 365
"""The share of 2019's kroner on the insured that the state refunds: half of what is spent to 30 June, and nothing afterwards."""
REFUNDED = {2018: 450_000, 2019: 700_000 * TO_JUNE / (1.0 - TO_JUNE), 2020: 0, 2021: 0, 2022: 0}
"""What the state refunds of the investment, of which the municipality pays as much on the insured as is stated."""


def test_the_business_case_is_what_is_saved_less_what_is_invested() -> None:
    document = compared("baseline", "kik-ii", uncertainty="chance")
    part = document["scenarios"][0]
    rows = {(row["year"], row["payer"]): row for row in part["business_case"]}
    assert rows.keys() == {(year, payer) for year in range(2018, 2023) for payer in ("municipality", "state")}
    sums = {"municipality": 0.0, "state": 0.0}
    for (year, payer), row in rows.items():
        change = next(each for each in part["difference"]["budget"] if (each["year"], each["line"]) == (year, "i_alt_inkl_foertidspension"))
        granted = [
            sum(spent[{"municipality": "kroner"}.get(payer, payer)]["mean"] for spent in world["measures"] if is_grant(spent, year))
            for world in (document["baseline"], part)
        ]
        assert row["saved"]["mean"] == pytest.approx(-change[payer]["mean"], abs=0.005), "the same figure as in the table of differences"
        assert row["grants"]["mean"] == pytest.approx(granted[0] - granted[1], abs=0.005)
        assert row["net"]["mean"] == pytest.approx(row["saved"]["mean"] + row["grants"]["mean"] - row["investment"]["mean"], abs=0.005)
        assert row["investment"]["mean"] == pytest.approx((INVESTED if payer == "municipality" else REFUNDED)[year])
        sums[payer] += row["net"]["mean"]
        assert row["cumulated"]["mean"] == pytest.approx(sums[payer], abs=0.01)
    assert sum(row["saved"]["mean"] for row in rows.values()) > 0.0


def is_grant(spent: dict[str, Any], year: int) -> bool:
    return spent["kind"] == "grant" and spent["year"] == year


def test_where_they_went_is_the_difference_of_the_moves_that_left_the_target() -> None:
    part = compared("baseline", "kik-ii", uncertainty="chance")["scenarios"][0]
    moves = {(row["year"], row["from"], row["to"]): row["mean"] for row in part["difference"]["flows"]}
    went = {(row["year"], row["from"], row["to"]): row["persons"]["mean"] for row in part["where_they_went"]}
    assert went
    assert went == {key: moves[key] for key in went}
    targeted = {*HELP, "uddannelseshjaelp_aktivitetsparat"}
    assert {left for _, left, _ in went} == targeted
    assert not any(mean for key, mean in moves.items() if key[1] in targeted and key not in went)
    assert sum(mean for (_, _, to), mean in went.items() if to in {"employment", "education"}) > 0.0


def test_what_the_replications_can_show_follows_from_the_spread_of_their_differences(library: Path) -> None:
    document = compared("baseline", "kik-ii", replications=3)
    part = document["scenarios"][0]
    worlds = [pl.read_parquet(library / tree["run"]["folder"] / "persons.parquet") for tree in (document["baseline"], part)]
    in_2020 = (pl.col("state") == "fleksjob") & (pl.col("month").dt.year() == 2020)
    without, with_ = (
        each.filter(in_2020).group_by("replication").agg(pl.col("days").sum()).sort("replication")["days"].to_numpy() / 366
        for each in worlds
    )
    row = next(row for row in part["smallest_detectable"] if (row["year"], row["line"]) == (2020, "fleksjob"))
    assert row["persons"] == pytest.approx(smallest_detectable(with_ - without))
    assert row["kroner"] > 1_000.0
