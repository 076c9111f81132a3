"""The briefing as one HTML page that needs nothing else: no script, no request, no font.

Jinja escapes every value; nothing from an article is ever markup, a link or a style.
"""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from schemas import Briefing
from summarizer.rendering import choice, data, places, words
from summarizer.rendering.page import drawings, sources, summary, worldmap
from summarizer.rendering.page.links import Links

__all__ = ["page", "written"]

HERE = Path(__file__).parent


def page(briefing: Briefing, located: places.Places | None = None) -> str:
    """The whole page; the same briefing and places give the same characters."""
    return written(briefing, data.dumped(briefing), located or places.locate(briefing, None))


def written(briefing: Briefing, record: str, located: places.Places) -> str:
    """The page of a briefing whose JSON is `record`."""
    links = Links(briefing)
    body = environment().get_template("body.html.j2")
    shell = environment().get_template("page.html.j2")
    content = body.render(
        briefing=briefing,
        links=links,
        located=located,
        articles=links.articles,
        anchors={event.id: f"e{number}" for number, event in enumerate(briefing.story.events, 1)},
        numbers={event.id: number for number, event in enumerate(briefing.story.events, 1)},
        claims={group.id: group for group in briefing.story.claims},
        cited={source.article: words.cited(source) for source in briefing.sources},
        timeline=drawings.timeline(briefing),
        tolls=drawings.tolls(list(choice.groups(briefing))),
        map=worldmap.draw(briefing, located),
        provenance=choice.provenance(briefing),
        record_hash=hashlib.sha256(record.encode()).hexdigest(),
    )
    style = stylesheet() + split_marks(links)
    return shell.render(
        briefing=briefing,
        content=Markup(content),  # noqa: S704  # the template above, every value escaped
        style=Markup(style),  # noqa: S704  # our own file, and rules made of anchors that we made
        style_hash=sha256(style),
        record=data.embedded(record),
        coordinates=data.embedded(data.places(located)),
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with every value escaped and every missing name an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(plain=words.plain, spoken=words.spoken, capital=words.capital)
    made.globals.update(choice=choice, words=words, paragraphs=sources.paragraphs, summary=summary)
    return made


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """The style of the page."""
    return (HERE / "style.css").read_text(encoding="utf-8")


def sha256(text: str) -> str:
    """The hash of an element's text, as the content security policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def split_marks(links: Links) -> str:
    """One rule for each mark that stands in parts: the other parts light up with the first."""
    return "".join(f"body:has(#{name}:target) .part-{name}{{outline:var(--target)}}\n" for name in sorted(links.split))
