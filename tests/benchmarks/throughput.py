"""Throughput, tail latency and growth of Linter.lint: python tests/benchmarks/throughput.py [--rules]

With --rules also what each rule costs: the time of a lint with all rules less that without this rule and the acts that
no other rule looks at. Takes some minutes; differences below 2 µs are noise.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from replies import replies

from replylint import Draft, Linter, Rulebook

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


def cost_of_rules() -> None:
    """Print what each rule costs, the dearest first."""
    book = Rulebook.load(packs=False).book
    drafts = [draft for language in ("en", "ar") for draft in replies(language, 300)]
    full = Linter(Rulebook(book))
    users: dict[str, set[str]] = {}
    for rule in book.rules.values():
        for act in {rule.options.get("act"), rule.options.get("in_public")} & set(book.acts):
            users.setdefault(act, set()).add(rule.name)
    needed = {"greeting", "complaint", "question"}  # names and conditions need them
    costs = {}
    for name in book.rules:
        acts = {act: value for act, value in book.acts.items() if users.get(act) != {name} or act in needed}
        rules = {key: rule for key, rule in book.rules.items() if key != name}
        channels = {
            key: replace(channel, uses={used: use for used, use in channel.uses.items() if used != name})
            for key, channel in book.channels.items()
        }
        without = Linter(Rulebook(replace(book, acts=acts, rules=rules, channels=channels)))
        # Side by side, since a machine is not equally fast all the time.
        pairs = [(_microseconds(full, drafts), _microseconds(without, drafts)) for _ in range(ROUNDS)]
        costs[name] = min(whole for whole, _ in pairs) - min(less for _, less in pairs)
    print(f"what each rule costs, of {_microseconds(full, drafts):.0f} µs a reply with its customer's message:")
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        print(f"  {name}: {cost:.0f} µs")


def _microseconds(linter: Linter, drafts: list[Draft]) -> float:
    began = time.process_time()
    for draft in drafts:
        linter.lint(draft)
    return (time.process_time() - began) / len(drafts) * 1e6


def _seconds(linter: Linter, draft: Draft) -> float:
    began = time.perf_counter()
    linter.lint(draft)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
    if "--rules" in sys.argv:
        cost_of_rules()
