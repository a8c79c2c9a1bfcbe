"""Budget follow-up: accounts that a world itself would keep lead to its own year, and intervals hold the years that they foresee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import binom
from statistics_helper import agrees
from worlds import asked, initiative, move, scenario, state, write

from simcase import study
from simcase.model import Actuals, Model
from simcase.money import accounts, followed
from simcase.present.labels import labels_of
from simcase.present.sentences_followup import notes, sentences
from simcase.present.tables_followup import followup_sheets
from simcase.study.identity import resolved
from simcase.study.simulate import Job, simulate
from simcase.tidy import Outcome
from simcase.vocabulary import document_of
from simcase.words import Words

LADDER = {
    "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
    "steps": [{"to_week": 4, "state_share": 0.8}, {"to_week": 26, "state_share": 0.4}, {"state_share": 0.2}],
}
TOWN: dict[str, Any] = {
    "start": "2018-07-01",
    "end": "2019-12-31",
    "states": [
        state("help", line="aid", ladder="benefit"),
        state("sick", line="sickness", ladder="benefit", full_time_share=0.75),
        state("work"),
    ],
    "lines": [{"id": "aid", "label": "Aid"}, {"id": "sickness", "label": "Sickness"}],
    "transitions": [move("help", "work", 0.6), move("work", "help", 0.12), move("work", "sick", 0.2), move("sick", "work", 3.0)],
    "stock": {"states": {"help": 120, "sick": 40, "work": 600}},
    "refusion": LADDER,
    "rates": {"aid_full": {"value": 12_400, "unit": "kr_per_month"}, "sick_full": {"value": 4_340, "unit": "kr_per_week"}},
    "rate_classes": [
        {"id": "aid_all", "states": ["help"], "pays": {"aid_full": 1}},
        {"id": "sick_all", "states": ["sick"], "pays": {"sick_full": 1}},
    ],
    "index": {"years": {"2018": 1, "2019": 1}},
    "budget": {"year": 2019, "lines": {"aid": {"support": 1.3e7, "full_time_persons": 120}, "sickness": {"support": 5e6}}},
}
MONTHS = tuple(date(2019, month, 1) for month in (1, 2, 3))
MANY = 400


def played(replications: int) -> tuple[Model, Outcome, Outcome]:
    """Return the town's model, its run, and its run ended after March 2019."""
    request = asked(replications=replications)
    model = resolved(request)
    short = replace(model, end=date(2019, 3, 31))
    whole, until = (next(simulate([Job(request, each)])).world.outcome for each in (model, short))
    return model, whole, until


def kept(model: Model, whole: Outcome, until: Outcome, replication: int, *, full_time: bool = False) -> Actuals:
    """Return the accounts that a replication would have kept until March, its payments spread evenly."""
    months = [whole.names.months.index(month) for month in MONTHS]
    average = whole.days[replication, months] / whole.month_days[months, None]
    share = np.array([each.full_time_share.value if full_time else 1.0 for each in model.states])
    money = accounts(model, until)
    gross, refund = (each[replication, -1, :2].repeat(3).reshape(2, 3) / 3.0 for each in (money.gross, money.state))
    return Actuals(MONTHS, ("aid", "sickness"), gross, refund, (average * share)[:, :2].T, full_time, 0)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, Outcome, Outcome]:
    folder = tmp_path_factory.mktemp("town")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        write(folder, TOWN)
        return played(MANY)


def without(outcome: Outcome, replication: int) -> Outcome:
    """Return an outcome without one of its replications."""
    arrays = {
        name: np.delete(value, replication, axis=0)
        for name, value in outcome._asdict().items()
        if isinstance(value, np.ndarray) and name != "month_days"
    }
    return outcome._replace(**arrays)


@pytest.mark.parametrize("full_time", [False, True])
def test_accounts_that_a_world_keeps_lead_to_its_own_year(folder: Path, full_time: bool) -> None:  # noqa: FBT001 - a parameter
    write(folder, TOWN)
    model, whole, until = played(1)
    year = accounts(model, whole)
    for n, line in enumerate(followed(model, whole, until, kept(model, whole, until, 0, full_time=full_time), 0)):
        assert line.municipality[0] == pytest.approx(year.municipality[0, -1, n], rel=1e-9)
        assert line.gross[0] == pytest.approx(year.gross[0, -1, n], rel=1e-9)
        assert line.full_time_persons[0] == pytest.approx(year.full_time_persons[0, -1, n], rel=1e-9)


def test_a_run_that_ends_earlier_has_the_same_lives(many: tuple[Model, Outcome, Outcome]) -> None:
    _, whole, until = many
    assert np.array_equal(whole.days[:, : until.days.shape[1]], until.days)


