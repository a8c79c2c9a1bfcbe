"""Everything that simcase says, in Danish and English: the key, then (da, en)."""

from __future__ import annotations

from simcase.words.texts_backtest import BACKTEST
from simcase.words.texts_breakeven import BREAKEVEN
from simcase.words.texts_chart import CHART
from simcase.words.texts_common import COMMON
from simcase.words.texts_compare import COMPARE
from simcase.words.texts_doctor import DOCTOR
from simcase.words.texts_explain import EXPLAIN
from simcase.words.texts_files import FILES
from simcase.words.texts_fit import FIT
from simcase.words.texts_followup import FOLLOWUP
from simcase.words.texts_goals import GOALS
from simcase.words.texts_import import IMPORT
from simcase.words.texts_life import LIFE
from simcase.words.texts_money import MONEY
from simcase.words.texts_moving import MOVING
from simcase.words.texts_one_page import ONE_PAGE
from simcase.words.texts_report import REPORT
from simcase.words.texts_results import RESULTS
from simcase.words.texts_run import RUN
from simcase.words.texts_sensitivity import SENSITIVITY
from simcase.words.texts_sheets import SHEETS
from simcase.words.texts_workshop import WORKSHOP

CATALOGUE: dict[str, tuple[str, str]] = {
    **COMMON,
    **FILES,
    **RUN,
    **RESULTS,
    **COMPARE,
    **EXPLAIN,
    **DOCTOR,
    **CHART,
    **LIFE,
    **FIT,
    **MONEY,
    **MOVING,
    **FOLLOWUP,
    **REPORT,
    **ONE_PAGE,
    **SHEETS,
    **IMPORT,
    **GOALS,
    **BREAKEVEN,
    **SENSITIVITY,
    **WORKSHOP,
    **BACKTEST,
}
