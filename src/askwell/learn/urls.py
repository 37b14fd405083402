from django.urls import path

from askwell.learn.views import cards, guide, progress, rehearse

app_name = "learn"
urlpatterns = [
    path("how-to/", guide.index, name="index"),
    path("how-to/glossary/", guide.glossary, name="glossary"),
    path("how-to/cards/", cards.overview, name="cards"),
    path("how-to/cards/study/", cards.study, name="study"),
    path("how-to/cards/answers/<uuid:uid>/take-back/", cards.unrate, name="unrate"),
    path("how-to/cards/new/", cards.new, name="card_new"),
    path("how-to/cards/askwell.apkg", progress.as_apkg, name="cards_apkg"),
    path("how-to/cards/askwell.csv", progress.as_csv, name="cards_csv"),
    path("how-to/cards/take-in/", progress.take_in, name="cards_in"),
    path("how-to/progress/", progress.progress, name="progress"),
    path("how-to/class/", progress.a_class, name="class"),
    path("how-to/class/askwell-class.zip", progress.pack, name="class_pack"),
    path("how-to/cards/<uuid:uid>/", cards.edit, name="card_edit"),
    path("how-to/cards/<uuid:uid>/delete/", cards.delete, name="card_delete"),
    path("how-to/rehearse/", rehearse.home, name="rehearse"),
    path("how-to/rehearse/answers/<slug:key>/", rehearse.answer, name="answer"),
    path("how-to/rehearse/start/", rehearse.start, name="role_play_start"),
    path("how-to/rehearse/side-by-side/", rehearse.side_by_side, name="side_by_side"),
    path("how-to/rehearse/<uuid:uid>/", rehearse.role_play, name="role_play"),
    path("how-to/rehearse/<uuid:uid>/end/", rehearse.end, name="role_play_end"),
    path("how-to/rehearse/<uuid:uid>/delete/", rehearse.drop, name="role_play_drop"),
    path("how-to/real/<uuid:uid>/", rehearse.real, name="real"),
    path("how-to/beside/<uuid:uid>/", rehearse.beside, name="beside"),
    path("how-to/<slug:slug>/", guide.page, name="page"),
]
