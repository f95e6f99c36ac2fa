"""Login required everywhere, without losing what was typed when the session ended."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.utils.cache import patch_cache_control

from organisations.views import kept


class KeepingLoginRequiredMiddleware(LoginRequiredMiddleware):
    """Django's middleware, whose answer to a form that came too late keeps the form."""

    def handle_no_permission(self, request: Any, view_func: Callable) -> Any:
        """The sign-in page for somebody who asked for a page, the kept text for somebody who sent a form."""
        return kept.session_ended(request)

    def process_response(self, request: Any, response: Any) -> Any:
        """No page or file is for a cache that others share, unless its view says how it may be kept."""
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
        return response

    def process_exception(self, request: Any, exception: Exception) -> Any:
        """A refusal for a part of a page (htmx) is a notice with the reason, not a page inside a cell."""
        if isinstance(exception, PermissionDenied) and request.headers.get("HX-Request") == "true":
            return kept.refused_part(request, str(exception))
        return None
