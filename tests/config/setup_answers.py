"""What each address of the set-up answers each kind of person: rows for test_every_setup_url.py.

As in test_every_url.py; the appraisal is being set up. `{name}` in what is sent is something of the site.
"""

ANSWERS = """
address                              anon alone away officer assessor panel finance admin officer2 assessor2
appraisal:start                      302  200   200  200     200      200   200     200   200      200
appraisal:start_new                  302  403   200  200     403      403   403     403   200      403
appraisal:start_new POST             401  403   422  302     403      403   403     403   422      403
appraisal:start_copy                 302  403   200  200     403      403   403     403   200      403
appraisal:start_copy POST            401  403   422  302     403      403   403     403   422      403
appraisal:remove_template            302  404   404  200     403      403   403     403   404      404
appraisal:remove_template POST       401  404   404  302     403      403   403     403   404      404
appraisal:setup                      302  404   404  200     200      200   200     200   200      200
appraisal:setup_people               302  404   404  200     200      200   200     200   200      200
appraisal:setup_about                302  404   404  200     403      403   403     403   403      403
appraisal:setup_about POST           401  404   404  302     403      403   403     403   403      403
appraisal:setup_scale                302  404   404  200     403      403   403     403   403      403
appraisal:setup_scale POST           401  404   404  302     403      403   403     403   403      403
appraisal:save_template              302  404   404  200     403      403   403     403   200      403
appraisal:save_template POST         401  404   404  302     403      403   403     403   422      403
appraisal:setup_bodies               302  404   404  200     200      200   200     200   200      200
appraisal:add_body                   302  404   404  200     403      403   403     403   403      403
appraisal:add_body POST              401  404   404  302     403      403   403     403   403      403
appraisal:edit_body                  302  404   404  200     403      403   403     403   403      403
appraisal:edit_body POST             401  404   404  302     403      403   403     403   403      403
appraisal:move_body                  302  405   405  405     405      405   405     405   405      405
appraisal:move_body POST             401  404   404  302     403      403   403     403   403      403
appraisal:remove_body                302  404   404  200     403      403   403     403   403      403
appraisal:remove_body POST           401  404   404  302     403      403   403     403   403      403
appraisal:criteria                   302  404   404  200     200      200   200     200   200      200
appraisal:add_group                  302  404   404  200     403      403   403     403   403      403
appraisal:add_group POST             401  404   404  302     403      403   403     403   403      403
appraisal:edit_group                 302  404   404  200     403      403   403     403   403      403
appraisal:edit_group POST            401  404   404  302     403      403   403     403   403      403
appraisal:move_group                 302  405   405  405     405      405   405     405   405      405
appraisal:move_group POST            401  404   404  302     403      403   403     403   403      403
appraisal:remove_group               302  404   404  200     403      403   403     403   403      403
appraisal:remove_group POST          401  404   404  302     403      403   403     403   403      403
appraisal:restore_group              302  405   405  405     405      405   405     405   405      405
appraisal:restore_group POST         401  404   404  302     403      403   403     403   403      403
appraisal:add_line                   302  404   404  200     403      403   403     403   403      403
appraisal:add_line POST              401  404   404  302     403      403   403     403   403      403
appraisal:edit_line                  302  404   404  200     403      403   403     403   403      403
appraisal:edit_line POST             401  404   404  302     403      403   403     403   403      403
appraisal:move_line                  302  405   405  405     405      405   405     405   405      405
appraisal:move_line POST             401  404   404  302     403      403   403     403   403      403
appraisal:remove_line                302  404   404  200     403      403   403     403   403      403
appraisal:remove_line POST           401  404   404  302     403      403   403     403   403      403
appraisal:restore_line               302  405   405  405     405      405   405     405   405      405
appraisal:restore_line POST          401  404   404  302     403      403   403     403   403      403
appraisal:setup_part                 302  404   404  200     200      200   200     200   200      200
appraisal:add_entry                  302  404   404  200     403      403   403     403   403      403
appraisal:add_entry POST             401  404   404  302     403      403   403     403   403      403
appraisal:add_section                302  404   404  200     403      403   403     403   403      403
appraisal:add_section POST           401  404   404  302     403      403   403     403   403      403
appraisal:edit_entry                 302  404   404  200     403      403   403     403   403      403
appraisal:edit_entry POST            401  404   404  302     403      403   403     403   403      403
appraisal:move_entry                 302  405   405  405     405      405   405     405   405      405
appraisal:move_entry POST            401  404   404  302     403      403   403     403   403      403
appraisal:remove_entry               302  404   404  200     403      403   403     403   403      403
appraisal:remove_entry POST          401  404   404  302     403      403   403     403   403      403
"""

SENT = {
    "start_new": {"template": "blank", "organisation": "{organisation_id}", "title": "Another one"},
    "start_copy": {
        "source": "{appraisal_id}",
        "scores": "no",
        "organisation": "{organisation_id}",
        "title": "A copy",
    },
    "setup_about": {"title": "Where it goes", "version": "1"},
    "setup_scale": {"lo": "0", "hi": "10", "step": "1", "version": "1"},
    "save_template": {"organisation": "{organisation_id}", "name": "Kept"},
    "add_body": {"name": "Northshire Police"},
    "edit_body": {"role": "recommends", "version": "1"},
    "move_body": {"up": "1"},
    "remove_body": {"version": "1"},
    "add_group": {"name": "Money"},
    "edit_group": {"name": "Folk", "version": "1"},
    "move_group": {"down": "0"},
    "remove_group": {"version": "1"},
    "add_line": {"name": "One more", "kind": "score"},
    "edit_line": {"name": "Reach all", "kind": "score", "version": "1"},
    "move_line": {"down": "0"},
    "remove_line": {"version": "1"},
    "add_entry": {"what": "One more", "version": "1"},
    "add_section": {"title": "Why", "items": "One.", "version": "1"},
    "edit_entry": {"what": "Another", "version": "1"},
    "move_entry": {"down": "1"},
    "remove_entry": {"version": "1"},
}
"""What a form in order sends, by the name of its address; what is not here sends nothing."""

NAMES = {
    "start": (),
    "start_new": (),
    "start_copy": (),
    "remove_template": ("template_id",),
    **dict.fromkeys(("edit_body", "move_body", "remove_body"), ("appraisal_id", "body")),
    **dict.fromkeys(("edit_group", "move_group", "remove_group", "add_line"), ("appraisal_id", "group")),
    **dict.fromkeys(("edit_line", "move_line", "remove_line"), ("appraisal_id", "line")),
    "restore_group": ("appraisal_id", "removed_group"),
    "restore_line": ("appraisal_id", "removed_line"),
    **dict.fromkeys(("setup_part", "add_entry"), ("appraisal_id", "part")),
    "add_section": ("appraisal_id", "kind"),
    **dict.fromkeys(("edit_entry", "move_entry", "remove_entry"), ("appraisal_id", "part", "place")),
}
"""What stands in each address, if it is more than the appraisal."""
