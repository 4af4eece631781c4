"""`replylint check`: what it reads, what it says, and with which code it ends."""

from __future__ import annotations

import base64
import json
import os
import quopri
import subprocess
import sys

import pytest

from replylint.formats import FORMATS

GOOD = "Hello Ruth, thank you for your letter. The lamp will be back on Monday."
BARE = "The lamp will be back on Monday."
RUDE_AR = "طلبك جاهز من الصبح في الفرع الرئيسي."
EML = b"From: Nadia <n@example.com>\r\nTo: Ruth Bell <r@example.net>\r\nSubject: Your lamp is back\r\n\r\n"
MIXED = [
    json.dumps({"id": "one", "text": GOOD, "channel": "chat"}),
    '{"text": "broken',
    "",
    json.dumps({"text": GOOD, "chanel": "chat"}),
    json.dumps({"id": "two", "text": BARE, "channel": "chat"}),
    json.dumps({"text": "> only quoted\n> text", "channel": "chat"}),
    json.dumps({"text": GOOD, "channel": "chat "}),
    '{"text": "Hello", "channel": "chat", "channel": "email"}',
    '{"text": "Hello", "csat": -Infinity}',
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to write drafts in; names in messages are relative to it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(ran) -> dict[str, list[str]]:
    """Files and what was found in them, out of --format json."""
    return {
        item["file"]: [finding["rule"] for finding in item["report"]["findings"]]
        for item in json.loads(ran.out)["reports"]
    }


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", GOOD.encode()),
        ("bom.txt", b"\xef\xbb\xbf" + GOOD.encode()),
        ("A.TXT", GOOD.encode()),
        ("a.json", json.dumps({"text": GOOD}).encode()),
        ("list.json", json.dumps([{"text": GOOD}]).encode()),
        ("a.jsonl", json.dumps({"text": GOOD}).encode() + b"\r\n\r\n"),
    ],
)
def test_a_good_chat_reply_passes_in_every_kind_of_file(cli, here, name, data):
    (here / name).write_bytes(data)
    ran = cli("check", name, "--channel", "chat")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("drafts: 1, failed: 0, passed: 1\n")


@pytest.mark.parametrize("args", [(), ("-",), ("--as", "txt"), ("-", "--as", "txt")])
def test_stdin_is_read_when_no_file_is_named(cli, args):
    ran = cli("check", *args, "--channel", "chat", stdin=BARE)
    assert ran.code == 1
    assert ran.out.startswith("<stdin>\n  error greeting-missing: ")


def test_stdin_may_be_any_kind(cli):
    ran = cli("check", "--as", "jsonl", "--format", "json", stdin="\n".join((MIXED[0], MIXED[4])))
    assert [item["line"] for item in json.loads(ran.out)["reports"]] == [1, 2]


def test_a_message_file_brings_subject_and_names(cli, here):
    (here / "a.eml").write_bytes(EML + b"The lamp is back.\r\n")
    (here / "b.eml").write_bytes(EML.replace(b"Your lamp is back", b"") + b"Dear Ruth, it is back.\r\n")
    rules = found(cli("check", "a.eml", "b.eml", "--format", "json"))
    assert {"greeting-missing", "customer-name-missing"} <= set(rules["a.eml"])
    assert "subject-missing" not in rules["a.eml"]
    assert "subject-missing" in rules["b.eml"]
    assert "customer-name-missing" not in rules["b.eml"]


ARABIC = "أهلا روث، المصباح عاد."


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"", b"Hello Ruth, it is back."),
        (b"Content-Type: text/plain; charset=windows-1256\r\n", ARABIC.encode("cp1256")),
        (
            b"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n",
            base64.encodebytes(ARABIC.encode("utf-16")),
        ),
        (
            b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            quopri.encodestring(ARABIC.encode()),
        ),
        (
            b"Content-Type: multipart/alternative; boundary=b\r\n",
            b"--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + ARABIC.encode()
            + b"\r\n--b--\r\n",
        ),
    ],
    ids=["plain", "windows-1256", "utf-16 in base64", "quoted-printable", "alternative"],
)
def test_a_message_is_read_in_its_charset(cli, here, head, body):
    (here / "a.eml").write_bytes(head + EML + body)
    ran = cli("check", "a.eml", "--format", "json", "--ignore", "greeting-missing")
    acts = json.loads(ran.out)["reports"][0]["report"]["acts"]
    assert "greeting" in [act["act"] for act in acts]


def test_several_files_are_reported_in_the_order_given(cli, here):
    for name in ("b.txt", "a.txt"):
        (here / name).write_text(BARE)
    assert list(found(cli("check", "b.txt", "a.txt", "--format", "json"))) == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (GOOD, None, 0),
        (BARE, None, 1),
        (BARE, "error", 1),
        (BARE, "never", 0),
        ("Hello Ruth, the lamp will be back on Monday.", None, 0),
        ("Hello Ruth, the lamp will be back on Monday.", "error", 0),
        ("Hello Ruth, the lamp will be back on Monday.", "warning", 1),
        ("Hello Ruth, thank you. The lamp will be back on Monday.", "warning", 0),
        ("Hello Ruth, thank you. The lamp will be back on Monday.", "info", 1),
    ],
)
def test_fail_on_decides_the_code(cli, text, fail_on, code):
    assert cli("check", "--channel", "chat", *(("--fail-on", fail_on) if fail_on else ()), stdin=text).code == code


