from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "askwell.home"
    label = "home"
