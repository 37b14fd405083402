from django.urls import path

from askwell.home import doors, search, views

app_name = "home"
urlpatterns = [
    path("", doors.first, name="first"),
    path("start/", doors.start, name="start"),
    path("start/three/", doors.three, name="three"),
    path("start/keep/", doors.keep, name="keep"),
    path("start/sample/", doors.sample, name="sample"),
    path("start/<slug:door>/", doors.door, name="door"),
    path("today/", views.today, name="today"),
    path("today/rest/", views.rest, name="rest"),
    path("today/all/", views.keep_all, name="keep_all"),
    path("today/break/", views.pause, name="pause"),
    path("people/<uuid:uid>/", views.person, name="person"),
    path("people/<uuid:uid>/not-today/", views.snooze, name="snooze"),
    path("people/<uuid:uid>/write/<slug:kind>/", doors.write, name="write"),
    path("search/", search.search, name="search"),
    path("me/", views.settings, name="settings"),
    path("trash/", views.trash, name="trash"),
    path("undo/<uuid:uid>/", views.undo, name="undo"),
]
