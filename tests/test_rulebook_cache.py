"""What is kept between runs is what would be made anew, and what cannot be trusted is made anew."""

from __future__ import annotations

import io
import os
import pickle
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest

from replylint import Draft, Linter, Rulebook
from replylint.rulebook import cache
from replylint.rulebook.cache import _OnlyModels, kept_rulebook, kept_text, user_cache
from replylint.rulebook.later import Later
from replylint.rulebook.load import load
from replylint.rulebook.model import NameLists, RuleBook

DRAFTS = [
    Draft(text="Dear {name}, it ships today.", customer_message="Nine days now, and my lamp is broken!"),
    Draft(text="السلام عليكم سارة، نعتذر عن التأخير.", channel="chat", customer={"name": "سارة علي"}),
]


@pytest.fixture
def book():
    return RuleBook({}, {}, {}, NameLists(), "d" * 16)


def refuse():
    raise AssertionError("made anew")


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_kept_rulebook_equals_a_fresh_one(tmp_path, rulebook):
    first = load(with_packs=False, cache=tmp_path)
    (path,) = kept(tmp_path)
    again = load(with_packs=False, cache=tmp_path)
    assert kept(tmp_path) == [path]
    assert first == again == rulebook.book
    assert again is not first
    for name in ("acts", "rules", "channels"):
        assert list(getattr(again, name)) == list(getattr(rulebook.book, name))  # the order matters


def test_a_linter_of_kept_rules_and_phrases_says_the_same(tmp_path, linter):
    for _ in range(2):
        kept_linter = Linter(Rulebook.load(packs=False, cache=tmp_path), cache=tmp_path)
        assert [kept_linter.lint(draft) for draft in DRAFTS] == [linter.lint(draft) for draft in DRAFTS]
    assert {path.suffix for path in kept(tmp_path)} == {".pickle", ".txt"}


def test_other_rules_have_another_name(tmp_path, book):
    team = tmp_path / "team"
    (team / "names").mkdir(parents=True)
    (team / "names" / "given.yaml").write_text("en: [zebulonia]\n")
    folder = tmp_path / "cache"
    plain = load(with_packs=False, cache=folder)
    ours = load(team, with_packs=False, cache=folder)
    assert "zebulonia" in ours.names.given
    assert "zebulonia" not in plain.names.given
    (team / "names" / "given.yaml").write_text("en: [zebulonius]\n")
    assert "zebulonius" in load(team, with_packs=False, cache=folder).names.given
    assert len(kept(folder)) == 3
    assert kept_rulebook(folder, "other", lambda: book) is book


def test_phrases_and_examples_of_a_kept_rulebook_are_read_when_needed(tmp_path, rulebook):
    load(with_packs=False, cache=tmp_path)
    book = load(with_packs=False, cache=tmp_path)
    thanks = book.acts["thanks"]
    assert isinstance(thanks.examples, Later)
    assert thanks.examples == rulebook.book.acts["thanks"].examples
    assert thanks.entries[0] == rulebook.book.acts["thanks"].entries[0]
    assert len(thanks.entries) == len(rulebook.book.acts["thanks"].entries)
    assert hash(thanks.entries) == hash(tuple(thanks.entries))
    assert isinstance(pickle.loads(pickle.dumps(book)).acts["thanks"].examples, tuple)  # noqa: S301  our own


def test_what_is_kept_is_not_made_again(tmp_path, book):
    assert kept_rulebook(tmp_path, "a", lambda: book) is book
    assert kept_rulebook(tmp_path, "a", refuse) == book
    assert kept_text(tmp_path, "a", lambda: "شكرا\n") == "شكرا\n"
    assert kept_text(tmp_path, "a", refuse) == "شكرا\n"


def test_without_a_folder_nothing_is_kept(book):
    assert kept_rulebook(None, "a", lambda: book) is book
    assert kept_text(None, "a", lambda: "b") == "b"


class Evil:
    """A pickle that would run a function of ours when it is read."""

    ran = False

    def __reduce__(self):
        return _run, ()


