"""The command line: arguments to library calls, no logic."""

from replylint.cli.main import main, run

__all__ = ["main", "run"]
