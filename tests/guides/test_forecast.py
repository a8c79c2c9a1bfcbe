"""The guide to forecasts from monthly counts: what it keeps can be kept."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.calibrate.keep import check_keeping
from simcase.cli import main
from simcase.errors import UserError
from simcase.model import resolve

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "forecast-from-monthly-counts.md"


def test_the_guide_keeps_what_was_learned_in_a_calibration_that_has_a_population(folder: Path) -> None:
    commands = [shlex.split(line)[1:] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("simcase ")]
    (begun,) = [words for words in commands if words[0] == "init"]
    done = CliRunner().invoke(main, begun, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    (saved,) = [words for words in commands if "--save" in words]
    calibration, name = (saved[saved.index(option) + 1] for option in ("--calibration", "--save"))
    assert check_keeping(resolve("as-is", calibration=calibration), name) == Path("calibration", calibration, "fits")
    (run,) = [words for words in commands if words[0] == "run"]
    assert (run[run.index("--calibration") + 1], run[run.index("--fit") + 1]) == (calibration, name)
    with pytest.raises(UserError, match="which has no population"):
        check_keeping(resolve("as-is", calibration="any-municipality"), name)
    assert (folder / "calibration" / calibration).is_dir()
