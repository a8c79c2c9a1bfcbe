"""Texts of the results store."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "results.none": ("Ingen kørsler i {folder}", "No runs in {folder}"),
    "results.scenario": ("Scenarie", "Scenario"),
    "results.run": ("Kørsel", "Run"),
    "results.status": ("Tilstand", "Status"),
    "results.changed": ("Ændret", "Changed"),
    "results.replications": ("Gentagelser", "Replications"),
    "results.runs": ("Kørsler", "Runs"),
    "results.fit": ("Tilpasning", "Fit"),
    "results.assumptions": ("Rettede priser", "Edited prices"),
    "results.no_assumptions": ("ingen", "none"),
    "results.size": ("MB", "MB"),
    "results.finished": ("færdig", "finished"),
    "results.unfinished": ("afbrudt", "unfinished"),
    "results.under_way": ("i gang", "under way"),
    "results.calibration": ("Kalibrering", "Calibration"),
    "results.days": ("Periode", "Days"),
    "results.seed": ("Startværdi", "Seed"),
    "results.uncertainty": ("Usikkerhed", "Uncertainty"),
    "results.folder": ("Mappe", "Folder"),
    "results.command": ("Gentages med", "Repeated by"),
    "results.unreadable": ("kan ikke læses", "cannot be read"),
    "results.whole": ("Færdige kørsler, som er, som de blev skrevet: {n}.", "Finished runs that are as they were written: {n}."),
    "results.harmed": ("{folder}: {files} er ikke, som da kørslen blev skrevet.", "{folder}: {files} differs from what the run wrote."),
    "results.harmed_all": (
        "{bad} af {n} færdige kørsler er beskadiget; simuler dem igen med kommandoen fra 'simcase results show'.",
        "{bad} of {n} finished runs are damaged; simulate them again with the command that 'simcase results show' gives.",
    ),
    "results.nothing": ("Intet at fjerne.", "Nothing to remove."),
    "results.remove": ("Fjern {n} kørsler ({size} MB)?", "Remove {n} runs ({size} MB)?"),
    "results.yes_or_no": ("j/N", "y/N"),
    "results.yes": ("j ja", "y yes"),
    "results.not_removed": ("Intet blev fjernet. --yes fjerner uden at spørge.", "Nothing was removed. --yes removes without asking."),
    "results.removed": ("{n} kørsler blev fjernet ({size} MB).", "{n} runs were removed ({size} MB)."),
}
