"""The citizen worked by hand in the docs: her world as it stands there, played, and each bold figure compared to the øre."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from simcase.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "background" / "money.md"
BOLD = re.compile(r"\*\*([\d,.]+)\*\*")


def test_the_program_says_what_was_worked_out_by_hand(folder: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    name, world = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(world, encoding="utf-8")
    command = re.findall(r"`simcase (run as-is [^`]*)`", text)[0]
    done = CliRunner().invoke(main, [*command.split(), "--json"], catch_exceptions=False)
    assert done.exit_code == 0
    budget = {row["line"]: row for row in json.loads(done.stdout)["budget"]}
    for line in ("sygedagpenge", "jobafklaring"):
        row = next(row for row in text.splitlines() if row.startswith(f"| *{line}*"))
        by_hand = [float(kroner.replace(",", "")) for kroner in BOLD.findall(row)]
        assert len(by_hand) == 3
        assert [round(budget[line][payer]["mean"], 2) for payer in ("gross", "state", "municipality")] == by_hand
