"""The guide to a new municipality, executed: its files as they stand there, its commands one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.cli import main
from simcase.model import resolve

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "new-municipality.md"
BLOCK = re.compile(r"^```csv\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_guide_leads_to_a_calibration_of_own_figures(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMCASE_LANG", "en")
    text = GUIDE.read_text(encoding="utf-8")
    for name, content in BLOCK.findall(text):
        (folder / name).write_text(content, encoding="utf-8")
    said = {}
    for command in (line for line in text.splitlines() if line.startswith("simcase ")):
        done = CliRunner().invoke(main, [*shlex.split(command)[1:]], catch_exceptions=False)
        assert done.exit_code == 0, (command, done.stderr)
        said[command.split()[1]] = " ".join(done.stdout.split())
    assert "population Aabenraa's ages, scaled (D)" in said["init"]
    counted = {each.id: each for each in resolve("as-is", calibration="greve-2019").targets}
    assert counted["y01a02.a_dagpenge.2019"].value == pytest.approx(762.6, abs=0.05)
    assert counted["national.fleksjob"].grade == "C"
    own = {(each.from_, each.to): each.rate.grade for each in resolve("as-is", calibration="greve-own").transitions}
    assert own["employment", "sygedagpenge"] == "A"
    assert "D" in own.values()
    assert "Calibration greve-own" in said["run"]
