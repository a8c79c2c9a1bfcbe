"""The public API: a request becomes finished tables."""

from simcase.study.breakeven import breakeven
from simcase.study.explain import budget_figure, explain
from simcase.study.followup import Followup, Ledger, followup
from simcase.study.goals import goals
from simcase.study.grid import grids
from simcase.study.headcounts import goals_by_line, headcounts
from simcase.study.register import register
from simcase.study.reopened import Shown, against, check_intervals, reopened
from simcase.study.request import FEWEST, Request
from simcase.study.shifted import Shifted, shifted
from simcase.study.solve import solve
from simcase.study.tabled import Answer, Tabled
from simcase.study.trace import trace
from simcase.study.work import Comparison, compare, run, silent

__all__ = [
    "FEWEST",
    "Answer",
    "Comparison",
    "Followup",
    "Ledger",
    "Request",
    "Shifted",
    "Shown",
    "Tabled",
    "against",
    "breakeven",
    "budget_figure",
    "check_intervals",
    "compare",
    "explain",
    "followup",
    "goals",
    "goals_by_line",
    "grids",
    "headcounts",
    "register",
    "reopened",
    "run",
    "shifted",
    "silent",
    "solve",
    "trace",
]
