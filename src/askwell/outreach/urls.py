from django.urls import path

from askwell.outreach.views import around, asking, letters, promises

app_name = "outreach"
urlpatterns = [
    path("letters/", around.letters, name="drafts"),
    path("letters/reminders/", asking.reminders, name="reminders"),
    path("letters/<uuid:uid>/", letters.letter, name="letter"),
    path("letters/<uuid:uid>/suggestions/", letters.suggestions, name="suggestions"),
    path("letters/<uuid:uid>/text-back/", letters.text_back, name="text_back"),
    path("letters/<uuid:uid>/discard/", letters.discard, name="discard"),
    path("letters/<uuid:uid>/sent/", letters.sent, name="sent"),
    path("letters/<uuid:uid>/sent/undo/", letters.undo_sent, name="undo_sent"),
    path("letters/<uuid:uid>/sent-around/", around.sent_around, name="sent_around"),
    path("letters/<uuid:uid>/letter.eml", letters.as_eml, name="eml"),
    path("letters/<uuid:uid>/print/", letters.printed, name="print"),
    path("people/who-knows/", around.who_knows, name="who_knows"),
    path("people/<uuid:uid>/letter/", letters.new, name="new_letter"),
    path("people/<uuid:uid>/wrote/", asking.wrote, name="wrote"),
    path("people/<uuid:uid>/choose/", asking.choose, name="choose"),
    path("people/<uuid:uid>/aside/", asking.put_aside, name="put_aside"),
    path("people/<uuid:uid>/rest/", asking.rest, name="rest"),
    path("people/<uuid:uid>/outcome/", asking.outcome, name="outcome"),
    path("people/<uuid:uid>/after/", asking.after, name="after"),
    path("people/<uuid:uid>/promise/", promises.new, name="promise_new"),
    path("answers/<uuid:uid>/undo/", asking.undo_outcome, name="undo_outcome"),
    path("happened/<uuid:uid>/take-back/", asking.take_back, name="take_back"),
    path("promises/", promises.promises, name="promises"),
    path("promises/<uuid:uid>/kept/", promises.keep, name="promise_keep"),
    path("promises/<uuid:uid>/dropped/", promises.drop, name="promise_drop"),
    path("promises/<uuid:uid>/undo/", promises.undo, name="promise_undo"),
    path("offers/", promises.offers, name="offers"),
    path("offers/<uuid:uid>/delete/", promises.drop_offer, name="offer_drop"),
]