def _run():
    Evil.ran = True


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "getattr"),
        ("replylint.rulebook.model", "dataclass"),
        ("replylint.rulebook.model", "__builtins__"),
        ("replylint.rulebook.model", "RuleBook.__init__"),
        ("replylint.rulebook.cache", "RuleBook"),
    ],
)
def test_a_pickle_may_name_the_classes_of_the_model_and_nothing_else(module, name):
    asks = (
        b"\x80\x04\x8c"
        + bytes([len(module)])
        + module.encode()
        + b"\x8c"
        + bytes([len(name)])
        + name.encode()
        + b"\x93."
    )
    with pytest.raises(pickle.UnpicklingError, match="has no place in a rulebook"):
        _OnlyModels(io.BytesIO(asks)).load()


BROKEN = {
    "empty": b"",
    "text": b"hello",
    "cut": None,
    "another value": pickle.dumps({"acts": {}}),
    "a function": pickle.dumps(Evil()),
    "a class of the library": pickle.dumps(Path("x")),
    "a function of builtins": b"cbuiltins\nprint\n(S'x'\ntR.",
    "a name of the model's module that is no model": b"creplylint.rulebook.model\ndataclass\n(tR.",
    "a dotted name": b"\x80\x04\x8c\x18replylint.rulebook.model\x8c\x0cRule.__new__\x93.",
    "a book with something else in it": None,
    "huge frame": b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f",
    "a number": b"\x80\x04K\x05.",
}


def forged(first: bytes, rest: bytes = b"") -> bytes:
    """A kept file of these pickles with the right digest."""
    data = len(first).to_bytes(8, "big") + first + rest
    return blake2b(data, digest_size=16).digest() + data


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_kept_rulebook_that_cannot_be_trusted_is_made_anew(tmp_path, book, kind, signed):
    kept_rulebook(tmp_path, "a", lambda: book)
    (path,) = kept(tmp_path)
    good = path.read_bytes()
    odd = {"cut": good[:-9], "a book with something else in it": pickle.dumps(replace(book, acts={"a": Evil()}))}
    bad = odd[kind] if BROKEN[kind] is None else BROKEN[kind]
    path.write_bytes(forged(bad) if signed else bad)
    Evil.ran = False
    fresh = replace(book, digest="e" * 16)
    assert kept_rulebook(tmp_path, "a", lambda: fresh) is fresh
    assert not Evil.ran
    assert kept(tmp_path) == [path]
    assert kept_rulebook(tmp_path, "a", refuse) == fresh  # and the good one is kept


def test_a_kept_rulebook_with_an_absurd_length_is_made_anew(tmp_path, book):
    kept_rulebook(tmp_path, "a", lambda: book)
    kept(tmp_path)[0].write_bytes(b"\x80\x04\x8e" + b"\xff" * 8)
    assert kept_rulebook(tmp_path, "a", lambda: book) is book


