"""Texts of a figure of the budget taken apart."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "apart.figure": (
        "{line} i {year}: nettoudgift {net} (i 9 af 10 kørsler {low}-{high}), middel af {runs} kørsler.",
        "{line} in {year}: net spending {net} (in 9 of 10 runs {low}-{high}), mean of {runs} runs.",
    ),
    "apart.about": (
        "{title} ({scenario}). Kalibrering {calibration}, {fit}, tilfældigheder nr. {seed}.",
        "{title} ({scenario}). Calibration {calibration}, {fit}, seed {seed}.",
    ),
    "apart.steps": ("Efter trin på refusionstrappen, 1.000 kr.", "By step of the refusion ladder, DKK 1,000"),
    "apart.from": ("{name}, fra {date}", "{name}, from {date}"),
    "apart.column": ("Trin eller tilkendelse", "Step or cohort of grant"),
    "apart.step": ("Trin {step}", "Step {step}"),
    "apart.none": ("Uden for trappen", "Outside the ladder"),
    "apart.person_weeks": ("Personuger", "Person-weeks"),
    "apart.gross": ("Brutto,\n1.000 kr.", "Gross,\nDKK 1,000"),
    "apart.state_share": ("Statens\nandel", "State's\nshare"),
    "apart.state_kroner": ("Staten", "State"),
    "apart.municipality": ("Kommunen", "Municipality"),
    "apart.classes": ("Efter satsklasse", "By rate class"),
    "apart.class": ("Satsklasse", "Rate class"),
    "apart.quantity": ("Tid", "Time"),
    "apart.months": ("mdr.", "months"),
    "apart.weeks": ("uger", "weeks"),
    "apart.rate": ("Sats,\nkr.", "Rate,\nDKK"),
    "apart.regulation": ("Indeks", "Index"),
    "apart.full_time_share": ("Fuldtids-\nandel", "Full-time\nshare"),
    "apart.take_up": ("Udbeta-\nlingsgrad", "Take-up"),
    "apart.product": (
        (
            "Brutto = tid x sats x indeks x fuldtidsandel x udbetalingsgrad; satsen er efter fradrag og løn. Kommunen = brutto - staten. "
            "Udbetalingsgraden er her middel af det, der blev trukket i kørslerne, vægtet med tiden; under tallene bag står tilpasningens."
        ),
        (
            "Gross = time x rate x index x full-time share x take-up; the rate is after deductions and wages. Municipality = gross - state."
            " Take-up here is the mean of what was drawn in the runs, weighted by time; among the numbers behind it stands that of the fit."
        ),
    ),
    "apart.sources": ("Tallene bag", "The numbers behind it"),
    "apart.path": ("Tal og dets sti", "Number and its path"),
}
