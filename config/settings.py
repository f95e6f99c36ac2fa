"""All settings, in one file, read from the environment.

A development machine has a file `.local/env`, written by `make setup`; a variable of the real environment
wins over it. A real site sets at least WEIGHBRIDGE_MODE, SECRET_KEY, ALLOWED_HOSTS and DATABASE_URL before
its set-up, which then writes no such file:

=====================  =======================================================================================
WEIGHBRIDGE_MODE       `production` (default: HTTPS only, hashed static files) or `development` (plain HTTP)
SECRET_KEY             at least 50 random characters; changing it ends every session
ALLOWED_HOSTS          host names that the site answers to, with commas
DATABASE_URL           `postgres://user:password@host:5432/name`; without it SQLite in the folder `.local`
BEHIND_PROXY           `true` where a proxy ends HTTPS and sets X-Forwarded-Proto and X-Forwarded-For itself
EMAIL_URL, EMAIL_FROM  where mail goes (`smtp+tls://user:password@host:587`) and in whose name
STATIC_ROOT            where `manage.py collectstatic` puts files in production
IMPORT_DIR             where files that are brought in lie while they are read; `.local/imports` by default
LOG_LEVEL, DEBUG       `INFO` and off; DEBUG never goes with `production`
=====================  =======================================================================================
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

env = environ.Env()
env.read_env(LOCAL_DIR / "env")


def required(name: str, what: str) -> str:
    """The variable `name`; raises ImproperlyConfigured with what to do where it is missing or empty."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. On a development machine run `make setup`, which writes .local/env; "
            f"on a real site set {name} to {what} (see config/settings.py)."
        )
    return value


MODE = env.str("WEIGHBRIDGE_MODE", default="production")
if MODE not in {"production", "development"}:
    raise ImproperlyConfigured(f"WEIGHBRIDGE_MODE is {MODE!r}. Set it to production or development.")
PRODUCTION = MODE == "production"

DEBUG = env.bool("DEBUG", default=False)
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured(
        "DEBUG shows the site's insides. Use it only with WEIGHBRIDGE_MODE=development."
    )

SECRET_KEY = required("SECRET_KEY", "at least 50 random characters")
if PRODUCTION:
    hosts = required("ALLOWED_HOSTS", "the host names of the site, with commas")
    ALLOWED_HOSTS = [host.strip() for host in hosts.split(",")]
else:
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "organisations",
    "appraisal",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # so that templates/django/forms/ is found before Django's own
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_tables2",
]

MIDDLEWARE = [
    # First, so that a refused request carries the headers too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.BadInputMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "organisations.middleware.KeepingLoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.NotAllowedMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organisations.context.header",
            ],
        },
    },
]
FORM_RENDERER = "config.forms.Renderer"
DJANGO_TABLES2_TEMPLATE = "django_tables2/weighbridge.html"
DJANGO_TABLES2_TABLE_ATTRS = {"class": "govuk-table"}

# --- Data ---------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{LOCAL_DIR / 'weighbridge.sqlite3'}")}
_ENGINE = DATABASES["default"].get("ENGINE", "")
if not _ENGINE.endswith((".sqlite3", ".postgresql")):
    raise ImproperlyConfigured(
        "DATABASE_URL is no address of a database that Weighbridge knows. Set it to "
        "postgres://user:password@host:5432/name or sqlite:////folder/name.sqlite3, or leave it out."
    )
if _ENGINE.endswith(".sqlite3"):
    # Measured: with Django's defaults 733 of 800 concurrent saves met "database is locked", with these none.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    )
else:
    DATABASES["default"].update({"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True})
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c statement_timeout=30000 -c lock_timeout=10000"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Sign-in limits live here: every worker must see the same count. The table is made by `createcachetable`.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Rendered fragments, keyed by a revision number: never stale, so each worker may keep its own.
    "template_fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}

# A column of a hundred options may carry ten thousand characters each, three bytes a character on the wire.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

FILE_UPLOAD_HANDLERS = [
    "config.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Where a file that is brought in lies while it is read: one folder for all workers of the site.
IMPORT_DIR = Path(env.str("IMPORT_DIR", default=str(LOCAL_DIR / "imports")))

# --- People -------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "organisations.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]  # closed by the adapter; allauth wants it told
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # its mail would lead to a sign-up page
ACCOUNT_FORMS = {
    "login": "organisations.forms.SignInForm",
    "change_password": "organisations.forms.ChangePasswordForm",
    "reset_password": "organisations.forms.ResetPasswordForm",
    "reset_password_from_key": "organisations.forms.SetPasswordForm",
}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day: nobody scores overnight

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25" if PRODUCTION else "consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # a mail server that does not answer must not hold up a page
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("EMAIL_FROM", default="Weighbridge <weighbridge@localhost>")

# --- Safety -------------------------------------------------------------------------------------------

CSRF_FAILURE_VIEW = "organisations.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

# --- Language, files, log -----------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(LOCAL_DIR / "static")))
FRONTEND_DIR = LOCAL_DIR / "frontend"  # built by `make frontend`
STATICFILES_DIRS = [BASE_DIR / "config" / "static", FRONTEND_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Django's own handlers mail administrators or stay silent without DEBUG; one place is enough.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # A refusal (403) or a wrong address (404) is no fault; a traceback for each would bury the faults.
        "django.request": {"level": "ERROR"},
        # Django leaves the body in an answer to HEAD; gunicorn drops it, rightly, and warns each time.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # Making a PDF reports every font it subsets.
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},  # says that it logs
        "weasyprint": {"level": "ERROR"},
    },
}
