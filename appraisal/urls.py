"""Addresses of an appraisal: the appraisal by its UUID, an option and a line by the ids of its file."""

from django.urls import include, path
from django.views.generic import RedirectView

from appraisal.views import history, lists, overview, recommendation, results, scoring

app_name = "appraisal"

one_appraisal = [
    path("", overview.overview, name="overview"),
    path("move/", overview.move, name="move"),
    path("scoring/", scoring.scoring, name="scoring"),
    path("scoring/lines/<slug:line>/", scoring.score_line, name="score_line"),
    path("scoring/options/<slug:option>/", scoring.score_option, name="score_option"),
    path("scoring/cells/<slug:option>/<slug:line>/", scoring.save_cell, name="save_cell"),
    path("scoring/lines/<slug:line>/paste/", scoring.paste_column, name="paste_column"),
    path("recommendation/", recommendation.recommendation, name="recommendation"),
    path("recommendation/edit/", recommendation.edit_recommendation, name="edit_recommendation"),
    path("results/", results.results, name="results"),
    path("results/rationales/", results.rationales, name="rationales"),
    path("results/compare/", results.compare, name="compare"),
    path("results/cells/<slug:option>/<slug:line>/", results.cell, name="cell"),
    path("history/", history.history, name="history"),
]

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="appraisal:list"), name="home"),
    path("appraisals/", lists.appraisals, name="list"),
    path("appraisals/<uuid:appraisal_id>/", include(one_appraisal)),
]
