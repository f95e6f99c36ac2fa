"""Moving an appraisal to another stage."""

from django import forms

from appraisal.forms.text import PlainText


class MoveForm(forms.Form):
    """Where to, and why. Whether a reason is needed, and whether the move can be made, a service says."""

    move_to = forms.CharField(widget=forms.HiddenInput)
    reason = PlainText(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everybody who takes part reads it in the history.",
    )

    def refuse(self, path: str, message: str) -> None:
        """Puts a problem that the service found at its field, or above all fields."""
        self.add_error(path if path in self.fields else None, message)
