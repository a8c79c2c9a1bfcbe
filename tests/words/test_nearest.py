"""Which name is meant by a word: as it is spelled, as it begins, or as it is called in either language; and none that is far."""

from __future__ import annotations

import time

import pytest

from simcase.declare.values import Label
from simcase.errors import closest
from simcase.words import tell

LABELS = {
    "education": Label(da="Uddannelse", en="Education"),
    "uddannelseshjaelp_parat": Label(da="Uddannelseshjælp, parat", en="Education aid, ready"),
    "small-jobs": Label(da="Flere småjobs", en="More small jobs"),
    "foertidspension": Label(da="Førtidspension", en="Disability pension"),
}


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("uddannelse", LABELS, "education"),
        ("Småjobs", LABELS, "small-jobs"),
        ("disability", LABELS, "foertidspension"),
        ("førtidspension", LABELS, "foertidspension"),
        ("pensoin", ["pension", "work"], "pension"),
        ("rum", ["run", "goals"], "run"),
        ("--repl", ["--replications", "--calibration"], "--replications"),
        ("--replications", ["--calibration", "--results"], None),
        ("birkedal-2026", ["dk-2026", "aabenraa-2019"], None),
        ("--til", ["--to", "--fit"], None),
        ("mentor", LABELS, None),
    ],
)
def test_only_what_is_near_is_taken_to_be_meant(word: str, known: dict[str, Label] | list[str], meant: str | None) -> None:
    hint = closest(word, known, LABELS)[1]
    assert (meant is None and not hint) or hint.startswith(f"Did you mean '{meant}'"), hint


def test_what_is_found_by_its_label_is_told_with_it_in_the_language_of_who_reads() -> None:
    hint = closest("uddannelse", LABELS, LABELS)[1]
    assert (hint, tell(hint, "da")) == ("Did you mean 'education' (Education)?", "Mente du 'education' (Uddannelse)?")


def test_a_beginning_of_two_names_may_mean_either() -> None:
    assert closest("uddannelseshjælp", ["uddannelseshjaelp_a", "uddannelseshjaelp_b"])[1] == (
        "Did you mean 'uddannelseshjaelp_a' or 'uddannelseshjaelp_b'?"
    )


def test_many_names_are_not_listed_where_one_is_meant() -> None:
    many = [f"state-{number}" for number in range(30)]
    assert closest("stat-7", many) == ("one of 30 names", "Did you mean 'state-7'?")
    assert closest("house", many)[0].startswith("one of state-0, state-1, ")


def test_a_name_of_any_length_is_looked_for_in_no_time() -> None:
    begun = time.process_time()
    assert closest("abcdefghij-" * 10_000, [f"rates.full.{n}.value" for n in range(100)])[1] == ""
    assert time.process_time() - begun < 1.0
