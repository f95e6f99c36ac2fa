"""The Appraisals page: whose appraisals, in which order, and what it says of each."""

import re

import pytest
from django.core.cache import caches
from django.urls import reverse

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import client_of, words

pytestmark = pytest.mark.django_db


def listed(client, **query):
    """The rows of the list: [title with bodies, stage, waits, leads, change]."""
    html = client.get(reverse("appraisal:list"), query).content.decode()
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html, re.DOTALL)[1:]
    return [
        [words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows
    ]


def titles(client, **query):
    return [row[0].split(" Northshire")[0] for row in listed(client, **query)]


def several(count):
    for number in range(count):
        factories.appraisal(slug=f"s{number}", title=f"Appraisal {number:02}")


def test_each_appraisal_says_stage_what_waits_who_leads_and_when_it_changed():
    factories.complete_appraisal()
    assert listed(client_of(factories.lead_officer())) == [
        [
            "Where the library goes Northshire Council, Northshire Health Trust",
            "Scoring",
            "Start agreeing the scores",
            "Option 2 leads with 11, 1 ahead",
            "2 November 2026, 10:00 command line",
        ]
    ]


@pytest.mark.parametrize(
    ("role", "body", "stage", "expected"),
    [
        ("lead_officer", "Northshire Council", "set-up", "Finish the set-up, then start scoring"),
        ("lead_officer", "Northshire Health Trust", "set-up", "Nothing"),
        ("assessor", "Northshire Council", "scoring", "Nine scores to give"),
        ("lead_officer", "Northshire Health Trust", "scoring", "Nine scores to give"),
        ("panel_member", "Northshire Council", "scoring", "Nothing"),
        ("administrator", "Northshire Council", "scoring", "Nothing"),
    ],
)
def test_what_waits_depends_on_role_body_and_stage(role, body, stage, expected):
    factories.appraisal(stage=stage)
    assert listed(client_of(factories.person(role=role, body=body)))[0][2] == expected


def test_rationales_wait_where_every_score_is_given():
    appraisal_id = factories.complete_appraisal()
    factories.score(appraisal_id, "stay", "reach", 4, rationale="", version=1)
    assert listed(client_of(factories.person(role="assessor")))[0][2] == "One rationale to write"


def test_nothing_waits_in_an_agreed_appraisal():
    appraisal_id = factories.complete_appraisal()
    factories.move(appraisal_id, "agreeing")
    officer = client_of(factories.lead_officer())
    assert listed(officer)[0][1:3] == ["Agreeing the scores", "Close as agreed"]
    factories.move(appraisal_id, "agreed")
    assert listed(officer)[0][1:3] == ["Agreed", "Nothing"]


def test_only_appraisals_of_the_persons_bodies_are_listed():
    factories.somerset()
    factories.cornwall()
    client = client_of(factories.person(role="panel_member", body="Cornwall Council"))
    text = words(client.get(reverse("appraisal:list")))
    assert "Integrated Strategic Commissioning" in text
    assert "Somerset" not in text


def test_somebody_without_any_appraisal_is_told_so_in_words():
    factories.somerset()
    client = client_of(factories.person(role="panel_member", body="Southshire Council"))
    assert "None of your bodies takes part in an appraisal yet." in words(
        client.get(reverse("appraisal:list"))
    )


def test_the_list_is_narrowed_by_words_of_the_title_in_any_case():
    several(3)
    client = client_of(factories.lead_officer())
    assert titles(client, search="AISAL 01 ") == ["Appraisal 01"]
    assert "1 of 3 appraisals. Show all" in words(client.get(reverse("appraisal:list"), {"search": "01"}))


def test_the_list_is_narrowed_by_stage():
    several(1)
    factories.appraisal(slug="early", title="Early", stage="set-up")
    client = client_of(factories.lead_officer())
    assert titles(client, stage="set-up") == ["Early"]
    assert sorted(titles(client, stage="no such stage")) == ["Appraisal 00", "Early"]


def test_nothing_found_is_said_in_words():
    several(1)
    answer = client_of(factories.lead_officer()).get(reverse("appraisal:list"), {"search": "zebra"})
    assert "No appraisal of your bodies has these words in its title and is in this stage." in words(answer)


def test_the_list_sorts_by_title_stage_and_change():
    several(2)
    late = factories.appraisal(slug="late", title="Beta")
    factories.score(late, "stay", "reach", 4, minutes=30)
    factories.appraisal(slug="early", title="Alpha", stage="set-up")
    client = client_of(factories.lead_officer())
    assert titles(client)[0] == "Beta"
    assert titles(client, sort="title") == ["Alpha", "Appraisal 00", "Appraisal 01", "Beta"]
    assert titles(client, sort="-title")[0] == "Beta"
    assert titles(client, sort="stage")[0] == "Alpha"
    assert titles(client, sort="-changed_at")[0] == "Beta"


def test_twenty_stand_on_a_page_and_the_rest_on_the_next():
    several(21)
    client = client_of(factories.lead_officer())
    assert len(listed(client, sort="title")) == 20
    assert titles(client, sort="title", page="2") == ["Appraisal 20"]
    assert "Page 1 of 2" in words(client.get(reverse("appraisal:list")))
    assert len(listed(client, page="no number")) == 20


def test_queries_do_not_grow_with_the_list_once_each_leader_is_known(django_assert_num_queries):
    client = client_of(factories.lead_officer())
    several(2)
    client.get(reverse("appraisal:list"))
    with django_assert_num_queries(7):
        client.get(reverse("appraisal:list"))
    several_more = [factories.appraisal(slug=f"more-{number}") for number in range(5)]
    client.get(reverse("appraisal:list"))
    with django_assert_num_queries(7):
        client.get(reverse("appraisal:list"))
    assert len(several_more) == 5


def test_who_leads_follows_every_change():
    appraisal_id = factories.complete_appraisal()
    client = client_of(factories.lead_officer())
    assert listed(client)[0][3] == "Option 2 leads with 11, 1 ahead"
    factories.score(appraisal_id, "share", "cost", 5, version=1)
    assert listed(client)[0][3] == "Option 3 leads with 13, 2 ahead"


def test_the_front_page_leads_to_the_list():
    assert client_of(factories.lead_officer()).get("/").url == reverse("appraisal:list")


def test_nobody_reads_the_list_without_signing_in(client):
    answer = client.get(reverse("appraisal:list"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_rights_are_the_union_of_all_roles():
    factories.appraisal(stage="set-up")
    somebody = factories.person(role=[Role.PANEL_MEMBER, Role.LEAD_OFFICER])
    caches["template_fragments"].clear()
    assert listed(client_of(somebody))[0][2] == "Finish the set-up, then start scoring"
