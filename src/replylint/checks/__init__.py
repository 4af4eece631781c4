"""The kinds of test a rule applies, one module each, in an explicit list. Checks know no language."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from replylint.checks.count import count
from replylint.checks.first import first
from replylint.checks.forbid import forbid
from replylint.checks.match import match
from replylint.checks.measure import measure
from replylint.checks.name import name
from replylint.checks.reading import Check
from replylint.checks.require import require
from replylint.errors import Problem, RulebookError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from replylint.checks.reading import Judge
    from replylint.rulebook.model import Rule, RuleUse

PLUGINS = "replylint.checks"
CHECKS: Mapping[str, Callable[[Rule, RuleUse], Check]] = {
    "require": require,
    "forbid": forbid,
    "measure": measure,
    "count": count,
    "first": first,
    "match": match,
    "name": name,
}


def check_of(rule: Rule, use: RuleUse) -> Check:
    """Make the check of a rule as a channel uses it; a `plugin` comes from an installed package.

    Raises RulebookError when no installed package offers the plugin.
    """
    if rule.check != "plugin":
        return CHECKS[rule.check](rule, use)
    points = {point.name: point for point in entry_points(group=PLUGINS)}
    wanted = rule.options["plugin"]
    if wanted not in points:
        file, line, column, _ = rule.place
        known = nearest(wanted, points) or "; no installed package offers one"
        raise RulebookError([Problem(file, line, column, "check.plugin", f'unknown check "{wanted}"{known}')])
    make: Callable[[Mapping[str, Any]], Judge] = points[wanted].load()
    return Check(make(rule.options["options"]))
