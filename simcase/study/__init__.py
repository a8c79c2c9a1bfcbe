"""The public API: a request becomes finished tables."""

from simcase.study.explain import explain
from simcase.study.headcounts import headcounts
from simcase.study.request import FEWEST, Request
from simcase.study.trace import trace
from simcase.study.work import Comparison, Told, compare, run

__all__ = ["FEWEST", "Comparison", "Request", "Told", "compare", "explain", "headcounts", "run", "trace"]
