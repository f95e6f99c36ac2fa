"""One's own account, and the one step of allauth's that needs a person with a password."""

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from organisations import selectors
from organisations.roles import Role

SHOWN = 5  # changes of the sign-in on the page


def account(request: HttpRequest) -> HttpResponseBase:
    """Who one is here: name, address, bodies with roles and what each may do, and changes of the sign-in."""
    user = selectors.signed_in(request.user)
    context = {
        "bodies": [(body, Role.ADMINISTRATOR in body.roles) for body in selectors.bodies_of(user)],
        "changes": selectors.history(user.pk, limit=SHOWN),
    }
    return render(request, "organisations/account.html", context)


def change_password(request: HttpRequest) -> HttpResponseBase:
    """allauth's page; somebody who never set a password (signed in by other means) sets one by a link."""
    if not selectors.signed_in(request.user).has_usable_password():
        return redirect("account_reset_password")
    return allauth_views.password_change(request)


@never_cache
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """allauth's page, open to all: who is signed out already is not asked to sign in first."""
    return allauth_views.logout(request)
