"""The model as one who foresees a panel: it learns from the counts of a place up to the origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from simcase import tidy
from simcase.calibrate.counts import Counts
from simcase.calibrate.learning import MEMBERS, begun, goes_on, learn, shown
from simcase.calibrate.likely import Municipality, placed_at, seasons_of
from simcase.declare import AS_IS
from simcase.defaults import SEED
from simcase.evaluate.panel import Known
from simcase.model import resolve
from simcase.vocabulary import Floats, add_months, months_between

LINES: Final = {"kontanthjaelp_fulltime": "kontanthjaelp", "unemployed_a_dagpenge": "a_dagpenge"}
"""The line that each measure counts."""
CALIBRATION: Final = "any-municipality"


@dataclass(frozen=True, slots=True)
class ModelForecaster:
    """Likely municipalities that learn from what is known of a place."""

    members: int = MEMBERS
    seed: int = SEED

    @property
    def identity(self) -> Mapping[str, object]:
        """Return what its forecasts depend on besides counts."""
        digest = resolve(AS_IS, calibration=CALIBRATION).digest
        return {"name": "model", "members": self.members, "seed": self.seed, "model": digest, "code": tidy.code_digest()}

    def __call__(self, known: Known, ahead: int) -> Mapping[str, Floats]:
        """Return what each member has in the months after the origin, by measure that the model knows (shape: members, ahead)."""
        measures = [each for each in known.counts if each in LINES]
        if not measures:
            return {}
        first = max(known.counts[each].first for each in measures)
        months = months_between(first, known.origin) + 1
        counts = Counts(
            first, tuple(LINES[each] for each in measures), np.array([known.counts[each].persons[-months:] for each in measures])
        )
        model = resolve(AS_IS, calibration=CALIBRATION)
        seasons = seasons_of(model)
        end = add_months(known.origin, 1 + ahead).toordinal() - 1
        here = replace(placed_at(model, counts, seasons), end=date.fromordinal(end))
        place = Municipality(here, counts.lines, seasons, self.seed)
        *_, last = learn(place, counts, begun(place, self.members), partial(shown, place))
        figures = shown(place, last.values)
        persons = (figures * goes_on(place, figures, counts, last.chance))[:, :, months:]
        return {each: persons[:, line] for line, each in enumerate(measures)}
