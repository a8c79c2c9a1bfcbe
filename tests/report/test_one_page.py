"""The report on one page: its figures are the run's, its parts add up, it speaks one language, escapes names, and prints on one sheet."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from click.testing import CliRunner
from page_helper import elements_of, evil, tables_of
from worlds import aided, asked, initiative, play, scenario, write

from simcase import report, study
from simcase.cli import main
from simcase.compare import net_result
from simcase.evaluate import InformationResult, Worth
from simcase.present import tables_uncertainty
from simcase.present.labels import labels_of
from simcase.present.tables_goals import worlds_table
from simcase.study.influence import influences
from simcase.vocabulary import document_of
from simcase.words import CATALOGUE, Words

MODULE = importlib.import_module("simcase.report.one_page")
"""The package's own name for it is the function."""


@pytest.fixture(scope="module", params=["da", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(shipped: list[study.Shown], lang: str) -> str:
    return report.one_page(shipped, lang)


def table(page: str, head: str) -> list[list[str]]:
    """Return the rows of the table whose first row has a head."""
    return next(rows[1:] for rows in tables_of(page).values() if head in rows[0])


def test_the_budget_is_that_of_the_run(page: str, shipped: list[study.Shown], lang: str) -> None:
    words, shown = Words(lang), shipped[1]
    labels = labels_of(shown.world.model, words)
    rows = {row[0]: row[1:] for row in table(page, words.say("budget.deviation"))}
    budget = {row["line"]: row for row in document_of(shown.result)["budget"] if row["year"] == 2019}
    assert set(rows) == {labels.line(line) for line in budget}
    assert len(rows) == 12
    for line, row in budget.items():
        net, plan = row["municipality"], row["plan"]
        planned, expected, deviation, interval, persons, price = rows[labels.line(line)]
        assert persons == words.persons(row["full_time_persons"]["mean"])
        assert price == words.number(row["municipality"]["mean"] / row["full_time_persons"]["mean"] / 1e3, 1)
        assert planned == ("" if plan is None else words.kroner_1000(plan))
        assert expected == words.kroner_1000(net["mean"])
        assert deviation == ("" if plan is None else words.change_1000(net["mean"] - plan))
        assert interval == words.interval(words.kroner_1000(net["p05"]), words.kroner_1000(net["p95"]))
    assert rows[labels.line("foertidspension")][0] == ""


def test_goals_are_so_many_runs_of_ten(page: str, shipped: list[study.Shown], lang: str) -> None:
    words, document = Words(lang), document_of(shipped[1].result)
    judged = [row for row in document["goals"] if row["probability"] is not None]
    rows = table(page, words.say("one.goal.met"))
    assert [row[-1] for row in rows] == [words.in_runs(row["probability"]) for row in judged]
    assert words.persons(judged[0]["value"]["mean"]) == rows[0][2]
    beside = worlds_table(*(each.result for each in shipped), labels_of(shipped[1].world.model, words))
    at = [column.id for column in beside.columns].index("scenario")
    assert [row[2] for row in rows] == [row.cells[at] for row in beside.rows], "the same figure is written alike"
    assert words.say("one.goal.others", n=len(document["goals"]) - len(judged)) in page


def test_investment_saved_and_moved_add_up_to_the_net_result_of_the_run(page: str, shipped: list[study.Shown], lang: str) -> None:
    words, (base, shown) = Words(lang), shipped
    parts = study.cost_split(shown)
    years = [shown.world.accounts.years[y] for y in shown.window.years]
    assert parts.lines == ("kontant_og_uddannelseshjaelp",)
    assert np.allclose(parts.net, net_result(base.world, shown.world, years), atol=0.005)
    rows = [row for row in document_of(shown.result)["business_case"] if row["payer"] == "municipality"]
    sums = {name: sum(row[name]["mean"] for row in rows) for name in ("investment", "saved", "net")}
    changed = {
        line: -sum(row["municipality"]["mean"] for row in document_of(shown.result)["difference"]["budget"] if row["line"] == line)
        for line in ("kontant_og_uddannelseshjaelp", "i_alt_inkl_foertidspension")
    }
    on_target, on_all = changed.values()
    written = {row[0]: row[1] for row in table(page, words.say("one.case.millions"))}
    assert written[words.say("case.investment")] == words.change(-sums["investment"] / 1e6, 1)
    assert written[words.say("one.case.moved")] == words.change((on_all - on_target) / 1e6, 1)
    assert next(value for name, value in written.items() if "hj" in name or "assist" in name) == words.change(on_target / 1e6, 1)
    assert written[words.say("case.net")] == words.change(sums["net"] / 1e6, 1)
    assert sums["saved"] + float(parts.grants.mean()) - sums["investment"] == pytest.approx(sums["net"])


def test_the_fan_says_where_it_starts_and_what_is_aimed_at(page: str, lang: str) -> None:
    start, aims = ("1.130", ("975", "800")) if lang == "da" else ("1,130", ("975", "800"))
    heading = re.search(r"<h2>(.*?)</h2>", page)
    assert heading
    assert [text in heading[1] for text in (start, *aims)] == [True] * 3
    written = re.findall(r">([^<>]+)</text>", page)
    assert written
    assert not any(f" {aim}," in text for aim in aims for text in written), "there is room for the marks alone"
    bands = ("Lyst bånd: ", "; mørkt: ") if lang == "da" else ("Light band: ", "; dark: ")
    assert all(band in page for band in bands)


def test_it_speaks_one_language_and_asks_for_nothing(page: str, lang: str) -> None:
    other, own = (1, 0) if lang == "da" else (0, 1)
    texts = {pair[other] for pair in CATALOGUE.values() if pair[other] != pair[own] and "{" not in pair[other] and len(pair[other]) > 8}
    ours = "\n".join(pair[own] for pair in CATALOGUE.values())
    assert not sorted(text for text in texts if text in page and text not in ours)
    assert f'<html lang="{lang}">' in page
    assert "default-src &#39;none&#39;; style-src" in page
    found = elements_of(page)
    assert not {"script", "link", "img", "iframe", "object", "a"} & set(found.elements)
    assert not {"src", "href"} & set(found.attributes)
    assert len(page.encode()) < 120_000


def test_what_a_file_says_is_text(shipped: list[study.Shown]) -> None:
    plain, hostile = (elements_of(report.one_page(runs, "da")) for runs in (shipped, [evil(each) for each in shipped]))
    assert set(hostile.elements) == set(plain.elements)
    assert set(hostile.attributes) == set(plain.attributes)
    assert hostile.text.count('<script>alert("x")</script>') > 25


def test_too_few_runs_to_rank_are_said_to_be_too_few(page: str, lang: str) -> None:
    rows = table(page, Words(lang).say("one.lead.value"))
    assert len(rows) == 3
    assert {row[-1] for row in rows} == {"D"}
    assert ("Ikke rangordnet: 20 kørsler" if lang == "da" else "Not ranked: 20 runs") in page


def test_what_moves_a_figure_most_comes_first_and_chance_is_left_out() -> None:
    rng = np.random.default_rng(11)
    draw = rng.normal(0.0, 0.1, (400, 3))
    outcome: Any = SimpleNamespace(names=SimpleNamespace(unknowns=("little", "much", "nothing")), draw=draw)
    found = influences(outcome, 20.0 * draw[:, 0] - 60.0 * draw[:, 1] + rng.normal(0.0, 1.0, 400))
    assert found is not None
    assert [name for name, _, _ in found] == ["much", "little"]
    assert found[0][1] > 5.0 > -5.0 > found[0][2]
    few: Any = SimpleNamespace(names=outcome.names, draw=draw[:10])
    assert influences(few, draw[:10, 0]) is None


@pytest.mark.parametrize(("unknowns", "runs"), [(1, 6), (2, 8), (5, 20)])
def test_what_matters_beyond_doubt_is_told_from_the_fewest_runs_on_and_not_from_fewer(unknowns: int, runs: int) -> None:
    draw = np.random.default_rng(4).normal(0.0, 0.1, (runs, unknowns))
    draw[1::4] = draw[::4][: len(draw[1::4])]
    for count in range(1, runs + 1):
        outcome = cast("Any", SimpleNamespace(names=SimpleNamespace(unknowns=tuple("abcde"[:unknowns])), draw=draw[:count]))
        told = influences(outcome, 10.0 * draw[:count, 0])
        assert told is None if count < runs else [each.unknown for each in told or ()] == ["a"], count


def test_unknowns_that_were_drawn_together_are_not_told_to_move_a_figure_further_than_it_went() -> None:
    rng = np.random.default_rng(3)
    one = rng.normal(0.0, 1.0, 200)
    draw = np.stack([one, one + rng.normal(0.0, 0.01, 200), rng.normal(0.0, 0.1, 200)], axis=1)
    outcome = cast("Any", SimpleNamespace(names=SimpleNamespace(unknowns=("one", "its_like", "apart")), draw=draw))
    told = influences(outcome, 10.0 * (draw[:, 0] - draw[:, 1]) + 2.0 * draw[:, 2] + rng.normal(0.0, 1e-3, 200))
    assert [each.unknown for each in told or ()] == ["apart"]


def test_of_many_unknowns_chance_makes_none_important() -> None:
    told, worlds, unknowns, runs = 0, 200, 33, 200
    rng = np.random.default_rng(7)
    names = SimpleNamespace(unknowns=tuple(map(str, range(unknowns))))
    for _ in range(worlds):
        draw = rng.normal(0.0, 0.1, (runs, unknowns))
        draw[1::4] = draw[::4]  # in every other pair both have the same unknowns
        economy = rng.normal(0.0, 1.0, runs // 2).repeat(2)  # and in each the same economy
        told += bool(influences(cast("Any", SimpleNamespace(names=names, draw=draw)), economy + 0.4 * rng.normal(0.0, 1.0, runs)))
    assert told <= 0.03 * worlds, "one in a hundred, and what chance makes of so few worlds"


def test_what_was_ranked_is_shown_with_how_far_it_moves_the_result(
    shipped: list[study.Shown], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Words(lang)
    found = [("kik-ii.effects.0", 17.7e6, -20.1e6), ("kik-ii.effects.1", -9.0e6, 11.0e6)]
    monkeypatch.setattr(tables_uncertainty, "result_influences", lambda *_: found)
    listing = tables_uncertainty.leading(shipped[1], labels_of(shipped[1].world.model, words))
    assert [row.cells[-1] for row in listing.rows] == [
        words.interval(words.change(low, 1), words.change(high, 1)) for low, high in ((-20.1, 17.7), (-9.0, 11.0))
    ]
    assert listing.rows[0].cells[1].startswith(words.number(1.15, 2))
    assert str(len(shipped[1].world.outcome.names.unknowns)) in listing.below


RANGED = {"value": 1.2, "low": 1.0, "high": 1.5, "source": "judgement: invented", "grade": "D"}


@pytest.fixture
def town(folder: Path) -> Callable[..., list[study.Shown]]:
    """Return what opens short runs, by chance alone, of an invented town: without initiatives, with one that costs, and with two."""
    costs = [{"year": 2019, "line": "aid", "kroner": 90_000.0}]
    effects = [{"exits_to": ["work"], "hazard_ratio": RANGED}]
    both = [{**initiative(name, ["help"], ["work"], 1.2, costs=costs), "effects": effects} for name in ("mentors", "courses")]
    scenarios = {"baseline": scenario(), "one": scenario("mentors", based_on="baseline"), "two": scenario("courses", based_on="one")}
    write(folder, aided(300, 200, 1_000.0), scenarios, both)
    for name in scenarios:
        play(name, replications=20)
    return lambda *names: study.open_runs(names, asked())


def test_the_case_is_of_the_initiatives_that_the_baseline_has_not(town: Callable[..., list[study.Shown]]) -> None:
    for runs, names in ((("one", "two"), "courses"), (("baseline", "two"), "courses, mentors"), (("two",), "courses, mentors")):
        captions = re.findall(r"<caption>(.*?): what the municipality spends and saves", report.one_page(town(*runs), "en"))
        assert captions == [names], runs


def test_runs_that_vary_nothing_unknown_are_not_called_too_few(town: Callable[..., list[study.Shown]], lang: str) -> None:
    page = report.one_page(town("one"), lang)
    assert Words(lang).say("one.lead.not_varied") in page
    assert not any(said in page for said in ("er for få", "too few"))


def test_a_baseline_is_not_held_against_itself(town: Callable[..., list[study.Shown]], lang: str) -> None:
    page = report.one_page(town("baseline"), lang)
    assert Words(lang).say("one.case.is_base") in page
    assert "report baseline baseline" not in page
    alone = report.one_page(town("one"), lang)
    assert re.search(r"simcase report as-is one --one-page --calibration \S+ -o", alone), "every calibration has as-is"


def test_the_verb_writes_it_and_refuses_what_does_not_go_together(
    shipped: list[study.Shown], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    results = ["--results", str(shipped[0].request.results), "--lang", "da", "--one-page"]
    runner = CliRunner()
    done = runner.invoke(main, ["report", "kik-ii", "-o", str(tmp_path / "x.html"), *results])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    command = re.search(r"simcase (report baseline kik-ii --one-page --calibration \S+ --fit \S+ -o FIL\.html)", page)
    assert command, "the page says how to hold it against the baseline"
    pasted = runner.invoke(main, [*command[1].split(), *results[:-1]])
    assert (pasted.exit_code, (tmp_path / "FIL.html").exists()) == (0, True), pasted.output
    there = str(tmp_path / "y.html")
    for wrong in (
        ["kik-ii", "-o", "y.xlsx"],
        ["baseline", "kik-ii", "-o", there, "--interactive"],
        ["baseline", "kik-ii", "kik-ii", "-o", there],
    ):
        refused = runner.invoke(main, ["report", *wrong, *results])
        assert refused.exit_code == 2, refused.output
        assert "--one-page" in refused.stderr
    assert not (tmp_path / "y.html").exists()


def worth(value: float) -> InformationResult:
    """Return what knowing is worth where the most important unknown is worth so many kroner."""
    unknowns = (Worth("kik-ii.effects.1", value, 312_000.0), Worth("kik-ii.effects.0", 0.0, 0.0))
    return InformationResult("", "baseline", "kik-ii", 400, -45.4e6, Worth("", 2.0e6 + value, 4e5), unknowns)


@pytest.mark.parametrize("value", [0.0, 1_240_000.0])
def test_it_says_whether_measuring_before_the_choice_is_worth_its_money(
    shipped: list[study.Shown], page: str, lang: str, value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Words(lang)
    asked_first = words.say("information.worth_nothing", net="", n="", what="", worth="", error="").split("?")[0]
    assert asked_first not in page  # its runs are too few to tell
    monkeypatch.setattr(MODULE, "information_of", lambda _: worth(value))
    told = re.sub("&#39;", "'", report.one_page(shipped, lang))
    (said,) = re.findall(rf'<p class="note">({asked_first}.*?)</p>', told)
    assert labels_of(shipped[1].world.model, words).unknown("kik-ii.effects.1") in said
    assert words.millions(value) in said
    assert words.number(0.3, 1) in said
    assert (words.change_millions(-45.4e6) in said) == (value == 0.0)
    assert (words.millions(2.0e6 + value) in said) == (value > 0.0)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2], ids=["alone", "against a baseline"])
def test_it_prints_on_one_sheet(
    shipped: list[study.Shown], lang: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Three assumptions are ranked, as they are in a run of the usual length: the page is then at its fullest.
    unknown = max(shipped[1].world.outcome.names.unknowns, key=len)
    found = [("kik-ii.effects.0", 17.7e6, -20.1e6), ("kik-ii.effects.1", -10.9e6, 12.0e6), (unknown, -4.7e6, 4.9e6)]
    monkeypatch.setattr(tables_uncertainty, "result_influences", lambda *_: found)
    told = worth(1_240_000.0)
    told = told._replace(unknowns=(told.unknowns[0]._replace(name=unknown), *told.unknowns))
    monkeypatch.setattr(MODULE, "information_of", lambda shown: told if shown.baseline else None)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium on this computer: apt-get install chromium")
    file, printed = tmp_path / "one.html", tmp_path / "one.pdf"
    runs = shipped if number > 1 else study.open_runs(["kik-ii"], shipped[0].request)
    file.write_text(report.one_page(runs, lang), encoding="utf-8")
    command = [
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={printed}",
        file.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - the command is ours
    sizes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed.read_bytes())
    assert len(sizes) == 1
    assert [round(float(edge)) for edge in sizes[0].split()] == [0, 0, 595, 842]
