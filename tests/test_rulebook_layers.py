"""A team's folder and installed packs lie on top of the bundled rules; the digest names what came out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from replylint import Draft, Linter, Rulebook
from replylint.errors import RulebookError
from replylint.rulebook.load import load

if TYPE_CHECKING:
    from pathlib import Path

ACT = """\
act: parcel_number
summary: {en: The reply names a parcel., ar: الرد يسمي طردا.}
en: {phrases: ["parcel <number>"]}
ar: {phrases: ["الطرد <number>"]}
examples:
  - {en: "It is parcel 4471.", has: true, words: parcel 4471}
"""
RULE = """\
rule: parcel-number-missing
summary: {en: No parcel number., ar: لا رقم للطرد.}
message: {en: "Which parcel?", ar: "أي طرد؟"}
why: {en: They have several., ar: عندهم أكثر من واحد.}
source: ours
check: {require: parcel_number, in: [body]}
severity: error
examples:
  - {en: "It ships today.", bad: true, channel: fax}
"""
CHANNEL = """\
channel: fax
summary: {en: Fax., ar: فاكس.}
rules: {parcel-number-missing: error}
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def verdicts(book: Rulebook, text: str, channel: str) -> dict[str, str]:
    return {verdict.rule: verdict.status for verdict in Linter(book).lint(Draft(text=text, channel=channel)).verdicts}


def test_a_team_adds_an_act_a_rule_and_a_channel(tmp_path, rulebook):
    team = Rulebook.load(
        write(tmp_path, {"acts/p.yaml": ACT, "etiquette/p.yaml": RULE, "channels/fax.yaml": CHANNEL}), packs=False
    )
    assert set(team.channels) == {*rulebook.channels, "fax"}
    assert set(team.rules) == {*rulebook.rules, "parcel-number-missing"}
    assert verdicts(team, "It ships today.", "fax") == {"parcel-number-missing": "fail"}
    assert verdicts(team, "It is parcel 4471.", "fax") == {"parcel-number-missing": "pass"}
    assert verdicts(team, "وصل الطرد ٤٤٧١.", "fax") == {"parcel-number-missing": "pass"}


def test_a_bundled_channel_stays_as_it_is_without_a_word_about_it(tmp_path, rulebook):
    team = load(
        write(tmp_path, {"acts/p.yaml": ACT, "etiquette/p.yaml": RULE, "channels/fax.yaml": CHANNEL}), with_packs=False
    )
    assert {name: team.channels[name] for name in rulebook.channels} == rulebook.book.channels


def test_a_team_adds_phrases_to_a_bundled_act_and_keeps_the_bundled_ones(tmp_path):
    more = "act: greeting\nen: {phrases: [ahoy there]}\nar: {phrases: [يا مرحبا بالطيبين]}\n"
    team = Rulebook.load(write(tmp_path, {"acts/greeting.yaml": more}), packs=False)
    for text in (
        "Ahoy there, it ships today.",
        "Dear Sara, it ships today.",
        "السلام عليكم، طلبك جاهز.",
        "يا مرحبا بالطيبين، طلبك جاهز.",
    ):
        assert verdicts(team, text, "email")["greeting-missing"] == "pass", text


def test_extends_its_own_name_starts_from_the_channel_below(tmp_path, rulebook):
    mine = "channel: email\nextends: email\nfail_on: warning\nrules: {closing-missing: off, reply-too-long: {severity: error, max: 5}}\n"
    team = load(write(tmp_path, {"channels/email.yaml": mine}), with_packs=False)
    below, above = rulebook.book.channels["email"], team.channels["email"]
    assert above.fail_on == "warning"
    assert above.summary == below.summary
    assert set(below.uses) - set(above.uses) == {"closing-missing"}
    assert (above.uses["reply-too-long"].severity, above.uses["reply-too-long"].limits) == ("error", {"max": 5})
    untouched = set(above.uses) - {"reply-too-long"}
    assert {name: above.uses[name] for name in untouched} == {name: below.uses[name] for name in untouched}


