"""The settings of the site as tests run it: config/settings.py, with what must differ said here."""

import os

os.environ["WEIGHBRIDGE_MODE"] = "development"
os.environ["SECRET_KEY"] = "tests-only-and-nothing-else-is-signed-with-this-key-0123456789"
os.environ["DEBUG"] = "false"
os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"

from config.settings import *  # noqa: F403
from config.settings import DATABASES, LOCAL_DIR

# A file, not memory: in memory every thread shares one connection, and two people at once would not be two.
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # One of its own for every process, so that two runs at once do not take each other's away.
    DATABASES["default"]["TEST"] = {"NAME": str(LOCAL_DIR / f"test-{os.getpid()}.sqlite3")}
else:
    # A connection kept open by a server thread would stop the test database from being dropped.
    DATABASES["default"]["CONN_MAX_AGE"] = 0

# Argon2 is slow by design; tests/organisations checks that the real settings use it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # no scan of every static file at each live server's start
