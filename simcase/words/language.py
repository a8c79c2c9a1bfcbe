"""Which of the two languages a user reads."""

from __future__ import annotations

from collections.abc import Mapping

DANISH = "da"
ENGLISH = "en"
LANGUAGES = (DANISH, ENGLISH)

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a locale is stated, the strongest first."""


def language(environment: Mapping[str, str]) -> str:
    """Return the language asked for: SIMCASE_LANG, else the locale, else Danish.

    >>> language({"LANG": "en_GB.UTF-8"}), language({"LANG": "C.UTF-8"}), language({"LANG": "en_GB", "SIMCASE_LANG": "da"})
    ('en', 'da', 'da')
    """
    named = environment.get("SIMCASE_LANG", "").lower()
    if named in LANGUAGES:
        return named
    locale = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return ENGLISH if locale.lower().startswith(ENGLISH) else DANISH
