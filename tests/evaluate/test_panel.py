"""A panel is foreseen from what was known then, by whoever foresees it, and scored beside simple forecasts whose worth is known."""

from __future__ import annotations

import csv
import pickle
from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from simcase import api
from simcase.engine import Crew, jobs
from simcase.errors import UserError
from simcase.evaluate import Known, PanelBacktest, PanelQuestion, forecasts_csv, panel_backtest
from simcase.evaluate.panel import read_panel_counts
from simcase.evaluate.panel_scores import _by_origin
from simcase.evaluate.panel_simple import QUANTILES
from simcase.vocabulary import Floats, add_months

PLACES = tuple(f"Town {n:02d}" for n in range(40))
FIRST = date(2020, 1, 1)
MONTHS = 42
ORIGINS = (date(2022, 3, 1), date(2022, 5, 1))
AHEAD = 6


def written(file: Path, changed: Mapping[date, float] | None = None, gap: tuple[str, date] | None = None) -> Path:
    """Write counts that random walks with a season make, some months multiplied, one left out."""
    luck = np.random.default_rng(1)
    rows = ["place,period,measure,value"]
    for place in PLACES:
        walk = 400 * np.exp(np.cumsum(luck.normal(0.0, 0.02, MONTHS)))
        for n, level in enumerate(walk):
            month = add_months(FIRST, n)
            value = level * (1.0 + 0.1 * np.cos(np.pi * month.month / 6)) * (changed or {}).get(month, 1.0)
            if (place, month) != gap:
                rows.append(f"{place},{month:%Y-%m},idle,{value:.1f}")
    file.write_text("\n".join([*rows, f"DK,{FIRST:%Y-%m},idle,100000", ""]), encoding="utf-8")
    return file


@dataclass(frozen=True)
class Mean:
    """Foresees the mean of what is known, and remembers nothing."""

    identity: Mapping[str, Any]

    def __call__(self, known: Known, ahead: int) -> Mapping[str, Floats]:
        """Return draws around the mean; what is known must end at the origin."""
        assert all(months.last == known.origin for months in known.counts.values())
        return {name: np.linspace(0.8, 1.2, 41)[:, None] * np.full(ahead, months.persons.mean()) for name, months in known.counts.items()}


MEAN = Mean({"name": "mean"})


def foreseen(file: Path, results: Path, method: Any = MEAN, workers: int = 1, **asked: Any) -> PanelBacktest:  # noqa: ANN401 - any method
    question = PanelQuestion(method, ("idle",), origins=ORIGINS, ahead=AHEAD, **asked)
    return panel_backtest(file, question, results, Crew(workers), lambda _done, _total: None)


def test_what_comes_after_the_last_origin_changes_no_byte(tmp_path: Path) -> None:
    later = {month: 3.0 for n in range(MONTHS) if (month := add_months(FIRST, n)) > ORIGINS[1]}
    before, after = written(tmp_path / "before.csv"), written(tmp_path / "after.csv", later)
    for number, method in enumerate((MEAN, "smoothing", "last", "year", "line")):
        found = [foreseen(file, tmp_path / f"{number}-{file.stem}", method, places=PLACES[:8]) for file in (before, after)]
        assert forecasts_csv(found[0].forecasts, AHEAD) == forecasts_csv(found[1].forecasts, AHEAD)
        assert found[0].result.scores != found[1].result.scores


def test_a_month_is_known_at_its_own_origin(tmp_path: Path) -> None:
    known = {add_months(ORIGINS[1], 0): 3.0}
    found = [foreseen(file, tmp_path / file.stem) for file in (written(tmp_path / "a.csv"), written(tmp_path / "b.csv", known))]
    changed = {case.origin for case in found[0].forecasts if (found[0].forecasts[case] != found[1].forecasts[case]).any()}
    assert changed == {ORIGINS[1]}


class Sent:
    """What takes work as another process does, by copies, and does it here."""

    def submit(self, *work: Any) -> Future[Any]:  # noqa: ANN401 - as a pool has it
        future: Future[Any] = Future()
        does, *values = pickle.loads(pickle.dumps(work))  # noqa: S301 - what was written a moment ago
        future.set_result(does(*values))
        return future


