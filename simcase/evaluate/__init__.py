"""How far runs can be trusted: forecasts held against what came after, and how much a figure depends on what is not known."""

from simcase.evaluate.cases import Case, names, read_case, read_outcomes
from simcase.evaluate.forecast import Forecast, all_stored, forecast, stored
from simcase.evaluate.forecast_record import ForecastRecord, SeriesRecord
from simcase.evaluate.information import Information, InformationResult, Worth, information, information_of
from simcase.evaluate.new_outcomes import add_outcomes, case_of
from simcase.evaluate.panel import Known, Months
from simcase.evaluate.panel_backtest import AHEAD, MEASURES, PanelBacktest, PanelQuestion, panel_backtest
from simcase.evaluate.panel_forecast import Forecaster, forecasts_csv
from simcase.evaluate.panel_scores import OriginScore, PanelResult, PanelScore
from simcase.evaluate.scores import NAIVE, crps, naive
from simcase.evaluate.sensitivity import Method, Question, Sensitivity, kept, sensitivity
from simcase.evaluate.sensitivity import Row as Swing
from simcase.evaluate.sensitivity_result import SensitivityResult, sensitivity_result
from simcase.evaluate.simple import SIMPLE, YARDSTICK
from simcase.evaluate.verdict import Against, BacktestResult, Judged, OutcomeRow, judge

__all__ = [
    "AHEAD",
    "MEASURES",
    "NAIVE",
    "SIMPLE",
    "YARDSTICK",
    "Against",
    "BacktestResult",
    "Case",
    "Forecast",
    "ForecastRecord",
    "Forecaster",
    "Information",
    "InformationResult",
    "Judged",
    "Known",
    "Method",
    "Months",
    "OriginScore",
    "OutcomeRow",
    "PanelBacktest",
    "PanelQuestion",
    "PanelResult",
    "PanelScore",
    "Question",
    "Sensitivity",
    "SensitivityResult",
    "SeriesRecord",
    "Swing",
    "Worth",
    "add_outcomes",
    "all_stored",
    "case_of",
    "crps",
    "forecast",
    "forecasts_csv",
    "information",
    "information_of",
    "judge",
    "kept",
    "naive",
    "names",
    "panel_backtest",
    "read_case",
    "read_outcomes",
    "sensitivity",
    "sensitivity_result",
    "stored",
]
