"""The state's weekly files on refund: added up exactly, overlaps and corrections as the files mean them, and nobody's number anywhere."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from refunds_helper import BENEFITS, HEAD, cpr, many, row, weeks, write

from simcase import api, study
from simcase.declare import AS_IS
from simcase.errors import RunError
from simcase.importers.refund_rows import MONEY, TEXTS
from simcase.model import actuals, figure_at, resolve

Call = Callable[..., Result]
VERB = ("import", "ydelsesrefusion")
NAMES = weeks(date(2018, 12, 31), 9)
"""The weeks of January and February 2019, and some days more."""
NUMBER = re.compile(r"\d{6}-?\d{4}")


def read(result: Result) -> dict[str, dict[tuple[str, str], float]]:
    """Return gross, refund and persons by month and line."""
    assert result.exit_code == 0, result.stderr
    rows = json.loads(result.stdout)["accounts"]
    return {name: {(each["month"][:7], each["line"]): each[name] for each in rows} for name in ("gross", "refund", "persons")}


def test_totals_are_those_of_an_independent_sum(town: Path, call: Call) -> None:
    rows = many(400, NAMES)
    half = len(rows) // 2
    files = [write(town / "a.csv", rows[: half + 100]).name, write(town / "b.csv", rows[half:], "latin-1").name]
    result = call(*VERB, *files, "--json")
    found, paid, back = read(result), dict[tuple[str, str], float](), dict[tuple[str, str], float]()
    for each in csv.DictReader([HEAD, *rows], delimiter=";"):
        number = {name: float(each[name].replace(".", "").replace(",", ".")) for name in each if "beløb" in name}
        year, week = map(int, each["Uge"].split("-"))
        own = number["Medfinansieringsbeløb"] or number["Beregnet udbetalingsbeløb"]
        for day in range(1, 8):
            key = f"{date.fromisocalendar(year, week, day):%Y-%m}", each["Ydelse"]
            paid[key] = paid.get(key, 0.0) + own / 7
            back[key] = back.get(key, 0.0) + number["Refusionsbeløb"] / 7
    lines = {each: each.lower().replace("ø", "oe") for each in BENEFITS} | {"Kontanthjælp": "kontant_og_uddannelseshjaelp"}
    for month in ("2019-01", "2019-02"):
        for benefit, line in lines.items():
            assert found["gross"][month, line] == pytest.approx(paid[month, benefit], abs=0.01)
            assert found["refund"][month, line] == pytest.approx(back[month, benefit], abs=0.01)
    document = json.loads(result.stdout)
    assert (document["rows"], document["duplicates"]) == (len(rows) + 100, 100)
    assert set(key[0] for key in found["gross"]) == {"2019-01", "2019-02"}  # noqa: C401 - two of a pair
    assert [month[:7] for month in document["months_left_out"]] == ["2018-12", "2019-03"]


def test_corrections_are_summed_and_what_comes_to_nothing_is_left_out(town: Path, call: Call) -> None:
    kept = [row(week, person, "Sygedagpenge", 100_000, 40) for week in NAMES for person in range(6)]
    moved = [*kept, row(NAMES[1], 0, "Sygedagpenge", -100_000, 40), row(NAMES[1], 0, "Sygedagpenge", 100_000, 30)]
    gone = [*moved, row(NAMES[2], 5, "Sygedagpenge", -100_000, 40), row(NAMES[2], 99, "Sygedagpenge", 50_000, 80, "Tønder Kommune")]
    key = "2019-01", "sygedagpenge"
    one, two, three = (call(*VERB, write(town / "x.csv", rows).name, "--json") for rows in (kept, moved, gone))
    assert read(one)["gross"][key] == read(two)["gross"][key]
    assert read(one)["refund"][key] - read(two)["refund"][key] == pytest.approx(100.0)
    assert read(two)["gross"][key] - read(three)["gross"][key] == pytest.approx(1000.0)
    assert read(two)["persons"][key] - read(three)["persons"][key] == pytest.approx(7 / 31, abs=0.01)  # told with two decimals
    document = json.loads(three.stdout)
    assert (document["cancelled"], document["elsewhere"]) == (1, 1)


def by_step(names: list[str], counts: dict[int, int], benefit: str = "Ledighedsydelse") -> list[str]:
    """Return rows of so many persons in each week, by the percent that the state pays."""
    shares = [share for share, count in counts.items() for _ in range(count)]
    return [row(week, person, benefit, 200_000, share) for week in names for person, share in enumerate(shares)]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({80: 10, 40: 6, 20: 9}, {"step_1": ("10.0", "0.4"), "step_2": ("6.0", "0.24"), "step_4": ("9.0", "0.36")}),
        ({80: 4, 40: 6, 20: 10}, {"step_1": ("", ""), "step_2": ("", ""), "step_4": ("10.0", "0.5")}),
        ({80: 4, 40: 3, 20: 13}, {"step_1": ("", ""), "step_2": ("", ""), "step_4": ("13.0", "0.65")}),
        ({80: 10, 20: 10, 65: 5}, {"outside": ("5.0", ""), "step_1": ("10.0", "0.5"), "step_4": ("10.0", "0.5")}),
        ({80: 3}, {"step_1": ("", "")}),
    ],
    ids=["all", "one too few", "two too few", "outside", "alone"],
)
def test_shares_by_step_are_of_the_ladder_and_no_sum_tells_of_fewer_than_five(
    town: Path, call: Call, counts: dict[int, int], told: dict[str, tuple[str, str]]
) -> None:
    assert call(*VERB, write(town / "x.csv", by_step(NAMES, counts)).name, "--shares", "steps.csv").exit_code == 0
    rows = csv.DictReader((town / "steps.csv").read_text(encoding="utf-8").splitlines())
    assert {each["step"]: (each["persons"], each["share"]) for each in rows if each["month"] == "2019-01"} == told


def test_shares_of_the_first_month_become_the_stated_steps_of_the_stock(town: Path, call: Call) -> None:
    stock, summer = town / "calibration" / "aabenraa-2019" / "stock.yaml", weeks(date(2018, 6, 25), 7)
    rows = by_step(summer, {80: 10, 40: 20, 30: 30, 20: 40}) + by_step(summer, {80: 4, 40: 6, 30: 30, 20: 10}, "Sygedagpenge")
    before, model = stock.read_bytes(), resolve(AS_IS, calibration="aabenraa-2019")
    refused = call(*VERB, write(town / "x.csv", by_step(NAMES, {80: 10})).name, "--stock")
    assert refused.exit_code == 2
    assert "whole months 2019-01, 2019-02, expected 2018-07, in which" in " ".join(refused.stderr.split())
    assert stock.read_bytes() == before
    done = call(*VERB, write(town / "x.csv", rows).name, "--stock")
    assert (done.exit_code, stock.with_name("stock.yaml.old").read_bytes()) == (0, before), done.stderr
    written = stock.read_bytes()
    stock.write_bytes(before)
    found_again = api.import_refunds([town / "x.csv"], "Aabenraa").result
    assert api.write_refusion_steps(found_again, "aabenraa-2019").read_bytes() == written
    stated = resolve(AS_IS, calibration="aabenraa-2019")
    assert stated.stock.states == model.stock.states
    assert stated.stock.rest == model.stock.rest
    found = {line: dict(each.shares) for line, each in stated.stock.refusion_steps.items()}
    whole = {"step_1": 0.1, "step_2": 0.2, "step_3": 0.3, "step_4": 0.4}
    assert found == {"ledighedsydelse": whole, "sygedagpenge": {"step_3": 0.6, "step_4": 0.2}}
    source = figure_at(stated, "stock.refusion_steps.ledighedsydelse.shares.step_2")[1]
    assert (source.value, source.grade, source.source) == (0.2, "A", "ydelsesrefusion, 2018-07")
    with pytest.raises(RunError, match=r"stated are 0\.\d+; fit the calibration again"):
        study.run(study.Request(AS_IS, replications=1, workers=1, uncertainty="chance", results=town / "runs"))


def test_followup_reads_the_accounts_as_they_are_written(town: Path, call: Call) -> None:
    rows = [each for each in many(400, NAMES) if "Sygedagpenge" not in each or not each.startswith("2019-02")]
    write(town / "x.csv", rows)
    told = call(*VERB, "x.csv", "-o", "accounts.csv")
    assert told.exit_code == 0
    model = resolve(AS_IS, calibration="aabenraa-2019", without_fit=True)
    read_back = actuals(model, town / "accounts.csv", date(2019, 2, 28))
    found = api.import_refunds([town / "x.csv"], "Aabenraa", output=town / "again.csv")
    assert (town / "again.csv").read_bytes() == (town / "accounts.csv").read_bytes()
    for name in ("gross", "refund", "persons"):
        for each in found.result.accounts:
            there = getattr(read_back, name)[read_back.lines.index(each.line), read_back.months.index(each.month)]
            assert there == getattr(each, name)
    held = {each.line for each in found.result.accounts}
    assert set(read_back.lines) == held
    assert set(read_back.absent) == {line.id for line in model.lines if not line.memo} - held
    lacking = next(line.label.en for line in model.lines if line.id == "a_dagpenge")
    assert lacking in " ".join(told.stdout.split()).split("Not in the files", 1)[1]
    some = ("--replications", "3", "--uncertainty", "chance", "--workers", "1", "--results", "runs", "--json")
    done = call("followup", "as-is", "--actuals", "accounts.csv", "--refund-lag", "0", "--as-of", "2019-02-28", *some)
    assert done.exit_code == 0, done.stderr
    lines = {each["line"]: each for each in json.loads(done.stdout)["lines"]}
    assert lines["sygedagpenge"]["counted"]["latest"] > 0
    assert lines["a_dagpenge"]["counted"] is None
    assert lines["a_dagpenge"]["expected"]["municipality"]["mean"] > 1e6


def test_danish_files_open_in_danish_spreadsheets_and_are_read_back_to_the_same(town: Path, call: Call) -> None:
    write(town / "x.csv", many(400, NAMES))
    assert call(*VERB, "x.csv", "-o", "accounts.csv", "--shares", "steps.csv").exit_code == 0
    assert call(*VERB, "x.csv", "-o", "regnskab.csv", "--shares", "trin.csv", "--lang", "da").exit_code == 0
    heads, first, *_ = (town / "regnskab.csv").read_text(encoding="utf-8-sig").splitlines()
    assert heads == "måned;ydelse;brutto;refusion;personer"
    assert re.fullmatch(r"2019-01;Kontant- og uddannelseshjælp;\d+,\d+;\d+,\d+;\d+,\d+", first)
    assert (town / "trin.csv").read_text(encoding="utf-8-sig").splitlines()[0] == "måned;ydelse;trin;personer;andel"
    assert not re.search("step_|outside|_", (town / "trin.csv").read_text(encoding="utf-8"))
    model = resolve(AS_IS, calibration="aabenraa-2019", without_fit=True)
    english, danish = (actuals(model, town / name, date(2019, 2, 28)) for name in ("accounts.csv", "regnskab.csv"))
    assert (english.lines, english.months, english.absent) == (danish.lines, danish.months, danish.absent)
    for name in ("gross", "refund", "persons"):
        assert (getattr(english, name) == getattr(danish, name)).all()


def test_a_line_whose_only_month_is_left_out_is_in_the_files_and_had_nothing_in_the_others(town: Path, call: Call) -> None:
    (later,) = weeks(date(2019, 3, 4), 1)
    rows = [row(week, person, "Sygedagpenge", 200_000, 40) for week in (*NAMES, later) for person in range(6)]
    write(town / "x.csv", [*rows, row(later, 9, "Ledighedsydelse", 200_000, 40)])
    told = call(*VERB, "x.csv", "-o", "accounts.csv")
    assert told.exit_code == 0
    lacking = " ".join(told.stdout.split()).split("Not in the files", 1)[1]
    label = {line.id: line.label.en for line in resolve(AS_IS, calibration="aabenraa-2019", without_fit=True).lines}
    assert label["ledighedsydelse"] not in lacking
    assert label["a_dagpenge"] in lacking
    written = (town / "accounts.csv").read_text(encoding="utf-8").splitlines()
    assert [each for each in written if "ledighedsydelse" in each] == [f"2019-0{n},ledighedsydelse,0.0,0.0,0.0" for n in (1, 2)]


@pytest.mark.parametrize(
    ("paid", "names", "found"),
    [
        ((200_000,), NAMES[:1], "FILE: found some weeks of 2018-12, 2019-01, expected payments in all weeks of a month at least"),
        ((200_000, -200_000), NAMES, "FILE: found no kroner, expected"),
    ],
    ids=["one week", "all cancelled"],
)
def test_files_without_a_whole_month_are_refused_and_nothing_is_written(
    town: Path, call: Call, paid: tuple[int, ...], names: list[str], found: str
) -> None:
    write(town / "x.csv", [row(week, 1, "Sygedagpenge", oere, 0) for week in names for oere in paid])
    refused = call(*VERB, "x.csv", "-o", "accounts.csv")
    assert refused.exit_code == 2
    assert found in " ".join(refused.stderr.split())
    assert not (town / "accounts.csv").exists()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (row("2019-53", 7, "Sygedagpenge", 100, 40), "x.csv:3 Uge: found '2019-53', expected"),
        (row("2019-05", 7, "Sygedagpenge", 100, 40).replace("1,00", "1.00"), "x.csv:3 Beregnet udbetalingsbeløb: found '1.00', expected"),
        (
            row("2019-05", 7, "Sygedagpenge", 100, 40).replace("1,00", cpr(7)),
            "x.csv:3 Beregnet udbetalingsbeløb: found what may be a CPR number",
        ),
        (row("610190-1234", 7, "Sygedagpenge", 100, 40), "x.csv:3 Uge: found what may be a CPR number"),
        (row("2019-05", 7, cpr(8), 100, 40), "what looks like a CPR number"),
        (row("2019-05", 7, "Ukendt ydelse", 100, 40), "'Ukendt ydelse'"),
        (row("2019-05", 7, "", 100, 40), "x.csv:3 Ydelse: found nothing, expected"),
        (row("2019-05", 7, "Sygedagpenge", 100, 40) + f";{cpr(7)};1", "no table"),
    ],
)
def test_a_mistake_is_told_without_a_number(town: Path, call: Call, line: str, found: str) -> None:
    write(town / "x.csv", [row("2019-05", 6, "Sygedagpenge", 100, 40), line])
    refused = call(*VERB, "x.csv", "-o", "accounts.csv")
    assert refused.exit_code == 2
    assert found in refused.stderr.replace("\n", " ")
    assert not NUMBER.search(refused.output)
    assert not (town / "accounts.csv").exists()


def test_the_guide_names_the_columns_that_are_read_and_no_other() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / "follow-up-the-budget.md").read_text(encoding="utf-8")
    section = guide.split("### From the state's files on refund", 1)[1].split("## 2.", 1)[0]
    assert set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)) == {*TEXTS, *MONEY}


def test_a_benefit_is_given_its_line_and_no_number_is_in_anything_written(town: Path, call: Call) -> None:
    rows = [row(week, person, "Ny ydelse", 300_000, 30) for week in NAMES for person in range(40)]
    name = write(town / "x.csv", rows).name
    words = ("--benefit", "Ny ydelse=jobafklaring", "-o", "accounts.csv", "--shares", "steps.csv")
    for form in ((), ("--json",), ("--csv",)):
        result = call(*VERB, name, *words, *form)
        assert result.exit_code == 0
        told = result.output + "".join((town / each).read_text(encoding="utf-8") for each in ("accounts.csv", "steps.csv"))
        assert not NUMBER.search(told)
        assert not any(cpr(n)[:6] in told for n in range(40))
    assert call(*VERB, name, "--benefit", "Ny ydelse=jobafklarin").exit_code == 2
    lacking = call(*VERB, name, "--area", "Tønder")
    assert "no row that this municipality pays" in lacking.stderr.replace("\n", " ")
    (town / "y.csv").write_text("Uge;Ydelse\n2019-05;x\n", encoding="utf-8")
    assert "no such column" in call(*VERB, "y.csv").stderr
