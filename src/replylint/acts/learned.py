"""Recognise an act by weighing all words of a text, where phrases come to their end.

"Nine days now, and the tracking hasn't moved" complains in no phrase. A learned recogniser adds up the weights of the
words, their stems and pairs (logistic regression, trained by `training/train.py` from the lines beside it), with what the
phrases found as two more features. It speaks surely above one limit, with doubt above another, and it doubts a phrase
and drops a mere cue that everything else speaks against. Its evidence is the words that weighed most.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import TYPE_CHECKING

from replylint.acts.features import Feature, features
from replylint.acts.matcher import Match

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


SURE, UNSURE, DOUBTED = 0.5, 0.4, 0.3  # limits of the probability
PHRASE, MANY, CUE = "PHRASE", "MANY", "CUE"  # upper case: no folded word can be one of these


class Learned:
    """The weights of one act. Immutable; made once and shared."""

    def __init__(self, act: str, bias: float, weights: Mapping[str, float]) -> None:
        self.act = act
        self._bias = bias
        self._weights = weights

    def judge(self, flat: str, found: Sequence[Match], segment: str = "body") -> list[Match]:
        """Weigh a folded text on one line.

        Gives the act's matches by phrases, doubted or confirmed, or one of the words that weigh most, or none.
        """
        if sum(match.sure for match in found) > 1:
            return [match._replace(sure=True) for match in found]  # phrases enough
        seen_features = features(flat)
        if not seen_features:
            return list(found)  # no word to weigh
        probability = self.probability(seen_features, found)
        if found:
            by_phrase = any(match.sure for match in found)
            if not by_phrase and probability < UNSURE:
                return []
            sure = probability >= (DOUBTED if by_phrase else SURE)
            return [match._replace(sure=sure) for match in found]
        if probability < UNSURE:
            return []
        heaviest = max(seen_features, key=lambda feature: (self._weights.get(feature.name, 0.0), -feature.start))
        return [Match(self.act, heaviest.start, heaviest.end, segment, probability >= SURE)]

    def probability(self, seen_features: Sequence[Feature], found: Sequence[Match]) -> float:
        """Say how probable the act is, from 0 to 1.

        A long text must not count more than a short one, hence the root of the number of features.
        """
        weights = self._weights
        total = sum(weights.get(feature.name, 0.0) for feature in seen_features) / sqrt(max(len(seen_features), 1))
        total += sum(weights.get(name, 0.0) for name in phrase_features(found)) + self._bias
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def phrase_features(found: Sequence[Match]) -> list[str]:
    """Say what the phrases found, as features: a phrase or a mere cue, one or many."""
    if not found:
        return []
    names = [PHRASE if any(match.sure for match in found) else CUE]
    return [*names, MANY] if len(found) > 1 else names
