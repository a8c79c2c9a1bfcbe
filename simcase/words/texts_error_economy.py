"""Texts of what is wrong with the economy of a calibration."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.economy.month_end": ("den sidste dag i en måned", "the last day of a month"),
    "error.economy.has_process": ("en kalibrering, hvis økonomi har denne proces", "a calibration with an economy that has this process"),
    "error.economy.no_transition": (
        "intet skift fra de nævnte tilstande til de nævnte",
        "no transition from the states named to those named",
    ),
    "error.number.one_at_least": ("mindst ét", "one at least"),
    "error.economy.move_held": (
        "skiftet fra {again} til {again2}, som '{loaded}' indeholder",
        "the move from {again} to {again2}, which '{loaded}' holds",
    ),
    "error.economy.move_once": ("hvert skift i én af en proces' grupper", "each move in one of a process's groups"),
    "error.economy.product": ("{value:,g} gange en spredning på {value2:,g}", "{value:,g} times a spread of {value2:,g}"),
    "error.economy.product_within": (
        "et produkt fra -{strongest_log:,g} til {strongest_log:,g}",
        "a product from -{strongest_log:,g} to {strongest_log:,g}",
    ),
}
