"""YAML to a typed rulebook, or every problem at once with file:line:column."""

from replylint.rulebook.load import load
from replylint.rulebook.model import (
    ActFile,
    Channel,
    Condition,
    Entry,
    Example,
    FixPlan,
    NameLists,
    Rule,
    RuleBook,
    RuleUse,
    Weights,
)

__all__ = [
    "ActFile",
    "Channel",
    "Condition",
    "Entry",
    "Example",
    "FixPlan",
    "NameLists",
    "Rule",
    "RuleBook",
    "RuleUse",
    "Weights",
    "load",
]
