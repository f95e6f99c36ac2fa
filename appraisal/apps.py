"""WHAT: appraisals, their scores and how they are changed."""

from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    """The appraisal app."""

    name = "appraisal"
    verbose_name = "Appraisals"
