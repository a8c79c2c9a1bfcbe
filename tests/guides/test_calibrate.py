"""The guide to a calibration, executed: its files as they stand there, its commands one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.cli import main

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "calibrate-your-municipality.md"
BLOCK = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_guide_leads_to_two_fits_and_a_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMCASE_LANG", "en")
    text = GUIDE.read_text(encoding="utf-8")
    for name, content in BLOCK.findall(text):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    commands = [line for line in text.splitlines() if line.startswith("simcase ")]
    said = []
    for command in commands:
        done = CliRunner().invoke(main, [*shlex.split(command)[1:]], catch_exceptions=False)
        assert done.exit_code == 0, (command, done.stderr)
        said.append(" ".join(done.stdout.split()))
    _, plan, counts, compared, run = said
    assert "budget.help" in plan.split("For comparison")[0]
    assert "count.march" in plan.split("For comparison")[1].split("Unknowns")[0]
    assert "count.march" in counts.split("For comparison")[0]
    assert "The plan lies in the interval for 1 of 1 lines." in plan
    assert "The targets say nothing of: Take-up of help" in counts
    assert "net spending in 2020" in compared
    assert "Calibration smalltown-2019" in run
