"""Draws of the economy against the twin's own luck."""

from __future__ import annotations

from statistics import NormalDist

import pytest
from newcomers import two

from simcase.engine.draws import economy_draw, normals
from simcase.engine.kernel.streams import ECONOMY, word
from simcase.vocabulary import BLOCK


def test_a_draw_is_as_the_twin_s_luck_has_it() -> None:
    luck = [two((3, number), ECONOMY, 42, 0, 0, 24_241) for number in range(10, 20)]
    order = sorted(range(10), key=lambda place: luck[place][1])
    expected = [NormalDist().inv_cdf((order.index(place) + luck[place][0]) / 10) for place in range(10)]
    keys = ((42, word(ECONOMY, 0, 24_241)),)
    assert [normals(3, economy_draw(BLOCK + 2 * place), keys)[0] for place in range(10)] == pytest.approx(expected)
