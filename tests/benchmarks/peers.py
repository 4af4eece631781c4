"""replylint beside proselint on the same English replies, turn by turn in one run. Needs the extra `bench`.

The two do different work: proselint looks for bad prose, replylint for acts and etiquette. The ratio is context, not a race.
Run: python tests/benchmarks/peers.py
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import proselint.checks
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from replies import replies

from replylint import Linter

ROUNDS = 5


def main() -> None:
    """Print both rates and their ratio, round by round."""
    CheckRegistry().register_many(proselint.checks.__register__)
    linter = Linter()
    drafts = replies("en", 200)
    ratios = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for draft in drafts:
            LintFile("reply", draft.text).lint()
        between = time.process_time()
        for draft in drafts:
            linter.lint(draft)
        ended = time.process_time()
        theirs, ours = between - began, ended - between
        ratios.append(theirs / ours)
        print(
            f"proselint {len(drafts) / theirs:,.0f} replies/s, replylint {len(drafts) / ours:,.0f}, ratio {ratios[-1]:.1f}"
        )
    print(f"median ratio {statistics.median(ratios):.1f}")


if __name__ == "__main__":
    main()
