from django.urls import path

from askwell.explorations import views

app_name = "explorations"
urlpatterns = [
    path("my-questions/", views.questions, name="list"),
    path("my-questions/new/", views.new, name="new"),
    path("my-questions/<uuid:uid>/", views.detail, name="detail"),
    path("my-questions/<uuid:uid>/edit/", views.edit, name="edit"),
    path("my-questions/<uuid:uid>/current/", views.switch, name="switch"),
    path("my-questions/<uuid:uid>/belief/", views.believe, name="believe"),
    path("my-questions/<uuid:uid>/sure/", views.sure, name="sure"),
    path("beliefs/<uuid:uid>/delete/", views.drop_belief, name="drop_belief"),
]
