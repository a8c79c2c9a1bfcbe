"""Each malformed file is refused with the message that its companion states: the command, then what it says, `{file}` for the file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from simcase.importers.privacy import looks_like_cpr

DATA = Path(__file__).parents[1] / "invalid" / "data"
EXPECTED = sorted(DATA.glob("*.expected"))
FILES = {path for path in DATA.iterdir() if path.suffix != ".expected"}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_malformed_file_is_told(expected: Path, folder: Path, call: Callable[..., Result]) -> None:
    malformed = next(path for path in FILES if path.stem == expected.stem)
    shutil.copy(malformed, folder)
    before = sorted(folder.rglob("*"))
    command, *messages = expected.read_text(encoding="utf-8").replace("{file}", malformed.name).splitlines()
    result = call(*command.split())
    assert result.exit_code == 2
    assert result.output.splitlines()[:-1] == messages
    assert sorted(folder.rglob("*")) == before, "something was written"


def test_every_file_has_its_message() -> None:
    assert {path.stem for path in FILES} == {path.stem for path in EXPECTED}


@pytest.mark.parametrize("malformed", sorted(FILES), ids=lambda path: path.name)
def test_no_message_holds_what_looks_like_a_cpr_number(malformed: Path, folder: Path, call: Callable[..., Result]) -> None:
    shutil.copy(malformed, folder)
    command = malformed.with_suffix(".expected").read_text(encoding="utf-8").splitlines()[0].replace("{file}", malformed.name)
    result = call(*command.split(), "--json")
    suspects = [cell for cell in re.split(r"[,;\n]", malformed.read_text(encoding="utf-8")) if looks_like_cpr(cell)]
    assert not [cell for cell in suspects if cell in result.output]
    assert not looks_like_cpr(result.output)
