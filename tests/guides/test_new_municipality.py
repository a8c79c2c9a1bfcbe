"""The guide to a new municipality, executed: its files as they stand there, its commands one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from simcase.cli import main
from simcase.declare.schema import CalibrationFile
from simcase.model import resolve

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "new-municipality.md"
DANISH = GUIDE.with_name("ny-kommune.md")
BLOCK = re.compile(r"^```(?:csv|yaml)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(rf"{BLOCK.pattern}|^(simcase [^\n]*)$", re.MULTILINE | re.DOTALL)


def test_the_budget_of_both_guides_has_every_line_of_the_total_and_their_goal_states_that_there_are() -> None:
    english, danish = (dict(BLOCK.findall(file.read_text(encoding="utf-8"))) for file in (GUIDE, DANISH))
    assert english == danish
    texts = (english[f"calibration/greve-2019/{name}.yaml"] for name in ("budget", "goals"))
    budget, goals = (CalibrationFile.model_validate(YAML(typ="safe").load(text)) for text in texts)
    model = resolve("as-is", calibration="aabenraa-2019")
    assert budget.budget is not None
    assert goals.goals is not None
    assert budget.budget.lines.keys() == {line.id for line in model.lines if not line.memo}
    persons = [line.full_time_persons for line in budget.budget.lines.values() if line.full_time_persons]
    assert {each.grade for each in persons} == {"A"}, "else what is typed from a budget is starred as judged"
    assert {name for goal in goals.goals for name in goal.states} <= {state.id for state in model.states}


@pytest.mark.slow
def test_the_guide_leads_to_a_calibration_of_own_figures(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMCASE_LANG", "en")
    text = GUIDE.read_text(encoding="utf-8")
    said = {}
    for name, content, command in STEP.findall(text):
        if name:
            (folder / name).write_text(content, encoding="utf-8")
            continue
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
