"""``askwell learn``: the shape that programs read, and the files it writes."""

import subprocess
import sys
import zipfile


def test_everything_as_json_in_the_shape_that_was_promised(askwell):
    found = askwell.json("learn")
    assert set(found) == {"pages", "facts", "questions", "cards", "characters"}
    assert all(set(row) == {"stage", "title", "url"} for row in found["pages"])
    assert all(set(row) == {"question", "answer", "stage"} for row in found["questions"])
    assert all(set(row) == {"id", "kind", "stage", "front", "back"} for row in found["cards"])
    assert all(set(row) == {"name", "temperament"} for row in found["characters"])
    assert all(value for kind in found.values() for row in kind for value in row.values())


def test_due_cards_and_files(askwell, tmp_path):
    due = askwell.json("learn", "--due")
    assert 0 < len(due["cards"]) <= 10
    assert due["cards"][0]["due_at"] is None
    names = [tmp_path / name for name in ("cards.apkg", "cards.csv", "class.zip")]
    askwell("learn", "--export", str(names[0]))
    askwell("learn", "--export", str(names[1]), "--pack", str(names[2]))
    assert names[1].read_bytes().startswith(b"\xef\xbb\xbfid,kind,stage,front,back")
    assert zipfile.ZipFile(names[0]).testzip() is None
    assert "askwell-class/slides.md" in zipfile.ZipFile(names[2]).namelist()


def test_what_cannot_be_written_is_said_in_one_sentence(askwell, tmp_path):
    for arguments in (["--export", "cards.txt"], ["--pack", "class.tar"]):
        said = askwell("learn", *arguments, status=2).stderr
        assert said.count("\n") == 1
    said = askwell("learn", "--export", str(tmp_path / "no" / "cards.csv"), status=1).stderr
    assert "cannot be written" in said


def test_nothing_heavy_is_loaded_before_it_is_needed(askwell):
    """Neither the scheduler nor the writer for Anki belongs to the start."""
    looked = (
        "import django, sys; django.setup(); import askwell.config.urls, askwell.learn.urls; "
        "import askwell.learn.operations; "
        "print([name for name in ('fsrs', 'genanki') if name in sys.modules])"
    )
    environ = askwell.env() | {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", looked], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
