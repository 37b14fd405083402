def test_health_needs_no_sign_in(client, db):
    answer = client.get("/healthz")
    assert answer.json()["status"] == "ok"


def test_pages_carry_the_security_headers(client, db):
    answer = client.get("/healthz")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
