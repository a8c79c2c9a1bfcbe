"""A figure that stands in two places is the same figure, and every printed column adds up to its total, whatever is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sentences_helper import off_by_rounding

from simcase.model import assumptions, figure_at, take_up
from simcase.money import TOTAL
from simcase.present.charts import CHARTS, charts_of
from simcase.present.figures_compare import waterfall
from simcase.present.findings import finding
from simcase.present.key_figures import case_keys, run_keys
from simcase.present.labels import Labels, labels_of
from simcase.present.paper import paper_of
from simcase.present.sentences_compare import headline as said_of_pair
from simcase.present.sentences_compare import moved
from simcase.present.sentences_run import headline
from simcase.present.table import Sentence, Table, printed, value_of
from simcase.present.tables_case import case_sheet, case_table
from simcase.present.tables_compare import compare_parts
from simcase.present.tables_file import sheets_of
from simcase.present.tables_run import run_sheets
from simcase.report import one_page
from simcase.report.page_of import tables_of
from simcase.study import Request, Shown, cost_split, open_runs
from simcase.study.cost_split import net_result_over
from simcase.study.open_runs import against
from simcase.study.results import ComparisonResult
from simcase.vocabulary import document_of
from simcase.words import Words

EN = Words("en")
WINDOWS: list[dict[str, Any]] = [
    {},
    {"first": date(2019, 1, 1), "last": date(2020, 12, 31)},
    {"last": date(2019, 12, 31), "prices": "2019"},
    {"first": date(2019, 1, 1), "discount": 0.04},
]
"""What is reported of the same runs."""


@pytest.fixture(scope="module", params=range(len(WINDOWS)), ids=["all", "two-years", "2019-prices", "discounted"])
def pair(shipped: list[Shown], request: pytest.FixtureRequest) -> list[Shown]:
    return open_runs(["baseline", "kik-ii"], Request("", results=shipped[0].request.results, **WINDOWS[request.param]))


def number(cell: str) -> float | None:
    """Return a printed number, None for a cell that is none."""
    plain = cell.strip("~*").replace(",", "")
    return float(plain) if re.fullmatch(r"[+-]?\d+(\.\d+)?", plain) else None


def rows_of(listing: Table) -> dict[str, list[str]]:
    """Return the cells of a table by the name of its row, where that stands once."""
    rows = [[str(cell) for cell in row.cells] for row in listing.rows]
    names = [row[0] for row in rows]
    return {row[0]: row[1:] for row in rows if names.count(row[0]) == 1}


def tables(shown: Shown, labels: Labels) -> dict[str, Table]:
    return {listing.title: printed(listing, EN) for listing in tables_of(shown, labels)}


def titled(found: dict[str, Table], key: str) -> Table:
    """Return the table that a text of the catalogue is the title of, up to its first place for a value."""
    start = EN.unfilled(key).split("{")[0]
    (listing,) = (listing for title, listing in found.items() if title.startswith(start))
    return listing


def with_totals(shown: Shown, labels: Labels) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the tables that have a row for the plan's total."""
    for title, listing in tables(shown, labels).items():
        rows = rows_of(listing)
        if labels.line(TOTAL) in rows:
            yield title, rows


def test_every_column_of_lines_adds_up_to_its_total(pair: list[Shown]) -> None:
    checked = 0
    for shown in pair:
        labels = labels_of(shown.world.model, EN)
        plain = [labels.line(line.id) for line in shown.world.model.lines if not line.memo]
        memos = [labels.line(name) for name in labels.memos]
        widest = next(
            name for name in labels.ordered(row["line"] for row in document_of(shown.result)["budget"]) if name.startswith(f"{TOTAL}_")
        )
        for title, rows in with_totals(shown, labels):
            for column, cell in enumerate(rows[labels.line(TOTAL)]):
                if (whole := number(cell)) is None or "." in cell:
                    continue
                parts = [number(rows[name][column]) or 0.0 for name in plain if name in rows]
                assert sum(parts) == pytest.approx(whole, abs=0.5 * (len(parts) + 1)), (title, column)
                if labels.line(widest) in rows and (all_of_it := number(rows[labels.line(widest)][column])) is not None:
                    more = [number(rows[name][column]) or 0.0 for name in memos]
                    assert whole + sum(more) == pytest.approx(all_of_it, abs=0.5 * (len(more) + 2)), (title, column)
                checked += 1
    assert checked > 10