def test_one_and_two_workers_foresee_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(jobs, "opened", lambda processes: asked.append(processes) or nullcontext(Sent()))
    file = written(tmp_path / "counts.csv")
    one, two = (foreseen(file, tmp_path / str(workers), workers=workers, places=PLACES[:3]) for workers in (1, 2))
    assert forecasts_csv(one.forecasts, AHEAD) == forecasts_csv(two.forecasts, AHEAD)
    assert one.result == two.result
    assert asked == [2]


@dataclass(frozen=True)
class Tired(Mean):
    """Foresees until it has no more strength: a file tells how often it was asked."""

    asked: Path = Path()
    strength: int = 0

    def __call__(self, known: Known, ahead: int) -> Mapping[str, Floats]:
        """Return what the mean foresees, as often as there is strength."""
        with self.asked.open("a", encoding="utf-8") as file:
            file.write(f"{known.place} {known.origin}\n")
        if len(self.asked.read_text(encoding="utf-8").splitlines()) > self.strength:
            raise KeyboardInterrupt
        return super().__call__(known, ahead)


def test_what_was_interrupted_goes_on_and_is_the_same(tmp_path: Path) -> None:
    file, asked = written(tmp_path / "counts.csv"), tmp_path / "asked"
    with pytest.raises(KeyboardInterrupt):
        foreseen(file, tmp_path / "results", Tired(MEAN.identity, asked, 4), places=PLACES[:3])
    resumed = foreseen(file, tmp_path / "results", Tired(MEAN.identity, asked, 99), places=PLACES[:3])
    assert len(asked.read_text(encoding="utf-8").splitlines()) == 10  # nine, and the one that was interrupted
    whole = foreseen(file, tmp_path / "others", places=PLACES[:3])
    assert forecasts_csv(resumed.forecasts, AHEAD) == forecasts_csv(whole.forecasts, AHEAD)


def test_scores_are_those_of_the_definition(tmp_path: Path) -> None:
    file = written(tmp_path / "counts.csv")
    done = foreseen(file, tmp_path, "last")
    counts = {(row["place"], row["period"]): float(row["value"]) for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())}
    crps, inside = [], []
    for row in csv.DictReader(forecasts_csv(done.forecasts, AHEAD).splitlines()):
        outcome = counts[row["place"], row["period"]]
        origin = date.fromisoformat(f"{row['origin']}-01")
        size = np.mean([counts[row["place"], f"{add_months(origin, -n):%Y-%m}"] for n in range(12)])
        losses = [2 * max(q * (outcome - said), (q - 1) * (outcome - said)) for q in QUANTILES if (said := float(row[f"q{100 * q:02.0f}"]))]
        crps.append(100 * np.mean(losses) / size)
        inside.append(float(row["q05"]) <= outcome <= float(row["q95"]))
    score = done.result.scores[0]
    assert (score.method, score.outcomes, score.skill) == ("last", len(PLACES) * 3 * AHEAD, None)
    assert [score.crps, score.inside] == pytest.approx([np.mean(crps), np.mean(inside)], rel=1e-12)
    assert score.quarters == pytest.approx([np.mean(np.reshape(crps, (-1, 2, 3))[:, half]) for half in (0, 1)], rel=1e-12)
    other = done.result.scores[1]
    assert other.skill == pytest.approx(1 - score.crps / other.crps)


def test_knowing_more_is_told_of_the_same_outcomes(tmp_path: Path) -> None:
    file = written(tmp_path / "counts.csv")
    rows = foreseen(file, tmp_path, "last", places=PLACES[:20]).result.origins
    assert [(row.measure, row.origin, row.outcomes) for row in rows] == [("idle", add_months(ORIGINS[0], n), 20 * 4) for n in range(3)]
    assert rows[0].crps > rows[1].crps > rows[2].crps  # what is walked at random is foreseen the better the nearer it is
    latest = PanelQuestion("last", ("idle",), PLACES[:20], (ORIGINS[1], ORIGINS[1]), 4)  # June to September, as far as all three look
    alone = panel_backtest(file, latest, tmp_path, Crew(1), lambda _done, _total: None).result
    assert rows[2].crps == pytest.approx(alone.scores[0].crps, rel=1e-12)
    assert alone.origins == ()


