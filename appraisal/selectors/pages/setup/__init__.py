"""Screens of the set-up, one function each: what a page shows, and what a form begins with."""

from appraisal.selectors.pages.setup.bodies import BodyRow, BodyToEdit, bodies_page, body_to_edit
from appraisal.selectors.pages.setup.criteria import (
    CriteriaPage,
    GroupToEdit,
    LineToEdit,
    criteria_page,
    criterion_to_remove,
    group_to_edit,
    line_to_edit,
)
from appraisal.selectors.pages.setup.parts import PARTS, PartPage, part_page
from appraisal.selectors.pages.setup.people import BodyPeople, people_of_appraisal
from appraisal.selectors.pages.setup.start import StartPage, may_start_for, start_page, template_rows
from appraisal.selectors.pages.setup.tasks import SetupPage, SetupTask, setup_page
from appraisal.selectors.pages.setup.whole import WholeToEdit, about_to_edit, scale_to_edit

__all__ = [
    "PARTS",
    "BodyPeople",
    "BodyRow",
    "BodyToEdit",
    "CriteriaPage",
    "GroupToEdit",
    "LineToEdit",
    "PartPage",
    "SetupPage",
    "SetupTask",
    "StartPage",
    "WholeToEdit",
    "about_to_edit",
    "bodies_page",
    "body_to_edit",
    "criteria_page",
    "criterion_to_remove",
    "group_to_edit",
    "line_to_edit",
    "may_start_for",
    "part_page",
    "people_of_appraisal",
    "scale_to_edit",
    "setup_page",
    "start_page",
    "template_rows",
]
