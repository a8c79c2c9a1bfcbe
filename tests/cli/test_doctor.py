"""The doctor: fine where all is there, and plain words and exit code 1 where something needed is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.cli import diagnostics, main
from simcase.declare import read_document


@pytest.fixture(autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of its own: thousands of files that a developer keeps are not looked through."""
    cache: Path = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("SIMCASE_CACHE", str(cache))
    return cache


@pytest.mark.usefixtures("folder")
def test_a_good_installation_is_well() -> None:
    done = CliRunner().invoke(main, ["doctor", "--json"], catch_exceptions=False)
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert told["well"] is True
    assert {"shipped", "cache", "results", "pictures", "workshop"} <= {each["name"] for each in told["findings"]}
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize(("lang", "said"), [("da", "mangler"), ("en", "missing")])
def test_a_folder_that_cannot_be_written_is_told(folder: Path, lang: str, said: str) -> None:
    (folder / "results").write_text("a file, and no folder", encoding="utf-8")
    done = CliRunner().invoke(main, ["doctor", "--lang", lang], catch_exceptions=False)
    assert done.exit_code == 1
    assert said in done.stdout
    assert "--results" in done.stdout


@pytest.mark.usefixtures("folder")
def test_an_extra_that_is_not_there_can_be_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(diagnostics.EXTRAS, "workshop", "no_such_module")
    done = CliRunner().invoke(main, ["doctor", "--lang", "en"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "simcase[workshop]" in " ".join(done.stdout.split())


@pytest.mark.usefixtures("folder")
def test_damaged_files_of_the_cache_are_told_and_removed(folder: Path, kept: Path) -> None:
    (folder / "plan.yaml").write_text("title: A plan\n", encoding="utf-8")
    read_document(folder / "plan.yaml")
    (file,) = kept.rglob("*.sealed")
    other = file.with_name(f"other{file.name}")
    other.write_bytes(file.read_bytes().replace(b"plan", b"plot"))

    def told() -> list[dict[str, object]]:
        done = CliRunner().invoke(main, ["doctor", "--json"], catch_exceptions=False)
        assert done.exit_code == 0
        return [each for each in json.loads(done.stdout)["findings"] if each["name"] == "sealed"]

    assert told() == [{"name": "sealed", "fine": False, "needed": False, "found": "1 / 2"}]
    assert (file.exists(), other.exists()) == (True, False)
    assert told() == [{"name": "sealed", "fine": True, "needed": False, "found": "1 / 1"}]
