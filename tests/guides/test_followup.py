"""The guide to a budget follow-up, executed: its commands on the accounts that are shipped, and what they write."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from simcase.cli import main
from simcase.study import Shown

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "follow-up-the-budget.md"
LINES = 9


def call(command: str) -> Result:
    return CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)


@pytest.fixture
def settled(folder: Path, shipped: list[Shown], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the runs of other tests are found again."""
    for name, value in {"RESULTS": shipped[0].request.results.as_posix(), "REPLICATIONS": "20", "WORKERS": "1", "LANG": "en"}.items():
        monkeypatch.setenv(f"SIMCASE_{name}", value)
    return folder


def test_the_guide_leads_from_accounts_to_a_workbook(settled: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    commands = [line.removeprefix("simcase ") for line in text.splitlines() if line.startswith("simcase ")]
    done = [call(command) for command in commands]
    assert [each.exit_code for each in done] == [0] * len(commands), [each.output for each in done]
    row = re.findall(r"^2019-01;.*$", text, re.MULTILINE)[0]
    assert row in (settled / "calibration/aabenraa-2019/accounts/made-up-2019.csv").read_text(encoding="utf-8-sig")
    _, workbook, files, stored, as_json = done
    assert workbook.stdout == files.stdout == stored.stdout
    said = "After March 2019, the accounts for support without disability pension in 2019 are expected to be"
    assert said in " ".join(workbook.stdout.split())
    for said in ("Against the original budget", "Against the corrected budget", "Of which", "co-financing"):
        assert said in " ".join(workbook.stdout.split())
    document = json.loads(as_json.stdout)
    assert (document["as_of"], document["year"], document["rows_left_out"]) == ("2019-02", 2019, 10)
    assert "made-up" in document["accounts"]


@pytest.mark.parametrize(("lang", "sheet"), [("da", "Regnskab"), ("en", "Accounts")])
def test_the_workbook_says_what_the_json_says(settled: Path, lang: str, sheet: str) -> None:
    assert call("init .").exit_code == 0
    command = "followup kik-ii --actuals calibration/aabenraa-2019/accounts/made-up-2019.xlsx --as-of 2019-03"
    document = json.loads(call(f"{command} --json -o x.xlsx --lang {lang}").stdout)
    total = next(row for row in document["lines"] if row["line"] == "i_alt")
    book = openpyxl.load_workbook(settled / "x.xlsx", data_only=True)
    rows = list(book[sheet].iter_rows(min_row=5, values_only=True))
    ours = rows[LINES]
    assert ours[2] == total["corrected"]["kroner"]
    assert ours[6] == pytest.approx(total["so_far"]["municipality"])
    assert ours[8:11] == pytest.approx([total["expected"]["municipality"][name] for name in ("mean", "p05", "p95")])
    assert sum(row[8] for row in rows[:LINES]) == pytest.approx(ours[8])
    formulas = openpyxl.load_workbook(settled / "x.xlsx")[sheet]
    assert str(formulas["I14"].value).startswith("=")
    assert str(formulas["B14"].value).startswith("=SUM(")
    folder = call(f"{command} -o tables --lang {lang}")
    assert folder.exit_code == 0
    assert len(list((settled / "tables").glob("*.csv"))) == 5


def test_wrong_accounts_run_nothing_and_overwrite_nothing(settled: Path) -> None:
    (settled / "x.csv").write_text("month;line;gross;refund;persons\n2019-01;fleksjob;1;1;1\n", encoding="utf-8")
    (settled / "x.xlsx").write_text("mine", encoding="utf-8")
    wrong = call("followup kik-ii --actuals x.csv --as-of 2019-01-31 -o x.xlsx")
    assert wrong.exit_code == 2
    assert re.search(r"x.csv .*Unemployment insurance, .*: found no row for 2019-01", " ".join(wrong.stderr.split()))
    assert "nothing was run" in wrong.stderr
    assert (settled / "x.xlsx").read_text(encoding="utf-8") == "mine"
    early = call("followup kik-ii --actuals x.csv --as-of 2018-08-31")
    assert early.exit_code == 2
    assert "--as-of: found 2018-08-31" in early.stderr
    page = call("followup kik-ii --actuals x.csv --as-of 2019-01-31 -o x.html")
    assert page.exit_code == 2


def test_without_a_corrected_budget_the_original_one_is_told_once(settled: Path) -> None:
    assert call("init .").exit_code == 0
    accounts = settled / "calibration/aabenraa-2019/accounts/made-up-2019.csv"
    done = call(f"followup kik-ii --actuals {accounts} --as-of 2019-03 -o x.xlsx --lang da")
    assert done.stdout.count("Mer- og mindreforbrug 2019 mod") == 1
    assert "korrigerede" not in done.stdout
    assert "Korr." not in done.stdout
    book = openpyxl.load_workbook(settled / "x.xlsx", data_only=True)
    said = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert not [each for each in said if "orrigere" in each]
    assert [each for each in said if each.startswith(f"simcase followup kik-ii --actuals {accounts} --as-of 2019-03-31 --refund-lag 1 ")]


def test_a_file_of_few_persons_is_said_to_be_far_off_before_its_figures_are_held_against_a_budget(settled: Path) -> None:
    assert call("init .").exit_code == 0
    rows = (settled / "calibration/aabenraa-2019/accounts/made-up-2019.csv").read_text(encoding="utf-8-sig").splitlines()
    small = [f"{month};{line};{20 * 9000},0;0;20" for month, line, *_ in (row.split(";") for row in rows[1:])]
    (settled / "small.csv").write_text("\n".join([rows[0], *small]), encoding="utf-8")
    said = " ".join(call("followup kik-ii --actuals small.csv --as-of 2019-03 --lang da").stdout.split())
    order = [said.index(text) for text in ("uddannelseshjælp (talt 20, ventet", "kan ikke bruges endnu", "Mod det oprindelige budget")]
    assert order == sorted(order)


def test_a_line_that_the_accounts_lack_has_no_price_and_neither_has_the_sum(settled: Path) -> None:
    assert call("init .").exit_code == 0
    rows = (settled / "calibration/aabenraa-2019/accounts/made-up-2019.csv").read_text(encoding="utf-8-sig").splitlines()
    parts = [row.split(";") for row in rows[1:]]
    blank = [";".join([*cells[:2], "", "", ""] if cells[1] == "Ressourceforløbsydelse" else cells) for cells in parts]
    (settled / "part.csv").write_text("\n".join([rows[0], *blank]), encoding="utf-8")
    lines = json.loads(call("followup kik-ii --actuals part.csv --as-of 2019-03 --json").stdout)["lines"]
    price = {row["line"]: row["original"] and row["original"]["price"] for row in lines}
    assert price["ressourceforloebsydelse"] is price["i_alt"] is None
    assert price["fleksjob"] is not None
