"""A new appraisal out of a table that people have: its options, criteria, scale, weights and cells."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from appraisal.core.snapshot import Snapshot, from_dict
from appraisal.core.text import clean_name
from appraisal.workbook.plan import Aim, BodyFound, Change, Held, ImportPlan, Said
from appraisal.workbook.planning.asked import Choices, Lead
from appraisal.workbook.planning.asking import asked_of
from appraisal.workbook.planning.cells import as_cell, meant_by_theirs
from appraisal.workbook.planning.criteria import Kinds, kinds_of
from appraisal.workbook.planning.ids import slug_of
from appraisal.workbook.planning.printed import compared, printed_of
from appraisal.workbook.planning.scales import chosen_scale, guessed_scale, held_by, points_on, scale_words
from appraisal.workbook.planning.supplying import supplied_by
from appraisal.workbook.planning.together import together
from appraisal.workbook.planning.weighing import weights_of, with_best_method
from appraisal.workbook.reading import Reading
from appraisal.workbook.roles import option_name, option_number
from appraisal.workbook.theirs import Item, Theirs, plain_name
from organisations.errors import Invalid

MADE_HERE = (
    "This is a workbook for scoring that was made here for the appraisal “{}”. Bring it in there, on that "
    "appraisal's Scoring page."
)
OTHERWISE = (
    "Is that so? Another scale, or a point that means no impact, is given under “Read it another way”."
)


def plan_new(reading: Reading, source: str, lead: Lead, choices: Choices) -> ImportPlan:
    """The new appraisal that the file would make, led by ``lead``."""
    if reading.ours is not None:
        said = Said("", MADE_HERE.format(reading.ours.appraisal))
        return ImportPlan(Aim.APPRAISAL, source, problems=(said,))
    theirs, left_out = together(reading, choices)
    kinds = kinds_of(theirs)
    problems = [*theirs.merged, *_doubles(theirs)]
    scale, wrong = chosen_scale(choices.scale, guessed_scale(kinds.scores, theirs.legend))
    problems += wrong
    listed = held_by(theirs.legend, kinds.scores) and not wrong
    points = points_on(scale, theirs.legend) if listed else []
    weights, wrong = weights_of(theirs, kinds)
    problems += wrong
    file = _file(theirs, kinds, lead, _title(theirs, source, choices))
    whole = {**scale, "points": points} if points else scale
    file |= {"scale": whole if kinds.scores or wrong else None, "weight_sets": weights}
    problems += _cleaned(file, theirs)
    try:
        frame = from_dict(file)
    except Invalid as invalid:
        wrong = tuple(Said(problem.path, problem.message) for problem in invalid.problems)
        return ImportPlan(Aim.APPRAISAL, source, problems=tuple(problems) or wrong)
    changes, bad_cells, doubts = _cells(theirs, frame)
    problems += bad_cells
    questions = [*_asked(theirs, kinds, scale, choices), *left_out, *doubts]
    body = BodyFound(file["organisations"][0]["id"], lead.name, own=True, lead=True)
    plan = {"changes": changes, "bodies": (body,), "unchanged": 0}
    return _figured(theirs, frame, file, source, problems, questions, plan)


def whole_file(plan: ImportPlan) -> dict[str, Any]:
    """The appraisal file of a plan for a new appraisal, with its cells."""
    cells = [_cell_of(change) for change in plan.changes]
    return {**(plan.file or {}), "cells": cells}


def _cell_of(change: Change) -> dict[str, Any]:
    held = change.after
    return {
        "option": change.option,
        "sub_criterion": change.line,
        "state": held.state.value,
        "score": held.mark or held.score or None,
        "basis": held.basis,
        "rationale": held.rationale,
    }


def _figured(
    theirs: Theirs,
    frame: Snapshot,
    file: dict[str, Any],
    source: str,
    problems: list[Said],
    questions: list[Said],
    parts: Mapping[str, Any],
) -> ImportPlan:
    """The plan with its printed figures beside the computed ones, and what these imply."""
    options = {at: option.id for at, option in enumerate(frame.options)}
    groups = {at: group.id for at, group in enumerate(frame.groups)}
    file["printed"] = printed_of(theirs, options, groups)
    plan = ImportPlan(Aim.APPRAISAL, source, problems=tuple(problems), file=file, **parts)
    if problems:
        return plan
    cells = tuple(as_cell(change.option, change.line, change.after) for change in plan.changes)
    snapshot, said = with_best_method(replace(frame, cells=cells), theirs, options, groups)
    file["method"] = {
        "combine": snapshot.method.combine.value,
        "weight_set": snapshot.method.weight_set,
        "result": "agreed",
    }
    figures, asked = compared(theirs, snapshot, options, groups)
    material = asked_of(snapshot, plan.changes, whole=True)
    return ImportPlan(
        Aim.APPRAISAL,
        source,
        questions=(*questions, *said, *asked, *material),
        compared=figures,
        supplied=supplied_by(theirs, snapshot, options, groups),
        file=file,
        **parts,
    )


def _title(theirs: Theirs, source: str, choices: Choices) -> str:
    return choices.title or theirs.title or source.rpartition(".")[0] or "Untitled appraisal"


def _file(theirs: Theirs, kinds: Kinds, lead: Lead, title: str) -> dict[str, Any]:
    """The appraisal file without scale, weights and cells."""
    return {
        "format": "weighbridge/appraisal",
        "schema": 1,
        "slug": slug_of(title, "appraisal"),
        "title": title,
        "stage": "scoring" if kinds.scores else "set-up",
        "organisations": [
            {
                "id": slug_of(lead.short_name or lead.name, "body"),
                "name": lead.name,
                "short_name": lead.short_name,
                "kind": lead.kind,
                "lead": True,
                "role": "decides",
            }
        ],
        "groups": [_group(theirs, kinds, place) for place in range(len(theirs.groups))],
        "options": [_option(theirs, place) for place in range(len(theirs.options))],
    }


def _group(theirs: Theirs, kinds: Kinds, place: int) -> dict[str, Any]:
    lines = [at for at, line in enumerate(theirs.lines) if line.group == place]
    return {
        "id": f"group-{place + 1}",
        "name": theirs.groups[place].label or "Criteria",
        "sub_criteria": [
            {"id": f"line-{at + 1}", "name": theirs.lines[at].label, "kind": kinds.of[at].value}
            for at in lines
        ],
    }


def _option(theirs: Theirs, place: int) -> dict[str, Any]:
    labels = [option.label for option in theirs.options]
    numbers = [option_number(label) for label in labels]
    number = numbers[place]
    alone = number is not None and numbers.count(number) == 1
    free = f"option-{place + 1}" if place + 1 not in numbers else f"option-{place + 1}-unnumbered"
    return {
        "id": f"option-{number}" if alone else free,
        "number": number if alone else None,
        "name": option_name(labels[place]) if alone else labels[place],
        "other_names": _other_names(theirs.options[place]),
        "stage": "short-list",
    }


def _other_names(option: Item) -> list[str]:
    """What else the table calls the option, as far as that can be kept; a number alone is no other name."""
    found = []
    for label in option.also:
        name = option_name(label)
        number_alone = option_number(label) is not None and name == label
        if number_alone or plain_name(name) == plain_name(option_name(option.label)):
            continue
        try:
            found.append(clean_name(name))
        except ValueError:
            continue
    return found


def _cleaned(file: dict[str, Any], theirs: Theirs) -> list[Said]:
    """Cleans the names of the file where they stand; says where one cannot be kept."""
    named = [(file, "title", "")]
    named += [
        (option, "name", item.where) for option, item in zip(file["options"], theirs.options, strict=True)
    ]
    named += [(group, "name", item.where) for group, item in zip(file["groups"], theirs.groups, strict=True)]
    where = {f"line-{at + 1}": line.where for at, line in enumerate(theirs.lines)}
    named += [(sub, "name", where[sub["id"]]) for group in file["groups"] for sub in group["sub_criteria"]]
    problems = []
    for holder, field, place in named:
        try:
            holder[field] = clean_name(holder[field])
        except ValueError as refused:
            problems.append(Said(place, str(refused)))
    return problems


def _doubles(theirs: Theirs) -> list[Said]:
    """Options that are called the same, and entries without a name."""
    problems = []
    for items in (theirs.options, [Item(line.label, line.where) for line in theirs.lines]):
        first: dict[str, Item] = {}
        for item in items:
            if not item.label:
                problems.append(Said(item.where, "There are scores here, but no name beside them. Name it."))
            elif items is theirs.options and plain_name(item.label) in first:
                other = first[plain_name(item.label)].where
                problems.append(
                    Said(item.where, f"“{item.label}” stands in {other} too. Give each its own name.")
                )
            first.setdefault(plain_name(item.label), item)
    return problems


def _cells(theirs: Theirs, frame: Snapshot) -> tuple[tuple[Change, ...], list[Said], list[Said]]:
    """Every cell that says anything; then problems and questions."""
    changes, problems, questions = [], [], []
    by_id = frame.line
    for (o, at), cell in sorted(theirs.cells.items()):
        line = by_id[f"line-{at + 1}"]
        meant = meant_by_theirs(cell.found, cell.words, line, Held())
        if meant.problem:
            problems.append(Said(cell.where, meant.problem))
            continue
        if meant.doubt:
            questions.append(Said(cell.where, meant.doubt))
        if meant.held != Held():
            option = frame.options[o].id
            changes.append(Change(option, line.sub_criterion.id, cell.where, Held(), meant.held))
    return tuple(changes), problems, questions


def _asked(theirs: Theirs, kinds: Kinds, scale: Mapping[str, str | None], choices: Choices) -> list[Said]:
    asked = [Said("", theirs.doubt)] if theirs.doubt else []
    if kinds.scores and not any(choices.scale.values()):
        words = scale_words(scale)
        if held_by(theirs.legend, kinds.scores):
            said = f"The scale was taken from the list here, with what each point means: {words}."
            asked.append(Said(theirs.legend[0].where, f"{said} {OTHERWISE}"))
        else:
            said = f"No scale was read from the file. From its scores it was taken as {words}."
            asked.append(Said("", f"{said} {OTHERWISE}"))
    return asked + list(kinds.questions)
