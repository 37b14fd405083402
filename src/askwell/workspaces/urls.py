from django.urls import path

from askwell.workspaces import views

app_name = "workspaces"
urlpatterns = [
    path("enter/", views.enter, name="enter"),
]