def test_the_year_of_the_plan_is_the_same_wherever_it_stands(pair: list[Shown]) -> None:
    for shown in pair:
        labels = labels_of(shown.world.model, EN)
        found = tables(shown, labels)
        budget, plan, parts = (rows_of(titled(found, f"{key}.title")) for key in ("budget", "plan", "deviation"))
        years = [listing for title, listing in found.items() if title.startswith(EN.unfilled("years.title").split("{")[0])]
        sheet = next(sheet for sheet in run_sheets(shown.result, labels, "current") if sheet.id == "Budget 2019")
        cells = {
            str(row.cells[0]): {column.id: value_of(cell) for column, cell in zip(sheet.columns, row.cells, strict=True)}
            for row in sheet.rows
        }
        assert set(plan) <= set(parts)
        for name, (planned, expected, over, between, counted, paid) in budget.items():
            own = cells[name]
            assert expected == EN.kroner_1000(float(own["forecast"] or 0.0))
            assert between == EN.interval(*(EN.kroner_1000(float(own[edge] or 0.0)) for edge in ("p05", "p95")))
            for listing in years:
                assert rows_of(listing)[name][[column.head for column in listing.columns].index("2019") - 1] == expected
            assert counted == EN.persons(float(own["expected_persons"] or 0.0))
            assert paid == EN.number(float(own["expected_price"] or 0.0) / 1e3, 1)
            if name in plan:
                assert plan[name][0] == planned
            if name in parts:
                assert over == EN.change_1000(float(own["deviation"] or 0.0))
                persons, also_counted, price, also_paid, volume, rest = parts[name]
                assert (also_counted, also_paid) == (counted, paid), "one number of persons, one price"
                assert persons.strip("*") == EN.persons(float(own["plan_persons"] or 0.0))
                assert price.strip("*") == EN.number(float(own["plan_price"] or 0.0) / 1e3, 1)
                assert persons.startswith("*") == (own["plan_grade"] == "D")
                assert (number(volume) or 0.0) + (number(rest) or 0.0) == pytest.approx(number(over) or 0.0, abs=1.5)
                assert float(own["expected_persons"] or 0.0) * (number(paid) or 0.0) == pytest.approx(
                    float(own["forecast"] or 0.0) / 1e3, rel=0.002
                )
        total = next(row for row in document_of(shown.result)["budget"] if (row["year"], row["line"]) == (2019, TOTAL))
        net = total["municipality"]["mean"]
        assert EN.kroner_1000(net) == budget[labels.line(TOTAL)][1]
        keys, alone = list(run_keys(shown, labels)), replace(shown, baseline=None)
        for said in (headline(shown.result, labels), keys[0].value, one_page([alone], "en")):
            assert EN.millions(net) in said
        for named in (headline(shown.result, labels), keys[0].label, keys[2].label):
            assert "without disability pension" in named, "the total leaves it out, and other sums of a page do not"
        assert labels.line(TOTAL) in one_page([alone], "en")


def test_a_business_case_has_the_same_signs_in_a_workbook_as_on_a_page(pair: list[Shown]) -> None:
    shown = pair[1]
    rows = {row.cells[0].strip(): row.cells[-1] for row in reversed(case_table(shown.compared, "current", EN).rows)}
    sheet = case_sheet(shown.compared, labels_of(shown.world.model, EN), "current")
    whole = next(row for row in sheet.rows if row.cells[1] == EN.say("line.total"))
    heads = [column.id for column in sheet.columns]
    assert value_of(whole.cells[heads.index("investment")]) < 0.0
    for figure in ("investment", "saved", "net"):
        assert value_of(whole.cells[heads.index(figure)]) == pytest.approx(value_of(rows[EN.say(f"case.{figure}")])), figure


def test_what_a_scenario_saves_is_what_the_table_of_differences_says(pair: list[Shown]) -> None:
    shown = pair[1]
    labels = labels_of(shown.world.model, EN)
    found = tables(shown, labels)
    case, kroner = titled(found, "case.title"), titled(found, "compare.kroner")
    widest = [name for name in rows_of(kroner) if name.startswith("Total incl")]
    differences = [number(cell) or 0.0 for cell in rows_of(kroner)[widest[0]]]
    own = [row.cells for row in case.rows][: 1 + next(n for n, row in enumerate(case.rows) if row.cells[0] == EN.say("case.state"))]
    rows = {cells[0].strip(): [number(cell) or 0.0 for cell in cells[1:]] for cells in own}
    investment, saved, net = (rows[EN.say(f"case.{name}")] for name in ("investment", "saved", "net"))
    grants = rows.get(EN.say("case.grants"), [0.0] * len(net))
    assert saved[:-1] == [-each for each in differences]
    for year in range(len(net)):
        assert saved[year] + grants[year] + investment[year] == pytest.approx(net[year], abs=2.0)
    for each in (investment, saved, net):
        assert sum(each[:-1]) == pytest.approx(each[-1], abs=0.5 * len(each))
    rate = shown.request.discount
    label = EN.say("case.present", rate=EN.percent(rate, 1)) if rate else EN.say("case.cumulated")
    before = next((cells for name, cells in rows.items() if name.startswith(EN.unfilled("case.before").split("{")[0])), [0.0])[0]
    assert bool(before) == (shown.request.first is not None), "what is hidden is told"
    if not rate:
        assert rows[label][len(net) - 2] == pytest.approx(net[-1] + before, abs=0.5 * (len(net) + 2))


