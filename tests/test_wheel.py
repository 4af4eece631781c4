"""The wheel: all rule files are in it, byte by byte, and nothing stands beside the package."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("hatchling")
SHIPPED = ("src", "rules", "pyproject.toml", "LICENSE", "README.md")


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> zipfile.ZipFile:
    """Build from a copy of the checkout, so that workers do not disturb one another."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in SHIPPED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, copy / name)
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (path,) = (copy / "dist").glob("*.whl")
    return zipfile.ZipFile(path)


def record(wheel: zipfile.ZipFile) -> list[str]:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/RECORD")]
    return [row[0] for row in csv.reader(io.StringIO(wheel.read(name).decode()))]


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_rule_file_is_in_the_wheel_and_no_other(root, wheel):
    inside = {name.removeprefix("replylint/_rules/") for name in record(wheel) if name.startswith("replylint/_rules/")}
    assert inside == files(root / "rules")
    assert {"acts", "etiquette", "channels", "names"} <= {name.split("/")[0] for name in inside}


def test_rule_files_are_the_same_byte_by_byte(root, wheel):
    different = [
        name
        for name in sorted(files(root / "rules"))
        if wheel.read(f"replylint/_rules/{name}") != (root / "rules" / name).read_bytes()
    ]
    assert different == []


def test_every_module_is_in_the_wheel(root, wheel):
    inside = {
        name.removeprefix("replylint/")
        for name in record(wheel)
        if name.startswith("replylint/") and "/_rules/" not in name
    }
    assert inside == files(root / "src" / "replylint")
    assert "py.typed" in inside


def test_nothing_stands_beside_the_package(wheel):
    tops = {name.split("/")[0] for name in record(wheel)}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"replylint"}
    assert len(tops) == 2


def test_the_record_lists_the_archive(wheel):
    assert sorted(record(wheel)) == sorted(wheel.namelist())


def test_the_installed_wheel_lints_by_its_own_rules(wheel, tmp_path):
    wheel.extractall(tmp_path)
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import replylint; print(replylint.__file__, replylint.lint('It ships today.', channel='chat').findings[0].rule)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.split(), ran.stderr) == ([str(tmp_path / "replylint" / "__init__.py"), "greeting-missing"], "")
