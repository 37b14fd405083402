import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    page = item.funcargs.get("owner_page") or item.funcargs.get("page")
    if outcome.get_result().failed and call.when == "call" and page:
        page.screenshot(path="/tmp/fail.png")
        print("AT", page.url)
        print(page.locator("main").inner_text()[:3000])
