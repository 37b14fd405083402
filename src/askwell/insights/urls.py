from django.urls import path

from askwell.insights import views

app_name = "insights"
urlpatterns = [
    path("talks/<uuid:uid>/debrief/", views.debrief, name="debrief"),
    path("talks/<uuid:uid>/connected/<uuid:person>/", views.connect, name="connect"),
]
