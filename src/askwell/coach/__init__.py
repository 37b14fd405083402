"""The know-how of informational interviewing. This module is the whole public interface.

Names are loaded on first use, so that a review pays only for the rules it runs.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.agenda import plan_agenda
    from askwell.coach.cadence import next_step
    from askwell.coach.engine.agendas import review_agenda
    from askwell.coach.engine.config import Config, ConfigError, read_config
    from askwell.coach.engine.fixes import apply_fixes
    from askwell.coach.engine.letters import LetterReview, review_letter
    from askwell.coach.engine.questions import QuestionReview, QuestionsReview, review_questions
    from askwell.coach.engine.transcripts import review_transcript
    from askwell.coach.finding import Finding, Fix, Severity
    from askwell.coach.rule import Rule
    from askwell.coach.text.blanks import find_blanks
    from askwell.coach.text.speakers import read_transcript
    from askwell.coach.text.tokens import count_words, utf16_length, utf16_offset
    from askwell.coach.text.turns import Transcript, Turn

    RULES: tuple[Rule, ...]

_HOMES = {
    "Config": "engine.config",
    "ConfigError": "engine.config",
    "Finding": "finding",
    "Fix": "finding",
    "LetterReview": "engine.letters",
    "QuestionReview": "engine.questions",
    "QuestionsReview": "engine.questions",
    "Rule": "rule",
    "Severity": "finding",
    "Transcript": "text.turns",
    "Turn": "text.turns",
    "apply_fixes": "engine.fixes",
    "count_words": "text.tokens",
    "find_blanks": "text.blanks",
    "next_step": "cadence",
    "plan_agenda": "agenda",
    "read_config": "engine.config",
    "read_transcript": "text.speakers",
    "review_agenda": "engine.agendas",
    "review_letter": "engine.letters",
    "review_questions": "engine.questions",
    "review_transcript": "engine.transcripts",
    "utf16_length": "text.tokens",
    "utf16_offset": "text.tokens",
}

__all__ = [
    "RULES",
    "Config",
    "ConfigError",
    "Finding",
    "Fix",
    "LetterReview",
    "QuestionReview",
    "QuestionsReview",
    "Rule",
    "Severity",
    "Transcript",
    "Turn",
    "apply_fixes",
    "count_words",
    "find_blanks",
    "next_step",
    "plan_agenda",
    "read_config",
    "read_transcript",
    "review_agenda",
    "review_letter",
    "review_questions",
    "review_transcript",
    "utf16_length",
    "utf16_offset",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "RULES":
        value: object = import_module("askwell.coach.engine.core").all_rules()
    elif name in _HOMES:
        value = getattr(import_module(f"askwell.coach.{_HOMES[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
