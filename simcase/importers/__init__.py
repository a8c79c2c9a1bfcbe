"""Foreign data -> calibration files: spell histories, Jobindsats, StatBank Denmark."""

from simcase.importers.imported import import_spells
from simcase.importers.spells import Reading
from simcase.importers.told import document

__all__ = ["Reading", "document", "import_spells"]
