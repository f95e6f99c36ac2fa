"""What options, weights and imports answer each kind of person: more rows for test_every_setup_url.py.

As in setup_answers.py. A preview belongs to whoever brought the file in: for another person it is not there.
"""

ANSWERS = """
address                              anon alone away officer assessor panel finance admin officer2 assessor2
appraisal:options                    302  404   404  200     200      200   200     200   200      200
appraisal:add_option                 302  404   404  200     403      403   403     403   403      403
appraisal:add_option POST            401  404   404  302     403      403   403     403   403      403
appraisal:filter_options             302  404   404  200     200      200   200     200   200      200
appraisal:add_factor                 302  404   404  200     403      403   403     403   403      403
appraisal:add_factor POST            401  404   404  302     403      403   403     403   403      403
appraisal:edit_factor                302  404   404  200     403      403   403     403   403      403
appraisal:edit_factor POST           401  404   404  302     403      403   403     403   403      403
appraisal:move_factor                302  405   405  405     405      405   405     405   405      405
appraisal:move_factor POST           401  404   404  302     403      403   403     403   403      403
appraisal:remove_factor              302  404   404  200     403      403   403     403   403      403
appraisal:remove_factor POST         401  404   404  302     403      403   403     403   403      403
appraisal:restore_factor             302  405   405  405     405      405   405     405   405      405
appraisal:restore_factor POST        401  404   404  302     403      403   403     403   403      403
appraisal:option                     302  404   404  200     200      200   200     200   200      200
appraisal:edit_option                302  404   404  200     403      403   403     403   403      403
appraisal:edit_option POST           401  404   404  302     403      403   403     403   403      403
appraisal:option_stage               302  404   404  200     403      403   403     403   403      403
appraisal:option_stage POST          401  404   404  302     403      403   403     403   403      403
appraisal:edit_swot                  302  404   404  200     403      403   403     403   403      403
appraisal:edit_swot POST             401  404   404  302     403      403   403     403   403      403
appraisal:edit_filter                302  404   404  200     403      403   403     403   403      403
appraisal:edit_filter POST           401  404   404  302     403      403   403     403   403      403
appraisal:move_option                302  405   405  405     405      405   405     405   405      405
appraisal:move_option POST           401  404   404  302     403      403   403     403   403      403
appraisal:remove_option              302  404   404  200     403      403   403     403   403      403
appraisal:remove_option POST         401  404   404  302     403      403   403     403   403      403
appraisal:restore_option             302  405   405  405     405      405   405     405   405      405
appraisal:restore_option POST        401  404   404  302     403      403   403     403   403      403
appraisal:weights                    302  404   404  200     200      200   200     200   200      200
appraisal:choose_method              302  404   404  200     403      403   403     403   403      403
appraisal:choose_method POST         401  404   404  302     403      403   403     403   403      403
appraisal:seal_weights               302  405   405  405     405      405   405     405   405      405
appraisal:seal_weights POST          401  404   404  302     302      302   302     302   302      302
appraisal:add_weight_set             302  404   404  200     403      403   403     403   403      403
appraisal:add_weight_set POST        401  404   404  302     403      403   403     403   403      403
appraisal:swing_weights              302  404   404  200     403      403   403     403   403      403
appraisal:swing_weights POST         401  404   404  302     403      403   403     403   403      403
appraisal:edit_weight_set            302  404   404  200     403      403   403     403   403      403
appraisal:edit_weight_set POST       401  404   404  302     403      403   403     403   403      403
appraisal:move_weight_set            302  405   405  405     405      405   405     405   405      405
appraisal:move_weight_set POST       401  404   404  302     403      403   403     403   403      403
appraisal:remove_weight_set          302  404   404  200     403      403   403     403   403      403
appraisal:remove_weight_set POST     401  404   404  302     403      403   403     403   403      403
appraisal:checks                     302  404   404  200     200      200   200     200   200      200
appraisal:import_workbook            302  403   200  200     403      403   403     403   200      403
appraisal:import_workbook POST       401  403   422  422     403      403   403     403   422      403
appraisal:import_file                302  403   200  200     403      403   403     403   200      403
appraisal:import_file POST           401  403   422  422     403      403   403     403   422      403
appraisal:import_plan                302  404   404  200     404      404   404     404   404      404
appraisal:apply_import               302  405   405  405     405      405   405     405   405      405
appraisal:apply_import POST          401  404   404  302     404      404   404     404   404      404
appraisal:read_again                 302  405   405  405     405      405   405     405   405      405
appraisal:read_again POST            401  404   404  422     404      404   404     404   404      404
appraisal:discard_import             302  405   405  405     405      405   405     405   405      405
appraisal:discard_import POST        401  404   404  302     404      404   404     404   404      404
"""

WEIGHTS = {"sub_criteria-reach": "2", "sub_criteria-staff": "1"}
SENT = {
    "add_option": {"name": "One more", "stage": "long-list"},
    "add_factor": {"name": "Cheap", "kind": "objective"},
    "edit_factor": {"name": "Cheaper", "kind": "objective", "version": "1"},
    "move_factor": {"down": "0"},
    "remove_factor": {"version": "1"},
    "edit_option": {"name": "Stay here", "version": "1"},
    "option_stage": {"stage": "dropped", "reason": "Nobody wants it.", "version": "1"},
    "edit_swot": {"strengths": "Known.", "version": "1"},
    "edit_filter": {"filter-quick-verdict": "meets", "version": "1"},
    "move_option": {"down": "0"},
    "remove_option": {"version": "1"},
    "choose_method": {"combine": "sum", "version": "1"},
    "add_weight_set": {"name": "Ours", "levels": "one", **WEIGHTS},
    "swing_weights": {"do": "save", "name": "Swing", "first": "reach", "levels": "one", **WEIGHTS},
    "edit_weight_set": {"name": "Again", "levels": "one", "version": "1", **WEIGHTS},
    "move_weight_set": {"down": "0"},
    "remove_weight_set": {"version": "1"},
}
"""What a form in order sends. Bringing in sends no file, so it answers that the file is missing."""

NAMES = {
    **dict.fromkeys(("edit_factor", "move_factor", "remove_factor"), ("appraisal_id", "factor")),
    "restore_factor": ("appraisal_id", "removed_factor"),
    **dict.fromkeys(
        (
            "option",
            "edit_option",
            "option_stage",
            "edit_swot",
            "edit_filter",
            "move_option",
            "remove_option",
        ),
        ("appraisal_id", "option"),
    ),
    "restore_option": ("appraisal_id", "removed_option"),
    **dict.fromkeys(
        ("edit_weight_set", "move_weight_set", "remove_weight_set"), ("appraisal_id", "weight_set")
    ),
    **dict.fromkeys(("import_plan", "apply_import", "read_again", "discard_import"), ("plan_id",)),
    **dict.fromkeys(("import_workbook", "import_file"), ()),
}
"""What stands in each address, if it is more than the appraisal."""
