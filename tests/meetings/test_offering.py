"""Times I offer: good ones suggested, said by their clock, kept free, released by themselves."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.cadence import CadenceSettings, StepKind
from askwell.meetings import selectors, windows
from askwell.meetings.models import Proposal
from askwell.outreach import operations as letters
from askwell.outreach.models import Letter
from askwell.people import operations as people
from askwell.plumbing.ids import new_uid


@pytest.fixture
def form():
    return {
        "uid": str(new_uid()),
        "minutes": "30",
        "zone": "America/New_York",
        "day_1": "2026-12-03",
        "at_1": "15:00",
        "day_2": "2026-12-04",
        "at_2": "14:30",
        "day_3": "",
        "at_3": "",
    }


def offer(person):
    return reverse("meetings:offer", args=[person.uid])


def test_three_good_times_are_suggested(owner, dana):
    page = owner.get(offer(dana)).content.decode()
    for day in ("2026-12-02", "2026-12-03", "2026-12-04"):
        assert f'value="{day}"' in page


def test_the_letter_names_them_by_their_clock_and_mine(owner, scope, dana, form):
    answer = owner.post(offer(dana), form)
    letter = Letter.objects.get(workspace=scope.workspace)
    assert answer["Location"] == reverse("outreach:letter", args=[letter.uid])
    assert "Thursday 3 December, 10:00 (15:00 my time)" in letter.body
    assert "Friday 4 December, 09:30 (14:30 my time)" in letter.body
    assert "New York time" in letter.body


def test_their_zone_is_remembered(owner, scope, dana, form):
    owner.post(offer(dana), form)
    dana.refresh_from_db()
    assert dana.zone == "America/New_York"
    page = owner.get(offer(dana)).content.decode()
    assert '<option value="America/New_York" selected>' in page


def test_when_it_is_sent_the_times_are_proposed(owner, scope, dana, form, clock, step):
    owner.post(offer(dana), form)
    letter = Letter.objects.get(workspace=scope.workspace)
    letters.mark_sent(scope, letter=letter, now=clock.now())
    assert step(dana).kind == StepKind.PROPOSE_AGAIN


def test_a_second_copy_of_the_form_offers_once(owner, scope, dana, form):
    for _twice in range(2):
        owner.post(offer(dana), form)
    assert Proposal.objects.filter(workspace=scope.workspace).count() == 1
    assert Letter.objects.filter(workspace=scope.workspace).count() == 1


def test_half_a_time_is_asked_about_and_a_skipped_one_explained(owner, scope, dana, form):
    half = owner.post(offer(dana), form | {"day_3": "2026-12-05"})
    assert half.status_code == 422
    assert "Add the other half" in half.content.decode()
    nothing = owner.post(offer(dana), form | {"day_1": "", "at_1": ""})
    assert nothing.status_code == 422
    assert 'value="2026-12-04"' in nothing.content.decode()
    assert not Proposal.objects.filter(workspace=scope.workspace).exists()


def test_offered_times_are_kept_free_for_three_working_days(owner, scope, dana, form, clock):
    owner.post(offer(dana), form)
    assert selectors.kept_free(scope, clock.now()).count() == 2
    page = owner.get(reverse("meetings:list")).content.decode()
    assert "Times kept free" in page
    clock.set(datetime(2026, 12, 3, 17, 59, tzinfo=UTC))
    assert selectors.kept_free(scope, clock.now()).count() == 1  # the first is over
    clock.set(datetime(2026, 12, 3, 18, 1, tzinfo=UTC))
    assert not selectors.kept_free(scope, clock.now()).exists()
    assert "Times kept free" not in owner.get(reverse("meetings:list")).content.decode()


def test_kept_times_are_not_suggested_to_somebody_else(owner, scope, dana, form, clock):
    owner.post(offer(dana), form | {"zone": "UTC", "at_1": "14:00"})
    omar = people.add_person(scope, name="Omar", now=clock.now())
    page = owner.get(offer(omar)).content.decode()
    assert 'value="2026-12-03"' in page
    assert 'name="at_2" value="14:00"' not in page


def test_a_date_releases_them(owner, scope, dana, form, ahead, clock):
    owner.post(offer(dana), form)
    assert 'value="15:00"' in owner.get(reverse("meetings:book", args=[dana.uid])).content.decode()
    owner.post(reverse("meetings:book", args=[dana.uid]), ahead)
    assert not selectors.kept_free(scope, clock.now()).exists()


def test_they_are_released_by_hand_and_by_a_new_offer(owner, scope, dana, form, clock):
    owner.post(offer(dana), form)
    first = Proposal.objects.get(workspace=scope.workspace)
    owner.post(offer(dana), form | {"uid": str(new_uid())})
    assert selectors.standing_proposal(scope, dana, clock.now()) != first
    standing = selectors.standing_proposal(scope, dana, clock.now())
    owner.post(reverse("meetings:release", args=[standing.uid]))
    assert selectors.standing_proposal(scope, dana, clock.now()) is None


def test_another_notebook_offers_nothing_here(stranger, owner, scope, dana, form):
    assert stranger.get(offer(dana)).status_code == 404
    assert stranger.post(offer(dana), form).status_code == 404
    owner.post(offer(dana), form)
    proposal = Proposal.objects.get(workspace=scope.workspace)
    assert stranger.post(reverse("meetings:release", args=[proposal.uid])).status_code == 404


ZONES = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin"]


@given(
    mine=st.sampled_from(ZONES),
    theirs=st.sampled_from(ZONES),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
)
def test_suggested_times_are_soon_on_working_days_and_by_day_for_both(mine, theirs, now):
    settings = CadenceSettings(zone=mine)
    found = windows.suggest(settings, theirs=theirs, now=now, is_taken=lambda _at: False)
    assert len({at.astimezone(ZoneInfo(mine)).date() for at in found}) == len(found)
    for at in found:
        here, there = at.astimezone(ZoneInfo(mine)), at.astimezone(ZoneInfo(theirs))
        assert here.weekday() < 5
        assert 8 <= here.hour < 19
        assert 8 <= there.hour < 19
        assert timedelta(days=1) < at - now < timedelta(days=25)


def test_the_time_they_chose_is_one_click_away(owner, dana, form):
    owner.post(offer(dana), form)
    book = reverse("meetings:book", args=[dana.uid])
    page = owner.get(book)
    _first, second = page.context["offered"]
    assert f"?chosen={second.uid}" in page.content.decode()
    chosen = owner.get(book, {"chosen": str(second.uid)}).context["form"].initial
    assert chosen["day"].isoformat() == "2026-12-04" and chosen["minutes"] == 30
    assert owner.get(book, {"chosen": "nonsense"}).context["form"].initial["day"] != chosen["day"]
