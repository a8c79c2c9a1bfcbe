"""Damaged and invented workbooks, CSV files, parquet files and answers of services: each is read, or refused in sentences.

The default profile is quick; `SIMCASE_FUZZ=20000 python -m pytest -s -m slow tests/hostile/test_fuzz_files.py` chooses how many of each
kind there are (of parquet, which a process of its own unpacks, a tenth). An input is made from its number alone, so that a failure can be
repeated.
"""

from __future__ import annotations

import io
import json
import os
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from simcase.declare import shipped
from simcase.errors import UserError
from simcase.importers import jobindsats, jobindsats_interface, statbank, unpacking, web
from simcase.importers.reading import texts
from simcase.importers.spells import Reading, read_spells
from simcase.model import Model, actuals, budgets, resolve

resource = pytest.importorskip("resource", reason="memory is measured as Unix does it")

pytestmark = pytest.mark.usefixtures("spoken")

MANY = int(os.environ.get("SIMCASE_FUZZ", "2000"))
FEW = 60
LONGEST = 10.0
"""Seconds of a processor that an input may take: what else the computer does is not held against it."""
LARGEST = 1_000_000
"""Kilobytes of memory that reading may take besides the most that the process had before."""
ACCOUNTS = shipped() / "calibration" / "aabenraa-2019" / "accounts"
ODD = (
    "", "x", "-1", "1e308", "nan", "inf", "1,5", "1.234", "9" * 400,
    "a" * 200_000, '"', '""', "\x00", "\r", "\n", "\t", ";", ",", "æøå", "\ufeff",
    "\u202e", "0000M01", "2019-13", "9999-12-31", "i alt", "Fleksjob", "<", ">", "</", "/>", "&a;", "]]>", "<!DOCTYPE a [", "<row/>" * 9000,
    "<c/>", '<c t="s"><v>9</v></c>', "<v>abc</v>", "[" * 9000, "{}", "null", "true", "NaN", "1" * 5000, "-", "010190-1234",
)  # fmt: skip
SPELLS = ("person,state,start,end,birth_year", *(f"p{i},fleksjob,201{i}-01-01,201{i + 1}-01-01,198{i}" for i in range(8)))
Kind = tuple[bytes, Callable[[Path], object]]


def damaged(whole: bytes, luck: random.Random) -> bytes:
    """Return bytes of which some are lost, doubled, moved, changed, or replaced by something odd."""
    for _ in range(luck.choice((0, 1, 1, 1, 2, 5, 20))):
        at = luck.randrange(len(whole) + 1)
        to = min(len(whole), at + luck.choice((0, 1, 1, 4, 30, 1000)))
        odd = luck.choice(ODD).encode(luck.choice(("utf-8", "utf-8", "utf-16-le")), "replace")
        new = luck.choice((b"", whole[at:to] * 2, odd, odd, luck.randbytes(to - at)))
        whole = whole[:at] + new + whole[to:]
    return whole


def repacked(whole: bytes, luck: random.Random) -> bytes:
    """Return an archive one of whose parts is damaged, or seldom the archive itself."""
    if luck.random() < 0.2:
        return damaged(whole, luck)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        hit = luck.choice([name for name in old.namelist() if "docProps" not in name and "theme" not in name])
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), luck) if name == hit else old.read(name))
    return packed.getvalue()


