"""Every field's label, hint, problem and input know each other, in the classes of GOV.UK Frontend."""

import re

import pytest
from django import forms
from django.template import engines


class Everything(forms.Form):
    name = forms.CharField(help_text="As it stands on the card")
    secret = forms.CharField(widget=forms.PasswordInput)
    why = forms.CharField(label="Rationale", widget=forms.Textarea(attrs={"class": "own-class"}))
    stage = forms.ChoiceField(choices=[("a", "Set-up"), ("b", "Scoring")])
    state = forms.ChoiceField(
        choices=[("a", "Scored"), ("b", "To be confirmed")], widget=forms.RadioSelect, help_text="One only"
    )
    parts = forms.MultipleChoiceField(choices=[("a", "Matrix")], widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="I have read it", help_text="All of it")
    hidden = forms.CharField(widget=forms.HiddenInput, initial="1")


def tag(html, opening):
    """The whole tag that holds `opening`."""
    return next(found for found in re.findall(r"<[^>]+>", html) if opening in found)


@pytest.fixture
def empty():
    return str(Everything())


@pytest.fixture
def wrong():
    return str(Everything({}))


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("name", "govuk-input"),
        ("secret", "govuk-input"),
        ("why", "govuk-textarea own-class"),
        ("stage", "govuk-select"),
        ("state", "govuk-radios__input"),
        ("parts", "govuk-checkboxes__input"),
        ("agreed", "govuk-checkboxes__input"),
    ],
)
def test_an_input_has_the_class_of_its_kind(empty, name, css):
    assert f'class="{css}"' in tag(empty, f'name="{name}"')


def test_a_hint_and_a_problem_are_tied_to_their_input(wrong):
    assert 'aria-describedby="id_name_helptext id_name_error"' in tag(wrong, 'name="name"')
    assert 'aria-invalid="true"' in tag(wrong, 'name="name"')
    assert "govuk-input--error" in tag(wrong, 'name="name"')
    assert tag(wrong, 'id="id_name_helptext"')
    assert tag(wrong, 'id="id_name_error"')


def test_a_group_of_choices_is_tied_as_a_whole(wrong):
    assert 'aria-describedby="id_state_helptext id_state_error"' in tag(wrong, "<fieldset")
    assert "govuk-fieldset__legend" in tag(wrong, "<legend")


@pytest.mark.parametrize("name", ["id_name", "id_state_0", "id_parts_0", "id_agreed"])
def test_every_label_names_its_input(empty, name):
    assert tag(empty, f'for="{name}"').startswith("<label")
    assert tag(empty, f'id="{name}"').startswith("<input")


def test_every_description_that_is_named_exists(wrong):
    named = {one for ids in re.findall(r'aria-describedby="([^"]+)"', wrong) for one in ids.split()}
    assert named
    assert [one for one in named if f'id="{one}"' not in wrong] == []


def test_the_summary_leads_to_every_problem():
    form = Everything({})
    template = engines["django"].from_string('{% include "components/error_summary.html" %}')
    links = re.findall(r'href="#([^"]+)"', template.render({"form": form}))
    assert links == ["id_name", "id_secret", "id_why", "id_stage", "id_state_0", "id_parts_0", "id_agreed"]
    assert [one for one in links if f'id="{one}"' not in str(form)] == []


def test_what_people_typed_is_escaped():
    form = Everything({"name": "<script>alert(1)</script>"})
    assert "<script>" not in str(form)
    assert "&lt;script&gt;" in str(form)
