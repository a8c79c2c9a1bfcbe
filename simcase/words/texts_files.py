"""Texts about files: what is checked, listed and written."""

from __future__ import annotations

FILES: dict[str, tuple[str, str]] = {
    "init.done": (
        "Scenarier og kalibreringer er kopieret til {folder}. Gå dertil, ret i filerne og prøv dem med: simcase check",
        "Scenarios and calibrations are copied to {folder}. Go there, edit the files and try them with: simcase check",
    ),
    "check.good": ("Ingen fejl. Antal filer kontrolleret: {n}.", "No problems. Files checked: {n}."),
    "scenarios.name": ("Navn", "Name"),
    "scenarios.title": ("Titel", "Title"),
    "scenarios.about": ("Kort fortalt", "In short"),
    "scenarios.scenarios": ("Scenarier", "Scenarios"),
    "scenarios.initiatives": ("Indsatser", "Initiatives"),
    "scenarios.new": (
        "{file} er skrevet. Ret i filen, og prøv den med: simcase check {name}",
        "{file} is written. Edit it and try it with: simcase check {name}",
    ),
    "skeleton.head": (
        "# Scenariet {name}: hvad der er anderledes end i {base}. Fjern '# ' foran det, der skal gælde.",
        "# The scenario {name}: what differs from {base}. Take away '# ' before what is to hold.",
    ),
    "skeleton.initiatives": (
        "# Indsatser, der kommer til eller ændres. De kendte er {known}.",
        "# Initiatives that are added or changed. Those known are {known}.",
    ),
    "skeleton.set": (
        "# `set` ændrer indsatsens egne tal, fx target.share, window.start, effects.0.hazard_ratio.value.",
        "# `set` changes the initiative's own numbers, such as target.share, window.start, effects.0.hazard_ratio.value.",
    ),
    "skeleton.without": (
        "# Indsatser, der falder bort. Her gælder {used}.",
        "# Initiatives that are left out. Those in force here are {used}.",
    ),
    "skeleton.changes": (
        "# Tal i kalibreringen, der ændres: `to` sætter tallet, `times` ganger det. En begrundelse skal med.",
        "# Numbers of the calibration that change: `to` sets the number, `times` multiplies it. A reason is needed.",
    ),
    "skeleton.explain": (
        "# Et tal med kilde og datakvalitet: simcase explain {base} STI",
        "# A number with its source and grade: simcase explain {base} PATH",
    ),
    "skeleton.why": ("Begrundelsen.", "The reason."),
    "skeleton.horizon": ("# Den sidste dag, der simuleres.", "# The last day that is simulated."),
}
