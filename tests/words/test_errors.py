"""What is wrong is said in the reader's language: every text of an error comes from the catalogue."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import simcase
from simcase.errors import Issue, ReplicationError, RunError, SimcaseError, UserError, closest
from simcase.words import said, tell

HOME = Path(simcase.__file__).parent
CODE = sorted(HOME.rglob("*.py"))
TELLING = {
    "Issue": 3, "Finding": 1, "ReplicationError": 1, "RunError": 0, "closest": 2, "fail": 0, "issue": 0, "BadParameter": 0,
    "UsageError": 0, "wrong": 2, "_issue": 1, "_note": 2, "_wrong": 0,
}  # fmt: skip
"""Calls that make an error or a part of one, and how many of their arguments say where it stands."""
NAMES = {"expected", "found", "hint", "message", "reason"}
"""Names for parts of errors."""


def literals(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the texts with words in them that an expression may be."""
    if isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.Constant | ast.JoinedStr):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        if any(isinstance(part, ast.Constant) and re.search("[A-Za-z]", str(part.value)) for part in parts):
            yield node


def unsaid(file: Path) -> Iterator[str]:
    """Yield the texts of errors in a file that no catalogue holds."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            parts = node.args[TELLING[name] :] if name in TELLING else []
        elif isinstance(node, ast.Assign) and {target.id for target in node.targets if isinstance(target, ast.Name)} & NAMES:
            parts = [node.value]
        yield from (f"{file.name}:{each.lineno}: {ast.unparse(each)}" for part in parts for each in literals(part))


def test_errors_are_said_from_the_catalogue() -> None:
    assert not [text for file in CODE for text in unsaid(file)]


def test_a_number_in_an_error_is_whole_and_without_powers_of_ten() -> None:
    quoted = re.compile(r'(?:Issue|Finding|wrong|issue)\(.*f"\{[^}"]*:g\}"')
    assert not [f"{file.name}: {found[0]}" for file in CODE for found in quoted.finditer(file.read_text(encoding="utf-8"))]
    assert tell(said("error.assumptions.not_read", value=2_588_100.0), "da").startswith("2588100: ")


def test_a_text_is_english_until_somebody_reads_it_in_danish() -> None:
    expected, hint = closest("jobparrat", ["fleksjob", "jobparat"])
    issue = Issue("plan.yaml", 3, "use", said("error.value.key", name="jobparrat"), expected, hint)
    error = UserError([issue])
    assert str(error) == "plan.yaml:3 use: found key 'jobparrat', expected one of fleksjob, jobparat. Did you mean 'jobparat'?"
    assert error.told("da") == "plan.yaml:3 use: fundet nøglen 'jobparrat', ventet en af fleksjob, jobparat. Mente du 'jobparat'?"


def test_a_number_that_is_to_be_read_is_written_as_the_language_writes_it() -> None:
    text = said("error.table.a_person", least=1234.5)
    assert (tell(text, "en"), tell(text, "da")) == ("less than DKK 1,234.5 a person", "under 1.234,5 kr. pr. person")
    typed = said("error.value.less_than_equal", le=0.5)
    assert tell(typed, "da") == "et tal på højst 0.5", "a file has it with a point"


def test_a_text_within_a_text_is_said_in_the_same_language() -> None:
    text = said("error.file.unreadable", reason=said("error.yaml.tab"))
    assert "brug mellemrum" in tell(text, "da")
    assert "use blanks" in tell(text, "en")


@pytest.mark.parametrize(
    "error",
    [
        RunError(said("error.file.none")),
        ReplicationError(3, said("error.file.none"), "2019-01", 17),
        UserError([Issue("plan.yaml", 3, "use", said("error.value.key", name="jobparrat"), said("error.file.none"))]),
    ],
)
def test_an_error_from_another_process_can_still_be_said_in_danish(error: SimcaseError) -> None:
    assert pickle.loads(pickle.dumps(error)).told("da") == error.told("da") != error.told("en") == str(error)  # noqa: S301 - our own


@pytest.mark.parametrize("kind", [SimcaseError, RunError])
def test_a_traceback_repeats_no_personal_number_either(kind: type[SimcaseError]) -> None:
    error = kind("results cannot be written to 010190-1234")
    assert "010190" not in str(error)
    assert str(error) == error.told("en")
