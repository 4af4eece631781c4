"""replylint: the linter for customer-support replies, in Arabic and English.

>>> import replylint
>>> report = replylint.lint("تم شحن طلبك.", customer_message="طلبي متأخر أسبوع!", subject="طلبك 4471")
>>> report.passed, report.findings[0].rule
(False, 'greeting-missing')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from replylint.api import lint
    from replylint.book import Rulebook
    from replylint.errors import ConfigError, DraftError, ReplylintError, RulebookError
    from replylint.fix import apply_fixes
    from replylint.linter import Linter
    from replylint.model import Act, Agent, Customer, Draft, Edit, Finding, Fix, Report, Verdict

__version__ = "0.1.0"
__all__ = [
    "Act",
    "Agent",
    "ConfigError",
    "Customer",
    "Draft",
    "DraftError",
    "Edit",
    "Finding",
    "Fix",
    "Linter",
    "ReplylintError",
    "Report",
    "Rulebook",
    "RulebookError",
    "Verdict",
    "apply_fixes",
    "lint",
]
_ROOMS = {
    "replylint.api": ("lint",),
    "replylint.book": ("Rulebook",),
    "replylint.errors": ("ConfigError", "DraftError", "ReplylintError", "RulebookError"),
    "replylint.fix": ("apply_fixes",),
    "replylint.linter": ("Linter",),
    "replylint.model": ("Act", "Agent", "Customer", "Draft", "Edit", "Finding", "Fix", "Report", "Verdict"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: nothing is loaded at import."""
    from importlib import import_module  # noqa: PLC0415

    for room, names in _ROOMS.items():
        if name in names:
            value = getattr(import_module(room), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
