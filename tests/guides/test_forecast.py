"""The guides to forecasts from monthly counts, in both languages: what they keep can be kept, and their commands foresee."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.calibrate.counts import read_counts
from simcase.calibrate.keep import check_keeping
from simcase.cli import main
from simcase.errors import UserError
from simcase.importers.monthly import names_of
from simcase.model import resolve

GUIDE, DANISH = (Path(__file__).parents[2] / "docs" / "guides" / name for name in ("forecast-from-monthly-counts.md", "prognose.md"))


def commands(guide: Path) -> list[str]:
    return [line for line in guide.read_text(encoding="utf-8").splitlines() if line.startswith("simcase ")]


def test_both_guides_have_the_same_commands_and_counts(tmp_path: Path) -> None:
    model = resolve("as-is", calibration="any-municipality")
    read = []
    for guide in (GUIDE, DANISH):
        (text,) = re.findall(r"^```csv\n(.*?)^```$", guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        (tmp_path / "counts.csv").write_text(text, encoding="utf-8")
        read.append(read_counts(tmp_path / "counts.csv", tuple(line.id for line in model.lines), names_of(model)))
    assert read[0].lines == read[1].lines
    assert (read[0].persons == read[1].persons).all()


@pytest.mark.slow
def test_the_danish_guide_foresees_from_counts_of_two_years(folder: Path) -> None:
    rows = [
        f"{year}-{month:02d};{line};{persons}"
        for year in (2023, 2024)
        for month in range(1, 13)
        for line, persons in (("a-dagpenge", 500 + 10 * (month % 4)), ("kontanthjælp", 800 - month))
    ]
    (folder / "counts.csv").write_text("\n".join(["måned;ydelse;personer", *rows]), encoding="utf-8")
    words = shlex.split(re.sub(r"(--counts \S+ ?)+", "--counts counts.csv ", commands(DANISH)[0]))[1:]
    done = CliRunner().invoke(main, [*words, "--lang", "da", "--quiet", "--results", "results"], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    assert "2025" in done.stdout
    assert "A-dagpenge" in done.stdout


def test_the_guide_keeps_what_was_learned_in_a_calibration_that_has_a_population(folder: Path) -> None:
    said = [shlex.split(line)[1:] for line in commands(GUIDE)]
    (begun,) = [words for words in said if words[0] == "init"]
    done = CliRunner().invoke(main, begun, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    (saved,) = [words for words in said if "--save" in words]
    calibration, name = (saved[saved.index(option) + 1] for option in ("--calibration", "--save"))
    assert check_keeping(resolve("as-is", calibration=calibration), name) == Path("calibration", calibration, "fits")
    (run,) = [words for words in said if words[0] == "run"]
    assert (run[run.index("--calibration") + 1], run[run.index("--fit") + 1]) == (calibration, name)
    with pytest.raises(UserError, match="which has no population"):
        check_keeping(resolve("as-is", calibration="any-municipality"), name)
    assert (folder / "calibration" / calibration).is_dir()
