"""Writes on what was learned and practised."""

from askwell.learn.operations.cards import (
    NoCard,
    NotTheLast,
    add_card,
    edit_card,
    rate,
    remove_card,
    unrate,
)
from askwell.learn.operations.files import NotATable, Taken, as_apkg, as_csv, take_in
from askwell.learn.operations.rehearsing import (
    NothingSaid,
    answer_aloud,
    drop_talk,
    end_talk,
    keep_transcript,
    read_role_play,
    say,
    start_talk,
)

__all__ = [
    "NoCard",
    "NotATable",
    "NotTheLast",
    "NothingSaid",
    "Taken",
    "add_card",
    "answer_aloud",
    "as_apkg",
    "as_csv",
    "drop_talk",
    "edit_card",
    "end_talk",
    "keep_transcript",
    "rate",
    "read_role_play",
    "remove_card",
    "say",
    "start_talk",
    "take_in",
    "unrate",
]
