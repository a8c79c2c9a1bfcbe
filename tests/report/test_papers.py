"""The papers of a decision: a case document filled into a template, and slides with native charts, in both languages."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from pptx import Presentation

from simcase import report, study
from simcase.cli import main
from simcase.declare import shipped as shipped_files
from simcase.errors import UserError
from simcase.evaluate import InformationResult, Worth
from simcase.money import TOTAL
from simcase.present import tables_information
from simcase.present.findings import finding
from simcase.present.labels import labels_of
from simcase.present.paper import Picture, paper_of
from simcase.present.sentences_compare import headline
from simcase.report.document import write_document
from simcase.report.packed import unbroken
from simcase.words import Words

LANGS = ("da", "en")
MINUS = re.compile(r"(?<![\w-])-(?=\d)")
"""What an office program may break a line after, between the sign and its number."""
LETTER, MARGINS = 93, 216
"""Twips that a letter of a table takes in bold, and what a cell is wider."""
HEADS = {
    "da": ["Resumé", "Sagsfremstilling", "Økonomi", "Indstilling"],
    "en": ["Summary", "Presentation of the case", "Economy", "Recommendation"],
}


@pytest.fixture(scope="module", params=LANGS)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(str(request.param))


def written(shown: list[study.Shown], path: Path, words: Words, template: Path | None = None) -> Path:
    report.check_report(path)
    report.write_report(shown, path, words, template)
    return path


@pytest.fixture(scope="module")
def case(shipped: list[study.Shown], words: Words, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the case document of the shipped runs, written once for each language."""
    return written(shipped, tmp_path_factory.mktemp("papers") / "case.docx", words)


def template(path: Path, *paragraphs: str) -> Path:
    """Write a template of a municipality's own that has these paragraphs, in a style of its own."""
    document = Document()
    document.styles.add_style("Our text", 1)
    for text in paragraphs:
        document.add_paragraph(text, style="Our text")
    document.save(str(path))
    return path


