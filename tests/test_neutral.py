"""Sentences that borrow the words of acts in another sense: nearly all of them are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import Draft

ACTS = frozenset(
    "greeting customer_name thanks apology sympathy offer_help closing asks_private moves_private blame argument dismissive "
    "impatience rude".split()
)
AMID = {  # the sentence stands amid a reply, where no greeting and no closing stands
    "en": "The order left on Monday. {} The total is 40 euros.",
    "ar": "خرجت الشحنة يوم الاثنين. {} المجموع أربعون دينارا.",
}
MOST = {"en": 0.01, "ar": 0.045}  # the Arabic ones are mostly about words on a box, a sign or a badge
CORPUS = Path(__file__).parent / "corpus"


def taken(linter, language: str) -> dict[str, list[tuple[str, str]]]:
    """Give the sentences in which an act is found, with its words."""
    found = {}
    for sentence in (CORPUS / f"neutral_{language}.txt").read_text("utf-8").splitlines():
        acts, _ = linter.recognise(Draft(text=AMID[language].format(sentence)))
        if said := [(act.act, act.text) for act in acts if act.sure and act.act in ACTS]:
            found[sentence] = said
    return found


@pytest.mark.parametrize("language", AMID)
def test_few_neutral_sentences_are_taken_for_an_act(linter, language):
    found = taken(linter, language)
    all_ = len((CORPUS / f"neutral_{language}.txt").read_text("utf-8").splitlines())
    assert all_ == 900
    assert len(found) <= MOST[language] * all_, "\n".join(f"{said}: {sentence}" for sentence, said in found.items())


@pytest.mark.parametrize("language", AMID)
def test_no_neutral_sentence_is_taken_for_a_bad_tone(linter, language):
    tones = {"blame", "dismissive", "impatience", "rude"}
    assert not {
        sentence: said for sentence, said in taken(linter, language).items() if tones & {act for act, _ in said}
    }
