"""The public API: a request becomes finished tables."""

from simcase.study.explain import budget_figure, explain
from simcase.study.headcounts import headcounts
from simcase.study.request import FEWEST, Request
from simcase.study.trace import trace
from simcase.study.work import Comparison, Told, compare, run, silent

__all__ = ["FEWEST", "Comparison", "Request", "Told", "budget_figure", "compare", "explain", "headcounts", "run", "silent", "trace"]
