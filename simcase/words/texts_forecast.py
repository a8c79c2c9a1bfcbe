"""Texts of a forecast from monthly counts."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "forecast.about": (
        "{title}. Lært af tal fra {first} til {last}, kalibrering {calibration}, {members} sandsynlige kommuner, frø {seed}. Simuleret.",
        "{title}. Learned from counts of {first} to {last}, calibration {calibration}, {members} likely places, seed {seed}. Simulated.",
    ),
    "forecast.before": ("Begyndt med det, der var lært til og med {month}.", "Begun with what had been learned up to {month}."),
    "forecast.months": ("{line}: personer, gennemsnit af måneden", "{line}: persons, mean of the month"),
    "forecast.month": ("Måned", "Month"),
    "forecast.persons": ("Midterste", "Middle"),
    "forecast.interval": ("90 %-interval", "90% interval"),
    "forecast.learned": ("Hvad tallene har lært os", "What the counts taught"),
    "forecast.what": ("Størrelse", "Figure"),
    "forecast.first": ("Før", "Before"),
    "forecast.after": ("Efter", "After"),
    "forecast.between": ("90 %-interval", "90% interval"),
    "forecast.stands": (
        "{process}: hvor den står, i egne standardafvigelser",
        "{process}: where it stands, in its own standard deviations",
    ),
    "forecast.surprise": (
        "Mest overraskende: {line}. De nye tal lå {score} standardafvigelser fra det, der var ventet (omkring 1 er, som det skal være).",
        "Most surprising: {line}. The new counts lay {score} standard deviations from what had been foreseen (about 1 is as it should be).",
    ),
    "forecast.note": (
        "Satser er gange kalibreringens egne; kun dem, tallene siger noget om, er vist. Love og tiltag er dem, scenariet har.",
        "Rates are times the calibration's own; only those the counts say something of are shown. Laws and initiatives are the scenario's.",
    ),
}
