"""A backtest's forecast is made of what was known; what came after has no way in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simcase.engine import Crew
from simcase.evaluate import forecast, read_case, read_outcomes
from simcase.evaluate.forecast import DRAWS

KIK = Path(__file__).parents[2] / "backtests" / "kik-2015-2018"
FEW = 20


def made(folder: Path, results: Path) -> bytes:
    """Return the bytes of a case's forecast."""
    case = read_case(folder.as_posix())
    return (forecast(case, [], results, Crew(), lambda _done, _total: None).folder / DRAWS).read_bytes()


@pytest.mark.slow
def test_other_outcomes_change_no_byte_of_a_forecast(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / KIK.name, tmp_path / "other" / KIK.name
    for folder in (one, other):
        shutil.copytree(KIK, folder)
        case = folder / "case.yaml"
        lines = [line for line in case.read_text(encoding="utf-8").splitlines() if not line.startswith("replications:")]
        case.write_text("\n".join([*lines, f"replications: {FEW}", ""]), encoding="utf-8")
    outcomes = other / "outcomes.yaml"
    before = read_outcomes(read_case(other.as_posix()))
    outcomes.write_text(outcomes.read_text(encoding="utf-8").replace("value: ", "value: 9"), encoding="utf-8")
    after = read_outcomes(read_case(other.as_posix()))
    assert [each.value for each in before] != [each.value for each in after]
    assert made(one, tmp_path / "a") == made(other, tmp_path / "b")
