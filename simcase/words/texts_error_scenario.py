"""Texts of what is wrong with a scenario."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.scenario.initiative": ("indsatsen '{key}'", "initiative '{key}'"),
    "error.scenario.path": ("stien '{key}'", "path '{key}'"),
    "error.scenario.course": ("forløbet for '{key}'", "course of '{key}'"),
    "error.scenario.same_settings": (
        "de samme indstillinger som i de scenarier, det sættes sammen med",
        "the same settings as in the scenarios composed with it",
    ),
    "error.scenario.other_settings": ("{what} med andre indstillinger", "the {what} with other settings"),
    "error.scenario.write_one": ("Skriv et scenarie, der siger, hvilke der gælder.", "Write one scenario that says which hold."),
    "error.scenario.file_name": ("'{stem}', filens navn", "'{stem}', the name of the file"),
    "error.id.again_one": ("'{one}' igen", "'{one}' again"),
    "error.id.once": ("hvert id én gang", "each id once"),
    "error.scenario.name": (
        "et filnavn, der begynder med et bogstav eller ciffer og fortsætter med disse, mellemrum eller '_', '+', '.', '-'",
        "a file name that begins with a letter or digit and goes on with these, spaces, or '_', '+', '.', '-'",
    ),
    "error.scenario.not_itself": ("et scenarie, der ikke bygger på sig selv", "a scenario that is not based on itself"),
    "error.scenario.use_again": ("'{use}' igen", "'{use}' again"),
    "error.scenario.initiative_once": ("hver indsats én gang", "each initiative once"),
    "error.scenario.name_of_file": ("'{name}', filens navn", "'{name}', the name of the file"),
    "error.scenario.process_again": ("'{process}' igen", "'{process}' again"),
    "error.scenario.process_once": ("hver proces én gang", "each process once"),
}
