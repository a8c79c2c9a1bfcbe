"""Which package may import which, and where each third party may be used."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parents[2]
MODULES = sorted((TOP / "simcase").rglob("*.py"))

ORDER = (
    "simcase", "words", "errors", "vocabulary", "declare", "model", "tables", "engine", "tidy", "money", "compare",
    "study", "calibrate", "evaluate", "charts", "importers", "present", "report", "api", "workshop", "cli",
)  # fmt: skip
"""A package imports itself and those before it. `simcase` is the package's own `__init__.py`, which only knows the version."""

ROOMS = {
    "babel": {"words"},
    "numpy": set(ORDER[ORDER.index("vocabulary") :]),
    "ruamel.yaml": {"declare"},
    "pydantic": {"declare", "model", "workshop"},  # model names its types: a part of a model is a declaration; a session comes back typed
    "pydantic_core": {"declare"},  # the one name of pydantic's that it does not export: what it says of a mistake
    "platformdirs": {"declare", "engine"},  # each has a cache in the user's folder
    "simpy": {"engine"},
    "distributed": {"engine"},
    "filelock": {"engine", "tidy"},
    "numba": {"engine"},
    "polars": {
        "tidy",
        "study",
        "charts",
        "present",
        "report",
        "api",
        "importers",
        "cli",
    },  # report and cli name its types; not money: kroner are sums of arrays in a fixed order
    "scipy": {"compare", "calibrate", "evaluate"},
    "altair": {"charts", "present", "report", "api"},  # report writes what charts draws, and api hands it out
    "vl_convert": {"report"},
    "xlsxwriter": {"report"},  # workbooks that are written; reading them takes no package
    "SALib": {"evaluate"},
    "statsmodels": {"importers"},
    "starlette": {"workshop"},
    "streamlit": {"workshop"},
    "docxtpl": {"report"},
    "docx": {"report"},
    "iterative_ensemble_smoother": {"calibrate"},
    "pptx": {"report"},
    "jinja2": {"report"},
    "urllib3": {"importers"},
    "click": {"cli"},
    "rich": {"cli"},
}
"""The packages in which each third party may be imported. One that is not here may be imported nowhere."""

DISTRIBUTIONS = {"SALib": "salib", "pydantic_core": "pydantic", "vl_convert": "vl-convert-python", "starlette": "streamlit"} | {
    "docx": "docxtpl",
    "iterative_ensemble_smoother": "iterative-ensemble-smoother",
    "pptx": "python-pptx",
}
"""Where the name on the package index is not the name that is imported, or what brings it along."""


def package_of(module: Path) -> str:
    """Return the package of simcase that a module is in."""
    parts = module.relative_to(TOP / "simcase").parts
    return parts[0] if len(parts) > 1 else "simcase"


def imported(module: Path) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of each import, wherever in the module it stands; `from a import b` is a.b."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            name = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{name}.{alias.name}") for alias in node.names)


def home(name: str) -> str:
    """Return the package of simcase that a dotted name is in, `simcase` where it is in none."""
    part = name.split(".")[1] if "." in name else "simcase"
    return part if part in ORDER or (TOP / "simcase" / part).is_dir() else "simcase"


def third_party(name: str) -> str:
    """Return the key of ROOMS that a dotted name belongs to, or its first part."""
    return next((party for party in ROOMS if f"{name}.".startswith(f"{party}.")), name.split(".", maxsplit=1)[0])


def wrong(package: str, name: str) -> str:
    """Return what is wrong with a name imported in a package, or nothing."""
    root = name.split(".", maxsplit=1)[0]
    if root == "":
        return "relative; the full name shows the direction"
    if root == "simcase":
        return "" if ORDER.index(home(name)) <= ORDER.index(package) else f"{package} stands before {home(name)} in the list"
    if root in sys.stdlib_module_names:
        return ""
    party = third_party(name)
    return "" if package in ROOMS.get(party, ()) else f"{party} has no room in {package}"


def test_every_package_is_on_the_list() -> None:
    assert {package_of(module) for module in MODULES} == set(ORDER)


def test_imports_stay_where_they_belong() -> None:
    imports = [(module, line, name, wrong(package_of(module), name)) for module in MODULES for line, name in imported(module)]
    found = [f"{module.relative_to(TOP)}:{line}: {name}: {why}" for module, line, name, why in imports if why]
    assert not found, "\n".join(found)


def test_every_dependency_has_a_room() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for name, extra in project["optional-dependencies"].items() if name not in {"test", "slow", "dev"} for each in extra]
    names = {each.split(">")[0] for each in (*project["dependencies"], *extras)}
    assert names == {DISTRIBUTIONS.get(party, party) for party in ROOMS}
