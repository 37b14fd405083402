"""Ways in: the one-time link of local mode, accounts of server mode."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user

from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.workspaces import accounts, signin
from askwell.workspaces.models import Membership, SignInKey, User

SENTENCE = "a-long-sentence-to-remember"


@pytest.fixture
def local(settings, db):
    settings.MODE = "local"
    return signin.local_user()


def test_a_link_opens_once_and_leaves_no_key_in_the_address(local, client):
    key = signin.make_key(user=local, now=clock.now())
    first = client.get("/enter/", {"key": key})
    assert (first.status_code, first["Location"]) == (302, "/")
    assert get_user(client) == local
    client.logout()
    assert client.get("/enter/", {"key": key}).status_code == 422
    assert not get_user(client).is_authenticated
    assert key not in str(list(SignInKey.objects.values()))


def test_somebody_who_is_in_already_may_use_the_link_again(local, client):
    key = signin.make_key(user=local, now=clock.now())
    client.get("/enter/", {"key": key})
    assert client.get("/enter/", {"key": key}).status_code == 302


def test_a_link_grows_old(local):
    now = clock.now()
    key = signin.make_key(user=local, now=now)
    with pytest.raises(Refusal):
        signin.use_key(key=key, now=now + timedelta(hours=25))


@pytest.mark.parametrize("key", ["", "x", "'; DROP TABLE", "\x00" * 50])
def test_a_wrong_key_opens_nothing(local, client, key):
    assert client.get("/enter/", {"key": key}).status_code in (200, 422)
    assert not get_user(client).is_authenticated


def test_the_link_is_for_local_mode_only(db, client):
    assert client.get("/enter/").status_code == 404


def test_local_mode_has_one_seeker_with_a_notebook(local):
    assert signin.local_user() == local
    assert Membership.objects.filter(user=local).count() == 1
    assert not local.has_usable_password()


def test_sign_up_is_closed_unless_switched_on(db, client, settings):
    new = {"email": "mira@harbour.example", "password1": SENTENCE, "password2": SENTENCE}
    client.post("/account/signup/", new)
    assert not User.objects.exists()
    settings.SIGNUP_OPEN = True
    client.post("/account/signup/", new)
    assert Membership.objects.get(user__email="mira@harbour.example")


def test_an_account_made_by_hand_chooses_its_password(db, client):
    user = signin.add_user(email="mira@harbour.example")
    page = client.get(accounts.password_path(user), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": SENTENCE, "password2": SENTENCE})
    signed_in = {"login": "mira@harbour.example", "password": SENTENCE}
    assert client.post("/account/login/", signed_in).status_code == 302
    assert get_user(client) == user


def test_a_wrong_password_says_nothing_about_who_is_known(db, client):
    signin.add_user(email="mira@harbour.example")
    errors = [
        client.post("/account/login/", {"login": f"{who}@harbour.example", "password": "wrong"})
        .context["form"]
        .errors.as_text()
        for who in ("mira", "nobody")
    ]
    assert errors[0] == errors[1] != ""
