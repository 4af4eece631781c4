"""Counts of hits and errors, and what they say: precision, recall, F1 with a 95 % interval.

The interval of F1 is Wilson's for the share p = TP / (TP + FP + FN), carried over by F1 = 2p / (1 + p), which grows
with p.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

_Z = 1.96


@dataclass(slots=True)
class Score:
    """Counts of one act in one group of replies."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0
    rejections: int = 0

    def add(self, *, expected: bool, found: bool) -> None:
        """Count one reply."""
        if expected and found:
            self.hits += 1
        elif found:
            self.false_alarms += 1
        elif expected:
            self.misses += 1
        else:
            self.rejections += 1

    @property
    def precision(self) -> float | None:
        """The share of right ones in what was found; None when nothing was found."""
        return _share(self.hits, self.hits + self.false_alarms)

    @property
    def recall(self) -> float | None:
        """The share found of what is there; None when nothing is there."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None when nothing is there and nothing was found."""
        return _share(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)

    def interval(self) -> tuple[float, float] | None:
        """A 95 % interval for F1."""
        return wilson(self.hits, self.hits + self.false_alarms + self.misses, dice=True)

    def plain(self) -> dict[str, Any]:
        """Give all of it as plain data."""
        return {
            "true_positive": self.hits,
            "false_positive": self.false_alarms,
            "false_negative": self.misses,
            "true_negative": self.rejections,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "f1_interval": self.interval(),
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def wilson(part: int, whole: int, *, dice: bool = False) -> tuple[float, float] | None:
    """Give Wilson's 95 % interval of a proportion; with `dice`, that of F1 = 2p / (1 + p) for p = TP/(TP+FP+FN).

    >>> low, high = wilson(9, 10)
    >>> round(low, 2), round(high, 2)
    (0.6, 0.98)
    """
    if not whole:
        return None
    share = part / whole
    spread = _Z * sqrt(share * (1 - share) / whole + _Z * _Z / (4 * whole * whole))
    middle = share + _Z * _Z / (2 * whole)
    scale = 1 + _Z * _Z / whole
    low, high = max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
    return (2 * low / (1 + low), 2 * high / (1 + high)) if dice else (low, high)
