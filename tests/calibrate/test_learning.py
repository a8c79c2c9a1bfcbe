"""Learning from counts: what members show comes nearer to them, luck is their own, and what was learned is carried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simcase import api
from simcase.calibrate.counts import Counts, read_counts
from simcase.calibrate.foresight import Ask, _learned, forecast, standardised
from simcase.calibrate.keep import stored_members
from simcase.calibrate.learning import COUNTED, ROUNDS, Ensemble, Rule, begun, goes_on, learn, shown
from simcase.calibrate.likely import Municipality, placed_at
from simcase.calibrate.members import Shelf
from simcase.calibrate.response import Chance, Response
from simcase.declare import AS_IS
from simcase.errors import UserError
from simcase.evaluate.scores import crps
from simcase.model import resolve, scaled
from simcase.money.followup import conditioned
from simcase.study import Request
from simcase.vocabulary import Bools, Floats, add_months, month_starts

LINES = ("a_dagpenge", "kontanthjaelp")
FIRST = date(2021, 8, 1)
MONTHS = 18
FEW = 100


def level(months: int) -> Counts:
    """Return counts that hardly move."""
    return Counts(FIRST, LINES, np.tile([[400.0], [600.0]], months) * (1.0 + 0.01 * np.sin(np.arange(months))))


def placed(counts: Counts, seed: int = 7, ahead: int = 0) -> Municipality:
    """Return the municipality of some counts, so many months longer."""
    end = add_months(counts.last, 1 + ahead).toordinal() - 1
    model = placed_at(resolve(AS_IS, calibration="any-municipality"), counts, {})
    return Municipality(replace(model, end=date.fromordinal(end)), LINES, {}, seed)


def lived(seed: int, months: int = MONTHS) -> tuple[Counts, Floats]:
    """Return the counts of a municipality whose unknowns and luck are drawn, and its unknowns."""
    place = placed(level(months))
    draw = np.random.default_rng(seed)
    truth = draw.standard_normal(len(place.unknowns))
    persons = place.shown(truth, 10_000 + seed)
    return Counts(FIRST, LINES, persons * np.exp(COUNTED * draw.standard_normal(persons.shape))), truth


def taught(place: Municipality, counts: Counts, members: int = FEW) -> Floats:
    """Return what the members are after all rounds."""
    *_, last = learn(place, counts, begun(place, members), lambda now: shown(place, now))
    return last.values


def asked(folder: Path, months: int, **more: object) -> tuple[Request, Ask]:
    """Return a request to foresee from counts that hardly move."""
    request = Request(AS_IS, calibration="any-municipality", workers=1, results=folder / "results", **more)  # type: ignore[arg-type]
    return request, Ask(level(months), date(2023, 6, 30), 20)


@pytest.fixture(scope="module")
def learned() -> tuple[Municipality, Counts, Floats]:
    """Return a municipality to six months after its counts, the counts, and what its members are after all rounds."""
    counts, _ = lived(3)
    place = placed(counts, ahead=6)
    return place, counts, taught(place, counts)


def test_members_come_nearer_to_the_counts(learned: tuple[Municipality, Counts, Floats]) -> None:
    place, counts, values = learned
    before, after = (np.log(shown(place, each)[:, :, :MONTHS] / counts.persons) for each in (begun(place, FEW), values))
    assert np.sqrt((after**2).mean()) < 0.6 * np.sqrt((before**2).mean())
    assert after.std(axis=0).mean() > 0.005  # a likely town each, not one


def test_a_count_tells_nothing_of_what_comes_after_it(learned: tuple[Municipality, Counts, Floats]) -> None:
    place, _, after = learned
    prior = begun(place, FEW)
    later = [each.kind == "economy" and each.month >= MONTHS for each in place.unknowns]
    assert any(later)
    np.testing.assert_array_equal(prior[later], after[later])


def test_smooth_counts_do_not_drive_members_apart() -> None:
    months = np.arange(36)
    smooth = Counts(FIRST, LINES, np.array([400.0 * (1.0 + 0.1 * np.cos(months * np.pi / 6.0)), 600.0 * 0.997**months]))
    place = placed(smooth)
    before, after = (np.log(shown(place, values) / smooth.persons)[:, :, -1] for values in (begun(place, FEW), taught(place, smooth)))
    assert (after.std(axis=0) < before.std(axis=0)).all()
    assert np.abs(after).max() < 0.2


def test_learning_month_by_month_comes_near_learning_at_once(learned: tuple[Municipality, Counts, Floats]) -> None:
    place, counts, at_once = learned
    early = placed(counts.until(MONTHS - 3), ahead=9)
    part = taught(early, counts.until(MONTHS - 3))
    *_, last = learn(place, counts, part, lambda now: shown(place, now), MONTHS - 3)
    figures = [shown(place, values) for values in (at_once, last.values)]
    foreseen = [np.log(each * goes_on(place, each, counts, last.chance))[:, :, -1] for each in figures]
    apart = np.abs(foreseen[0].mean(axis=0) - foreseen[1].mean(axis=0))
    assert (apart < 0.5 * foreseen[0].std(axis=0)).all()


def test_months_learned_in_two_parts_teach_what_they_teach_together() -> None:
    draw, months = np.random.default_rng(8), 6
    answer = Response(draw.standard_normal((1, months, 4)), (Chance(0.9, 0.5, 0.4),))
    counted, errors = draw.standard_normal(months), np.full((1, months), 0.3)

    def taught_by(old: Bools, new: Bools, mean: Floats) -> Floats:
        rule = Rule.of(answer, errors, old[None], new[None])
        for number in range(ROUNDS):
            missed = counted - answer.moved[0] @ mean
            mean = mean + rule.gain(number) @ (missed[new] - rule.carries @ missed[old])
        return mean

    early, none, all_of = np.arange(months) < 4, np.zeros(months, dtype=bool), np.ones(months, dtype=bool)
    in_parts = taught_by(early, ~early, taught_by(none, early, np.zeros(4)))
    np.testing.assert_allclose(in_parts, taught_by(none, all_of, np.zeros(4)), rtol=1e-9)
    exact = answer.moved[0].T @ np.linalg.solve(answer.moved[0] @ answer.moved[0].T + answer.covariance() + 0.09 * np.eye(months), counted)
    np.testing.assert_allclose(in_parts, exact, rtol=1e-9)


def test_what_is_foreseen_goes_on_from_the_last_counts() -> None:
    counts = level(MONTHS)
    fallen = replace(counts, persons=counts.persons * np.where(np.arange(MONTHS) < MONTHS - 3, 1.0, 0.9))
    place = placed(counts, ahead=3)
    *_, last = learn(place, fallen, begun(place, FEW), lambda now: shown(place, now))
    figures = shown(place, last.values)
    factors = goes_on(place, figures, fallen, last.chance)
    after = np.median((figures * factors)[:, :, MONTHS], axis=0) / fallen.persons[:, -1]
    assert np.abs(np.log(after)).max() < 0.03
    assert (factors[:, :, :MONTHS] == 1.0).all()


def test_a_longer_horizon_moves_no_draw() -> None:
    short, long = placed(level(12)), placed(level(12), ahead=12)
    names = [each.id for each in long.unknowns]
    at = [names.index(each.id) for each in short.unknowns]
    np.testing.assert_array_equal(short.prior(5), long.prior(5)[at])
    np.testing.assert_array_equal(shown(short, short.prior(5)), shown(long, long.prior(5))[:, :, :12])


def test_an_interruption_changes_nothing(tmp_path: Path) -> None:
    whole, broken = (tmp_path / name for name in ("whole", "broken"))
    for folder in (whole, broken):
        folder.mkdir()
    request, ask = asked(whole, MONTHS)
    told = forecast(request, ask, lambda _done, _count: None)
    request, ask = asked(broken, MONTHS)
    rounds = 0

    def stop(done: int, count: int) -> None:
        nonlocal rounds
        rounds += done == count
        if rounds == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        forecast(request, ask, stop)
    assert list((broken / "results" / "learned").rglob("*-1.npz"))
    assert forecast(request, ask, lambda _done, _count: None) == told


def test_one_month_more_begins_with_what_was_learned(tmp_path: Path) -> None:
    request, ask = asked(tmp_path, MONTHS)
    assert forecast(request, ask, lambda _done, _count: None).learned_before is None
    request, ask = asked(tmp_path, MONTHS + 1)
    told = forecast(request, ask, lambda _done, _count: None)
    assert told.learned_before == add_months(FIRST, MONTHS - 1)
    assert [row.months for row in told.surprises] == [1, 1]
    assert {row.month for row in told.months} == set(month_starts(add_months(FIRST, MONTHS + 1), date(2023, 6, 30)))


def test_counts_where_nobody_was_foreseen_surprise_most_and_are_told() -> None:
    nobody, some = np.zeros((FEW, 3)), np.array([4.0, 6.0, np.nan])
    assert len(standardised(nobody, some)) == 2
    assert standardised(nobody, some).min() > 2.0
    assert standardised(nobody, np.zeros(3)) == pytest.approx([0.0] * 3, abs=1e-12)
    assert standardised(np.full((FEW, 1), 600.0), np.array([600.5])) == pytest.approx([1.0])


def test_a_damaged_file_of_members_is_as_none(tmp_path: Path) -> None:
    request, ask = asked(tmp_path, MONTHS)
    told = api.forecast(request, ask.counts, ask.until, members=ask.members).result
    for file in (tmp_path / "results" / "learned").rglob("*.npz"):
        file.write_bytes(file.read_bytes()[:100])
    assert Shelf(file.parent).nearest(level(MONTHS + 1)) is None
    assert forecast(request, ask, lambda _done, _count: None) == told


def test_every_wrong_row_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(
        "month,line,persons\n2021-08,a_dagpenge,400\n2021-08,a_dagpenge,400\n2021-13,kontanthjaelp,3\n2021-08,aid,3\n2021-09,kontanthjaelp,-1\n"
    )
    with pytest.raises(UserError) as wrong:
        read_counts(file, LINES)
    assert [issue.line for issue in wrong.value.issues] == [3, 4, 5, 6]


def test_a_line_that_is_not_known_is_one_problem_and_not_one_a_row(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    months = [f"{month:%Y-%m}" for month in month_starts(date(2021, 1, 1), date(2023, 12, 1))]
    named = "".join(f"{month},aid,3\n{month},a_dagpenge,400\n" for month in months)
    file.write_text(f"month,line,persons\n{named}2024-01,aide,3\n")
    with pytest.raises(UserError) as wrong:
        read_counts(file, LINES)
    assert [(issue.line, issue.found) for issue in wrong.value.issues] == [(2, "'aid' in 36 rows"), (74, "'aide'")]


def test_a_comma_is_none_before_decimals_where_commas_are_between_the_cells(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text('month,line,persons\n2021-08,a_dagpenge,"1,250"\n2021-09,a_dagpenge,400\n2021-10,a_dagpenge,400\n')
    with pytest.raises(UserError) as wrong:
        read_counts(file, LINES)
    assert [(issue.line, issue.found) for issue in wrong.value.issues] == [(2, "'1,250'")]


def test_a_count_is_read_as_danes_write_it_and_one_that_may_be_thousands_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    heading, rest = "month;line;persons\n", "2021-09;a_dagpenge;400\n\n2021-10;a_dagpenge;400.5\n"
    file.write_text(heading + "2021-08;a_dagpenge;1.250,5\n" + rest)
    assert read_counts(file, LINES).persons.tolist() == [[1250.5, 400.0, 400.5]]
    danish = "måned;ydelse;personer\n2021-08;A-dagpenge;1.250,5\n2021-09;A-Dagpenge;400\n2021-10;a_dagpenge;400,5\n"
    file.write_text(danish, encoding="utf-8-sig")
    assert read_counts(file, LINES, {"a-dagpenge": "a_dagpenge"}).persons.tolist() == [[1250.5, 400.0, 400.5]]
    file.write_text(heading + "2021-08;a_dagpenge;1.250\n" + rest)
    with pytest.raises(UserError) as wrong:
        read_counts(file, LINES)
    (issue,) = wrong.value.issues
    assert (issue.line, issue.found, issue.expected) == (2, "'1.250'", "1250 for thousands, or 1.25 for a decimal point")


@pytest.mark.slow
def test_intervals_hold_what_is_so_and_what_comes_in_simulated_municipalities() -> None:
    months, ahead = 30, 12
    unknown, to_come = [], []
    for seed in range(40):
        lived_through, truth = lived(seed, months + ahead)
        counts = lived_through.until(months)
        place = placed(level(months), ahead=ahead)
        *_, last = learn(place, counts, begun(place, 200), lambda now, place=place: shown(place, now))
        figures = shown(place, last.values)
        counted = [each.month < months for each in place.unknowns]
        unknown.append(held(last.values[counted].T, truth[counted]))
        foreseen = figures * goes_on(place, figures, counts, last.chance)
        to_come.append(held(foreseen[:, :, months:], lived_through.persons[:, months:]))
    assert 0.85 <= np.mean(unknown) <= 0.95
    assert 0.85 <= np.mean(to_come) <= 0.95


def held(members: Floats, truth: Floats) -> Bools:
    """Return whether nine in ten of the members lie about each truth (shape: members, ...; ...)."""
    low, high = np.quantile(members, (0.05, 0.95), axis=0)
    return np.asarray((low <= truth) & (truth <= high))


def test_what_moves_entries_for_a_time_is_unknown_in_its_months_alone() -> None:
    place = placed(level(MONTHS))
    months = [each.id.removeprefix("economy:refugees_2022:") for each in place.unknowns if each.of == "refugees_2022"]
    assert months == ["2022-03", "2022-04", "2022-05", "2022-06"]
    came = np.array([each.id == "economy:refugees_2022:2022-04" for each in place.unknowns], dtype=float)
    walk = place.at(came).walks["refugees_2022"]
    assert np.flatnonzero(walk)[0] == 8
    values = place.prior(3)
    stored = stored_members(place, Ensemble(tuple(each.id for each in place.unknowns), values, level(MONTHS), MONTHS, ()), values[:4])
    assert np.flatnonzero(stored.economy[stored.processes.index("refugees_2022")].any(axis=1)).tolist() == [7, 8, 9, 10]
    later = placed(Counts(date(2023, 1, 1), LINES, level(MONTHS).persons))
    assert not [each for each in later.unknowns if each.of == "refugees_2022"]
    told = [row.id for row in _learned(later, later.prior(3), later.prior(3)) if row.kind == "economy"]
    assert told == ["level_a_dagpenge", "level_kontanthjaelp"]


def test_where_one_line_is_counted_its_own_rates_stay_as_they_are_known() -> None:
    model = resolve(AS_IS, calibration="any-municipality")
    line = model.lines[0].id
    counts = Counts(date(2022, 1, 1), (line,), np.full((1, 12), 100.0))
    states = {state.id for state in model.states if state.line == line}
    found, known = ([each for each in one.transitions if each.from_ in states] for one in (placed_at(model, counts, {}), model))
    assert found == known


def test_a_line_that_is_counted_and_holds_nobody_is_refused() -> None:
    model = resolve(AS_IS, calibration="any-municipality")
    line = model.lines[0].id
    empty = scaled(model.stock, {state.id: 0.0 if state.line == line else 1.0 for state in model.states})
    with pytest.raises(UserError, match=f"stock of '{line}': found nobody"):
        placed_at(replace(model, stock=empty), Counts(date(2022, 1, 1), (line,), np.full((1, 12), 100.0)), {})


@pytest.mark.slow
def test_a_year_carried_on_from_its_first_months_is_foreseen_better_by_members_that_learned_from_the_year_before() -> None:
    before, until, scores = 12, 15, []
    for seed in range(8):
        counts, _ = lived(seed, 24)
        place = placed(counts.until(before), ahead=12)
        early = placed(counts.until(before))
        known = dict(zip((each.id for each in early.unknowns), taught(early, counts.until(before)), strict=True))
        prior = begun(place, FEW)
        learned = np.array([known.get(each.id, mine) for each, mine in zip(place.unknowns, prior, strict=True)])
        for values in (prior, learned):
            figures = np.log(shown(place, values))
            for line, told in enumerate(np.log(counts.persons)):
                ahead = conditioned(figures[:, line, until:], figures[:, line, until - 1], float(told[until - 1]))
                scores.append(np.mean([crps(draws, outcome) for draws, outcome in zip(ahead.T, told[until:].tolist(), strict=True)]))
    straight, after = np.reshape(scores, (8, 2, len(LINES))).mean(axis=(0, 2))
    assert after < 0.9 * straight
