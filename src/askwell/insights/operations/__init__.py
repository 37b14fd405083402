"""Writes on what was heard. Higher stages call these; views of this stage do, too."""

from askwell.insights.operations.after import (
    LookBack,
    connected,
    look_back,
    note_for_all,
    skip_look_back,
)
from askwell.insights.operations.finding import reindex
from askwell.insights.operations.forgetting import forget
from askwell.insights.operations.lines import add_line, change_opening, keep_opening, tick_line
from askwell.insights.operations.notes import NothingWritten, NotTheirWords, said_on, speaker_of
from askwell.insights.operations.passages import discard, mark_passage, set_theme, weigh
from askwell.insights.operations.skills import (
    finish,
    import_skills,
    mention_skill,
    plan,
    set_level,
    skill_named,
)

__all__ = [
    "LookBack",
    "NotTheirWords",
    "NothingWritten",
    "add_line",
    "change_opening",
    "connected",
    "discard",
    "finish",
    "forget",
    "import_skills",
    "keep_opening",
    "look_back",
    "mark_passage",
    "mention_skill",
    "note_for_all",
    "plan",
    "reindex",
    "said_on",
    "set_level",
    "set_theme",
    "skill_named",
    "skip_look_back",
    "speaker_of",
    "tick_line",
    "weigh",
]
