from django.urls import path

from askwell.learn.views import cards, guide

app_name = "learn"
urlpatterns = [
    path("how-to/", guide.index, name="index"),
    path("how-to/glossary/", guide.glossary, name="glossary"),
    path("how-to/cards/", cards.overview, name="cards"),
    path("how-to/cards/study/", cards.study, name="study"),
    path("how-to/cards/new/", cards.new, name="card_new"),
    path("how-to/cards/<uuid:uid>/", cards.edit, name="card_edit"),
    path("how-to/cards/<uuid:uid>/delete/", cards.delete, name="card_delete"),
    path("how-to/<slug:slug>/", guide.page, name="page"),
]
