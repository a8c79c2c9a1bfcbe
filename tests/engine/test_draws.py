"""Draws of what is not known: which replications share one, and that each is stratified, keyed, and moved by no other."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from scipy.stats import kstest

from simcase.engine.draws import economy_draw, normals, unknowns_draw
from simcase.engine.kernel.streams import PARAMETER, word
from simcase.vocabulary import BLOCK

KEYS = tuple((place, word(PARAMETER, 0, 0)) for place in (11, 2**32 - 5, 77))


def drawn(draw_of: object, count: int, keys: tuple[tuple[int, int], ...] = KEYS) -> np.ndarray:
    """Return the normals of so many replications (shape: replications, keys)."""
    return np.array([normals(3, draw_of(number), keys) for number in range(count)])  # type: ignore[operator]


def test_two_replications_share_an_economy_and_in_every_other_pair_the_unknowns() -> None:
    economy, unknowns = ([draw_of(number) for number in range(80)] for draw_of in (economy_draw, unknowns_draw))
    assert economy[::2] == economy[1::2]
    assert len(set(economy)) == 40
    same = [one == other for one, other in zip(unknowns[::2], unknowns[1::2], strict=True)]
    assert same == [True, False] * 20
    assert len(set(unknowns)) == 60


@pytest.mark.parametrize("draw_of", [economy_draw, unknowns_draw])
def test_the_draws_of_a_block_have_a_stratum_each(draw_of: object) -> None:
    for block in range(3):
        numbers = range(block * BLOCK, (block + 1) * BLOCK)
        draws = sorted({draw_of(number) for number in numbers})  # type: ignore[operator]
        for stream in {draw.stream for draw in draws}:
            own = [draw for draw in draws if draw.stream == stream]
            assert {draw.strata for draw in own} == {len(own)}
            levels = np.array([[NormalDist().cdf(value) for value in normals(3, draw, KEYS)] for draw in own])
            assert (np.sort(np.floor(levels * len(own)), axis=0) == np.arange(len(own))[:, None]).all()


@pytest.mark.parametrize("draw_of", [economy_draw, unknowns_draw])
def test_a_draw_is_a_standard_normal_and_unknowns_know_nothing_of_each_other(draw_of: object) -> None:
    found = drawn(draw_of, 4_000)[::2]
    assert kstest(found[:, 0], "norm").pvalue > 0.001
    assert np.abs(np.corrcoef(found.T) - np.eye(3)).max() < 0.1
    assert np.abs(np.corrcoef(found[:-1, 0], found[1:, 0])[0, 1]) < 0.1


def test_one_more_unknown_moves_no_other() -> None:
    assert (drawn(unknowns_draw, 30, KEYS[1:]) == drawn(unknowns_draw, 30)[:, 1:]).all()
    assert (drawn(unknowns_draw, 30) != drawn(economy_draw, 30)).any()
