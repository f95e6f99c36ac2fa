"""The site's addresses, and what its pages are compared with: a page that says hello and a bare one-row save."""

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from appraisal.models import Cell


def hello(request: HttpRequest) -> HttpResponse:
    """A signed-in page in the site's own dress that says hello."""
    page = Template(
        "{% extends 'base.html' %}{% block title %}Hello{% endblock %}{% block content %}Hello{% endblock %}"
    )
    return HttpResponse(page.render(RequestContext(request)))


def bare_save(request: HttpRequest, cell: int) -> HttpResponse:
    """One row written, as plainly as Django can."""
    row = Cell.objects.get(pk=cell)
    row.rationale = request.POST["rationale"]
    row.save(update_fields=["rationale"])
    return HttpResponse("saved")


urlpatterns = [
    path("benchmarks/hello/", hello),
    path("benchmarks/save/<int:cell>/", bare_save),
    path("", include("config.urls")),
]
