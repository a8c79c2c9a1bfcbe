"""Layers over each other and panels beside each other, put together without a copy of all that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

import altair as alt

Joined = TypeVar("Joined", alt.LayerChart, alt.ConcatChart, alt.HConcatChart, alt.VConcatChart)
FIELDS: Final = {alt.LayerChart: "layer", alt.ConcatChart: "concat", alt.HConcatChart: "hconcat", alt.VConcatChart: "vconcat"}
"""Where each kind of chart holds its parts."""


def joined(kind: type[Joined], parts: Sequence[Any], data: Any = alt.Undefined, **looks: Any) -> Joined:  # noqa: ANN401 - altair's own
    """Return charts, which are used up, as parts of one; the data that all of them draw stand once, above them.

    Altair does the same, but copies each part up to five times at every level, with the two hundred fields of each. What it lifts besides
    data, selections and the sizes of layers, our parts have not.
    """
    chart = kind(data=data, **looks)
    if data is alt.Undefined and all(each.data is parts[0].data for each in parts):
        chart.data = parts[0].data
    for each in parts:
        each.data = alt.Undefined if each.data is chart.data else each.data
        if isinstance(each, alt.Chart) and isinstance(each.mark, alt.MarkDef):
            each.mark = each.mark.to_dict(validate=False)  # the few of its fields that say something
    chart[FIELDS[kind]] = list(parts)
    return chart