def workbook(rows: list[list[str]]) -> bytes:
    """Return a workbook of texts and numbers."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return whole.getvalue()


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve("kik-ii")


@pytest.fixture
def tried(tmp_path: Path) -> Callable[[Callable[[random.Random], bytes], Callable[[Path], object], str, int], None]:
    """Give what makes inputs, reads each, and sees to it that it is read or refused, soon and in little memory."""

    def asked(make: Callable[[random.Random], bytes], look: Callable[[Path], object], name: str, count: int) -> None:
        kinds: Counter[str] = Counter()
        slowest = 0.0
        before = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        for number in range(count):
            file = tmp_path / name
            file.write_bytes(make(random.Random(number)))  # noqa: S311 - nothing is kept secret
            begun = time.process_time()
            try:
                look(file)
                kinds["read"] += 1
            except UserError as wrong:
                kinds["refused"] += 1
                said = [str(issue) for issue in wrong.issues]
                assert said, number
                assert all("found " in each and "\n" not in each and len(each) < 5000 for each in said), (number, said)
            except BaseException as error:
                raise AssertionError(number) from error
            slowest = max(slowest, time.process_time() - begun)
            assert slowest < LONGEST, number
        after = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(name, dict(kinds), f"slowest {slowest:.2f} s, {after // 1000} MB")  # noqa: T201 - `pytest -s` shows it
        assert min(kinds["read"], kinds["refused"]) > 0
        assert after - before < LARGEST

    return asked


def kinds_of(model: Model) -> dict[str, tuple[Callable[[random.Random], bytes], Callable[[Path], object]]]:
    """Return each kind of file by its name: how one is made, and how it is read."""
    march = date(2019, 3, 31)
    rows = [row.split(";") for row in (ACCOUNTS / "made-up-2019.csv").read_text(encoding="utf-8-sig").splitlines()]
    book, plain = (ACCOUNTS / "made-up-2019.xlsx").read_bytes(), "\n".join(";".join(row) for row in rows[:40]).encode()
    downloaded = [list(jobindsats.HEADING), *(["Aabenraa", f"2019M{month:02d}", "12", "10,5"] for month in range(1, 13))]
    table = io.BytesIO()
    pl.read_csv("\n".join(SPELLS).encode()).write_parquet(table)

    def spells(file: Path) -> object:
        return read_spells(texts(file), model, Reading("unknown"))

    def counted(file: Path) -> object:
        return jobindsats.count_rows(jobindsats.from_file(file), "x", "y01a02", "Aabenraa", {})

    def accounts(file: Path) -> object:
        return actuals(model, file, march), budgets(model, 2019, None, file)

    return {
        "accounts.xlsx": (lambda luck: repacked(book, luck), accounts),
        "accounts.csv": (lambda luck: damaged(plain, luck), lambda file: actuals(model, file, date(2019, 1, 31))),
        "y01a02.xlsx": (lambda luck: repacked(workbook(downloaded), luck), counted),
        "y01a02.csv": (lambda luck: damaged("\r\n".join(map(";".join, downloaded)).encode("latin-1"), luck), counted),
        "spells.csv": (lambda luck: damaged("\n".join(SPELLS).encode(), luck), spells),
        "spells.parquet": (lambda luck: damaged(table.getvalue(), luck), spells),
    }


NAMES = ("accounts.xlsx", "accounts.csv", "y01a02.xlsx", "y01a02.csv", "spells.csv", "spells.parquet")


@pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_are_read_or_refused(tried: Callable[..., None], model: Model, name: str, count: int) -> None:
    tried(*kinds_of(model)[name], name, count // (10 if name.endswith("parquet") else 1))


@pytest.mark.parametrize("how", ["os.abort()", "sys.exit(1)", "print('x')", "print('9 999999999'); sys.exit(3)"])
def test_a_parquet_file_that_brings_down_its_reader_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    (tmp_path / "down.py").write_text(f"import os, sys\n{how}\n", encoding="utf-8")
    monkeypatch.setattr(unpacking, "__file__", str(tmp_path / "down.py"))
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(UserError, match=r"a\.parquet found (no table|9 rows of 999999999 columns), expected"):
        texts(tmp_path / "a.parquet")


def answers(what: str) -> tuple[bytes, Callable[[], object]]:
    """Return a sound answer of a service, and how it is read."""
    if what == "jobindsats":
        rows = [["Aabenraa", f"2019M{month:02d}", "12", "10,5"] for month in range(1, 13)]
        months = [{"period_id": row[1]} for row in rows]
        areas = [{"hierarchy_id": "_nykom", "levels": [{"values": [{"value_name": "Aabenraa"}]}]}]
        table = {"periods": [{"periodtype_id": "M", "values": months}], "dimensions": [{"hierarchies": areas}]}
        whole = json.dumps({**table, "columns": jobindsats.HEADING, "rows": rows}, ensure_ascii=False)
        url = jobindsats_interface.URL
        return whole.encode(), lambda: [*jobindsats_interface.from_interface("y01a02", "Aabenraa", (2019,), {}, url, refresh=True)]
    if what == "region":
        whole = json.dumps({"variables": [{"id": "OMRÅDE", "values": [{"id": "580", "text": "Aabenraa"}]}]}, ensure_ascii=False)
        return whole.encode(), lambda: statbank.region("Aabenraa", "FOLK1A", statbank.URL, refresh=True)
    text = "OMRÅDE;ALDER;TID;INDHOLD\n" + "".join(f"580;{age};2019K1;{100 - age}\n" for age in range(30))
    variables = {"OMRÅDE": ["580"], "ALDER": ["*"], "TID": ["2019K1"]}

    def population(rows: statbank.Rows) -> object:
        return statbank.population(rows, "FOLK1A")

    return text.encode(), lambda: statbank.read_table("FOLK1A", variables, population, statbank.URL, texts=False, bulk=False, refresh=True)


@pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.parametrize("what", ["jobindsats", "region", "statbank"])
def test_damaged_answers_are_read_or_refused(
    tried: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str, count: int
) -> None:
    whole, look = answers(what)
    monkeypatch.setattr(web, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setenv(jobindsats_interface.TOKEN, "made-for-the-test")
    held: list[bytes] = []
    monkeypatch.setattr(web, "_tried", lambda *_: (200, held[-1]))

    def looked(file: Path) -> object:
        held[:] = [file.read_bytes()]
        return look()

    tried(lambda luck: damaged(whole, luck), looked, f"{what}.json", count)
