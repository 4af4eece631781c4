"""Throughput, tail latency and growth of Linter.lint. Run: python tests/benchmarks/throughput.py"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from replies import replies

from replylint import Draft, Linter

ROUNDS = 5


def main() -> None:
    """Print the figures."""
    began = time.perf_counter()
    linter = Linter()
    print(f"build the linter: {time.perf_counter() - began:.2f} s")
    for language in ("en", "ar"):
        for label, drafts in (
            ("with the customer's message", replies(language, 2000)),
            ("the reply alone", [d.model_copy(update={"customer_message": None}) for d in replies(language, 2000)]),
        ):
            words = statistics.mean(len(draft.text.split()) for draft in drafts)
            rates = []
            for _ in range(ROUNDS):
                began = time.process_time()
                for draft in drafts:
                    linter.lint(draft)
                rates.append(len(drafts) / (time.process_time() - began))
            times = []
            for draft in drafts:
                began = time.perf_counter()
                linter.lint(draft)
                times.append(time.perf_counter() - began)
            times.sort()
            p95 = times[int(0.95 * len(times))] * 1000
            print(
                f"{language}, {words:.0f} words, {label}: {statistics.median(rates):,.0f} replies/s on one core, p95 {p95:.3f} ms"
            )
    print("growth:")
    for language in ("en", "ar"):
        for words in (100, 1_000, 10_000, 100_000):
            draft: Draft = replies(language, 1, words)[0]
            best = min(_seconds(linter, draft) for _ in range(3))
            print(f"  {language}, {words:,} words: {best * 1000:.2f} ms, {best / words * 1e6:.2f} µs a word")


def _seconds(linter: Linter, draft: Draft) -> float:
    began = time.perf_counter()
    linter.lint(draft)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
