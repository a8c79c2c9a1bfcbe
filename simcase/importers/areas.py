"""Names of municipalities: in the letters that folders have, and found again among those of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable


def slug(name: str) -> str:
    """Return a municipality's name in the letters that calibrations are named with.

    >>> slug("Hillerød"), slug("Ringkøbing-Skjern"), slug("Høje-Taastrup"), slug("Ærø")
    ('hilleroed', 'ringkoebing-skjern', 'hoeje-taastrup', 'aeroe')
    """
    plain = name.strip().lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def area_called(name: str, areas: Iterable[str]) -> str | None:
    """Return the area that a name means: the one written so, else the only one whose name is the same in the letters of folders.

    >>> area_called("Holbaek", ["Holbæk", "Hele landet"]), area_called("Åbenrå Kommune", ["Aabenraa"]), area_called("Herlev", ["Herning"])
    ('Holbæk', 'Aabenraa', None)
    >>> area_called("Aaby", ["Åby", "AABY"]), area_called("aa-by", ["Åby", "Aa By", "Aa-by"])
    ('AABY', 'Aa-by')
    """
    known = sorted(set(areas))
    alike = [each for each in known if _plain(each) == _plain(name)]
    written = [each for each in known if each.casefold() == name.strip().casefold()]
    return written[0] if written else alike[0] if len(alike) == 1 else None


def _plain(name: str) -> str:
    """Return a name in the letters of folders, without what tables add to it."""
    return slug(name).removesuffix("-kommune")