def test_the_sentences_and_key_figures_of_a_comparison_are_those_of_its_tables(pair: list[Shown]) -> None:
    base, shown = pair
    labels = labels_of(shown.world.model, EN)
    rows = [row for row in document_of(shown.result)["business_case"] if row["payer"] == "municipality"]
    assert document_of(shown.result)["sum"]["years"] == sorted({row["year"] for row in rows}), "a sum is over all that is reported"
    investment, net = (sum(row[name]["mean"] for row in rows) for name in ("investment", "net"))
    said = said_of_pair(shown.compared, labels_of(base.world.model, EN), labels)
    keys = " ".join(key.value for key in case_keys(shown, labels))
    for text in (said, keys):
        assert EN.millions(investment) in text
        assert EN.change_millions(net) in text
    every = {name: sum(row[name]["mean"] for row in rows) for name in ("investment", "saved", "grants", "net")}
    parts = cost_split(shown)
    if shown.compared.sum and not shown.request.discount:
        assert shown.compared.sum.net == net_result_over(shown, shown.compared.sum.years), "with the interval of the key figure"
    assert float(parts.net.mean()) == pytest.approx(every["net"], abs=0.01)
    assert float((parts.saved - parts.moved).mean()) == pytest.approx(every["saved"], abs=0.01)
    assert float(parts.grants.mean()) == pytest.approx(every["grants"], abs=0.01)
    steps = waterfall(shown, labels)
    assert 1e6 * (steps["from"][1] - steps["to"][-1]) == pytest.approx(every["net"], abs=1.0)
    sheet = case_sheet(shown.compared, labels, "current")
    columns = [column.id for column in sheet.columns]
    summed = [value_of(cell) for cell in next(row.cells for row in sheet.rows if row.cells[1] == EN.say("line.total"))]
    assert summed[columns.index("net")] == pytest.approx(every["net"], abs=0.01)
    assert any(str(min(row["year"] for row in rows)) in note for note in sheet.notes) == (shown.request.first is not None)


def test_what_is_spent_less_is_a_gain_in_key_figures_as_in_the_table(pair: list[Shown]) -> None:
    base, shown = pair
    less = against(shown, replace(base, baseline=None))
    labels = labels_of(less.world.model, EN)
    (spent,) = [key for key in case_keys(less, labels) if key.label.startswith("Spent less on initiatives")]
    spends = next(row for row in case_table(less.compared, "current", EN).rows if str(row.cells[0]).strip() == EN.say("case.investment"))
    assert not set(spent.value) & set("+-\N{MINUS SIGN}")
    assert min(cell for cell in map(value_of, spends.cells[1:]) if isinstance(cell, float)) >= 0.0, "saved +, spent -"


def test_the_net_result_has_one_value_wherever_it_stands_or_says_from_when(pair: list[Shown]) -> None:
    shown, labels = pair[1], labels_of(pair[1].world.model, EN)
    rows = [row for row in shown.compared.business_case if row.payer == "municipality"]
    net = sum(row.net.mean for row in rows)
    case = titled(tables(shown, labels), "case.title")
    total = next(str(row.cells[-1]) for row in case.rows if str(row.cells[0]).strip() == EN.say("case.net"))
    assert total == EN.change_1000(net)
    paper = paper_of(pair, EN)
    assert str(printed(paper.tables["business_case"], EN).rows[-1].cells[1]) == EN.change(net / 1e6, 1)
    for said in (paper.answer[0], " ".join(key.value for key in paper.keys), one_page(pair, "en")):
        assert EN.change_millions(net) in said
    assert paper.answer[0] in one_page(pair, "en").replace("&#39;", "'"), "where a comparison was asked it is the headline"
    assert pair[0].result.budget
    assert headline(pair[0].result, labels_of(pair[0].world.model, EN)) not in paper.answer, "the figures of a world say whose they are"
    so_far = rows[-1].cumulated.mean
    for said in (paper.slides[0].message, finding("payback", shown, labels) or ""):
        assert EN.change_millions(so_far) in said
        assert EN.change_millions(net) in said or "from July 2018" in said, "what is added up from another day says so"
        assert ("at present value" in said) is bool(shown.request.discount)


