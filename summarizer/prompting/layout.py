"""Layout: how a request is written, for those who write it and for the one who reads it back.

A request is a system message that never changes and a user message: one line that names the task, then fenced blocks. Every line
inside a fence begins with a number, a key or a brace of our own, and the fence's key is a hash of its content, so no text inside
can close it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypedDict

import prompts
from schemas.article import Article, Sentence
from summarizer.text import digest

__all__ = ["TASKS", "Message", "Task", "article_block", "fence", "messages", "one_line"]

Task = Literal["bottom_line", "extract", "repair"]


class Message(TypedDict):
    """One message of a request."""

    role: Literal["assistant", "system", "user"]
    content: str


TASKS: dict[Task, str] = {
    "bottom_line": "Write the bottom line of this briefing.",
    "extract": "Record what this article reports.",
    "repair": "Correct these items.",
}
"""First line of the user message of each task."""
PROMPTS: dict[Task, str] = {"bottom_line": "bottom_line.v1", "extract": "extract.v1", "repair": "repair.v1"}
"""Prompt file of each task."""

_BREAKS = re.compile(r"[ \t]*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]\s*")


def messages(task: Task, parts: Sequence[str]) -> tuple[Message, ...]:
    """The request: instructions first and the same for every article, so that providers can keep them in their caches."""
    content = "\n\n".join([TASKS[task], *parts])
    return Message(role="system", content=prompts.read(PROMPTS[task])), Message(role="user", content=content)


def one_line(words: str) -> str:
    """`words` without line breaks; other white space stays as it is."""
    # Most have none, and isprintable says so many times as fast as a search.
    return words if words.isprintable() else _BREAKS.sub(" ", words)


def fence(kind: str, lines: Iterable[str]) -> str:
    """The lines between delimiters whose key is derived from them and occurs nowhere in them."""
    body = "\n".join(lines)
    key = digest(body)
    while key in body:  # nobody has found a text that holds its own hash; the loop costs nothing and leaves no doubt
        key = digest(key + body)
    return f"<{kind} {key}>\n{body}\n</{kind} {key}>"


def article_block(article: Article, numbers: Iterable[int]) -> str:
    """The article as far as `numbers` go: what it says of itself, then the numbered sentences, paragraph by paragraph."""
    lines = [*_header(article)]
    paragraph = 0
    for number in numbers:
        sentence = article.sentences[number - 1]
        if sentence.paragraph != paragraph:
            lines.append("")
        paragraph = sentence.paragraph
        lines.append(f"[{number}] {_words(article, sentence)}")
    return fence("article", lines)


def _words(article: Article, sentence: Sentence) -> str:
    """The sentence on one line."""
    return one_line(article.text[sentence.start : sentence.end])


def _header(article: Article) -> Iterable[str]:
    """What the article says of itself, one key a line."""
    numbers = [sentence for sentence in article.sentences if sentence.role == "headline"]
    if numbers:
        yield f"headline [{numbers[0].number}]: {_words(article, numbers[0])}"
    elif article.headline is not None:
        yield f"headline: {one_line(article.headline.value)}"
    if article.dateline is not None:
        yield f"dateline: {one_line(article.text[article.dateline.start : article.dateline.end])}"
    if article.publisher is not None:
        yield f"publisher: {one_line(article.publisher.value)}"
    if article.published is not None:
        yield f"published: {article.published.value.isoformat()}"
