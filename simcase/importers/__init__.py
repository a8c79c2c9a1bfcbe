"""Foreign data become calibration files: spell histories, Jobindsats, StatBank Denmark."""

from simcase.importers.counts import pairs, states_by_name
from simcase.importers.from_jobindsats import ImportResult, Wanted, import_jobindsats
from simcase.importers.from_statbank import Question, import_population, import_recipients
from simcase.importers.import_spells import import_spells
from simcase.importers.jobindsats import tables
from simcase.importers.monthly import Wish, counts_from
from simcase.importers.municipality import scaffold
from simcase.importers.privacy import refuse_named
from simcase.importers.refund_stock import write_refusion_steps
from simcase.importers.refunds import RefundResult, import_refunds
from simcase.importers.spells import Reading
from simcase.importers.spells_result import spells_result
from simcase.importers.survival import curves

__all__ = [
    "ImportResult",
    "Question",
    "Reading",
    "RefundResult",
    "Wanted",
    "Wish",
    "counts_from",
    "curves",
    "import_jobindsats",
    "import_population",
    "import_recipients",
    "import_refunds",
    "import_spells",
    "pairs",
    "refuse_named",
    "scaffold",
    "spells_result",
    "states_by_name",
    "tables",
    "write_refusion_steps",
]
