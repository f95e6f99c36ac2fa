"""Pages about people: their account, the people of a body, and text that outlives a session."""

from organisations.views.kept import csrf_failure

__all__ = ["csrf_failure"]
