"""What was learned is kept as a fit, and a run's replications draw its members: rates, starting stock and economy of one, jointly."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simcase.calibrate.counts import Counts
from simcase.calibrate.keep import check_keeping, keep, multipliers_of
from simcase.calibrate.learning import Ensemble
from simcase.calibrate.likely import Municipality, placed_at
from simcase.declare import shipped
from simcase.engine import Task
from simcase.engine.replicate import drawn_tables
from simcase.errors import UserError
from simcase.model import Model, resolve
from simcase.model.members import read_members
from simcase.present.labels import labels_of
from simcase.tables import Tables, tabulate
from simcase.words import Words

FITS = Path("calibration/aabenraa-2019/fits")
LINES = ("a_dagpenge", "integrationsydelse_i_program+integrationsydelse_uden_program")
MEMBERS = 5


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a calibration of its own, of which fits were learned: one of all months, one of fewer than are played."""
    folder = tmp_path_factory.mktemp("town")
    for name in ("aabenraa-2019", "dk-2019"):
        shutil.copytree(shipped() / "calibration" / name, folder / "calibration" / name)
    for name, end in (("whole", date(2022, 12, 31)), ("short", date(2019, 9, 30))):
        place = municipality(end)
        counts = Counts(date(2018, 10, 1), LINES, np.ones((2, 3)))
        members = Ensemble(tuple(each.id for each in place.unknowns), place.prior(MEMBERS), counts, 3, ())
        keep(name, folder / FITS, place, members)
    return folder


def municipality(end: date) -> Municipality:
    """Return a municipality of which counts from October 2018 are known."""
    counts = Counts(date(2018, 10, 1), LINES, np.full((2, 12), 100.0))
    return Municipality(replace(placed_at(resolve("as-is", calibration="aabenraa-2019"), counts, {}), end=end), LINES)


def learned(town: Path, monkeypatch: pytest.MonkeyPatch, fit: str) -> Model:
    """Return the model of a fit."""
    monkeypatch.chdir(town)
    return resolve("as-is", calibration="aabenraa-2019", fit=fit)


def apart(one: Tables, other: Tables) -> list[str]:
    """Return the arrays in which tables differ."""
    arrays = [(name, array, getattr(other.clockwork, name)) for name, array in one.clockwork._asdict().items()]
    arrays.append(("headcount", one.source.headcount, other.source.headcount))
    return [name for name, here, there in arrays if not np.allclose(here, there, rtol=1e-6, atol=0.0, equal_nan=True)]


def test_each_pair_of_replications_plays_a_member_whole(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model, place = learned(town, monkeypatch, "whole"), municipality(date(2022, 12, 31))
    task = Task(tabulate(model), None, 2019, model, "parameters+economy+chance")
    for replication in (0, 3, 9, 10):
        member = place.at(place.prior(MEMBERS)[:, replication // 2 % MEMBERS])
        found = drawn_tables(task, replication).tables
        assert not apart(found, tabulate(member))
    assert apart(drawn_tables(task, 0).tables, drawn_tables(task, 2).tables)


def test_what_counts_say_nothing_of_goes_with_the_rates_as_the_fit_before_says() -> None:
    place = municipality(date(2019, 9, 30))
    many = 2000
    members = Ensemble(
        tuple(each.id for each in place.unknowns), place.prior(many), Counts(date(2018, 10, 1), LINES, np.ones((2, 3))), 3, ()
    )
    found, before = np.corrcoef(multipliers_of(place, members)), np.array(place.model.covariance)
    names, sd = [each.id for each in place.model.parameters], np.sqrt(np.diag(before))
    at = [names.index(each) for each in place.model.fitted]
    assert np.abs(before / np.outer(sd, sd) - np.eye(len(sd))).max() > 0.5
    assert np.abs(found[np.ix_(at, at)] - before / np.outer(sd, sd)).max() < 5.0 / many**0.5


def test_what_is_not_to_vary_is_that_of_the_mean_member(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model, place = learned(town, monkeypatch, "whole"), municipality(date(2022, 12, 31))
    task = Task(tabulate(model), None, 2019, model, "chance")
    first, second = (drawn_tables(task, replication) for replication in (0, 8))
    assert not apart(first.tables, second.tables)
    mean = place.at(place.prior(MEMBERS).mean(axis=1))
    assert np.abs(first.tables.source.headcount - tabulate(mean).source.headcount).max() <= 1
    assert first.economy.any()


def test_months_that_no_member_knows_are_drawn_anew(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = learned(town, monkeypatch, "short")
    task = Task(tabulate(model), None, 2019, model, "chance+economy")
    courses = [drawn_tables(task, replication).economy[:, 0] for replication in (0, 2 * MEMBERS)]  # of the same member
    later = [month >= date(2019, 10, 1) for month in task.tables.names.months]
    assert model.known_until == date(2018, 9, 30)
    np.testing.assert_array_equal(courses[0][: later.index(True)], courses[1][: later.index(True)])
    assert not np.allclose(courses[0][later], courses[1][later])


def test_it_is_known_of_a_run_whether_its_members_learned(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [
        labels_of(model, Words("en")) for model in (learned(town, monkeypatch, "whole"), resolve("as-is", calibration="aabenraa-2019"))
    ]
    assert [each.learned for each in labels] == [True, False]


def test_what_cannot_be_kept_is_told(town: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = learned(town, monkeypatch, "whole")
    assert check_keeping(model, "whole") == FITS
    for name, said in (("budget-2019", "a fit that was not learned from counts"), ("../x", "a name in small letters")):
        with pytest.raises(UserError, match=said):
            check_keeping(model, name)
    with pytest.raises(UserError, match="which has no population"):
        check_keeping(replace(model, population=None), "whole")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="no such folder"):
        check_keeping(model, "whole")


def test_members_that_were_changed_are_refused(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = town / FITS / "short.members.npz"
    before = file.read_bytes()
    file.write_bytes(before[:-1])
    with pytest.raises(UserError, match="`simcase forecast --save` writes both anew"):
        learned(town, monkeypatch, "short")
    file.write_bytes(before)


def test_the_only_rate_of_a_calibration_is_kept(town: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(town)
    place = municipality(date(2019, 9, 30))
    rate = next(each for each in place.model.parameters if each.kind == "transitions")
    alone = replace(place, model=replace(place.model, parameters=(rate,), fitted={}, covariance=()))
    members = Ensemble(
        tuple(each.id for each in alone.unknowns), alone.prior(MEMBERS), Counts(date(2018, 10, 1), LINES, np.ones((2, 3))), 3, ()
    )
    written = keep("one", tmp_path, alone, members).read_text(encoding="utf-8")
    assert written.count(f"id: {rate.id}") == 1


def test_a_fit_of_a_calibration_without_an_economy_is_read_as_it_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("aabenraa-2019", "dk-2019"):
        shutil.copytree(shipped() / "calibration" / name, tmp_path / "calibration" / name)
    (tmp_path / "calibration/dk-2019/economy.yaml").unlink()
    about = tmp_path / "calibration/aabenraa-2019/calibration.yaml"
    about.write_text(re.sub("^known_until.*$", "", about.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    place = municipality(date(2019, 9, 30))
    members = Ensemble(
        tuple(each.id for each in place.unknowns), place.prior(MEMBERS), Counts(date(2018, 10, 1), LINES, np.ones((2, 3))), 3, ()
    )
    keep("still", tmp_path / FITS, place, members)
    kept = read_members(learned(tmp_path, monkeypatch, "still"))
    assert kept is not None
    assert (kept.size, kept.processes, kept.economy.shape[0]) == (MEMBERS, (), 0)
