"""Texts of a fit."""

from __future__ import annotations

FIT: dict[str, tuple[str, str]] = {
    "fit.step": ("Evaluering {n}: vægtet kvadratsum {squares}", "Evaluation {n}: weighted sum of squares {squares}"),
    "fit.about": (
        "Tilpasning {fit} af {calibration}: {n} evalueringer, vægtet kvadratsum {squares}, frø {seed}.",
        "Fit {fit} of {calibration}: {n} evaluations, weighted sum of squares {squares}, seed {seed}.",
    ),
    "fit.targets": ("Mål for tilpasningen", "Targets of the fit"),
    "fit.target": ("Mål", "Target"),
    "fit.value": ("Oplyst", "Stated"),
    "fit.fitted": ("Tilpasset", "Fitted"),
    "fit.deviation": ("Afvigelse,\nstandardfejl", "Deviation,\nstandard errors"),
    "fit.note": ("* Ikke ramt: mere end to standardfejl fra.", "* Missed: more than two standard errors away."),
    "fit.unknowns": ("Ukendte størrelser", "Unknowns"),
    "fit.unknown": ("Faktor på", "Factor on"),
    "fit.prior": ("Før", "Before"),
    "fit.stored": ("Tilpasningen er gemt i {file}", "The fit is stored in {file}"),
    "fit.missed": ("Ikke ramt inden for to standardfejl: {targets}", "Not reached within two standard errors: {targets}"),
}
