"""Which row each address needs: its name in the URL configuration → keyword → kind of row.

Add a line here for every new address with something in angle brackets; the cast test fails
until it is there. Addresses without any need no line.
"""

from askwell.workspaces.models import Owned

OBJECTS: dict[str, dict[str, str]] = {
    "explorations:detail": {"uid": "explorations.exploration"},
    "explorations:edit": {"uid": "explorations.exploration"},
    "explorations:switch": {"uid": "explorations.exploration"},
    "explorations:believe": {"uid": "explorations.exploration"},
    "explorations:sure": {"uid": "explorations.exploration"},
    "explorations:reopen": {"uid": "explorations.exploration"},
    "explorations:drop_belief": {"uid": "explorations.hypothesis"},
    "people:edit": {"uid": "people.person"},
    "people:delete": {"uid": "people.person"},
    "people:known": {"uid": "people.person"},
    "people:merge": {"uid": "people.person"},
    "people:contact_add": {"uid": "people.person"},
    "people:position_add": {"uid": "people.person"},
    "people:education_add": {"uid": "people.person"},
    "people:reading_add": {"uid": "people.person"},
    "people:note_add": {"uid": "people.person"},
    "people:batch": {"uid": "people.importbatch"},
    "people:batch_add": {"uid": "people.importbatch"},
    "people:batch_stop": {"uid": "people.importbatch"},
    "people:batch_undo": {"uid": "people.importbatch"},
    "people:contact_edit": {"uid": "people.contactpoint"},
    "people:contact_delete": {"uid": "people.contactpoint"},
    "people:position_delete": {"uid": "people.position"},
    "people:education_delete": {"uid": "people.education"},
    "people:reading_edit": {"uid": "people.reading"},
    "people:reading_delete": {"uid": "people.reading"},
    "people:note_edit": {"uid": "people.note"},
    "people:note_delete": {"uid": "people.note"},
    "people:organization": {"uid": "people.organization"},
    "people:organization_edit": {"uid": "people.organization"},
    "people:organization_merge": {"uid": "people.organization"},
    "people:unmerge": {"uid": "people.merge"},
    "questions:own_delete": {"uid": "questions.ownquestion"},
    "questions:agenda": {"uid": "questions.agenda"},
    "questions:plan": {"uid": "questions.agenda"},
    "questions:item_add": {"uid": "questions.agenda"},
    "questions:item_take": {"uid": "questions.agenda"},
    "questions:item_edit": {"uid": "questions.agendaitem"},
    "questions:item_move": {"uid": "questions.agendaitem"},
    "questions:item_remove": {"uid": "questions.agendaitem"},
    "home:person": {"uid": "people.person"},
    "home:snooze": {"uid": "people.person"},
    "home:undo": {"uid": "workspaces.trash"},
    "meetings:talk": {"uid": "meetings.conversation"},
    "meetings:plan": {"uid": "meetings.conversation"},
    "meetings:prep": {"uid": "meetings.conversation"},
    "meetings:prepared": {"uid": "meetings.conversation"},
    "meetings:dayof": {"uid": "meetings.conversation"},
    "meetings:ics": {"uid": "meetings.conversation"},
    "meetings:participant_add": {"uid": "meetings.conversation"},
    "meetings:delete": {"uid": "meetings.conversation"},
    "meetings:reschedule": {"uid": "meetings.conversation"},
    "meetings:cancel": {"uid": "meetings.conversation"},
    "meetings:no_show": {"uid": "meetings.conversation"},
    "meetings:room": {"uid": "meetings.conversation"},
    "meetings:start": {"uid": "meetings.conversation"},
    "meetings:end": {"uid": "meetings.conversation"},
    "meetings:paper": {"uid": "meetings.conversation"},
    "meetings:participant_remove": {"uid": "meetings.conversation", "person": "people.person"},
    "meetings:note": {"uid": "meetings.conversation", "note": "meetings.roomnote"},
    "meetings:note_delete": {"uid": "meetings.conversation", "note": "meetings.roomnote"},
    "meetings:asked": {"uid": "meetings.conversation", "item": "questions.agendaitem"},
    "meetings:of_agenda": {"uid": "questions.agenda"},
    "meetings:release": {"uid": "meetings.proposal"},
    "meetings:offer": {"uid": "people.person"},
    "meetings:book": {"uid": "people.person"},
    "meetings:talked": {"uid": "people.person"},
    "network:recall": {"uid": "meetings.conversation"},
    "insights:debrief": {"uid": "meetings.conversation"},
    "insights:connect": {"uid": "meetings.conversation", "person": "people.person"},
    "insights:mark": {"uid": "meetings.roomnote"},
    "insights:theme": {"uid": "insights.highlight"},
    "insights:unmark": {"uid": "insights.highlight"},
    "insights:unweigh": {"uid": "insights.evidence"},
    "insights:level": {"uid": "insights.skill"},
    "insights:drop_skill": {"uid": "insights.skill"},
    "insights:done": {"uid": "insights.action"},
    "insights:drop_action": {"uid": "insights.action"},
    "insights:line_done": {"uid": "insights.resumeline"},
    "insights:drop_line": {"uid": "insights.resumeline"},
    "insights:opening": {"uid": "insights.opening"},
    "insights:drop_opening": {"uid": "insights.opening"},
    "insights:answer": {"uid": "explorations.exploration"},
    "outreach:letter": {"uid": "outreach.letter"},
    "outreach:suggestions": {"uid": "outreach.letter"},
    "outreach:text_back": {"uid": "outreach.letter"},
    "outreach:sent": {"uid": "outreach.letter"},
    "outreach:undo_sent": {"uid": "outreach.letter"},
    "outreach:sent_around": {"uid": "outreach.letter"},
    "outreach:eml": {"uid": "outreach.letter"},
    "outreach:print": {"uid": "outreach.letter"},
    "outreach:new_letter": {"uid": "people.person"},
    "outreach:wrote": {"uid": "people.person"},
    "outreach:choose": {"uid": "people.person"},
    "outreach:put_aside": {"uid": "people.person"},
    "outreach:rest": {"uid": "people.person"},
    "outreach:outcome": {"uid": "people.person"},
    "outreach:after": {"uid": "people.person"},
    "outreach:promise_new": {"uid": "people.person"},
    "outreach:undo_outcome": {"uid": "outreach.reply"},
    "outreach:take_back": {"uid": "people.event"},
    "outreach:promise_keep": {"uid": "outreach.promise"},
    "outreach:promise_drop": {"uid": "outreach.promise"},
    "outreach:promise_undo": {"uid": "outreach.promise"},
    "outreach:offer_drop": {"uid": "outreach.offer"},
    "transfer:progress": {"uid": "transfer.transferjob"},
    "transfer:stop": {"uid": "transfer.transferjob"},
    "transfer:download": {"uid": "transfer.transferjob"},
    "transfer:forget": {"uid": "people.person"},
}
# Keywords that are words of a small set, not rows.
WORDS: dict[str, dict[str, str]] = {
    "learn:page": {"slug": "asking"},
    "home:door": {"door": "talk"},
}
# What nobody signed in may see: the ways in, and whether the server is alive.
PUBLIC = {
    "healthz", "workspaces:enter", "account_login", "account_logout", "account_signup",
    "account_inactive", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key_done", "account_confirm_login_code",
    "account_email_verification_sent", "mfa_authenticate", "mfa_login_webauthn",
    "account_reauthenticate",
}  # fmt: skip
# allauth's own addresses that need a token or a passkey; it tests them itself.
WITH_TOKEN = {
    "account_confirm_email", "account_reset_password_from_key", "mfa_remove_webauthn",
    "mfa_edit_webauthn",
}  # fmt: skip
# Not there until a second factor was set up or an export made, or only in local mode.
ABSENT = {
    "transfer:download",
    "mfa_deactivate_totp", "mfa_download_recovery_codes", "mfa_view_recovery_codes",
    "workspaces:enter",
}  # fmt: skip


def arguments(name: str, keywords: list[str], rows: dict[str, Owned]) -> dict[str, str]:
    """The keyword arguments that make this address point at the sample rows."""
    listed = OBJECTS.get(name, {})
    words = WORDS.get(name, {})
    missing = [keyword for keyword in keywords if keyword not in listed | words]
    assert not missing, f"tests/support/objects.py does not say which row {name} {missing} needs"
    return words | {keyword: str(rows[kind].uid) for keyword, kind in listed.items()}
