"""What every test may use: the helpers beside this file, and an empty folder to put a world in."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from simcase.present.charts import Chart
    from simcase.study import Shown

gc.set_threshold(100_000, 20, 100)  # what is imported stays: to look through it all at every turn costs a twentieth of the whole
os.fsync = lambda _file: None  # no test cuts the power: to wait for the disk some thousand times takes a tenth of the time
sys.path.append(str(Path(__file__).parent))
pytest.register_assert_rewrite("worlds", "statistics_helper", "charts_helper", "page_helper", "services_helper", "served_helper")


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> None:
    """Keep each picture that is drawn: many tests ask for those of the same figures."""
    import vl_convert  # noqa: PLC0415 - it is not there where a test shows what is imported

    for name in ("vegalite_to_svg", "vegalite_to_png"):
        setattr(vl_convert, name, _kept(getattr(vl_convert, name)))


def _kept(draw: Callable[..., str | bytes]) -> Callable[..., str | bytes]:
    """Return what draws a specification that it has not drawn before."""
    drawn: dict[str, str | bytes] = {}

    def once(spec: dict[str, Any], **options: Any) -> str | bytes:  # noqa: ANN401 - as the library has it
        asked = json.dumps([spec, options])
        if asked not in drawn:
            drawn[asked] = draw(spec, **options)
        return drawn[asked]

    return once


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that provokes an error with English in it that no Danish reader is spared."""
    from spoken_helper import listening  # noqa: PLC0415 - it imports the command line

    with listening(monkeypatch) as heard:
        yield
    assert not heard


@pytest.fixture(scope="session")
def shipped(kept_runs: Path) -> list[Shown]:
    """Return short runs of two shipped scenarios, opened again, the second held against the first."""
    from simcase import study  # noqa: PLC0415 - tests that play nothing start without it

    ask = study.Request("", replications=20, workers=1, results=kept_runs)
    kept_runs.mkdir(exist_ok=True)
    with chdir(kept_runs):  # beside no files of whichever test asks first
        played = [study.run(replace(ask, scenario=name)) for name in ("baseline", "kik-ii")]
    return study.open_runs([each.folder.name for each in played], ask)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the charts of a report's page alone: who reads what stands beside them need not wait until all are drawn."""
    from simcase.report.page import Drawing  # noqa: PLC0415 - as above

    def named(charts: Iterable[Chart], *_: object) -> list[Drawing]:
        return [Drawing(each.id, each.id, "", "null", "null", "") for each in charts]

    monkeypatch.setattr(import_module("simcase.report.page_of"), "drawings", named)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one: what is written there is found before what is shipped."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
