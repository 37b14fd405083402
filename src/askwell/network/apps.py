from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "askwell.network"
    label = "network"
