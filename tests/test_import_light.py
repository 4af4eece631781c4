"""Nothing is read, fetched or compiled at import: a mail client that only asks for the version must not pay for more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import replylint

HEAVY = ("pydantic", "yaml", "click", "regex", "ahocorasick_rs", "json", "email")


def loaded(root, program: str) -> set[str]:
    """Run a program in a fresh interpreter and list the modules it has loaded."""
    code = f"{program}\nimport sys; sys.stdout.write(' '.join(sys.modules))"
    env = {**os.environ, "PYTHONPATH": str(root / "src")}
    return set(
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout.split()
    )


def test_import_loads_none_of_the_dependencies(root):
    modules = loaded(root, "import replylint; replylint.__version__; replylint.__all__")
    assert modules.isdisjoint(HEAVY)
    assert {name for name in modules if name.startswith("replylint")} == {"replylint"}


def test_errors_need_no_dependency(root):
    assert loaded(root, "from replylint import ReplylintError, DraftError").isdisjoint(
        {"pydantic", "yaml", "click", "regex"}
    )


def test_the_library_needs_no_command_line(root):
    assert "click" not in loaded(root, "import replylint; replylint.lint('Hello Sara.')")


def test_help_loads_no_rules_and_no_models(root):
    program = "import sys; sys.argv = ['replylint', '--version']\nfrom replylint.cli import main\ntry: main()\nexcept SystemExit: pass"
    assert loaded(root, program).isdisjoint({"pydantic", "yaml", "regex", "ahocorasick_rs"})


def test_every_public_name_can_be_had():
    for name in replylint.__all__:
        assert getattr(replylint, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'lynt'"):
        replylint.lynt  # noqa: B018  asking is the test
