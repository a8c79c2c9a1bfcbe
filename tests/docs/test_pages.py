"""The documentation: generated pages are fresh, links lead somewhere, and the tutorials and the guide to Python are executed."""

from __future__ import annotations

import json
import re
import runpy
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from simcase import api
from simcase.cli import main
from simcase.declare.initiatives import Initiative
from simcase.study import Answer, Shown

TOP = Path(__file__).parents[2]
DOCS = TOP / "docs"
README, DANISH = ((TOP / name).read_text(encoding="utf-8") for name in ("README.md", "README.da.md"))
ALONE = {"init", "doctor", "workshop"}
"""Verbs that set up a folder, look at the installation, and serve a page."""
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
MAKE = runpy.run_path(str(DOCS / "reference" / "make.py"))
PAGES = [TOP / "README.md", TOP / "README.da.md", *sorted(DOCS.rglob("*.md"))]
FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RESULT = {"planlaegger": "min-indsats.html", "budget": "opfoelgning.xlsx", "facilitator": "vaerksted.html"}


def test_generated_pages_are_fresh() -> None:
    stale = [name for name, text in MAKE["pages"]().items() if (DOCS / "reference" / name).read_text(encoding="utf-8") != text]
    assert not stale, "run `python docs/reference/make.py`"


COST = {"year": 2019, "line": "aid", "kroner": 700_000, "source": "made up", "grade": "D"}
COURSE = {"places": 20, "weeks": 13}
OTHERWISE = [
    *(
        {"target": {"states": ["help"], **more}}
        for more in ({"share": 0.3}, {"segments": ["x"]}, {"from_age": 18}, {"to_age": 25}, {"min_weeks": 4})
    ),
    {"window": {"start": "2019-01-01", "ramp_up_months": 12}},
    {"dose_in_base": 0.5},
    {"effects": [{"exits_to": ["work"], "hazard_ratio": 1.3}]},
    {"staff": {"pool": "team", "hours_a_week": 0.5}},
    {"kind": "terms", "suspends": ["review"]},
    {"costs": [{**COST, "kroner": 800_000}]},
    *(
        {"kind": "programme", "programme": {**COURSE, **more}}
        for more in ({}, {"drop_out_per_year": 0.8}, {"kroner_per_place": 26_000}, {"wage": 3_000})
    ),
]


def test_the_page_of_an_initiative_says_whom_it_reaches_what_the_rates_hold_and_what_it_costs() -> None:
    plain = {"id": "push", "label": "Push", "description": "A push.", "target": {"states": ["help"]}, "window": {"start": "2019-01-01"}}
    plain |= {"effects": [{"exits_to": ["work"], "hazard_ratio": 1.2}], "costs": [COST]}
    said = ["\n".join(MAKE["described"](Initiative.model_validate({**plain, **more}))) for more in ({}, *OTHERWISE)]
    assert len(set(said)) == len(said)
    assert "| 2019 | `aid` | 700,000 | D | made up |" in said[0]
    assert "- For: `help`; 30% of them\n" in said[1]
    assert all("whole target" not in each for each in said)


