"""Monthly counts to learn from, as Jobindsats gives them: each table counts the lines that its states are on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import xlsxwriter
from services_helper import Service, full_time

from simcase.calibrate.counts import Counts
from simcase.errors import UserError
from simcase.importers import Wish, counts_from
from simcase.importers.jobindsats import HEADING
from simcase.model import Model, resolve

ASSISTANCE = "kontant_og_uddannelseshjaelp"
INTEGRATION = "integrationsydelse_i_program+integrationsydelse_uden_program"


@pytest.fixture(scope="module")
def small() -> Model:
    """Return the model of any municipality: two lines, whose states hold several of the country's."""
    return resolve("as-is", calibration="any-municipality")


@pytest.fixture(scope="module")
def large() -> Model:
    """Return a model with all benefits."""
    return resolve("as-is", calibration="aabenraa-2019")


def downloaded(folder: Path, table: str, persons: float, months: range = range(1, 7), areas: tuple[str, ...] = ("Greve",)) -> str:
    """Write a table as Jobindsats gives it, an area named once, and return the file."""
    rows: list[list[object]] = [["Antal personer og fuldtidspersoner"], [], list(HEADING)]
    for area in areas:
        rows += [[area if month == months[0] else None, f"{2024 + month // 13}M{(month - 1) % 12 + 1:02d}", persons * 1.1, persons + month]
                 for month in months]  # fmt: skip
    file = folder / f"{table}.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in row])
    return str(file)


def told(counts: Counts) -> dict[str, list[float]]:
    """Return the persons of each line by month."""
    return dict(zip(counts.lines, counts.persons.tolist(), strict=True))


def test_a_table_of_all_social_assistance_counts_the_line_that_holds_it(tmp_path: Path, small: Model) -> None:
    files = [downloaded(tmp_path, "y01a02", 500.0), downloaded(tmp_path, "y60a02", 900.0)]
    counts = counts_from(files, small, Wish())
    assert counts.first == date(2024, 1, 1)
    assert told(counts) == {
        "a_dagpenge": [501.0, 502.0, 503.0, 504.0, 505.0, 506.0],
        "kontanthjaelp": [901.0, 902.0, 903.0, 904.0, 905.0, 906.0],
    }


def test_what_was_counted_apart_goes_on_in_the_table_that_counts_it_together(tmp_path: Path, small: Model) -> None:
    parts = [downloaded(tmp_path, table, 100.0, range(1, 5)) for table in ("y35a02", "y36a02", "y38a02")]
    assert told(counts_from(parts, small, Wish())) == {"kontanthjaelp": [303.0, 306.0, 309.0, 312.0]}
    more = [*parts, downloaded(tmp_path, "y60a02", 900.0, range(4, 7))]
    assert told(counts_from(more, small, Wish())) == {"kontanthjaelp": [303.0, 306.0, 309.0, 904.0, 905.0, 906.0]}
    assert told(counts_from(more[1:], small, Wish())) == {"kontanthjaelp": [904.0, 905.0, 906.0]}


def test_tables_of_parts_of_a_line_are_added_and_one_of_several_lines_counts_them_together(tmp_path: Path, large: Model) -> None:
    files = [downloaded(tmp_path, table, 100.0) for table in ("y36a02", "y38a02", "y35a02", "y07a02")]
    counts = counts_from(files, large, Wish())
    assert told(counts)[ASSISTANCE][:2] == [202.0, 204.0]
    assert told(counts)[INTEGRATION][:2] == told(counts)["sygedagpenge"][:2] == [101.0, 102.0]
    together = counts_from([downloaded(tmp_path, "y60a02", 100.0)], large, Wish())
    assert together.lines == (f"{ASSISTANCE}+{INTEGRATION}",)


def test_a_month_that_one_table_lacks_is_not_counted(tmp_path: Path, large: Model) -> None:
    files = [downloaded(tmp_path, "y36a02", 100.0), downloaded(tmp_path, "y38a02", 100.0, range(2, 6)), downloaded(tmp_path, "y07a02", 9.0)]
    (assistance,) = (row for line, row in told(counts_from(files, large, Wish())).items() if line == ASSISTANCE)
    assert np.isnan(assistance).tolist() == [True, False, False, False, False, True]


def test_one_of_several_areas_is_chosen(tmp_path: Path, small: Model) -> None:
    file = downloaded(tmp_path, "y01a02", 500.0, areas=("Faxe", "Greve"))
    with pytest.raises(UserError, match=r"Område: found 2 areas, expected rows of one area. Choose with --area NAME."):
        counts_from([file], small, Wish())
    assert told(counts_from([file], small, Wish(area="greve")))["a_dagpenge"][0] == 501.0


