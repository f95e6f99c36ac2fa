"""What people write into the cells of their tables, and what is read of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.snapshot import CellState
from appraisal.core.snapshot.heads import Head, is_like_a_score, read_head

READ = {
    "4": ("4", ""),
    "4.": ("4", ""),
    "4. The lead commissioner": ("4", "The lead commissioner"),
    "4.The lead": ("4", "The lead"),
    "4 . The lead": ("4", "The lead"),
    "4: The lead": ("4", "The lead"),
    "4) The lead": ("4", "The lead"),
    "(4) The lead": ("4", "The lead"),
    "[4] The lead": ("4", "The lead"),
    "4, The lead": ("4", "The lead"),
    "4 - The lead": ("4", "The lead"),
    "4 – The lead": ("4", "The lead"),
    "4\nThe lead\nand more": ("4", "The lead\nand more"),
    "Score: 4. The lead": ("4", "The lead"),
    "score 4": ("4", ""),
    "4.5. The lead": ("4.5", "The lead"),
    "4.50": ("4.5", ""),
    "007": ("7", ""),
    "-3": ("-3", ""),
    "+2. Better": ("2", "Better"),
    "−3. Worse": ("-3", "Worse"),
    "-0": ("0", ""),
    "\u200b4. The lead": ("4", "The lead"),
    "\u00a04. The lead": ("4", "The lead"),
    "5 – New vehicle, 2 bodies²": ("5", "New vehicle, 2 bodies²"),
}
DOUBTED = {
    "４．The lead": ("4", "The lead"),
    "④ The lead": ("4", "The lead"),
    "⁴. The lead": ("4", "The lead"),
    "⒋ The lead": ("4", "The lead"),
    "٤. The lead": ("4", "The lead"),
    "4 The lead": ("4", "The lead"),
    "2/5": ("2", ""),
    "4 out of 5: The lead": ("4", "The lead"),
    "l. The lead": ("", "l. The lead"),
    "O": ("", "O"),
    "З. Cyrillic ze": ("", "З. Cyrillic ze"),
}
WORDS = (
    "The lead commissioner",
    "3 organisations would merge",
    "4–5 years of work",
    "1.5 million pounds",
    "1,000 staff would move",
    "4e5",
    "Failing to plan is planning to fail",
    "2nd best",
    "Option 4",
    "I think so",
)
STATES = {
    "tbc": (CellState.TO_BE_CONFIRMED, ""),
    "To be confirmed": (CellState.TO_BE_CONFIRMED, ""),
    "TBC - awaiting finance": (CellState.TO_BE_CONFIRMED, "awaiting finance"),
    "N/A": (CellState.NOT_APPLICABLE, ""),
    "n/a - no staff move": (CellState.NOT_APPLICABLE, "no staff move"),
    "Pass": (CellState.PASS, ""),
    "Fail. There is no power to do it.": (CellState.FAIL, "There is no power to do it."),
    "No score yet": (CellState.UNSCORED, ""),
}
PROBLEMS = {
    "4,5": "“4,5” has a comma. Write 4.5 with a point",
    "1,000": "or 1000 without a comma",
    "4,5. The lead": "has a comma",
    "4. NUL\x00": "NUL character",
    "a" * 10_001: "10,001 characters; the most is 10,000",
}


@pytest.mark.parametrize(("written", "read"), READ.items())
def test_a_score_at_the_head_is_read_and_its_words_are_kept(written, read):
    assert read_head(written) == Head(*read[:1], words=read[1])


@pytest.mark.parametrize(("written", "read"), DOUBTED.items())
def test_what_is_not_plain_is_put_to_a_person(written, read):
    head = read_head(written)
    assert (head.score, head.words) == read
    assert head.doubt.endswith(".")


@pytest.mark.parametrize("written", WORDS)
def test_words_are_words(written):
    assert read_head(written) == Head(words=written)
    assert not is_like_a_score(written)


@pytest.mark.parametrize(("written", "read"), STATES.items())
def test_states_are_read_as_people_write_them(written, read):
    assert read_head(written) == Head(state=read[0], words=read[1])
    assert is_like_a_score(written)


@pytest.mark.parametrize(("written", "said"), PROBLEMS.items())
def test_what_cannot_be_taken_says_what_to_write(written, said):
    head = read_head(written)
    assert said in head.problem
    assert (head.score, head.state) == ("", None)


def test_nothing_is_nothing():
    assert read_head(" \n\u200b ") == Head()


@given(st.text(max_size=60))
def test_any_text_is_read_without_a_fault_and_never_as_two_things(written):
    head = read_head(written)
    assert not (head.score and head.state)
    assert not head.problem or not (head.score or head.state or head.words)


@given(st.integers(-999, 999), st.sampled_from([". ", ": ", ") ", " - ", "\n"]), st.text("abc ", min_size=1))
def test_whatever_score_is_put_before_words_comes_back(score, between, words):
    words = f"T{words}".strip()
    head = read_head(f"{score}{between}{words}")
    assert (head.score, head.words) == (str(score), words)
