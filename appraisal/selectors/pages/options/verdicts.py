"""What the filter of the long list and the gates say of an option, in words."""

from dataclasses import dataclass

from appraisal.core.scoring import Gate, gate_lines, gate_of
from appraisal.core.sentences import Names, join
from appraisal.core.snapshot import FilterVerdict, Option, OptionStage, Snapshot, Verdict

VERDICTS = {
    Verdict.MEETS: "Meets",
    Verdict.PART: "Meets in part",
    Verdict.FAILS: "Fails",
    Verdict.WORDS: "In words",
}
GATES = {Gate.PASSED: "Passed", Gate.FAILED: "Failed", Gate.OPEN: "Not marked yet"}


@dataclass(frozen=True)
class FilterResult:
    """How an option came through: ``fails`` where it fails anything; ``text`` says of how many what holds."""

    text: str
    fails: bool


@dataclass(frozen=True)
class VerdictShown:
    """One success factor: ``verdict`` is a word of the format, empty where nobody looked."""

    factor: str
    kind: str
    verdict: str
    label: str
    words: str


@dataclass(frozen=True)
class GateShown:
    """One gate for one option: its rule in full, how it stands, and the words of the reason."""

    line: str
    label: str
    rule: str
    guidance: str
    state: str
    said: str
    reason: str

    @property
    def failed(self) -> bool:
        """Whether the option is out because of it."""
        return self.state == "failed"


def filter_result(snapshot: Snapshot, option: Option) -> FilterResult | None:
    """``meets 3 of 5, meets 1 in part, fails 1 (Affordability)``; None where nobody has looked yet."""
    given = {verdict.factor: verdict for verdict in option.filter}
    if not given or not snapshot.success_factors:
        return None
    by: dict[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    for factor in snapshot.success_factors:
        if factor.id in given:
            by[given[factor.id].verdict].append(factor.name)
    of = len(snapshot.success_factors)
    parts = [f"meets {len(by[Verdict.MEETS])} of {of}"]
    if by[Verdict.PART]:
        parts.append(f"meets {len(by[Verdict.PART])} in part")
    if by[Verdict.FAILS]:
        parts.append(f"fails {len(by[Verdict.FAILS])} ({join(by[Verdict.FAILS])})")
    if by[Verdict.WORDS]:
        parts.append(f"{len(by[Verdict.WORDS])} in words only")
    if left := of - len(given):
        parts.append(f"{left} not looked at")
    return FilterResult(", ".join(parts), bool(by[Verdict.FAILS]))


def verdicts(snapshot: Snapshot, option: Option) -> tuple[VerdictShown, ...]:
    """One for each success factor, in their order."""
    given = {verdict.factor: verdict for verdict in option.filter}
    return tuple(
        _shown(factor.name, str(factor.kind), given.get(factor.id)) for factor in snapshot.success_factors
    )


def _shown(factor: str, kind: str, given: FilterVerdict | None) -> VerdictShown:
    if given is None:
        return VerdictShown(factor, kind, "", "Not looked at", "")
    return VerdictShown(factor, kind, str(given.verdict), VERDICTS[given.verdict], given.words)


def gates(snapshot: Snapshot, option: Option, names: Names) -> tuple[GateShown, ...]:
    """The gates of the appraisal for a short-listed option; for the others none, since nobody marks them."""
    if option.stage is not OptionStage.SHORT_LIST:
        return ()
    found = []
    for line in gate_lines(snapshot):
        cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
        state = gate_of(cell)
        found.append(
            GateShown(
                line=line.sub_criterion.id,
                label=names.line(line.sub_criterion.id),
                rule=line.sub_criterion.name,
                guidance=line.sub_criterion.guidance,
                state={Gate.PASSED: "passed", Gate.FAILED: "failed"}.get(state, "open"),
                said=GATES[state],
                reason=cell.rationale if cell else "",
            )
        )
    return tuple(found)
