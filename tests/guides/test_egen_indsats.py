"""The Danish guide to an initiative of one's own, executed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.cli import main

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "egen-indsats.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^simcase (.+)$", GUIDE, re.MULTILINE)
FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HURRIED = {"compare": 20, "breakeven": 4}
"""The commands that play, each with so many replications: as many as a report needs, and few where a value is looked for."""
DAYS = 306 / 366 + 1 + 1
"""Years from March 2020 to the end of 2022."""


@pytest.mark.usefixtures("undrawn")
def test_the_guide_is_followed_word_by_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        words = command.split()
        if words[0] == "check":
            (path, text), *more = FILE.findall(GUIDE)
            assert not more
            before = Path(path).read_text(encoding="utf-8")
            keys = {line.split(":")[0].strip(" #-") for line in before.splitlines() if ":" in line}
            assert {line.split(":")[0].strip(" -") for line in text.splitlines()} <= keys
            Path(path).write_text(text, encoding="utf-8")
        if words[0] in HURRIED:
            words += ["--replications", str(HURRIED[words[0]]), "--workers", "1", "--results", "results", "--quiet", "--json"]
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert done.exit_code == 0, f"{command}: {done.stderr}"
        if words[0] == "init":
            monkeypatch.chdir(tmp_path / words[1])
        if words[0] == "compare":
            spent = [
                row["investment"]["mean"]
                for row in json.loads(done.stdout)["scenarios"][0]["business_case"]
                if row["payer"] == "municipality"
            ]
            assert sum(spent) == pytest.approx(60 * 45_000 * DAYS)
            assert "7,66 mio. kr." in GUIDE
    (text,) = re.findall(r"^```yaml\n(title: .*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert "scenarios/smaajobs-40.yaml" in GUIDE
    Path("scenarios/smaajobs-40.yaml").write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["explain", "smaajobs-40", "--lang", "da", "--results", "results"], catch_exceptions=False)
    assert "40 (0-106,7) job om året" in " ".join(told.stdout.split())
    assert Path("mentor.html").stat().st_size > 100_000
