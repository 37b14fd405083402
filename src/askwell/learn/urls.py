from django.urls import path

from askwell.learn import views

app_name = "learn"
urlpatterns = [
    path("how-to/", views.index, name="index"),
    path("how-to/<slug:slug>/", views.page, name="page"),
]
