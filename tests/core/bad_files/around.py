"""Broken round the figures: document, bodies, timeline, responsibilities, references, sections, notes."""

from tests.core.bad_files.good import Broken

EMPTY = "This is empty. Write it, or take it out."
MISSING = "This field is missing. Put it in."
NOWHERE = (
    "is nothing in this file. Write appraisal, groups/ID, sub-criteria/ID, options/ID or "
    "cells/OPTION/SUB-CRITERION, with ids from the file."
)

TABLE = (
    Broken(
        "a document that is a list",
        {"document": []},
        {"document": "This must be an object, with its fields in braces, not a list."},
    ),
    Broken(
        "an unknown field in the document, and a version that is a number",
        {"document": {"versoin": "", "version": 2}},
        {
            "document.version": "This must be text in quotation marks, not the number 2.",
            "document.versoin": "There is no field of this name. Take it out. Did you mean “version”?",
        },
    ),
    Broken(
        "abbreviations that are a list",
        {"document": {"abbreviations": ["CCG"]}},
        {"document.abbreviations": "This must be an object, with its fields in braces, not a list."},
    ),
    Broken(
        "two abbreviations that are one once cleaned, and one without a long form",
        {"document": {"abbreviations": {"CCG": "Group", " CCG": "Other", "LA": ""}}},
        {
            "document.abbreviations. CCG": "“CCG” stands here twice. Keep one of them.",
            "document.abbreviations.LA": EMPTY,
        },
    ),
    Broken(
        "an organisation of an unknown kind and role",
        {"organisations[0].kind": "charity", "organisations[0].role": "vetoes"},
        {
            "organisations[0].kind": "“charity” is not known here. Give one of: council, nhs, police, fire, "
            "combined-authority, other.",
            "organisations[0].role": "“vetoes” is not known here. Give one of: decides, recommends, "
            "consulted, "
            "receives.",
        },
    ),
    Broken(
        "two organisations of one id",
        {"organisations[1].id": "county"},
        {
            "organisations[1].id": "The id “county” stands already at organisations[0].id. Each may "
            "stand once."
        },
        schema_sees=False,
    ),
    Broken(
        "one organisation twice under two ids",
        {"organisations[1].name": "County  Council"},
        {
            "organisations[1].name": "The organisation “County Council” stands already at "
            "organisations[0].name. Each may stand once."
        },
        schema_sees=False,
    ),
    Broken(
        "a lead in words",
        {"organisations[0].lead": "yes"},
        {"organisations[0].lead": "This must be true or false, without quotation marks, not “yes”."},
    ),
    Broken(
        "an organisation that is a name",
        {"organisations[1]": "City Council"},
        {"organisations[1]": "This must be an object, with its fields in braces, not “City Council”."},
    ),
    Broken(
        "an organisation without a name",
        {"organisations[1]": {"id": "city"}},
        {"organisations[1].name": MISSING},
    ),
    Broken(
        "a section without a title, and a line of a checklist without a text",
        {"sections[1]": {"id": "list", "kind": "checklist", "items": [{"done": True}]}},
        {"sections[1].items[0].text": MISSING, "sections[1].title": MISSING},
    ),
    Broken(
        "a step of the timeline without what",
        {"timeline": [{"when": "July 2017"}]},
        {"timeline[0].what": MISSING},
    ),
    Broken(
        "responsibilities without who, with an empty item",
        {"responsibilities": [{"who": "", "items": ["Plan", ""]}]},
        {"responsibilities[0].items[1]": EMPTY, "responsibilities[0].who": EMPTY},
    ),
    Broken(
        "a reference that is an object",
        {"references[1]": {"title": "A report"}},
        {"references[1]": "This must be text in quotation marks, not an object."},
    ),
    Broken(
        "a section of an unknown kind in an unknown place",
        {"sections[2]": {"id": "more", "title": "More", "kind": "chart", "place": "aside"}},
        {
            "sections[2].kind": "“chart” is not known here. Give one of: paragraphs, table, checklist.",
            "sections[2].place": "“aside” is not known here. Give one of: before, after.",
        },
    ),
    Broken(
        "a table with a row too short, a row that is no list and a cell that is a number",
        {"sections[0].rows": [["1"], "2", ["3", 4]]},
        {
            "sections[0].rows[0]": "This row has 1 texts, and the table 2 columns. Give one text for "
            "each column.",
            "sections[0].rows[1]": "A row must be a list of texts, in square brackets, not “2”.",
            "sections[0].rows[2][1]": "This must be text in quotation marks, not the number 4.",
        },
    ),
    Broken(
        "a table without columns",
        {"sections[0].columns": []},
        {"sections[0].columns": "A table needs at least one column. Name its columns."},
    ),
    Broken(
        "paragraphs with rows",
        {"sections[0].kind": "paragraphs", "sections[0].columns": []},
        {
            "sections[0].rows": "A section of kind paragraphs has no rows. Take them out, or choose "
            "another kind.",
        },
    ),
    Broken(
        "a checklist of texts, with a tick in words",
        {"sections[1].items": ["Asked", {"text": "Answered", "done": "yes"}]},
        {
            "sections[1].items[0]": "This must be an object, with its fields in braces, not “Asked”.",
            "sections[1].items[1].done": "This must be true or false, without quotation marks, not “yes”.",
        },
    ),
    Broken(
        "two sections of one id",
        {"sections[1].id": "rents"},
        {"sections[1].id": "The id “rents” stands already at sections[0].id. Each may stand once."},
        schema_sees=False,
    ),
    Broken(
        "notes about nothing",
        {
            "notes": [
                {"about": "cells/stay/nothing", "text": "x"},
                {"about": "options", "text": "x"},
                {"about": "weights/flat", "text": "x"},
                {"about": "cells/stay/read/more", "text": "x"},
            ]
        },
        {
            "notes[0].about": f"“cells/stay/nothing” {NOWHERE}",
            "notes[1].about": f"“options” {NOWHERE}",
            "notes[2].about": f"“weights/flat” {NOWHERE}",
            "notes[3].about": f"“cells/stay/read/more” {NOWHERE}",
        },
    ),
    Broken(
        "a note without a text, and one without about",
        {"notes": [{"about": "appraisal", "text": ""}, {"text": "x"}]},
        {"notes[0].text": EMPTY, "notes[1].about": MISSING},
    ),
)
