from django.urls import path

from askwell.network import views

app_name = "network"
urlpatterns = [
    path("talks/<uuid:uid>/remember/", views.recall, name="recall"),
]
