"""A request becomes typed results: numbers only, no words."""

from simcase.study.breakeven import breakeven
from simcase.study.compare import Comparison, compare
from simcase.study.cost_split import cost_split
from simcase.study.event_register import event_register
from simcase.study.explain import budget_figure, explain
from simcase.study.followup import Followup, Ledger, followup
from simcase.study.goals import goals
from simcase.study.grid import grids
from simcase.study.headcounts import goals_by_line, headcounts
from simcase.study.law import law_changes
from simcase.study.open_runs import Shown, against, check_intervals, open_runs
from simcase.study.portfolio import Portfolio, portfolio
from simcase.study.request import Request
from simcase.study.run import run
from simcase.study.simulate import silent
from simcase.study.solve import solve
from simcase.study.tabled import Answer, Tabled
from simcase.study.trace import trace

__all__ = [
    "Answer",
    "Comparison",
    "Followup",
    "Ledger",
    "Portfolio",
    "Request",
    "Shown",
    "Tabled",
    "against",
    "breakeven",
    "budget_figure",
    "check_intervals",
    "compare",
    "cost_split",
    "event_register",
    "explain",
    "followup",
    "goals",
    "goals_by_line",
    "grids",
    "headcounts",
    "law_changes",
    "open_runs",
    "portfolio",
    "run",
    "silent",
    "solve",
    "trace",
]
