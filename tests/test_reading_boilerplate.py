"""Boilerplate: what is not news is set apart by kind; a real sentence of news never is."""

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from schemas.article import BoilerplateKind
from summarizer.reading import article

BODY = "The army left the town of Lerma on Friday, officials said. Rain fell in the hills."


def kinds(text: str) -> list[str | None]:
    """The kinds of the sentences of `text`, set between two paragraphs of news."""
    return [sentence.boilerplate for sentence in article(f"{BODY}\n\n{text}\n\nThe rebels stayed in the hills.").sentences[2:-1]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Advertisement", "advertisement"),
        ("Anzeige", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Article continues below", "advertisement"),
        ("Sponsored content", "advertisement"),
        ("author-image", "author"),
        ("About the author", "author"),
        ("By Awa Sow", "byline"),
        ("By Awa Sow and Jean de la Cruz, Orin News", "byline"),
        ("(Reporting by Awa Sow in Lerma; Editing by J. Doe.)", "byline"),
        ("Awa Sow in Odava contributed to this report.", "byline"),
        ("Reuters", "byline"),
        ("Leave a comment", "comment_prompt"),
        ("Leave a Reply Cancel reply", "comment_prompt"),
        ("12 Comments", "comment_prompt"),
        ("Join the conversation", "comment_prompt"),
        ("For further information, please contact:", "contact"),
        ("Tel: +223 20 22 33 44", "contact"),
        ("press@orin.example", "contact"),
        ("© 2025 Orin News", "copyright"),
        ("Copyright 2025 The Orin Press. All rights reserved.", "copyright"),
        ("Photo: Awa Sow/Orin", "image"),
        ("[Image: Orin News]", "image"),
        ("Image caption, The bridge of Lerma", "image"),
        ("New Update", "navigation"),
        ("4 min read", "navigation"),
        ("Share Facebook Twitter WhatsApp", "navigation"),
        ("Send this page to someone via email", "navigation"),
        ("Tags: army, Lerma", "navigation"),
        ("You may also like", "navigation"),
        ("Home > News > Africa", "navigation"),
        ("This is a developing story. Check back for updates.", "navigation"),
        ("Cision View original content:https://example.org/a", "origin_link"),
        ("This article was originally published by The Orin Post.", "origin_link"),
        ("The post Army leaves Lerma appeared first on Orin News.", "origin_link"),
        ("SOURCE General Staff", "origin_link"),
        ("https://example.org/a/b", "origin_link"),
        ("We use cookies to improve this site.", "other"),
        ("***", "other"),
        ("Read More: Police seize $714,000 in drugs", "read_more"),
        ("Read also: Two dead in Odava", "read_more"),
        ("RELATED: Two dead in Odava", "read_more"),
        ("Click here to read the full statement.", "read_more"),
        ("Sign up for our daily newsletter.", "subscribe"),
        ("Follow us on Telegram", "subscribe"),
        ("Get the latest headlines in your inbox every morning", "subscribe"),
        ("Subscribe", "subscribe"),
        ("06.06.2025 13:18 Uhr", "timestamp"),
        ("Published: 6 June 2025 at 10:00 GMT", "timestamp"),
        ("Last updated on June 6, 2025, 4:05 p.m. EDT", "timestamp"),
        ("Posted 3 hours ago", "timestamp"),
        ("3 hours ago", "timestamp"),
        ("Published", "timestamp"),
        ("Published 29 May", "timestamp"),
        ("--- ENDS ---", "other"),
        ("(With inputs from Orin News)", "byline"),
    ],
)
def test_what_is_not_news_is_set_apart_by_kind(text: str, kind: BoilerplateKind) -> None:
    assert set(kinds(text)) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the army had left the town.",
        "By the time help came, three men had died.",
        "Sources close to the ministry said that 12 men fell.",
        "The report was published on Monday by a rights group.",
        "The article was published in the Lerma Post, which the army shut.",
        "Reporting by the Lerma Post found that 30 men were killed.",
        "Share prices fell by 5 percent.",
        "Home Secretary Awa Sow resigned.",
        "Phone lines were cut in 12 towns.",
        "Contact with the patrol was lost at dawn.",
        "Photographs of the scene showed 12 bodies.",
        "Image by image, the police rebuilt the last hour.",
        "Copyright law was changed in 2024.",
        "Follow-up strikes killed nine.",
        "Subscribers of the network lost service for 3 days.",
        "He was 34 minutes late.",
        "Today 12 men died.",
        "On 6 June 2025 the army left.",
        "2025 was the deadliest year of the war.",
        "Watch towers were burnt in 3 villages.",
        "More than 80 terrorists were killed.",
        "Related attacks killed 12 people in May.",
        "Comments by the minister angered the rebels.",
        "“No comment,” the minister said.",
        "Advertisements for the rebel movement were banned.",
        "The author of the law, Awa Sow, was arrested.",
        "Highlights of the deal were leaked.",
        "Listen, he told the crowd, we have won.",
        "Join our fight, the rebels told the young men of the town.",
    ],
)
def test_a_sentence_of_news_is_never_set_apart(text: str) -> None:
    assert set(kinds(text)) == {None}