@pytest.mark.parametrize("where", ["before", "half", "bytes"])
def test_a_cut_or_overwritten_file_is_never_an_error(tmp_path, linter, where):
    book = load(with_packs=False, cache=tmp_path)
    Linter(Rulebook(book), cache=tmp_path)
    for path in kept(tmp_path):
        data = path.read_bytes()
        path.write_bytes({"before": b"", "half": data[: len(data) // 2], "bytes": b"\xff" * 99}[where])
    mended = Linter(Rulebook.load(packs=False, cache=tmp_path), cache=tmp_path)
    assert [mended.lint(draft) for draft in DRAFTS] == [linter.lint(draft) for draft in DRAFTS]


@pytest.mark.parametrize(
    "text", ["", "[]", "5", "a\0b", "\0\0\0\0\0", "\0\0\0\0\0{}", "a\0\0\0\0\0[]", "\0\0\0\0\0[1]"]
)
def test_kept_phrases_that_are_none_are_compiled_anew(tmp_path, tiny, text):
    book = tiny({"zorb": {"en": {"phrases": ["zorb"]}}}).rulebook
    Linter(book, cache=tmp_path)
    for path in kept(tmp_path):
        path.write_text(text)
    assert [act.text for act in Linter(book, cache=tmp_path).lint(Draft(text="We zorb.")).acts] == ["zorb"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, book):
    (tmp_path / "file").touch()
    assert kept_rulebook(tmp_path / "file", "a", lambda: book) is book
    assert kept_text(tmp_path / "file", "a", lambda: "b") == "b"


def test_nothing_half_written_stays(tmp_path, book, monkeypatch):
    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    assert kept_rulebook(tmp_path, "a", lambda: book) is book
    assert kept(tmp_path) == []


NAMES = {  # of files in the folder, and whether the cache may remove them
    "00112233445566aa-aabbccdd-0a1b2c3d4e5f.pickle": True,
    "00112233445566aa-reply-0a1b2c3d4e5f.txt": True,
    "00112233445566aa-reply-0a1b2c3d4e5f.json": True,
    ".00112233445566aa-reply-0a1b2c3d4e5f.json.0badcafe": True,  # what a process left that was killed
    "00112233445566aa-reply-0a1b2c3d4e5f.json.bak": False,
    "00112233445566aa-reply.json": False,
    "known.json": False,
    "rules.pickle": False,
    "notes.txt": False,
}


def old(path: Path) -> Path:
    path.write_text("old")
    os.utime(path, (1, 1))
    return path


@pytest.mark.parametrize(("name", "goes"), NAMES.items())
def test_the_oldest_files_go_when_a_new_one_comes_but_none_that_is_not_ours(tmp_path, monkeypatch, name, goes):
    monkeypatch.setattr(cache, "_MOST_KEPT", 2)
    path = old(tmp_path / name)
    for number in range(3):
        kept_text(tmp_path, f"{number:016x}-reply", lambda: "new")
        assert path.exists() is (not goes or number == 0)
    assert len(kept(tmp_path)) == (2 if goes else 3)


def test_reading_removes_nothing(tmp_path, monkeypatch):
    for number in range(3):
        kept_text(tmp_path, f"{number:016x}-reply", lambda: "new")
    monkeypatch.setattr(cache, "_MOST_KEPT", 1)
    assert kept_text(tmp_path, f"{0:016x}-reply", refuse) == "new"
    assert len(kept(tmp_path)) == 3


def test_a_folder_or_a_link_with_such_a_name_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_KEPT", 1)
    folder, link = (tmp_path / f"{one}0112233445566aa-reply-0a1b2c3d4e5f.json" for one in "ab")
    folder.mkdir()
    link.symlink_to(old(tmp_path / "theirs"))
    kept_text(tmp_path, f"{1:016x}-reply", lambda: "new")
    assert folder.exists()
    assert link.exists()


def test_a_file_that_another_process_removed_first_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_KEPT", 0)
    remove = Path.unlink

    def removed_already(path):
        remove(path)
        remove(path)

    monkeypatch.setattr(cache.Path, "unlink", removed_already)
    assert [kept_text(tmp_path, f"{number:016x}-reply", lambda: "new") for number in range(2)] == ["new", "new"]
    assert kept(tmp_path) == []


def test_the_files_of_the_last_rulebooks_are_kept(tmp_path, tiny):
    theirs = [old(tmp_path / f"{number:016x}-reply-0a1b2c3d4e5f.json") for number in range(99)]
    book = tiny({"zorb": {"en": {"phrases": ["zorb"]}}}).rulebook
    Linter(book, cache=tmp_path)
    ours = [path for path in kept(tmp_path) if path not in theirs]
    assert 0 < len(ours) <= 5
    assert 3 * 5 <= len(kept(tmp_path)) <= 5 * 5


def test_the_state_of_the_code_is_in_the_name(tmp_path, book, monkeypatch):
    kept_rulebook(tmp_path, "a", lambda: book)
    monkeypatch.setattr(cache, "_code", lambda: "other")
    fresh = replace(book, digest="e" * 16)
    assert kept_rulebook(tmp_path, "a", lambda: fresh) is fresh
    assert len(kept(tmp_path)) == 2


def test_where_the_users_cache_is(monkeypatch, tmp_path):
    monkeypatch.delenv("REPLYLINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "replylint"
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert user_cache() == tmp_path / "home" / ".cache" / "replylint"
    monkeypatch.setenv("REPLYLINT_NO_CACHE", "1")
    assert user_cache() is None


@pytest.mark.parametrize("off", [True, False])
def test_the_command_keeps_its_rules_unless_told_not_to(cli, monkeypatch, tmp_path, off):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if off:
        monkeypatch.setenv("REPLYLINT_NO_CACHE", "1")
    else:
        monkeypatch.delenv("REPLYLINT_NO_CACHE", raising=False)
    outs = [cli("check", "--channel", "chat", stdin="Dear {name}, it ships today.").out for _ in range(2)]
    assert outs[0] == outs[1]
    assert (tmp_path / "replylint").exists() is not off
