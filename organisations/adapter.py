"""How allauth behaves here.

People are added by administrators, so nobody signs up; its limits lock out who guesses.
"""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.handlers.wsgi import WSGIRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail and password, in the words of this site."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Your sign-in was closed. Ask an administrator of your body.",
        "email_password_mismatch": "The e-mail address or the password is not right. Check both.",
        "enter_current_password": "The current password is not right. Type it again.",
        "invalid_password_reset": "This link was used already or has run out.",
        "too_many_login_attempts": (
            "There were too many attempts to sign in. Wait five minutes and try again, or set a new password."
        ),
    }

    def is_open_for_signup(self, request: WSGIRequest) -> bool:
        """Nobody signs up: administrators add people, and commands the first of them."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of the host that was asked; allauth would also allow all others of ALLOWED_HOSTS."""
        return is_own_address(self.request, url)

    def get_password_change_redirect_url(self, request: WSGIRequest) -> str:
        """Back to the account page, which says that it was done."""
        return reverse("organisations:account")

    def format_email_subject(self, subject: str) -> str:
        """The subject as the template has it; allauth would put the host name before it."""
        return str(subject)


def is_own_address(request: Any, url: str) -> bool:
    """Whether ``url`` leads to this host and nowhere else."""
    return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())


def set_password_path(user: AbstractBaseUser) -> str:
    """The address, without host, of the page where ``user`` sets a password: good once and for three days."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token}
    )
