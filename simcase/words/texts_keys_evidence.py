"""What the keys of fits, of mappings and of backtests mean and in what unit: `key.CLASS.KEY`, as in `texts_keys`."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "key.FitFile.fit": ("Tilpasningens navn.", "The name of the fit."),
    "key.FitFile.calibration": ("Den kalibrering, den er af.", "The calibration that it is of."),
    "key.FitFile.parameters": ("Det, de ubekendte blev.", "What the unknowns became."),
    "key.FitFile.covariance": (
        "Hvor usikre de er: kovarians mellem deres logaritmer, i samme orden.",
        "How uncertain they are: the covariance of their logarithms, in the same order.",
    ),
    "key.FitFile.donors": (
        "Kontrolsum (SHA-256) af den startbestand, der ligger ved siden af.",
        "The checksum (SHA-256) of the starting stock that stands beside it.",
    ),
    "key.FitFile.members": (
        "Kontrolsum (SHA-256) af de sandsynlige kommuner ved siden af, når der er lært af månedstal.",
        "The checksum (SHA-256) of the likely municipalities beside it, where it was learned from monthly counts.",
    ),
    "key.FitFile.known_until": (
        "Den sidste dag før månedstallene; derfra går økonomien, som den gør i de sandsynlige kommuner.",
        "The last day before the counts; from then on the economy goes as in the likely municipalities.",
    ),
    "key.FitFile.provenance": ("Hvordan den blev til: skrives af simcase.", "How it came about: written by simcase."),
    "key.Mapping.columns": ("Filens navn for hver af vores kolonner.", "The file's name for each of our columns."),
    "key.Mapping.states": ("De koder, der står for hver tilstand.", "The codes that stand for each state."),
    "key.Mapping.blank": ("Den tilstand, en tom celle står for.", "The state that an empty cell stands for."),
    "key.Mapping.weeks": (
        "Det, ugekolonners navne begynder med: med y_ er y_1832 uge 32 i 2018.",
        "What the names of weekly columns begin with: with y_, y_1832 is week 32 of 2018.",
    ),
    "key.CaseFile.title": ("Det, tabeller og figurer kalder prøven.", "What tables and charts call the backtest."),
    "key.CaseFile.calibration": ("Den kalibrering, der spås med.", "The calibration that the forecast is made with."),
    "key.CaseFile.scenario": ("Det scenarie, der spås om.", "The scenario that the forecast is of."),
    "key.CaseFile.forecast_date": ("Den dag, prognosen er fra; intet senere er kendt.", "The day of the forecast; nothing later is known."),
    "key.CaseFile.until": ("Prognosens sidste dag.", "The last day of the forecast."),
    "key.CaseFile.replications": ("Gentagelser, der simuleres.", "Replications that are simulated."),
    "key.CaseFile.seed": ("Tallet, tilfældet begynder fra.", "The number that chance begins from."),
    "key.CaseFile.series": ("Det, der spås om.", "What is forecast."),
    "key.CaseFile.decided": (
        "Det, der blev besluttet, før nogen så, hvordan det gik.",
        "What was decided before any score was seen.",
    ),
    "key.CaseFile.short": ("Det, prøven ikke kan vise.", "What the backtest cannot show."),
    "key.Series.of": ("De tilstande, der tælles i.", "The states that are counted in."),
    "key.Series.count": (
        "`day`: personer på dagen. `month`: gennemsnittet af den måned, dagen ligger i.",
        "`day`: persons on the day. `month`: the average of the month that holds the day.",
    ),
    "key.Series.share": (
        "Hvor stor en del af modellens personer kilden tæller. Uden linjen 1.",
        "What share of the model's persons the source counts. Without it, 1.",
    ),
    "key.Series.known": ("De tal, der var kendt.", "The counts that were known."),
    "key.Known.on": ("Dagen, tallet er for.", "The day that the count is of."),
    "key.Known.se": (
        "Standardfejlen i personer; uden den tilpasses der ikke efter tallet.",
        "The standard error in persons; without it the fit does not go by the count.",
    ),
    "key.OutcomesFile.case": ("Prøvens navn, når filen står alene.", "The name of the backtest, where the file stands by itself."),
    "key.OutcomesFile.outcomes": ("Det, der skete.", "What came after."),
    "key.Observed.series": ("Den række, tallet hører til.", "The series that the count belongs to."),
    "key.Observed.on": ("Dagen, tallet er for.", "The day that the count is of."),
}
