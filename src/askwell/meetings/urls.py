from django.urls import path

from askwell.meetings.views import afterwards, dates, room, talks

app_name = "meetings"
urlpatterns = [
    path("talks/", talks.index, name="list"),
    path("talks/<uuid:uid>/", talks.talk, name="talk"),
    path("agendas/<uuid:uid>/talk/", talks.of_agenda, name="of_agenda"),
    path("talks/<uuid:uid>/plan/", talks.plan, name="plan"),
    path("talks/<uuid:uid>/prep/", talks.prep, name="prep"),
    path("talks/<uuid:uid>/prepared/", talks.prepared, name="prepared"),
    path("talks/<uuid:uid>/day/", talks.dayof, name="dayof"),
    path("talks/<uuid:uid>/invitation.ics", talks.ics, name="ics"),
    path("talks/<uuid:uid>/people/", talks.participant_add, name="participant_add"),
    path(
        "talks/<uuid:uid>/people/<uuid:person>/remove/",
        talks.participant_remove,
        name="participant_remove",
    ),
    path("talks/<uuid:uid>/delete/", talks.delete, name="delete"),
    path("people/<uuid:uid>/times/", dates.offer, name="offer"),
    path("times/<uuid:uid>/release/", dates.release, name="release"),
    path("people/<uuid:uid>/book/", dates.book, name="book"),
    path("people/<uuid:uid>/talked/", dates.talked, name="talked"),
    path("talks/<uuid:uid>/reschedule/", dates.reschedule, name="reschedule"),
    path("talks/<uuid:uid>/cancel/", dates.cancel, name="cancel"),
    path("talks/<uuid:uid>/no-show/", dates.no_show, name="no_show"),
    path("talks/<uuid:uid>/room/", room.room, name="room"),
    path("talks/<uuid:uid>/start/", room.start, name="start"),
    path("talks/<uuid:uid>/resume/", room.resume, name="resume"),
    path("talks/<uuid:uid>/end/", room.end, name="end"),
    path("talks/<uuid:uid>/notes/<uuid:note>/", room.note, name="note"),
    path("talks/<uuid:uid>/asked/<uuid:item>/", room.asked, name="asked"),
    path("talks/<uuid:uid>/type-up/", afterwards.paper, name="paper"),
    path("talks/<uuid:uid>/notes/<uuid:note>/delete/", afterwards.note_delete, name="note_delete"),
]
