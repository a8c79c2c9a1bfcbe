"""Texts of a fit."""

from __future__ import annotations

FIT: dict[str, tuple[str, str]] = {
    "fit.step": ("Evaluering {n}: vægtet kvadratsum {squares}", "Evaluation {n}: weighted sum of squares {squares}"),
    "fit.about": (
        "Tilpasning {fit} af {calibration}: {n} evalueringer, vægtet kvadratsum {squares}, frø {seed}.",
        "Fit {fit} of {calibration}: {n} evaluations, weighted sum of squares {squares}, seed {seed}.",
    ),
    "fit.targets": ("Mål for tilpasningen", "Targets of the fit"),
    "fit.beside": ("Til sammenligning, ikke brugt i tilpasningen", "For comparison, not used in the fit"),
    "fit.grade": ("Kvalitet", "Grade"),
    "fit.target": ("Mål", "Target"),
    "fit.value": ("Oplyst", "Stated"),
    "fit.fitted": ("Tilpasset", "Fitted"),
    "fit.deviation": ("Afvigelse,\nstandardfejl", "Deviation,\nstandard errors"),
    "fit.note": ("* Ikke ramt: mere end to standardfejl fra.", "* Missed: more than two standard errors away."),
    "fit.unknowns": ("Ukendte størrelser", "Unknowns"),
    "fit.unknown": ("Faktor på", "Factor on"),
    "fit.prior": ("Før", "Before"),
    "fit.stored": ("Tilpasningen er gemt i {file}", "The fit is stored in {file}"),
    "fit.line": ("Linje", "Line"),
    "fit.plan": ("Plan", "Plan"),
    "fit.difference": ("Forskel", "Difference"),
    "fit.volume": ("heraf\nmængde", "of which\nvolume"),
    "fit.price": ("heraf\npris", "of which\nprice"),
    "fit.compared": (
        "Kommunens nettoudgift i {year} efter to tilpasninger, mio. kr.",
        "The municipality's net spending in {year} under two fits, million kr.",
    ),
    "fit.compared_note": (
        "Mængde: flere eller færre personer til middelprisen. Pris: en person koster mere eller mindre.",
        "Volume: more or fewer persons at the mean price. Price: a person costs more or less.",
    ),
    "fit.missed": ("Ikke ramt inden for to standardfejl: {targets}", "Not reached within two standard errors: {targets}"),
}
