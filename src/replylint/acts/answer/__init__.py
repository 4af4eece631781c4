"""Does the reply answer: is the problem said back, is a question left open."""

from replylint.acts.answer.restatement import Restatement, restated, unanswered

__all__ = ["Restatement", "restated", "unanswered"]
