"""Texts in charts and on the pages that show them."""

from __future__ import annotations

CHART: dict[str, tuple[str, str]] = {
    "chart.headcount.subtitle": (
        "Personer på hver ydelse, gennemsnit af måneden, {first} til {last} (simuleret). Hver ydelse har sin egen akse fra nul.",
        "Persons on each benefit, monthly average, {first} to {last} (simulated). Each benefit has an axis of its own from zero.",
    ),
    "chart.fan": (
        "Linje: median. Mørkt bånd: halvdelen af kørslerne (25-75 %). Lyst bånd: 9 af 10 kørsler (5-95 %).",
        "Line: median. Dark band: half of the runs (25-75%). Light band: 9 of 10 runs (5-95%).",
    ),
    "chart.fan.goals": (" Rude: mål.", " Diamond: goal."),
    "chart.headcount.description": (
        "{title}. Vifteformet diagram over personer pr. måned fra {first} til {last}, et felt for hver: {lines}.",
        "{title}. Fan chart of persons a month from {first} to {last}, a panel for each of: {lines}.",
    ),
    "chart.month": ("Måned", "Month"),
    "chart.persons": ("Personer", "Persons"),
    "chart.p05": ("5 % af kørslerne under", "5% of runs below"),
    "chart.p25": ("25 % af kørslerne under", "25% of runs below"),
    "chart.p50": ("Median", "Median"),
    "chart.p75": ("25 % af kørslerne over", "25% of runs above"),
    "chart.p95": ("5 % af kørslerne over", "5% of runs above"),
    "chart.goal": ("Mål", "Goal"),
    "chart.threshold": ("Grænse", "Threshold"),
    "chart.goal.note": ("mål {threshold}, {month}", "goal {threshold}, {month}"),
    "chart.save_png": ("Gem som PNG", "Save as PNG"),
    "chart.save_svg": ("Gem som SVG", "Save as SVG"),
    "chart.stored": ("Diagrammet er gemt i {file}", "The chart is stored in {file}"),
    "chart.menu": ("Gem diagrammet", "Save the chart"),
}
