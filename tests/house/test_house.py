"""The house rules that no linter knows: sizes, printing, luck, docstrings, and what the README promises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from ruamel.yaml import YAML

TOP = Path(__file__).parents[2]
MODULES = sorted((TOP / "simcase").rglob("*.py"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FILE_LINES = 350
FUNCTION_LINES = 60
KEPT_OF_NUMPY_RANDOM = {"Generator", "Philox", "SeedSequence", "default_rng"}
"""What has no shared state."""
FIRST = "python -m pip install .\nsimcase compare baseline kik-ii"
SECOND = 'python -m pip install ".[test]"\npython -m pytest'

UNSEEDED = re.compile(r"\b(?:default_rng|SeedSequence|Random)\(\)|\brandom\.[a-z]+\(")
"""Luck that nobody can repeat."""

SENTENCE = re.compile(r"""(?:[A-Z0-9`"'(]|simcase).*[.?!:]['"`)]*""", re.DOTALL)

Trees = dict[str, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Return the tree of every module of simcase, by its path."""
    return {module.relative_to(TOP).as_posix(): ast.parse(module.read_text(encoding="utf-8")) for module in MODULES}


def definitions(body: list[ast.stmt], name: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Yield the public functions and classes of a module, and the public methods of its classes, with their dotted names."""
    for node in body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_"):
            yield f"{name}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from definitions(node.body, f"{node.name}.")


def dotted(node: ast.expr) -> str:
    """Return an expression such as np.random.seed as text, empty where it is none."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def drawn(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module takes from numpy.random."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node.value) in {"np.random", "numpy.random"}:
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and node.module == "numpy.random":
            yield from (alias.name for alias in node.names)


def test_only_the_command_line_prints(trees: Trees) -> None:
    called = [(path, node) for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    printed = [f"{path}:{node.lineno}" for path, node in called if dotted(node.func) == "print" and not path.startswith("simcase/cli/")]
    assert not printed


def test_files_are_short() -> None:
    lines = {module.relative_to(TOP).as_posix(): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert not {path: count for path, count in lines.items() if count > FILE_LINES}


def test_functions_are_short(trees: Trees) -> None:
    functions = [(path, node) for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    sizes = {f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1 for path, node in functions}
    assert not {name: size for name, size in sizes.items() if size > FUNCTION_LINES}


def test_luck_has_no_shared_state(trees: Trees) -> None:
    assert not [(path, name) for path, tree in trees.items() for name in drawn(tree) if name not in KEPT_OF_NUMPY_RANDOM]


def test_the_luck_of_tests_is_the_same_each_time_and_no_clock_judges_what_is_invented() -> None:
    invented = settings.default
    assert invented is not None
    assert (invented.derandomize, invented.deadline, invented.database) == (True, None, None)
    assert not [test.name for test in (TOP / "tests").rglob("test_*.py") if UNSEEDED.search(test.read_text(encoding="utf-8"))]


def test_statistics_are_imported_where_they_are_used(trees: Trees) -> None:
    """scipy.stats takes half a second, in every process that is started."""
    assert not [
        path for path, tree in trees.items() for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "scipy.stats"
    ]


def test_everything_public_has_a_docstring(trees: Trees) -> None:
    assert not [path for path, tree in trees.items() if not ast.get_docstring(tree)], "these modules have none"
    public = [(path, name, node) for path, tree in trees.items() for name, node in definitions(tree.body)]
    assert not [(path, name) for path, name, node in public if not ast.get_docstring(node)]


def test_docstrings_begin_and_end_as_sentences(trees: Trees) -> None:
    """A docstring is read alone, where an editor shows it: none goes on from the one above."""
    told = [
        (f"{path}:{node.lineno}", node.value.value.strip().split("\n\n")[0])
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    assert len(told) > 2_000
    assert not [where for where, text in told if not SENTENCE.fullmatch(text)]


@pytest.mark.parametrize("command", [FIRST, SECOND])
def test_the_readme_gives_the_command(command: str) -> None:
    assert f"```\n{command}\n```\n" in (TOP / "README.md").read_text(encoding="utf-8")


def test_integration_runs_the_readmes_tests() -> None:
    assert SECOND in (TOP / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["glossary", "ordliste"])
@pytest.mark.parametrize("section", ["states", "lines"])
def test_the_glossary_names_every_benefit(page: str, section: str) -> None:
    national = YAML(typ="safe").load(TOP / "calibration" / "dk-2019" / "states.yaml")
    part = 1 + ["states", "lines"].index(section)
    glossary = (TOP / "docs" / f"{page}.md").read_text(encoding="utf-8").split("\n## ")[part]
    assert not [each["id"] for each in national[section] if f"| `{each['id']}` |" not in glossary]


def test_the_danish_glossary_has_the_words_of_the_english_one() -> None:
    def words(page: str, *columns: int) -> list[set[str]]:
        text = (TOP / "docs" / f"{page}.md").read_text(encoding="utf-8")
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
        return [{row[each] for each in columns} for row in rows if not {"English", "engelsk", "dansk"} & set(row)]

    assert words("ordliste", 0, 1) == words("glossary", 0, 1)
