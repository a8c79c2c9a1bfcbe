"""Luck: the published answers of Philox4x32-10, uniforms inside (0, 1), and keys that no two decisions share."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binom
from statistics_helper import agrees
from worlds import after, asked, move, play, state, stored, write

from simcase import study
from simcase.engine.kernel import streams
from simcase.vocabulary import document_of

KNOWN_ANSWERS = {
    "zeros": ("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    "ones": ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    "pi": ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
}
"""The vectors that Random123 is published with (kat_vectors: philox4x32, 10 rounds)."""
FULL = 0xFFFFFFFF


def words(text: str) -> tuple[np.uint64, ...]:
    return tuple(np.uint64(int(word, 16)) for word in text.split())


@pytest.mark.parametrize("name", KNOWN_ANSWERS)
def test_philox_gives_the_published_answers(name: str) -> None:
    counter, key, answer = (words(text) for text in KNOWN_ANSWERS[name])
    assert streams.philox(counter, key) == answer


def test_two_uniforms_of_a_block_come_from_the_four_words_in_order() -> None:
    # The first published vector, as 53 bits each: 27 of the one word, 26 of the other, in the middle of their cell.
    high, low, other_high, other_low = words(KNOWN_ANSWERS["zeros"][2])
    expected = tuple(((int(a) >> 5) * 2**26 + (int(b) >> 6) + 0.5) / 2**53 for a, b in ((high, low), (other_high, other_low)))
    assert streams.two(0, 0, 0, 0, 0) == expected


def test_every_part_of_a_key_moves_the_luck() -> None:
    parts = [(0, 0, 0, 0, 0), (1, 0, 0, 0, 0), (2**32, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 0, 1, 0, 0), (0, 0, 0, 1, 0), (0, 0, 0, 0, 1)]
    drawn = {uniform for part in parts for uniform in streams.two(*part)}
    assert len(drawn) == 2 * len(parts)


def test_a_uniform_is_above_0() -> None:
    assert streams.unit(np.uint64(0), np.uint64(0)) > 0.0


def test_a_uniform_is_below_1() -> None:
    assert streams.unit(np.uint64(FULL), np.uint64(FULL)) < 1.0


def test_no_two_decisions_share_a_word_of_the_counter() -> None:
    assert len(set(streams.PURPOSES)) == len(streams.PURPOSES)
    states, visits = (0, 1, 127, 199, 255), (0, 1, 2, 0xFFFFF)
    drawn = [streams.word(*key) for key in product(streams.PURPOSES, states, visits)]
    assert len(set(drawn)) == len(drawn)
    assert all(0 <= word <= FULL for word in drawn)


SPLIT = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("idle"), state("work"), state("away")],
    "transitions": [move("idle", "work", 2.0), move("work", "idle", 1.0), move("idle", "away", 0.5), move("away", "idle", 0.5)],
    "stock": {"states": {"idle": 60, "work": 40}},
    "arrivals": [{"id": "movers", "per_year": 50, "states": {"idle": 0.5, "work": 0.5}}],
}


@pytest.mark.parametrize("seed", [2, 1 + 2**32, 1 + 2**62])
def test_every_bit_of_the_seed_counts(folder: Path, seed: int) -> None:
    write(folder, SPLIT)
    one, other = (stored(play(seed=each).folder) for each in (1, seed))
    assert all(one[f"{name}.parquet"] != other[f"{name}.parquet"] for name in ("persons", "population", "cells", "flows"))


def test_a_seed_of_64_bits_is_played(folder: Path) -> None:
    write(folder, SPLIT)
    assert stored(play(seed=2**64 - 1).folder) != stored(play(seed=1).folder)


def test_citizens_from_elsewhere_move_nobody_elses_luck(folder: Path) -> None:
    # A second town in the same world, which is empty at first and then has a stock, arrivals, moves and a rule of its own.
    empty = {**SPLIT, "states": [state("out"), *SPLIT["states"], state("in")]}
    write(folder, empty)
    alone = play(replications=3)
    beside = {
        **empty,
        "transitions": [move("out", "in", 3.0), *SPLIT["transitions"], move("in", "out", 3.0)],
        "stock": {"states": {"out": 70, "idle": 60, "work": 40, "in": 5}},
        "arrivals": [*SPLIT["arrivals"], {"id": "others", "per_year": 90, "states": {"in": 1}}],
        "rules": [after("back", "out", 20, {"in": 0.5, "stay": 0.5})],
    }
    write(folder, beside)
    together = play(replications=3)
    for name in ("idle", "work", "away"):
        for figure in ("days", "stock"):
            assert np.array_equal(alone.by_month(name, figure), together.by_month(name, figure)), (name, figure)


def test_more_citizens_of_one_origin_leave_the_luck_of_the_others(folder: Path) -> None:
    write(folder, {**SPLIT, "transitions": [move("idle", "away", 1.0)], "arrivals": []})
    few = play(replications=3)
    write(folder, {**SPLIT, "transitions": [move("idle", "away", 1.0)], "arrivals": [], "stock": {"states": {"idle": 60, "work": 4000}}})
    assert np.array_equal(few.by_month("idle"), play(replications=3).by_month("idle"))


def test_citizens_of_different_origins_have_luck_of_their_own(folder: Path) -> None:
    # As many from a as from b meet in c. If they shared their luck there, they would leave in pairs and an even number would be left.
    world = {
        "start": "2019-01-01",
        "end": "2019-12-31",
        "states": [state("a"), state("b"), state("c"), state("gone", absorbing=True)],
        "transitions": [move("c", "gone", 1.0)],
        "rules": [after("one", "a", 1, "c"), after("two", "b", 1, "c")],
        "stock": {"states": {"a": 100, "b": 100}},
    }
    write(folder, world)
    odd = np.count_nonzero(play(replications=400).by_month("c")[:, 5] % 2)
    agrees(odd, binom(400, 0.5), 150, "odd")


def test_replications_differ_and_do_not_depend_on_how_many_there_are(folder: Path) -> None:
    write(folder, SPLIT)
    three, five = (play(replications=count) for count in (3, 5))
    assert np.array_equal(three.by_month("idle", "days"), five.by_month("idle", "days")[:3])
    assert len({tuple(row) for row in five.by_month("idle", "days")}) == 5
    assert document_of(study.run(asked(replications=5)).result) == five.document
