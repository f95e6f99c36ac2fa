"""What people type about themselves and each other.

Plain forms; the rules of the house are in the services.
"""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from django import forms

from organisations import names
from organisations.roles import Role


class NameField(forms.CharField):
    """A name, cleaned as every name of the site is."""

    def to_python(self, value: Any) -> str:
        """The cleaned name, or empty where the field may be."""
        text = super().to_python(value) or ""
        try:
            return names.clean_name(text) if text else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class EmailField(forms.EmailField):
    """An e-mail address as it is stored: without spaces around it and in lower case."""

    def __init__(self, *, autocomplete: str = "email", help_text: str = "") -> None:
        super().__init__(
            label="E-mail address",
            help_text=help_text,
            widget=forms.EmailInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"}),
            error_messages={
                "required": "Enter an e-mail address.",
                "invalid": "Enter an e-mail address, like name@example.gov.uk.",
            },
        )

    def to_python(self, value: Any) -> str:
        """The address, cleaned."""
        return names.clean_email(super().to_python(value) or "")


class RolesField(forms.MultipleChoiceField):
    """The roles of a person for one body, each with what it may do."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self) -> None:
        super().__init__(
            label="Roles",
            help_text="Choose all that apply. Rights add up.",
            choices=[(role.value, f"{role.label}: {role.description}") for role in Role],
            error_messages={"required": "Choose at least one role."},
        )


class AddPersonForm(forms.Form):
    """Somebody to bring into a body."""

    email = EmailField(help_text="What they sign in with, on this site already or from now on.")
    name = NameField(
        label="Name",
        required=False,
        help_text="Needed for somebody new. Somebody who signs in here already keeps their name.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    roles = RolesField()


class RolesForm(forms.Form):
    """The roles that somebody holds for a body from now on."""

    roles = RolesField()


def _password(field: forms.Field, label: str, missing: str, help_text: str | None = None) -> None:
    """allauth's password field in our words, without a placeholder (it vanishes while one types)."""
    field.label = label
    field.error_messages["required"] = missing
    field.widget.attrs.pop("placeholder", None)
    if help_text is not None:
        field.help_text = help_text


class SignInForm(allauth_forms.LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = EmailField(autocomplete="username")
        _password(self.fields["password"], "Password", "Enter your password.", "")
        self.order_fields(["login", "password"])

    def clean(self) -> dict:
        """The right password of a sign-in that was closed is told apart from a wrong one."""
        cleaned = super().clean()
        if self.user and not self.user.is_active:
            raise get_adapter().validation_error("account_inactive")
        return cleaned


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    """The current password and a new one, twice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _password(self.fields["oldpassword"], "Current password", "Enter your current password.", "")
        _new_passwords(self)


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """The address to which a link goes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"] = EmailField()


class SetPasswordForm(allauth_forms.ResetPasswordKeyForm):
    """A new password, twice, by a link."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _new_passwords(self)


def _new_passwords(form: forms.Form) -> None:
    _password(form.fields["password1"], "New password", "Enter a new password.")
    _password(form.fields["password2"], "New password again", "Enter the new password a second time.")
