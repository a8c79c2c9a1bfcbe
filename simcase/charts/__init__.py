"""Charts: a table goes in, a chart comes out; nothing is read, written or computed here."""

from simcase.charts.bars import budget_plan, flows, full_year, goals, price_volume, refusion, sensitivity, tornado, went
from simcase.charts.case import difference, payback, waterfall
from simcase.charts.headcount import headcount
from simcase.charts.hundred import hundred
from simcase.charts.life import life
from simcase.charts.mixes import portfolio
from simcase.charts.months import backtest, composition, forecast, long_term, programmes
from simcase.charts.moving import moving_persons
from simcase.charts.panel import panel
from simcase.charts.ribbons import ribbons
from simcase.charts.survival import survival
from simcase.charts.theme import config, embed_options

__all__ = [
    "backtest",
    "budget_plan",
    "composition",
    "config",
    "difference",
    "embed_options",
    "flows",
    "forecast",
    "full_year",
    "goals",
    "headcount",
    "hundred",
    "life",
    "long_term",
    "moving_persons",
    "panel",
    "payback",
    "portfolio",
    "price_volume",
    "programmes",
    "refusion",
    "ribbons",
    "sensitivity",
    "survival",
    "tornado",
    "waterfall",
    "went",
]