def test_figures_in_one_sentence_add_up_as_they_are_written(pair: list[Shown]) -> None:
    labels = labels_of(pair[1].world.model, EN)
    said = [text for chart in charts_of(paired=True) if (text := finding(chart.name, pair[1], labels))]
    assert len(said) > 10
    assert not list(off_by_rounding([*said, *paper_of(pair, EN).answer]))


def test_persons_and_prices_of_the_sheet_of_prices_are_those_of_the_budget(pair: list[Shown]) -> None:
    budget = {str(row.cells[0]): row.cells for row in printed(paper_of(pair, EN).tables["budget"], EN).rows}
    prices = next(sheet for sheet in sheets_of(pair, EN) if sheet.id == EN.say("sheet.prices"))
    at = [column.id for column in prices.columns].index("expected_persons")
    rows = {str(row.cells[0]): row.cells[at] for row in prices.rows}
    assert len(rows) > 8
    assert {name: EN.persons(float(str(persons))) for name, persons in rows.items()} == {name: budget[name][5] for name in rows}


def test_where_the_fewer_are_instead_stands_beneath_the_difference_in_persons(pair: list[Shown]) -> None:
    base, own = (labels_of(each.world.model, EN) for each in pair)
    result = ComparisonResult("", pair[0].result, (pair[1].compared,))
    parts = list(compare_parts(result, [base, own], "current"))
    said = next(n for n, part in enumerate(parts) if isinstance(part, Sentence) and part.text == moved(pair[1].compared, own))
    above = parts[said - 1]
    assert isinstance(above, Table)
    assert above.title == EN.say("compare.persons")


def test_charts_of_a_comparison_draw_the_figures_of_its_tables(pair: list[Shown]) -> None:
    shown, labels = pair[1], labels_of(pair[1].world.model, EN)
    found = tables(shown, labels)

    def cell(start: str, row: str, column: str) -> str:
        (listing,) = (listing for title, listing in found.items() if title.startswith(start))
        heads = [head.head.replace("\n", " ") for head in listing.columns[1:]]
        return rows_of(listing)[row][next(n for n, head in enumerate(heads) if head.endswith(column))].strip("~")

    figures = {EN.say(f"chart.difference.{name}"): name for name in ("persons", "municipality")}
    starts = {
        "persons": ("Difference in persons", EN.change),
        "municipality": ("Difference in net", lambda each: EN.change_1000(1e6 * each)),
    }
    for row in CHARTS["difference"].table(shown, labels).iter_rows(named=True):
        start, written = starts[figures[row["figure"]]]
        line = labels.line(TOTAL) if row["line"] == labels.row(TOTAL) else row["line"]
        assert cell(start, line, str(row["year"])) == written(row["mean"]), row
    went = dict(CHARTS["went"].table(shown, labels).select("to", "moves").iter_rows())
    years = sorted({row.year for row in shown.compared.business_case})
    (moves,) = (listing for title, listing in found.items() if title.startswith("Where they went: moves"))
    names = {str(row.cells[0]) for row in moves.rows} - {EN.say("went.inside"), EN.say("went.others")}
    assert len(names) > 5
    assert names <= set(went), "a place has one name"
    for name in names:
        assert cell("Where they went: moves", name, f"{years[0]}-{years[-1]}") == EN.change(went[name])
    months = {row["month"]: row["mean"] for row in CHARTS["programmes"].table(shown, labels).iter_rows(named=True)}
    (listing,) = (listing for title, listing in found.items() if title.startswith("Participants and waiting list in"))
    assert listing.rows
    named = {EN.month_and_year(month): EN.persons(mean) for month, mean in months.items()}
    assert all(str(row.cells[2]) == named[str(row.cells[1])] for row in listing.rows)


def test_what_is_rounded_is_said_to_be(pair: list[Shown]) -> None:
    assert EN.say("note.rounded").replace("%", "") in one_page(pair, "en").replace("%", "")


def test_the_take_up_that_is_explained_is_the_one_that_is_used(shipped: list[Shown]) -> None:
    model = shipped[0].world.model
    for line in model.take_up:
        path, figure = figure_at(model, f"take_up.{line}")
        assert figure.value == take_up(model, line)
        assert next(each.value for each in assumptions(model) if each.path == path) == figure.value
        stated = model.take_up[line]
        fitted = any(each.kind == "take_up" and each.line == line for each in model.parameters)
        assert fitted == figure.source.startswith("fitted (budget-2019)")
        assert not fitted or figure.value != stated.value
