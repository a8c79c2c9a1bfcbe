"""Texts of what is wrong with a calibration, its fits and the stock kept beside them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.calibration.not_based": (
        "'{name}', som kalibreringen '{name2}' ikke bygger på",
        "'{name}', on which the calibration '{name2}' is not based",
    ),
    "error.calibration.choose": ("Vælg med --calibration: {fit}.", "Choose with --calibration: {fit}."),
    "error.calibration.init": ("`simcase init . --municipality NAVN` skriver en.", "`simcase init . --municipality NAME` writes one."),
    "error.calibration.based": ("'{name}' selv eller en kalibrering, der bygger på den", "'{name}' itself or a calibration based on it"),
    "error.calibration.calibrate_writes": ("`simcase calibrate` skriver begge igen.", "`simcase calibrate` writes both anew."),
    "error.calibration.forecast_writes": ("`simcase forecast --save` skriver begge igen.", "`simcase forecast --save` writes both anew."),
    "error.based.on_this": ("'{name}', som bygger på denne", "'{name}', which is based on this one"),
    "error.calibration.not_itself": ("en kalibrering, der ikke bygger på sig selv", "a calibration that is not based on itself"),
    "error.calibration.section_once": (
        "hvert afsnit én gang (det står allerede i {shown})",
        "each section once (it stands in {shown} already)",
    ),
    "error.calibration.section_again": ("afsnittet '{section}' igen", "the section '{section}' again"),
    "error.calibration.no_yaml": ("ingen YAML-fil i {as_posix}", "no YAML file in {as_posix}"),
    "error.calibration.folder": ("en mappe med en kalibrering", "a folder with a calibration"),
    "error.fit.called": (
        "et navn på tilpasningen; '{unfitted}' er det, der er skønnet før den første",
        "a name for the fit; '{unfitted}' is what is judged before the first",
    ),
    "error.fit.sha": ("en fil med SHA-256 {digest}...", "a file with the SHA-256 {digest}..."),
    "error.fit.written_with": ("en, der er skrevet med denne tilpasning ({named}...)", "one written with this fit ({named}...)"),
    "error.fit.names_none": ("ingen, for denne tilpasning nævner ingen", "none, for this fit names none"),
    "error.fit.found_at": ("{found} ved {shown_path}", "{found} at {shown_path}"),
    "error.fit.with_file": (
        "en tilpasning med en fil i mappen 'fits'; `simcase calibrate` skriver den",
        "a fit with a file in the folder 'fits'; `simcase calibrate` writes it",
    ),
    "error.id.again": ("'{id}' igen", "'{id}' again"),
    "error.fit.unknown_once": ("hver ukendt størrelse én gang", "each unknown once"),
    "error.fit.covariance": (
        "{n} rækker med lige så mange tal, en for hver ukendt størrelse",
        "{n} rows of as many, one for each parameter",
    ),
    "error.fit.rows_of": ("rækker med {rows}", "rows of {rows}"),
    "error.calibration.one_here": (
        "et i denne kalibrering eller i en, den bygger på",
        "one in this calibration or in one that it is based on",
    ),
    "error.calibration.no_section": ("intet afsnit '{name}'", "no section '{name}'"),
    "error.stock.array": ("en talrække", "an array"),
    "error.stock.another_file": ("en anden fil, end da tilpasningen blev læst", "another file than when the fit was read"),
    "error.stock.same_file": ("den samme fil", "the same file"),
    "error.stock.mb": ("{size} MB talrækker", "{size} MB of arrays"),
    "error.stock.at_most_mb": ("højst {largest} MB", "at most {largest} MB"),
    "error.stock.as_written": ("talrækker, som de blev skrevet", "arrays as they were written"),
    "error.stock.not_from_0": ("tal, der ikke går fra 0 til antallet af donorer", "numbers that do not go from 0 to the donors there are"),
    "error.stock.rise": ("tal, der stiger fra 0 til {n}", "numbers that rise from 0 to {n}"),
    "error.stock.weights": ("vægte, der falder eller ikke ender på 1", "weights that fall or do not end at 1"),
    "error.stock.cumulated": ("summerede vægte for hver tilstand, der ender på 1", "cumulated weights of each state, which end at 1"),
    "error.stock.no_numbers": ("værdier, der ikke er tal", "values that are no numbers"),
    "error.stock.anew": ("`simcase calibrate` skriver den igen.", "`simcase calibrate` writes it anew."),
    "error.stock.row_each": (
        "en række for hver af {n} {of}, en kolonne pr. medlem, værdier op til {farthest:.0f}",
        "a row for each of {n} {of}, a column a member, values to {farthest:.0f}",
    ),
    "error.stock.another_array": ("en anden talrække, {shape}", "another array, {shape}"),
    "error.stock.values": ("værdier fra {low:.17g} til {high:.17g}", "values from {low:.17g} to {high:.17g}"),
    "error.stock.values_or": ("værdier fra {low:.17g} til {high:.17g} eller uendelig", "values from {low:.17g} to {high:.17g} or infinity"),
    "error.stock.unreadable": ("en fil, der ikke kan læses", "a file that cannot be read"),
}
