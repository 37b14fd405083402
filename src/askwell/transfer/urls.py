from django.urls import path

from askwell.transfer import views

app_name = "transfer"
urlpatterns = [
    path("take-out/", views.index, name="index"),
    path("take-out/restore/", views.restore, name="restore"),
    path("take-out/<uuid:uid>/", views.progress, name="progress"),
    path("take-out/<uuid:uid>/stop/", views.stop, name="stop"),
    path("take-out/<uuid:uid>/download/", views.download, name="download"),
    path("people/<uuid:uid>/forget/", views.forget, name="forget"),
]
