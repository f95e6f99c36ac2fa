"""Addresses of an appraisal: the appraisal by its UUID, an option and a line by the ids of its file."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from appraisal.views import (
    checks,
    history,
    importing,
    lists,
    options,
    overview,
    recommendation,
    results,
    robustness,
    scoring,
    setup,
    weights,
)

app_name = "appraisal"

# The list is under options/, each option under option/: an option may be called “add” or “filter”.
long_list = [
    path("options/", options.options, name="options"),
    path("options/add/", options.add_option, name="add_option"),
    path("options/filter/", options.filter_options, name="filter_options"),
    path("options/factors/add/", options.add_factor, name="add_factor"),
    path("options/factors/<slug:factor>/edit/", options.edit_factor, name="edit_factor"),
    path("options/factors/<slug:factor>/move/", options.move_factor, name="move_factor"),
    path("options/factors/<slug:factor>/remove/", options.remove_factor, name="remove_factor"),
    path("options/factors/<slug:factor>/restore/", options.restore_factor, name="restore_factor"),
    path("option/<slug:option>/", options.option, name="option"),
    path("option/<slug:option>/edit/", options.edit_option, name="edit_option"),
    path("option/<slug:option>/stage/", options.option_stage, name="option_stage"),
    path("option/<slug:option>/swot/", options.edit_swot, name="edit_swot"),
    path("option/<slug:option>/filter/", options.edit_filter, name="edit_filter"),
    path("option/<slug:option>/move/", options.move_option, name="move_option"),
    path("option/<slug:option>/remove/", options.remove_option, name="remove_option"),
    path("option/<slug:option>/restore/", options.restore_option, name="restore_option"),
]

weighing = [
    path("weights/", weights.weights, name="weights"),
    path("weights/method/", weights.choose_method, name="choose_method"),
    path("weights/seal/", weights.seal_weights, name="seal_weights"),
    path("weights/add/", weights.add_weight_set, name="add_weight_set"),
    path("weights/swing/", weights.swing_weights, name="swing_weights"),
    path("weights/sets/<slug:weight_set>/edit/", weights.edit_weight_set, name="edit_weight_set"),
    path("weights/sets/<slug:weight_set>/move/", weights.move_weight_set, name="move_weight_set"),
    path("weights/sets/<slug:weight_set>/remove/", weights.remove_weight_set, name="remove_weight_set"),
]

# What the appraisal is, before it is scored.
set_up = [
    path("", setup.tasks, name="setup"),
    path("about/", setup.about, name="setup_about"),
    path("people/", setup.people, name="setup_people"),
    path("scale/", setup.scale, name="setup_scale"),
    path("template/", setup.save_template, name="save_template"),
    path("bodies/", setup.bodies, name="setup_bodies"),
    path("bodies/add/", setup.add_body, name="add_body"),
    path("bodies/<slug:body>/edit/", setup.edit_body, name="edit_body"),
    path("bodies/<slug:body>/move/", setup.move_body, name="move_body"),
    path("bodies/<slug:body>/remove/", setup.remove_body, name="remove_body"),
    path("criteria/", setup.criteria, name="criteria"),
    path("criteria/groups/add/", setup.add_group, name="add_group"),
    path("criteria/groups/<slug:group>/edit/", setup.edit_group, name="edit_group"),
    path("criteria/groups/<slug:group>/lines/", setup.add_line, name="add_line"),
    path("criteria/groups/<slug:group>/move/", setup.move_group, name="move_group"),
    path("criteria/groups/<slug:group>/remove/", setup.remove_group, name="remove_group"),
    path("criteria/groups/<slug:group>/restore/", setup.restore_group, name="restore_group"),
    path("criteria/lines/<slug:line>/edit/", setup.edit_line, name="edit_line"),
    path("criteria/lines/<slug:line>/move/", setup.move_line, name="move_line"),
    path("criteria/lines/<slug:line>/remove/", setup.remove_line, name="remove_line"),
    path("criteria/lines/<slug:line>/restore/", setup.restore_line, name="restore_line"),
    path("around/<slug:part>/", setup.part, name="setup_part"),
    path("around/<slug:part>/add/", setup.add_entry, name="add_entry"),
    path("around/sections/add/<slug:kind>/", setup.add_entry, {"part": "sections"}, name="add_section"),
    path("around/<slug:part>/<int:place>/", setup.edit_entry, name="edit_entry"),
    path("around/<slug:part>/<int:place>/move/", setup.move_entry, name="move_entry"),
    path("around/<slug:part>/<int:place>/remove/", setup.remove_entry, name="remove_entry"),
]

one_appraisal: list[URLPattern | URLResolver] = [
    *long_list,
    *weighing,
    path("", overview.overview, name="overview"),
    path("move/", overview.move, name="move"),
    path("setup/", include(set_up)),
    path("scoring/", scoring.scoring, name="scoring"),
    path("scoring/lines/<slug:line>/", scoring.score_line, name="score_line"),
    path("scoring/options/<slug:option>/", scoring.score_option, name="score_option"),
    path("scoring/cells/<slug:option>/<slug:line>/", scoring.save_cell, name="save_cell"),
    path("scoring/offline/", importing.import_scores, name="import_scores"),
    path("scoring/lines/<slug:line>/paste/", scoring.paste_column, name="paste_column"),
    path("scoring/options/<slug:option>/paste/", scoring.paste_down, name="paste_down"),
    path("recommendation/", recommendation.recommendation, name="recommendation"),
    path("recommendation/edit/", recommendation.edit_recommendation, name="edit_recommendation"),
    path("results/", results.results, name="results"),
    path("results/rationales/", results.rationales, name="rationales"),
    path("results/compare/", results.compare, name="compare"),
    path("results/cells/<slug:option>/<slug:line>/", results.cell, name="cell"),
    path("robustness/", robustness.robustness, name="robustness"),
    path("checks/", checks.checks, name="checks"),
    path("history/", history.history, name="history"),
]

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="appraisal:list"), name="home"),
    path("appraisals/", lists.appraisals, name="list"),
    path("appraisals/start/", setup.start, name="start"),
    path("appraisals/start/new/", setup.start_new, name="start_new"),
    path("appraisals/start/copy/", setup.start_copy, name="start_copy"),
    path("appraisals/start/templates/<uuid:template_id>/", setup.remove_template, name="remove_template"),
    path("appraisals/bring-in/spreadsheet/", importing.import_workbook, name="import_workbook"),
    path("appraisals/bring-in/file/", importing.import_file, name="import_file"),
    path("appraisals/bring-in/<uuid:plan_id>/", importing.import_plan, name="import_plan"),
    path("appraisals/bring-in/<uuid:plan_id>/apply/", importing.apply_import, name="apply_import"),
    path("appraisals/bring-in/<uuid:plan_id>/again/", importing.read_again, name="read_again"),
    path("appraisals/bring-in/<uuid:plan_id>/leave/", importing.discard_import, name="discard_import"),
    path("appraisals/<uuid:appraisal_id>/", include(one_appraisal)),
]
