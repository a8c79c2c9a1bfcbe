"""Every kind of chart of a run: drawn from the shipped scenarios, valid, its fields there, its figures those of the tables."""

from __future__ import annotations

import html
import itertools
import json
import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from charts_helper import Spec, missing, titles

from simcase import charts, study, tidy
from simcase.charts.parts import TITLE, fold
from simcase.errors import UserError
from simcase.money import TOTAL, is_total
from simcase.present import figures_run, findings
from simcase.present.charts import CHARTS, live_charts
from simcase.present.findings import finding
from simcase.present.labels import Labels, labels_of, lowered
from simcase.present.sentences_compare import elsewhere, moved
from simcase.present.sentences_run import about
from simcase.present.table import printed
from simcase.present.tables_budget import budget_table
from simcase.report.csv_files import table_csv
from simcase.report.page import slim
from simcase.report.pictures import svg_of
from simcase.study.cost_split import cost_steps
from simcase.study.headcounts import headcounts
from simcase.study.influence import least_squares
from simcase.vocabulary import document_of
from simcase.words import CATALOGUE, Words

REPLICATIONS = 6
OF_CASE = [kind for kind, each in CHARTS.items() if each.needs_baseline]
MANY = 200


@pytest.fixture(scope="module")
def shown(shipped: list[study.Shown]) -> list[study.Shown]:
    return shipped


@pytest.fixture(scope="module", params=["da", "en"])
def labels(request: pytest.FixtureRequest, shown: list[study.Shown]) -> Labels:
    return labels_of(shown[1].world.model, Words(request.param))


@pytest.fixture(scope="module")
def told(shown: list[study.Shown], labels: Labels) -> dict[str, Spec]:
    """Return each chart as it stands alone, drawn once for all tests; in one language it is held against the grammar as it is written."""
    drawn = {kind: chart.tell(shown[1], labels) for kind, chart in CHARTS.items() if kind != "tornado"}
    return {kind: each.to_dict(validate=labels.words.lang == "da") for kind, each in drawn.items() if each}


@pytest.fixture(scope="module")
def pictures(told: dict[str, Spec]) -> dict[str, str]:
    """Return the picture of each."""
    return {kind: svg_of(spec) for kind, spec in told.items()}


def test_every_chart_is_valid_every_field_exists_and_it_speaks_one_language(told: dict[str, Spec], labels: Labels) -> None:
    other = 1 if labels.words.lang == "da" else 0
    foreign = {pair[other] for key, pair in CATALOGUE.items() if key.startswith("chart.") and pair[0] != pair[1]}
    assert told.keys() == CHARTS.keys() - {"tornado"}
    for kind, spec in told.items():
        assert not missing(spec), kind
        assert spec["usermeta"]["lang"] == labels.words.lang, kind
        assert not foreign & set(titles(spec)), kind


def test_every_chart_that_stands_alone_is_headed_by_what_it_shows_and_says_what_was_simulated(
    shown: list[study.Shown], told: dict[str, Spec], labels: Labels
) -> None:
    for kind, spec in told.items():
        chart, (inside,), foot = CHARTS[kind], spec["vconcat"], spec["title"]
        found = finding(chart.name, shown[1], labels)
        assert found is not None, f"{kind}: every chart says what it shows"
        assert labels.title in found, kind
        assert " ".join(inside["title"]["text"]) == found, kind
        assert " ".join(inside["title"]["subtitle"]).startswith(chart.heading(labels)), kind
        assert foot["orient"] == "bottom", kind
        assert " ".join(foot["text"]).endswith(about([shown[1]], labels.words)), kind
        assert spec["description"].startswith(found), kind
        assert len(spec["description"]) > len(found) + 40, kind


