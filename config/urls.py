"""Every address of the site: each app brings its own.

The pages for 400, 403, 404 and 500 are Django's own views with our templates of those names.
"""

from django.urls import include, path

urlpatterns = [
    path("", include("organisations.urls")),
    path("", include("appraisal.urls")),
    path("", include("reports.urls")),
]
