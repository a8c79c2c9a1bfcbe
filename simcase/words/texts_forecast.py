"""Texts of a forecast from monthly counts."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "forecast.about": (
        (
            "{title}. Lært af tal fra {first} til {last}, kalibrering {calibration}, {members} sandsynlige kommuner, tilfældigheder nr. "
            "{seed}. Simuleret."
        ),
        "{title}. Learned from counts of {first} to {last}, calibration {calibration}, {members} likely places, seed {seed}. Simulated.",
    ),
    "forecast.before": ("Begyndt med det, der var lært til og med {month}.", "Begun with what had been learned up to {month}."),
    "forecast.months": ("{line}: måned for måned, 1.000 kr.", "{line}: month by month, DKK 1,000"),
    "forecast.year": ("{year}: fuldtidspersoner i gennemsnit, 1.000 kr.", "{year}: full-time persons on average, DKK 1,000"),
    "forecast.all_years": ("Fuldtidspersoner i gennemsnit og kr. pr. år", "Full-time persons on average and DKK by year"),
    "forecast.all_months": ("Fuldtidspersoner og kr. måned for måned", "Full-time persons and DKK month by month"),
    "forecast.sheet_months": ("Måneder", "Months"),
    "forecast.sheet_years": ("År", "Years"),
    "forecast.sheet_learned": ("Lært", "Learned"),
    "forecast.counted": ("Måneder talt", "Months counted"),
    "forecast.so_far": (
        "Måneder talt i {year}: {months}. De indgår som talt, og kroner i forhold til dem.",
        "Months counted in {year}: {months}. They are in it as counted, with kroner in proportion.",
    ),
    "forecast.others": ("--csv, --json og -o har alle ydelser måned for måned.", "--csv, --json and -o have every benefit month by month."),
    "forecast.stored": ("Prognosen er gemt i {file}", "The forecast is stored in {file}"),
    "forecast.kept": (
        "Det lærte er gemt i {file}; simcase run {scenario} --calibration {calibration} --fit {fit} trækker de sandsynlige kommuner.",
        "What was learned is stored in {file}; simcase run {scenario} --calibration {calibration} --fit {fit} draws the likely places.",
    ),
    "forecast.persons": ("Fuldtidspersoner", "Full-time persons"),
    "forecast.gross": ("Brutto", "Gross"),
    "forecast.municipality": ("Netto", "Net"),
    "forecast.interval": ("9 af 10 udfald", "9 of 10 outcomes"),
    "forecast.learned": ("Hvad tallene har lært os", "What the counts taught"),
    "forecast.what": ("Størrelse", "Figure"),
    "forecast.first": ("Før", "Before"),
    "forecast.after": ("Efter", "After"),
    "forecast.between": ("9 af 10 udfald", "9 of 10 outcomes"),
    "forecast.stands": (
        "{process}: over eller under det sædvanlige (1 er et almindeligt udsving)",
        "{process}: above or below the usual (1 is a common swing)",
    ),
    "forecast.surprise": (
        "Længst fra det ventede: {line}, {score} gange så langt, som tal plejer at svinge. Op til 2 er der intet mærkeligt i.",
        "Farthest from what was foreseen: {line}, {score} times as far as counts commonly swing. Up to 2 there is nothing strange in it.",
    ),
    "forecast.kroner": (
        "Brutto er ydelsen i alt, netto kommunens del efter statens; i hvert års priser. Intervallet er antallets, ikke prisens.",
        "Gross is the whole benefit, net the municipality's part of it; in prices of each year. Intervals are of persons, not of prices.",
    ),
    "forecast.no_kroner": (
        "Kalibreringen har ingen satser, så der er ingen kroner.",
        "The calibration has no rates, so there are no kroner.",
    ),
    "forecast.note": (
        "Satser er gange kalibreringens egne; kun dem, tallene siger noget om, er vist. Love og tiltag er dem, scenariet har.",
        "Rates are times the calibration's own; only those the counts say something of are shown. Laws and initiatives are the scenario's.",
    ),
    "chart.forecast.title": ("Prognose ud fra månedstal", "Forecast from monthly counts"),
    "chart.forecast.about": (
        "{title}. Rude: talt. Linje og bånd: ventet (middel, 9 af 10 udfald over sandsynlige kommuner, simuleret).",
        "{title}. Diamond: counted. Line and band: foreseen (mean, 9 of 10 outcomes over likely places, simulated).",
    ),
    "chart.counted": ("Talt", "Counted"),
}