def test_findings_are_the_figures_of_the_run(shown: list[study.Shown], labels: Labels, monkeypatch: pytest.MonkeyPatch) -> None:
    swings = pl.DataFrame({"unknown": ["Exits", "Entries"], "low": [2.0, 0.3], "high": [-1.5, 0.1]})
    monkeypatch.setattr(figures_run, "tornado", lambda *_: swings)
    words, case = labels.words, shown[1].compared
    last = max(row.year for row in case.difference.budget)
    persons = {row.line: row.persons for row in case.difference.budget if row.year == last}
    widest = persons[list(persons)[-1]]
    net = [row for row in case.business_case if row.payer == "municipality"][-1].cumulated
    total = next(row for row in shown[1].result.budget if row.line == TOTAL and row.year == 2019)
    met = [row for row in shown[1].result.goals if row.chance is not None]
    steps, months = cost_steps(shown[1]), [shown[1].world.outcome.names.months[m] for m in shown[1].window.months]
    stocks = headcounts(shown[1].world, shown[1].window.months)
    taken = max(shown[1].result.programmes, key=lambda row: row.month)
    plain = [row for row in shown[1].result.budget if row.year == 2019 and not is_total(row.line)]
    dearest = max(plain, key=lambda row: row.municipality.mean)
    pension = [row.full_year_persons.mean for row in shown[1].result.budget if row.line == "foertidspension" and row.year in {2019, last}]
    for name, figures in {
        "difference": (
            f" {words.persons(abs(widest.mean))} ",
            words.interval(words.change(widest.p05), words.change(widest.p95)),
            str(last),
        ),
        "payback": (words.change_millions(net.mean), words.change(net.p05 / 1e6, 1)),
        "budget_plan": (words.millions(total.municipality.mean), words.millions(abs(total.municipality.mean - (total.plan or 0.0)))),
        "waterfall": (words.number(steps.start / 1e6), words.number(steps.end / 1e6), words.millions(abs(steps.end - steps.start))),
        "full_year": (lowered(labels.line("foertidspension")), words.persons(pension[0]), words.persons(pension[1])),
        "tornado": ("'Exits'", words.interval(words.change(-1.5, 1), words.change(2.0, 1))),
        "flows": (str(last),),
        "composition": (words.month(months[-1]), words.persons(sum(row.mean for row in stocks if row.month == months[-1]))),
        "programmes": (words.persons(taken.participants.mean), words.month(taken.month)),
        "price_volume": (words.millions(dearest.municipality.mean), "2019"),
        "goals": (str(sum(row.chance is not None and row.chance.probability >= 0.5 for row in met)), str(len(met))),
    }.items():
        said = finding(name, shown[1], labels)
        assert said is not None
        assert all(figure in said for figure in figures), (name, figures, said)
        assert labels.title in said


@pytest.mark.parametrize("kind", OF_CASE)
def test_a_difference_needs_a_baseline(kind: str, shown: list[study.Shown], labels: Labels) -> None:
    assert CHARTS[kind].draw(shown[0], labels) is None


