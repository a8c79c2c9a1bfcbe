"""`simcase forecast` tells persons and kroner by month and year in both languages, writes them, and refuses what it cannot do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from click.testing import Result

from simcase import charts
from simcase.calibrate.learning import Ensemble
from simcase.calibrate.members import Shelf
from simcase.engine import Pool
from simcase.model import resolve
from simcase.present import labels
from simcase.present.tables_forecast import POINTS
from simcase.study import Shown
from simcase.vocabulary import Floats, add_months

Call = Callable[..., Result]
WORDS = ("forecast", "--calibration", "any-municipality", "--to", "2022-12", "--members", "100", "--results", "results")
MONTHS = 10


def counts(months: int, name: str = "counts.csv") -> Path:
    """Write the counts of a small town, whose persons hardly change, and return the file."""
    days = [add_months(date(2021, 8, 1), month) for month in range(months)]
    town = (("a_dagpenge", 40, 3), ("kontanthjaelp", 60, 2))
    rows = [f"{day:%Y-%m},{line},{size + (day.month * step) % 7}" for day in days for line, size, step in town]
    Path(name).write_text("\n".join(["month,line,persons", *rows, ""]), encoding="utf-8")
    return Path(name)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which a town's counts are learned from."""
    return tmp_path_factory.mktemp("town")


@pytest.fixture
def foresee(call: Call, learned: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return what foresees from the counts of so many months, in a folder where what was learned is kept."""
    monkeypatch.chdir(learned)

    def foreseen(*words: str, months: int = MONTHS) -> Result:
        return call(*WORDS, "--counts", str(counts(months)), "--workers", "1", *words)

    return foreseen


def told(done: Result) -> dict[str, Any]:
    """Return the document that a command printed."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_kroner_are_persons_at_the_prices_of_the_month_and_the_payers_part(foresee: Callable[..., Result]) -> None:
    document = told(foresee("--json"))
    rows = {(row["line"], row["month"]): row for row in document["months"]}
    assert list(dict.fromkeys(month for _, month in rows)) == [f"2022-{month:02d}" for month in range(6, 13)]
    row = rows["a_dagpenge", "2022-09"]
    for edge in ("mean", "p05", "p95"):
        assert row["gross"][edge] == pytest.approx(row["persons"][edge] * 16600 * 1.02571)
        assert row["municipality"][edge] == pytest.approx(row["gross"][edge] * 0.62)
    assert 20 < row["persons"]["p05"] < row["persons"]["mean"] < row["persons"]["p95"] < 80
    for figure in ("persons", "gross", "municipality"):
        parts = [rows[line, "2022-09"][figure]["mean"] for line in ("a_dagpenge", "kontanthjaelp")]
        assert rows["i_alt", "2022-09"][figure]["mean"] == pytest.approx(sum(parts))


def test_a_benefit_costs_any_municipality_what_it_costs_where_its_weeks_are_known(shipped: list[Shown]) -> None:
    model = resolve("as-is", calibration="any-municipality")
    assert model.refusion is not None
    shares = {each.states[0]: each.state_share for each in model.refusion.cohorts}
    played = [row for row in shipped[0].result.budget if row.year == 2019]
    for line, within in (("a_dagpenge", ("a_dagpenge",)), ("kontanthjaelp", ("kontant_og_uddannelseshjaelp", "integrationsydelse"))):
        rows = [row for row in played if row.line.startswith(within)]
        gross, state, persons = (sum(row.of(figure).mean for row in rows) for figure in ("gross", "state", "full_time_persons"))
        assert model.rates[line].value == pytest.approx(gross / persons / 12, rel=0.02)
        assert shares[line] == pytest.approx(state / gross, abs=0.01)


def test_a_year_holds_its_counted_months_as_they_were_counted(foresee: Callable[..., Result]) -> None:
    document = told(foresee("--json"))
    year = next(row for row in document["years"] if row["line"] == "kontanthjaelp")
    assert (year["year"], year["counted"]) == (2022, 5)
    counted = [row["persons"] for row in document["counted"] if row["line"] == "kontanthjaelp" and row["month"] >= "2022"]
    months = [row for row in document["months"] if row["line"] == "kontanthjaelp"]
    assert (len(counted), len(months)) == (5, 7)
    assert year["persons"]["mean"] == pytest.approx((sum(counted) + sum(row["persons"]["mean"] for row in months)) / 12)
    spent = sum(counted) * 9000 * 1.02571 + sum(row["gross"]["mean"] for row in months)
    assert year["gross"]["mean"] == pytest.approx(spent)


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("da", ("2022: fuldtidspersoner i gennemsnit, 1.000 kr.", "A-dagpenge: måned for måned, 1.000 kr.", "Jun. 2022", "Hvad tallene")),
        (
            "en",
            ("2022: full-time persons on average, DKK 1,000", "Total: month by month, DKK 1,000", "Jun 2022", "What the counts"),
        ),
    ],
)
def test_it_is_told_in_both_languages(
    foresee: Callable[..., Result], lang: str, heads: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labels, "lent", lambda _: (3, 5))
    done = foresee("--lang", lang)
    assert done.exit_code == 0, done.stderr
    assert not [head for head in heads if head.casefold() not in done.stdout.casefold()]
    notes = {
        "da": ("Svageste datakvalitet bag tallene: D", "Lov: ", "3 af 5 tal om borgerne"),
        "en": ("Weakest data grade behind the figures: D", "Law: ", "3 of 5 numbers of citizens"),
    }
    assert not [note for note in notes[lang] if note not in done.stdout]
    columns = [line.split("  ") for line in done.stdout.splitlines() if line.startswith((" " * 20, "Ydelse", "Benefit", "Måned", "Month"))]
    named = [cell.strip() for cells in columns for cell in cells if "person" in cell.casefold()]
    assert set(named) == {{"da": "Fuldtidspersoner", "en": "Full-time persons"}[lang]}


