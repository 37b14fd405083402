from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "askwell.learn"
    label = "learn"
