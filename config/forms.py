"""How every form of the site becomes GOV.UK markup: labels, hints, errors, and the links between them.

A form is an ordinary Django form; `{{ form }}`, `{{ field.as_field_group }}` and a plain `{{ field }}` all
come out with the right classes. The markup itself is in templates/django/forms/.
"""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input

# The first class that a widget is an instance of decides.
WIDGET_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (Input, "govuk-input"),
)


class GovukBoundField(BoundField):
    """A field that gives its widget the classes of GOV.UK Frontend."""

    @property
    def kind(self) -> str:
        """`checkbox` for one box beside its label, `fieldset` for a group of choices, else `input`."""
        if isinstance(self.field.widget, forms.CheckboxInput):
            return "checkbox"
        return "fieldset" if self.use_fieldset else "input"

    @property
    def first_input_id(self) -> str:
        """Where a link from the error summary leads: the input, or the first choice of a group."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label

    def build_widget_attrs(self, attrs: dict, widget: forms.Widget | None = None) -> dict:
        """Django's attributes (required, aria-invalid, aria-describedby) and the class of the widget."""
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return built
        base = next((name for kind, name in WIDGET_CLASSES if isinstance(widget, kind)), "")
        own = str(built.get("class", widget.attrs.get("class", "")))
        failed = f"{base}--error" if base and self.errors and "__" not in base else ""
        if classes := " ".join(filter(None, (base, own, failed))):
            built["class"] = classes
        return built


class Renderer(TemplatesSetting):
    """Form templates come from templates/django/forms/, and every field is a GovukBoundField."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = GovukBoundField