def test_the_case_document_has_the_headings_of_one_the_figures_of_the_run_native_tables_and_pictures(
    shipped: list[study.Shown], words: Words, case: Path
) -> None:
    document = Document(str(case))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert {"da": ["Resumé", "Sagsfremstilling", "Økonomi"], "en": ["Summary", "Presentation of the case", "Economy"]}[words.lang] == heads[
        :3
    ]
    assert {"da": "Indstilling", "en": "Recommendation"}[words.lang] in heads
    base, own = (labels_of(each.world.model, words) for each in shipped)
    assert unbroken(headline(shipped[1].compared, base, own)) in [each.text for each in document.paragraphs]
    budget = next(row for row in shipped[1].result.budget if row.line == TOTAL and row.year == 2019)
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    total = next(row for row in rows if row[0] == own.line(TOTAL) and len(row) > 3)
    assert words.kroner_1000(budget.municipality.mean) in total
    assert not [cell for row in rows for cell in row if MINUS.search(cell)], "one kind of minus"
    assert len(document.tables) == 6
    assert len(document.inline_shapes) == 6
    assert not re.search(r"\{\{|\{%", document._element.xml)


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_the_case_document_says_what_it_is_worth_to_measure_or_why_that_is_not_told(
    shipped: list[study.Shown], words: Words, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Document(str(case))
    base, own = (labels_of(each.world.model, words) for each in shipped)
    title = words.say("information.title", title=own.title, base=base.title)
    assert words.say("information.untold") in [each.text for each in few.paragraphs]
    alone = Document(str(written(shipped[:1], tmp_path / "one.docx", words)))
    assert not {title, words.say("information.untold")} & {each.text for each in alone.paragraphs}
    assert title not in [each.text for each in few.paragraphs], "a heading with nothing beneath"
    unknowns = Worth("kik-ii.effects.0", 1.24e6, 0.31e6), Worth("kik-ii.effects.1", 0.0, 0.0)
    found = InformationResult("", "baseline", "kik-ii", 400, -45.4e6, Worth("", 2.0e6, 0.4e6), unknowns)
    monkeypatch.setattr(tables_information, "information_of", lambda _: found)
    document = Document(str(written(shipped, tmp_path / "case.docx", words)))
    (table,) = [each for each in document.tables if each.cell(0, 0).text == words.say("information.what")]
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [
        [words.say("information.everything"), words.number(2.0, 1), words.number(0.4, 1)],
        [own.unknown("kik-ii.effects.0"), words.number(1.2, 1), words.number(0.3, 1)],
    ]
    assert len(document.tables) == len(few.tables) + 1


def test_no_cell_of_the_budget_is_wider_than_its_column(case: Path, words: Words) -> None:
    (table,) = [each for each in Document(str(case)).tables if each.cell(0, 1).text == words.say("budget.plan")]
    wide = [column.width.twips for column in table.columns]
    assert len(wide) == 7
    for row in table.rows:
        for width, cell in list(zip(wide, row.cells, strict=True))[1:]:
            assert all(LETTER * len(word) + MARGINS <= width for word in cell.text.split()), cell.text


def test_no_heading_of_a_picture_ends_a_line_with_a_minus(shipped: list[study.Shown], words: Words, case: Path) -> None:
    own = labels_of(shipped[1].world.model, words)
    said = finding("difference", shipped[1], own)
    assert said is not None
    assert MINUS.search(said)
    texts = [each.text for each in Document(str(case)).paragraphs]
    assert any(text.startswith(unbroken(said)) for text in texts)
    assert not any(MINUS.search(text) for text in texts if not text.startswith("simcase"))


def test_what_is_not_drawn_has_no_heading_that_would_stand_over_another_picture(
    shipped: list[study.Shown], words: Words, tmp_path: Path
) -> None:
    undrawn = Picture("went", "Where nobody went", lambda: None)
    paper = replace(paper_of(shipped, words), charts=[undrawn])
    for form in (shipped_files() / "templates" / f"case-{words.lang}.docx", template(tmp_path / "own.docx", "{{ charts[0].heading }}|")):
        write_document(paper, form, tmp_path / "x.docx", words)
        assert not [each.text for each in Document(str(tmp_path / "x.docx")).paragraphs if "Where nobody went" in each.text], form


def test_both_shipped_templates_ask_for_the_same() -> None:
    asked = []
    for lang in LANGS:
        xml = Document(str(shipped_files() / "templates" / f"case-{lang}.docx"))._element.xml
        asked.append(re.findall(r"\{[{%][^}]*\}", re.sub(r"<[^>]+>", "", xml)))
    assert asked[0] == asked[1]
    assert asked[0]


@pytest.mark.parametrize("words", ["da"], indirect=True)
def test_equal_runs_give_equal_papers(
    shipped: list[study.Shown], words: Words, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slides = written(shipped, tmp_path / "one.pptx", words)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 1, 126, 0))
    for one in (case, slides):
        assert written(shipped, tmp_path / f"other{one.suffix}", words).read_bytes() == one.read_bytes()


