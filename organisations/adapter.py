"""How allauth behaves here.

People are added by administrators, so nobody signs up; its limits lock out who guesses. allauth's views call
the adapter to write, so the moment of what they write is looked up here.
"""

from datetime import datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.handlers.wsgi import WSGIRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from organisations.selectors import signed_in
from organisations.services.signing_in import set_password

BEFORE = "signed_in_before"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail and password, in the words of this site."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Your sign-in was closed. Ask whoever runs this site.",
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

    def login(self, request: WSGIRequest, user: AbstractBaseUser) -> None:
        """Signs in; the session keeps when they signed in before, for ``signed_in_before``."""
        before = user.last_login
        super().login(request, user)
        if before is not None:
            request.session[BEFORE] = before.isoformat()

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Stores a changed password, or one set by a link, which also lifts the lockout of the address."""
        person = signed_in(user)
        by_link = self.request.user.pk != person.pk
        set_password(actor=person, at=timezone.now(), user=person, password=password, by_link=by_link)
        if by_link:
            # allauth does so itself only for addresses in a table of its own, which this site does not fill.
            self._delete_login_attempts_cached_email(self.request, email=person.email)

    def get_password_change_redirect_url(self, request: WSGIRequest) -> str:
        """Back to the account page, which says that it was done."""
        return reverse("organisations:account")

    def format_email_subject(self, subject: str) -> str:
        """The subject as the template has it; allauth would put the host name before it."""
        return str(subject)


def signed_in_before(request: WSGIRequest) -> datetime | None:
    """When the person signed in the time before this one; None for whoever is here for the first time."""
    before = request.session.get(BEFORE)
    return datetime.fromisoformat(before) if before else None


def is_own_address(request: Any, url: str) -> bool:
    """Whether ``url`` leads to this host and nowhere else."""
    return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())


def set_password_path(user: AbstractBaseUser) -> str:
    """The address, without host, of the page where ``user`` sets a password: good once and for three days."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token}
    )
