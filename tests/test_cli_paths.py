"""A path that cannot be read or written: a message that names it, exit code 2, and nothing changed or half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = {"text": "Hello Ruth, thank you. The lamp will be back on Monday.", "subject": "Your lamp\nis back"}
LABELLED = {"text": "Hello Ruth.", "labels": {"greeting": True}}
DIRECTORY, MISSING, BLOCKED = "Is a directory", "No such file or directory", "Not a directory"
CIRCLE, LONG = "Too many levels of symbolic links", "File name too long"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a good file, and with what should be a file or a folder and is not."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps(DRAFT))
    (tmp_path / "file").write_text("precious")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "channels").write_text("a file where a folder should be")
    (tmp_path / "pages" / "en").mkdir(parents=True)
    (tmp_path / "pages" / "ar").write_text("a file where a folder should be")
    (tmp_path / "turned" / "en" / "rude.md").mkdir(parents=True)
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "circle.json").symlink_to("circle.json")
    (tmp_path / "team" / "etiquette").mkdir(parents=True)
    (tmp_path / "team" / "etiquette" / "gone.yaml").symlink_to("nowhere.yaml")
    return tmp_path


def state(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


LONG_NAME = "n" * 300
WRONG_PATHS = [
    # what is called, what the message begins with
    (("check", "a.json", "--write-baseline", "."), f".: {DIRECTORY}"),
    (("check", "a.json", "--write-baseline", "folder"), f"folder: {DIRECTORY}"),
    (("check", "a.json", "--write-baseline", "folder/"), f"folder: {DIRECTORY}"),
    (("check", "a.json", "--write-baseline", ".."), f"..: {DIRECTORY}"),
    (("check", "a.json", "--write-baseline", "/"), f"/: {DIRECTORY}"),
    (("check", "a.json", "--write-baseline", "nowhere/known.json"), f"nowhere/known.json: {MISSING}"),
    (("check", "a.json", "--write-baseline", "file/known.json"), f"file/known.json: {BLOCKED}"),
    (("check", "a.json", "--write-baseline", "circle"), f"circle: {CIRCLE}"),
    (("check", "a.json", "--write-baseline", LONG_NAME), f"{LONG_NAME}: {LONG}"),
    (("check", "a.json", "--baseline", "."), f".: {DIRECTORY}"),
    (("check", "a.json", "--baseline", "nowhere"), f"nowhere: {MISSING}"),
    (("check", "a.json", "--baseline", "file/known.json"), f"file/known.json: {BLOCKED}"),
    (("check", "a.json", "--baseline", "circle"), f"circle: {CIRCLE}"),
    (("check", "a.json", "--customer-message-file", "folder"), f"folder: {DIRECTORY}"),
    (("check", "a.json", "--customer-message-file", "nowhere"), f"nowhere: {MISSING}"),
    (("check", "a.json", "--rules", "nowhere"), "nowhere:1:1: no such folder of rules"),
    (("check", "a.json", "--rules", "file"), "file:1:1: a file, not a folder of rules"),
    (("check", "a.json", "--rules", "circle"), "circle:1:1: no such folder of rules"),
    (("check", "a.json", "--rules", "team"), "team/etiquette/gone.yaml:1:1: a link to nothing"),
    (("check", "circle.json", "--fix"), f"circle.json: {CIRCLE}"),
    (("check", "nowhere.json", "--diff"), f"nowhere.json: {MISSING}"),
    (("init", "file"), "Usage: replylint init"),
    (("init", "file/mine"), f"file/mine/channels/email.yaml: {BLOCKED}"),
    (("init", "folder"), f"folder/channels/email.yaml: {BLOCKED}"),
    (("init", "circle"), "circle/channels/email.yaml: "),
    (("init", LONG_NAME), f"{LONG_NAME}/channels/email.yaml: {LONG}"),
    (("rules", "docs", "file"), "Usage: replylint rules docs"),
    (("rules", "docs", "file/pages"), f"file/pages/ar: {BLOCKED}"),
    (("rules", "docs", "pages"), f"pages/ar: {BLOCKED}"),
    (("rules", "docs", "circle"), "circle"),
    (("rules", "docs", LONG_NAME), f"{LONG_NAME}/ar: {LONG}"),
    (("rules", "test", "file"), "file:1:1: a file, not a folder of rules"),
    (("rules", "show", "rude", "--rules", "nowhere"), "nowhere:1:1: no such folder of rules"),
    (("rules", "list", "--rules", "nowhere"), "nowhere:1:1: no such folder of rules"),
    (("evaluate", "folder"), f"folder: {DIRECTORY}"),
    (("evaluate", "nowhere"), f"nowhere: {MISSING}"),
    (("evaluate", "circle"), f"circle: {CIRCLE}"),
]


@pytest.mark.parametrize(("args", "message"), WRONG_PATHS, ids=[" ".join(args)[:60] for args, _ in WRONG_PATHS])
def test_a_path_that_cannot_be_used_is_named_and_nothing_changes(cli, here, args, message):
    before = state(here)
    ran = cli(*args)
    assert ran.code == 2
    assert ran.err.startswith(message)
    assert "Traceback" not in ran.err
    assert state(here) == before


def test_pages_replace_what_is_no_text_but_not_what_is_a_folder(cli, here):
    (here / "pages" / "ar").unlink()
    (here / "pages" / "en" / "rude.md").write_bytes(b"\xff\xfe")
    assert cli("rules", "docs", "pages").code == 0
    assert cli("rules", "docs", "pages", "--check").code == 0
    ran = cli("rules", "docs", "turned")
    assert (ran.code, ran.err) == (2, "turned/en/rude.md: Is a directory\n")


READ_ONLY = [
    ("check", "a.json", "--write-baseline", "shut/known.json"),
    ("check", "shut/b.json", "--fix"),
    ("check", "a.json", "secret.json"),
    ("check", "a.json", "--baseline", "secret.json"),
    ("check", "a.json", "--customer-message-file", "secret.json"),
    ("check", "a.json", "--rules", "sealed"),
    ("check", "a.json", "--rules", "closed"),
    ("evaluate", "secret.json"),
    ("init", "shut/mine"),
    ("rules", "docs", "shut/pages"),
    ("rules", "docs", "closed"),
]


@pytest.mark.parametrize("args", READ_ONLY, ids=" ".join)
def test_a_path_without_permission_is_named_and_nothing_changes(cli, here, args):
    (here / "secret.json").write_text(json.dumps(DRAFT))
    (here / "secret.json").chmod(0)
    if os.access(here / "secret.json", os.R_OK):
        pytest.skip("nothing is forbidden to this user")
    for name in ("shut", "closed", "sealed/etiquette"):
        (here / name).mkdir(parents=True)
    (here / "shut" / "b.json").write_text(json.dumps(DRAFT))
    (here / "sealed" / "etiquette" / "a.yaml").touch(0)
    (here / "shut").chmod(0o500)
    (here / "closed").chmod(0)
    try:
        ran = cli(*args)
        assert ran.code == 2
        assert "Permission denied" in ran.err + ran.out
        assert args[-1].split("/")[0].removesuffix("--fix") in ran.err + ran.out
        assert [path.name for path in (here / "shut").iterdir()] == ["b.json"]
        assert json.loads((here / "shut" / "b.json").read_text()) == DRAFT
    finally:
        (here / "shut").chmod(0o700)
        (here / "closed").chmod(0o700)


@pytest.mark.parametrize("name", ["two\nlines.txt", "red\x1b[31m.txt", "turned\u202e.txt"])
@pytest.mark.parametrize("args", [(), ("--fix", "--unsafe-fixes"), ("--diff",), ("--write-baseline", "nowhere\n/x")])
def test_a_name_cannot_move_the_cursor(cli, here, name, args):
    (here / name).write_text("> only quoted")
    (here / f"ok {name}").write_text("Hello.")
    ran = cli("check", name, f"ok {name}", *args)
    assert ran.code == 2
    assert not {letter for letter in ran.out + ran.err if letter in "\x1b\u202e"}
    assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("lines.txt")]


@pytest.fixture
def command(root, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(root / "src"), "XDG_CACHE_HOME": str(tmp_path)}
    return lambda *args, **more: subprocess.Popen([sys.executable, "-m", "replylint", *args], env=env, **more)


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="there are no such pipes here")
@pytest.mark.parametrize("args", [("--help",), ("rules", "schema", "draft"), ("nonsense",)])
def test_a_reader_that_goes_away_ends_the_command_without_a_word(command, args):
    reading, writing = os.pipe()
    os.close(reading)
    quiet = subprocess.DEVNULL if args == ("nonsense",) else subprocess.PIPE
    ran = command(*args, stdout=writing, stderr=writing if args == ("nonsense",) else quiet)
    os.close(writing)
    _, err = ran.communicate()
    assert (ran.returncode, err or b"") == (-signal.SIGPIPE, b"")  # a shell calls it 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("args", [("--help",), ("rules", "schema", "draft")])
def test_a_full_disk_is_no_success(command, args):
    with Path("/dev/full").open("wb") as full:
        ran = command(*args, stdout=full, stderr=subprocess.PIPE)
    assert ran.communicate()[1] == b"<stdout>: No space left on device\n"
    assert ran.returncode == 2
