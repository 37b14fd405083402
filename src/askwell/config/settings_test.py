"""Settings under test: the real ones in server mode, with a clock that tests may move."""

import os
import tempfile

os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-test-"))
os.environ.setdefault("ASKWELL_MODE", "server")
os.environ.setdefault("ASKWELL_URL", "http://localhost")
os.environ.setdefault("ASKWELL_SECRET", "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz")

from askwell.config.settings import *  # noqa: E402, F403
from askwell.plumbing import environment  # noqa: E402

CLOCK_MAY_MOVE = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DATABASES = {
    "default": environment.database(os.environ.get("ASKWELL_TEST_DATABASE_URL", ""), DATA)  # noqa: F405
}
DATABASES["default"]["CONN_MAX_AGE"] = 0
WHITENOISE_AUTOREFRESH = True
