"""Accounts are read strictly, from workbooks and Danish or plain CSV files alike, and every problem is told with its row."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simcase.declare import read_grid, shipped
from simcase.errors import UserError
from simcase.model import actuals, budgets, resolve

EXAMPLES = shipped() / "calibration" / "aabenraa-2019" / "accounts"
MARCH = date(2019, 3, 31)
LINES = 10
HEADS = "Måned;Ydelse;Brutto;Refusion;Personer"


@pytest.fixture(scope="module")
def model() -> object:
    return resolve("kik-ii")


def refused(model: object, folder: Path, text: str, as_of: date = MARCH) -> list[str]:
    """Return what is said of accounts that are wrong."""
    file = folder / "a.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as wrong:
        actuals(model, file, as_of)  # type: ignore[arg-type]
    return [str(issue).replace(str(folder), "") for issue in wrong.value.issues]


def example(month: int = 3) -> list[str]:
    """Return the rows of the example in its first months, without heads."""
    return (EXAMPLES / "made-up-2019.csv").read_text(encoding="utf-8-sig").splitlines()[1 : 1 + month * LINES]


def test_the_example_says_the_same_in_either_file(model: object) -> None:
    one, other = (actuals(model, EXAMPLES / f"made-up-2019.{ending}", MARCH) for ending in ("csv", "xlsx"))  # type: ignore[arg-type]
    assert one.lines == other.lines
    assert len(one.lines) == LINES
    for name in ("gross", "refund", "persons"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    assert one.gross[0, 0] == 10_012_350.75
    assert "Opdigtet regnskab" in str(read_grid(EXAMPLES / "made-up-2019.xlsx")[0][0])
    sheets = [
        budgets(model, 2019, file, EXAMPLES / "made-up-2019.xlsx")  # type: ignore[arg-type]
        for file in (None, EXAMPLES / "made-up-budget-2019.csv")
    ]
    assert sheets[0] == sheets[1]
    original, corrected = sheets[0]
    assert original["sygedagpenge"].kroner == 67_798_000
    assert (corrected["sygedagpenge"].kroner, corrected["sygedagpenge"].persons) == (69_298_000, 500)
    assert corrected["fleksjob"] == original["fleksjob"]


def test_a_plain_file_has_points_before_decimals(model: object, tmp_path: Path) -> None:
    rows = [row.replace(",", ".").replace(";", ",") for row in example()]
    (tmp_path / "plain.csv").write_text("\n".join(["month,line,gross,refund,persons", *rows]), encoding="utf-8")
    one, other = (actuals(model, file, MARCH) for file in (tmp_path / "plain.csv", EXAMPLES / "made-up-2019.csv"))  # type: ignore[arg-type]
    assert np.array_equal(one.gross, other.gross)


def test_totals_and_other_months_are_passed_over(model: object, tmp_path: Path) -> None:
    text = "\n".join([HEADS, *example(), "2019-03;I alt;1;2;3", ";;;;", "2018-12;Fleksjob;1000000;0;1270"])
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    seen = actuals(model, tmp_path / "a.csv", date(2019, 2, 28))  # type: ignore[arg-type]
    assert (len(seen.months), seen.left_out) == (2, LINES + 1)


@pytest.mark.parametrize(
    "row",
    [
        "2019-03;I alt;1;2;3",
        "I alt;Fleksjob;1;2;3",
        "I alt 2019;;1;2;3",
        "Total;;1;2;3",
        "2019-03;Fleksjob i alt;1;2;3",
        "2019-03;;1;2;3;Hovedtotal",
    ],
)
def test_sums_are_passed_over_in_whatever_column_they_are_called_so(model: object, tmp_path: Path, row: str) -> None:
    (tmp_path / "a.csv").write_text("\n".join([f"{HEADS};Bemærkning", *example(), row]), encoding="utf-8")
    seen, plain = (actuals(model, file, MARCH) for file in (tmp_path / "a.csv", EXAMPLES / "made-up-2019.csv"))  # type: ignore[arg-type]
    assert np.array_equal(seen.gross, plain.gross)


def test_a_remark_that_begins_like_a_sum_leaves_its_row_in(model: object, tmp_path: Path) -> None:
    """A memo line may be left out, so one whose rows all have such a remark would be lost without a word."""
    memo = {name.lower() for line in model.lines if line.memo for name in (line.id, line.label.da)}  # type: ignore[attr-defined]
    rows = [f"{row};Total ramme" if row.split(";")[1].lower() in memo else row for row in example()]
    assert rows != example()
    (tmp_path / "a.csv").write_text("\n".join([f"{HEADS};Bemærkning", *rows]), encoding="utf-8")
    seen, plain = (actuals(model, file, MARCH) for file in (tmp_path / "a.csv", EXAMPLES / "made-up-2019.csv"))  # type: ignore[arg-type]
    assert seen.lines == plain.lines
    assert np.array_equal(seen.gross, plain.gross)
    twice = refused(model, tmp_path, "\n".join([f"{HEADS};Bemærkning", *example(), "2019-03;Fleksjob;1;2;3;Hovedtotal"]))
    assert len(twice) == 1


def test_a_remark_on_a_corrected_budget_does_not_leave_it_out(model: object, tmp_path: Path) -> None:
    file = tmp_path / "b.csv"
    file.write_text("line;corrected;Bemærkning\n5.57.71 Sygedagpenge;69298000;Total ramme\nI alt;1;\n", encoding="utf-8")
    original, corrected = budgets(model, 2019, file, file)  # type: ignore[arg-type]
    assert (original["sygedagpenge"].kroner, corrected["sygedagpenge"].kroner) == (67_798_000, 69_298_000)


def test_a_row_without_month_and_line_is_passed_over_where_it_holds_sums_alone(model: object, tmp_path: Path) -> None:
    """Where both cells are merged over two accounts of a line, the second row is no sum: half of the line would be lost without a word."""
    rows = [[float(cell.replace(",", ".") or 0.0) for cell in row.split(";")[2:]] for row in example()]
    sums = ";;" + ";".join(f"{sum(column):.0f}" for column in zip(*rows, strict=True))
    (tmp_path / "a.csv").write_text("\n".join([HEADS, *example(), sums]), encoding="utf-8")
    seen, plain = (actuals(model, file, MARCH) for file in (tmp_path / "a.csv", EXAMPLES / "made-up-2019.csv"))  # type: ignore[arg-type]
    assert np.array_equal(seen.gross, plain.gross)
    first, *others = example()
    said = refused(model, tmp_path, "\n".join([HEADS, first, ";;500000;0;0", *others]))
    assert all(each.startswith("/a.csv:3 ") for each in said)
    assert said


def test_a_remark_that_speaks_of_a_sum_leaves_its_row_in(model: object, tmp_path: Path) -> None:
    rows = [f"{row};Sumkonto, i alt 3 bilag" for row in example()]
    (tmp_path / "a.csv").write_text("\n".join([f"{HEADS};Bemærkning", *rows]), encoding="utf-8")
    assert actuals(model, tmp_path / "a.csv", MARCH).gross[0, 0] == 10_012_350.75  # type: ignore[arg-type]


def test_accounts_are_read_as_municipalities_have_them(model: object, tmp_path: Path) -> None:
    """Numbers of accounts before names, heads on two rows, some merged downwards, and months that stand above their lines alone."""
    months = [example()[n * LINES : (n + 1) * LINES] for n in range(3)]
    rows = [
        ";".join(["" if n else cells[0], f"5.57.7{n} {cells[1]}", *cells[2:]])
        for month in months
        for n, cells in enumerate(row.split(";") for row in month)
    ]
    heads = ["Regnskab pr. konto;;;;", "Måned;Kontonavn;Kroner;;Antal personer", ";;Brutto i kr.;Statsrefusion (kr.);"]
    (tmp_path / "a.csv").write_text("\n".join([*heads, *rows]), encoding="utf-8")
    seen, plain = (actuals(model, file, MARCH) for file in (tmp_path / "a.csv", EXAMPLES / "made-up-2019.csv"))  # type: ignore[arg-type]
    for name in ("gross", "refund", "persons"):
        assert np.array_equal(getattr(seen, name), getattr(plain, name))


def test_a_line_without_a_figure_is_one_that_other_accounts_hold(model: object, tmp_path: Path) -> None:
    def blank(row: str) -> str:
        return ";".join([*row.split(";")[:2], "", "", ""])

    def sick(row: str) -> bool:
        return row.split(";")[1].lower() in {"sygedagpenge", "sickness benefit"}

    rows = [blank(row) if sick(row) else row for row in example()]
    assert sum(map(sick, rows)) == 3
    file = tmp_path / "b.csv"
    file.write_text("\n".join([HEADS, *rows]), encoding="utf-8")
    whole, part = actuals(model, EXAMPLES / "made-up-2019.csv", MARCH), actuals(model, file, MARCH)  # type: ignore[arg-type]
    assert part.absent == ("sygedagpenge",)
    assert (*part.lines, "sygedagpenge") == tuple(sorted(whole.lines, key=lambda line: line == "sygedagpenge"))
    at = [whole.lines.index(line) for line in part.lines]
    assert np.array_equal(part.gross, whole.gross[at])
    first = next(row for row in rows if sick(row))
    mixed = refused(model, tmp_path, "\n".join([HEADS, *(row for row in example() if row.split(";")[:2] != first.split(";")[:2]), first]))
    assert len(mixed) == 1
    assert "found no figure in 2019-01, expected figures in every month, or in none" in mixed[0]
    assert "no figure at all" in refused(model, tmp_path, "\n".join([HEADS, *map(blank, example())]))[0]
    gap = [row if not sick(row) else ";".join([*row.split(";")[:2], "", "", "12"]) for row in example()]
    assert all("gross" in each for each in refused(model, tmp_path, "\n".join([HEADS, *gap])))


@pytest.mark.parametrize("cell", ["9" * 400, "nan", "inf", "1e308", "NaN", "9999999999999,0"])
def test_accounts_out_of_bounds_are_no_numbers(model: object, tmp_path: Path, cell: str) -> None:
    rows = example()
    rows[0] = rows[0].replace("10012350,75", cell)
    (said,) = refused(model, tmp_path, "\n".join([HEADS, *rows]))
    assert said.startswith("/a.csv:2 gross: found '")
    assert said.endswith(", expected a number.")
    assert len(said) < 120


def test_a_plain_file_with_thousands_is_refused_with_both_readings(model: object, tmp_path: Path) -> None:
    rows = [row.replace(",", ".").replace(";", ",") for row in example()]
    rows[0] = rows[0].replace("10012350.75", "10.012")
    (said,) = refused(model, tmp_path, "\n".join(["month,line,gross,refund,persons", *rows]))
    assert said == "/a.csv:2 gross: found 10.012, expected 10012 for thousands, or 10.0120 for a decimal point."


def test_accounts_in_thousands_are_told_once(model: object, tmp_path: Path) -> None:
    rows = [";".join([*cells[:2], "41,20", "0", *cells[4:]]) for cells in (row.split(";") for row in example())]
    (said,) = refused(model, tmp_path, "\n".join([HEADS, *rows]))
    assert "a.csv:2 gross: found less than DKK 100 a person" in said
    assert "Are these thousands of kroner?" in said


def test_every_problem_is_told_with_its_row(model: object, tmp_path: Path) -> None:
    rows = example()
    rows[0] = "2019-01;Kontanthjælpen;10012350,75;2588100,00;1086"
    rows[1] = "2019-13;Integrationsydelse (i program);806220,00;235000,00;92"
    rows[2] = "2019-01;Integrationsydelse (ikke i program);en del;66900,00;35"
    rows[3] = "2019-01;A-dagpenge;6838,40;0;772"
    rows[4] = "2019-01;Ressourceforløbsydelse;3219870,00;-651000,00;263"
    rows[6] = rows[5]
    said = "\n".join(refused(model, tmp_path, "\n".join([HEADS, *rows])))
    assert "a.csv:2 line: found 'Kontanthjælpen', expected one of Social and education assistance, " in said
    assert "a_dagpenge" not in said
    assert "a.csv:3 month: found '2019-13', expected a month such as 2019-01" in said
    assert "a.csv:4 gross: found 'en del', expected a number" in said
    assert "a.csv:5 gross: found less than DKK 100 a person, expected kroner. Are these thousands of kroner?" in said
    assert "a.csv:6 refund: found a number below 0, expected at least 0. State refund as a positive amount." in said
    assert "a.csv:8 line: found a second row for Sickness benefit in 2019-01, expected one (the first is row 7)" in said
    lacks = said.splitlines()[-1]
    assert lacks.endswith("Job clarification: found no row for 2019-01, expected a row for each month until 2019-03."), "after its causes"


def test_refunds_below_nothing_are_one_problem_and_not_one_a_row(model: object, tmp_path: Path) -> None:
    rows = [re.sub(r"^((?:[^;]+;){3})", lambda found: f"{found[1]}-", row) for row in example()]
    (problem,) = [each for each in refused(model, tmp_path, "\n".join([HEADS, *rows])) if "refund" in each]
    assert problem.startswith("/a.csv:2 refund: found a number below 0 in 24 rows, expected at least 0.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Måned;Ydelse;Brutto;Personer\n", "refund: found no such column, expected a column 'refund' beside month, line, gross"),
        ("Måned;Ydelse;Brutto;Refusion\n2019-01;Fleksjob;1;1\n", "one of the columns 'persons' and 'full_time_persons'"),
        (f"{HEADS};Fuldtidspersoner\n2019-01;Fleksjob;1;1;1;1\n", "found both 'persons' and 'full_time_persons'"),
        (f"{HEADS}\n", "found no rows"),
        ("a;b\n1;2\n", "no sheet with the heads"),
    ],
)
def test_heads_are_checked(model: object, tmp_path: Path, text: str, said: str) -> None:
    assert said in "\n".join(refused(model, tmp_path, text))


def test_a_danish_reader_is_told_columns_by_their_danish_names(model: object, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    for text, said in (
        (
            "Måned;Ydelse;Personer\n2019-01;Fleksjob;1\n",
            "brutto: fundet ingen sådan kolonne, ventet en kolonne 'brutto' ved siden af måned, ydelse",
        ),
        (f"{HEADS}\n2019-01;Fleksjob;x;1;1\n", "a.csv:2 brutto: fundet 'x', ventet"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UserError) as wrong:
            actuals(model, file, MARCH)  # type: ignore[arg-type]
        assert said in wrong.value.told("da")


def test_a_day_within_january_has_no_accounts(model: object, tmp_path: Path) -> None:
    assert "--as-of: found 2019-01-30" in refused(model, tmp_path, "\n".join([HEADS, *example()]), date(2019, 1, 30))[0]


def test_wrong_budgets_are_told_with_their_rows(model: object, tmp_path: Path) -> None:
    file = tmp_path / "b.csv"
    file.write_text("Ydelse;Korrigeret budget\nFleksjobs;1\nFleksjob;x\nFleksjob;2\n", encoding="utf-8")
    with pytest.raises(UserError) as wrong:
        budgets(model, 2019, file, EXAMPLES / "made-up-2019.csv")  # type: ignore[arg-type]
    said = str(wrong.value)
    assert "b.csv:2 line: found 'Fleksjobs'" in said
    assert "Did you mean 'Fleksjob'?" in said
    assert "b.csv:3 corrected: found 'x', expected a number" in said
    assert "b.csv:4 line: found a second row for Flex-job" in said


def test_a_line_that_is_none_is_told_once_with_its_first_row(model: object, tmp_path: Path) -> None:
    rows = example()
    told = refused(model, tmp_path, "\n".join([HEADS, *rows, *(f"2019-0{month};Flexjob;1000000;0;1270" for month in (1, 2, 3))]))
    assert [each.split(", expected")[0] for each in told] == [f"/a.csv:{len(rows) + 2} line: found 'Flexjob' in 3 rows"]
