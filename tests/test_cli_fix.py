"""`replylint check --fix` and `--diff`: whole files or nothing, line endings kept, nothing unsafe without asking."""

from __future__ import annotations

import json
import os
import stat

import pytest

SUBJECT = {"text": "Hello Ruth, thank you. The lamp will be back on Monday.", "subject": "Your lamp\nis back"}
CLEAN = {"text": "Hello Ruth, thank you. The lamp will be back on Monday.", "subject": "Your lamp is back"}
BARE = "Hello Ruth,\n\nThe lamp will be back on Monday.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_fix_applies_the_safe_fixes_and_judges_what_is_left(cli, here):
    (here / "a.json").write_text(json.dumps(SUBJECT))
    assert "subject-multiline" in cli("check", "a.json").out
    ran = cli("check", "a.json", "--fix")
    assert json.loads((here / "a.json").read_text()) == {**SUBJECT, "subject": "Your lamp is back"}
    assert "subject-multiline" not in ran.out


def test_fix_leaves_unsafe_fixes_to_a_person(cli, here):
    (here / "a.txt").write_text(BARE)
    cli("check", "a.txt", "--channel", "chat", "--fix")
    assert (here / "a.txt").read_text() == BARE
    cli("check", "a.txt", "--channel", "chat", "--fix", "--unsafe-fixes")
    assert "Thank you" in (here / "a.txt").read_text()
    assert cli("check", "a.txt", "--channel", "chat", "--fail-on", "warning").code == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hello Ruth,\r\n\r\nThe lamp will be back on Monday.\r\n",
        "Hello Ruth\r\n\r\nThe lamp will be back on Monday.\r\n",
        "The lamp will be back on Monday.\r\nIt costs 20 euros.\r\n",
        "السلام عليكم\r\n\r\nطلبك جاهز من الصبح.\r\n",
    ],
)
def test_windows_line_endings_stay_windows_line_endings(cli, here, text):
    (here / "a.txt").write_bytes(text.encode())
    cli("check", "a.txt", "--channel", "chat", "--fix", "--unsafe-fixes")
    after = (here / "a.txt").read_bytes().decode()
    assert after != text
    assert after.count("\n") == after.count("\r\n") == after.count("\r")


def test_a_byte_order_mark_stays(cli, here):
    (here / "a.txt").write_bytes(b"\xef\xbb\xbf" + BARE.encode())
    cli("check", "a.txt", "--channel", "chat", "--fix", "--unsafe-fixes")
    assert (here / "a.txt").read_bytes().startswith(b"\xef\xbb\xbfHello Ruth,")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_json_lines_only_the_mended_line_changes(cli, here, end):
    lines = [
        json.dumps(CLEAN),
        "",
        '{"text":   "Hello Ruth, thank you.", "subject": "مصباحك\\nعاد", "first_reply": true}',
        json.dumps({**CLEAN, "id": "last"}),
    ]
    (here / "a.jsonl").write_bytes((end.join(lines) + end).encode())
    cli("check", "a.jsonl", "--fix")
    after = (here / "a.jsonl").read_bytes().decode().split(end)
    assert [after[0], after[1], *after[3:]] == [lines[0], lines[1], lines[3], ""]
    assert json.loads(after[2]) == {"text": "Hello Ruth, thank you.", "subject": "مصباحك عاد", "first_reply": True}
    assert "مصباحك عاد" in after[2]


def test_context_given_as_an_option_is_not_written_into_the_file(cli, here):
    (here / "a.json").write_text(json.dumps(SUBJECT))
    cli("check", "a.json", "--fix", "--customer-name", "Ruth", "--channel", "email", "--agent-name", "Nadia")
    assert set(json.loads((here / "a.json").read_text())) == {"text", "subject"}


def test_a_clean_file_is_not_touched(cli, here):
    (here / "a.json").write_text(json.dumps(CLEAN))
    os.utime(here / "a.json", (1, 1))
    cli("check", "a.json", "--fix")
    assert (here / "a.json").stat().st_mtime == 1
    assert (here / "a.json").read_text() == json.dumps(CLEAN)


def test_a_file_with_a_broken_draft_is_left_alone_and_the_others_are_mended(cli, here):
    broken = json.dumps(SUBJECT) + "\n{broken\n"
    (here / "a.jsonl").write_text(broken)
    (here / "b.json").write_text(json.dumps(SUBJECT))
    ran = cli("check", "a.jsonl", "b.json", "--fix")
    assert ran.code == 2
    assert (here / "a.jsonl").read_text() == broken
    assert "a.jsonl:2: not JSON" in ran.err
    assert "a.jsonl: not changed" in ran.err
    assert json.loads((here / "b.json").read_text())["subject"] == "Your lamp is back"


def test_a_failed_write_leaves_the_old_file_and_no_other(cli, here, monkeypatch):
    (here / "a.json").write_text(json.dumps(SUBJECT))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    ran = cli("check", "a.json", "--fix")
    assert (ran.code, ran.err) == (2, "a.json: No space left on device; it was not changed\n")
    assert [path.name for path in here.iterdir()] == ["a.json"]
    assert json.loads((here / "a.json").read_text()) == SUBJECT


def test_the_permissions_of_a_file_stay(cli, here):
    (here / "a.json").write_text(json.dumps(SUBJECT))
    (here / "a.json").chmod(0o640)
    cli("check", "a.json", "--fix")
    assert stat.S_IMODE((here / "a.json").stat().st_mode) == 0o640


