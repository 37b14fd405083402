from django.urls import path

from askwell.questions import views

app_name = "questions"
urlpatterns = [
    path("questions/", views.the_bank, name="bank"),
    path("questions/add/", views.own_add, name="own_add"),
    path("questions/suggestions/", views.suggestions, name="suggestions"),
    path("questions/they-may-ask/", views.they_may_ask, name="answers"),
    path("questions/<uuid:uid>/delete/", views.own_delete, name="own_delete"),
    path("agendas/<uuid:uid>/", views.agenda, name="agenda"),
    path("agendas/<uuid:uid>/plan/", views.make_plan, name="plan"),
    path("agendas/<uuid:uid>/not-here/", views.not_here, name="not_here"),
    path("agendas/<uuid:uid>/add/", views.item_add, name="item_add"),
    path("agendas/<uuid:uid>/take/", views.item_take, name="item_take"),
    path("agenda-items/<uuid:uid>/", views.item_edit, name="item_edit"),
    path("agenda-items/<uuid:uid>/move/", views.item_move, name="item_move"),
    path("agenda-items/<uuid:uid>/remove/", views.item_remove, name="item_remove"),
]