def test_context_from_options_is_laid_over_each_draft(cli, here):
    (here / "a.json").write_text(json.dumps({"text": BARE, "channel": "chat", "customer": {"gender": "f"}}))
    (here / "message.txt").write_text("My lamp is broken, this is unacceptable!")
    named = found(
        cli("check", "a.json", "--customer-name", "Ruth", "--customer-message-file", "message.txt", "--format", "json")
    )
    assert {"customer-name-missing", "apology-missing"} <= set(named["a.json"])
    mid = found(cli("check", "a.json", "--mid-thread", "--format", "json"))
    assert "greeting-missing" not in mid["a.json"]


@pytest.mark.parametrize(("text", "word"), [(BARE, "خطأ"), (RUDE_AR, "خطأ")])
def test_messages_in_arabic_are_isolated(cli, text, word):
    ran = cli("check", "--channel", "chat", "--messages", "ar", stdin=text)
    assert ran.code == 1
    assert f"  \u2068{word}\u2069 greeting-missing: \u2068" in ran.out


def test_a_broken_line_stops_none_of_the_others(cli, here):
    (here / "a.jsonl").write_text("\n".join(MIXED), encoding="utf-8")
    ran = cli("check", "a.jsonl", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 2
    assert [(item["line"], item["report"]["draft_id"]) for item in document["reports"]] == [(1, "one"), (5, "two")]
    assert [(item["line"], item["message"].split(": ", 2)[:2]) for item in document["errors"]] == [
        (2, ["a.jsonl:2", "not JSON"]),
        (4, ["a.jsonl:4", 'unknown key "chanel"; did you mean "channel"?']),
        (6, ["a.jsonl:6", "nothing to judge"]),
        (7, ["a.jsonl:7", 'unknown channel "chat "; did you mean "chat"?']),
        (8, ["a.jsonl:8", 'key "channel" stands twice, the second time at column 38']),
        (9, ["a.jsonl:9", "not JSON"]),
    ]
    assert document["summary"] == {"drafts": 8, "passed": 1, "failed": 1, "unreadable": 6}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"Hello\nRuth \xff", "a.txt:2: not UTF-8 (byte 11: 0xff)"),
        ("a.json", GOOD.encode("utf-16"), "a.json:1: not UTF-8"),
        ("a.txt", b"H\0e\0l\0l\0o\0", "holds a NUL character"),
        ("a.txt", b"", "nothing to judge: the draft holds no text"),
        ("a.txt", b" \n\t\n", "nothing to judge: the draft holds no text"),
        ("a.txt", b"> quoted\n> text\n", "nothing to judge: the draft holds only quoted text"),
        ("a.jsonl", b"", "a.jsonl: empty: no draft to judge"),
        ("a.jsonl", b"\n\n", "a.jsonl: empty: no draft to judge"),
        ("a.json", b"", "a.json: not JSON"),
        ("a.json", b"[]", "a.json: an empty list: no draft to judge"),
        ("a.json", b"[" * 100_000, "a.json: not JSON: nested too deep"),
        ("a.json", b'"Hello Ruth"', "a draft is an object with a text, not str"),
        ("a.json", b'[{"text": "Hi"}, 5]', "a.json[2]: a draft is an object with a text, not int"),
        ("a.json", b'{"text": "\\ud800"}', "half a character"),
        ("a.json", b"5", "a.json: a draft is an object with a text, not int"),
        ("a.jsonl", b"null", "a.jsonl:1: a draft is an object with a text, not NoneType"),
        (
            "a.json",
            b'{"text": "Hi",\n "text": "Ho"}',
            'a.json: key "text" stands twice, the second time at line 2, column 2',
        ),
        ("a.json", b'{"text": "Hi", "csat": NaN}', 'a.json: not JSON: NaN in key "csat" at column 24'),
        ("a.json", b'{"text": "Hi", "csat": 1e999}', "a.json: csat: Input should be a finite number"),
        ("a.json", b'{"text": "Hi", "csat": "inf"}', "a.json: csat: Input should be a finite number"),
        ("a.json", b'{"text": "Hi", "id": ' + b"9" * 5000 + b"}", 'a number of 5000 digits in key "id"'),
        ("a.txt", b"\xff\xfeH\0i\0", "a.txt:1: not UTF-8 (byte 0: 0xff); it looks like UTF-16: save it as UTF-8"),
        ("a.jsonl", b"\xfe\xff\0{\0}", "it looks like UTF-16: save it as UTF-8"),
        ("a.json", '{"text": "Hi"}'.encode("utf-16-le"), "a.json: not UTF-8: it looks like UTF-16: save it as UTF-8"),
        ("a.jsonl", '{"text": "Hi"}'.encode("utf-16-be"), "it looks like UTF-16: save it as UTF-8"),
        ("a.eml", b"To: " + b"(" * 500 + b"\r\n\r\nHello.", "a.eml: not a message that can be read: RecursionError"),
        ("a.eml", b"Content-Type: text/plain; charset=x-none\r\n\r\nHello.", "unknown encoding: x-none"),
        ("a.eml", b"Content-Type: text/html\r\n\r\n<p>Hello.", "a.eml: the message has no plain text part"),
        ("a.eml", b"", "a.eml: nothing to judge"),
        ("a.docx", b"PK", "a.docx: cannot tell what it is by its ending; say --as txt, eml, json, jsonl"),
        ("a.eml", EML + b"broken \xff\xfe\r\n", "bytes that its charset does not explain"),
    ],
)
def test_what_cannot_be_read_never_counts_as_clean(cli, here, name, data, message):
    (here / name).write_bytes(data)
    (here / "good.txt").write_text(GOOD)
    ran = cli("check", name, "good.txt", "--channel", "chat", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 2
    assert message in "\n".join(error["message"] for error in document["errors"])
    assert [item["file"] for item in document["reports"]][-1] == "good.txt"


@pytest.mark.parametrize("missing", ["nowhere.txt", "nowhere/a.json"])
def test_a_missing_file_is_named_and_the_others_are_linted(cli, here, missing):
    (here / "good.txt").write_text(GOOD)
    ran = cli("check", missing, "good.txt", "--channel", "chat")
    assert ran.code == 2
    assert f"{missing}: No such file or directory" in ran.out
    assert ran.out.endswith("drafts: 2, failed: 0, passed: 1, unreadable: 1\n")


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text_is_in_every_output(cli, here, form):
    name = os.fsdecode(b"bad\xff.txt")
    try:
        (here / name).write_text(BARE)
    except OSError:
        pytest.skip("names are text here")
    ran = cli("check", name, "--format", form, "--channel", "chat")
    assert (ran.code, ran.err) == (1, "")
    assert "bad" in ran.out
    assert ran.out.encode("utf-8", "backslashreplace")


def test_an_interrupted_run_is_not_taken_for_findings(cli, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("replylint.cli.check.Linter.lint", interrupted)
    assert cli("check", stdin=BARE).code == 130


def test_a_folder_is_not_a_draft(cli, here):
    (here / "folder.txt").mkdir()
    ran = cli("check", "folder.txt")
    assert (ran.code, "folder.txt: Is a directory" in ran.out) == (2, True)


WRONG_CALLS = [
    (("--channel", "chta"), 'unknown channel "chta"; did you mean "chat"?'),
    (("--fail-on", "fatal"), "'fatal' is not one of 'error', 'warning', 'info', 'never'"),
    (("--format", "xml"), "'xml' is not one of"),
    (("--messages", "fr"), "'fr' is not one of 'en', 'ar'"),
    (("--unsafe-fixes",), "--unsafe-fixes goes with --fix or --diff"),
    (("--customer-message", "a", "--customer-message-file", "b"), "two words for one thing"),
    (("--customer-message-file", "nowhere.txt"), "nowhere.txt: No such file or directory"),
    (("--rules", "nowhere"), "no such folder of rules"),
    (("--colour",), "No such option"),
]


@pytest.mark.parametrize(("args", "message"), WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(cli, here, args, message):  # noqa: ARG001  a folder without files
    ran = cli("check", *args, stdin=GOOD)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("args", "message"),
    [(("chekc",), 'no such command "chekc"; did you mean "check"?'), (("--nope",), "No such option")],
)
def test_an_unknown_command_is_named_with_the_nearest_one(cli, args, message):
    ran = cli(*args)
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("-h",), ("check", "--help")])
def test_help_and_version(cli, args):
    ran = cli(*args)
    assert (ran.code, ran.err) == (0, "")
    assert "replylint" in ran.out


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BARE, 1), (RUDE_AR, 1), ("", 2)])
def test_python_dash_m_in_any_locale(root, text, code):
    env = {**os.environ, "PYTHONPATH": str(root / "src"), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [
        sys.executable,
        "-m",
        "replylint",
        "check",
        "--channel",
        "chat",
        "--customer-name",
        "رث",
        "--messages",
        "ar",
        "--fail-on",
        "error",
    ]
    ran = subprocess.run(command, input=text.encode(), env=env, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, b"")
    assert "عدد الردود: 1" in ran.stdout.decode("utf-8")


@pytest.mark.parametrize("variable", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_outside_a_terminal(cli, monkeypatch, variable):
    for name, value in variable.items():
        monkeypatch.setenv(name, value)
    assert "\033" not in cli("check", "--channel", "chat", stdin=BARE).out
