"""A transcript in a draft: what the customer says in it is not the agent's."""

from __future__ import annotations

import pytest

from replylint import Draft
from replylint.text.segment import layout
from replylint.text.view import view


def own_text(text: str) -> list[str]:
    seen = view(text)
    return [text[slice(*seen.span(start, end))] for start, end in layout(seen.text).own]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Customer: where is my lamp?\nAgent: It ships today.", ["Agent: It ships today."]),
        (
            "Agent: Hello Sara.\nCustomer: where is my lamp?\nAgent: It ships today.",
            ["Agent: Hello Sara.", "Agent: It ships today."],
        ),
        ("CLIENT: hi\nSUPPORT: It ships today.", ["SUPPORT: It ships today."]),
        ("Caller : hi\nGuest: hi\nRep: It ships today. Caller: no.", ["Rep: It ships today. Caller: no."]),
        ("*Customer:* thanks a lot\n*Agent:* It ships today.", ["*Agent:* It ships today."]),
        ("- customer: thanks a lot\r\n- agent: It ships today.", ["- agent: It ships today."]),
        ("It ships today.\nCustomer: when?\nOperator : Today.", ["It ships today.", "Operator : Today."]),
        ("العميل: أين طلبي؟\nالموظف: سيصل اليوم.", ["الموظف: سيصل اليوم."]),
        ("العميلة: أين طلبي؟\nالموظفة: سيصل اليوم.", ["الموظفة: سيصل اليوم."]),
        ("الزبون: وين طلبي؟\nالزبونة: شكرا\nالمتصلة: شكرا\nالوكيل: سيصل اليوم.", ["الوكيل: سيصل اليوم."]),
        ("المُتّصِل: أين طلبي؟\nخدمة العملاء: سيصل اليوم.", ["خدمة العملاء: سيصل اليوم."]),
    ],
)
def test_the_customers_turns_are_not_the_agents(text, own):
    assert own_text(text) == own


@pytest.mark.parametrize(
    "text",
    [
        "Agent: It ships today.",
        "Customer: Sara Ali\nOrder: 4471\nIt ships today.",  # no transcript: no agent speaks in it
        "العميل: سارة علي\nالطلب: 4471\nسيصل اليوم.",
        "Customer service: it ships today.\nAgent: yes.",
        "Dear customer: it ships today.",
        "Our customer:\nit ships today.\nAgent: yes.",
        "Customer:\nit ships today.\nAgent: yes.",
        "Customers: please wait a day.\nAgent: yes.",
        "عزيزي العميل: سيصل طلبك اليوم.",
        "عميلنا: سيصل طلبك اليوم.",
        "خدمة العميل: سيصل طلبك اليوم.",
        "اسم العميل: سارة\nالموظف: سيصل طلبك اليوم.",
    ],
)
def test_what_only_looks_like_a_turn_stays_the_agents(text):
    assert own_text(text) == [text]


@pytest.mark.parametrize(
    "text", ["Customer : where is it?\nAgent: It ships today.", "العميل : أين طلبي؟\nAgent: It ships today."]
)
def test_a_space_may_stand_before_the_colon(text):
    assert own_text(text) == ["Agent: It ships today."]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Customer: thank you, sorry for asking\nAgent: It ships today.", set()),
        ("العميل: شكرا، أعتذر عن السؤال\nالموظف: سيصل طلبك اليوم.", set()),
        ("Customer: where is it?\nAgent: Thank you. It ships today.", {"thanks"}),
        ("العميل: أين طلبي؟\nالموظف: نعتذر عن التأخير.", {"apology"}),
    ],
)
def test_the_acts_of_the_agent_count_and_those_of_the_customer_do_not(linter, text, acts):
    found = {act.act for act in linter.lint(Draft(text=text, channel="chat")).acts}
    assert found & {"thanks", "apology"} == acts


def test_the_words_of_the_customer_are_not_counted(tiny):
    linter = tiny(rules={"short": {"check": {"measure": "words", "max": 4}}})
    report = linter.lint(Draft(text="Customer: where is the lamp that I bought?\nAgent: It ships today."))
    assert report.verdicts[0].evidence == "4 words"
