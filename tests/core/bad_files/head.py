"""Broken at the top: format, schema, names, texts, what is not built yet."""

from tests.core.bad_files.good import LEFT_OUT, Broken

MISSING = "This field is missing. Put it in."
LATER = "are not supported yet. Leave the list empty."

TABLE = (
    Broken(
        "an unknown field at the top",
        {"colour": "red"},
        {"colour": "There is no field of this name. Take it out."},
    ),
    Broken(
        "a field that is misspelt",
        {"optoins": []},
        {"optoins": "There is no field of this name. Take it out. Did you mean “options”?"},
    ),
    Broken(
        "a field whose name cannot be printed",
        {"a\x07\ud800": 1},
        {"a\\u0007\\ud800": "There is no field of this name. Take it out."},
    ),
    Broken("no format", {"format": LEFT_OUT}, {"format": MISSING}),
    Broken(
        "the format of something else",
        {"format": "other/thing"},
        {"format": "This must be “weighbridge/appraisal”, not “other/thing”. Is it an appraisal file?"},
    ),
    Broken("no schema", {"schema": LEFT_OUT}, {"schema": MISSING}),
    Broken(
        "a schema that is newer",
        {"schema": 2},
        {"schema": "This must be 1, without quotation marks, not the number 2."},
    ),
    Broken(
        "a schema in quotation marks",
        {"schema": "1"},
        {"schema": "This must be 1, without quotation marks, not “1”."},
    ),
    Broken(
        "a schema that is true, which Python takes for 1",
        {"schema": True},
        {"schema": "This must be 1, without quotation marks, not true."},
    ),
    Broken(
        "neither slug nor title", {"slug": LEFT_OUT, "title": LEFT_OUT}, {"slug": MISSING, "title": MISSING}
    ),
    Broken(
        "a slug with a space",
        {"slug": "two words"},
        {
            "slug": "“two words” cannot be an id. An id is letters without accents, figures, hyphens and "
            "underscores, such as option-1."
        },
    ),
    Broken(
        "a slug that is too long",
        {"slug": "a" * 51},
        {"slug": f"“{'a' * 51}” cannot be an id. This id has 51 characters; the most is 50."},
    ),
    Broken("a title of spaces", {"title": " \n "}, {"title": "This is empty. Write it, or take it out."}),
    Broken(
        "a title that is a number",
        {"title": 3},
        {"title": "This must be text in quotation marks, not the number 3."},
    ),
    Broken(
        "a title that is too long",
        {"title": "a" * 301},
        {"title": "This has 301 characters; the most is 300. Shorten it by 1."},
    ),
    Broken(
        "a summary that is too long",
        {"summary": "word " * 2001},
        {"summary": "This has 10,004 characters; the most is 10,000. Shorten it by 4."},
    ),
    Broken(
        "a summary that is null",
        {"summary": None},
        {"summary": "This must be text in quotation marks, not null."},
    ),
    Broken(
        "a question with a NUL character",
        {"question": "Which\x00?"},
        {"question": "There is a NUL character in this text, which cannot be kept. Take it out."},
    ),
    Broken(
        "a question with half a character",
        {"question": "Which \ud83d?"},
        {
            "question": "There is half a character (a lone surrogate) in this text. Type that place again.",
        },
    ),
    Broken(
        "a stage that does not exist",
        {"stage": "finished"},
        {"stage": "“finished” is not known here. Give one of: set-up, scoring, agreeing, agreed."},
    ),
    Broken("assessors", {"assessors": [{"id": "a"}]}, {"assessors": f"Assessors {LATER}"}),
    Broken("assessments", {"assessments": [{}]}, {"assessments": f"Assessments {LATER}"}),
    Broken(
        "assessors that are no list",
        {"assessors": {}},
        {"assessors": "This must be a list, in square brackets, not an object."},
    ),
)