def test_full_year_persons_are_those_of_the_budget(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["full-year"].table(shown[1], labels)
    rows = {
        (labels.line(row["line"]), str(row["year"])): row["full_year_persons"]["mean"] for row in document_of(shown[1].result)["budget"]
    }
    assert table["year"].unique().sort().to_list() == ["2019", "2020", "2021", "2022"], "the half year 2018 stands beside no whole one"
    assert all(rows[row["line"], row["year"]] == row["mean"] for row in table.iter_rows(named=True))


def test_price_times_volume_is_the_line(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["price-volume"].table(shown[1], labels)
    budget = {str(row.cells[0]): row.cells for row in printed(budget_table(shown[1].result, 2019, labels, "current"), labels.words).rows}
    for line, persons, price, _ in table.iter_rows():
        assert [labels.words.persons(persons), labels.words.number(price / 1e3, 1)] == budget[line][5:], "the same persons and price"
    assert (table["persons"] * table["price"] / 1e6).to_list() == pytest.approx(table["kroner"].to_list())


def test_a_lines_stock_changes_by_inflow_less_outflow(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["flows"].table(shown[1], labels).filter(pl.col("year") == 2020)
    into, out = (table.filter(pl.col("way") == labels.words.say(f"chart.flows.{way}")) for way in ("in", "out"))
    outcome, model = shown[1].world.outcome, shown[1].world.model
    names = [f"{month:%Y-%m}" for month in outcome.names.months]
    for line in model.lines:
        states = [outcome.names.states.index(state.id) for state in model.states if state.line == line.id]
        ends = [outcome.stock[:, names.index(month), states].sum(axis=1).mean() for month in ("2019-12", "2020-12")]
        net = [side.filter(pl.col("line") == labels.line(line.id))["mean"].item() for side in (into, out)]
        assert ends[1] - ends[0] == pytest.approx(net[0] - net[1])


def test_ribbons_hold_every_move_out_of_the_lines(shown: list[study.Shown], labels: Labels) -> None:
    ribbons = CHARTS["ribbons"].table(shown[1], labels).filter(pl.col("x") == 0.0)
    flows = CHARTS["flows"].table(shown[1], labels)
    out = flows.filter(pl.col("way") == labels.words.say("chart.flows.out"), pl.col("year") > 2018)
    assert 0.0 <= out["mean"].sum() / 4 - ribbons["moves"].sum() < 1.0, "but for the rarest"
    assert (ribbons["y2"] - ribbons["y"]).to_list() == pytest.approx(ribbons["moves"].to_list())


def test_a_waterfall_ends_where_the_scenario_and_its_investment_do(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["waterfall"].table(shown[1], labels)
    case = [row for row in document_of(shown[1].result)["business_case"] if row["payer"] == "municipality"]
    years = {row["year"] for row in case}
    lines = [row for row in document_of(shown[1].result)["budget"] if row["year"] in years and row["line"] == "i_alt_inkl_foertidspension"]
    cost = sum(row["investment"]["mean"] - row["grants"]["mean"] for row in case)
    assert table["to"][-1] * 1e6 == pytest.approx(sum(row["municipality"]["mean"] for row in lines) + cost)
    assert table["from"].to_list()[2:-1] == pytest.approx(table["to"].to_list()[1:-2]), "each step begins where the last one ended"


def test_a_payback_adds_up_the_business_case(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["payback"].table(shown[1], labels)
    more = sum(row["grants"]["mean"] for row in document_of(shown[1].result)["business_case"] if row["payer"] == "municipality") / 1e6
    assert table["mean"][-1] == pytest.approx(-60.5 + saved(shown[1]) + more, abs=1e-6)


def saved(shown: study.Shown) -> float:
    """Return the million kroner that a scenario saves over all years."""
    assert shown.baseline is not None
    one, other = (world.world.accounts.municipality[:, :, -1].sum(axis=1).mean() for world in (shown.baseline, shown))
    return float(one - other) / 1e6


def test_refusion_steps_share_out_all_days(shown: list[study.Shown], labels: Labels) -> None:
    sums = CHARTS["refusion"].table(shown[1], labels).group_by("line").agg(pl.col("share").sum())
    assert len(sums) >= 8
    assert sums["share"].to_list() == pytest.approx([100.0] * len(sums))


def test_slopes_are_found_and_chance_has_none() -> None:
    import numpy as np  # noqa: PLC0415 - here alone

    draw = np.random.default_rng(1).normal(size=(MANY, 3))
    slopes, errors = least_squares(draw, 2.0 * draw[:, 0] - draw[:, 1] + np.random.default_rng(2).normal(size=MANY) * 0.1)
    assert slopes.tolist() == pytest.approx([2.0, -1.0, 0.0], abs=0.05)
    assert abs(slopes[2]) < 4 * errors[2]


def test_a_tornado_is_drawn_where_slopes_are_sure(shown: list[study.Shown], labels: Labels) -> None:
    assert CHARTS["tornado"].draw(shown[1], labels) is None, "six replications show nothing of thirty unknowns"
    table = pl.DataFrame({"unknown": ["a", "b"], "low": [-2.0, 1.0], "high": [2.5, -1.0]})
    assert not missing(charts.tornado(table, labels.words.lang, "KIK II").to_dict(validate=True))


def test_a_forecast_is_drawn_beside_its_outcome(labels: Labels) -> None:
    months = pl.date_range(pl.date(2019, 1, 1), pl.date(2019, 3, 1), "1mo", eager=True)
    figures = {"p05": 90.0, "p50": 100.0, "p95": 110.0}
    table = pl.DataFrame({"month": months, "line": "Fleksjob", "observed": [101.0, None, 99.0]}).with_columns(
        **{name: pl.lit(value) for name, value in figures.items()}
    )
    assert not missing(charts.backtest(table, labels.words.lang, "KIK II").to_dict(validate=True))


def test_a_difference_of_no_whole_move_has_no_number() -> None:
    table = pl.DataFrame({"to": ["Fleksjob", "Førtidspension", "Beskæftigelse"], "moves": [5.2, -0.3, -3.0], "pays": [1, 1, 0]})
    drawn = svg_of(charts.went(table, "da", "KIK II").to_dict())
    signed = [text for text in re.findall(r">([^<>]+)</text>", drawn) if text[0] in "+\N{MINUS SIGN}"]
    assert signed[-4:] == ["+5", "\N{MINUS SIGN}3"] * 2, "rims, and figures upon them"
    assert "\N{MINUS SIGN}0" not in signed
    (anchor,) = re.findall(r'text-anchor="(\w+)"[^>]*fill="#262626"[^>]*>\N{MINUS SIGN}3<', drawn)
    assert anchor == "end", "a figure stands on the side that its bar points to"


def written_in(picture: str) -> list[str]:
    """Return the texts of a picture, those of its titles left out and what a screen reader is told."""
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", re.sub(r'<g class="mark-text role-title-.*?</g>', "", picture))
    return [text.replace("\N{MINUS SIGN}", "-") for text in texts]


@pytest.mark.parametrize("labels", ["da"], indirect=True)
def test_a_page_with_rounded_figures_writes_what_a_picture_does(told: dict[str, Spec], pictures: dict[str, str]) -> None:
    for kind, spec in told.items():
        assert written_in(svg_of(slim(spec))) == written_in(pictures[kind]), kind


COUNTED = {"goals", "refusion", "hundred"}
"""Charts whose heading counts rows or persons that are drawn, which nobody writes into a picture."""


def test_every_figure_of_a_heading_is_in_the_picture_as_it_is_written(
    shown: list[study.Shown], pictures: dict[str, str], labels: Labels
) -> None:
    lost = []
    for kind in (kind for kind in CHARTS if kind not in {"tornado", *COUNTED}):
        said = (finding(CHARTS[kind].name, shown[1], labels) or "").replace(labels.title, "").replace("42 uger", "").replace("42 weeks", "")
        plain = re.sub(r"\([^()]*: [^()]*\)|100|'[^']*'|\d (?:af|of) 10 .* (?:falder på|falls on) \d", "", said)
        figures = {each for each in re.findall(r"\d[\d.,]*\d|\d", plain) if not re.fullmatch(r"20[12]\d", each)}
        found = {each for text in written_in(pictures[kind]) for each in re.findall(r"\d[\d.,]*\d|\d", text)}
        lost += [(kind, figures - found)] if figures - found else []
        assert figures, kind
    assert not lost


def test_a_baseline_is_named_where_it_is_drawn_alone(shown: list[study.Shown], told: dict[str, Spec], labels: Labels) -> None:
    base = labels.words.text(shown[0].world.model.title)
    for kind, spec in told.items():
        drawn = CHARTS[kind].needs_baseline or kind in {"full-year", "headcount", "goals"}
        against = labels.words.say("chart.against", title=labels.title, base=base)
        assert (against in spec["description"]) == drawn, kind


def test_a_range_is_that_of_the_figure_that_is_drawn(shown: list[study.Shown], labels: Labels) -> None:
    words, total = labels.words, CHARTS["budget-plan"].table(shown[1], labels).row(0, named=True)
    assert f" {words.change(total['p95'] - total['plan'], 1)})" in (finding("budget_plan", shown[1], labels) or "")


def test_what_the_baseline_does_too_is_said_where_it_lies_within_the_runs(shown: list[study.Shown], labels: Labels) -> None:
    ends, base = pl.DataFrame({"p05": [90.0, 95.0], "p95": [110.0, 115.0]}), labels.words.text(shown[0].world.model.title)
    assert base in findings._alike(ends, pl.Series([92.0, 114.0]), shown[1], labels)
    assert not findings._alike(ends, pl.Series([92.0, 116.0]), shown[1], labels), "an effect of the scenario"
    alone = labels_of(shown[0].world.model, labels.words)
    for kind in ("full_year", "flows"):
        assert f"'{base}'" in (finding(kind, shown[1], labels) or "")
        assert f"'{base}'" not in (finding(kind, shown[0], alone) or ""), "nothing to compare with"


def test_rows_of_a_change_stand_in_the_order_of_its_size_with_its_sign(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["flows"].table(shown[1], labels)
    net = table.filter(pl.col("way") == table["way"][0], pl.col("year") == table["year"].max())["mean"].to_list()
    assert net == sorted(net, reverse=net[0] > 0.0)
    assert abs(net[0]) == max(map(abs, net))


def test_goals_are_headed_by_what_moves_most_and_moves_by_what_is_fewer_too(shown: list[study.Shown], labels: Labels) -> None:
    worlds = CHARTS["goals"].table(shown[1], labels).partition_by("world", maintain_order=True)
    moved = [abs(own - other) for own, other in zip(*(world["probability"] for world in worlds), strict=True)]
    most = moved.index(max(moved))
    said = finding("goals", shown[1], labels) or ""
    assert all(text in said for text in (worlds[0]["goal"][most].rpartition(" (")[0], *(f"{world['said'][most]}" for world in worlds)))
    fewest = CHARTS["went"].table(shown[1], labels).sort("moves").row(0, named=True)
    went = finding("went", shown[1], labels) or ""
    assert labels.words.say("finding.went.fewer", n=labels.words.persons(-fewest["moves"]), to=lowered(fewest["to"])) in went
    assert lowered(labels.line("kontant_og_uddannelseshjaelp")) in went, "the target group is named"


def test_figures_that_are_written_side_by_side_add_up(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["flows"].table(shown[1], labels)
    ways = {way: table.filter(pl.col("way") == labels.words.say(f"chart.flows.{way}")).sort("line", "year") for way in ("net", "in", "out")}
    net, come, leave = (part["mean"] for part in ways.values())
    assert net.to_list() == pytest.approx((come - leave).to_list()), "the numbers are not rounded"
    picture = json.dumps(CHARTS["flows"].draw(shown[1], labels).to_dict())
    drawn = [row for data in json.loads(picture)["datasets"].values() for row in data if "change" in row]
    last = [row for row in drawn if row["p05"] is None]
    assert len(last) > 5
    moves = {(row["line"], row["way"]): round(row["mean"]) for row in drawn}
    into, out = (labels.words.say(f"chart.flows.{way}") for way in ("in", "out"))
    assert [row["change"] for row in last] == [moves[row["line"], into] - moves[row["line"], out] for row in last]
    for line, persons, price, kroner in CHARTS["price-volume"].table(shown[1], labels).iter_rows():
        assert round(persons) * round(price) / 1e6 == pytest.approx(kroner, rel=0.5 / persons + 1e-5), line


def test_what_a_heading_tells_stands_first(shown: list[study.Shown], labels: Labels) -> None:
    for kind in ("full-year", "flows", "price-volume", "refusion", "long-term"):
        said, table = finding(CHARTS[kind].name, shown[1], labels) or "", CHARTS[kind].table(shown[1], labels)
        assert lowered(table["line"][0]) in said, kind
    ribbons = CHARTS["ribbons"].table(shown[1], labels)
    assert all(lowered(ribbons[side][0]) in (finding("ribbons", shown[1], labels) or "") for side in ("from", "to"))
    assert CHARTS["budget-plan"].table(shown[1], labels)["line"][0] == labels.row(TOTAL) != labels.line(TOTAL)


def test_figures_of_a_stack_stand_on_their_own_segments(shown: list[study.Shown], labels: Labels) -> None:
    layers = CHARTS["refusion"].draw(shown[1], labels).to_dict()["layer"]  # type: ignore[union-attr]
    texts = [layer for layer in layers if layer["mark"]["type"] == "text"]
    assert texts
    assert not [step for layer in texts for step in layer["transform"] if "filter" in step], "what is not written still takes its place"


def test_ribbons_stand_under_one_another() -> None:
    table = tidy.ribbons({("a", "x"): 2.0, ("a", "y"): 1.0, ("b", "x"): 3.0})
    ends = table.filter(pl.col("x") == 1.0)
    y = {(row["from"], row["to"]): (row["y"], row["y2"]) for row in ends.iter_rows(named=True)}
    assert y["b", "x"][0] == pytest.approx(y["a", "x"][1]), "two ribbons into one place touch"
    assert y["a", "y"][0] > y["b", "x"][1], "two places do not"


def test_runs_of_other_luck_are_not_compared(shown: list[study.Shown], tmp_path: Path) -> None:
    done = study.run(study.Request("kik-ii", replications=REPLICATIONS, workers=1, results=tmp_path, seed=7))
    other = study.open_runs([str(done.folder)], study.Request(""))[0]
    with pytest.raises(UserError, match="seed 7"):
        study.against(shown[0], other)


def test_colours_stand_out_from_paper() -> None:
    from simcase.charts import theme  # noqa: PLC0415 - here alone

    for colour in (*theme.LAYERS, theme.BLUE, theme.BLUE_EDGE, theme.VERMILLION, theme.GREY, theme.INK):
        assert 1.05 / (luminance(colour) + 0.05) >= 3.0, colour


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_chart_that_stands_on_the_live_page_has_a_short_name() -> None:
    assert {f"chart.{each.name}.short" for each in live_charts()} <= set(CATALOGUE)
    assert {f"chart.{each.name}.title" for each in CHARTS.values()} <= set(CATALOGUE)


def test_ribbons_are_written_as_moves_without_their_outlines(shown: list[study.Shown], labels: Labels) -> None:
    ribbons = CHARTS["ribbons"]
    table = ribbons.written(ribbons.table(shown[1], labels))
    assert table.columns == ["from", "to", "moves"]
    assert len(table) == len(table.select("from", "to").unique())


@pytest.mark.parametrize("shares", [True, False])
def test_mixes_are_drawn_by_what_they_cost_and_give(labels: Labels, *, shares: bool) -> None:
    columns = {"kroner": [0.0, 4.0, 9.5, 7.0], "reached": [10.0, 40.0, 55.5, 30.0], "low": [5.0, 30.0, 45.0, 20.0]}
    kinds = {"kind": ["frontier", "frontier", "best", "tried"], "mix": ["none", "Skub", "Skub, Kursus", "Kursus"]}
    table = pl.DataFrame({**columns, "high": [15.0, 50.0, 65.0, 40.0], **kinds})
    drawn = charts.portfolio(table, labels.words.lang, "KIK II", 10e6, shares=shares).to_dict(validate=True)
    assert not missing(drawn)
    assert "Skub, Kursus" in drawn["description"]
    written = [row["written"] for rows in drawn["datasets"].values() for row in rows if "written" in row]
    assert set(written) == {labels.words.number(each) if shares else labels.words.change(each, 1) for each in (10.0, 40.0, 55.5)}
    assert len(charts.portfolio(table, "en", "KIK II", None, shares=shares).layer) == len(drawn["layer"]) - 1


def test_a_hundred_persons_are_a_hundred_and_shared_out_as_the_sentence_says(shown: list[study.Shown], labels: Labels) -> None:
    found, table = elsewhere(shown[1].compared, labels), CHARTS["hundred"].table(shown[1], labels)
    assert found is not None
    assert table["person"].to_list() == list(range(100))
    said = [table.filter(pl.col("where") == where) for where in table["where"].unique(maintain_order=True)]
    assert all(group["where"][0].startswith(f"{labels.words.percent(group.height / 100)} ") for group in said)
    elsewhere_now = table.filter(pl.col("pays") == 1).height
    assert said[0]["pays"][0] == 1, "what the heading tells stands first"
    assert labels.words.percent(elsewhere_now / 100) in (moved(shown[1].compared, labels) or "")
    assert f" {labels.words.percent(elsewhere_now / 100)} " in (finding("hundred", shown[1], labels) or ""), "of them, and no persons"


def test_where_they_went_is_headed_by_figures_that_it_shows(shown: list[study.Shown], labels: Labels) -> None:
    said, table = finding("went", shown[1], labels) or "", CHARTS["went"].table(shown[1], labels)
    most = [table.filter(pl.col("pays") == pays).sort("moves").tail(1).rows(named=True) for pays in (0, 1)]
    told = [each for found in most for each in found if each["moves"] >= 1.0]
    assert told
    assert all(labels.words.persons(each["moves"]) in said and each["to"][1:] in said for each in told)
    assert {"da": " flere skift fra ", "en": " more moves from "}[labels.words.lang] in said, "moves are no persons"
    assert len(fold(said, TITLE)) <= 3, "a title is read in five seconds"


def test_figures_of_a_chart_are_written_for_danish_spreadsheets_in_danish(shown: list[study.Shown], labels: Labels) -> None:
    for kind in (kind for kind in CHARTS if kind != "tornado"):
        table = CHARTS[kind].written(CHARTS[kind].table(shown[1], labels))
        heads, *rows = table_csv(table, 6, labels.words).splitlines()
        if labels.words.lang == "en":
            assert heads == ",".join(table.columns)
            continue
        assert heads == ";".join(labels.words.say(f"chart.column.{name}") for name in table.columns), "every column has a head in words"
        assert not re.search(r"(?:^|;)-?\d+\.\d+(?:;|$)", rows[0])


def test_two_worlds_and_good_and_bad_are_told_apart_by_more_than_colour(shown: list[study.Shown], labels: Labels) -> None:
    difference = json.dumps(CHARTS["difference"].draw(shown[1], labels).to_dict())  # type: ignore[union-attr]
    assert "triangle-up" in difference
    assert "triangle-down" in difference
    assert "strokeDash" in json.dumps(CHARTS["went"].draw(shown[1], labels).to_dict()["layer"][0]["encoding"])  # type: ignore[union-attr]
    base = labels.words.text(shown[0].world.model.title)
    goals = json.dumps(CHARTS["goals"].draw(shown[1], labels).to_dict(), ensure_ascii=False)  # type: ignore[union-attr]
    assert base in goals
    fan = CHARTS["headcount"].draw(shown[1], labels).to_dict()  # type: ignore[union-attr]
    assert " ".join(fan["title"]["subtitle"]).endswith(labels.words.say("chart.fan.base", base=base).strip())
    assert "base" in json.dumps(fan["vconcat"][0])
    alone = CHARTS["headcount"].table(shown[0], labels)
    assert "base" not in alone.columns


def test_those_who_wait_stand_on_an_axis_of_their_own() -> None:
    months = pl.date_range(pl.date(2019, 1, 1), pl.date(2019, 3, 1), "1mo", eager=True)
    figures = {"mean": 20.0, "p05": 15.0, "p95": 25.0, "places": 30.0, "bound": ""}
    table = pl.DataFrame({"month": months, "initiative": "Course", "waiting": [400.0, 500.0, 600.0]})
    table = table.with_columns(**{name: pl.lit(value) for name, value in figures.items()})
    (panel,) = charts.programmes(table, "en", "KIK II").to_dict()["concat"]
    above, below = panel["vconcat"]
    assert "waiting" not in json.dumps([layer["encoding"]["y"] for layer in above["layer"] if "y" in layer["encoding"]])
    assert [layer["encoding"]["y"]["field"] for layer in below["layer"]] == ["waiting"]
    (panel,) = charts.programmes(table.with_columns(waiting=pl.lit(0.0)), "en", "KIK II").to_dict()["concat"]
    assert "vconcat" not in panel
    waits, none = (
        charts.programmes(rows, "en", "KIK II").to_dict()["description"] for rows in (table, table.with_columns(waiting=pl.lit(0.0)))
    )
    assert CATALOGUE["chart.programmes.queue"][1] in waits
    assert CATALOGUE["chart.programmes.queue"][1] not in none, "nothing is promised that is not drawn"


def test_a_picture_is_read_aloud_by_its_description_alone(told: dict[str, Spec], pictures: dict[str, str]) -> None:
    for kind, spec in told.items():
        spoken = [html.unescape(said) for said in re.findall(r' (?:aria-[a-z]+|role)="([^"]*)"', pictures[kind])]
        assert spoken == ["img", spec["description"]], (kind, spoken[:4])
        assert not re.search(r"\d[.,]\d{4,}", spec["description"])


def test_every_layer_is_named_and_no_name_stands_on_another(shown: list[study.Shown], labels: Labels) -> None:
    table = CHARTS["composition"].table(shown[1], labels)
    spec = CHARTS["composition"].draw(shown[1], labels).to_dict()  # type: ignore[union-attr]
    (names,) = {tuple((row["name"], row["at"]) for row in rows) for rows in spec["datasets"].values() if "name" in rows[0]}
    assert all(any(name.startswith(f"{line} ") for name, _ in names) for line in table["line"].unique())
    per_pixel = (spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1]) / spec["height"]
    heights = sorted(at for _, at in names)
    assert min(after - before for before, after in itertools.pairwise(heights)) >= 14 * per_pixel, "letters are twelve pixels"


def test_a_goal_is_written_with_what_is_expected_in_its_month(shown: list[study.Shown], labels: Labels) -> None:
    words, table = labels.words, CHARTS["headcount"].table(shown[1], labels)
    spec = CHARTS["headcount"].draw(shown[1], labels).to_dict()  # type: ignore[union-attr]
    goals = [row for rows in spec["datasets"].values() if "threshold" in rows[0] for row in rows]
    assert goals
    for goal in goals:
        line = pl.col("line") == "kontant_og_uddannelseshjaelp"
        mean = table.filter(line & (pl.col("month").cast(pl.String) == goal["month"][:10]))["mean"].item()
        assert goal["note"].endswith(f" {words.persons(goal['threshold'])}, {words.say('chart.mean').lower()} {words.persons(mean)}")
    assert finding("headcount", shown[1], labels).endswith(words.persons(goals[-1]["threshold"]))  # type: ignore[union-attr]


def test_full_year_persons_stand_beside_the_persons_that_they_are(shown: list[study.Shown], labels: Labels) -> None:
    persons = {labels.line(row.line): row.persons.mean for row in shown[1].result.budget if row.year == 2022}
    panels = CHARTS["full-year"].draw(shown[1], labels).to_dict()["concat"]  # type: ignore[union-attr]
    for panel in panels:
        (beneath,) = panel["title"]["subtitle"]
        assert max(map(len, panel["title"]["text"])) * 8.3 <= panel["width"] + 36, "names stand beside each other in wide letters too"
        assert beneath == labels.words.say(
            "chart.full_year.persons", persons=labels.words.persons(persons[" ".join(panel["title"]["text"])]), year=2022
        )


def test_no_layer_is_left_without_a_mark() -> None:
    ends = pl.DataFrame({"step": ["Before", "After"], "from": [0.0, 0.0], "to": [9.0, 9.0], "kind": "end"})
    months = pl.date_range(pl.date(2019, 1, 1), pl.date(2019, 3, 1), "1mo", eager=True)
    ahead = pl.DataFrame({"month": months, "panel": "Aid", "unit": "persons"}).with_columns(
        counted=pl.lit(None, pl.Float64), mean=pl.lit(9.0), p05=pl.lit(8.0), p95=pl.lit(10.0)
    )
    past = ahead.with_columns(counted=pl.lit(9.0), **{name: pl.lit(None, pl.Float64) for name in ("mean", "p05", "p95")})
    alone = pl.DataFrame({"measure": "Persons", "method": "Model", "quarter": [1, 2], "crps": [1.0, 2.0]})
    drawn = [
        charts.waterfall(ends, "en", "X"),
        *(charts.forecast(each, "en", "X") for each in (ahead, past)),
        charts.panel(alone, "en", "X"),
    ]
    for chart in drawn:
        spec = chart.to_dict()
        for panel in spec.get("concat", [spec]):
            filters = [step["filter"] for layer in panel["layer"] for step in layer.get("transform", ()) if "filter" in step]
            empty = [each for each in filters if not _kept(each, next(iter(spec["datasets"].values())))]
            assert not empty, empty


def _kept(condition: str, rows: list[dict[str, Any]]) -> bool:
    """Tell whether a filter keeps a row: one of whether a field is valid, or equal to a text."""
    (field,) = re.findall(r"datum\.(\w+)", condition.replace("datum['", "datum."))
    wanted = re.search(r"(===?|!==?) '([^']*)'", condition)
    if wanted is None:
        return any(row[field] is not None for row in rows)
    return any((row[field] == wanted[2]) == wanted[1].startswith("=") for row in rows)
