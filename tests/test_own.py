"""Whose data it is: what a company tells many customers is its own, and no leak."""

from __future__ import annotations

import json
import pickle

import pytest
from click.testing import CliRunner

from replylint import Draft
from replylint.cli.main import _root
from replylint.own import own_data

NAMES = ("Sara", "Omar", "Lina")


def replies(text, names=NAMES, **more):
    return [Draft(text=f"Dear {name}, {text}", customer={"name": name}, channel="social", **more) for name in names]


@pytest.mark.parametrize(
    ("drafts", "own"),
    [
        (replies("ask Nour on 0501234567."), {"0501234567"}),
        (replies("ask Nour on ٠٥٠ ١٢٣ ٤٥٦٧."), {"0501234567"}),
        (replies("write to nour.ali@gmail.com."), {"nouraligmailcom"}),
        (replies("pay to GB82 WEST 1234 5698 7654 32."), {"gb82west12345698765432"}),
        ([*replies("ask on +966 50 123 4567."), *replies("or 00966501234567.", ["Huda"])], {"966501234567", "00966501234567"}),
        (replies("ask Nour on 0501234567.", ["Sara", "Omar"]), set()),
        (replies("we call you on 0501234567.", ["Sara"] * 5), set()),
        (replies("your card is 4111 1111 1111 1111."), set()),
        (replies("it ships today."), set()),
        (replies("it ships.\n\nKind regards,\nNour\n0501234567"), set()),
        (replies("it ships.\n\nOn Mon, Nov 3, 2025 Nour <n@example.com> wrote:\n> 0501234567"), set()),
        ([Draft(text="Ask on 0501234567.", customer_message=one) for one in ("late!", "lost!", "broken!")], {"0501234567"}),
        ([Draft(text="Ask on 0501234567.", id=one) for one in "abc"], {"0501234567"}),
        ([Draft(text="Ask on 0501234567.")] * 3, set()),
        ([], set()),
    ],
)  # fmt: skip
def test_what_many_customers_are_told_is_the_companys(drafts, own):
    assert own_data(drafts) == own


def test_fewer_or_more_customers_may_be_asked_for():
    two = replies("ask Nour on 0501234567.", ["Sara", "Omar"])
    assert own_data(two, least=2)
    assert not own_data(replies("ask Nour on 0501234567."), least=4)


def leaks(linter, draft):
    return [found.evidence for found in linter.lint(draft).findings if found.rule == "private-data-exposed"]


def test_the_companys_own_is_no_leak(linter):
    drafts = replies("ask Nour on +966 50 123 4567.")
    allowing = linter.allowing(own_data(drafts))
    assert leaks(linter, drafts[0]) == ["+966 50 123 4567"]
    assert leaks(allowing, drafts[0]) == []
    assert leaks(allowing, *replies("we ring you on your number 055 111 2222.", ["Adam"])) == ["055 111 2222"]
    assert leaks(pickle.loads(pickle.dumps(allowing)), drafts[0]) == []  # noqa: S301  what was pickled here


def test_the_command_learns_from_its_files_and_says_what(tmp_path):
    lines = [draft.model_dump(include={"text", "channel", "customer"}) for draft in replies("ask Nour on 0501234567.")]
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    plain = CliRunner().invoke(_root, ["check", str(file)])
    learnt = CliRunner().invoke(_root, ["check", str(file), "--learn-own"])
    assert "private-data-exposed" in plain.stdout
    assert "private-data-exposed" not in learnt.stdout
    assert "0501234567" in learnt.stderr
    assert CliRunner().invoke(_root, ["check", "--learn-own"], input="Dear Sara").exit_code == 2
