"""Every address of the house: each stage brings its own ``urls.py``, higher stages first."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from askwell.config.health import healthz
from askwell.config.layers import STAGES

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    *[
        path("", include(f"askwell.{stage}.urls"))
        for stage in STAGES
        if find_spec(f"askwell.{stage}.urls")
    ],
]
if settings.MODE == "server":
    urlpatterns.append(path("account/", include("allauth.urls")))
