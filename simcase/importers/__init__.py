"""Foreign data become calibration files: spell histories, Jobindsats, StatBank Denmark."""

from simcase.importers.counts import mapped, pairs
from simcase.importers.from_jobindsats import Brought, Wanted, import_jobindsats
from simcase.importers.from_statbank import Question, import_population, import_recipients
from simcase.importers.imported import import_spells
from simcase.importers.jobindsats import tables
from simcase.importers.municipality import MISSING, scaffold
from simcase.importers.privacy import refuse_named
from simcase.importers.spells import Reading
from simcase.importers.survival import curves
from simcase.importers.told import document

__all__ = [
    "MISSING",
    "Brought",
    "Question",
    "Reading",
    "Wanted",
    "curves",
    "document",
    "import_jobindsats",
    "import_population",
    "import_recipients",
    "import_spells",
    "mapped",
    "pairs",
    "refuse_named",
    "scaffold",
    "tables",
]
