"""Fixtures for every test. See CONTRIBUTING.md, "Tests"."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from askwell.plumbing import environment
from tests.support import postgres
from tests.support.clock import MovableClock

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from askwell.workspaces.access import Scope
    from tests.support.browser import Witness
    from tests.support.cast import Cast
    from tests.support.commands import Commands

hypothesis.register_profile(
    "askwell",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
hypothesis.register_profile("thorough", parent=hypothesis.get_profile("askwell"), max_examples=1000)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "askwell"))

# Playwright's synchronous interface runs an event loop in this thread; nothing of ours does.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--postgres``: the same tests on a real PostgreSQL (ASKWELL_TEST_DATABASE_URL, or a wheel's)."""
    parser.addoption("--postgres", action="store_true", help="run on PostgreSQL instead of SQLite")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the database before anything connects to it."""
    if not config.getoption("--postgres"):
        return
    url = os.environ.get("ASKWELL_TEST_DATABASE_URL", "")
    if not url:
        url, stop = postgres.start()
        config.add_cleanup(stop)
    config.askwell_postgres = url  # type: ignore[attr-defined]
    chosen = environment.database(url, environment.data_folder())
    settings.DATABASES["default"] = chosen | {"CONN_MAX_AGE": 0}
    connections.settings = connections.configure_settings(None)
    del connections["default"]


@pytest.fixture
def cast(db: None) -> "Cast":
    """Owner, team-mate and stranger with their notebooks, see tests/support/cast.py."""
    from tests.support.cast import assemble

    return assemble()


@pytest.fixture
def scope(cast: "Cast") -> "Scope":
    """The owner's scope, for calling operations and selectors."""
    return cast.scope


@pytest.fixture
def owner(cast: "Cast") -> Client:
    """A browser in which the owner of the notebook is signed in."""
    from tests.support.cast import signed_in

    return signed_in(cast.owner)


@pytest.fixture
def teammate(cast: "Cast") -> Client:
    """A browser of somebody who shares the owner's notebook."""
    from tests.support.cast import signed_in

    return signed_in(cast.teammate)


@pytest.fixture
def stranger(cast: "Cast") -> Client:
    """A browser of somebody with another notebook on the same server."""
    from tests.support.cast import signed_in

    return signed_in(cast.stranger)


@pytest.fixture
def clock() -> Iterator[MovableClock]:
    """The application's clock; moves only forward unless set."""
    movable = MovableClock()
    movable.reset()
    yield movable
    movable.reset()


@pytest.fixture
def run_jobs(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]],
) -> Callable[[], AbstractContextManager[Any]]:
    """``with run_jobs(): client.post(…)`` runs what was put into the queue, at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(scope="session")
def empty_notebook(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> "Iterator[Commands]":
    """A notebook with all tables and nothing in them, to be copied instead of migrated anew."""
    from tests.support.commands import Commands

    data = tmp_path_factory.mktemp("empty")
    with postgres.fresh_database(getattr(pytestconfig, "askwell_postgres", "")) as url:
        made = Commands(data, {"DATABASE_URL": url} if url else {})
        made("doctor")
        yield made


@pytest.fixture
def askwell(tmp_path: Path, empty_notebook: "Commands") -> "Iterator[Commands]":
    """The real command line on a notebook of its own; on PostgreSQL with ``--postgres``."""
    from tests.support.commands import Commands

    data = tmp_path / "notebook"
    shutil.copytree(empty_notebook.data, data)
    url = empty_notebook.environ.get("DATABASE_URL", "")
    with postgres.fresh_database(url, copy=True) as own:
        yield Commands(data, {"DATABASE_URL": own} if own else {})


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """One Chromium for the whole run."""
    from playwright.sync_api import sync_playwright

    from tests.support.browser import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser", live_server: Any) -> Iterator["Page"]:
    """A fresh window on the live server; relative addresses work. Nobody is signed in."""
    # Colours are measured at once: nothing may still be fading in.
    context = chromium.new_context(
        base_url=live_server.url, locale="en-GB", timezone_id="UTC", reduced_motion="reduce"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    window = context.new_page()
    window.set_default_timeout(10_000)
    yield window
    context.close()


@pytest.fixture
def witness(page: "Page", live_server: Any) -> "Iterator[Witness]":
    """Watches the page from the start; the test fails if the page did what pages must not do."""
    from tests.support.browser import Witness

    watching = Witness(page, live_server.url)
    yield watching
    watching.assert_clean()


@pytest.fixture
def live_cast(transactional_db: None) -> "Cast":
    """The cast, committed, for tests with a live server."""
    from tests.support.cast import assemble

    return assemble()


@pytest.fixture
def owner_page(page: "Page", witness: "Witness", live_cast: "Cast", live_server: Any) -> "Page":
    """A window in which the owner is signed in, watched by the witness."""
    from tests.support.cast import signed_in

    name = settings.SESSION_COOKIE_NAME
    value = signed_in(live_cast.owner).cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    return page
