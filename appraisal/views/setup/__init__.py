"""Setting an appraisal up: from its start to the start of scoring."""

from appraisal.views.setup.bodies import add_body, bodies, edit_body, move_body, remove_body
from appraisal.views.setup.criteria import (
    add_group,
    add_line,
    criteria,
    edit_group,
    edit_line,
    move_group,
    move_line,
)
from appraisal.views.setup.parts import add_entry, edit_entry, move_entry, part, remove_entry
from appraisal.views.setup.removing import remove_group, remove_line, restore_group, restore_line
from appraisal.views.setup.start import remove_template, save_template, start, start_copy, start_new
from appraisal.views.setup.tasks import about, people, scale, tasks

__all__ = [
    "about",
    "add_body",
    "add_entry",
    "add_group",
    "add_line",
    "bodies",
    "criteria",
    "edit_body",
    "edit_entry",
    "edit_group",
    "edit_line",
    "move_body",
    "move_entry",
    "move_group",
    "move_line",
    "part",
    "people",
    "remove_body",
    "remove_entry",
    "remove_group",
    "remove_line",
    "remove_template",
    "restore_group",
    "restore_line",
    "save_template",
    "scale",
    "start",
    "start_copy",
    "start_new",
    "tasks",
]