def test_slides_have_the_message_as_title_and_a_native_chart_of_the_runs_figures(
    shipped: list[study.Shown], words: Words, tmp_path: Path
) -> None:
    deck = Presentation(str(written(shipped, tmp_path / "x.pptx", words)))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    charts: list[Any] = [next(shape.chart for shape in slide.shapes if shape.has_chart) for slide in deck.slides]
    shown = shipped[1]
    municipal = [row for row in shown.compared.business_case if row.payer == "municipality"]
    net = municipal[-1].cumulated
    run, number = shown.result.run, partial(words.change, decimals=1)
    said = {"net": words.change_millions(net.mean), "between": words.interval(number(net.p05 / 1e6), number(net.p95 / 1e6))}
    span = {"first": words.month(run.first), "last": words.month(run.last)}
    said["sign"] = words.say("finding.payback.deficit")
    case = words.say("finding.payback", title=words.text(shown.world.model.title), **span, **said)
    assert titles[0] == unbroken(case) != case
    assert list(charts[0].plots[0].series[0].values) == pytest.approx([row.cumulated.mean / 1e6 for row in municipal])
    total = next(row for row in shown.result.budget if row.line == TOTAL and row.year == 2019)
    assert words.millions(total.municipality.mean) in titles[2]
    assert sum(charts[2].plots[0].series[0].values) == pytest.approx(total.municipality.mean / 1e6), "blue, as in charts"
    assert sum(charts[2].plots[0].series[1].values) == pytest.approx((total.plan or 0.0) / 1e6)
    drawn = {words.persons(abs(value)) for value in charts[1].plots[0].series[0].values}
    told = re.sub(r"\(.*\)", "", titles[1].replace(words.text(shown.world.model.title), ""))
    assert {each for each in re.findall(r"\b\d+\b", told) if each != "2022"} <= drawn, "what the title tells is drawn"
    assert len(titles) == 4
    book = charts[2].part.chart_workbook.xlsx_part.blob
    assert io.BytesIO(book).read(2) == b"PK"
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert unbroken(headline(shown.compared, *(labels_of(each.world.model, words) for each in shipped))) in notes[0]
    assert notes[1:] == [words.say("slide.on_first")] * 3, "what is said once is not said on each slide"
    against = words.say("slide.against", base=words.text(shipped[0].world.model.title), about="").strip()
    assert [any(against in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides] == [
        True, True, False, True,
    ]  # fmt: skip


def test_a_municipality_fills_its_own_template_in_its_own_styles(shipped: list[study.Shown], tmp_path: Path) -> None:
    own = template(tmp_path / "own.docx", "Our {{ title }}", "{%p for note in notes %}", "- {{ note }}", "{%p endfor %}")
    made = Document(str(written(shipped[:1], tmp_path / "x.docx", Words("en"), own)))
    assert made.paragraphs[0].text.startswith("Our ")
    assert {each.style.name for each in made.paragraphs} == {"Our text"}
    assert len(made.paragraphs) > 3
    deck = Presentation()
    deck.save(str(tmp_path / "own.pptx"))
    slides = Presentation(str(written(shipped[:1], tmp_path / "x.pptx", Words("en"), tmp_path / "own.pptx")))
    assert (slides.slide_width, slides.slide_height) == (deck.slide_width, deck.slide_height)
    assert len(slides.slides) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ budgt }} and {{ gaols }}", ["budgt: found a field that no paper has", "gaols: found a field that no paper has"]),
        ("{{ budget.hedes }}", ["found 'hedes', which there is not"]),
        ("{{ title.upper() }}", ["found 'call'"]),
        ("{{ title * 9999 }}", ["found 'mul'"]),
        ("{{ title ~ title }}", ["found 'concat'"]),
        ("{% set x = title %}", ["found 'assign'"]),
        ("{{ title.__class__ }}", ["__class__"]),
        ("{{ title|upper }}", ["found 'upper', which there is not"]),
        ("".join(f"{{% for n{n} in notes %}}" for n in range(4)) + 4 * "{% endfor %}", ["4 loops"]),
        ("{% if %}", ["a template of fields, for and if alone"]),
    ],
)
def test_what_a_template_may_not_say_is_named(shipped: list[study.Shown], text: str, found: list[str], tmp_path: Path) -> None:
    own = template(tmp_path / "own.docx", text)
    with pytest.raises(UserError) as refused:
        written(shipped[:1], tmp_path / "x.docx", Words("en"), own)
    for each in found:
        assert each in str(refused.value)
    assert "own.docx" in str(refused.value)
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("ending", ["docx", "pptx"])
@pytest.mark.parametrize("held", [b"", b"PK\x03\x04 no archive", b"plain"])
def test_a_template_that_is_none_is_refused(shipped: list[study.Shown], ending: str, held: bytes, tmp_path: Path) -> None:
    own = tmp_path / f"own.{ending}"
    own.write_bytes(held)
    with pytest.raises(UserError, match="broken or of another kind"):
        written(shipped[:1], tmp_path / f"x.{ending}", Words("en"), own)
    with pytest.raises(UserError, match="no file"):
        written(shipped[:1], tmp_path / f"x.{ending}", Words("en"), tmp_path / "nowhere")


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    for ending in ("docx", "pptx"):
        with pytest.raises(UserError, match=re.escape('pip install "simcase[papers]"')):
            report.check_report(tmp_path / f"x.{ending}")


def test_a_template_goes_with_a_paper_alone_and_init_copies_those_shipped(folder: Path) -> None:
    refused = CliRunner().invoke(main, ["report", "x", "-o", "x.html", "--template", "y.docx"])
    assert refused.exit_code == 2
    assert ".docx" in refused.stderr
    assert CliRunner().invoke(main, ["init", "mine"]).exit_code == 0
    assert {each.name for each in (folder / "mine" / "templates").iterdir()} == {"case-da.docx", "case-en.docx"}


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["docx", "pptx"])
def test_libreoffice_opens_the_papers(shipped: list[study.Shown], words: Words, ending: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: run .ci/install"
    file = written(shipped, tmp_path / f"x.{ending}", words)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - the command is ours
    pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "x.pdf").read_bytes()))
    assert pages == 4 if ending == "pptx" else pages in range(4, 10)
