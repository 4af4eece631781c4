"""Every rule and every act proves itself on its own examples, and says what it has to say in both languages."""

from __future__ import annotations

from collections import defaultdict

import pytest

from replylint import Rulebook
from replylint.prove import Proof, prove
from replylint.rulebook.model import LANGUAGES

BOOK = Rulebook.load(packs=False).book
OWNERS = sorted({*BOOK.rules, *BOOK.acts})  # "blame" is a rule and the act that it forbids
CHANNELS = ("chat", "email", "phone", "social")


@pytest.fixture(scope="module")
def proofs(rulebook) -> dict[str, list[Proof]]:
    found: dict[str, list[Proof]] = defaultdict(list)
    for proof in prove(rulebook):
        found[proof.owner].append(proof)
    return found


@pytest.mark.parametrize("owner", OWNERS)
def test_examples_prove_their_owner(proofs, owner):
    wrong = [
        f"{proof.file}:{proof.line}: {proof.expected}, but {proof.wrong}: {proof.text}"
        for proof in proofs[owner]
        if proof.wrong
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("owner", OWNERS)
def test_no_example_is_left_out_of_the_proof(proofs, owner):
    examples = [example for kind in (BOOK.acts, BOOK.rules) if owner in kind for example in kind[owner].examples]
    assert [(proof.file, proof.line) for proof in proofs[owner] if proof.text] == [
        example.place[:2] for example in examples
    ]


def test_no_proof_is_without_an_owner(proofs):
    assert set(proofs) <= set(OWNERS)


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_a_rule_has_good_bad_and_near_miss_examples_in_both_languages(name):
    for language in LANGUAGES:
        examples = [example for example in BOOK.rules[name].examples if example.language == language]
        assert sum(not example.good for example in examples) >= 2, language
        assert sum(example.good for example in examples) >= 3, language
        assert any(example.near_miss for example in examples), language


@pytest.mark.parametrize("name", sorted(BOOK.acts))
def test_an_act_has_sentences_that_perform_it_and_near_misses_that_do_not(name):
    for language in {entry.language for entry in BOOK.acts[name].entries}:  # placeholders are shared by both
        examples = [example for example in BOOK.acts[name].examples if example.language == language]
        assert any(example.good for example in examples), language
        assert any(example.near_miss and not example.good for example in examples), language


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_a_rule_speaks_both_languages_in_its_own_script(name):
    rule = BOOK.rules[name]
    for text in (rule.summary, rule.message, rule.why):
        assert set(text) == set(LANGUAGES)
        assert any("\u0621" <= letter <= "\u064a" for letter in text["ar"])
        assert not any("\u0621" <= letter <= "\u064a" for letter in text["en"])


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_messages_name_the_same_values_in_both_languages(name):
    known = {"found": "F", "limit": "L", "name": "N", "words": "W", "actual": "A"}
    for language in LANGUAGES:
        assert BOOK.rules[name].message[language].format_map(known)


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_an_inserted_text_exists_in_both_languages(name):
    fix = BOOK.rules[name].fix
    for inserted in (fix.insert, fix.insert_unnamed) if fix else ():
        assert set(inserted) in (set(), set(LANGUAGES))
        assert "{name}" not in "".join(fix.insert_unnamed.values())


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_inserting_is_never_called_safe(name):
    fix = BOOK.rules[name].fix
    assert fix is None or fix.kind in {"collapse", "clean"} or fix.safety == "unsafe"


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_the_file_of_a_rule_is_named_after_it(name):
    assert BOOK.rules[name].place[0] == f"rules/etiquette/{name}.yaml"


def test_the_four_channels_are_there():
    assert sorted(BOOK.channels) == list(CHANNELS)


@pytest.mark.parametrize("name", CHANNELS)
def test_a_channel_decides_about_every_rule(root, name):
    """A channel file names each rule, be it as `off`: a new rule must not slip by a channel unseen."""
    written = (root / "rules" / "channels" / f"{name}.yaml").read_text(encoding="utf-8")
    silent = [rule for rule in BOOK.rules if f"  {rule}: " not in written]
    assert silent == []


@pytest.mark.parametrize("name", sorted(BOOK.acts))
def test_an_act_is_asked_for_by_a_rule_or_a_condition(name):
    asked = {option for rule in BOOK.rules.values() for option in (rule.options.get("act"), rule.options.get("unless"))}
    conditions = {condition.key for rule in BOOK.rules.values() for condition in rule.when}
    assert name in asked | conditions | {
        "agent_name",
        "question",
        "sympathy",
        "addresses_man",
        "addresses_woman",
    }  # labels without a rule yet, and what the built-in act `wrong_gender` is made of