def test_without_extends_a_channel_of_the_same_name_replaces_the_bundled_one(tmp_path):
    mine = "channel: email\nsummary: {en: Mail., ar: بريد.}\nrules: {thanks-missing: error}\n"
    team = load(write(tmp_path, {"channels/email.yaml": mine}), with_packs=False)
    assert list(team.channels["email"].uses) == ["thanks-missing"]


@pytest.mark.parametrize("name", ["aftersales", "zendesk"])
def test_a_channel_extends_the_teams_own_version_wherever_its_file_stands_in_the_alphabet(tmp_path, name):
    files = {
        "channels/email.yaml": "channel: email\nextends: email\nrules: {thanks-missing: off}\n",
        f"channels/{name}.yaml": f"channel: {name}\nextends: email\n",
    }
    team = load(write(tmp_path, files), with_packs=False)
    assert "thanks-missing" not in team.channels[name].uses
    assert "greeting-missing" in team.channels[name].uses


def test_a_rule_of_the_same_name_replaces_the_bundled_one(tmp_path):
    rule = (
        RULE.replace("parcel-number-missing", "thanks-missing")
        .replace("parcel_number", "greeting")
        .replace("severity: error", "severity: info")
    )
    team = Rulebook.load(write(tmp_path, {"etiquette/thanks-missing.yaml": rule}), packs=False)
    assert team.book.rules["thanks-missing"].severity == "info"
    assert team.book.channels["email"].uses["thanks-missing"].severity == "warning"  # the channel's word wins
    report = Linter(team).lint(Draft(text="It ships today."))
    assert "Which parcel?" in [finding.message for finding in report.findings]


def test_a_rule_that_is_off_leaves_neither_verdict_nor_finding(tmp_path):
    team = Rulebook.load(
        write(tmp_path, {"channels/chat.yaml": "channel: chat\nextends: chat\nrules: {greeting-missing: off}\n"}),
        packs=False,
    )
    assert "greeting-missing" not in verdicts(team, "It ships today.", "chat")


def test_names_of_a_team_are_added(tmp_path, rulebook):
    team = load(write(tmp_path, {"names/given.yaml": "en: [zebulonia]\n"}), with_packs=False)
    assert team.names.given == (*rulebook.book.names.given, "zebulonia")


def test_the_digest_changes_exactly_when_the_content_does(tmp_path, rulebook):
    team = write(tmp_path / "one", {"acts/p.yaml": ACT})
    first = load(team, with_packs=False).digest
    assert len(first) == 16
    assert first != rulebook.digest
    assert load(team, with_packs=False).digest == first
    shutil.copytree(team, tmp_path / "elsewhere")
    assert load(tmp_path / "elsewhere", with_packs=False).digest == first
    os.utime(team / "acts" / "p.yaml", (0, 0))
    assert load(team, with_packs=False).digest == first
    write(team, {"acts/p.yaml": ACT.replace("parcel <number>", "package <number>")})
    assert load(team, with_packs=False).digest != first


def install(folder: Path, name: str, group: str, value: str, files: dict[str, str]) -> None:
    """Lay a distribution out in a folder as an installer would."""
    info = folder / f"{name}-1.0.dist-info"
    write(
        info,
        {
            "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
            "entry_points.txt": f"[{group}]\n{value}\n",
        },
    )
    write(folder / name, {"__init__.py": "", **files})


@pytest.fixture
def python(root):
    """Run a program in an interpreter that sees a folder of installed distributions."""

    def run(site: Path, program: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(root / "src"), str(site)])
        return subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


LINT_FAX = """
import replylint
linter = replylint.Linter()
report = linter.lint(replylint.Draft(text="It ships today.", channel="fax"))
print(*[(v.rule, v.status) for v in report.verdicts])
"""


