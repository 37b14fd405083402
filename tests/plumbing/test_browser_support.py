"""The browser helpers see what they are there to see."""

import pytest

from tests.support.browser import axe_violations

pytestmark = pytest.mark.browser


def test_axe_finds_a_picture_without_words_and_pale_text(page):
    page.set_content("<html lang=en><title>t</title><main><h1>a</h1><img src='data:,'></main>")
    assert any("image-alt" in finding for finding in axe_violations(page))


def test_the_witness_sees_errors_and_strangers(page, live_server):
    from tests.support.browser import Witness

    watching = Witness(page, live_server.url)
    page.goto("about:blank")
    page.evaluate("console.error('broken')")
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => 0)")
    assert any("broken" in complaint for complaint in watching.complaints)
    assert any("another host" in complaint for complaint in watching.complaints)
