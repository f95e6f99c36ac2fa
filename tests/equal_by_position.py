"""When two appraisal files say the same: their canonical forms are equal, ids compared by position."""

LISTS = {
    "body": "organisations",
    "group": "groups",
    "weight_set": "weight_sets",
    "option": "options",
    "section": "sections",
    "factor": "success_factors",
    "assessor": "assessors",
}
"""The lists of things with ids of their own; the lines stand in their groups."""

NAMED_BY = {
    "option": "option",
    "sub_criterion": "line",
    "group": "group",
    "factor": "factor",
    "assessor": "assessor",
    "organisation": "body",
    "weight_set": "weight_set",
}
"""What a field of this name holds the id of, wherever it stands."""

KEYED_BY = {
    "weight_sets.groups": ("group",),
    "weight_sets.sub_criteria": ("line",),
    "printed.aggregates": ("option",),
    "printed.group_totals": ("option", "group"),
}
"""Objects whose keys are ids, and where their values are objects the keys of those."""

ABOUT = {"groups": ("group",), "sub-criteria": ("line",), "options": ("option",), "cells": ("option", "line")}


def equal_by_position(first, other):
    """Whether two canonical files (as dicts) are equal but for how their ids are called."""
    return by_position(first) == by_position(other)


def by_position(file):
    """The file with every id, and whatever names one, called by its place: ``option 3``."""
    called = {kind: _called(kind, file.get(name) or ()) for kind, name in LISTS.items()}
    called["line"] = _called("line", [sub for group in file["groups"] for sub in group["sub_criteria"]])
    found = {name: _renamed(value, name, called) for name, value in file.items()}
    for kind, name in LISTS.items():
        for thing, each in zip(file.get(name) or (), found.get(name) or (), strict=True):
            each["id"] = called[kind][thing["id"]]
    for group, each in zip(file["groups"], found["groups"], strict=True):
        for sub, line in zip(group["sub_criteria"], each["sub_criteria"], strict=True):
            line["id"] = called["line"][sub["id"]]
    return found


def _called(kind, things):
    return {thing["id"]: f"{kind} {place}" for place, thing in enumerate(things, start=1)}


def _renamed(value, path, called):
    """The value with the ids that are named in it called by their places."""
    if isinstance(value, list):
        return [_renamed(each, path, called) for each in value]
    if not isinstance(value, dict):
        return value
    if path in KEYED_BY:
        return _keyed(value, KEYED_BY[path], called)
    return {name: _field(name, each, path, called) for name, each in value.items()}


def _field(name, value, path, called):
    if name == "about":
        return _about(value, called)
    if name in NAMED_BY and isinstance(value, str):
        return called[NAMED_BY[name]].get(value, value)
    return _renamed(value, f"{path}.{name}", called)


def _keyed(value, kinds, called):
    kind, *further = kinds
    return {
        called[kind][name]: _keyed(each, further, called) if further else each for name, each in value.items()
    }


def _about(about, called):
    kind, *names = about.split("/")
    return "/".join([kind, *(called[of][name] for of, name in zip(ABOUT.get(kind, ()), names, strict=True))])
