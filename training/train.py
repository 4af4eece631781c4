"""Train the learned recogniser of complaints from the lines beside this file and the examples of the act.

    python training/train.py

Logistic regression by AdaGrad in a fixed order: the same lines give the same weights. It takes some ten seconds.
Prints how well it does on lines it has not seen (five parts, each left out once), with and without the phrases.
"""

from __future__ import annotations

import json
import sys
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from replylint.acts.features import features
from replylint.acts.learned import phrase_features
from replylint.acts.matcher import Matcher
from replylint.book import Rulebook
from replylint.text.view import view

HERE = Path(__file__).parent
ACT = "complaint"
PARTS = 5
ROUNDS = 30
RATE = 0.3
DECAY = 0.003  # how strongly weights are pulled towards 0
FEWEST_LINES = 2  # a feature of fewer lines is chance
SMALLEST = 0.03  # a smaller weight is left out


class Line(NamedTuple):
    """A training line: its features, those of the phrases, and what a reader said."""

    names: list[str]
    phrases: list[str]
    label: bool


def main() -> None:
    """Train, print the figures, write the weights."""
    lines = read()
    right = {"phrases": [0, 0, 0], "learned": [0, 0, 0]}
    for part in range(PARTS):
        rest = [line for number, line in enumerate(lines) if number % PARTS != part]
        bias, weights = train(rest)
        for line in lines[part::PARTS]:
            _count(right["phrases"], "PHRASE" in line.phrases, line.label)
            _count(right["learned"], score(line, bias, weights) > 0, line.label)
    for name, (hits, false, missed) in right.items():
        print(f"{name}: precision {hits / (hits + false):.3f}, recall {hits / (hits + missed):.3f}")
    bias, weights = train(lines)
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    path = HERE.parent / "rules" / "learned" / f"{ACT}.json"
    path.parent.mkdir(exist_ok=True)
    model = {"act": ACT, "of": "customer", "lines": len(lines), "bias": round(bias, 3), "weights": kept}
    path.write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(lines)} lines, {len(kept)} weights, {path.stat().st_size:,} bytes")


def read() -> list[Line]:
    """Read the training lines and the examples, and what the phrases of the rulebook find in them."""
    act = Rulebook.load(packs=False).book.acts[ACT]
    matcher = Matcher([act])
    labelled = [(example.text, example.good) for example in act.examples]
    for path in sorted(HERE.glob("customer_*.jsonl")):
        for row in path.read_text("utf-8").splitlines():
            data = json.loads(row)
            labelled.append((data["text"], data["labels"][ACT]))
    lines = []
    for text, label in labelled:
        seen = view(text)
        found = matcher.find(seen, lambda _, segments: segments[0])
        lines.append(Line([one.name for one in features(seen.flat)], phrase_features(found), label))
    return lines


def train(lines: list[Line]) -> tuple[float, dict[str, float]]:
    """Fit bias and weights."""
    counts: dict[str, int] = {}
    for line in lines:
        for name in line.names:
            counts[name] = counts.get(name, 0) + 1
    weights = {name: 0.0 for name, count in counts.items() if count >= FEWEST_LINES}
    weights.update(dict.fromkeys(("PHRASE", "MANY", "CUE"), 0.0))
    gone = dict.fromkeys(weights, 1.0)
    bias, bias_gone = 0.0, 1.0
    order = list(range(len(lines)))
    for round_ in range(ROUNDS):
        # Fixed, but not the order of the files: a step by a prime walks through all lines.
        for step in order:
            line = lines[(step * 7919 + round_) % len(lines)]
            size = sqrt(max(len(line.names), 1))
            known = [name for name in line.names if name in weights]
            total = sum(weights[name] for name in known) / size + sum(weights[name] for name in line.phrases) + bias
            error = line.label - 1 / (1 + exp(-max(-30.0, min(30.0, total))))
            for name in known:
                slope = error / size - DECAY * weights[name]
                gone[name] += slope * slope
                weights[name] += RATE * slope / sqrt(gone[name])
            for name in line.phrases:
                slope = error - DECAY * weights[name]
                gone[name] += slope * slope
                weights[name] += RATE * slope / sqrt(gone[name])
            bias_gone += error * error
            bias += RATE * error / sqrt(bias_gone)
    return bias, weights


def score(line: Line, bias: float, weights: dict[str, float]) -> float:
    """Weigh a line: above 0 it is more likely than not."""
    size = sqrt(max(len(line.names), 1))
    words = sum(weights.get(name, 0.0) for name in line.names) / size
    return words + sum(weights.get(name, 0.0) for name in line.phrases) + bias


def _count(counts: list[int], found: bool, label: bool) -> None:
    if found and label:
        counts[0] += 1
    elif found:
        counts[1] += 1
    elif label:
        counts[2] += 1


if __name__ == "__main__":
    sys.exit(main())
