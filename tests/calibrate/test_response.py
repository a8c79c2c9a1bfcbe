"""Unknowns and chance are told apart, and what is missed of counts goes on as chance does."""

from __future__ import annotations

import numpy as np

from simcase.calibrate.response import Chance, carried, response

MONTHS = 12


def test_what_unknowns_move_is_told_from_what_chance_does() -> None:
    draw = np.random.default_rng(4)
    values = draw.standard_normal((6, 400))
    moved = 0.1 * draw.standard_normal((1, MONTHS, 6))
    moved[:, :, 5] = 0.0
    chance = Chance(0.8, 0.03, 0.02)
    luck = np.linalg.cholesky(chance.covariance(MONTHS)) @ draw.standard_normal((MONTHS, 400))
    may = np.ones(moved.shape)
    may[:, :, 5] = 0.0
    found = response(values, (moved @ values + luck[None]).transpose(2, 0, 1), may)
    np.testing.assert_allclose(found.moved, moved, atol=5.0 * 0.05 / np.sqrt(400.0))
    assert not found.moved[:, :, 5].any()
    np.testing.assert_allclose(found.chance, [chance], rtol=0.15)
    assert found.covariance().shape == (MONTHS, MONTHS)


def test_a_miss_goes_on_as_far_as_its_counts_can_be_trusted() -> None:
    misses = np.full((2000, 1, 5), 0.1)
    misses[:, :, 3] = np.nan
    luck = np.random.default_rng(5).standard_normal((2000, 1, 4))
    chance = [Chance(0.5, 0.03, 0.03)]
    sure, unsure, rough = (
        carried(misses, np.full((1, 5), error), chance, later, luck) for error, later in ((1e-6, 0.0), (10.0, 0.0), (1e-6, 0.02))
    )
    np.testing.assert_allclose(sure[:, 0], np.tile([0.05, 0.025, 0.0125], (2000, 1)), atol=1e-5)
    assert np.abs(unsure.mean(axis=0)).max() < 0.01
    stays = np.sqrt(2.0) * 0.03 / np.sqrt(1.0 - 0.5**2)  # of the place's luck less the member's
    np.testing.assert_allclose(unsure[:, 0, 0].std(), 0.5 * stays, rtol=0.06)
    np.testing.assert_allclose((rough - sure).std(axis=0), 0.02, rtol=0.06)


def test_a_line_that_nobody_is_on_has_no_chance() -> None:
    values = np.random.default_rng(6).standard_normal((2, 30))
    found = response(values, np.zeros((30, 1, MONTHS)), np.ones((1, MONTHS, 2)))
    assert found.chance == (Chance(0.0, 0.0, 0.0),)
    assert not found.moved.any()
