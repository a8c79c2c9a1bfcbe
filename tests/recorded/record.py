"""What the verbs say of the invented town, as text that is the same on every machine: `python tests/recorded/record.py` writes it anew."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import openpyxl
from click.testing import CliRunner

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parent))

import page_helper
import town

from simcase import __version__
from simcase.cli import main

HERE: Final = Path(__file__).parent / "documents"
LANGS: Final = ("da", "en")
OFTEN: Final = ("--replications", "20", "--seed", "7")
VERBS: Final = {
    "run": ("run", "pushed+taught", "--to", "2019-12-31", *OFTEN),
    "compare": ("compare", "plain", "pushed+taught", *OFTEN),
    "goals": ("goals", "pushed", *OFTEN),
    "followup": ("followup", "plain", "--actuals", "accounts.csv", "--budget", "corrected.csv", "--as-of", "2019-03-31", *OFTEN),
    "breakeven": ("breakeven", "plain", "pushed", *OFTEN),
    "explain": ("explain", "pushed+taught"),
    "explain-budget": ("explain", "pushed", "budget.2019.aid", *OFTEN),
    "explain-number": ("explain", "pushed", "initiatives.push.effects.0.hazard_ratio"),
    "solve": ("goals", "taught", "--solve", "course.places", "--goal", "few", "--probability", "0.7", *OFTEN),
    "portfolio": ("portfolio", "plain", "--choose", "push", "--choose", "course:places=0..8", "--goal", "few", *OFTEN),
    "sensitivity": ("sensitivity", "pushed", "--fit", "plan", "--replications", "2", "--seed", "7"),
    "backtest": ("backtest", "year"),
    "trace": ("trace", "plain", "pushed", "--citizen", "3"),
}
"""The verbs whose words, JSON and CSV are recorded."""
NO_CSV: Final = {"explain", "trace"}
DIGEST: Final = r"\b(?:[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{64})\b"
CHANGING: Final = (
    (re.compile(r"-?\b\d+\.\d{4,}(?:e[+-]\d+)?"), lambda match: repr(round(float(match[0]), 3))),
    (re.compile(r'(?<="seconds": )[0-9.e+-]+'), "0.0"),
    (re.compile(DIGEST), "..."),
    (re.compile(r"[ |]+$", re.MULTILINE), ""),
    (re.compile(rf'(?<=[|"]){re.escape(__version__)}(?=[|"\n])'), "..."),
)
"""What differs from run to run, from machine to machine and from version to version; a sum has its last digits from the processor."""


def call(*words: str, lang: str = "en") -> str:
    """Return what a command prints; one that fails is an error."""
    env = {"COLUMNS": "110", "SIMCASE_LANG": lang, "SIMCASE_CALIBRATION": town.TOWN, "SIMCASE_RESULTS": "results", "SIMCASE_WORKERS": "1"}
    done = CliRunner(env=env).invoke(main, [*words, "--quiet"], catch_exceptions=False)
    if done.exit_code not in {0, 3}:
        raise RuntimeError(done.stderr)
    return done.stdout


def steadied(text: str) -> str:
    """Return a text without what changes by itself."""
    for pattern, instead in CHANGING:
        text = pattern.sub(instead, text)
    return text.rstrip() + "\n"


def rows_of(tree: Any, depth: int = 2) -> str:  # noqa: ANN401 - whatever JSON holds
    """Return JSON with the rows of its lists on a line each."""
    if depth and isinstance(tree, dict):
        inside = ",\n".join(f"{json.dumps(key)}: {rows_of(value, depth - 1)}" for key, value in tree.items())
        return f"{{\n{inside}\n}}"
    if isinstance(tree, list) and any(isinstance(each, dict) for each in tree):
        return "[\n" + ",\n".join(rows_of(each, depth - 1 if depth else 0) for each in tree) + "\n]"
    return json.dumps(tree, ensure_ascii=False)


def cells_of(file: Path) -> Iterator[str]:
    """Yield the cells of a workbook, a row a line, with how the first row below the heads is shown."""
    for sheet in openpyxl.load_workbook(file):
        yield f"== {sheet.title}"
        for row in sheet.iter_rows():
            cells = [_written(cell.value) for cell in row]
            formats = "|".join(cell.number_format for cell in row) if row[0].row == 5 else ""
            yield f"{'|'.join(cells)}   {formats}"


def _written(value: object) -> str:
    """Return what a cell holds; a number is written as one with decimals, since a sum may be whole by chance."""
    return "" if value is None else str(float(value)) if isinstance(value, int | float) else str(value)


def page_rows(file: Path) -> Iterator[str]:
    """Yield the tables of a page, a row a line."""
    for caption, rows in page_helper.tables_of(file.read_text(encoding="utf-8")).items():
        yield f"== {caption}"
        yield from ("|".join(" ".join(cell.split()) for cell in row) for row in rows)


def documents() -> dict[str, str]:
    """Return every document by its file name, made in the current folder, where the town is founded."""
    town.found(Path())
    made: dict[str, str] = {}
    for name, words in VERBS.items():
        made |= {f"{name}.{lang}.txt": call(*words, lang=lang) for lang in LANGS}
        made[f"{name}.json"] = rows_of(json.loads(call(*words, "--json")))
        if words[0] not in NO_CSV:
            made[f"{name}.csv"] = call(*words, "--csv")
    for lang in LANGS:
        call("report", "plain", "pushed+taught", "-o", "report.xlsx", lang=lang)
        with patch.object(import_module("simcase.report.page_of"), "drawings", lambda *_: []):  # its tables alone are recorded
            call("report", "plain", "pushed+taught", "-o", "report.html", lang=lang)
        call("report", "plain", "pushed+taught", "--one-page", "-o", "one-page.html", lang=lang)
        made[f"workbook.{lang}.txt"] = "\n".join(cells_of(Path("report.xlsx")))
        made[f"report.{lang}.txt"] = "\n".join(page_rows(Path("report.html")))
        made[f"one-page.{lang}.txt"] = "\n".join(page_rows(Path("one-page.html")))
    call(*VERBS["followup"], "-o", "followup.xlsx")
    made["followup-workbook.txt"] = "\n".join(cells_of(Path("followup.xlsx")))
    return {name: steadied(text) for name, text in made.items()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        texts = documents()
    HERE.mkdir(exist_ok=True)
    for old in HERE.iterdir():
        old.unlink()
    for name, text in texts.items():
        (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(texts)} documents written to {HERE}\n")
