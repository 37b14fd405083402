"""The class pack: everything for a lesson on asking people about their work, in one zip.

Hand-outs, assignment, rubric, quiz and key as pages that print from any browser, slides in Markdown,
and the cards; all from ``content/<lang>/class/`` and the cards, nothing written twice.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt

from askwell.learn import words
from askwell.learn.formats import apkg, cards_csv
from askwell.plumbing import content

PACKAGE = "askwell.learn"
FOLDER = "class"
HANDOUTS = "class/handouts"
TAGS = {
    "p", "h1", "h2", "h3", "ol", "ul", "li", "blockquote", "em", "strong", "hr", "br",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
POINTS = (("good", 1.0), ("fair", 0.5), ("weak", 0.0))


@cache
def files(
    language: str = content.DEFAULT_LANGUAGE, *, headings: tuple[tuple[str, str], ...], at: float
) -> tuple[tuple[str, bytes], ...]:
    """Name and contents of each file of the pack. ``headings`` names the stages on the cards."""
    return tuple(_files(language, dict(headings), at))


def pack(language: str, headings: dict[str, str], now: datetime) -> bytes:
    """The zip; the same day gives the same bytes."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        inside = files(language, headings=tuple(headings.items()), at=day.timestamp())
        for name, contents in inside:
            entry = zipfile.ZipInfo(f"askwell-class/{name}", day.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents)
    return buffer.getvalue()


def rubric(language: str = content.DEFAULT_LANGUAGE) -> dict[str, Any]:
    """How an assignment is judged: ``title``, ``note`` and one ``criterion`` a line."""
    return content.toml(PACKAGE, f"{FOLDER}/rubric.toml", language)


def _files(language: str, headings: dict[str, str], at: float) -> Iterator[tuple[str, bytes]]:
    for name in content.names(PACKAGE, HANDOUTS, ".md"):
        markdown = content.text(PACKAGE, f"{HANDOUTS}/{name}", language)
        yield f"handouts/{name.removesuffix('.md')}.html", page(markdown)
    for name in ("teacher", "assignment"):
        yield f"{name}.html", page(content.text(PACKAGE, f"{FOLDER}/{name}.md", language))
    yield "rubric.html", page(rubric_markdown(rubric(language)))
    yield "rubric.csv", rubric_csv(rubric(language))
    quiz = content.toml(PACKAGE, f"{FOLDER}/quiz.toml", language)["item"]
    yield "quiz.html", page(quiz_markdown(quiz, key=False))
    yield "quiz-key.html", page(quiz_markdown(quiz, key=True))
    yield "slides.md", content.text(PACKAGE, f"{FOLDER}/slides.md", language).encode()
    cards = words.cards(language)
    yield "cards.apkg", apkg.write(cards, headings, at=at)
    yield "cards.csv", cards_csv.write(_plain(card) for card in cards)


def _plain(card: words.Card) -> cards_csv.Row:
    return cards_csv.Row(
        card.id, card.kind, card.stage, card.front, card.back, card.a, card.b, card.better,
        " ".join(card.rules), card.source,
    )  # fmt: skip


def page(markdown: str) -> bytes:
    """A page of its own that prints well: no script, no address, one small style."""
    title = markdown.lstrip().partition("\n")[0].lstrip("# ").strip()
    body = nh3.clean(MarkdownIt().enable("table").render(markdown), tags=TAGS, attributes={})
    style = content.text(PACKAGE, f"{FOLDER}/print.css.txt")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    ).encode()


def rubric_markdown(rubric: dict[str, Any]) -> str:
    """The rubric as a table."""
    total = sum(criterion["points"] for criterion in rubric["criterion"])
    lines = [f"# {rubric['title']}", "", rubric["note"], ""]
    lines += ["| | Points | All of them | Half | None |", "|---|---|---|---|---|"]
    for criterion in rubric["criterion"]:
        cells = [f"**{criterion['title']}**", str(criterion["points"])]
        cells += [criterion[level] for level, _share in POINTS]
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    lines += ["", f"{total} points in all. Where the figures come from:", ""]
    lines += [f"- {criterion['title']}: {criterion['source']}" for criterion in rubric["criterion"]]
    return "\n".join(lines) + "\n"


def rubric_csv(rubric: dict[str, Any]) -> bytes:
    """The rubric for a gradebook; ``metric`` is the figure of a review, see ``askwell check``."""
    buffer = io.StringIO(newline="")
    columns = ["id", "title", "metric", "points", "good", "fair", "weak", "source"]
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rubric["criterion"])
    return buffer.getvalue().encode("utf-8-sig")


def quiz_markdown(items: list[dict[str, Any]], *, key: bool) -> str:
    """The quiz; with ``key`` the right answer is marked and says why."""
    lines = ["# Quiz: the key" if key else "# Quiz", ""]
    if not key:
        lines += ["Name: ______________________ Date: ______________", ""]
    for number, item in enumerate(items, 1):
        lines += [f"## {number}. {item['question']}", ""]
        for choice, text in enumerate(item["choices"], 1):
            right = key and choice == item["right"]
            lines.append(f"- {chr(96 + choice)}) {f'**{text}**' if right else text}")
        lines += ["", *([item["why"], ""] if key else [])]
    return "\n".join(lines) + "\n"