def test_a_change_has_the_standard_error_that_places_give_it() -> None:
    crps = np.array([[[4.0, 6.0], [1.0, np.nan], [2.0, 2.0]], [[3.0, 3.0], [2.0, 9.0], [2.0, 4.0]]])  # origins, places, months
    first, then = _by_origin("idle", ORIGINS, crps)
    assert (first.crps, first.change, first.error, first.outcomes) == (3.0, None, None, 5)
    assert then.crps == pytest.approx(14.0 / 5.0)
    assert then.change == pytest.approx(-1.0 / 5.0)  # over outcomes; by place -2, 1 and 1
    apart = np.array([2.0 * -1.8, 1.0 * 1.2, 2.0 * 1.2])  # outcomes of a place, times how far it is from that change
    assert then.error == pytest.approx((3.0 / 2.0 * (apart @ apart)) ** 0.5 / 5.0)
    whole = _by_origin("idle", ORIGINS, crps[:, [0, 2]])[1]
    assert whole.error == pytest.approx(np.std([-2.0, 1.0], ddof=1) / 2.0**0.5), "as many of each"
    assert _by_origin("idle", ORIGINS, crps[:, :1])[1].error is None


def test_one_of_your_own_who_foresees_is_scored_from_python(tmp_path: Path) -> None:
    question = api.PanelQuestion(MEAN, ("idle",), PLACES[:2], ORIGINS, AHEAD)
    scores = api.backtest_panel(written(tmp_path / "counts.csv"), question, results=tmp_path, workers=1).table("scores")
    assert scores["method"].to_list() == ["mean", "last", "year", "line", "smoothing"]
    assert set(scores["outcomes"]) == {2 * 3 * AHEAD}


def test_a_season_is_foreseen_by_smoothing_and_not_by_the_last_value(tmp_path: Path) -> None:
    by_method = {each.method: each.crps for each in foreseen(written(tmp_path / "counts.csv"), tmp_path, "smoothing").result.scores}
    assert min(by_method, key=lambda name: by_method[name]) == "smoothing"


def test_a_place_with_a_gap_is_left_out(tmp_path: Path) -> None:
    file = written(tmp_path / "counts.csv", gap=(PLACES[1], date(2021, 5, 1)))
    assert PLACES[1] not in foreseen(file, tmp_path, "last").result.places


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Town,2020-01,idle,many", "line 2: value: found 'many', expected persons from 0"),
        ("Town,2020-01,idle,4\nTown,2020-01,idle,3", "another count of idle in Town in 2020-01"),
        ("Town,2020-01,idle,45.000", "value: found '45.000', expected 45000 for thousands, or 45.0 for a decimal point"),
        ("Town,2020Q1,idle,5", "period: found '2020Q1', expected a month such as 2023-06"),
        ("Town,2020-01", "found 2 cells"),
        ("Town,2020-01,idel,5", "measure: found no line of 'idle'"),
    ],
)
def test_what_is_wrong_with_a_table_is_told_by_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(f"place,period,measure,value\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_panel_counts(file, ["idle"])
    assert said.replace("line 2: ", ":2 ") in str(error.value)


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("place,period,measure,value\n\nTown,2020-01,idle,5\n\n", encoding="utf-8")
    assert read_panel_counts(file, ["idle"]).persons.tolist() == [[[5.0]]]


def test_origins_of_which_too_little_is_known_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "counts.csv")
    with pytest.raises(UserError, match="expected two months in order, from 2021-01 to 2023-05"):
        panel_backtest(file, PanelQuestion("last", ("idle",), origins=(date(2020, 6, 1), ORIGINS[1])), tmp_path, Crew(1), print)
