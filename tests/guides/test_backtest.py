"""The guide to backtests, executed: a shipped case, one of one's own, an outcome that comes later, a shock."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simcase.cli import main
from simcase.errors import FELL_SHORT

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "backtest.md"
FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def call(command: str) -> Result:
    return CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, shlex.split(command), catch_exceptions=False)


def check_scores(text: str) -> None:
    """Hold the guide's table of scores against those of the forecasts that are stored."""
    found = {each["case"]: each for each in json.loads(call("backtest score --json").stdout)["backtests"]}
    rows = [[cell.strip("` ") for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| `")]
    assert {row[0] for row in rows} == set(found) - {"mine"}
    for case, outcomes, inside, crps, *naive in rows:
        each = found[case]
        assert (len(each["outcomes"]), each["inside"]) == (int(outcomes), int(inside))
        said = [float(figure.strip("()")) for cell in (crps, *naive) for figure in cell.split()]
        shown = [each["crps"], *(one["error"] for one in each["against"]), each["against"][-1]["crps"]]
        assert said == pytest.approx(shown, abs=0.5)
        assert each["par"] is (case == "kik-2015-2018")


@pytest.mark.slow
def test_the_guide_leads_from_a_case_to_its_score(folder: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8").replace("replications: 100", "replications: 20")
    files = {folder / name: content for name, content in FILE.findall(text)}
    said = {}
    for line in text.splitlines():
        if line.startswith("simcase "):
            done = call(line.removeprefix("simcase "))
            short = line.startswith("simcase backtest -o") or "--shocks" in line
            assert done.exit_code in {0, FELL_SHORT if short else 0}, (line, done.output)
            said[line] = " ".join(done.stdout.split())  # lines are broken to the width of the terminal
        if line == "simcase init .":
            for file, content in files.items():
                file.parent.mkdir(exist_ok=True)
                file.write_text(content, encoding="utf-8")
    check_scores(text)
    assert (folder / "forecast-and-outcome.html").stat().st_size > 0
    assert "No outcome is known yet" in said["simcase backtest mine"]
    assert "held against: 1." in said["simcase backtest score mine"]
    assert "Our a-dagpenge with recession" in said["simcase backtest mine --shocks recession"]
