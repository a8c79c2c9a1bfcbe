"""The fan chart: a valid specification whose fields exist, and files that need no network."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import altair as alt
import polars as pl
import pytest
from charts_helper import missing

from simcase import charts, report
from simcase.declare.values import Label
from simcase.errors import UserError
from simcase.study.headcounts import LineGoal

LABELS = {"aid": "Hjælp </script>", "pension": "Førtidspension"}
GOALS = [
    LineGoal("aid", date(2020, 2, 29), 900.0, Label(da="Højst 900", en="At most 900")),
    LineGoal("aid", date(2030, 2, 28), 800.0, Label(da="Efter alt", en="After all")),
]


@pytest.fixture(params=["da", "en"])
def chart(request: pytest.FixtureRequest) -> alt.VConcatChart:
    figures = {"mean": 905.0, "p05": 800.0, "p25": 850.0, "p50": 900.0, "p75": 950.0, "p95": 1000.0}
    table = pl.DataFrame([{"month": date(2020, month, 1), "line": line, **figures} for line in LABELS for month in (1, 2, 3)])
    return charts.headcount(table, request.param, "KIK II", GOALS, LABELS)


def test_the_specification_is_valid_and_every_field_exists(chart: alt.VConcatChart) -> None:
    spec = chart.to_dict(validate=True)
    assert not missing(spec)


def test_goals_that_the_run_holds_are_drawn_in_their_month(chart: alt.VConcatChart) -> None:
    spec = chart.to_dict()
    goals = [row for rows in spec["datasets"].values() for row in rows if "threshold" in row]
    assert [(row["month"][:10], row["threshold"]) for row in goals] == [("2020-02-01", 900.0)]
    assert "Rude: mål" in str(spec["title"]) or "Diamond: goal" in str(spec["title"])


@pytest.mark.parametrize("chart", ["da"], indirect=True)
@pytest.mark.parametrize(
    ("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>"), ("json", b"{")]
)
def test_every_ending_is_written(chart: alt.VConcatChart, tmp_path: Path, ending: str, begins: bytes) -> None:
    file = tmp_path / f"chart.{ending}"
    report.write(chart, file)
    assert file.read_bytes().startswith(begins)


def test_the_page_asks_for_nothing_and_no_text_breaks_out(chart: alt.VConcatChart, tmp_path: Path) -> None:
    file = tmp_path / "chart.html"
    report.write(chart, file)
    page = file.read_text(encoding="utf-8")
    head, rest = page.split('<script id="spec" type="application/json">')
    spec = rest.split("</script>", 1)[0]
    assert "default-src 'none'" in head
    assert "src=" not in head
    assert "href=" not in head
    assert LABELS["aid"] in json.loads(spec)["description"]


@pytest.mark.parametrize("name", ["chart.doc", "missing/chart.png"])
def test_a_file_that_cannot_be_is_refused(chart: alt.VConcatChart, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        report.write(chart, tmp_path / name)
