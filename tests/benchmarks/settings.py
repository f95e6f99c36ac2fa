"""The site as it runs, with two addresses more for benchmarks to compare with."""

import os

os.environ.setdefault("WEIGHBRIDGE_MODE", "development")

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"

if os.environ.get("KEEP_FRAGMENTS") == "no":
    CACHES["template_fragments"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # noqa: F405
