"""The public API: every verb of the command line as a function, whose figures are polars tables and Altair charts.

Each name is imported when it is first asked for, so that nobody waits for a library of charts to read a scenario.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simcase.late import late

if TYPE_CHECKING:
    from simcase.api.drawing import chart, figures, report
    from simcase.api.evaluation import backtest, backtest_panel, calibrate, forecast, information, sensitivity
    from simcase.api.importing import import_refunds
    from simcase.api.models import check, explain, law, load, scenarios
    from simcase.api.questions import breakeven, followup, goals, portfolio, solve
    from simcase.api.runs import compare, register, reopen, results, run, trace
    from simcase.evaluate import PanelQuestion
    from simcase.importers import Wish, import_jobindsats, import_population, import_recipients, import_spells, write_refusion_steps
    from simcase.study import Ledger, Request

__all__ = [
    "Ledger",
    "PanelQuestion",
    "Request",
    "Wish",
    "backtest",
    "backtest_panel",
    "breakeven",
    "calibrate",
    "chart",
    "check",
    "compare",
    "explain",
    "figures",
    "followup",
    "forecast",
    "goals",
    "import_jobindsats",
    "import_population",
    "import_recipients",
    "import_refunds",
    "import_spells",
    "information",
    "law",
    "load",
    "portfolio",
    "register",
    "reopen",
    "report",
    "results",
    "run",
    "scenarios",
    "sensitivity",
    "solve",
    "trace",
    "write_refusion_steps",
]

MODULES: Final = {
    "simcase.api.drawing": ("chart", "figures", "report"),
    "simcase.api.evaluation": ("backtest", "backtest_panel", "calibrate", "forecast", "information", "sensitivity"),
    "simcase.api.importing": ("import_refunds",),
    "simcase.api.models": ("check", "explain", "law", "load", "scenarios"),
    "simcase.api.questions": ("breakeven", "followup", "goals", "portfolio", "solve"),
    "simcase.api.runs": ("compare", "register", "reopen", "results", "run", "trace"),
    "simcase.evaluate": ("PanelQuestion",),
    "simcase.importers": ("Wish", "import_jobindsats", "import_population", "import_recipients", "import_spells", "write_refusion_steps"),
    "simcase.study": ("Ledger", "Request"),
}
"""The names of each module."""

__getattr__ = late(__name__, {name: module for module, names in MODULES.items() for name in names})


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
