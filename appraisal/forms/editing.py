"""What every form of a thing that several people may change has: its version, and conflicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from appraisal.forms.cell import version_field

CONTINUED = "↳ "
"""Before a further line of the same point, in a box of one point on each line."""

BULLET = "•"


@dataclass(frozen=True)
class Differs:
    """A field in which what stands now is not what was sent: its label, and what stands, for people."""

    label: str
    shown: str


class EditForm(forms.Form):
    """``version`` is the one that the page was read at.

    ``keep`` is one that the person was shown in a conflict and decided to write over.
    """

    version = version_field()
    keep = version_field(required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("version", "keep"):
            if name in self.fields:
                self.fields[name].widget = forms.HiddenInput()

    @property
    def seen(self) -> int:
        """The version that this save is made from."""
        kept = self.cleaned_data.get("keep")
        return self.cleaned_data["version"] if kept is None else kept

    @property
    def shown(self) -> list[Any]:
        """The fields that people fill in, in order."""
        return [field for field in self.visible_fields() if field.name not in ("version", "keep")]

    def field_at(self, path: str) -> str | None:
        """The name of the field that a service means by ``path``; None where it means the whole form.

        ``proposal[3]`` is the field ``proposal``; ``filter.cost.words`` is ``filter-cost-words``, else the
        nearest part of it that is a field.
        """
        parts = [part.partition("[")[0] for part in path.split(".")]
        for end in range(len(parts), 0, -1):
            for name in ("-".join(parts[:end]), parts[end - 1]):
                if name in self.fields:
                    return name
        return None

    def refuse(self, path: str, message: str) -> None:
        """Puts a problem that a service found at the field it is about, or above all of them."""
        self.add_error(self.field_at(path), message)

    def differing(self, theirs: Mapping[str, Any]) -> list[Differs]:
        """Each field in which ``theirs``, values as a form's ``initial`` has them, is not what was sent."""
        return [
            Differs(field.label, self.in_words(field.name, theirs.get(field.name)))
            for field in self.shown
            if _held(theirs.get(field.name)) != _held(self.data.get(field.name))
        ]

    def in_words(self, name: str, value: Any) -> str:
        """A value as people read it: the label of a choice, yes or no for a box to tick, else itself."""
        field = self.fields[name]
        if isinstance(field, forms.BooleanField):
            return "Yes" if value else "No"
        choices = dict(getattr(field, "choices", ()))
        return str(choices.get(_held(value), _held(value)))


def points_text(points: Iterable[str]) -> str:
    """Points for a box of one on each line; a line break inside a point is marked, so that it comes back."""
    return "\n".join(point.replace("\n", f"\n{CONTINUED}") for point in points)


def points_from(text: str) -> tuple[str, ...]:
    """The points of such a box. Empty lines fall away, and so do the bullets that a list is pasted with."""
    points: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if points and line.startswith(CONTINUED.strip()):
            points[-1] += "\n" + line.removeprefix(CONTINUED.strip()).strip()
        elif words := line.strip().removeprefix(BULLET).strip():
            points.append(words)
    return tuple(points)


def _held(value: Any) -> str:
    """A value of ``initial`` or of what was sent, as the text that stands in the box."""
    if value is None or value is False:
        return ""
    if value is True:
        return "on"
    return str(value).replace("\r\n", "\n").strip()
