"""What the header of every page says about who is signed in."""

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.utils.functional import SimpleLazyObject

from organisations import selectors
from organisations.roles import join


def header(request: WSGIRequest) -> dict[str, object]:
    """``header_body`` and ``header_roles``, both text and empty where nobody is signed in.

    At most one query, and none on a page that does not show them.
    """
    # A request that is refused early has no user yet.
    user: selectors.Somebody = getattr(request, "user", None) or AnonymousUser()
    words = SimpleLazyObject(lambda: _words(user))
    return {
        "header_body": SimpleLazyObject(lambda: words[0]),
        "header_roles": SimpleLazyObject(lambda: words[1]),
    }


def _words(user: selectors.Somebody) -> tuple[str, str]:
    bodies = selectors.bodies_of(user) if user.is_authenticated else ()
    called = join(body.called for body in bodies) if len(bodies) <= 2 else f"{len(bodies)} bodies"
    # Roles that differ from body to body would read as if they held for all; the account page has them.
    roles = bodies[0].roles if len({body.roles for body in bodies}) == 1 else ()
    return called, ", ".join(role.label for role in roles)
