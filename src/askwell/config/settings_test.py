"""Settings under test: the real ones, with a clock that tests may move."""

from askwell.config.settings import *  # noqa: F403

CLOCK_MAY_MOVE = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
