"""The Robustness page: what would change the ranking.

What is exact is kept by revision, like the results. What is drawn is kept by revision, method, number of
draws, seed and level; a miss works it out. Nothing is written on a read.
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from appraisal.core.evaluation import DRAWS, SEED, RankShares
from appraisal.core.figures import written
from appraisal.core.sensitivity import Level
from appraisal.core.sentences import Paragraph
from appraisal.forms.robustness import BOUNDED, EVEN, Asked, Asking
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import robustness as pages
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from organisations.errors import Invalid

METHOD = 1
"""The number of the method by which weightings are drawn: what is kept by another is not used."""

LONG = 1_500
"""Of more scores than this the drawing is left until the page has been sent."""

LINE, WEIGHTINGS = "one-line", "weightings"
"""The parts of the page that are also answered alone; ids of elements."""

T = TypeVar("T")


@guarded
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def robustness(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The whole page, or for htmx the one part of it that a question changes."""
    kept = Kept(load(request, appraisal_id))
    varied = kept.basis.varied
    lines = [one.id for one in varied.carriers] if varied else []
    form = Asking(request.GET.dict(), lines=lines, cells=kept.basis.cells)
    asked = form.asked()
    status = 422 if form.errors else 200
    part = request.htmx.target if request.htmx and not request.htmx.history_restore_request else None
    context: dict[str, Any] = {"appraisal": kept.appraisal, "basis": kept.basis, "form": form}
    if varied is None:
        context["sentences"] = kept.basis.said
    elif part == LINE and varied.carriers:
        found = {**context, **_line(kept, asked)}
        answer = render(request, "appraisal/_robustness_line.html", found, status=status)
        answer["HX-Trigger"] = json.dumps({"wb:announce": _announced(found["line"])})
        return answer
    elif part == WEIGHTINGS:
        found = {**context, **_weightings(kept, asked, at_once=True), "alone": True}
        return render(request, "appraisal/_robustness_weightings.html", found, status=status)
    else:
        at_once = "now" in request.GET
        context |= _line(kept, asked) | _weightings(kept, asked, at_once=at_once)
        context |= {"top": kept.part("top"), "rest": kept.part("rest")}
    context["tabs"] = tabs(appraisal_id, "Robustness")
    return render(request, "appraisal/robustness.html", context, status=status)


def _line(kept: "Kept", asked: Asked) -> dict[str, Any]:
    varied = kept.basis.varied
    if varied is None or not varied.carriers:
        return {}
    line = asked.line or varied.start
    return {"varied": varied, "line": pages.one_line(varied, line, asked.weight), "asked": asked}


def _announced(line: pages.OneLine) -> str:
    """What somebody hears who moves the slider and does not see the picture."""
    return f"With {line.label} at {line.shown} of all weight, {line.first}."


def _weightings(kept: "Kept", asked: Asked, *, at_once: bool) -> dict[str, Any]:
    """The table of shares and the sentences that need them, unless they would keep the page waiting."""
    at_once = at_once or kept.basis.cells <= LONG
    return {
        "weightings": kept.table(asked, at_once=at_once),
        "sentences": kept.sentences(at_once=at_once),
        "asked": asked,
        "address": address(asked),
        "now": address(asked, now="yes"),
        "levels": [
            ("Lines", asked.on is Level.SUB_CRITERIA, address(asked, on=Level.SUB_CRITERIA)),
            ("Criteria groups", asked.on is Level.GROUPS, address(asked, on=Level.GROUPS)),
        ],
        "spreads": [
            ("Any weights at all", asked.spread == EVEN, address(asked, spread=EVEN)),
            ("Between half and double of now", asked.spread == BOUNDED, address(asked, spread=BOUNDED)),
        ],
    }


def address(asked: Asked, *, now: str = "", **changes: Any) -> str:
    """The query of a page that is asked so, with changes; what is usual is left out."""
    wanted, usual = replace(asked, **changes), Asked()
    weight = None if wanted.weight is None else written(100 * wanted.weight, 6)
    given = {
        "on": wanted.on.value,
        "spread": wanted.spread,
        "draws": wanted.draws,
        "seed": wanted.seed,
        "line": wanted.line,
    }
    query = {name: value for name, value in given.items() if value != getattr(usual, name)}
    if weight is not None:
        query["weight"] = weight
    if now:
        query["now"] = now
    return f"?{urlencode(query)}"


@dataclass
class Kept:
    """What is kept of an appraisal under its revision, worked out where it is not there yet.

    It is the same for everybody who may see the appraisal. The revision was read before the rows, which are
    therefore as new as their key, or newer.
    """

    appraisal: AppraisalValue

    @cached_property
    def standing(self) -> pages.Standing:
        """The rows; read only where something is not kept."""
        return pages.standing(self.appraisal.id)

    @cached_property
    def basis(self) -> pages.Basis:
        """What the questions to the page need."""
        return self._kept("basis", self._basis)

    def _basis(self) -> pages.Basis:
        try:
            return pages.basis(self.standing)
        except Invalid as why:
            return pages.refused(why)

    def part(self, name: str) -> SafeString:
        """An exact part of the page as HTML."""
        template = f"appraisal/_robustness_{name}.html"

        def made() -> str:
            context = {"appraisal": self.appraisal, "page": pages.exact(self.standing)}
            return render_to_string(template, context)

        return mark_safe(self._kept(f"html:{name}", made))

    def sentences(self, *, at_once: bool) -> tuple[Paragraph, ...]:
        """The paragraphs in the box, with what was drawn where it is kept or worked out ``at_once``."""
        name = f"sentences:{METHOD}"
        if self._get(name) is None and not at_once:
            return self._kept("sentences:exact", lambda: pages.paragraphs(self.standing, None))
        return self._kept(
            name, lambda: pages.paragraphs(self.standing, self._drawn(DRAWS, SEED, Level.SUB_CRITERIA))
        )

    def table(self, asked: Asked, *, at_once: bool) -> pages.Weightings | None:
        """The shares; None where they are not kept and are not to be worked out ``at_once``."""
        name = f"shares:{METHOD}:{asked.draws}:{asked.seed}:{asked.on.value}:{asked.spread}"
        if not at_once:
            return cast(pages.Weightings | None, self._get(name))
        return self._kept(name, lambda: self._table(asked))

    def _table(self, asked: Asked) -> pages.Weightings | None:
        basis, drawn = self.basis, self._drawn(asked.draws, asked.seed, asked.on)
        proven, carriers = basis.proven[asked.on], basis.carriers[asked.on]
        bounded = asked.spread == BOUNDED
        if drawn is None:
            return None
        return pages.weightings(basis.options, proven, drawn, carriers, bounded=bounded)

    def _drawn(self, draws: int, seed: int, on: Level) -> RankShares | None:
        name = f"drawn:{METHOD}:{draws}:{seed}:{on.value}"
        return self._kept(name, lambda: pages.draw(self.standing, draws, seed, on))

    def _key(self, name: str) -> str:
        return f"robustness:{self.appraisal.id}:{self.appraisal.revision}:{name}"

    def _kept(self, name: str, make: Callable[[], T]) -> T:
        kept = self._get(name)
        if kept is None:
            kept = make()
            caches["template_fragments"].set(self._key(name), kept)
        return cast(T, kept)

    def _get(self, name: str) -> Any:
        return caches["template_fragments"].get(self._key(name))