def test_intervals_hold_the_year_as_often_as_they_say_and_are_narrower(many: tuple[Model, Outcome, Outcome]) -> None:
    model, whole, until = many
    year = accounts(model, whole)
    held, widths = np.zeros(2), np.zeros(2)
    for replication in range(MANY):
        seen = kept(model, whole, until, replication)
        for n, line in enumerate(followed(model, without(whole, replication), without(until, replication), seen, 0)):
            low, high = np.quantile(line.municipality, (0.05, 0.95))
            held[n] += low <= year.municipality[replication, -1, n] <= high
            widths[n] += (high - low) / MANY
    before = np.diff(np.quantile(year.municipality[:, -1, :2], (0.05, 0.95), axis=0), axis=0)[0]
    for n, line_name in enumerate(("aid", "sickness")):
        agrees(float(held[n]), binom(MANY, 0.9), sees=0.12 * MANY, what=f"years of {line_name} inside their intervals")
        assert widths[n] < 0.85 * before[n]


def test_the_forecast_begins_at_the_persons_counted_and_goes_back_as_fast_as_the_runs_do(many: tuple[Model, Outcome, Outcome]) -> None:
    model, whole, until = many
    seen = kept(model, whole, until, 0)
    more = replace(seen, persons=seen.persons + 20.0)
    for one, other in zip(followed(model, whole, until, seen, 0), followed(model, whole, until, more, 0), strict=True):
        lasting = (other.persons - one.persons).mean(axis=0) / 20.0
        rate = {"aid": 0.6 + 0.12, "sickness": 3.0 + 0.2}[one.line]
        assert lasting[0] == pytest.approx(np.exp(-rate / 12), abs=0.12)
        assert lasting[-1] == pytest.approx(np.exp(-rate * 9 / 12), abs=0.12)


def test_refund_comes_late_and_what_is_due_is_estimated(folder: Path) -> None:
    write(folder, TOWN)
    model, whole, until = played(1)
    gross, refund = np.array([[100_000.0, 200_000.0, 300_000.0]] * 2), np.array([[90_000.0, 30_000.0, 60_000.0]] * 2)
    seen = replace(kept(model, whole, until, 0), gross=gross, refund=refund)
    line = followed(model, whole, until, seen, 1)[0]
    assert (line.seen_gross, line.seen_refund) == (600_000.0, 90_000.0), "what January booked concerns December"
    assert line.due_refund[0] == pytest.approx(300_000.0 * 90_000.0 / 300_000.0)
    prompt = followed(model, whole, until, seen, 0)[0]
    assert (prompt.seen_refund, prompt.due_refund[0]) == (180_000.0, 0.0)


def test_without_refund_gross_is_the_municipalitys_own_part(folder: Path) -> None:
    write(folder, TOWN)
    model, whole, until = played(1)
    seen = kept(model, whole, until, 0)
    own = replace(seen, gross=seen.gross - seen.refund, refund=np.zeros_like(seen.refund))
    year = accounts(model, whole)
    for n, line in enumerate(followed(model, whole, until, own, 1)):
        assert line.net_basis
        assert line.municipality[0] == pytest.approx(year.municipality[0, -1, n], rel=1e-9)
        assert line.state[0] == 0.0


def ledger(folder: Path, persons: int, as_of: date) -> study.Ledger:
    """Return accounts of the whole year with so many persons on aid, that count until a day."""
    (aid, *paid, _), sick = ACCOUNTS
    rows = [";".join(map(str, (f"2019-{month:02d}", *row))) for month in range(1, 13) for row in ((aid, *paid, persons), sick)]
    (folder / "a.csv").write_text("\n".join(["month;line;gross;refund;persons", *rows]), encoding="utf-8")
    return study.Ledger(Path("a.csv"), as_of)


def test_at_the_end_of_the_year_the_accounts_are_what_they_are(folder: Path) -> None:
    write(folder, TOWN)
    document = document_of(
        study.followup(asked(replications=2), replace(ledger(folder, 121, date(2019, 12, 31)), lag=0), study.silent).result
    )
    aid = next(row for row in document["lines"] if row["line"] == "aid")
    assert aid["expected"]["municipality"]["mean"] == pytest.approx(12 * (1_500_000 - 420_000)) == aid["so_far"]["municipality"]
    assert aid["rest"]["gross"]["mean"] == 0.0
    assert aid["expected"]["full_time_persons"]["mean"] == pytest.approx(121.0)


def test_a_count_far_from_what_was_foreseen_is_named(folder: Path) -> None:
    write(folder, TOWN)
    found = study.followup(asked(replications=40), ledger(folder, 190, date(2019, 1, 31)), study.silent)
    document = document_of(found.result)
    assert {row["line"]: row["foreseen"]["far"] for row in document["lines"] if "foreseen" in row} == {"aid": True, "sickness": False}
    labels = labels_of(resolved(asked()), Words("en"))
    (learned,) = (
        set(notes(found.result, replace(labels, learned=True))) - set(notes(found.result, labels)) - {labels.words.say("note.learned")}
    )
    assert "of a single year they are too narrow" in learned
    assert "on: Sickness." in next(each for each in notes(found.result, labels) if each.startswith("Not split"))
    assert labels.words.say("followup.split") in notes(found.result, labels)
    bare = [replace(row.original, full_time_persons=None, volume=None) for row in found.result.lines if row.original]
    unknown = [replace(row, original=each, corrected=each) for row, each in zip(found.result.lines, bare, strict=True)]
    assert labels.words.say("followup.split") not in notes(replace(found.result, lines=tuple(unknown)), labels)
    said = " ".join(sentences(found.result, labels)[1:2])
    assert "Far from what was foreseen" in said
    spaced = replace(found, manifest={**found.manifest, "command": ["simcase", "followup", "plain", "--actuals", "my accounts.csv"]})
    assert followup_sheets(spaced, labels)[-1].rows[-1].cells[-1] == "simcase followup plain --actuals 'my accounts.csv'"
    assert "Aid (counted 190, foreseen 1" in said


