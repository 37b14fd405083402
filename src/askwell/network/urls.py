from django.urls import path

from askwell.network.views import after, introductions, keeping

app_name = "network"
urlpatterns = [
    path("talks/<uuid:uid>/remember/", after.recall, name="recall"),
    path("talks/<uuid:uid>/thank/<uuid:person>/", after.thank, name="thank"),
    path("people/whom-to-ask/", introductions.seven, name="seven"),
    path("people/<uuid:uid>/named/", introductions.named, name="named"),
    path("introductions/", introductions.introductions, name="introductions"),
    path("introductions/<uuid:uid>/ask/", introductions.ask, name="ask"),
    path("introductions/<uuid:uid>/let-go/", introductions.let_go, name="let_go"),
    path("introductions/<uuid:uid>/tell/", introductions.tell, name="tell"),
    path("introductions/<uuid:uid>/told/", introductions.told, name="told"),
    path("introductions/<uuid:uid>/delete/", introductions.drop, name="drop_introduction"),
    path("in-touch/", keeping.keep, name="keeping"),
    path("in-touch/<uuid:uid>/rhythm/", keeping.rhythm, name="rhythm"),
    path("in-touch/<uuid:uid>/touched/", keeping.touch, name="touched"),
    path("in-touch/<uuid:uid>/hello/", keeping.hello, name="hello"),
    path("shares/<uuid:uid>/", keeping.share, name="share"),
    path("shares/<uuid:uid>/delete/", keeping.drop_share, name="drop_share"),
]
