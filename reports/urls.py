"""Addresses of the reports of one appraisal."""

from django.urls import path

from reports import views

app_name = "reports"

urlpatterns = [
    path("appraisals/<uuid:appraisal_id>/reports/", views.index, name="index"),
    path("appraisals/<uuid:appraisal_id>/reports/workbook-for-scoring/", views.filling, name="filling"),
    path("appraisals/<uuid:appraisal_id>/reports/<slug:file_format>/", views.download, name="download"),
]