def test_a_link_stays_a_link(cli, here):
    (here / "real.json").write_text(json.dumps(SUBJECT))
    (here / "link.json").symlink_to("real.json")
    cli("check", "link.json", "--fix")
    assert (here / "link.json").is_symlink()
    assert json.loads((here / "real.json").read_text())["subject"] == "Your lamp is back"


def test_diff_shows_and_changes_nothing(cli, here):
    (here / "a.json").write_text(json.dumps(SUBJECT))
    ran = cli("check", "a.json", "--diff")
    assert ran.code == 1
    assert (
        ran.out
        == "--- a.json#subject\n+++ a.json#subject (fixed)\n@@ -1,2 +1 @@\n-Your lamp\n-is back\n+Your lamp is back\n"
    )
    assert json.loads((here / "a.json").read_text()) == SUBJECT


def test_diff_shows_unsafe_fixes_when_asked(cli, here):
    (here / "a.txt").write_text(BARE)
    assert cli("check", "a.txt", "--channel", "chat", "--diff").out == ""
    out = cli("check", "a.txt", "--channel", "chat", "--diff", "--unsafe-fixes").out
    assert [line for line in out.splitlines() if line.startswith("+") and "hank" in line]
    assert (here / "a.txt").read_text() == BARE


def test_a_message_is_shown_but_never_rewritten(cli, here):
    message = b"From: Nadia <n@example.com>\r\nTo: Ruth <r@example.net>\r\nSubject: Lamp\r\n\r\nHello Ruth,\r\nit is back.\r\n"
    (here / "a.eml").write_bytes(message)
    ran = cli("check", "a.eml", "--fix", "--unsafe-fixes")
    assert (ran.code, ran.err) == (2, "a.eml: messages are not rewritten; use --diff to see the fixes\n")
    assert (here / "a.eml").read_bytes() == message
    assert "+++ a.eml#text (fixed)" in cli("check", "a.eml", "--diff", "--unsafe-fixes").out


def test_stdin_comes_out_mended(cli):
    ran = cli("check", "--channel", "chat", "--fix", "--unsafe-fixes", stdin="Hello Ruth, it ships today.")
    assert ran.out.startswith("Hello Ruth,")
    assert "Thank you" in ran.out
    assert ran.out.rstrip().endswith("it ships today.") or "it ships today." in ran.out


def test_a_draft_that_cannot_be_read_from_stdin_prints_nothing(cli):
    ran = cli("check", "--fix", stdin="> only quoted text")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing to judge" in ran.err


GREETED = "Hello Ruth, thank you. The lamp is back."
LEFT = [
    # the reply, the options, what is said of the findings that stay
    ("The lamp will be back, {name}.", ("--diff",), "4 of 4 findings stay: 1 without a fix, 3 with one that a person must look at (--unsafe-fixes)\n"),
    ("The lamp will be back, {name}.", ("--diff", "--unsafe-fixes"), "1 of 4 findings stays: 1 without a fix\n"),
    ("The lamp will be back, {name}.", ("--fix",), "4 of 4 findings stay: 1 without a fix, 3 with one that a person must look at (--unsafe-fixes)\n"),
    (GREETED, ("--diff",), "1 of 1 finding stays: 1 with one that a person must look at (--unsafe-fixes)\n"),
    (GREETED, ("--diff", "--unsafe-fixes"), ""),
    (GREETED, ("--diff", "--ignore", "offer-missing"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "options", "said"), LEFT)
def test_what_no_fix_mends_is_counted_on_stderr(cli, text, options, said):
    ran = cli("check", "--channel", "chat", "--ignore", "reply-too-short", *options, stdin=text)
    assert ran.err == said


def test_the_findings_of_all_files_are_counted_together(cli, here):
    for name in ("a.txt", "b.txt"):
        (here / name).write_text(GREETED)
    ran = cli("check", "a.txt", "b.txt", "--channel", "chat", "--diff")
    assert ran.err == "2 of 2 findings stay: 2 with one that a person must look at (--unsafe-fixes)\n"


@pytest.mark.parametrize(
    ("kind", "given", "mended"),
    [
        ("json", json.dumps(SUBJECT), json.dumps(CLEAN, indent=2) + "\n"),
        ("json", json.dumps([CLEAN, SUBJECT]), json.dumps([CLEAN, CLEAN], indent=2) + "\n"),
        ("json", json.dumps([CLEAN]), json.dumps([CLEAN])),
        ("jsonl", f"{json.dumps(SUBJECT)}\n\n{json.dumps(CLEAN)}\n", f"{json.dumps(CLEAN)}\n\n{json.dumps(CLEAN)}\n"),
    ],
)
def test_drafts_from_stdin_come_out_as_they_came_in(cli, kind, given, mended):
    assert cli("check", "-", "--as", kind, "--fix", stdin=given).out == mended


def test_a_message_among_the_files_is_refused_before_any_is_changed(cli, here):
    (here / "a.json").write_text(json.dumps(SUBJECT))
    (here / "b.eml").write_bytes(b"Subject: Lamp\r\n\r\nHello Ruth.\r\n")
    assert cli("check", "a.json", "b.eml", "--fix").code == 2
    assert json.loads((here / "a.json").read_text()) == SUBJECT


@pytest.mark.parametrize("options", [("--diff",), ("--fix",), ("--fix", "--diff")])
def test_a_format_goes_with_reports_only(cli, options):
    ran = cli("check", *options, "--format", "json", stdin=GREETED)
    assert (ran.code, ran.out) == (2, "")
    assert "--format is about reports" in ran.err