def test_links_lead_somewhere() -> None:
    links = [(page, link) for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert len(links) > 100
    assert not [(page, link) for page, link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("readme", [README, DANISH], ids=["en", "da"])
def test_the_readme_names_every_verb_once_with_options_that_it_has(readme: str) -> None:
    rows = re.findall(r"^\| `simcase (\w+).*$", readme, re.MULTILINE)
    assert sorted(rows) == sorted(main.commands)
    for line in readme.splitlines():
        if verb := re.match(r"\| `simcase (\w+)", line):
            assert not set(re.findall(r"--[a-z][a-z-]*", line)) - options(main.commands[verb[1]]), line


BOTH = {
    "analyse-in-python": "analyse-i-python",
    "backtest": "efterproev-prognoser",
    "calibrate-your-municipality": "tilpas-din-kommune",
    "follow-up-the-budget": "budgetopfoelgning",
    "forecast-from-monthly-counts": "prognose",
    "laws-of-today": "dagens-love",
    "new-municipality": "ny-kommune",
    "own-initiative": "indsats-som-program",
    "papers": "papirer",
    "what-is-it-worth-to-know": "hvad-er-det-vaerd",
    "what-the-intervals-hold": "intervaller",
    "which-mix": "bedste-kombination",
}
"""Guides in English, and the same in Danish."""
PAIRS = {
    "README": (README, DANISH),
    **{name: tuple((DOCS / "guides" / f"{each}.md").read_text(encoding="utf-8") for each in (name, other)) for name, other in BOTH.items()},
}


def blocks(text: str) -> list[str]:
    """Return the blocks of code of a page that are commands or files, without what follows a sign that stands for a word."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [content for kind, content in found if kind in {"", "sh", "text", "python"} or "# " in content[:2]]


def options_in(text: str) -> set[str]:
    """Return the options that a page names."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_of_a_page_lead_to_each_other_and_have_the_same_commands(name: str) -> None:
    english, danish = PAIRS[name]
    other = "README.da" if name == "README" else BOTH[name]
    assert f"[På dansk]({other}.md)" in english or name == "forecast-from-monthly-counts"
    assert f"({name}.md)" in danish
    said = blocks(danish)
    assert said
    assert [each for each in blocks(english) if "pytest" not in each] == said, "what is typed is the same in both"
    assert options_in(danish) <= options_in(english) | {"--lang"}


def is_danish(page: Path) -> bool:
    """Tell whether a page is in Danish, by its commonest words."""
    text = page.read_text(encoding="utf-8")
    return len(re.findall(r"\b(?:og|er|det)\b", text)) > len(re.findall(r"\b(?:and|is|the)\b", text))


def test_a_danish_page_says_which_of_its_links_lead_to_english() -> None:
    silent = []
    for page in filter(is_danish, PAGES):
        text = page.read_text(encoding="utf-8")
        for link in LINK.finditer(text):
            to = page.parent / link[1]
            around = text[max(0, link.start() - 40) : link.end() + 25]
            if to.suffix == ".md" and not is_danish(to) and not re.search("engelsk|English", around):
                silent.append(f"{page.relative_to(TOP)}: {link[1]}")
    assert not silent


TWINS = {
    **{DOCS / "guides" / f"{name}.md": DOCS / "guides" / f"{other}.md" for name, other in BOTH.items()},
    TOP / "README.md": TOP / "README.da.md",
    DOCS / "glossary.md": DOCS / "ordliste.md",
    DOCS / "reference" / "cli.md": DOCS / "reference" / "kommandolinje.md",
}
"""Pages in English, and the same in Danish."""


def test_a_danish_page_leads_to_danish_pages_where_there_are() -> None:
    astray = []
    for page in filter(is_danish, PAGES):
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            twin = TWINS.get((page.parent / link).resolve())
            if twin not in (None, page):
                astray.append(f"{page.relative_to(TOP)}: {link}")
    assert not astray


TYPED = re.compile(r"`[^`]*`|\]\([^)]*\)|^```.*?^```", re.MULTILINE | re.DOTALL)


def figures(text: str) -> set[str]:
    """Return the numbers of a page outside of what is typed, which tests of the English guide execute; a comma in them as a point."""
    return {each.replace(",", ".") for each in re.findall(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])", TYPED.sub("", text))}


def test_a_figure_is_seen() -> None:
    assert figures("Er 12 af `13` i [14](15.md), ikke y16 og 0,9.") == {"12", "14", "0.9"}


@pytest.mark.parametrize("name", PAIRS)
def test_a_danish_page_has_no_figure_that_the_english_one_has_not(name: str) -> None:
    english, danish = map(figures, PAIRS[name])
    assert danish <= english


def options(command: click.Command) -> set[str]:
    """Return the options of a command and of those under it."""
    own = {name for each in command.params for name in each.opts}
    return own.union(*(options(each) for each in command.commands.values())) if isinstance(command, click.Group) else own


def test_the_map_of_the_code_names_files_that_are_there() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = [path.strip() for path in re.findall(r"`((?:simcase|tests|calibration|docs)/[\w./-]+)`", text)]
    steps = [
        f"simcase/{package}/{file}"
        for package, files in re.findall(r"^(\w+) {2,}((?:[\w/]+\.py(?:, )?)+)", text, re.MULTILINE)
        for file in files.split(", ")
    ]
    assert len(named) > 20
    assert len(steps) > 7
    assert not [path for path in (*named, *steps) if not (TOP / path).exists()]


@pytest.fixture
def quick(folder: Path, shipped: list[Shown], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which runs are short, and those of other tests are found again."""
    for name, value in {"RESULTS": shipped[0].request.results.as_posix(), "REPLICATIONS": "20", "WORKERS": "1", "LANG": "da"}.items():
        monkeypatch.setenv(f"SIMCASE_{name}", value)
    return folder


@pytest.mark.parametrize("name", [*(pytest.param(name, marks=pytest.mark.slow) for name in ("planlaegger", "facilitator")), "budget"])
def test_a_first_hour_ends_with_its_result(quick: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / "tutorial" / f"{name}.md").read_text(encoding="utf-8")
    files = dict(FILE.findall(text))
    monkeypatch.setattr("simcase.workshop.serving.serve", lambda *_house: None)  # a browser looks at the page in tests/pages
    for line in text.splitlines():
        if line.startswith("cd "):
            monkeypatch.chdir(Path.cwd() / line[3:])
        elif line.startswith("simcase "):
            if line.startswith("simcase check"):
                for file, content in files.items():
                    Path(file).write_text(content, encoding="utf-8")
            done = CliRunner().invoke(main, shlex.split(line)[1:], catch_exceptions=False)
            assert done.exit_code == 0, (line, done.stderr)
    assert (Path.cwd() / RESULT[name]).stat().st_size > 0
    assert Path.cwd() != quick


GUIDE = (DOCS / "guides" / "analyse-in-python.md").read_text(encoding="utf-8")
NOTEBOOK = json.loads((DOCS / "guides" / "analysis.ipynb").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("folder")
def test_the_guide_to_python_and_the_cells_of_its_notebook_run() -> None:
    names: dict[str, object] = {}
    cells = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
    for block in (*re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL), *cells):
        exec(block, names)  # noqa: S102 - the guide's own lines
    assert names["chart"] is not None
    assert isinstance(names["goals"], Answer)


@pytest.mark.parametrize("page", PAIRS["analyse-in-python"], ids=["en", "da"])
def test_the_guide_to_python_names_all_that_is_public(page: str) -> None:
    named = {name for row in re.findall(r"^\|(.*?)\|", page, re.MULTILINE) for name in re.findall(r"`(\w+)", row)}
    assert named == set(api.__all__)
    assert all(callable(getattr(api, name)) for name in named)


def test_every_verb_that_answers_is_a_function_of_the_public_api() -> None:
    assert {verb for verb in main.commands if not any(name.startswith(verb) for name in api.__all__)} == ALONE