def test_a_link_at_the_end_of_a_paragraph_is_set_apart_to_its_end() -> None:
    found = article(f"{BODY} Read more: Two dead in Odava. Police seize $714,000.\n\nThe rebels stayed.")
    assert [sentence.boilerplate for sentence in found.sentences] == [None, None, "read_more", "read_more", None]
    assert len(found.boilerplate) == 1


def test_a_list_of_key_points_is_a_summary_box_only_with_its_list() -> None:
    assert kinds("Key Takeaways\n• The army left.\n• 12 men fell.") == ["summary_box"] * 3
    assert kinds("Key points:\n- The army left\n- 12 men fell") == ["summary_box"] * 3
    assert kinds("Highlights\nThe army left the town, and 12 men fell in it.") == [None, None]


def test_a_list_without_such_a_heading_is_news() -> None:
    assert kinds("The dead are:\n• Awa Sow, 34\n• Ali Diop, 12") == [None, None, None]


def test_a_contact_block_ends_where_sentences_begin_again() -> None:
    lines = [
        "Media contact:",
        "Awa Sow",
        "Press Office, Orin",
        "The army denied that it had left the town at any time that week.",
    ]
    text = "\n".join(lines)
    assert kinds(text) == ["contact", "contact", "contact", None]


def test_a_list_of_links_ends_where_sentences_begin_again() -> None:
    lines = [
        "You may also be interested in:",
        "Two dead in Odava",
        "What is happening in Lerma",
        "The army denied that it had left.",
    ]
    assert kinds("\n".join(lines)) == ["navigation", "read_more", "read_more", None]


def test_what_an_author_is_stands_under_the_name() -> None:
    assert kinds("By Awa Sow\nAfrica correspondent, Odava") == ["byline", "byline"]
    assert kinds("Army arrests Orin correspondent") == [None]


def test_a_headline_printed_again_is_repeated_and_a_short_answer_is_not() -> None:
    found = article(f"Army leaves Lerma after dawn\n\nArmy leaves Lerma after dawn\n\n{BODY}\n\nHe agreed.\n\nHe agreed.")
    assert [sentence.boilerplate for sentence in found.sentences] == [None, "repeated", None, None, None, None]


def test_a_name_is_an_author_only_beside_other_marks() -> None:
    assert kinds("author-image\nAwa Sow") == ["author", "author"]
    assert kinds("Awa Sow") == [None]


def test_a_line_of_several_marks_is_cut_between_them() -> None:
    found = article(f"date 2025-06-06 Anzeige\n{BODY}")
    assert [(piece.kind, found.text[piece.start : piece.end]) for piece in found.boilerplate] == [
        ("timestamp", "date 2025-06-06"),
        ("advertisement", "Anzeige"),
    ]


def test_the_table_is_sorted_and_every_pattern_stands_alone() -> None:
    rows = files("summarizer.reading").joinpath("boilerplate.tsv").read_text(encoding="utf-8").splitlines()
    rows = [row for row in rows if not row.startswith("#")]
    assert rows == sorted(set(rows))
    for row in rows:
        kind, where, pattern = row.split("\t")
        assert kind in get_args(BoilerplateKind)
        assert where in {"any", "line", "rest"}
        compiled = re.compile(pattern, re.IGNORECASE)
        assert compiled.groups == 0
        assert compiled.fullmatch("") is None


def test_the_documentation_names_every_kind() -> None:
    page = (Path(__file__).parent.parent / "docs" / "reading.md").read_text(encoding="utf-8")
    table = page.partition("| kind | for example |")[2].partition("\n\n")[0]
    assert re.findall(r"(?m)^\| `(\w+)`", table) == sorted(get_args(BoilerplateKind))
