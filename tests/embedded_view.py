"""An extraction of the embedded model as lines that a person can read, for golden files."""

from collections.abc import Iterator, Mapping

from schemas.extraction import Extraction
from summarizer import prompting, reading
from summarizer.embedded import MODEL, answer

TOOLS = [{"type": "function", "function": {"name": "Extraction", "parameters": {}}}]


def arguments(body: Mapping[str, object]) -> str:
    """The arguments of the reply's tool call."""
    choices = answer(body)["choices"]
    assert isinstance(choices, list)
    found = choices[0]["message"]["tool_calls"][0]["function"]["arguments"]
    assert isinstance(found, str)
    return found


def extraction(text: str) -> Extraction:
    """What the embedded model says of a text."""
    article = reading.article(text, name="text")
    body = {"model": MODEL, "messages": list(prompting.prompt(article)), "tools": TOOLS}
    return Extraction.model_validate_json(arguments(body))


def texts(whole: str) -> Iterator[tuple[str, str]]:
    """Name and body of each text of a file in which "# name" stands before each."""
    for part in ("\n" + whole).split("\n# ")[1:]:
        name, _, body = part.partition("\n")
        yield name, body.strip()


def view(found: Extraction) -> Iterator[str]:
    """Events, figures and claims, one a line, with names in place of ids."""
    names = {party.id: party.name for party in found.parties}
    for event in found.events:
        by, against = (", ".join(names[id] for id in ids) or "-" for ids in (event.by, event.against))
        yield f"event {event.type} {event.salience} {event.status}: {event.title} | {event.date or '-'} | {by} > {against}"
    for figure in found.figures:
        owner = ", ".join(names[id] for id in figure.parties) or "-"
        yield f"figure {figure.measure} {figure.scope}: {figure.text} | {figure.counted} | {owner}"
    for claim in found.claims:
        speakers = ", ".join(names[id] for id in claim.speakers) or "-"
        yield f"claim {claim.act}: {speakers} | {claim.content}"
