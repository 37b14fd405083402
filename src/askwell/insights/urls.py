from django.urls import path

from askwell.insights.views import after, heard, lines, skills

app_name = "insights"
urlpatterns = [
    path("talks/<uuid:uid>/debrief/", after.debrief, name="debrief"),
    path("talks/<uuid:uid>/connected/<uuid:person>/", after.connect, name="connect"),
    path("heard/", heard.answers, name="heard"),
    path("heard/talks/", heard.talk_by_talk, name="talk_by_talk"),
    path("heard/passages/", heard.passages, name="passages"),
    path("heard/notes/<uuid:uid>/mark/", heard.mark, name="mark"),
    path("heard/passages/<uuid:uid>/theme/", heard.theme, name="theme"),
    path("heard/passages/<uuid:uid>/delete/", heard.unmark, name="unmark"),
    path("heard/beliefs/", heard.beliefs, name="beliefs"),
    path("heard/beliefs/weigh/", heard.weigh, name="weigh"),
    path("heard/evidence/<uuid:uid>/delete/", heard.unweigh, name="unweigh"),
    path("heard/report/", heard.report, name="report"),
    path("heard/skills/", skills.skills, name="skills"),
    path("heard/skills/<uuid:uid>/level/", skills.level, name="level"),
    path("heard/skills/<uuid:uid>/delete/", skills.drop, name="drop_skill"),
    path("heard/actions/", skills.actions, name="actions"),
    path("heard/actions/<uuid:uid>/done/", skills.done, name="done"),
    path("heard/actions/<uuid:uid>/delete/", skills.drop_action, name="drop_action"),
    path("heard/resume/", lines.resume, name="resume"),
    path("heard/resume/<uuid:uid>/done/", lines.line_done, name="line_done"),
    path("heard/resume/<uuid:uid>/delete/", lines.drop_line, name="drop_line"),
    path("heard/openings/", lines.openings, name="openings"),
    path("heard/openings/<uuid:uid>/", lines.opening, name="opening"),
    path("heard/openings/<uuid:uid>/delete/", lines.drop_opening, name="drop_opening"),
    path("my-questions/<uuid:uid>/answer/", lines.answer, name="answer"),
    path("my-questions/<uuid:uid>/reopen/", lines.reopen, name="reopen"),
]
