from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "askwell.transfer"
    label = "transfer"