def test_two_workers_that_stay_for_every_round_tell_the_same_to_the_byte(
    call: Call, foresee: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = foresee("--json").stdout
    started: list[int] = []

    def start(processes: int, *, copies: bool) -> Pool:
        started.append(processes)
        return Pool(processes, copies=copies)

    monkeypatch.setattr("simcase.engine.pool.Pool", start)
    two = call(*WORDS, "--counts", "counts.csv", "--workers", "2", "--results", "elsewhere", "--json")
    assert (two.exit_code, two.stdout) == (0, one)
    assert started == [2]


def test_what_was_interrupted_goes_on_and_tells_the_same(
    call: Call, foresee: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = foresee("--json").stdout
    words = (*WORDS, "--counts", "counts.csv", "--workers", "1", "--results", "broken", "--json")
    keep = Shelf.keep

    def keep_and_stop(shelf: Shelf, members: Ensemble, rounds: int, prior: Floats) -> None:
        keep(shelf, members, rounds, prior)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Shelf, "keep", keep_and_stop)
        stopped = call(*words)
    assert (stopped.exit_code, stopped.stdout) == (130, "")
    (first,) = Path("broken", "learned").rglob("*.npz")
    before = first.stat().st_mtime_ns
    assert call(*words).stdout == whole
    assert first.stat().st_mtime_ns == before, "a round that is done is not played again"


def test_one_month_more_begins_with_what_was_learned(foresee: Callable[..., Result]) -> None:
    assert foresee().exit_code == 0
    more = foresee("--lang", "en", months=MONTHS + 1)
    assert "Begun with what had been learned up to May 2022." in more.stdout
    assert "May 2022" not in more.stdout.split("Total: month by month")[1]


def test_it_is_written_as_workbook_folder_and_chart(foresee: Callable[..., Result]) -> None:
    assert foresee("-o", "said.xlsx", "-o", "said", "-o", "said.json", "--lang", "en").exit_code == 0
    book = openpyxl.load_workbook("said.xlsx")
    heads = [cell.value for cell in next(row for row in book["Months"].iter_rows() if row[0].value == "Benefit")]
    assert heads[2:5] == ["Full-time persons", "Full-time persons, 5%", "Full-time persons, 95%"]
    assert sorted(file.name for file in Path("said").iterdir()) == ["learned.csv", "months.csv", "overview.csv", "years.csv"]
    drawn = json.loads(Path("said.json").read_text(encoding="utf-8"))
    assert len(drawn["concat"]) == 6
    assert drawn["concat"][0]["title"].endswith(": full-time persons")


def test_tables_as_downloaded_are_learned_as_own_counts_are(call: Call, foresee: Callable[..., Result]) -> None:
    document = told(foresee("--json"))
    heading = "Område;Periode;Antal personer;Antal fuldtidspersoner\n"
    for table, line in (("y01a02", "a_dagpenge"), ("y60a02", "kontanthjaelp")):
        rows = [(row["month"].replace("-", "M"), row["persons"]) for row in document["counted"] if row["line"] == line]
        lines = [
            f"{'Greve' if n == 0 else ''};{month};{persons:.0f};{persons:.1f}".replace(".", ",") for n, (month, persons) in enumerate(rows)
        ]
        Path(f"{table}.csv").write_text(heading + "\n".join(lines), encoding="utf-8")
    done = call(*WORDS, "--counts", "y01a02.csv", "--counts", "y60a02.csv", "--workers", "1", "--json")
    assert told(done) == document


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_chart_is_valid(lang: str) -> None:
    rows = [("Idle", "Persons", date(2022, 1, 1), None, None, None, 40.0), ("Idle", "Persons", date(2022, 2, 1), 41.0, 35.0, 50.0, None)]
    drawn = charts.forecast(pl.DataFrame(rows, POINTS, orient="row"), lang, "Title.")
    assert drawn.to_dict(validate=True)["usermeta"]["lang"] == lang


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "said.doc"), "said.doc found '.doc'"),
        (("--to", "2022-05"), "--to: found 2022-05-31, expected a day after the last month counted, 2022-05"),
        (("--members", "20"), "--members"),
        (("--save", "learned"), "calibration/any-municipality found no such folder"),
        (("--counts", "y01a02.csv"), "expected one file with all counts, or tables"),
    ],
)
def test_what_cannot_be_done_is_refused(foresee: Callable[..., Result], words: tuple[str, ...], said: str) -> None:
    done = foresee(*words, "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
