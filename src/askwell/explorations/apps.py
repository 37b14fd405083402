from django.apps import AppConfig


class ExplorationsConfig(AppConfig):
    name = "askwell.explorations"
    label = "explorations"
