"""Every key that is used has an entry, every entry is used, and both languages say the same."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import simcase
from simcase.cli import main
from simcase.words import CATALOGUE
from simcase.words.catalogue import TEXTS
from simcase.words.help import HELP

CODE = sorted(Path(simcase.__file__).parent.rglob("*.py"))
Nodes = dict[Path, list[ast.AST]]
SAYING = {"say": 0, "said": 0, "remark": 1, "_exit_saying": 2, "say_help": 1}
"""Functions that say a text, and which of their arguments is its key."""


@pytest.fixture(scope="module")
def nodes() -> Nodes:
    """Return every node of the code, by file."""
    return {file: list(ast.walk(ast.parse(file.read_text(encoding="utf-8")))) for file in CODE}


def keys(node: ast.expr) -> Iterator[str]:
    """Yield the keys that an expression may be, as patterns."""
    if isinstance(node, ast.IfExp):
        yield from (*keys(node.body), *keys(node.orelse))
    elif isinstance(node, ast.Constant):
        yield re.escape(str(node.value))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in node.values)


def said(nodes: Nodes) -> Iterator[str]:
    """Yield the pattern of every key that is said, and every text that is one."""
    for node in (node for every in nodes.values() for node in every):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield from keys(node.args[SAYING[name]]) if len(node.args) > SAYING.get(name, len(node.args)) else ()


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_every_key_that_is_said_has_an_entry(nodes: Nodes) -> None:
    missing = {key for key in said(nodes) if not any(re.fullmatch(key, known) for known in CATALOGUE)}
    assert not missing


def test_every_entry_is_used(nodes: Nodes) -> None:
    every = [node for file, here in nodes.items() if "texts_" not in file.name for node in here]
    texts = {str(node.value) for node in every if isinstance(node, ast.Constant)}
    made = {key for node in every if isinstance(node, ast.JoinedStr) for key in keys(node) if key != r"[\w.-]+"}
    used = re.compile("|".join(made))
    others = CATALOGUE.keys() - HELP.keys()  # help is asked for by the names of commands and options: tests/cli/test_help.py
    assert not [known for known in others if known not in texts and not used.fullmatch(known)]


def test_every_key_has_one_entry() -> None:
    keys = Counter(key for texts in TEXTS for key in texts)
    assert len(TEXTS) > 20
    assert not [key for key, count in keys.items() if count > 1]
    assert sorted(keys) == sorted(CATALOGUE)


NAMED = re.compile(r"simcase ([a-z]+)[^'`,;:]*?\{[a-z]+\}")
"""A command of something that is known when it is told."""


def test_a_command_that_is_named_is_in_the_world_of_what_it_is_told_beside() -> None:
    worldly = {verb for verb, command in main.commands.items() if any("--calibration" in each.opts for each in command.params)}
    assert {"run", "compare", "report", "explain", "goals"} <= worldly
    astray = {
        key
        for key, pair in CATALOGUE.items()
        for text in pair
        for verb in NAMED.findall(text)
        if verb in worldly and "{asked}" not in text and "--calibration" not in text
    }
    assert not astray, "simcase/present/commands.py writes commands"


def test_both_languages_say_the_same() -> None:
    assert not [key for key, texts in CATALOGUE.items() if not all(text.strip() for text in texts)], "these have no text in one language"
    other = {key: texts for key, texts in CATALOGUE.items() if placeholders(texts[0]) != placeholders(texts[1])}
    assert not other, "these are filled otherwise in one language"
    assert not [key for key, (danish, english) in CATALOGUE.items() if "—" in danish + english]


ALIKE = {
    "backtest.head.score", "budget.plan", "chart.p50", "doctor.do.extra", "doctor.name.python", "doctor.name.version", "doctor.state",
    "error.assumptions.range", "error.table.kroner", "figure.note", "fit.plan", "followup.column.budget", "followup.head.budget",
    "followup.head.original",
    "help.word.ID", "help.word.KRONER", "help.word.PORT", "help.word.YAML", "init.how.population", "init.how.targets", "init.of.budget",
    "moved.model",
    "one.budget", "report.key.plan_is", "results.size", "sheet.case", "sheet.note", "workshop.log.note",
}  # fmt: skip
"""Texts whose words are the same in Danish and English."""


def test_no_danish_text_is_the_english_one() -> None:
    same = {
        key for key, (danish, english) in CATALOGUE.items() if danish == english and re.search("[^\\W\\d_]", re.sub(r"\{.*?\}", "", danish))
    }
    assert same == ALIKE


def test_a_percent_sign_stays_with_its_number_and_no_word_of_the_trade_is_said_to_a_planner() -> None:
    said = {key: texts[0] for key, texts in CATALOGUE.items() if key not in HELP and not key.startswith(("error.", "key."))}
    assert [key for key, text in said.items() if re.search(r"[\d}] %", text)] == ["sheet.p05", "sheet.p95"], "heads that are typed"
    trade = re.compile(r"hazard ratio|log-?skala|logarit|\bfrø\b|shapley", re.IGNORECASE)
    assert not [key for key, text in said.items() if trade.search(text)]