def test_an_installed_package_brings_rules(tmp_path, python):
    files = {"acts/p.yaml": ACT, "etiquette/p.yaml": RULE, "channels/fax.yaml": CHANNEL}
    install(tmp_path, "fax_rules", "replylint.rulebooks", "fax = fax_rules", files)
    ran = python(tmp_path, LINT_FAX)
    assert (ran.stdout.strip(), ran.stderr) == ("('parcel-number-missing', 'fail')", "")


def test_packs_can_be_left_out(tmp_path, python):
    install(
        tmp_path, "fax_rules", "replylint.rulebooks", "fax = fax_rules", {"etiquette/p.yaml": RULE, "acts/p.yaml": ACT}
    )
    ran = python(
        tmp_path,
        "import replylint\nprint(*('parcel-number-missing' in replylint.Rulebook.load(packs=p).rules for p in (True, False)))",
    )
    assert ran.stdout.split() == ["True", "False"]


def test_a_bad_rule_file_of_a_pack_is_named(tmp_path, python):
    install(tmp_path, "fax_rules", "replylint.rulebooks", "fax = fax_rules", {"channels/fax.yaml": CHANNEL})
    ran = python(tmp_path, LINT_FAX)
    assert 'fax/channels/fax.yaml:3:32: unknown rule "parcel-number-missing"' in ran.stderr


def test_a_pack_whose_package_is_gone_is_a_rulebook_error(tmp_path, python):
    install(tmp_path, "fax_rules", "replylint.rulebooks", "fax = gone_rules", {})
    ran = python(tmp_path, LINT_FAX)
    assert "RulebookError" in ran.stderr
    assert "gone_rules" in ran.stderr


SHOUTS = """
from replylint.checks.reading import Ruling
def shouts(options):
    def judge(reading):
        loud = reading.draft.text.count("!")
        return Ruling("fail", f"{loud} marks", None, "end") if loud > options["most"] else Ruling("pass", f"{loud} marks")
    return judge
"""
SHOUT_RULE = RULE.replace("{require: parcel_number, in: [body]}", "{plugin: shouts, most: 1}")


def test_an_installed_package_brings_a_check(tmp_path, python):
    install(tmp_path, "shout_check", "replylint.checks", "shouts = shout_check:shouts", {"__init__.py": SHOUTS})
    team = write(tmp_path / "team", {"etiquette/s.yaml": SHOUT_RULE, "channels/fax.yaml": CHANNEL})
    program = f"""
import replylint
linter = replylint.Linter(replylint.Rulebook.load({str(team)!r}))
for text in ("Now!", "Now!!"):
    print(*[(v.status, v.evidence) for v in linter.lint(replylint.Draft(text=text, channel="fax")).verdicts])
"""
    ran = python(tmp_path, program)
    assert (ran.stdout.splitlines(), ran.stderr) == (["('pass', '1 marks')", "('fail', '2 marks')"], "")


def test_a_check_that_no_installed_package_offers_is_a_rulebook_error(tmp_path):
    team = write(tmp_path, {"etiquette/s.yaml": SHOUT_RULE, "channels/fax.yaml": CHANNEL})
    with pytest.raises(RulebookError, match='unknown check "shouts"') as error:
        Linter(Rulebook.load(team, packs=False))
    assert error.value.problems[0].path == "check.plugin"


def test_a_linter_with_another_use_shares_the_compiled_phrases(linter, rulebook):
    old = rulebook.book.channels["chat"].uses["reply-too-long"]
    other = linter.with_use("chat", replace(old, limits={"max": 2}))
    assert other._recogniser is linter._recogniser  # noqa: SLF001  compiling them is what takes the time
    draft = Draft(text="It ships today.", channel="chat")
    failed = [{finding.rule for finding in each.lint(draft).findings} for each in (linter, other)]
    assert failed[1] - failed[0] == {"reply-too-long"}
