"""The addresses of people.

Of allauth's some thirty only sign-in, sign-out, password change and reset are routed.
"""

from allauth.account import views as allauth_views
from django.urls import include, path, re_path

from organisations.views import account, kept, people

own = [
    path("account/", account.account, name="account"),
    path("sign-in/again/", kept.sign_in_again, name="sign_in_again"),
    path("organisations/<uuid:organisation_id>/people/", people.people, name="people"),
    path("organisations/<uuid:organisation_id>/people/add/", people.add_person, name="add_person"),
    path(
        "organisations/<uuid:organisation_id>/people/<uuid:user_id>/roles/",
        people.change_roles,
        name="change_roles",
    ),
    path(
        "organisations/<uuid:organisation_id>/people/<uuid:user_id>/remove/",
        people.remove_person,
        name="remove_person",
    ),
]

urlpatterns = [
    path("sign-in/", allauth_views.login, name="account_login"),
    path("sign-out/", account.sign_out, name="account_logout"),
    path("account/password/", account.change_password, name="account_change_password"),
    path("password/", allauth_views.password_reset, name="account_reset_password"),
    path("password/sent/", allauth_views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/set/",
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("", include((own, "organisations"))),
]
