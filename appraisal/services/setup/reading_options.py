"""An option as it was typed, held against the others."""

from collections.abc import Sequence

from appraisal.core.sentences import option_heading
from appraisal.core.snapshot import Option, OptionStage
from appraisal.services.setup.inputs import OptionInput, StageInput
from appraisal.services.setup.reading import Reading, kept


def read_option(
    typed: OptionInput, where: StageInput, others: Sequence[Option], own_name: str = ""
) -> Option:
    """The option that was typed, without an id of its own; Invalid with the paths of both inputs.

    No two options have one name, but ``own_name`` may stay as it is; one at most is the baseline; and no two
    on the short list have one number.
    """
    reading = Reading()
    names, points = kept(typed.other_names), kept(typed.proposal)
    data = {
        "id": "option",
        "name": reading.filled("name", typed.name, "Enter the name of the option."),
        "number": _number(reading, typed.number),
        "short_name": typed.short_name,
        "other_names": [text for _, text in names],
        "proposal": [text for _, text in points],
        "summary": typed.summary,
        "baseline": typed.baseline,
        "stage": where.stage,
        "reason": where.reason,
        "decided_on": where.decided_on,
    }
    if where.stage == OptionStage.DROPPED and not where.reason.strip():
        reading.wrong("reason", "Write why the option is not taken forward: it is printed with its name.")
    found = reading.part(
        {"options": [data]},
        [
            *(
                (f"options[0].other_names[{i}]", f"other_names[{place}]")
                for i, (place, _) in enumerate(names)
            ),
            *((f"options[0].proposal[{i}]", f"proposal[{place}]") for i, (place, _) in enumerate(points)),
            ("options[0].", ""),
        ],
    )
    if found:
        _check_among(reading, found.options[0], others, own_name)
    return reading.finish(found).options[0]


def _number(reading: Reading, typed: str) -> int | None:
    """The number of an option; None where it has none or it is wrong."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        reading.wrong("number", "Enter a whole number from 0 to 9999, or leave this empty.")
        return None
    return int(text)


def _check_among(reading: Reading, option: Option, others: Sequence[Option], own_name: str) -> None:
    """What options must agree on with each other."""
    reading.refuse_name(option.name, own_name, [other.name for other in others], "option")
    baseline = next((other for other in others if other.baseline), None)
    if option.baseline and baseline:
        text = f"{option_heading(baseline)} is the baseline already. Take that from it first."
        reading.wrong("baseline", text)
    if option.stage is OptionStage.SHORT_LIST and option.number is not None:
        same = [other for other in others if listed_as(other, option.number)]
        if same:
            other = same[0].short_name or same[0].name
            reading.wrong("number", f"Option {option.number} on the short list is “{other}” already.")


def listed_as(option: Option, number: int) -> bool:
    """Whether the option stands on the short list under this number."""
    return option.stage is OptionStage.SHORT_LIST and option.number == number
