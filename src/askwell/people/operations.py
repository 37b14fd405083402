"""Writes on people: the one door for other stages, views, jobs and the command line."""

from askwell.people.editing import (
    BadDetail,
    add_contact,
    add_education,
    add_note,
    add_position,
    add_reading,
    delete_detail,
    edit_contact,
    edit_note,
    edit_reading,
    know_enough,
    organization_named,
)
from askwell.people.exactly import merge_exact
from askwell.people.forgetting import forget
from askwell.people.import_columns import NoTable, NotEnoughColumns, choose_columns, sheets_of
from askwell.people.import_me import filled_in
from askwell.people.import_read import BadFile
from askwell.people.import_report import Report, sentence
from askwell.people.import_run import is_free, run_import
from askwell.people.import_undo import run_undo, undo_import, undo_now
from askwell.people.importing import (
    NotNow,
    asked_linkedin,
    cancel_import,
    import_files,
    preview_import,
    preview_later,
    resume_imports,
    start_import,
    sweep_imports,
    upload_import,
)
from askwell.people.journal import record, retract
from askwell.people.merging import CannotMerge, carry_over, merge, merge_organizations, merge_people
from askwell.people.pasting import keep_as_mine, keep_for, keep_for_new, whose_profile
from askwell.people.persons import (
    NoName,
    add_people,
    add_person,
    delete_person,
    edit_organization,
    edit_person,
    one_at_a_time,
)
from askwell.people.reindex import reindex
from askwell.people.same_organizations import NameTaken, drop_name, remember_name
from askwell.people.unmerging import CannotUnmerge, unmerge
from askwell.people.uploads import BadUpload

__all__ = [
    "BadDetail",
    "BadFile",
    "BadUpload",
    "CannotMerge",
    "CannotUnmerge",
    "NameTaken",
    "NoName",
    "NoTable",
    "NotEnoughColumns",
    "NotNow",
    "Report",
    "add_contact",
    "add_education",
    "add_note",
    "add_people",
    "add_person",
    "add_position",
    "add_reading",
    "asked_linkedin",
    "cancel_import",
    "carry_over",
    "choose_columns",
    "delete_detail",
    "delete_person",
    "drop_name",
    "edit_contact",
    "edit_note",
    "edit_organization",
    "edit_person",
    "edit_reading",
    "filled_in",
    "forget",
    "import_files",
    "is_free",
    "keep_as_mine",
    "keep_for",
    "keep_for_new",
    "know_enough",
    "merge",
    "merge_exact",
    "merge_organizations",
    "merge_people",
    "one_at_a_time",
    "organization_named",
    "preview_import",
    "preview_later",
    "record",
    "reindex",
    "remember_name",
    "resume_imports",
    "retract",
    "run_import",
    "run_undo",
    "sentence",
    "sheets_of",
    "start_import",
    "sweep_imports",
    "undo_import",
    "undo_now",
    "unmerge",
    "upload_import",
    "whose_profile",
]