def test_the_document_adds_up(folder: Path) -> None:
    write(folder, TOWN)
    rows = [f"2019-0{month};{line};{gross};{refund};{persons}" for month in (1, 2, 3) for line, gross, refund, persons in ACCOUNTS]
    (folder / "a.csv").write_text("\n".join(["month;line;gross;refund;persons", *rows]), encoding="utf-8")
    (folder / "b.csv").write_text("line;corrected;corrected_persons\naid;14000000;\nsickness;;\n", encoding="utf-8")
    ledger = study.Ledger(Path("a.csv"), date(2019, 3, 31), Path("b.csv"))
    document = document_of(study.followup(asked(replications=40), ledger, study.silent).result)
    lines = {row["line"]: row for row in document["lines"]}
    assert set(lines) == {"aid", "sickness", "i_alt"}
    for row in lines.values():
        net = {name: each["mean"] for name, each in row["expected"].items()}
        assert net["gross"] - net["state"] == pytest.approx(net["municipality"])
        assert row["so_far"]["municipality"] + row["rest"]["municipality"]["mean"] == pytest.approx(net["municipality"])
        for which in ("original", "corrected"):
            assert row[which]["deviation"]["mean"] == pytest.approx(net["municipality"] - row[which]["kroner"])
    assert lines["i_alt"]["expected"]["gross"]["mean"] == pytest.approx(
        sum(lines[n]["expected"]["gross"]["mean"] for n in ("aid", "sickness"))
    )
    assert (lines["aid"]["original"]["kroner"], lines["aid"]["corrected"]["kroner"]) == (1.3e7, 1.4e7)
    split = lines["aid"]["corrected"]
    assert split["volume"]["mean"] + split["price"]["mean"] == pytest.approx(split["deviation"]["mean"])
    persons = lines["aid"]["expected"]["full_time_persons"]["mean"]
    assert split["volume"]["mean"] == pytest.approx((persons - 120) * 1.4e7 / 120)
    assert lines["sickness"]["original"]["volume"] is None, "no persons are budgeted"
    assert lines["i_alt"]["original"]["volume"] is None
    assert lines["aid"]["foreseen"]["far"] is False
    assert [row["counted"] for row in document["persons"]][:4] == [121.0, 121.0, 121.0, None]


def test_the_chance_of_overspending_counts_two_runs_that_share_a_draw_for_one_where_they_agree(folder: Path) -> None:
    ratio = {"value": 1.2, "low": 1.0, "high": 1.5, "source": "invented", "grade": "D"}
    push = initiative("push", ["help"], ["work"], 1.0) | {"effects": [{"exits_to": ["work"], "hazard_ratio": ratio}]}
    low = {"budget": {"year": 2019, "lines": {"aid": {"support": 1.0}, "sickness": {"support": 1.0}}}}
    write(folder, TOWN | low, {"pushed": scenario("push")}, [push])
    for uncertainty, alone in (("all", 10), ("chance", 20)):
        request = asked("pushed", replications=20, uncertainty=uncertainty)
        row = document_of(study.followup(request, ledger(folder, 121, date(2019, 3, 31)), study.silent).result)["lines"][0]
        assert row["original"]["overspent"] == {"probability": 1.0, "low": pytest.approx(0.05 ** (1 / alone)), "high": 1.0}


ACCOUNTS = (("aid", 1_500_000, 420_000, 121), ("Sickness", 560_000, 300_000, 42))


def test_a_line_that_other_accounts_hold_is_the_whole_year_of_the_run_and_leaves_the_others_alone(
    many: tuple[Model, Outcome, Outcome],
) -> None:
    model, whole, until = many
    seen = kept(model, whole, until, 3)
    part = replace(seen, lines=("aid",), absent=("sickness",), **{name: getattr(seen, name)[:1] for name in ("gross", "refund", "persons")})
    (aid, _), (alone, sick) = (followed(model, whole, until, each, 0) for each in (seen, part))
    assert alone.line == aid.line
    assert np.array_equal(alone.municipality, aid.municipality)
    money = accounts(model, whole)
    assert sick.line == "sickness"
    assert np.allclose(sick.gross, money.gross[:, -1, 1])
    assert np.allclose(sick.state, money.state[:, -1, 1])
    assert sick.persons.shape == (MANY, 12)
