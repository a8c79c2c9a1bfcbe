"""Texts of what is wrong with a report, a paper or what it is written to."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.paper.runs": ("{n} kørsler", "{n} runs"),
    "error.paper.one_or_two": ("én kørsel, eller et sammenligningsgrundlag og et scenarie", "one run, or a baseline and a scenario"),
    "error.paper.no_budget": ("'{scenario}' uden et budget", "'{scenario}' without a budget"),
    "error.paper.lines": ("en model med budgetlinjer", "a model with lines of a budget"),
    "error.paper.fields_for_if": ("felter, for og if", "fields, for and if"),
    "error.paper.no_field": ("et felt, som intet papir har", "a field that no paper has"),
    "error.paper.one_field": ("en af {fields}", "one of {fields}"),
    "error.paper.template": ("en skabelon af {allowed} alene", "a template of {allowed} alone"),
    "error.paper.guide_names": ("et felt, som vejledningen til papirer nævner", "a field that the guide to papers names"),
    "error.file.broken": ("en fil, der er beskadiget eller af en anden slags", "a file that is broken or of another kind"),
    "error.paper.word": ("et Word-dokument (.docx)", "a Word document (.docx)"),
    "error.paper.no_package": ("ingen pakke, der kan skrive det", "no package that writes it"),
    "error.paper.extra": ('tilvalget: pip install "simcase[papers]"', 'the extra: pip install "simcase[papers]"'),
    "error.paper.ending": ("endelsen '{suffix}'", "the ending '{suffix}'"),
    "error.paper.loops": ("{depth} løkker inden i hinanden", "{depth} loops inside of each other"),
    "error.paper.no_layout": ("intet layout med en titel alene", "no layout with a title alone"),
    "error.paper.layout": ("et, f.eks. 'Title Only'", "one, such as 'Title Only'"),
    "error.paper.powerpoint": ("en PowerPoint-præsentation (.pptx)", "a PowerPoint presentation (.pptx)"),
    "error.api.no_baseline": (
        "{scenario}: ikke holdt op mod noget sammenligningsgrundlag; ventet et scenarie, som `compare` eller `reopen` gav",
        "{scenario}: held against no baseline, expected a scenario that `compare` or `reopen` returned",
    ),
    "error.api.too_few": (
        "{scenario}: {replications} gentagelser er for få til at skelne det ukendte, eller intet er trukket",
        "{scenario}: {replications} replications are too few to tell its unknowns apart, or nothing is drawn",
    ),
    "error.run.worker_move": (
        "en arbejdsproces døde: stoppet eller for lidt hukommelse; flyt noget for at fortsætte",
        "a worker process died: killed, or out of memory; move anything to go on",
    ),
    "error.paper.endings": ("en fil, der ender på {endings}, eller en mappe", "a file that ends in {endings}, or a folder"),
    "error.paper.undefined": ("'{name}', som ikke findes", "'{name}', which there is not"),
    "error.paper.unreadable": ("en skabelon, der ikke kan læses (linje {line})", "a template that cannot be read (line {line})"),
}
