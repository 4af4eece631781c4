"""Names whose consonants say that they are two, whatever the spelling, and names that only more than that could part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.skeleton import are_two_names
from replylint.text.view import view


def two(arabic: str, latin: str) -> bool:
    return are_two_names(view(arabic).text, view(latin).text)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("خالد", "Mohammed"),
        ("إبراهيم", "Khalid"),
        ("سارة", "Monica"),
        ("نورة", "Abdulrahman"),
        ("مريم", "Robert"),
        ("عمر", "Khadija"),
    ],
)
def test_two_names_far_apart(arabic, latin):
    assert two(arabic, latin)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("محمد", "Mohammed"), ("محمد", "Mohd"), ("محمود", "Mohammed"), ("حسن", "Hussein"), ("عمر", "Amr"), ("منصف", "Moncef"),
        ("جورج", "Georges"), ("ثامر", "Samer"), ("شادي", "Chady"), ("القحطاني", "Qahtani"), ("يحيى", "Yahia"), ("سلمى", "Selma"),
        ("يوسف", "Youssef"), ("خديجة", "Khadija"), ("قاسم", "Gassim"), ("عبدالله", "Abdullah"), ("ضياء", "Diaa"),
    ],
)  # fmt: skip
def test_one_name_and_names_that_are_alike(arabic, latin):
    assert not two(arabic, latin)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", max_size=9), st.text("abcdefghijklmnopqrstuvwxyz'-", max_size=12))
def test_whatever_the_letters_nothing_breaks(arabic, latin):
    assert are_two_names(arabic, latin) in {True, False}
