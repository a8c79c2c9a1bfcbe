"""The offline report: its figures are the run's, it asks for nothing, speaks one language, and escapes whatever a file says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from page_helper import EVIL, SCRIPTS, elements_of, evil, tables_of
from worlds import asked, move, scenario, state, write

from simcase import api, report, study
from simcase.cli import main
from simcase.errors import UserError
from simcase.money import TOTAL
from simcase.present.charts import CHARTS
from simcase.present.findings import finding
from simcase.present.labels import labels_of
from simcase.present.table import printed
from simcase.present.tables_uncertainty import uncertainty
from simcase.report.page_of import tables_of as shown_tables
from simcase.vocabulary import document_of
from simcase.words import CATALOGUE, Words

MOST = 2_300_000
"""Bytes of a report: a million of what draws the charts, and each chart twice, as figures and as a picture."""


@pytest.fixture(scope="module", params=["da", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(shipped: list[study.Shown], lang: str) -> str:
    return report.page_of(shipped, lang)


def test_it_is_one_small_file_that_asks_for_nothing(page: str) -> None:
    assert len(page.encode()) <= MOST
    assert "default-src &#39;none&#39;" in page
    bare = SCRIPTS.sub("", page)
    assert not re.search(r"<(link|img|iframe|object|embed)\b|\bsrc=|url\(|@import", bare)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', bare))


def test_parameters_that_so_many_runs_cannot_tell_are_not_said_to_be_none(shipped: list[study.Shown], lang: str) -> None:
    variance = tuple(replace(row, parameters=0.0) for row in shipped[0].result.variance)
    labels = labels_of(shipped[0].world.model, Words(lang))
    told = uncertainty(replace(shipped[0], result=replace(shipped[0].result, variance=variance)), labels)
    assert told is not None
    assert {line.cells[2] for line in told.rows} == {Words(lang).say("report.split.unseen")}


def test_its_figures_are_those_of_the_run(page: str, shipped: list[study.Shown], lang: str) -> None:
    words = Words(lang)
    scenario = shipped[1]
    labels = labels_of(scenario.world.model, words)
    years = next(
        rows for caption, rows in tables_of(page).items() if caption == words.say("years.title", prices=words.say("prices.current"))
    )
    shown = {row[0]: row[1:] for row in years[1:]}
    budget = {(row["line"], row["year"]): row["municipality"]["mean"] for row in document_of(scenario.result)["budget"]}
    for line in {line for line, _ in budget}:
        assert shown[labels.line(line)] == [words.kroner_1000(budget[line, year]) for year in range(2018, 2023)]
    assert words.millions(budget[TOTAL, 2019]) in page


def test_every_printed_table_is_on_it(page: str, shipped: list[study.Shown], lang: str) -> None:
    for listing in shown_tables(shipped[1], labels_of(shipped[1].world.model, Words(lang))):
        rows = [list(row.cells) for row in printed(listing, Words(lang)).rows]
        assert rows
        found = [[cell for cell in row] for row in tables_of(page)[listing.title][1:]]  # noqa: C416 - a copy to compare
        assert all(row in found for row in rows), listing.title


def test_it_speaks_one_language(page: str, lang: str) -> None:
    other, own = (1, 0) if lang == "da" else (0, 1)
    said = SCRIPTS.sub("", page)
    texts = {pair[other] for pair in CATALOGUE.values() if pair[other] != pair[own] and "{" not in pair[other] and len(pair[other]) > 8}
    ours = "\n".join(pair[own] for pair in CATALOGUE.values())
    assert not sorted(text for text in texts if f">{text}<" in said and text not in ours)
    assert f'<html lang="{lang}">' in page


def test_it_gives_the_commands_that_repeat_the_runs_and_the_report(page: str) -> None:
    world = "baseline kik-ii --calibration aabenraa-2019 --fit budget-2019"
    assert f"<code>simcase compare {world} --replications 20 --seed 2019" in page
    assert f"<code>simcase report {world}" in page


def test_it_states_assumptions_with_grade_and_source(page: str, lang: str) -> None:
    rows = next(
        rows for caption, rows in tables_of(page).items() if "KIK II" in caption and rows[0][2] == Words(lang).say("report.assume.grade")
    )
    effect = next(row for row in rows if row[1].startswith(("1,15", "1.15")))
    assert effect[2] == "D"
    assert {"da": "skøn", "en": "judgement"}[lang] in effect[3]
    assert len(rows) > 10


def test_several_scenarios_have_a_part_each_and_what_a_file_says_is_text(shipped: list[study.Shown]) -> None:
    page = report.page_of([evil(each) for each in (*shipped, shipped[1])], "da")
    assert page.count('<h2 id="part-') == 2
    assert len(page.encode()) <= MOST
    found = elements_of(page)
    assert found.elements["script"] == 2 * found.elements["figure"] + 4
    assert not {"img", "iframe"} & set(found.elements)
    assert "onerror" not in found.attributes
    assert found.text.count(EVIL) > 40
    assert "\\u003cscript>alert" in page, "inside a chart's specification too"


def by_the_verb(shown: list[study.Shown], path: Path, lang: str) -> None:
    words = ["report", "baseline", "kik-ii", "-o", str(path), "--results", str(shown[0].request.results), "--lang", lang]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize(("lang", "writing"), [("da", by_the_verb), ("en", api.report)], indirect=["lang"], scope="module")
def test_the_verb_and_python_write_the_page(
    shipped: list[study.Shown], lang: str, tmp_path: Path, writing: Callable[[list[study.Shown], Path, str], None]
) -> None:
    writing(shipped, tmp_path / "x.html", lang)
    assert (tmp_path / "x.html").read_text(encoding="utf-8") == report.page_of(shipped, lang)


def test_what_cannot_be_written_is_refused(shipped: list[study.Shown], tmp_path: Path) -> None:
    results = str(shipped[0].request.results)
    runner = CliRunner()
    wrong = runner.invoke(main, ["report", "baseline", "-o", str(tmp_path / "x.doc"), "--results", results, "--lang", "da"])
    assert wrong.exit_code == 2
    assert ".html" in wrong.stderr
    missing = runner.invoke(main, ["report", "small-jobs", "-o", str(tmp_path / "y.html"), "--results", results, "--lang", "da"])
    assert missing.exit_code == 1
    assert "simcase run small-jobs" in missing.stderr
    assert not (tmp_path / "y.html").exists()
    with pytest.raises(UserError, match="doc"):
        api.report(shipped, tmp_path / "x.doc", "da")


def test_a_chart_becomes_a_table_too(shipped: list[study.Shown], tmp_path: Path) -> None:
    results = str(shipped[0].request.results)
    done = CliRunner().invoke(main, ["chart", "kik-ii", "full-year", "-o", str(tmp_path / "x.csv"), "--results", results, "--lang", "da"])
    assert done.exit_code == 0, done.output
    lines = (tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Ydelse;År;Ventet;5\N{NO-BREAK SPACE}% under;5\N{NO-BREAK SPACE}% over;Personer"
    assert len(lines) == 1 + 10 * 4
    none = CliRunner().invoke(main, ["chart", "kik-ii", "payback", "-o", str(tmp_path / "y.csv"), "--results", results, "--lang", "da"])
    assert none.exit_code == 2
    assert "--baseline" in none.stderr


def test_charts_of_a_world_without_lines_or_programmes_have_no_figures_and_no_fault(folder: Path) -> None:
    swing = {"id": "swing", "label": "S", "scope": "national", "half_life_months": 6, "sd": 0.3, "loadings": {"leaving": 1.0}}
    economy = {"groups": [{"id": "leaving", "label": "Leaving", "from": ["idle"], "to": ["busy"]}], "processes": [swing]}
    frame = {"start": "2019-01-01", "end": "2020-12-31", "states": [state("idle"), state("busy")], "economy": economy}
    town = {**frame, "transitions": [move("idle", "busy", 0.5)], "stock": {"states": {"idle": 40, "busy": 200}}}
    change = {"path": "transitions.idle.busy.rate", "times": 1.2, "why": "A test of it"}
    write(folder, town, {"more": scenario(changes=[change], based_on="as-is")})
    study.compare(asked(replications=40, uncertainty="all"), ["more"])
    shown = study.open_runs(["as-is", "more"], asked(uncertainty="all"))
    labels, drawn = labels_of(shown[1].world.model, Words("en")), set()
    for chart in CHARTS.values():
        drawn |= set() if chart.table(shown[1], labels).is_empty() else {chart.id}
        finding(chart.name, shown[1], labels)
    assert {"full-year", "payback", "price-volume", "programmes", "waterfall"} & drawn == set()
    assert "headcount" in drawn
