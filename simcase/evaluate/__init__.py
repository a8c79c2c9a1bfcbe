"""Runs -> trust: how much a figure depends on what is not known."""

from simcase.evaluate.sensitivity import Method, Question, Row, Sensitivity, sensitivity

__all__ = ["Method", "Question", "Row", "Sensitivity", "sensitivity"]
