"""Letters: elements, blanks, offsets, kinds and channels, and the labelled letters."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach import Config, find_blanks, read_config, review_letter
from askwell.coach.text.cues import CueIndex
from askwell.coach.text.elements import PUBLISHED
from askwell.coach.text.letters import CHANNELS, KINDS

DATA = Path(__file__).parent / "data"
sys.path.insert(0, str(Path(__file__).parents[2]))
LETTER = (
    "Subject: Your talk on dams\n\nHi Dana,\n\nI heard you speak at the water fair about dams, and I would "
    "love to learn how you got into river law. Could I ask you for 15 minutes next week? I’m not looking "
    "for a job. If I can ever return the favor, please say so.\n\nThank you,\nSam\n"
)
PIECES = st.sampled_from(
    [
        "Hi Dana,", "thank you", "15 minutes", "[Name]", "your article on", "looking for a job", "\n\n",
        "\r\n", " ", "😀", "İ", "’", "Subject: x\n", "> quoted", "could you introduce me to", "_", "X",
        "${a}", "Kind regards,", "not", "e.g.", "?", "at your company", "(your name)", "--\n",
    ]
)  # fmt: skip


def elements(text, **options):
    review = review_letter(text, **{"kind": "request", **options})
    return {name for name in PUBLISHED if review.elements[name]}


def test_a_whole_letter():
    review = review_letter(LETTER, kind="request")
    assert elements(LETTER) == {
        "purpose", "time_ask", "personal", "specific", "thanks", "offer", "availability_or_contact"
    }  # fmt: skip
    assert review.elements["time_ask"].text == "15 minutes"
    assert review.elements["subject"].text == "Your talk on dams"
    assert review.good and not [f for f in review.findings if f.level.value != "info"]


def test_the_published_form():
    found = review_letter("Hi [Name], are you hiring?", kind="request").as_dict()
    assert list(found) == [
        "schema", "kind", "channel", "words", "characters", "elements", "findings"
    ]  # fmt: skip
    assert list(found["elements"]) == [*PUBLISHED, "blanks"]
    assert found["elements"]["blanks"] == [{"start": 3, "end": 9, "text": "[Name]"}]
    assert found["elements"]["thanks"] is None
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    "words",
    [
        "15-minute call", "fifteen minutes", "~15 minutes", "20 min", "half an hour", "5 minutes to chat",
        "20-30 minutes", "15–20 mins", "fifteen (15) minutes", "a half-hour", "30mins", "an hour", "½ hour",
    ],
)  # fmt: skip
def test_ways_to_ask_for_time(words):
    assert "time_ask" in elements(f"Hi Dana, could we talk for {words}?")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the 30 minutes you gave me.",
        "I live 20 minutes away from your office.",
        "I wrote to you ten minutes ago.",
        "I work as an HR manager.",
    ],
)
def test_minutes_nobody_asks_for(text):
    assert "time_ask" not in elements(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I am not asking for a job.", False),
        ("I’m not looking for a position, only for advice.", False),
        ("Do you have any openings on your calendar?", False),
        ("As I begin my job search, I think of you.", False),
        ("Your job sounds wonderful.", False),
        ("I realize you may not have any openings at this time.", False),
        ("Could you refer me to a colleague in policy?", False),
        ("If you knew of an opening, would you consider me or refer me?", True),
        ("I hope to be selected for the role.", True),
        ("Are there any internships at your company?", True),
        ("Please keep me in mind for future openings.", True),
        ("I am very interested in the analyst position.", True),
        ("Please contact me about the next step in the hiring process.", True),
        ("Is your office accepting interns this spring?", True),
    ],
)
def test_asking_for_a_job(text, asks):
    assert ("job_ask" in elements(f"Hi Dana, {text}")) is asks


def test_a_past_introduction_is_thanked_for_not_asked_for():
    assert elements("Hi Ines, thanks for connecting me with Dana.", kind="thanks") == {
        "thanks",
        "specific",
    }


@pytest.mark.parametrize(
    "blank",
    [
        "[Company]", "${firstName}", "<first name>", "_", "XYZ", "[NAME>]", "{{name}}", "(your name)", "____",
        "Company X", "[which piece of theirs?]", "%FIRST_NAME%", "*|FNAME|*", "INSERT NAME",
    ],
)  # fmt: skip
def test_notations_of_blanks(blank):
    text = f"Hi Dana, I like {blank}, really."
    assert [text[b.start : b.end] for b in find_blanks(text)] == [
        blank.rstrip("]") + "]" * blank.endswith("]")
    ]


def test_own_words_that_are_no_blanks():
    text = "See [1], [sic], [x], my_file_name, Generation X, an X-ray, [page](https://a.example), a_b@c.example"
    assert find_blanks(text) == []
    assert find_blanks("I read Learning [in] public", known=["Learning [in] public"]) == []


def test_facts_may_be_nested_and_a_name_is_compared():
    found = review_letter(
        "Hi Danielle,\n\nI like what Brookfeld does.",
        kind="request",
        facts={
            "person": {"name": "Danielle Roe", "organization": "Brookfield"},
            "meeting": {"notes": ["maps"]},
        },
    )
    assert [f.suggestion for f in found.findings if f.slug == "name-misspelt"] == ["Brookfield"]


def test_numbers_are_configurable():
    text = "Hi Dana, could I have 20 minutes?"
    config = read_config({"select": ["L206"], "rules": {"much-time": {"minutes": 15}}})
    assert review_letter(text, kind="request", config=config).findings
    assert not review_letter(text, kind="request", config=Config(select=("L206",))).findings


def test_words_and_characters_are_those_of_the_writer():
    review = review_letter("Subject: Hi\n\nHi Dana 😀\n> quoted words", kind="request")
    assert (review.words, review.characters) == (2, 10)


@pytest.mark.parametrize(("kind", "channel"), [("poem", "email"), ("request", "pigeon")])
def test_unknown_kinds_and_channels_are_refused(kind, channel):
    with pytest.raises(ValueError, match="no such"):
        review_letter("Hi", kind=kind, channel=channel)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=8), max_size=25),
    st.sampled_from(KINDS),
    st.sampled_from(CHANNELS),
)
def test_offsets_are_exact_whatever_the_text(pieces, kind, channel):
    text = " ".join(pieces)
    review = review_letter(text, kind=kind, channel=channel, facts={"person.name": "Dana Roe"})
    for element in (*review.elements.values(), *review.blanks):
        assert element is None or text[element.start : element.end] == element.text
        assert element is None or element.text
    assert all(0 <= f.start <= f.end <= len(text) for f in review.findings)


@pytest.mark.parametrize(
    "piece",
    ["[", "_ ", "thank you for ", "I am looking for a ", "your ", "(", "15 ", "X ", "a", "Dana Roe ", ". ", "@a.",
     "could you introduce me ", "Hi\n", "interested in the position ", "\r\n> "],
)  # fmt: skip
def test_no_text_takes_long(piece):
    import time

    text = piece * (100_000 // len(piece))
    review_letter("Hi", kind="request")
    start = time.process_time()
    review_letter(text, kind="request", facts={"person.name": "Dana Roe"})
    assert time.process_time() - start < 0.5


def test_cues_lose_nothing_to_their_words():
    """Every element found by trying all cues is found by the words that announce them."""
    from askwell.coach.text import elements as module
    from askwell.coach.text.letters import Letter

    cues_of = module._CUES.elements
    every = CueIndex(cues_of)
    for line in (DATA / "letters.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        letter = Letter(row["text"], kind=row["kind"])
        with_words = every.find(letter.sentences, letter.kind, letter.text.vocabulary)
        for sentence in letter.sentences:
            for name, cues in cues_of.items():
                if any(cue.suits(letter.kind) and cue.find(sentence) for cue in cues):
                    assert name in with_words, (name, sentence.raw)


def test_weights_are_those_of_the_features():
    """The quick sum over words gives what the features of the trainer give one by one."""
    from math import sqrt
    from pkgutil import get_data

    from askwell.coach.text.letters import Letter
    from askwell.coach.text.signs import (
        MIDDLE,
        SIGNED,
        TRUST,
        features,
        model,
        read_weights,
        tokens,
    )

    file = get_data("askwell.coach.text", "letter_weights.txt").decode()
    bias, step, weights = read_weights(file)
    letter = Letter("Dear [Name],\n\n" + LETTER.partition("Dana,\n\n")[2], kind="request")
    for sentence in letter.sentences:
        found = tokens(sentence)
        rows = [weights[f] for f in features(found, "request") if f in weights]
        whole = model().total(found, "request")
        scores = model().scores(whole, len(found))
        near = [score + TRUST.get(name, 0) for name, score in zip(SIGNED, scores, strict=True)]
        if model().hopeless(whole, len(found)):
            assert max(near) < 0.1
        else:
            assert max(near) > -0.1
        for place, score in enumerate(scores):
            total = sum(ord(row[place]) - MIDDLE for row in rows)
            assert score == pytest.approx(total * step / sqrt(len(found)) + bias[place])


def marks_of(name):
    from bench.coach_score_letters import count, f1

    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return {e: f1(len(m), len(w), right) for e, (m, w, right) in count(rows).items()}


def mean(marks):
    from bench.coach_score_letters import TOGETHER

    return sum(marks[element] for element in TOGETHER) / len(TOGETHER)


@pytest.mark.parametrize("name", ["letters", "letters-early-1"])
def test_the_labelled_letters_are_read(name):
    from bench.coach_score_letters import ALONE, ALONE_BAR, TOGETHER_BAR

    marks = marks_of(name)
    assert min(marks[element] for element in ALONE) >= ALONE_BAR
    assert mean(marks) >= TOGETHER_BAR


def test_letters_that_nobody_trained_on_are_read():
    """The held-out letters are the oddest on purpose: people who write as they speak."""
    assert mean(marks_of("letters-held-out")) >= 0.8


def test_there_are_enough_labelled_letters():
    files = list(DATA.glob("letters*.jsonl"))
    assert sum(len(path.read_text("utf-8").splitlines()) for path in files) >= 500
