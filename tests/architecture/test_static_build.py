"""The static files of a real site: every name hashed, every reference resolved, nothing of the crown."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    hashed = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=str(folder), STORAGES={**settings.STORAGES, "staticfiles": hashed}):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def test_a_real_site_finds_every_static_file_under_its_hashed_name(built):
    for name in (
        "weighbridge.js",
        "weighbridge.svg",
        "frontend/govuk.css",
        "frontend/weighbridge.css",
        "frontend/govuk-frontend.js",
        "frontend/fonts/SourceSans3-Regular.woff2",
        "django_htmx/htmx-2.min.js",
    ):
        hashed = staticfiles_storage.stored_name(name)
        assert hashed != name
        assert (built / hashed).is_file()


def test_the_stylesheet_asks_only_for_files_that_are_there(built):
    stylesheet = built / staticfiles_storage.stored_name("frontend/govuk.css")
    asked = re.findall(r'url\("?([^")]+)"?\)', stylesheet.read_text())
    assert asked
    assert [name for name in asked if not (stylesheet.parent / name).is_file()] == []


def test_the_dress_is_the_councils_own(built):
    text = (built / "frontend/govuk.css").read_text() + (built / "frontend/weighbridge.css").read_text()
    assert "GDS Transport" not in text
    assert "crown" not in text.lower()
    assert '"Source Sans 3"' in text