def test_a_note_below_the_figures_is_no_area(tmp_path: Path, small: Model) -> None:
    book = tmp_path / "y60a02 (1).csv"
    rows = ["Kontanthjælp;;;", ";".join(HEADING), "Greve;2024M01;1000;901", ";2024M02;1000;902", ";2024M03;1000;903", ";;;"]
    book.write_text("\n".join([*rows, "Tallene er opgjort 12. januar 2025;;;"]), encoding="utf-8-sig")
    assert told(counts_from([str(book)], small, Wish())) == {"kontanthjaelp": [901.0, 902.0, 903.0]}


def test_a_file_is_called_what_it_is(tmp_path: Path, small: Model) -> None:
    file = Path(downloaded(tmp_path, "y01a02", 500.0))
    renamed = file.rename(tmp_path / "udtræk (3).xlsx")
    with pytest.raises(UserError, match="found no table in the file's name"):
        counts_from([str(renamed)], small, Wish())
    assert counts_from([f"Y01A02={renamed}"], small, Wish()).lines == ("a_dagpenge",)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (("y36a02",), f"found y36a02, which counts a part of {ASSISTANCE}, expected y38a02 too"),
        (("y07a02", "y07a02"), "found y07a02 again, expected each table once"),
    ],
)
def test_what_is_no_line_is_told(tmp_path: Path, large: Model, tables: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        counts_from([downloaded(tmp_path, table, 100.0) for table in tables], large, Wish())


def test_what_a_small_calibration_does_not_know_is_told(tmp_path: Path, small: Model) -> None:
    with pytest.raises(UserError, match="found y07a02, which counts no line of the calibration"):
        counts_from([downloaded(tmp_path, "y07a02", 100.0)], small, Wish())
    with pytest.raises(UserError, match="found y36a02, which counts a part of kontanthjaelp, expected y38a02, y35a02 too"):
        counts_from([downloaded(tmp_path, "y36a02", 100.0)], small, Wish())


def test_own_counts_stand_alone(tmp_path: Path, small: Model) -> None:
    own = tmp_path / "own.csv"
    own.write_text("month,line,persons\n" + "".join(f"2024-0{month},a_dagpenge,50{month}\n" for month in range(1, 4)), encoding="utf-8")
    assert told(counts_from([str(own)], small, Wish())) == {"a_dagpenge": [501.0, 502.0, 503.0]}
    with pytest.raises(UserError, match="expected one file with all counts, or tables"):
        counts_from([str(own), downloaded(tmp_path, "y01a02", 500.0)], small, Wish())
    own.write_text("month,line,persons\n2024-01,A-dagpengge,3\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"expected one of Unemployment insurance benefit, .*Did you mean 'A-dagpenge'\?"):
        counts_from([str(own)], small, Wish())
    with pytest.raises(UserError, match="no file"):
        counts_from(["nowhere.csv"], small, Wish())


def test_lines_may_be_counted_together_in_own_counts_but_not_twice(tmp_path: Path, large: Model) -> None:
    own = tmp_path / "own.csv"
    rows = [f"2024-0{month},{INTEGRATION},10{month}\n" for month in range(1, 4)]
    own.write_text("month,line,persons\n" + "".join(rows), encoding="utf-8")
    assert counts_from([str(own)], large, Wish()).lines == (INTEGRATION,)
    own.write_text("month,line,persons\n" + "".join([*rows, "2024-01,integrationsydelse_i_program,3\n"]), encoding="utf-8")
    with pytest.raises(UserError, match="found integrationsydelse_i_program alone and together with others"):
        counts_from([str(own)], large, Wish())


def test_the_interface_is_asked_for_the_tables_of_the_lines(small: Model, service: Service) -> None:
    counts = counts_from(["jobindsats"], small, Wish(area="Aabenraa", since=date(2024, 11, 1), url=service.url))
    assert (counts.first, counts.last) == (date(2024, 11, 1), date(2025, 6, 1))
    assert told(counts)["kontanthjaelp"][:3] == [full_time("y60a02", month) for month in ("2024M11", "2024M12", "2025M01")]
    questions = [parse_qs(urlsplit(path).query)["period.M"] for path, _ in service.asked if "/data/" in path]
    assert questions == 2 * [["2024M11,2024M12"], [",".join(f"2025M{month:02d}" for month in range(1, 7))]]
    with pytest.raises(UserError, match="--area: found no area"):
        counts_from(["jobindsats"], small, Wish(url=service.url))
