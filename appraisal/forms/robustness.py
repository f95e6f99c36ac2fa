"""The questions to the Robustness page: what is drawn, and which weight is moved where."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms

from appraisal.core.evaluation import DRAWS, SEED
from appraisal.core.sensitivity import Level

EVEN, BOUNDED = "even", "bounded"
MOST_DRAWS = 10_000_000
LONGEST_SEED = 18
"""Figures of a seed that is taken."""

MOST_WORK = 2_000_000_000
"""So many draws times scores a page takes on; the robustness command takes more."""

NOT_WHOLE = re.compile(r"[,\s]")


class WholeNumber(forms.CharField):
    """A whole number from 0, with commas or spaces between the thousands if somebody likes; None if empty."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, *, refusal: str, **options: Any) -> None:
        self.refusal = refusal
        super().__init__(required=False, **options)

    def to_python(self, value: Any) -> Any:
        """The number; ValidationError in the field's own words."""
        text = NOT_WHOLE.sub("", str(super().to_python(value) or ""))
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or len(text) > LONGEST_SEED:
            raise forms.ValidationError(self.refusal)
        return int(text)


@dataclass(frozen=True)
class Asked:
    """What the page is asked for. ``weight`` is a share from 0 to 1; None is the weight now."""

    on: Level = Level.SUB_CRITERIA
    spread: str = EVEN
    draws: int = DRAWS
    seed: int = SEED
    line: str = ""
    weight: Fraction | None = None


class Asking(forms.Form):
    """Everything that the page can be asked, all of it optional."""

    on = forms.CharField(required=False)
    spread = forms.CharField(required=False)
    draws = WholeNumber(
        label="Number of draws",
        refusal=f"The number of draws must be a whole number from 1 to {MOST_DRAWS:,}.",
        help_text="More draws take longer and are off by less.",
    )
    seed = WholeNumber(
        label="Seed",
        refusal=f"The seed must be a whole number, 0 or above, of at most {LONGEST_SEED} figures.",
        help_text="The same seed gives the same figures.",
    )
    line = forms.CharField(required=False)
    weight = forms.CharField(required=False)

    def __init__(self, data: Mapping[str, str], *, lines: Iterable[str], cells: int) -> None:
        self.lines, self.cells = tuple(lines), cells
        super().__init__({"draws": f"{DRAWS:,}", "seed": str(SEED), **data})

    def clean_on(self) -> Level:
        """The level."""
        on = self.cleaned_data["on"] or Level.SUB_CRITERIA
        if on not in tuple(Level):
            raise forms.ValidationError("Weights are drawn on the lines or on the criteria groups.")
        return Level(on)

    def clean_spread(self) -> str:
        """Even, or between half and double."""
        spread = self.cleaned_data["spread"] or EVEN
        if spread not in (EVEN, BOUNDED):
            raise forms.ValidationError(
                "Weights are drawn from all there are, or between half and double of what they are now."
            )
        return str(spread)

    def clean_draws(self) -> int:
        """At least one, and not more than a page can work out while somebody waits."""
        draws = self.cleaned_data["draws"]
        if draws is None:
            return DRAWS
        if not 1 <= draws <= MOST_DRAWS:
            raise forms.ValidationError(
                f"The number of draws must be a whole number from 1 to {MOST_DRAWS:,}."
            )
        most = max(DRAWS, MOST_WORK // max(1, self.cells))
        if draws > most:
            raise forms.ValidationError(
                f"So many draws would take too long here: an appraisal of this size takes up to {most:,} on "
                "this page. The robustness command takes more."
            )
        return int(draws)

    def clean_seed(self) -> int:
        """Any seed."""
        seed = self.cleaned_data["seed"]
        return SEED if seed is None else int(seed)

    def clean_line(self) -> str:
        """A line or group that there is; empty for the one that the page begins with."""
        line = str(self.cleaned_data["line"])
        if line and line not in self.lines:
            raise forms.ValidationError("There is no such line or criteria group. Choose one from the list.")
        return line

    def clean_weight(self) -> Fraction | None:
        """Percent to a share; None for the weight now."""
        text = self.cleaned_data["weight"].removesuffix("%").strip()
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,6})?", text) or Decimal(text) > 100:
            raise forms.ValidationError("The weight must be a number from 0 to 100, in percent.")
        return Fraction(text) / 100

    def asked(self) -> Asked:
        """The questions; one that cannot be understood is answered as if it had not been asked."""
        self.full_clean()
        known = {name: value for name, value in self.cleaned_data.items() if name not in self.errors}
        return Asked(**known)
